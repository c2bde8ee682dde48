import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-VZT2FQL3.mjs";
import "./chunk-3VFTTPSA.mjs";
import "./chunk-FYPHT2ZP.mjs";
import "./chunk-JHVOGJCA.mjs";
import "./chunk-QNZ6XMFZ.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-ZDKMQV7P.mjs";
import "./chunk-XGXHOJ5H.mjs";
import "./chunk-CB767JYJ.mjs";
import "./chunk-VUL2MIG3.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-SJNB7N5Y.mjs";
import "./chunk-LBAMPMAV.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-TTA7LCIV.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import {
  directoryOf,
  useOf
} from "./chunk-PMKCCEJ7.mjs";
import "./chunk-QEOUEE27.mjs";
import "./chunk-7WGOU3MV.mjs";
import "./chunk-QXBIMX27.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import {
  artifactName
} from "./chunk-DC6IK72X.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import {
  warn
} from "./chunk-INO3K2CV.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-KDROV2HG.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-6ZJHM4Y3.mjs";
import {
  setOutput
} from "./chunk-WGMDFKAV.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-52PLB2QR.mjs";
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/job/shard.ts
async function measureShard(job, inputs, request, giveBack) {
  const { side, trial } = inputs;
  if (side === null)
    throw new ConfigError("mode: measure needs the input `side`", "Write side: base or side: head.");
  const out = directoryOf(job, inputs, "trials");
  const files = await measureSide({ ...request, side, trial, out });
  giveBack();
  setOutput("trials", out);
  if (inputs.artifact ?? job.keepsArtifacts) {
    const { keepArtifact } = await import("./artifact-F2HSL25H.mjs");
    await keepArtifact(artifactName("trials", useOf(job, inputs)), out, files).catch(
      (error) => warn(lost(error))
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
