import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measured,
  runCommand,
  tell
} from "./chunk-Z52BDCGM.mjs";
import "./chunk-YJVA45FW.mjs";
import "./chunk-2623WFVI.mjs";
import "./chunk-JB6NXLET.mjs";
import "./chunk-4NYGDQSA.mjs";
import "./chunk-P2C6OIFY.mjs";
import "./chunk-ZYGKTLO2.mjs";
import "./chunk-HBCPJZSZ.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-KRORAU5B.mjs";
import "./chunk-2N7KZUWK.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-SOS7EEI3.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-5O5TUWIP.mjs";
import "./chunk-4JQLRRJZ.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  measured,
  runCommand,
  tell
};
