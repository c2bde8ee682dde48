import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  reportTrials
} from "./chunk-63FTEHZ5.mjs";
import "./chunk-LDZSF5GC.mjs";
import "./chunk-URPKMDW3.mjs";
import "./chunk-TMYAD2LD.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-VQWWOZ5U.mjs";
import "./chunk-ZHXCXC2K.mjs";
import "./chunk-JCVHDEMN.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-JP7EGA7L.mjs";
import "./chunk-RVGXARXP.mjs";
import "./chunk-RSSAQIA3.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
import "./chunk-M2D7RIK2.mjs";
import "./chunk-IR35DKXA.mjs";
import "./chunk-MOQ6QF2Z.mjs";
import "./chunk-NYXUHDSP.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-QDEHGOU7.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  reportTrials
};
