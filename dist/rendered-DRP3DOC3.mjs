import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-WCSA5B4E.mjs";
import "./chunk-LIX2NSLL.mjs";
import "./chunk-ZXIKJHUW.mjs";
import "./chunk-HCUEKZMS.mjs";
import "./chunk-GJMG4VHG.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-XUGEDMDY.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-P63LPAWB.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-ZBINH7UC.mjs";
import "./chunk-QLYUJAKO.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
