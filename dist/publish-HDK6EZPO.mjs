import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  publish
} from "./chunk-VXVCETQ5.mjs";
import "./chunk-F5Z5Y3X6.mjs";
import "./chunk-KZKVMRVO.mjs";
import "./chunk-6NXCH33W.mjs";
import "./chunk-S6YBLOS4.mjs";
import "./chunk-WE6XOSAV.mjs";
import "./chunk-72OASF4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  publish
};
