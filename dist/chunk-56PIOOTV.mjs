import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  git
} from "./chunk-HJVQHNAO.mjs";

// src/checkout/git/commit-tree.ts
function commitTree(repository, commit) {
  const { date, message, parent, tree } = commit;
  const by = (role) => ({
    [`GIT_${role}_NAME`]: "leakdiff",
    [`GIT_${role}_EMAIL`]: "leakdiff@localhost",
    ...date === void 0 ? {} : { [`GIT_${role}_DATE`]: date }
  });
  const args = [
    "commit-tree",
    "--no-gpg-sign",
    tree,
    ...parent === null ? [] : ["-p", parent],
    "-m",
    message
  ];
  return git(repository, args, { ...by("AUTHOR"), ...by("COMMITTER") });
}

export {
  commitTree
};
