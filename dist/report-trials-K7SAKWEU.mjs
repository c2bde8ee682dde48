import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  reportTrials
} from "./chunk-45Z2NRAN.mjs";
import "./chunk-UW5VLCV7.mjs";
import "./chunk-GKKD223R.mjs";
import "./chunk-TZNW5SLB.mjs";
import "./chunk-DI5VMJV4.mjs";
import "./chunk-QB5SJ2ER.mjs";
import "./chunk-BWWQ237C.mjs";
import "./chunk-4HIZY6EU.mjs";
import "./chunk-5QPMH5S4.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-TPRFPT3X.mjs";
import "./chunk-XYVHFSFZ.mjs";
import "./chunk-KCUGFFEB.mjs";
import "./chunk-LZK46PQP.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-NGSATUY6.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-DHZHNOYE.mjs";
import "./chunk-VVR75IK4.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-PUYN3U7M.mjs";
import "./chunk-CHK6VMMB.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-OG3FKKW7.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-7P54ZYAN.mjs";
import "./chunk-3SEDFWRF.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-BBX3RURS.mjs";
import "./chunk-32SVG5YM.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-ETTWXARN.mjs";
import "./chunk-K5E42S7M.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  reportTrials
};
