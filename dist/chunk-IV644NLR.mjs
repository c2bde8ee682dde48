import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  workingTreeCommit
} from "./chunk-QNRNRJJG.mjs";
import {
  firstParent,
  mergeBase,
  newestAncestor,
  parentsOf
} from "./chunk-JD3TAWDS.mjs";
import {
  localCommit,
  resolveCommit
} from "./chunk-FCXXWOM4.mjs";
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
  boolean,
  object,
  string
} from "./chunk-YB2R2HBG.mjs";
import {
  ConfigError,
  InconclusiveError,
  UserError
} from "./chunk-EEIPMXOZ.mjs";

// src/checkout/commits/github-events.ts
var strangers = "refused: it would run a stranger's code with this repository's secrets and a token that can write; use `pull_request`";
var needsBase = { way: "needs-base" };
var ofPullRequest = { way: "pull-request" };
var githubEvents = {
  branch_protection_rule: needsBase,
  check_run: needsBase,
  check_suite: needsBase,
  create: { way: "ref-branch" },
  delete: { refused: "refused: the branch or tag that it names is gone" },
  deployment: needsBase,
  deployment_status: needsBase,
  discussion: needsBase,
  discussion_comment: needsBase,
  dynamic: needsBase,
  fork: needsBase,
  gollum: needsBase,
  image_version: needsBase,
  issue_comment: { refused: strangers },
  issues: needsBase,
  label: needsBase,
  merge_group: { way: "merge-group" },
  milestone: needsBase,
  page_build: needsBase,
  project: needsBase,
  project_card: needsBase,
  project_column: needsBase,
  public: needsBase,
  pull_request: ofPullRequest,
  pull_request_review: ofPullRequest,
  pull_request_review_comment: ofPullRequest,
  pull_request_target: { refused: strangers },
  push: { way: "push" },
  registry_package: needsBase,
  release: { way: "tag" },
  repository_dispatch: needsBase,
  schedule: { way: "ref-branch" },
  status: needsBase,
  watch: needsBase,
  workflow_call: { refused: "never seen: a called workflow has the event of its caller" },
  workflow_dispatch: { way: "ref-branch" },
  workflow_run: {
    refused: `${strangers}; with \`mode: report\` it shows what the run of a fork has measured`
  }
};
function fateOf(event) {
  return Object.hasOwn(githubEvents, event) ? githubEvents[event] : needsBase;
}

// src/checkout/commits/events.ts
var sha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
var pullRequest = object({
  pull_request: object({ head: object({ sha }), base: object({ ref: string().min(1) }) })
});
var mergeGroup = object({ merge_group: object({ base_sha: sha }) });
var push = object({
  before: sha,
  ref: string().min(1),
  created: boolean().optional(),
  deleted: boolean().optional(),
  forced: boolean().optional(),
  repository: object({ default_branch: string().min(1) })
});
function occasionOf(event) {
  const { name, payload } = event;
  const fate = fateOf(name);
  if ("refused" in fate) return { kind: "refused", name, why: fate.refused };
  if (fate.way === "pull-request") {
    const { pull_request: pull } = checked(pullRequest, name, payload);
    return { kind: "pull-request", headSha: pull.head.sha, target: pull.base.ref };
  }
  if (fate.way === "merge-group")
    return { kind: "merge-group", baseSha: checked(mergeGroup, name, payload).merge_group.base_sha };
  if (fate.way === "push") return pushed(checked(push, name, payload));
  if (fate.way === "needs-base") return { kind: "unknown", name };
  return fate.way === "tag" ? { kind: "tag", orParent: false } : onBranch(event);
}
var placed = object({
  ref: string().optional(),
  repository: object({ default_branch: string().min(1) }).optional()
});
function onBranch({ payload, ref }) {
  const told = placed.safeParse(payload);
  const here = ref || told.data?.ref || "";
  const branch = here.startsWith("refs/heads/") ? here.slice("refs/heads/".length) : null;
  const defaultBranch = told.data?.repository?.default_branch;
  if (branch === null || defaultBranch === void 0 || branch === defaultBranch)
    return { kind: "tag", orParent: branch !== null };
  return { kind: "branch", branch, defaultBranch };
}
function pushed({ before, ref, created, deleted, forced, repository }) {
  if (deleted) return { kind: "deletion", ref };
  const isNew = created || forced || /^0+$/.test(before);
  return { kind: "push", before: isNew ? null : before, ref, defaultBranch: repository.default_branch };
}
function checked(schema, name, payload) {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(
    `The payload of the event ${name} has no usable ${issue?.path.join(".") || "content"}`,
    "The file that GITHUB_EVENT_PATH names must hold the event as the forge sends it."
  );
}

// src/checkout/commits/choose.ts
async function chooseCommits({
  repository,
  event,
  base,
  head
}) {
  const occasion = event === null ? null : occasionOf(event);
  refuse(occasion);
  const newer = await chosenHead(repository, given(head) ?? (event === null ? "." : "HEAD"), head);
  const named = given(base);
  if (named !== void 0)
    return { base: { sha: await resolveCommit(repository, named), how: "given" }, head: newer };
  const from = newer.how === "working-tree" ? await resolveCommit(repository, "HEAD") : newer.sha;
  const older = occasion === null ? localBase(repository, newer, from) : baseOf(repository, occasion, from);
  const chosen = await older;
  return { base: chosen, head: { ...newer, ...mergedOf(occasion, chosen, newer) } };
}
var mergedOf = (occasion, base, head) => occasion?.kind === "pull-request" && base.how === "merge-parent" && head.how === "head" ? { merged: occasion.headSha } : {};
var given = (revision) => revision?.trim() ? revision.trim() : void 0;
function refuse(occasion) {
  if (occasion?.kind === "refused") {
    throw new ConfigError(
      `leakdiff does not run on ${occasion.name}: ${occasion.why}`,
      "Use the event pull_request. Pull requests of forks are measured there as well; only the comment needs a second workflow."
    );
  }
  if (occasion?.kind === "deletion") {
    throw new InconclusiveError(
      "nothing-to-measure",
      `The push deleted ${occasion.ref}`,
      "There is nothing to do."
    );
  }
}
async function chosenHead(repository, revision, asked) {
  if (revision === ".") return { sha: await workingTreeCommit(repository), how: "working-tree" };
  return {
    sha: await resolveCommit(repository, revision),
    how: given(asked) === void 0 ? "head" : "given"
  };
}
async function baseOf(repository, occasion, head) {
  if (occasion.kind === "pull-request") return await pullRequestBase(repository, occasion, head);
  if (occasion.kind === "merge-group") return await fetched(repository, occasion.baseSha, "merge-group");
  if (occasion.kind === "push") return await pushBase(repository, occasion, head);
  if (occasion.kind === "branch") return await branchBase(repository, occasion.defaultBranch, head);
  if (occasion.kind === "tag") return await tagBase(repository, head, occasion.orParent);
  const name = occasion.kind === "unknown" ? ` \`${occasion.name}\`` : "";
  throw new InconclusiveError("no-base", `The event${name} names no commit to compare with`, setBase);
}
async function branchBase(repository, defaultBranch, head) {
  const base = await mergeBaseWith(repository, head, defaultBranch);
  return base.sha === head ? await parentBase(repository, head) : base;
}
async function pullRequestBase(repository, { headSha, target }, head) {
  const [first, second, ...more] = head === headSha ? [] : await parentsOf(repository, head);
  if (first !== void 0 && second === headSha && more.length === 0)
    return await fetched(repository, first, "merge-parent");
  return await mergeBaseWith(repository, head, target);
}
async function pushBase(repository, { before, ref, defaultBranch }, head) {
  if (before !== null) return await fetched(repository, before, "before");
  if (ref === `refs/heads/${defaultBranch}`) return await parentBase(repository, head);
  return await branchBase(repository, defaultBranch, head);
}
async function parentBase(repository, head) {
  const sha2 = await firstParent(repository, head);
  if (sha2 !== null) return { sha: sha2, how: "first-parent" };
  throw new InconclusiveError(
    "no-base",
    `${short(head)} is the first commit: there is none to compare with`,
    setBase
  );
}
var setBase = "Set base: the commit, tag or branch to compare with.";
var short = (sha2) => sha2.slice(0, 7);
async function fetched(repository, sha2, how) {
  await fetchCommit(repository, sha2);
  return { sha: sha2, how };
}
async function mergeBaseWith(repository, head, branch) {
  const name = `refs/heads/${branch}`;
  const tip = (await lookUpRemote(repository, [name])).get(name);
  if (tip === void 0) throw new InconclusiveError("no-base", `origin has no branch ${branch}`, setBase);
  await fetchCommit(repository, tip);
  const sha2 = await mergeBase(repository, head, tip);
  if (sha2 !== null) return { sha: sha2, how: "merge-base" };
  throw new InconclusiveError("no-base", `${short(head)} and ${branch} have no commit in common`, setBase);
}
async function tagBase(repository, head, orParent) {
  const here = tagged(
    await git(repository, ["for-each-ref", "--format=%(objectname) %(*objectname)", "refs/tags"])
  );
  const there = await hasRemote(repository) ? [...(await lookUpRemote(repository, ["refs/tags/*"])).values()] : [];
  const tags = /* @__PURE__ */ new Set([...here, ...there]);
  const sha2 = tags.size === 0 ? null : await newestAncestor(repository, head, tags);
  if (sha2 !== null) return { sha: sha2, how: "tag" };
  if (orParent) return await parentBase(repository, head);
  throw new InconclusiveError(
    "no-base",
    "This event names no commit to compare with, and no tag is an ancestor of it",
    setBase
  );
}
var tagged = (rows) => rows.split(/\s+/).filter((sha2) => sha2 !== "");
async function localBase(repository, head, from) {
  const tip = await originDefault(repository);
  const sha2 = tip === null ? null : await askGit(repository, ["merge-base", from, tip]);
  const isWorkingTree = head.how === "working-tree";
  if (sha2 !== null && (sha2 !== from || isWorkingTree)) return { sha: sha2, how: "merge-base" };
  return isWorkingTree ? { sha: from, how: "head" } : await parentBase(repository, from);
}
async function originDefault(repository) {
  for (const ref of ["origin/HEAD", "origin/main", "origin/master"]) {
    const sha2 = await localCommit(repository, `refs/remotes/${ref}`);
    if (sha2 !== null) return sha2;
  }
  return null;
}

export {
  chooseCommits
};
