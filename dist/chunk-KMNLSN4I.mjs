import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  exitStatus
} from "./chunk-7RZFDP7O.mjs";

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
