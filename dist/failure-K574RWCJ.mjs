import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  annotate
} from "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import {
  withoutPrivate
} from "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import {
  UserError,
  describeError,
  exitStatus,
  notPermitted
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/job/failure.ts
function tellFailure(thrown) {
  const error = notPermitted(thrown) ?? thrown;
  annotate("error", withoutPrivate(describeError(error)));
  return error instanceof UserError ? exitStatus.usage : exitStatus.bug;
}
export {
  tellFailure
};
