import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-4MMBOPK4.mjs";
import "./chunk-LIX2NSLL.mjs";
import "./chunk-ZXIKJHUW.mjs";
import "./chunk-LN4KT7LJ.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-P63LPAWB.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
