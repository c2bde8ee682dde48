import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-YU3A3CAX.mjs";
import "./chunk-LIX2NSLL.mjs";
import "./chunk-ZXIKJHUW.mjs";
import "./chunk-KP5J66GO.mjs";
import "./chunk-TMYAD2LD.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-VQWWOZ5U.mjs";
import "./chunk-ZHXCXC2K.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-P63LPAWB.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
