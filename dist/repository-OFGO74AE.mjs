import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  openRepository
} from "./chunk-7QTH3J5O.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  openRepository
};
