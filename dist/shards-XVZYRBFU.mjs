import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  shardsOf,
  shardsOfRun
} from "./chunk-D2CUB2JY.mjs";
import "./chunk-DC6IK72X.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  shardsOf,
  shardsOfRun
};
