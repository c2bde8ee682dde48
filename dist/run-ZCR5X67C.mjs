import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  configOf,
  measured,
  runCommand,
  tell
} from "./chunk-XZLKI4QC.mjs";
import "./chunk-7BNWYGZA.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-YJVA45FW.mjs";
import "./chunk-2623WFVI.mjs";
import "./chunk-JB6NXLET.mjs";
import "./chunk-4NYGDQSA.mjs";
import "./chunk-BXAV7LJL.mjs";
import "./chunk-XVD75D6G.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-4CFVBQWG.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-3XWHAXI3.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-U7KW475E.mjs";
import "./chunk-2N7KZUWK.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  configOf,
  measured,
  runCommand,
  tell
};
