import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  publish
} from "./chunk-YURKSLB2.mjs";
import "./chunk-YJVA45FW.mjs";
import "./chunk-RXKMRQ6R.mjs";
import "./chunk-WE6XOSAV.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  publish
};
