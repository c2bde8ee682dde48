import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-G7W3FKXM.mjs";
import "./chunk-HQOXWBOA.mjs";
import "./chunk-LIX2NSLL.mjs";
import "./chunk-P63LPAWB.mjs";
import "./chunk-WSTOBAYZ.mjs";
import "./chunk-FNXELDUI.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
