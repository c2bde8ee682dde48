import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-BFBYYAYP.mjs";
import "./chunk-TQMG5GPQ.mjs";
import "./chunk-6SJR6SQD.mjs";
import "./chunk-S6YBLOS4.mjs";
import "./chunk-7UOVJT6R.mjs";
import "./chunk-FXTBCGAE.mjs";
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
