import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  openRepository
} from "./chunk-G6BNPRJ6.mjs";
import "./chunk-LXAEN53V.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  openRepository
};
