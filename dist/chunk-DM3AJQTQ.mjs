import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";

// src/report/step-status.ts
var excused = {
  inconclusive: [],
  leak: ["inconclusive"],
  never: ["inconclusive", "fail"]
};
function stepStatus(verdict, failOn) {
  return excused[failOn].includes(verdict) ? exitStatus.pass : exitStatus[verdict];
}

export {
  stepStatus
};
