import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  reportTrials
} from "./chunk-GLQJMEFB.mjs";
import "./chunk-VMARBGGA.mjs";
import "./chunk-BSZ2GKNY.mjs";
import "./chunk-I263YNBV.mjs";
import "./chunk-YLA3WEHL.mjs";
import "./chunk-RZ5OD3KY.mjs";
import "./chunk-QV76MXEE.mjs";
import "./chunk-SVI5WQIU.mjs";
import "./chunk-ETUZB6W4.mjs";
import "./chunk-M4BMEJNL.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-MWVL6V3Q.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-G5JWMTFP.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-YQE3U2XV.mjs";
import "./chunk-FTQT7EFU.mjs";
import "./chunk-HDXDMNB2.mjs";
import "./chunk-P6VRGY5W.mjs";
import "./chunk-6MKVDNNY.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import "./chunk-PELI3FRK.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-7VOJPYMV.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-LDHTI74T.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-NTM3MBXI.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-X7KSFC6Y.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  reportTrials
};
