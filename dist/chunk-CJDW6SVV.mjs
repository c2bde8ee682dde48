import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  createProgress
} from "./chunk-AVBUCAKK.mjs";
import {
  record
} from "./chunk-2YQNLHH5.mjs";
import {
  tell
} from "./chunk-KU7WX4FU.mjs";
import {
  configOf
} from "./chunk-2R5KZGFQ.mjs";
import {
  chooseCommits
} from "./chunk-IV644NLR.mjs";
import {
  interruptible
} from "./chunk-H2CRCCJQ.mjs";
import {
  invocation,
  typed
} from "./chunk-FCNFBNTQ.mjs";
import {
  originOf
} from "./chunk-AMMUTEFF.mjs";
import {
  stepStatus
} from "./chunk-DM3AJQTQ.mjs";
import {
  shellWord
} from "./chunk-YT4OKNQJ.mjs";
import {
  run
} from "./chunk-DWY2ZQC4.mjs";
import {
  openRepository
} from "./chunk-JVMPRNDK.mjs";
import {
  runGit
} from "./chunk-HJVQHNAO.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";

// src/cli/run.ts
import { resolve } from "node:path";

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
var runCommand = (options) => interruptible((signal) => ran(options, signal));
async function ran(options, signal) {
  const repository = await openRepository(process.cwd());
  const config = await configOf(repository.root, options);
  const outcome = await measured(repository, config, { ...options, signal });
  const bisect = await bisectCommand(repository, outcome.result, process.argv);
  const { name } = await originOf(repository);
  const about = { date: (/* @__PURE__ */ new Date()).toISOString(), repository: name, command: typed(process.argv) };
  await tell(outcome, options, { bisect: () => bisect, about });
  if (options.record) await record(repository, config, outcome);
  const status = stepStatus(outcome.result.verdict, config.failOn);
  return status === 3 && options.bisect ? 125 : status;
}
async function measured(repository, config, { base, config: configFile, head, keep, out, signal }) {
  const progress = createProgress(process.stderr, isCI(process.env));
  const trials = [];
  try {
    const result = await run({
      config,
      configFile,
      repository,
      commits: await chooseCommits({ repository, event: null, base, head }),
      out: out === void 0 ? null : resolve(out),
      keepProfiles: keep && resolve(keep),
      log: progress,
      signal,
      onTrials: (read) => trials.push(...read)
    });
    return { result, trials };
  } finally {
    progress.end();
  }
}

export {
  runCommand,
  measured
};
