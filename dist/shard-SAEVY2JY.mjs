import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-WSR25UUR.mjs";
import "./chunk-URPKMDW3.mjs";
import "./chunk-TMYAD2LD.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-VQWWOZ5U.mjs";
import "./chunk-ZHXCXC2K.mjs";
import "./chunk-JCVHDEMN.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import {
  directoryOf,
  keyOf
} from "./chunk-WFOV7J3K.mjs";
import {
  artifactName
} from "./chunk-P63LPAWB.mjs";
import "./chunk-JP7EGA7L.mjs";
import "./chunk-RVGXARXP.mjs";
import "./chunk-RSSAQIA3.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
import "./chunk-M2D7RIK2.mjs";
import {
  setOutput,
  warning
} from "./chunk-WGMDFKAV.mjs";
import "./chunk-IR35DKXA.mjs";
import "./chunk-NYXUHDSP.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-QDEHGOU7.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/job/shard.ts
async function measureShard(job, inputs, request, giveBack) {
  const { side, trial } = inputs;
  if (side === null)
    throw new ConfigError("mode: measure needs the input `side`", "Write side: base or side: head.");
  const out = directoryOf(job, inputs);
  const files = await measureSide({ ...request, side, trial, out });
  giveBack();
  setOutput("trials", out);
  if (inputs.artifact ?? job.keepsArtifacts) {
    const { keepArtifact } = await import("./artifact-TTX3GQW3.mjs");
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
