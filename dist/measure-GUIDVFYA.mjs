import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  createProgress
} from "./chunk-3B5JEH2F.mjs";
import {
  onInterrupt
} from "./chunk-XCSTJBDR.mjs";
import {
  configOf
} from "./chunk-J5WW3KPH.mjs";
import {
  chooseCommits
} from "./chunk-URP2GP2C.mjs";
import {
  measureSide
} from "./chunk-7YYNUXEB.mjs";
import {
  trialNumber
} from "./chunk-6RWDNYZU.mjs";
import "./chunk-TZNW5SLB.mjs";
import "./chunk-RNMLH42U.mjs";
import "./chunk-RAJXZSMR.mjs";
import "./chunk-BWWQ237C.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-4HIZY6EU.mjs";
import "./chunk-L2IULAV3.mjs";
import "./chunk-6JJ6QCCY.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-UDDT4YLT.mjs";
import "./chunk-KK2KOY2Q.mjs";
import "./chunk-OIJ5HXVM.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import {
  openRepository
} from "./chunk-CIN3FQWY.mjs";
import "./chunk-DCQLP22U.mjs";
import "./chunk-G3J57HMM.mjs";
import "./chunk-CHK6VMMB.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-DHZHNOYE.mjs";
import "./chunk-VVR75IK4.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-YHPBO3HY.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-ZDWZW4UO.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";
import "./chunk-32SVG5YM.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-ETTWXARN.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-K5E42S7M.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/cli/measure.ts
import { resolve } from "node:path";
async function measureCommand(options) {
  var _stack = [];
  try {
    const { side, base, head, keep } = options;
    if (side !== "base" && side !== "head")
      throw new ConfigError(`--side is \`${side}\``, "Write --side base or --side head.");
    const trial = trialNumber("--trial", options.trial ?? null);
    const repository = await openRepository(process.cwd());
    const config = await configOf(repository.root, options);
    const progress = createProgress(process.stderr, isCI(process.env));
    const interrupt = __using(_stack, onInterrupt());
    try {
      const commits = await chooseCommits({ repository, event: null, base, head });
      const out2 = resolve(options.out);
      const { signal } = interrupt;
      const keepProfiles = keep && resolve(keep);
      const request = {
        config,
        configFile: options.config,
        repository,
        commits,
        trial,
        out: out2,
        keepProfiles,
        log: progress,
        signal
      };
      const paths = await measureSide({ ...request, side });
      for (const path of paths) out(`${path}
`);
      return exitStatus.pass;
    } finally {
      progress.end();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
export {
  measureCommand
};
