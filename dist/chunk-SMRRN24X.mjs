import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  summary
} from "./chunk-QA6YXA5M.mjs";

// src/github/publish/summary.ts
var longestSummary = 1024 * 1024;
async function writeSummary(markdown) {
  const size = Buffer.byteLength(markdown);
  if (size > longestSummary) throw new Error(`it has ${size} bytes and GitHub shows ${longestSummary}`);
  await summary.addRaw(markdown, true).write();
}

export {
  writeSummary
};
