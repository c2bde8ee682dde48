import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  formsOf,
  optionsOf,
  profileFolder
} from "./chunk-HKBJW2IO.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-JDEKFKRA.mjs";
import "./chunk-CYTD46RV.mjs";
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
import "./chunk-3D67X6WZ.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  formsOf,
  optionsOf,
  profileFolder
};
