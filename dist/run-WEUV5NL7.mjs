import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  linesOf,
  run
} from "./chunk-NLFYWTFB.mjs";
import "./chunk-4JWY6PTJ.mjs";
import "./chunk-554FMUD6.mjs";
import "./chunk-WSTOBAYZ.mjs";
import "./chunk-FNXELDUI.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-4GX4QWZP.mjs";
import "./chunk-RSSAQIA3.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
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
  linesOf,
  run
};
