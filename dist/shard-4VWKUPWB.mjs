import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-DUHDAWO7.mjs";
import {
  directoryOf,
  keyOf
} from "./chunk-BO2WJCPL.mjs";
import {
  artifactName
} from "./chunk-S6YBLOS4.mjs";
import {
  setOutput,
  warning
} from "./chunk-WE6XOSAV.mjs";
import "./chunk-QHFNGDWP.mjs";
import "./chunk-LJ2E753E.mjs";
import "./chunk-Q6T5HL6V.mjs";
import "./chunk-7NOEOBYD.mjs";
import "./chunk-72OASF4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2KWMSXSM.mjs";
import "./chunk-ENG4ZEBK.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-QTXZGN72.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-DFUOYYOJ.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-BYKPD5OU.mjs";
import {
  ConfigError
} from "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/shard.ts
async function measureShard(job, inputs, request, giveBack) {
  const { side, trial } = inputs;
  if (side === null)
    throw new ConfigError("mode: measure needs the input `side`", "Write side: base or side: head.");
  const out = directoryOf(job, inputs);
  const files = await measureSide({ ...request, side, trial, out });
  giveBack();
  setOutput("trials", out);
  if (inputs.artifact ?? job.keepsArtifacts) {
    const { keepArtifact } = await import("./artifact-UUWARV7N.mjs");
    const name = artifactName(keyOf(job, inputs));
    await keepArtifact(name, out, files).catch(
      (error) => warning(lost(error), { title: "leakdiff" })
    );
  }
  return 0;
}
function lost(error) {
  const why = error instanceof Error ? error.message || error.name : String(error);
  return `The trials could not be kept as an artifact: ${why}`;
}
export {
  measureShard
};
