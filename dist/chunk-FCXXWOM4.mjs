import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  fetchCommit,
  hasRemote,
  lookUpRemote
} from "./chunk-GQSSEWYV.mjs";
import {
  askGit,
  git
} from "./chunk-HJVQHNAO.mjs";
import {
  nearest
} from "./chunk-W3PZ6JO2.mjs";
import {
  UserError
} from "./chunk-EEIPMXOZ.mjs";

// src/checkout/commits/resolve.ts
async function resolveCommit(repository, revision) {
  if (revision.startsWith("-") || revision.trim() === "") throw unknown(revision, []);
  const here = await localCommit(repository, revision);
  if (here !== null) return here;
  if (await hasRemote(repository)) {
    const there = await remoteCommit(repository, revision);
    if (there !== null) return there;
  }
  throw unknown(revision, await refsNear(repository, revision));
}
async function localCommit(repository, revision) {
  return await askGit(repository, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`], [1, 128]);
}
var fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function remoteCommit(repository, revision) {
  if (fullSha.test(revision)) {
    await fetchCommit(repository, revision).catch((error) => {
      if (!(error instanceof UserError && /not our ref|no such remote ref/.test(error.message))) throw error;
    });
    return await localCommit(repository, revision);
  }
  const name = revision.replace(/^origin\//, "");
  if (/[\s~^:?*[\\]|\.\.|@\{/.test(name)) return null;
  const found = await lookUpRemote(repository, [
    `refs/tags/${name}`,
    `refs/tags/${name}^{}`,
    `refs/heads/${name}`
  ]);
  const sha = found.get(`refs/tags/${name}^{}`) ?? found.get(`refs/tags/${name}`) ?? found.get(`refs/heads/${name}`);
  if (sha === void 0) return null;
  await fetchCommit(repository, sha);
  return await localCommit(repository, sha);
}
async function refsNear(repository, revision) {
  const refs = await git(repository, [
    "for-each-ref",
    "--format=%(refname:short)",
    "refs/heads",
    "refs/tags",
    "refs/remotes"
  ]);
  return nearest(revision, refs.split("\n"), 3);
}
function unknown(revision, near) {
  const hint = near.length === 0 ? "" : `; did you mean ${near.map((ref) => `\`${ref}\``).join(" or ")}?`;
  return new UserError(
    `There is no commit \`${revision}\`${hint}`,
    "Give a commit, tag or branch of this repository or of its origin."
  );
}

export {
  resolveCommit,
  localCommit
};
