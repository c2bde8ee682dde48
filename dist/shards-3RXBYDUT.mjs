import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  shardsOf,
  shardsOfRun
} from "./chunk-Q7JYTQZP.mjs";
import "./chunk-VAU5ECCJ.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  shardsOf,
  shardsOfRun
};
