import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  timeLimits
} from "./chunk-HHKBPYBW.mjs";
import {
  execa
} from "./chunk-4ABVIYLM.mjs";
import {
  gitEnvironment,
  secretsOf
} from "./chunk-AP363UB3.mjs";
import {
  InconclusiveError,
  UserError
} from "./chunk-EEIPMXOZ.mjs";

// src/checkout/git/git.ts
async function git(repository, args, variables = {}) {
  const ended = await runGit(repository, args, variables);
  if (ended.status === 0) return ended.stdout;
  throw gitFailure(repository, args, ended);
}
async function askGit(repository, args, no = [1]) {
  const ended = await runGit(repository, args, {});
  if (ended.status === 0) return ended.stdout;
  if (ended.status !== null && no.includes(ended.status)) return null;
  throw gitFailure(repository, args, ended);
}
async function* gitLines(repository, args) {
  const running = execa("git", [...args], { ...options(repository, {}), buffer: { stdout: false } });
  yield* running.iterable({ from: "stdout" });
  const ended = endedOf(await running);
  if (ended.status !== 0) throw gitFailure(repository, args, ended);
}
async function runGit(repository, args, variables) {
  const result = await execa("git", [...args], options(repository, variables));
  if (result.code === "ENOENT") {
    throw new UserError(
      `git could not be started in ${repository.root}`,
      "Install git 2.31 or newer, put it on the PATH, and start leakdiff in a folder that exists."
    );
  }
  return endedOf(result);
}
function options({ root, credentials, trusted }, variables) {
  return {
    cwd: root,
    env: { ...gitEnvironment(process.env, credentials ?? null, trusted ?? false), ...variables },
    extendEnv: false,
    reject: false,
    stdin: "ignore",
    timeout: timeLimits.git
  };
}
function endedOf({ stdout = "", stderr = "", exitCode, signal, timedOut, originalMessage }) {
  const reason = timedOut ? "did not end within 15 minutes" : exitCode !== void 0 ? `ended with status ${exitCode}` : originalMessage ?? `was ended by ${signal ?? "an unknown signal"}`;
  return { stdout, stderr, status: exitCode ?? null, reason };
}
function gitFailure(repository, args, ended) {
  const tail = ended.stderr.trimEnd().split("\n").slice(-8).map((line) => `  ${line}`).join("\n");
  const text = `\`git ${args.join(" ")}\` ${ended.reason}${tail.trim() === "" ? "" : `:
${tail}`}`;
  const masked = secretsOf(repository.credentials ?? null).reduce(
    (said, secret) => said.replaceAll(secret, "***"),
    text
  );
  return explained(masked, ended.stderr);
}
var full = /No space left on device|Disk quota exceeded|unable to write file/;
var away = /from promisor remote|unable to access|Could not resolve host/;
function explained(text, said) {
  if (full.test(said))
    return new InconclusiveError("disk-full", text, "Free some space where temporary files lie (TMPDIR).");
  if (away.test(said)) return new InconclusiveError("fetch-failed", text, fetchRemedy);
  if (/Read-only file system|Permission denied/.test(said))
    return new UserError(
      text,
      "Make .git writable: worktrees of base and head are noted there until the run ends. Or run leakdiff in a clone of the checkout."
    );
  return new UserError(
    text,
    "Run the command in the checkout to see more; what git said last usually names the cause."
  );
}
var fetchRemedy = "Run it again if the network failed. A private repository needs a token with the permission contents: read; actions/checkout with fetch-depth: 0 leaves nothing to fetch.";

export {
  git,
  askGit,
  gitLines,
  runGit,
  gitFailure,
  fetchRemedy
};
