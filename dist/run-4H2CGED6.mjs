import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measured,
  runCommand
} from "./chunk-KMXN7M5A.mjs";
import "./chunk-MKWLIA33.mjs";
import "./chunk-W5FTXB2T.mjs";
import "./chunk-Q5BIL6YT.mjs";
import "./chunk-SB7JIUIE.mjs";
import "./chunk-XI2WXUX5.mjs";
import "./chunk-CITX4XLT.mjs";
import "./chunk-74722LS7.mjs";
import "./chunk-ERFZYIL2.mjs";
import "./chunk-Y7YSIMII.mjs";
import "./chunk-JZUA74TO.mjs";
import "./chunk-YIOMXB4Y.mjs";
import "./chunk-74BLDGSU.mjs";
import "./chunk-G5R6S6VZ.mjs";
import "./chunk-EJH5REH3.mjs";
import "./chunk-EJDWTHRF.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-TPRFPT3X.mjs";
import "./chunk-XYVHFSFZ.mjs";
import "./chunk-KCUGFFEB.mjs";
import "./chunk-YS4ZDVDN.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-P6SRKUZA.mjs";
import "./chunk-WMOFDPA4.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-CWKBEJW7.mjs";
import "./chunk-ELNZ47PU.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-PUYN3U7M.mjs";
import "./chunk-CHK6VMMB.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-OG3FKKW7.mjs";
import "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-7P54ZYAN.mjs";
import "./chunk-3SEDFWRF.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-BBX3RURS.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-32SVG5YM.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-EAFISJLP.mjs";
import "./chunk-K5E42S7M.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  measured,
  runCommand
};
