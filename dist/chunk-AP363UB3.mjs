import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

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
    [key, `AUTHORIZATION: basic ${basicOf(token)}`]
  ];
}
var basicOf = (token) => Buffer.from(`x-access-token:${token}`).toString("base64");
function secretsOf(credentials) {
  return credentials === null || credentials.token === "" ? [] : [basicOf(credentials.token), credentials.token];
}

export {
  gitEnvironment,
  basicOf,
  secretsOf
};
