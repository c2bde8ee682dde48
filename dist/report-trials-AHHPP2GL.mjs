import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  reportTrials
} from "./chunk-7VR5O5OY.mjs";
import "./chunk-SIWKI2Y6.mjs";
import "./chunk-IY56X4V7.mjs";
import "./chunk-HDXVSWXT.mjs";
import "./chunk-QPKL35W6.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-IVSEAVQH.mjs";
import "./chunk-GBJZ5JJT.mjs";
import "./chunk-BN4ZVCGV.mjs";
import "./chunk-UKLTMULF.mjs";
import "./chunk-AZ5W2KJP.mjs";
import "./chunk-JG2PUAYU.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-ZV7FSB7T.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-REWRJ5T6.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-YYZMG6OO.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-GMSAZYUE.mjs";
import "./chunk-HIUHZZAT.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import "./chunk-XBBUV2BV.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-NWGVHW33.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-DYBPQSYC.mjs";
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
