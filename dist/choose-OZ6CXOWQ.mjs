import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  chooseCommits
} from "./chunk-WTF3VXZ5.mjs";
import "./chunk-LLOILHPZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  chooseCommits
};
