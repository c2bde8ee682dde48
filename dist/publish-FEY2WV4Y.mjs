import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  publish
} from "./chunk-H6U42W4V.mjs";
import "./chunk-KMNLSN4I.mjs";
import "./chunk-FPB6MJ4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-M6ODLZFU.mjs";
import "./chunk-Q7A5SSN6.mjs";
import "./chunk-P63LPAWB.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-ZRD7CAPS.mjs";
import "./chunk-WGMDFKAV.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  publish
};
