import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  commitTree
} from "./chunk-56PIOOTV.mjs";
import {
  closeFolder,
  openFolder
} from "./chunk-JJW35CA7.mjs";
import {
  git
} from "./chunk-HJVQHNAO.mjs";

// src/checkout/worktree/working-tree.ts
import { copyFile, stat, utimes } from "node:fs/promises";
import { join, resolve } from "node:path";
async function workingTreeCommit(repository) {
  const folder = await openFolder();
  try {
    const index = { GIT_INDEX_FILE: join(folder, "index") };
    await copyIndex(repository, index.GIT_INDEX_FILE);
    await git(repository, ["add", "--all"], index);
    const tree = await git(repository, ["write-tree"], index);
    return await commitOf(repository, tree);
  } finally {
    await closeFolder(folder);
  }
}
async function copyIndex(repository, copy) {
  const original = resolve(repository.root, await git(repository, ["rev-parse", "--git-path", "index"]));
  const times = await stat(original).catch((error) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (times === null) return;
  await copyFile(original, copy);
  const seconds = Math.floor(times.mtimeMs / 1e3);
  await utimes(copy, seconds, seconds);
}
async function commitOf(repository, tree) {
  const [head = "", headTree = ""] = (await git(repository, ["rev-parse", "HEAD", "HEAD^{tree}"])).split("\n");
  if (tree === headTree) return head;
  const commit = await git(repository, ["cat-file", "commit", head]);
  const [, seconds = "0", zone = "+0000"] = /^committer .* (\d+) ([+-]\d{4})$/m.exec(commit) ?? [];
  const date = `@${seconds} ${zone}`;
  return await commitTree(repository, { tree, parent: head, message: "Working tree", date });
}

export {
  workingTreeCommit
};
