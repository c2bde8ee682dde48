import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  openCheckout,
  repositoryOf
} from "./chunk-WLGLTN3V.mjs";
import "./chunk-IBO2HXV7.mjs";
import "./chunk-5MQ4W57O.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-V6EKXHV4.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  openCheckout,
  repositoryOf
};
