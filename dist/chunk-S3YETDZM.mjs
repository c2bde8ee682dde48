import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  record
} from "./chunk-UDQAOHLW.mjs";
import {
  tell
} from "./chunk-CFBVYM3D.mjs";
import {
  configOf
} from "./chunk-OE3GZVEH.mjs";
import {
  createProgress
} from "./chunk-RMSME4ZU.mjs";
import {
  stepStatus
} from "./chunk-T2B2SFTY.mjs";
import {
  shellWord
} from "./chunk-YT4OKNQJ.mjs";
import {
  chooseCommits
} from "./chunk-ZQCEOS5K.mjs";
import {
  run
} from "./chunk-BSZ2GKNY.mjs";
import {
  openRepository
} from "./chunk-PDKNU2TK.mjs";
import {
  runGit
} from "./chunk-LDHTI74T.mjs";
import {
  onInterrupt
} from "./chunk-XVFMAFTK.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/cli/run.ts
import { resolve } from "node:path";

// src/cli/terminal/invocation.ts
import { basename, sep } from "node:path";
function invocation([node = "node", script = "leakdiff"]) {
  const installed = basename(script) === "leakdiff" && !script.split(sep).includes("_npx");
  if (installed) return script.split(sep).includes("node_modules") ? ["npx", "leakdiff"] : ["leakdiff"];
  return [basename(node) === "node" ? "node" : node, script];
}

// src/cli/terminal/bisect.ts
async function bisectCommand(repository, { base, head, verdict }, argv) {
  if (verdict !== "fail" || base === null) return null;
  const told = async (...args) => (await runGit(repository, args, {})).stdout.trim();
  const bad = head.how === "working-tree" ? await told("rev-parse", "HEAD") : head.sha;
  if (head.how === "working-tree" && await told("status", "--porcelain", "--untracked-files=no") !== "")
    return null;
  const [good, merge, between] = [
    base.sha,
    await told("merge-base", base.sha, bad),
    await told("rev-list", "--count", `${base.sha}..${bad}`)
  ];
  if (merge !== good || !(Number(between) > 1)) return null;
  return [
    `git bisect start ${short(bad)} ${short(good)} &&`,
    "git bisect run",
    ...[...invocation(argv), ...kept(argv.slice(2))].map(shellWord),
    `--base ${short(good)} --head HEAD --bisect`
  ].join(" ");
}
var short = (sha) => sha.slice(0, 12);
function kept(args) {
  const left = /^--(?:head|base|json|html|markdown|junit|out|keep|write-profiles)$/;
  return args.filter(
    (arg, i) => !/^--(?:bisect|accept|record|debug)$/.test(arg) && !left.test(arg.replace(/=.*$/s, "")) && !left.test(args[i - 1] ?? "")
  );
}

// src/cli/run.ts
async function runCommand(options) {
  const repository = await openRepository(process.cwd());
  const config = await configOf(repository.root, options);
  const outcome = await measured(repository, config, options);
  const bisect = await bisectCommand(repository, outcome.result, process.argv);
  await tell(outcome, options, { bisect: () => bisect });
  if (options.record) await record(repository, config, outcome);
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

export {
  runCommand,
  measured
};
