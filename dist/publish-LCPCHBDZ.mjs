import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  publish
} from "./chunk-VOLA7WIA.mjs";
import "./chunk-KMNLSN4I.mjs";
import "./chunk-M6ODLZFU.mjs";
import "./chunk-Q7A5SSN6.mjs";
import "./chunk-P63LPAWB.mjs";
import "./chunk-ZRD7CAPS.mjs";
import "./chunk-WGMDFKAV.mjs";
import "./chunk-554FMUD6.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  publish
};
