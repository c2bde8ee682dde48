import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-7B3SOVRO.mjs";
import "./chunk-7BNWYGZA.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-XVD75D6G.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
