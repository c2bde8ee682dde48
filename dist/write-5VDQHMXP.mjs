import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  writePprof
} from "./chunk-2P7EBEDF.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  writePprof
};
