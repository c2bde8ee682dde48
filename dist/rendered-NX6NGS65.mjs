import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  formsOf,
  optionsOf
} from "./chunk-IQ73FOQI.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-5VYNXB7M.mjs";
import "./chunk-XKZJL7OQ.mjs";
import "./chunk-LBEHJWBH.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-OIJ5HXVM.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-CV4JKGTL.mjs";
import "./chunk-BBX3RURS.mjs";
import "./chunk-K5E42S7M.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  formsOf,
  optionsOf
};
