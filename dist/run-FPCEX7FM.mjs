import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  configOf,
  measured,
  runCommand,
  tell
} from "./chunk-6IFG5TRW.mjs";
import "./chunk-FC7OGNJJ.mjs";
import "./chunk-KMNLSN4I.mjs";
import "./chunk-HL2PCAZ2.mjs";
import "./chunk-7B5EFLFT.mjs";
import "./chunk-G6BNPRJ6.mjs";
import "./chunk-PHJJ66NI.mjs";
import "./chunk-A5AQRI6T.mjs";
import "./chunk-FXTBCGAE.mjs";
import "./chunk-CIOQOMTY.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-MH5MDCGW.mjs";
import "./chunk-WYUKARUR.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-QTXZGN72.mjs";
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
  configOf,
  measured,
  runCommand,
  tell
};
