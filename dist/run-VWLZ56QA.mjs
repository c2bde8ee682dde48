import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  linesOf,
  run
} from "./chunk-SUJP3QUX.mjs";
import "./chunk-GCB3DXSB.mjs";
import "./chunk-YA24YZLN.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-FPB6MJ4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-RIMC6TBK.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-LLOILHPZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-G7OKKJJW.mjs";
import "./chunk-TYNDWYQ4.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  linesOf,
  run
};
