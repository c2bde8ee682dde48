import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  openCheckout,
  repositoryOf
} from "./chunk-IIZMLPXT.mjs";
import "./chunk-3OIC3673.mjs";
import "./chunk-VUL2MIG3.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-SJNB7N5Y.mjs";
import "./chunk-LBAMPMAV.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-QXBIMX27.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-KDROV2HG.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  openCheckout,
  repositoryOf
};
