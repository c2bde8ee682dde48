import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  reportTrials
} from "./chunk-QE6Z7ZQ3.mjs";
import "./chunk-PVE33UEU.mjs";
import "./chunk-SBEVDZQ3.mjs";
import "./chunk-23G3P25D.mjs";
import "./chunk-FNXELDUI.mjs";
import "./chunk-HBDHTXVL.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-4GX4QWZP.mjs";
import "./chunk-RSSAQIA3.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
import "./chunk-IR35DKXA.mjs";
import "./chunk-7HTU6Y2R.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-LXAEN53V.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-QDEHGOU7.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  reportTrials
};
