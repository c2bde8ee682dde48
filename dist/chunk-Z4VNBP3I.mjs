import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  int,
  object,
  string
} from "./chunk-4NFQOBOK.mjs";
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";

// src/github/fork/run.ts
var repository = object({
  full_name: string().regex(/^[\w.-]+\/[\w.-]+$/),
  owner: object({ login: string().min(1) })
});
var payloadSchema = object({
  workflow_run: object({
    id: int().positive(),
    event: string(),
    head_sha: string().regex(/^[0-9a-f]{40,64}$/),
    head_branch: string().nullable(),
    // null once the fork was deleted
    head_repository: repository.nullable()
  })
});
function forkRunOf(payload, job) {
  const checked = payloadSchema.safeParse(payload);
  if (!checked.success)
    throw new ConfigError("The event is no workflow_run event.", "Run this workflow on: workflow_run.");
  const { event, head_branch: branch, head_repository: fork, head_sha: sha, id } = checked.data.workflow_run;
  const own = `${job.repository.owner}/${job.repository.repo}`;
  if (event !== "pull_request" || fork === null || branch === null || fork.full_name === own) return null;
  return { id, sha, branch, fork: { fullName: fork.full_name, owner: fork.owner.login } };
}
async function findPullRequests(github, job, run) {
  const pulls = await github.paginate(github.rest.pulls.list, {
    ...job.repository,
    state: "open",
    head: `${run.fork.owner}:${run.branch}`,
    per_page: 100
  });
  if (!Array.isArray(pulls) || !pulls.every(isPullRequest))
    throw new Error("GitHub answered with something that is no list of pull requests.");
  return pulls.filter(
    ({ head }) => head.sha === run.sha && head.ref === run.branch && head.repo?.full_name === run.fork.fullName
  ).map(({ number }) => number);
}
var isPullRequest = (value) => typeof value === "object" && value !== null && "number" in value && "head" in value;
function originOf(job, run) {
  const { owner, repo } = job.repository;
  const url = `${job.serverUrl}/${owner}/${repo}/actions/runs/${run.id}`;
  return `Measured by [run ${run.id}](${url}) of \`${run.fork.fullName}\`; the figures are that fork\u2019s own, and that run is the check.`;
}

export {
  forkRunOf,
  findPullRequests,
  originOf
};
