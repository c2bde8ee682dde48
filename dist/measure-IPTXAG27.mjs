import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-RPQN3EWV.mjs";
import {
  createProgress
} from "./chunk-HS6QCEBX.mjs";
import {
  configOf
} from "./chunk-BR4TYEIO.mjs";
import {
  chooseCommits
} from "./chunk-WTF3VXZ5.mjs";
import "./chunk-LLOILHPZ.mjs";
import "./chunk-CL7BKQ32.mjs";
import "./chunk-BOPVIHNV.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-ZR3UKJXG.mjs";
import "./chunk-TYNDWYQ4.mjs";
import {
  openRepository
} from "./chunk-IBO2HXV7.mjs";
import "./chunk-5MQ4W57O.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-LUQLO57E.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import {
  onInterrupt
} from "./chunk-HL2PCAZ2.mjs";
import {
  trialNumber
} from "./chunk-QEOUEE27.mjs";
import "./chunk-7WGOU3MV.mjs";
import "./chunk-V6EKXHV4.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import {
  out
} from "./chunk-EGY4TDV3.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
import {
  isCI
} from "./chunk-6ZJHM4Y3.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-2JWBHFLQ.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-7RZFDP7O.mjs";
import "./chunk-MQMXCX37.mjs";
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
