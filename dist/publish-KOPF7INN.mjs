import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  publish
} from "./chunk-SJEUYFCD.mjs";
import "./chunk-T2B2SFTY.mjs";
import "./chunk-HKBJW2IO.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-JDEKFKRA.mjs";
import "./chunk-CYTD46RV.mjs";
import "./chunk-A7TR5X44.mjs";
import "./chunk-T64HJJ6Q.mjs";
import "./chunk-TC5V2QWP.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-4PCQQIY2.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-OIJ5HXVM.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-IK5JIDRK.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-VAU5ECCJ.mjs";
import "./chunk-FASRNPI2.mjs";
import "./chunk-ZDWZW4UO.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  publish
};
