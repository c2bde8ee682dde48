import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  createProgress
} from "./chunk-RMSME4ZU.mjs";
import {
  onInterrupt
} from "./chunk-XYMAH6WP.mjs";
import {
  tell
} from "./chunk-Q3I75FZI.mjs";
import {
  configOf
} from "./chunk-6LZXNAYK.mjs";
import {
  stepStatus
} from "./chunk-T2B2SFTY.mjs";
import {
  shellWord
} from "./chunk-YT4OKNQJ.mjs";
import {
  chooseCommits
} from "./chunk-L74JFQIU.mjs";
import {
  run
} from "./chunk-XE7GDKID.mjs";
import {
  openRepository
} from "./chunk-B65JPF2U.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

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
