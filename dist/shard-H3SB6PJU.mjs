import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measureSide
} from "./chunk-JZE5IM3T.mjs";
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
import "./chunk-FMJYW3N3.mjs";
import "./chunk-BXAV7LJL.mjs";
import "./chunk-XVD75D6G.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-4CFVBQWG.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-3XWHAXI3.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-U7KW475E.mjs";
import "./chunk-2N7KZUWK.mjs";
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
