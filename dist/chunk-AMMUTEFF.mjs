import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  askGit
} from "./chunk-HJVQHNAO.mjs";

// src/checkout/git/origin.ts
import { basename } from "node:path";
function remoteOf(address) {
  const [, host, owner, repo] = /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)([\w.-]+)[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
    address ?? ""
  ) ?? [];
  return host === void 0 || owner === void 0 || repo === void 0 ? null : { host, owner, repo };
}
async function originOf(repository) {
  const remote = remoteOf(await askGit(repository, ["config", "--get", "remote.origin.url"]));
  const head = await askGit(repository, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  const branch = head?.trim().replace(/^origin\//, "") || null;
  if (remote === null) return { name: basename(repository.root), url: null, branch };
  const { host, owner, repo } = remote;
  return { name: `${owner}/${repo}`, url: `https://${host}/${owner}/${repo}`, branch };
}

export {
  remoteOf,
  originOf
};
