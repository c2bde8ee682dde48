import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  reportTrials
} from "./chunk-BIANE3OT.mjs";
import "./chunk-4WRVPYTI.mjs";
import "./chunk-NBL3VUPD.mjs";
import "./chunk-GJMG4VHG.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-XUGEDMDY.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-FPB6MJ4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-46GXTPEK.mjs";
import "./chunk-77YV4BUR.mjs";
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
import "./chunk-JP6LSZC5.mjs";
import "./chunk-ZBINH7UC.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-QLYUJAKO.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  reportTrials
};
