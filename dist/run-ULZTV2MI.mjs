import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  linesOf,
  run
} from "./chunk-LA3PTU2Z.mjs";
import "./chunk-WZWOZUFA.mjs";
import "./chunk-HXFJISC4.mjs";
import "./chunk-RZ5OD3KY.mjs";
import "./chunk-E2MXHJUP.mjs";
import "./chunk-4ULQGOGI.mjs";
import "./chunk-ETUZB6W4.mjs";
import "./chunk-MXNZJYGC.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-EW3QTFDL.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-SKUKEGVV.mjs";
import "./chunk-6MKVDNNY.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-N2VHUFJW.mjs";
import "./chunk-WZASCX6S.mjs";
import "./chunk-HDXDMNB2.mjs";
import "./chunk-NO7UNKC5.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import "./chunk-X6IG3NUN.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-CMTNMWAS.mjs";
import "./chunk-YVJGUYQW.mjs";
import "./chunk-HISLBG2D.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-VAZMPTTS.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-T7OFUWTD.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-323JWU3O.mjs";
import "./chunk-3Q4WSZVG.mjs";
import "./chunk-NTM3MBXI.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-BN2742AX.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  linesOf,
  run
};
