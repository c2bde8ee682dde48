import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-WSR25UUR.mjs";
import {
  createProgress
} from "./chunk-AIWB3E76.mjs";
import {
  configOf
} from "./chunk-QDR26KJY.mjs";
import "./chunk-URPKMDW3.mjs";
import "./chunk-TMYAD2LD.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-VQWWOZ5U.mjs";
import "./chunk-ZHXCXC2K.mjs";
import "./chunk-JCVHDEMN.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import {
  onInterrupt
} from "./chunk-HL2PCAZ2.mjs";
import {
  trialNumber
} from "./chunk-JP7EGA7L.mjs";
import "./chunk-RVGXARXP.mjs";
import "./chunk-RSSAQIA3.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
import "./chunk-M2D7RIK2.mjs";
import "./chunk-IR35DKXA.mjs";
import {
  chooseCommits
} from "./chunk-53DNKHQK.mjs";
import "./chunk-MOQ6QF2Z.mjs";
import "./chunk-NYXUHDSP.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import {
  openRepository
} from "./chunk-YWJDASJB.mjs";
import "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-QDEHGOU7.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-7RZFDP7O.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

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
    const progress = createProgress(process.stderr, process.env.CI === "true");
    const interrupt = __using(_stack, onInterrupt());
    try {
      const commits = await chooseCommits({ repository, event: null, base, head });
      const out = resolve(options.out);
      const { signal } = interrupt;
      const keepProfiles = keep && resolve(keep);
      const request = { config, repository, commits, trial, out, keepProfiles, log: progress, signal };
      const paths = await measureSide({ ...request, side });
      for (const path of paths) process.stdout.write(`${path}
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
