import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  gitFailure,
  runGit
} from "./chunk-HJVQHNAO.mjs";
import {
  UserError
} from "./chunk-EEIPMXOZ.mjs";

// src/checkout/git/repository.ts
import { realpath } from "node:fs/promises";
async function openRepository(directory, access = {}) {
  const here = { ...access, root: await existing(directory) };
  await requireGit(here);
  const question = ["rev-parse", "--is-inside-work-tree", "--show-toplevel"];
  const answer = await runGit(here, question, {});
  if (answer.status !== 0) throw refusal(here, question, answer);
  const [inside, ...lines] = answer.stdout.split("\n");
  if (inside !== "true" || lines.length === 0) throw bare(directory);
  const root = lines.join("\n");
  const repository = { ...here, root };
  const head = await runGit(repository, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], {});
  if (head.status !== 0) {
    throw new UserError(
      `The repository ${root} has no commit yet`,
      "Commit something first: leakdiff compares commits."
    );
  }
  return repository;
}
async function existing(directory) {
  return await realpath(directory).catch((cause) => {
    throw new UserError(`There is no folder ${directory}`, "Start leakdiff in a checkout.", { cause });
  });
}
var oldest = [2, 31];
async function requireGit(repository) {
  const { stdout } = await runGit(repository, ["version"], {});
  const [, major = "0", minor = "0"] = /version (\d+)\.(\d+)/.exec(stdout) ?? [];
  if (Number(major) > oldest[0] || Number(major) === oldest[0] && Number(minor) >= oldest[1]) return;
  throw new UserError(
    `${stdout.trim() || "This git"} is too old`,
    `Install git ${oldest.join(".")} or newer.`
  );
}
function refusal(repository, question, answer) {
  if (/must be run in a work tree/.test(answer.stderr)) return bare(repository.root);
  if (/not a git repository/i.test(answer.stderr)) {
    return new UserError(
      `${repository.root} is not in a git repository`,
      "Start leakdiff in a checkout; in a workflow, run actions/checkout in a step before."
    );
  }
  if (/dubious ownership/.test(answer.stderr)) {
    return new UserError(
      `git does not trust ${repository.root}: it belongs to another user`,
      `If it is yours, allow it: git config --global --add safe.directory ${repository.root}`
    );
  }
  return gitFailure(repository, question, answer);
}
function bare(directory) {
  return new UserError(
    `${directory} has no work tree: it is a bare repository or the inside of .git`,
    "Start leakdiff in a checkout of it: git clone, then run there."
  );
}

export {
  openRepository,
  requireGit
};
