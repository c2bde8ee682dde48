import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  publish
} from "./chunk-B6AM2MHU.mjs";
import "./chunk-KMNLSN4I.mjs";
import "./chunk-LUQLO57E.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-IUYHVACP.mjs";
import "./chunk-UVSMYTED.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-INO3K2CV.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-6ZJHM4Y3.mjs";
import "./chunk-ZRD7CAPS.mjs";
import "./chunk-WGMDFKAV.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  publish
};
