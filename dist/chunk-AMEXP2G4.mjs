import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  runtimeNames
} from "./chunk-ILNH45AH.mjs";

// src/configure/keys.ts
var runKeys = [
  {
    name: "comment",
    type: { oneOf: ["auto", "always", "never"] },
    help: "Comment on the pull request: auto (when the verdict is not pass, then kept up to date), always or never.",
    default: "auto"
  },
  {
    name: "fail-on",
    type: { oneOf: ["inconclusive", "leak", "never"] },
    help: "What fails the step: inconclusive (a leak, or no verdict), leak, or never.",
    default: "inconclusive"
  },
  {
    name: "time-limit",
    type: "duration",
    help: "Time for all trials together, set-up excluded, such as 20m; no limit when left out."
  },
  {
    name: "history",
    type: "history",
    help: "Where runs of the default branch keep their figures: ref (the repository's refs/leakdiff/history), a directory, or off.",
    default: "ref"
  },
  {
    name: "drift",
    type: "drift",
    help: "How far growth may drift over many commits, such as 5 % since v1.4 (a tag, a commit, or 90 days): a scheduled run beyond it fails."
  }
];
var workloadKeys = [
  {
    name: "runtime",
    type: { oneOf: runtimeNames },
    help: `${runtimeNames.join(" or ")}; recognised from the repository when left out.`
  },
  { name: "directory", type: "path", help: "Where commands run, inside the revision.", default: "." },
  {
    name: "changed",
    type: "globs",
    help: "Globs from the root of the repository, one per line: measured only when head changes a file that matches one.",
    aside: true
  },
  {
    name: "copy",
    type: "paths",
    help: "Files that git ignores, such as .env, copied from the checkout to both revisions: paths from its root, one per line."
  },
  {
    name: "driver",
    type: "driver",
    help: "Files and folders copied from head over base before set-up, so that both are driven alike; one per line."
  },
  { name: "setup", type: "command", help: "Command that builds one revision, run once." },
  { name: "start", type: "command", help: "Command of the long-lived program." },
  {
    name: "ready",
    type: "ready",
    help: "It has started once this answers: a URL (any status below 500), host:port, or /regex/ on its output.",
    forms: ["start"]
  },
  {
    name: "round",
    type: "command",
    help: "Command of one round; it runs in head's directory on both sides.",
    forms: ["start"]
  },
  {
    name: "test",
    type: "command",
    help: "Command that runs tests as they are; leakdiff repeats them as rounds in one process."
  },
  {
    name: "run",
    type: "command",
    help: "Command that makes its rounds itself and calls POST $LEAKDIFF_URL/round after each, until the answer is 410."
  },
  { name: "stop", type: "command", help: "Command run after each trial, however it ended." },
  {
    name: "operations",
    type: { from: 1, to: 1e9 },
    help: "Units of work in one round; growth is told for one of them.",
    default: "1"
  },
  {
    name: "warmup",
    type: { from: 0, to: 1e4 },
    help: "Rounds that are run first and not measured.",
    default: "2"
  },
  {
    name: "rounds",
    type: { from: 6, to: 1e4, because: "fewer rounds cannot be judged" },
    help: "Rounds measured in the first trial; a confirming one has three times as many.",
    default: "8"
  },
  {
    name: "repeat",
    type: { from: 1, to: 1e3, auto: true },
    help: "How often a measured round runs round or test: auto (while they are short, up to 16 times), or a number.",
    default: "auto",
    forms: ["start", "test"]
  },
  {
    name: "trials",
    type: { from: 2, to: 20, because: "a leak is believed once two fresh starts have shown it" },
    help: "At most so many fresh starts of each side, and one more where growth comes too rarely or is let go of; a clean pull request needs one.",
    default: "3",
    aside: true
  },
  {
    name: "measure-base",
    type: { oneOf: ["always", "when-needed"] },
    help: "When base is measured: always, or when-needed (only once head grows), which halves the price of a clean pull request.",
    default: "always",
    aside: true
  },
  {
    name: "settle.quiet",
    type: "duration",
    help: "How long counts must not fall before a reading is believed.",
    default: "250ms"
  },
  {
    name: "settle.limit",
    type: "duration",
    help: "Longest wait for counts to settle after a round.",
    default: "10s"
  },
  { name: "timeout.setup", type: "duration", help: "Time limit of setup.", default: "10m" },
  { name: "timeout.ready", type: "duration", help: "Time limit from start until ready.", default: "60s" },
  { name: "timeout.round", type: "duration", help: "Time limit of one round.", default: "2m" },
  { name: "timeout.stop", type: "duration", help: "Time limit of stop.", default: "30s" },
  {
    name: "measure",
    type: { oneOf: ["all", "started"] },
    help: "Which processes count: all that start began, or started: the first of them alone.",
    default: "all"
  },
  {
    name: "profiles",
    type: "endpoints",
    help: 'URL of a pprof endpoint that the program serves already; "name: URL" for several, one per line.',
    forms: ["start", "run"]
  },
  {
    name: "snapshot",
    type: "command",
    help: "Command after which the program's own pprof profiles are in $LEAKDIFF_HEAP and $LEAKDIFF_TASKS; it runs in head's directory on both sides.",
    forms: ["start"]
  },
  {
    name: "files.heap",
    type: "glob",
    help: "With run: glob of the pprof heap profiles that it writes itself, instead of the POST; in `directory`, or below $LEAKDIFF_DIR.",
    forms: ["run"]
  },
  {
    name: "files.tasks",
    type: "glob",
    help: "With run: glob of the profiles of its tasks that it writes itself, pprof or text.",
    forms: ["run"]
  },
  budget("heap", "heap-bytes", "live heap bytes", "auto"),
  budget("external", "external-bytes", "bytes outside the heap", "auto"),
  budget("tasks", "tasks", "tasks", "0"),
  budget("files", "files", "open files", "0"),
  budget("threads", "threads", "threads", "2"),
  budget("objects", "heap-objects", "live heap objects", "auto"),
  budget("classes", "classes", "loaded classes", "auto"),
  budget("instances", "instances", "objects of types that grow in every round", "auto"),
  budget("rss", "rss-bytes", "resident bytes", "off")
];
function budget(name, quantity, what, value) {
  const help = `How much more a round may leave on head than on base, in ${what}: auto, off, or ${quantity.endsWith("-bytes") ? "a size such as 64 kB" : "a number such as 2"}.`;
  return { name: `budgets.${name}`, type: { budget: quantity }, help, default: value, aside: true };
}
var groupHelp = {
  settle: "When counts have settled after a round.",
  timeout: "Time limits of the commands.",
  files: "Profiles that `run` writes itself, instead of the POST.",
  budgets: "How much more a round may leave on head than on base."
};
var budgetKeys = Object.fromEntries(
  workloadKeys.flatMap(
    ({ name, type }) => typeof type === "object" && "budget" in type ? [[name.slice("budgets.".length), type.budget]] : []
  )
);
var nameKey = {
  name: "name",
  type: "command",
  help: "Name of the workload, shown in reports."
};
var inputKeys = [nameKey, ...workloadKeys, ...runKeys].map((key) => ({
  ...key,
  input: key.name.replace(".", "-")
}));

export {
  runKeys,
  workloadKeys,
  groupHelp,
  budgetKeys,
  inputKeys
};
