import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  configOf,
  createProgress,
  tell
} from "./chunk-IXORFZH2.mjs";
import "./chunk-ARSXL5ZB.mjs";
import {
  stepStatus
} from "./chunk-KMNLSN4I.mjs";
import {
  measureSide
} from "./chunk-RV7EL746.mjs";
import {
  trialNumber
} from "./chunk-P5NHN534.mjs";
import {
  onInterrupt
} from "./chunk-HL2PCAZ2.mjs";
import {
  chooseCommits
} from "./chunk-7B5EFLFT.mjs";
import {
  openRepository
} from "./chunk-G6BNPRJ6.mjs";
import {
  reportTrials
} from "./chunk-K3QSDV32.mjs";
import "./chunk-MXSVHHHH.mjs";
import "./chunk-VIP5VXS6.mjs";
import "./chunk-G7W56Q7R.mjs";
import "./chunk-FXTBCGAE.mjs";
import "./chunk-UDWAT77A.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-X2VLMNFO.mjs";
import "./chunk-WYUKARUR.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-TT7DP5PX.mjs";
import "./chunk-7HTU6Y2R.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-LXAEN53V.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-OMSFOQF5.mjs";
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

// src/cli/halves.ts
import { resolve } from "node:path";
async function measureCommand(options) {
  var _stack = [];
  try {
    const { side, base, head } = options;
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
      const paths = await measureSide({ config, repository, commits, side, trial, out, log: progress, signal });
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
async function reportCommand(directories, options) {
  const repository = await openRepository(process.cwd());
  const config = await configOf(repository.root, options);
  const result = await reportTrials({ config, repository, directories: directories.map((d) => resolve(d)) });
  await tell(result, options, {});
  return stepStatus(result.verdict, config.failOn);
}
export {
  measureCommand,
  reportCommand
};
