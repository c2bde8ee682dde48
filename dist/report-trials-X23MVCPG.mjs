import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  reportTrials
} from "./chunk-USCZYAHZ.mjs";
import "./chunk-SIWKI2Y6.mjs";
import "./chunk-YXRPWZ6Q.mjs";
import "./chunk-SH4UHJCO.mjs";
import "./chunk-IGADYRAT.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-FG4WZKLH.mjs";
import "./chunk-PMHVJL5I.mjs";
import "./chunk-IYPINDWN.mjs";
import "./chunk-3XVHTTIS.mjs";
import "./chunk-3XFLGQ6Z.mjs";
import "./chunk-JG2PUAYU.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-V62L7PEB.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-ZWO66EDG.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-YYZMG6OO.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-FH4PVKB2.mjs";
import "./chunk-TWHYNVBQ.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-I4AKQYZS.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-HWK5RCUP.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  reportTrials
};
