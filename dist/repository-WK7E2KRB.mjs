import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  openRepository
} from "./chunk-YWJDASJB.mjs";
import "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  openRepository
};
