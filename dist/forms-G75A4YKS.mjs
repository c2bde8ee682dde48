import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-HDSAUSVX.mjs";
import "./chunk-ARSXL5ZB.mjs";
import "./chunk-6SJR6SQD.mjs";
import "./chunk-S6YBLOS4.mjs";
import "./chunk-G7W56Q7R.mjs";
import "./chunk-FXTBCGAE.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
