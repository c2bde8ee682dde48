import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measureSide
} from "./chunk-FBOVFXBH.mjs";
import {
  createProgress
} from "./chunk-RMSME4ZU.mjs";
import {
  onInterrupt
} from "./chunk-XYMAH6WP.mjs";
import {
  configOf
} from "./chunk-5FRIUWSB.mjs";
import {
  chooseCommits
} from "./chunk-L74JFQIU.mjs";
import "./chunk-YGNNADIQ.mjs";
import {
  trialNumber
} from "./chunk-MX6XG6DS.mjs";
import "./chunk-ZGYDCAXB.mjs";
import "./chunk-XPDJMZO3.mjs";
import "./chunk-UVGCE2NC.mjs";
import "./chunk-GVZZDWEK.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-MIB3NQYF.mjs";
import "./chunk-TC5V2QWP.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-4PCQQIY2.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-3VGNEM4M.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-E3ZZVHOK.mjs";
import "./chunk-KK2KOY2Q.mjs";
import "./chunk-OIJ5HXVM.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import {
  openRepository
} from "./chunk-B65JPF2U.mjs";
import "./chunk-PXO2BGXG.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-IK5JIDRK.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-LDLBS52G.mjs";
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
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-NTM3MBXI.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-SPZIDUWA.mjs";
import "./chunk-V6ZUC5PQ.mjs";
import "./chunk-FQHBGW23.mjs";
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
