import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  createProgress
} from "./chunk-AVBUCAKK.mjs";
import {
  tell
} from "./chunk-KU7WX4FU.mjs";
import {
  configOf
} from "./chunk-2R5KZGFQ.mjs";
import {
  firstParent
} from "./chunk-JD3TAWDS.mjs";
import {
  interruptible
} from "./chunk-H2CRCCJQ.mjs";
import {
  remoteOf
} from "./chunk-AMMUTEFF.mjs";
import {
  resolveCommit
} from "./chunk-FCXXWOM4.mjs";
import {
  commitTree
} from "./chunk-56PIOOTV.mjs";
import "./chunk-LFXAUP2U.mjs";
import {
  inTime
} from "./chunk-LCA6NAPZ.mjs";
import {
  contextOf,
  sight
} from "./chunk-4ZALGVKS.mjs";
import "./chunk-P6OYUYKH.mjs";
import {
  plain
} from "./chunk-ATJKPRVI.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-2P7EBEDF.mjs";
import {
  createGitHub
} from "./chunk-GOXNDPBR.mjs";
import "./chunk-T64HJJ6Q.mjs";
import {
  run
} from "./chunk-DWY2ZQC4.mjs";
import "./chunk-CA6YT6O6.mjs";
import "./chunk-4KNU7ZCZ.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-OKCNATIS.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-ZSCABBQN.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-QKW4WOB4.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-BSZV5EKB.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-DWPA6LHS.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import {
  openRepository
} from "./chunk-JVMPRNDK.mjs";
import "./chunk-QFJ3QIYI.mjs";
import {
  askGit,
  git
} from "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import {
  workloadHash
} from "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import {
  _enum,
  array,
  boolean,
  literal,
  strictObject,
  string
} from "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  InconclusiveError,
  UserError,
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/bisect/bisect.ts
import { createHash } from "node:crypto";

// src/bisect/candidates.ts
async function nextOf(repository, { bad, firstParent: firstParent2, good }, { known }) {
  const newest = known.findLast(({ is }) => is === "bad")?.sha ?? bad;
  const goods = [good, ...known.filter(({ is }) => is === "good").map(({ sha: sha3 }) => sha3)];
  const how = ["--bisect-all", ...firstParent2 ? ["--first-parent"] : []];
  const listed = await git(repository, ["rev-list", ...how, newest, "--not", ...goods]);
  const commits = listed.split("\n").flatMap((row) => /^[0-9a-f]{40,64}/.exec(row)?.[0] ?? []);
  const undecided = new Set(known.filter(({ is }) => is === "undecided").map(({ sha: sha3 }) => sha3));
  const sha2 = commits.find((commit) => commit !== newest && !undecided.has(commit));
  if (sha2 !== void 0) return { kind: "measure", sha: sha2, left: commits.length };
  const open = commits.filter((commit) => commit !== newest);
  return open.length === 0 ? { kind: "found", sha: newest } : { kind: "among", commits: [...open, newest] };
}

// src/bisect/same-driver.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function withDriver(repository, sha2, { driver, like }) {
  const objects = (commit) => Promise.all(driver.map((path) => objectAt(repository, commit, path)));
  const [own, wanted] = [await objects(sha2), await objects(like)];
  if (own.every((object, i) => object === wanted[i])) return sha2;
  const folder = await mkdtemp(join(tmpdir(), "leakdiff-bisect-"));
  try {
    const index = { GIT_INDEX_FILE: join(folder, "index") };
    await git(repository, ["read-tree", sha2], index);
    for (const path of driver) await replace(repository, path, like, index);
    const tree = await git(repository, ["write-tree"], index);
    const message = `${sha2} with the driver of ${like}`;
    return await commitTree(repository, { tree, parent: sha2, message });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
var objectAt = (repository, commit, path) => askGit(repository, ["rev-parse", "--verify", "--quiet", `${commit}:${path}`], [1, 128]);
async function replace(repository, path, like, index) {
  await git(
    repository,
    ["rm", "-r", "--cached", "--quiet", "--ignore-unmatch", "--", `:(literal)${path}`],
    index
  );
  const listed = await git(repository, ["ls-tree", "-r", "-z", "--full-tree", like, "--", path]);
  for (const row of listed.split("\0")) {
    const [, mode, object, name] = /^(\d+) \w+ (\w+)\t(.+)$/s.exec(row) ?? [];
    if (name === void 0) continue;
    await git(repository, ["update-index", "--add", "--cacheinfo", `${mode},${object},${name}`], index);
  }
}

// src/bisect/standing.ts
var plainFactor = 8;
function suspectOf({ workloads }) {
  const red = workloads.filter(({ verdict }) => verdict === "fail").flatMap((workload2) => workload2.totals.filter(({ leaks }) => leaks).map((total2) => ({ workload: workload2, total: total2 })));
  const [first] = red.toSorted((a, b) => clarity(b.total) - clarity(a.total));
  if (first === void 0) return null;
  const { total, workload } = first;
  const { quantity, role } = total;
  return { workload: workload.name, quantity, role, plain: clarity(total) >= plainFactor };
}
var clarity = ({ excess, smallestVisible }) => excess / Math.max(smallestVisible, Number.MIN_VALUE);
function standingOf({ workloads }, suspect2) {
  const workload = workloads.find(({ name }) => name === suspect2.workload);
  if (workload === void 0 || workload.verdict === "inconclusive") return "undecided";
  if (workload.verdict === "pass") return "good";
  const total = totalOf(workload, suspect2);
  if (total === void 0) return "undecided";
  if (total.leaks) return "bad";
  return total.budget !== null && total.excess <= total.budget ? "good" : "undecided";
}
var totalOf = ({ totals }, { quantity, role }) => totals.find((total) => total.quantity === quantity && total.role === role);

// src/bisect/state.ts
import { mkdir, readFile, rename, rm as rm2, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
var sha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
var suspect = strictObject({
  workload: string(),
  quantity: string(),
  role: string(),
  /** It is so large that few rounds show it. */
  plain: boolean()
});
var state = strictObject({
  schemaVersion: literal(1),
  /** All that decides what a commit is: commits, workloads and version. Another one begins anew. */
  identity: string(),
  suspect: suspect.nullable(),
  /** Commits that were measured, in order. */
  known: array(strictObject({ sha, is: _enum(["good", "bad", "undecided"]) })).max(1e4)
});
async function statePath({ root, ...access }) {
  return resolve(root, await git({ root, ...access }, ["rev-parse", "--git-path", "leakdiff/bisect.json"]));
}
async function readState(path, identity) {
  const empty = { schemaVersion: 1, identity, suspect: null, known: [] };
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return empty;
  const checked = state.safeParse(jsonOf(text));
  return checked.success && checked.data.identity === identity ? checked.data : empty;
}
async function writeState(path, known) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, JSON.stringify(known));
  await rename(`${path}.part`, path);
}
var forgetState = async (path) => await rm2(path, { force: true });
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/bisect/bisect.ts
async function bisect(request) {
  const { repository } = request;
  const question = await questionOf(request);
  const path = await statePath(repository);
  if (request.restart) await forgetState(path);
  let state2 = await readState(path, identityOf(request, question));
  if (state2.known.length > 0) request.tell(goingOn(state2.known.length));
  const suspect2 = state2.suspect ?? await endsOf(request, question);
  state2 = { ...state2, suspect: suspect2 };
  await writeState(path, state2);
  for (; ; ) {
    const next = await nextOf(repository, question, state2);
    if (next.kind !== "measure") {
      const found = await concluded(request, question, next);
      await forgetState(path);
      return found;
    }
    const is = await measured(request, question, suspect2, next);
    state2 = { ...state2, known: [...state2.known, { sha: next.sha, is }] };
    await writeState(path, state2);
    request.tell(`${await titleOf(request, next.sha)} is ${is}.`);
  }
}
var goingOn = (known) => `Going on: ${known} ${known === 1 ? "commit is" : "commits are"} known already.`;
async function questionOf({ bad, firstParent: firstParent2, good, repository }) {
  const [older, newer] = [await resolveCommit(repository, good), await resolveCommit(repository, bad)];
  const isAncestor = await askGit(repository, ["merge-base", "--is-ancestor", older, newer]);
  if (isAncestor === null || older === newer)
    throw new UserError(
      `\`${good}\` is not an ancestor of \`${bad}\``,
      "Give the good commit first, then a later one that descends from it; in a shallow clone, run git fetch --unshallow first."
    );
  return { good: older, bad: newer, firstParent: firstParent2 };
}
function identityOf({ config }, question) {
  const workloads = config.workloads.map((workload) => [
    workload.name,
    workloadHash(workload),
    workload.budgets
  ]);
  const parts = [version, question, workloads];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
async function endsOf(request, { bad, good }) {
  const { config, tell: tell2 } = request;
  tell2(`Does BAD, ${await titleOf(request, bad)}, leak more than GOOD, ${await titleOf(request, good)}?`);
  const result = await request.measure(config, good, bad, "verdict");
  const suspect2 = suspectOf(result);
  if (suspect2 !== null && result.verdict === "fail") return suspect2;
  const reasons = [...result.reasons, ...result.workloads.flatMap((workload) => workload.reasons)];
  if (result.verdict === "inconclusive")
    throw new InconclusiveError(
      "bisect-undecided",
      `BAD could not be judged beside GOOD: ${reasons[0]?.text ?? "it stayed undecided."}`,
      reasons[0]?.remedy ?? "Raise `operations`, or choose commits further apart."
    );
  const existing = result.workloads.some(
    ({ findings }) => findings.some(({ ruling }) => ruling === "existing")
  );
  throw existing ? new UserError("GOOD leaks as much as BAD does", "Choose an older commit as GOOD.") : new UserError(
    `BAD does not leak: ${seenBy(result)} than at GOOD`,
    "Choose a later commit as BAD, or a workload that shows the leak."
  );
}
function seenBy(result) {
  const least = sight(result.workloads.map((workload) => contextOf(result, workload, {})));
  return least === null ? "nothing grows more" : `nothing grows by ${least} more`;
}
async function measured(request, { bad, good }, suspect2, { left, sha: sha2 }) {
  const more = Math.ceil(Math.log2(left));
  request.tell(`${left} commits left, about ${more} more to measure. Now ${await titleOf(request, sha2)}`);
  return await standingAt(request, configFor(request.config, suspect2), suspect2, { good, sha: sha2, bad });
}
async function standingAt({ measure, repository, signal }, config, suspect2, { bad, good, sha: sha2 }) {
  const driver = config.workloads.flatMap((workload) => workload.driver);
  try {
    const head = await withDriver(repository, sha2, { driver, like: bad });
    return standingOf(await measure(config, good, head, "verdict"), suspect2);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof UserError)) throw error;
    return "undecided";
  }
}
var fewestRounds = 6;
function configFor(config, { plain: plain2, workload }) {
  const workloads = config.workloads.filter(({ name }) => name === workload);
  return {
    ...config,
    workloads: workloads.map((one) => ({
      ...one,
      changed: [],
      rounds: plain2 ? Math.min(fewestRounds, one.rounds) : one.rounds
    }))
  };
}
async function concluded({ config, measure, repository, tell: tell2 }, { bad }, next) {
  if (next.kind === "among") return next;
  const parent = await firstParent(repository, next.sha);
  tell2(`Found ${next.sha.slice(0, 12)}; once more, against its parent.`);
  const driver = config.workloads.flatMap((workload) => workload.driver);
  const head = await withDriver(repository, next.sha, { driver, like: bad });
  return { ...next, result: await measure(config, parent, head, "finding") };
}
async function titleOf({ repository }, sha2) {
  return await git(repository, ["show", "--no-patch", "--format=%h (%s)", sha2]);
}

// src/github/pull-request-of.ts
var patience = 1e4;
async function pullRequestOf(sha2, remote, env) {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  const of = remoteOf(remote);
  const api = env.GITHUB_API_URL || (of?.host === "github.com" ? "https://api.github.com" : null);
  if (!token || api === null || of === null) return null;
  const { owner, repo } = of;
  try {
    const github = createGitHub(token, api, Date.now() + patience);
    const asked = github.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha2 });
    const { data } = await inTime(patience, asked);
    const pull = data.find(({ merged_at }) => merged_at !== null) ?? data[0];
    return pull === void 0 ? null : { number: pull.number, title: pull.title, url: pull.html_url };
  } catch {
    return null;
  }
}

// src/cli/history/bisect.ts
var bisectCommand = (good, bad, flags) => interruptible((signal) => bisected(good, bad, flags, signal));
async function bisected(good, bad, flags, signal) {
  const repository = await openRepository(process.cwd());
  const config = await configOf(repository.root, flags);
  let trials = [];
  const measure = async (of, base, head, wanted) => {
    const baseCache = cacheOf(of, base, trials);
    const read = [];
    const result = await measured2(repository, of, {
      base,
      head,
      baseCache,
      signal,
      wanted,
      onTrials: (r) => void read.push(...r)
    });
    trials = read;
    return result;
  };
  const [firstParent2, restart] = ["firstParent" in flags, "restart" in flags];
  const say = (line) => out(`${plain(line)}
`);
  const request = { repository, config, good, bad, firstParent: firstParent2, restart, measure, signal, tell: say };
  const found = await bisect(request);
  await told(repository, found, trials);
  return found.kind === "found" ? exitStatus.fail : exitStatus.inconclusive;
}
function cacheOf({ workloads }, base, trials) {
  const [only, ...more] = workloads;
  if (only === void 0 || more.length > 0) return null;
  const hash = workloadHash(only);
  const first = trials.find(
    ({ number, sha: sha2, side, workloadHash: own }) => side === "base" && number === 1 && sha2 === base && own === hash
  );
  return first === void 0 ? null : { find: async () => first, keep: null };
}
async function measured2(repository, config, at) {
  const progress = createProgress(process.stderr, isCI(process.env));
  try {
    const commit = (sha2) => ({ sha: sha2, how: "given" });
    return await run({
      config,
      repository,
      commits: { base: at.base === null ? null : commit(at.base), head: commit(at.head) },
      out: null,
      baseCache: at.baseCache,
      log: progress,
      signal: at.signal,
      unexplained: at.wanted === "verdict",
      onTrials: at.onTrials
    });
  } finally {
    progress.end();
  }
}
async function told(repository, found, trials) {
  if (found.kind === "among") {
    out("\nOne of these commits brought the leak in; which one is not known, as some could not be decided:\n");
    for (const sha2 of found.commits) out(`  ${await lineOf(repository, sha2)}
`);
    return;
  }
  const remote = await askGit(repository, ["config", "--get", "remote.origin.url"]);
  const pull = await pullRequestOf(found.sha, remote, process.env);
  await tell({ result: found.result, trials }, {}, {});
  out(`
The first commit that leaks: ${await lineOf(repository, found.sha)}
`);
  if (pull !== null) out(`It came in by #${pull.number}, ${plain(pull.title)}: ${plain(pull.url)}
`);
  if (found.result.verdict === "pass")
    out(
      "Compared with its own parent, this commit passes: what it adds is too little for one comparison to show.\n"
    );
}
async function lineOf(repository, sha2) {
  return plain(await git(repository, ["show", "--no-patch", "--format=%H %an, %cs: %s", sha2]));
}
export {
  bisectCommand
};
