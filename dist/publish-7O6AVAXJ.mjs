import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  publish
} from "./chunk-CNU66MAT.mjs";
import "./chunk-T2B2SFTY.mjs";
import "./chunk-A7TR5X44.mjs";
import "./chunk-ZC5NS4Y4.mjs";
import "./chunk-7CIQOWOR.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-T64HJJ6Q.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  publish
};
