import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-ISRCGHO6.mjs";
import "./chunk-SNZQICZ2.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-6PGW3NJ4.mjs";
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
