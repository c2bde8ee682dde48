import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  linesOf,
  run
} from "./chunk-GZJCZNNT.mjs";
import "./chunk-K4SR3OW2.mjs";
import "./chunk-3VFTTPSA.mjs";
import "./chunk-FYPHT2ZP.mjs";
import "./chunk-JHVOGJCA.mjs";
import "./chunk-QNZ6XMFZ.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-ZDKMQV7P.mjs";
import "./chunk-XGXHOJ5H.mjs";
import "./chunk-CB767JYJ.mjs";
import "./chunk-VUL2MIG3.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-SJNB7N5Y.mjs";
import "./chunk-LBAMPMAV.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-TTA7LCIV.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-7WGOU3MV.mjs";
import "./chunk-QXBIMX27.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-KDROV2HG.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-52PLB2QR.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  linesOf,
  run
};
