import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measureSide
} from "./chunk-KUIN33C6.mjs";
import {
  directoryOf,
  useOf
} from "./chunk-NCK7MK44.mjs";
import "./chunk-UW5VLCV7.mjs";
import "./chunk-YIOMXB4Y.mjs";
import "./chunk-74BLDGSU.mjs";
import "./chunk-G5R6S6VZ.mjs";
import "./chunk-EJH5REH3.mjs";
import "./chunk-EJDWTHRF.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-TPRFPT3X.mjs";
import "./chunk-XYVHFSFZ.mjs";
import "./chunk-KCUGFFEB.mjs";
import "./chunk-YS4ZDVDN.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-WMOFDPA4.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-CWKBEJW7.mjs";
import "./chunk-ELNZ47PU.mjs";
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
import "./chunk-EAFISJLP.mjs";
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
    const { keepArtifact } = await import("./artifact-Z3W5L3C6.mjs");
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
