import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  chooseCommits
} from "./chunk-J3CZOJR3.mjs";
import "./chunk-DTGRLNDB.mjs";
import "./chunk-5YNSYVTO.mjs";
import "./chunk-AIR5VDQQ.mjs";
import "./chunk-MSFNYVLN.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-XPDIYJG7.mjs";
import "./chunk-5PZ4W4TV.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-COKKKYYG.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  chooseCommits
};
