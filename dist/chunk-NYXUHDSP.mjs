import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/checkout/worktree/folder.ts
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
var folderName = /^leakdiff-(\d+)-[A-Za-z0-9]{6}$/;
var live = /* @__PURE__ */ new Set();
async function openFolder() {
  if (live.size === 0) process.once("exit", releaseSync);
  const folder = await mkdtemp(join(temporary(), `leakdiff-${process.pid}-`));
  live.add(folder);
  return folder;
}
function temporary() {
  const folder = realpathSync(tmpdir());
  return /\s/.test(folder) ? "/tmp" : folder;
}
function ownsWorktreesOf(folder, commonDirectory) {
  writeFileSync(join(folder, "repository"), commonDirectory);
}
async function closeFolder(folder) {
  forgetWorktrees(folder);
  await rm(folder, { recursive: true, force: true }).catch(() => {
  });
  return removeSync(folder);
}
function releaseSync() {
  for (const folder of live) {
    forgetWorktrees(folder);
    removeSync(folder);
  }
}
function sweep(commonDirectory) {
  const folders = namesIn(temporary()).map((name) => join(temporary(), name));
  const problems = folders.filter((path) => isAbandoned(path) && isOurs(path)).map((folder) => {
    forgetWorktrees(folder);
    return removeSync(folder);
  });
  forget(commonDirectory, (worktree) => isAbandoned(dirname(worktree)) && !exists(dirname(worktree)));
  return problems.filter((problem) => problem !== null);
}
function isAbandoned(folder) {
  const [, pid] = folderName.exec(folder.slice(folder.lastIndexOf("/") + 1)) ?? [];
  if (pid === void 0 || live.has(folder)) return false;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
function isOurs(folder) {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && stats.uid === process.getuid?.();
}
var exists = (path) => lstatSync(path, { throwIfNoEntry: false }) !== void 0;
function forgetWorktrees(folder) {
  const owner = textOf(join(folder, "repository"));
  if (owner !== null) forget(owner, (worktree) => worktree.startsWith(`${folder}/`));
}
function forget(commonDirectory, isGone) {
  const worktrees = join(commonDirectory, "worktrees");
  const gone = namesIn(worktrees).filter((name) => {
    const gitFile = textOf(join(worktrees, name, "gitdir"))?.trim();
    return gitFile !== void 0 && isGone(dirname(gitFile));
  });
  for (const name of gone) rmSync(join(worktrees, name), { recursive: true, force: true });
  try {
    rmdirSync(worktrees);
  } catch {
  }
}
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
function removeSync(folder) {
  live.delete(folder);
  if (live.size === 0) process.removeListener("exit", releaseSync);
  try {
    makeWritable(folder);
    rmSync(folder, { recursive: true, force: true });
    return null;
  } catch (error) {
    return `${folder} could not be removed: ${error instanceof Error ? error.message : error}`;
  }
}
function makeWritable(folder) {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return;
  if ((stats.mode & 448) !== 448) chmodSync(folder, 448);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}

export {
  openFolder,
  ownsWorktreesOf,
  closeFolder,
  sweep
};
