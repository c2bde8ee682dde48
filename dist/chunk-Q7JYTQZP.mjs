import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  artifactPrefix,
  spaceOf
} from "./chunk-VAU5ECCJ.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/github/job/shards.ts
import { resolve } from "node:path";
function shardsOf(job, inputs, log) {
  const space = spaceOf({ workflow: job.workflow, given: inputs.commentKey });
  return shardsIn(job, inputs, log, [`${artifactPrefix("trials")}${space}`]);
}
function shardsOfRun(job, inputs, log, workflow) {
  if (workflow === null && inputs.commentKey === null)
    return { ...shardsIn(job, inputs, log, []), accepts: () => true };
  const space = spaceOf({ workflow: workflow ?? "", given: inputs.commentKey });
  return shardsIn(job, inputs, log, [
    `${artifactPrefix("trials")}${space}`,
    `${artifactPrefix("report")}${space}`
  ]);
}
function shardsIn(job, { shards }, log, prefixes) {
  if (shards === null) throw noShards;
  const passed = /* @__PURE__ */ new Set();
  const accepts = (path) => {
    const artifact = path.split("/").find((folder) => /^leakdiff-(?:trials|report)-/.test(folder));
    if (artifact === void 0 || prefixes.some((prefix) => isOf(artifact, prefix))) return true;
    if (!passed.has(artifact)) log.step(`Skipped, as it does not belong to this report: ${artifact}`);
    passed.add(artifact);
    return false;
  };
  return { directories: [resolve(job.workspace, shards)], accepts };
}
var isOf = (artifact, prefix) => artifact === prefix || ["+", "~~"].some((next) => artifact.startsWith(`${prefix}${next}`));
var noShards = new ConfigError(
  "mode: report needs the input `shards`",
  "Give the directory into which actions/download-artifact has put what mode: measure left."
);

export {
  shardsOf,
  shardsOfRun
};
