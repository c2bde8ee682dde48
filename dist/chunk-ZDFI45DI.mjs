import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  execa
} from "./chunk-MA4ODPTC.mjs";
import {
  InconclusiveError,
  UserError
} from "./chunk-7RZFDP7O.mjs";

// src/checkout/git/environment.ts
var misleading = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX|GRAFT_FILE|SHALLOW_FILE|IMPLICIT_WORK_TREE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|LITERAL_PATHSPECS|GLOB_PATHSPECS|NOGLOB_PATHSPECS|ICASE_PATHSPECS|EXTERNAL_DIFF|DIFF_OPTS|TRACE.*|REDIRECT_.*|DEFAULT_HASH|CEILING_DIRECTORIES|ATTR_SOURCE)$/;
var settings = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.splitIndex", "false"],
  ["core.quotePath", "false"],
  ["core.safecrlf", "false"],
  ["worktree.useRelativePaths", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["submodule.recurse", "false"],
  ["fetch.recurseSubmodules", "false"],
  ["fetch.writeCommitGraph", "false"],
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "60"]
];
function gitEnvironment(outer, credentials, trusted) {
  const kept = Object.entries(outer).filter(([name, value]) => value !== void 0 && !misleading.test(name));
  const already = Number(outer.GIT_CONFIG_COUNT ?? 0) || 0;
  const added = [
    ...settings,
    ...trusted ? [["safe.directory", "*"]] : [],
    ...credentials === null ? [] : authorization(credentials)
  ];
  const numbered = added.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${already + index}`, key],
    [`GIT_CONFIG_VALUE_${already + index}`, value]
  ]);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(numbered),
    GIT_CONFIG_COUNT: String(already + added.length),
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_PAGER: "cat",
    LC_ALL: "C",
    LANGUAGE: "C"
  };
}
function authorization({ server, token }) {
  const key = `http.${server.replace(/\/+$/, "")}/.extraheader`;
  return [
    [key, ""],
    [key, `AUTHORIZATION: basic ${encoded(token)}`]
  ];
}
var encoded = (token) => Buffer.from(`x-access-token:${token}`).toString("base64");
function secretsOf(credentials) {
  return credentials === null || credentials.token === "" ? [] : [encoded(credentials.token), credentials.token];
}

// src/checkout/git/git.ts
var timeout = 15 * 6e4;
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
    timeout
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
      "Make .git writable: worktrees of base and head are noted there until the run ends. A clone of the checkout will do."
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
