import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  deepen,
  fetchCommit,
  shallowEnds
} from "./chunk-GQSSEWYV.mjs";
import {
  askGit,
  git
} from "./chunk-HJVQHNAO.mjs";

// src/checkout/commits/ancestry.ts
var steps = [20, 100, 500, 2500, "all"];
async function parentsOf(repository, sha) {
  const commit = await git(repository, ["cat-file", "commit", sha]);
  const header = commit.split("\n\n", 1)[0] ?? "";
  return header.split("\n").flatMap((line) => line.startsWith("parent ") ? [line.slice("parent ".length)] : []);
}
async function firstParent(repository, sha) {
  const [parent] = await parentsOf(repository, sha);
  if (parent !== void 0) await fetchCommit(repository, parent);
  return parent ?? null;
}
async function mergeBase(repository, a, b) {
  for (const step of steps) {
    const found = await askGit(repository, ["merge-base", a, b]);
    const ends = await shallowEnds(repository);
    if (ends.size === 0) return found;
    if (found !== null && await isCertain(repository, [a, b], found, ends)) return found;
    await deepen(repository, ends, step);
  }
  return await askGit(repository, ["merge-base", a, b]);
}
async function isCertain(repository, tips, found, ends) {
  const between = await git(repository, ["rev-list", ...tips, "--not", found]);
  return !between.split("\n").some((sha) => ends.has(sha));
}
async function newestAncestor(repository, sha, candidates) {
  for (const step of [...steps, null]) {
    const history = (await git(repository, ["rev-list", sha])).split("\n");
    const found = history.find((commit) => commit !== sha && candidates.has(commit));
    const ends = await shallowEnds(repository);
    if (found !== void 0 || ends.size === 0 || step === null) return found ?? null;
    await deepen(repository, ends, step);
  }
  return null;
}

export {
  parentsOf,
  firstParent,
  mergeBase,
  newestAncestor
};
