import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  chooseCommits
} from "./chunk-NMHROQIE.mjs";
import "./chunk-PY2LW3PO.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  chooseCommits
};
