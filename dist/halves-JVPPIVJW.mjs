import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-DUHDAWO7.mjs";
import {
  configOf,
  createProgress,
  tell
} from "./chunk-A4OU6FLQ.mjs";
import "./chunk-KFHZXHTS.mjs";
import {
  stepStatus
} from "./chunk-6NXCH33W.mjs";
import {
  trialNumber
} from "./chunk-Z5RAY7DS.mjs";
import {
  onInterrupt
} from "./chunk-2623WFVI.mjs";
import {
  chooseCommits
} from "./chunk-JB6NXLET.mjs";
import {
  openRepository
} from "./chunk-4NYGDQSA.mjs";
import {
  reportTrials
} from "./chunk-6OMAI6NU.mjs";
import "./chunk-QHFNGDWP.mjs";
import "./chunk-LJ2E753E.mjs";
import "./chunk-Q6T5HL6V.mjs";
import "./chunk-7NOEOBYD.mjs";
import "./chunk-72OASF4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2KWMSXSM.mjs";
import "./chunk-ENG4ZEBK.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-QTXZGN72.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-DFUOYYOJ.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-BYKPD5OU.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-RVF3GSDA.mjs";
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
