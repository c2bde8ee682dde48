import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-BYKPD5OU.mjs";
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";

// src/github/fork-run.ts
var repository = external_exports.object({
  full_name: external_exports.string().regex(/^[\w.-]+\/[\w.-]+$/),
  owner: external_exports.object({ login: external_exports.string().min(1) })
});
var payloadSchema = external_exports.object({
  workflow_run: external_exports.object({
    id: external_exports.int().positive(),
    event: external_exports.string(),
    head_sha: external_exports.string().regex(/^[0-9a-f]{40,64}$/),
    head_branch: external_exports.string().nullable(),
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
async function findPullRequest(github, job, run) {
  const pulls = await github.paginate(github.rest.pulls.list, {
    ...job.repository,
    state: "open",
    head: `${run.fork.owner}:${run.branch}`,
    per_page: 100
  });
  const found = pulls.find(
    ({ head }) => head.sha === run.sha && head.ref === run.branch && head.repo?.full_name === run.fork.fullName
  );
  return found?.number ?? null;
}
function originOf(job, run) {
  const { owner, repo } = job.repository;
  const url = `${job.serverUrl}/${owner}/${repo}/actions/runs/${run.id}`;
  return `Measured by [run ${run.id}](${url}) of \`${run.fork.fullName}\`; the figures are that fork\u2019s own, and that run is the check.`;
}

export {
  forkRunOf,
  findPullRequest,
  originOf
};
