import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  publish
} from "./chunk-2FMDSWF2.mjs";
import "./chunk-SB7JIUIE.mjs";
import "./chunk-KL3OXTBM.mjs";
import "./chunk-L2IULAV3.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-T64HJJ6Q.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-AATY62QZ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-BBX3RURS.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-K5E42S7M.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  publish
};
