import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  chooseCommits
} from "./chunk-XFGKG6TE.mjs";
import "./chunk-7HTU6Y2R.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-LXAEN53V.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  chooseCommits
};
