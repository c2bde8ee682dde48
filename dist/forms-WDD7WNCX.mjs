import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-C6TCGSWK.mjs";
import "./chunk-6SJR6SQD.mjs";
import "./chunk-KFHZXHTS.mjs";
import "./chunk-S6YBLOS4.mjs";
import "./chunk-Q6T5HL6V.mjs";
import "./chunk-7NOEOBYD.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
