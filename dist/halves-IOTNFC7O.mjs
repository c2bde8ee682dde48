import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-KXMNM4YY.mjs";
import {
  configOf,
  createProgress,
  tell
} from "./chunk-D63G4YR5.mjs";
import "./chunk-SNZQICZ2.mjs";
import "./chunk-ODSZS3DZ.mjs";
import {
  stepStatus
} from "./chunk-YJVA45FW.mjs";
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
} from "./chunk-YNOQERH2.mjs";
import "./chunk-R3D5S4IB.mjs";
import "./chunk-PIGE2JHZ.mjs";
import "./chunk-6PGW3NJ4.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-7ZYAI5EC.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L6CBNR6R.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-2LHJRCZ5.mjs";
import "./chunk-VFIJF76T.mjs";
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
    const repository = await openRepository(process.cwd());
    const config = await configOf(repository.root, options);
    const progress = createProgress(process.stderr, process.env.CI === "true");
    const interrupt = __using(_stack, onInterrupt());
    try {
      const commits = await chooseCommits({ repository, event: null, base, head });
      const out = resolve(options.out);
      const { signal } = interrupt;
      const paths = await measureSide({ config, repository, commits, side, out, log: progress, signal });
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
