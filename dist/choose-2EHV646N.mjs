import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  chooseCommits
} from "./chunk-53DNKHQK.mjs";
import "./chunk-MOQ6QF2Z.mjs";
import "./chunk-NYXUHDSP.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  chooseCommits
};
