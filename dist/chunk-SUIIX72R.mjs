import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  tell
} from "./chunk-23TW2775.mjs";
import {
  shellWord
} from "./chunk-ZXIKJHUW.mjs";
import {
  createProgress
} from "./chunk-HS6QCEBX.mjs";
import {
  configOf
} from "./chunk-BR4TYEIO.mjs";
import {
  chooseCommits
} from "./chunk-WTF3VXZ5.mjs";
import {
  run
} from "./chunk-BT46ZSMM.mjs";
import {
  openRepository
} from "./chunk-IBO2HXV7.mjs";
import {
  stepStatus
} from "./chunk-KMNLSN4I.mjs";
import {
  onInterrupt
} from "./chunk-HL2PCAZ2.mjs";
import {
  isCI
} from "./chunk-6ZJHM4Y3.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

// src/cli/run.ts
import { resolve } from "node:path";
async function runCommand(options) {
  const repository = await openRepository(process.cwd());
  const config = await configOf(repository.root, options);
  const outcome = await measured(repository, config, options);
  const bisect = () => bisectLine(process.argv.slice(2));
  await tell(outcome, options, { bisect });
  const status = stepStatus(outcome.result.verdict, config.failOn);
  return status === 3 && options.bisect ? 125 : status;
}
async function measured(repository, config, {
  base,
  config: configFile,
  head,
  keep,
  out
}) {
  var _stack = [];
  try {
    const progress = createProgress(process.stderr, isCI(process.env));
    const interrupt = __using(_stack, onInterrupt());
    try {
      const commits = await chooseCommits({ repository, event: null, base, head });
      const trials = [];
      const result = await run({
        config,
        configFile,
        repository,
        commits,
        out: out === void 0 ? null : resolve(out),
        keepProfiles: keep && resolve(keep),
        log: progress,
        signal: interrupt.signal,
        onTrials: (measured2) => trials.push(...measured2)
      });
      return { result, trials };
    } finally {
      progress.end();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function bisectLine(args) {
  const kept = args.filter((arg, i) => !/^--(head|bisect)\b/.test(arg) && args[i - 1] !== "--head");
  return ["git bisect run leakdiff", ...kept.map(shellWord), "--head HEAD --bisect"].join(" ");
}

export {
  runCommand,
  measured
};
