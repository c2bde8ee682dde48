import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-QZPILPO2.mjs";
import {
  configOf,
  createProgress,
  tell
} from "./chunk-5HF2TXCK.mjs";
import {
  reportTrials
} from "./chunk-AH46I753.mjs";
import "./chunk-WA3DVV6G.mjs";
import {
  stepStatus
} from "./chunk-KMNLSN4I.mjs";
import "./chunk-HQOXWBOA.mjs";
import {
  trialNumber
} from "./chunk-K74U5O44.mjs";
import {
  onInterrupt
} from "./chunk-HL2PCAZ2.mjs";
import {
  chooseCommits
} from "./chunk-53DNKHQK.mjs";
import {
  openRepository
} from "./chunk-YWJDASJB.mjs";
import "./chunk-NLFYWTFB.mjs";
import "./chunk-4JWY6PTJ.mjs";
import "./chunk-554FMUD6.mjs";
import "./chunk-WSTOBAYZ.mjs";
import "./chunk-FNXELDUI.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-4GX4QWZP.mjs";
import "./chunk-RSSAQIA3.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
import "./chunk-IR35DKXA.mjs";
import "./chunk-MOQ6QF2Z.mjs";
import "./chunk-NYXUHDSP.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
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
