import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  buildResult
} from "./chunk-ZR3UKJXG.mjs";
import "./chunk-TYNDWYQ4.mjs";
import {
  withoutPrivate
} from "./chunk-4IUGIOWC.mjs";
import {
  version
} from "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
import {
  InconclusiveError
} from "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";

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
