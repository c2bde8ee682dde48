import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-S3TJKTHO.mjs";
import "./chunk-ZXIKJHUW.mjs";
import "./chunk-YQUJ7A6P.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-H233I2B4.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-DC6IK72X.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  formsOf,
  optionsOf
};
