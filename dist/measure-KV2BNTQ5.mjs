import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  buildResult
} from "./chunk-OKCNATIS.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-BSZV5EKB.mjs";
import "./chunk-AM356UNS.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import {
  withoutPrivate
} from "./chunk-3D67X6WZ.mjs";
import {
  InconclusiveError
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/job/measure.ts
async function measure({ sha, choose, run }) {
  const started = performance.now();
  let commits = { base: null, head: { sha, how: "head" } };
  try {
    const chosen = await choose();
    commits = chosen;
    return await run(chosen);
  } catch (error) {
    if (!(error instanceof InconclusiveError)) throw error;
    const reasons = [
      { code: error.code, text: withoutPrivate(error.message), remedy: withoutPrivate(error.remedy) }
    ];
    const seconds = (performance.now() - started) / 1e3;
    return buildResult({ version, ...commits, reasons, workloads: [], seconds });
  }
}
export {
  measure
};
