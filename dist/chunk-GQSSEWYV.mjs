import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  askGit,
  fetchRemedy,
  git
} from "./chunk-HJVQHNAO.mjs";
import {
  InconclusiveError,
  UserError
} from "./chunk-EEIPMXOZ.mjs";

// src/checkout/git/fetch.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
var remote = "origin";
var quietFetch = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--refmap=",
  "--no-write-fetch-head",
  "--no-recurse-submodules",
  "--no-auto-maintenance"
  // biome-ignore format: one command
];
async function askOrigin(repository, args) {
  return await git(repository, args).catch((cause) => {
    if (!(cause instanceof UserError)) throw cause;
    throw new InconclusiveError("fetch-failed", cause.message, fetchRemedy, { cause });
  });
}
async function hasRemote(repository) {
  return await askGit(repository, ["config", "--get", `remote.${remote}.url`]) !== null;
}
async function isShallow(repository) {
  return await git(repository, ["rev-parse", "--is-shallow-repository"]) === "true";
}
async function lookUpRemote(repository, patterns) {
  const listed = await askOrigin(repository, ["ls-remote", "--quiet", remote, ...patterns]);
  const rows = listed.split("\n").filter((line) => line !== "");
  return new Map(rows.map((row) => row.split("	")).map(([sha = "", name = ""]) => [name, sha]));
}
async function fetchCommit(repository, sha) {
  if (await askGit(repository, ["cat-file", "-e", `${sha}^{commit}`], [1, 128]) !== null) return;
  const depth = await isShallow(repository) ? ["--depth=1"] : [];
  await askOrigin(repository, [...quietFetch, ...depth, remote, sha]);
}
async function deepen(repository, ends, commits) {
  const depth = commits === "all" ? "--unshallow" : `--deepen=${commits}`;
  await askOrigin(repository, [...quietFetch, depth, remote, ...ends]);
}
async function shallowEnds(repository) {
  if (!await isShallow(repository)) return /* @__PURE__ */ new Set();
  const path = await git(repository, ["rev-parse", "--git-path", "shallow"]);
  const text = await readFile(resolve(repository.root, path), "utf8");
  return new Set(text.split("\n").filter((line) => line !== ""));
}

export {
  hasRemote,
  lookUpRemote,
  fetchCommit,
  deepen,
  shallowEnds
};
