import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  publish
} from "./chunk-L6WCAPLI.mjs";
import "./chunk-KMNLSN4I.mjs";
import "./chunk-W5QEDBFV.mjs";
import "./chunk-AFT4ERF7.mjs";
import "./chunk-S6YBLOS4.mjs";
import "./chunk-SF3IC2O6.mjs";
import "./chunk-UDWAT77A.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  publish
};
