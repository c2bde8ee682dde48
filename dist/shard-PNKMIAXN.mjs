import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-P3RXE7NC.mjs";
import "./chunk-GCB3DXSB.mjs";
import "./chunk-YA24YZLN.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-FPB6MJ4T.mjs";
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
import "./chunk-AQI3JSHU.mjs";
import "./chunk-RIMC6TBK.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-L57F3A4J.mjs";
import {
  setOutput,
  warning
} from "./chunk-WGMDFKAV.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-G7OKKJJW.mjs";
import "./chunk-TYNDWYQ4.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
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
