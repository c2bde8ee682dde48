import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measureSide
} from "./chunk-7YZPKXFX.mjs";
import {
  directoryOf,
  useOf
} from "./chunk-NCK7MK44.mjs";
import "./chunk-UW5VLCV7.mjs";
import "./chunk-DI5VMJV4.mjs";
import "./chunk-QB5SJ2ER.mjs";
import "./chunk-BWWQ237C.mjs";
import "./chunk-4HIZY6EU.mjs";
import "./chunk-5QPMH5S4.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-TPRFPT3X.mjs";
import "./chunk-XYVHFSFZ.mjs";
import "./chunk-KCUGFFEB.mjs";
import "./chunk-LZK46PQP.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-NGSATUY6.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-DHZHNOYE.mjs";
import "./chunk-VVR75IK4.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-PUYN3U7M.mjs";
import "./chunk-CHK6VMMB.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-7YHPPE5Y.mjs";
import {
  artifactName
} from "./chunk-CV4JKGTL.mjs";
import "./chunk-OG3FKKW7.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-7P54ZYAN.mjs";
import "./chunk-3SEDFWRF.mjs";
import {
  warn
} from "./chunk-J2A7PXP3.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-BBX3RURS.mjs";
import "./chunk-TAZMSTTI.mjs";
import {
  setOutput
} from "./chunk-AJHUMVXO.mjs";
import "./chunk-32SVG5YM.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-ETTWXARN.mjs";
import {
  ConfigError
} from "./chunk-K5E42S7M.mjs";
import "./chunk-MUV4FIWC.mjs";

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
    const { keepArtifact } = await import("./artifact-C6C6PLSY.mjs");
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
