import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-P3RXE7NC.mjs";
import {
  createProgress
} from "./chunk-OHVHUWV4.mjs";
import {
  configOf
} from "./chunk-DBTBBRWJ.mjs";
import "./chunk-GCB3DXSB.mjs";
import "./chunk-YA24YZLN.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-FPB6MJ4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import {
  onInterrupt
} from "./chunk-HL2PCAZ2.mjs";
import {
  trialNumber
} from "./chunk-AQI3JSHU.mjs";
import "./chunk-RIMC6TBK.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-LPMUTJP6.mjs";
import {
  chooseCommits
} from "./chunk-7KQ2ODGD.mjs";
import "./chunk-LLOILHPZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-JSZSJNMD.mjs";
import {
  openRepository
} from "./chunk-7QTH3J5O.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-G7OKKJJW.mjs";
import "./chunk-TYNDWYQ4.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
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
