import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  configOf,
  measured,
  runCommand,
  tell
} from "./chunk-A4OU6FLQ.mjs";
import "./chunk-KFHZXHTS.mjs";
import "./chunk-6NXCH33W.mjs";
import "./chunk-2623WFVI.mjs";
import "./chunk-JB6NXLET.mjs";
import "./chunk-4NYGDQSA.mjs";
import "./chunk-LJ2E753E.mjs";
import "./chunk-Q6T5HL6V.mjs";
import "./chunk-7NOEOBYD.mjs";
import "./chunk-72OASF4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2KWMSXSM.mjs";
import "./chunk-ENG4ZEBK.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-QTXZGN72.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-DFUOYYOJ.mjs";
import "./chunk-3LVY5SMX.mjs";
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
