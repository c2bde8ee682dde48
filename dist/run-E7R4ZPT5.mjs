import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  linesOf,
  run
} from "./chunk-BT46ZSMM.mjs";
import "./chunk-LLOILHPZ.mjs";
import "./chunk-CL7BKQ32.mjs";
import "./chunk-BOPVIHNV.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-ZR3UKJXG.mjs";
import "./chunk-TYNDWYQ4.mjs";
import "./chunk-5MQ4W57O.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-LUQLO57E.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-7WGOU3MV.mjs";
import "./chunk-V6EKXHV4.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  linesOf,
  run
};
