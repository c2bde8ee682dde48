import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/checkout/worktree/folder.ts
import { chmodSync, lstatSync as lstatSync2, readdirSync, readFileSync as readFileSync2, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

// src/checkout/worktree/temporary.ts
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
var shortPath = 60;
function temporary(short) {
  const folder = realpathSync(tmpdir());
  return /\s/.test(folder) || short === "short" && folder.length > shortPath ? "/tmp" : folder;
}
var names = {
  /** Worktrees and trials. */
  work: { prefix: "leakdiff-", radix: 10, pattern: /^leakdiff-([0-9]+)-[A-Za-z0-9]{6}$/ },
  /** Sockets, whose paths must be short. */
  sockets: { prefix: "ld-", radix: 36, pattern: /^ld-([0-9a-z]{1,5})-[A-Za-z0-9]{6}$/ }
};
var ownPrefix = (kind) => `${names[kind].prefix}${process.pid.toString(names[kind].radix)}-`;
function ownerOf(kind, name) {
  const pid = names[kind].pattern.exec(name)?.[1];
  return pid === void 0 ? null : Number.parseInt(pid, names[kind].radix);
}
function isOurs(folder) {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && stats.uid === process.getuid?.();
}
function isLiving(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return process.platform !== "linux" || !isZombie(pid);
}
function isZombie(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return /^[ZX]/.test(text.slice(text.lastIndexOf(")") + 2));
  } catch {
    return true;
  }
}

// src/checkout/worktree/folder.ts
var live = /* @__PURE__ */ new Set();
async function openFolder() {
  if (live.size === 0) process.once("exit", releaseSync);
  const folder = await mkdtemp(join(temporary("any"), ownPrefix("work")));
  live.add(folder);
  return folder;
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
  const folders = namesIn(temporary("any")).map((name) => join(temporary("any"), name));
  const problems = folders.filter((path) => isAbandoned(path) && isOurs(path)).map((folder) => {
    forgetWorktrees(folder);
    return removeSync(folder);
  });
  forget(commonDirectory, (worktree) => isAbandoned(dirname(worktree)) && !exists(dirname(worktree)));
  return problems.filter((problem) => problem !== null);
}
function isAbandoned(folder) {
  const owner = ownerOf("work", basename(folder));
  if (owner === null || live.has(folder)) return false;
  return owner === process.pid || !isLiving(owner);
}
var exists = (path) => lstatSync2(path, { throwIfNoEntry: false }) !== void 0;
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
    return readFileSync2(path, "utf8");
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
  const stats = lstatSync2(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return;
  if ((stats.mode & 448) !== 448) chmodSync(folder, 448);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}

export {
  temporary,
  ownPrefix,
  ownerOf,
  isOurs,
  isLiving,
  openFolder,
  ownsWorktreesOf,
  closeFolder,
  sweep
};
