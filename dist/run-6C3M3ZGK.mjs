import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measured,
  runCommand
} from "./chunk-S3YETDZM.mjs";
import "./chunk-UDQAOHLW.mjs";
import "./chunk-6X64HDIC.mjs";
import "./chunk-OJAMNIEM.mjs";
import "./chunk-CFBVYM3D.mjs";
import "./chunk-OE3GZVEH.mjs";
import "./chunk-RMSME4ZU.mjs";
import "./chunk-LFXAUP2U.mjs";
import "./chunk-T2B2SFTY.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-KMW2363W.mjs";
import "./chunk-CPERWUR6.mjs";
import "./chunk-FCYXJDKY.mjs";
import "./chunk-BNVUJ3GS.mjs";
import "./chunk-ZQCEOS5K.mjs";
import "./chunk-6BRDJC6U.mjs";
import "./chunk-S52UK46B.mjs";
import "./chunk-MKU3WIQ6.mjs";
import "./chunk-F243NIZH.mjs";
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
import "./chunk-PDKNU2TK.mjs";
import "./chunk-PELI3FRK.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-7VOJPYMV.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-LDHTI74T.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-FASRNPI2.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-XVFMAFTK.mjs";
import "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-NTM3MBXI.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-X7KSFC6Y.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  measured,
  runCommand
};
