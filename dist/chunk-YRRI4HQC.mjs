import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  artifactName,
  commentKey,
  legOf,
  legTitle
} from "./chunk-VAU5ECCJ.mjs";

// src/github/job/target.ts
import { randomBytes } from "node:crypto";
import { join } from "node:path";
function targetOf({ job, pullRequest, inputs, config }, result) {
  const stopped = result.reasons.some((reason) => reason.code === "interrupted");
  return {
    job,
    pullRequest,
    token: inputs.token,
    artifactName: artifactName("report", useOf(job, inputs)),
    voice: voiceOf(job, inputs),
    directory: directoryOf(job, inputs, "report"),
    comment: stopped ? "never" : config.comment,
    failOn: config.failOn,
    artifact: !stopped && (inputs.artifact ?? job.keepsArtifacts)
  };
}
function voiceOf(job, inputs) {
  const use = useOf(job, inputs);
  const leg = legOf(use);
  const by = { run: job.run, attempt: job.attempt, writer: randomBytes(6).toString("hex") };
  if (leg === null) return { key: commentKey(use), leg: ".", title: null, by, legs: 1, index: null };
  const key = commentKey({ ...use, name: null });
  return { key, leg, title: legTitle(use), by, legs: inputs.legs, index: inputs.leg };
}
function useOf(job, { commentKey: given, config, matrix, scalars, workload }) {
  const { id, step, workflow } = job;
  return { workflow, job: id, step, name: scalars.name ?? workload, config, matrix, given };
}
var directoryOf = (job, inputs, kind) => join(job.temp, artifactName(kind, useOf(job, inputs)));

export {
  targetOf,
  useOf,
  directoryOf
};
