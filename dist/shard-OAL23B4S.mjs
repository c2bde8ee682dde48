import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-62XIHZGR.mjs";
import "./chunk-PVE33UEU.mjs";
import {
  directoryOf,
  keyOf
} from "./chunk-3JWZZVJB.mjs";
import {
  artifactName
} from "./chunk-S6YBLOS4.mjs";
import {
  setOutput,
  warning
} from "./chunk-WGMDFKAV.mjs";
import "./chunk-SBEVDZQ3.mjs";
import "./chunk-23G3P25D.mjs";
import "./chunk-FNXELDUI.mjs";
import "./chunk-HBDHTXVL.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-4GX4QWZP.mjs";
import "./chunk-RSSAQIA3.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
import "./chunk-IR35DKXA.mjs";
import "./chunk-7HTU6Y2R.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-LXAEN53V.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-QDEHGOU7.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";
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
    const { keepArtifact } = await import("./artifact-HRYBH7QE.mjs");
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
