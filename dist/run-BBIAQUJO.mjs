import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measured,
  runCommand
} from "./chunk-WIYAIVBU.mjs";
import "./chunk-3B5JEH2F.mjs";
import "./chunk-XCSTJBDR.mjs";
import "./chunk-3SAN5U7C.mjs";
import "./chunk-FASRNPI2.mjs";
import "./chunk-J5WW3KPH.mjs";
import "./chunk-SB7JIUIE.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-NMJTOPEA.mjs";
import "./chunk-URP2GP2C.mjs";
import "./chunk-YNL2KOK4.mjs";
import "./chunk-TZNW5SLB.mjs";
import "./chunk-RNMLH42U.mjs";
import "./chunk-RAJXZSMR.mjs";
import "./chunk-BWWQ237C.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-4HIZY6EU.mjs";
import "./chunk-L2IULAV3.mjs";
import "./chunk-6JJ6QCCY.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-UDDT4YLT.mjs";
import "./chunk-KK2KOY2Q.mjs";
import "./chunk-OIJ5HXVM.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import "./chunk-CIN3FQWY.mjs";
import "./chunk-DCQLP22U.mjs";
import "./chunk-G3J57HMM.mjs";
import "./chunk-CHK6VMMB.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-DHZHNOYE.mjs";
import "./chunk-VVR75IK4.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-ZDWZW4UO.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-32SVG5YM.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-ETTWXARN.mjs";
import "./chunk-K5E42S7M.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  measured,
  runCommand
};
