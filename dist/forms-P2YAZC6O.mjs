import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-LYMMOSA3.mjs";
import "./chunk-UTRPSPI7.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-42B643EE.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-VFIJF76T.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
