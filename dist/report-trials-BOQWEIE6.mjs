import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  reportTrials
} from "./chunk-K3QSDV32.mjs";
import "./chunk-MXSVHHHH.mjs";
import "./chunk-VIP5VXS6.mjs";
import "./chunk-G7W56Q7R.mjs";
import "./chunk-FXTBCGAE.mjs";
import "./chunk-UDWAT77A.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-X2VLMNFO.mjs";
import "./chunk-WYUKARUR.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-TT7DP5PX.mjs";
import "./chunk-7HTU6Y2R.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-LXAEN53V.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-OMSFOQF5.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  reportTrials
};
