import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  chooseCommits
} from "./chunk-XCLL5BU4.mjs";
import "./chunk-K4SR3OW2.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-SJNB7N5Y.mjs";
import "./chunk-LBAMPMAV.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  chooseCommits
};
