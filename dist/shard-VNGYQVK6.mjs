import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-KXMNM4YY.mjs";
import {
  directoryOf,
  keyOf
} from "./chunk-OGY53EJN.mjs";
import {
  artifactName
} from "./chunk-RXKMRQ6R.mjs";
import {
  setOutput
} from "./chunk-WE6XOSAV.mjs";
import "./chunk-R3D5S4IB.mjs";
import "./chunk-PIGE2JHZ.mjs";
import "./chunk-6PGW3NJ4.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-7ZYAI5EC.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L6CBNR6R.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-2LHJRCZ5.mjs";
import "./chunk-VFIJF76T.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-BYKPD5OU.mjs";
import {
  ConfigError
} from "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/shard.ts
async function measureShard(job, inputs, request, giveBack) {
  const { side } = inputs;
  if (side === null)
    throw new ConfigError("mode: measure needs the input `side`", "Write side: base or side: head.");
  const out = directoryOf(job, inputs);
  const files = await measureSide({ ...request, side, out });
  giveBack();
  setOutput("trials", out);
  if (inputs.artifact ?? job.keepsArtifacts) {
    const { keepArtifact } = await import("./artifact-ETQ5VJAC.mjs");
    await keepArtifact(artifactName(keyOf(job, inputs)), out, files);
  }
  return 0;
}
export {
  measureShard
};
