import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  chooseCommits
} from "./chunk-L74JFQIU.mjs";
import "./chunk-YGNNADIQ.mjs";
import "./chunk-3VGNEM4M.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-LDLBS52G.mjs";
import "./chunk-VVR75IK4.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  chooseCommits
};
