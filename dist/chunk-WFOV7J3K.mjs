import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  artifactName,
  commentKey,
  voiceOf
} from "./chunk-P63LPAWB.mjs";
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";

// src/github/job/target.ts
import { join, resolve } from "node:path";
function targetOf({ job, pullRequest, inputs, config }, result) {
  const { legs, token } = inputs;
  const voice = voiceOf(useOf(job, inputs));
  const stopped = result.reasons.some((reason) => reason.code === "interrupted");
  return {
    job,
    pullRequest,
    token,
    key: keyOf(job, inputs),
    commentKey: voice.key,
    section: voice.leg === null ? null : { leg: voice.leg, run: job.run, legs },
    directory: directoryOf(job, inputs),
    comment: stopped ? "never" : config.comment,
    failOn: config.failOn,
    artifact: !stopped && (inputs.artifact ?? job.keepsArtifacts)
  };
}
var keyOf = (job, inputs) => commentKey(useOf(job, inputs));
function useOf(job, { commentKey: given, matrix, scalars, workload }) {
  return { workflow: job.workflow, job: job.id, name: scalars.name ?? workload, matrix, given };
}
var directoryOf = (job, inputs) => join(job.temp, artifactName(keyOf(job, inputs)));
function shardsOf(job, { shards }) {
  if (shards !== null) return resolve(job.workspace, shards);
  throw new ConfigError(
    "mode: report needs the input `shards`",
    "Give the directory into which actions/download-artifact has put what mode: measure left."
  );
}

export {
  targetOf,
  keyOf,
  directoryOf,
  shardsOf
};
