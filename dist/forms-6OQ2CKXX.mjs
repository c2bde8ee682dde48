import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-5WWOXRMF.mjs";
import "./chunk-47MY42LD.mjs";
import "./chunk-6SJR6SQD.mjs";
import "./chunk-S6YBLOS4.mjs";
import "./chunk-23G3P25D.mjs";
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
