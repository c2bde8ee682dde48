import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  publish
} from "./chunk-DKAOV4L5.mjs";
import "./chunk-SMRRN24X.mjs";
import "./chunk-DM3AJQTQ.mjs";
import "./chunk-37KHULWB.mjs";
import "./chunk-4ZALGVKS.mjs";
import "./chunk-P6OYUYKH.mjs";
import "./chunk-ATJKPRVI.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-2P7EBEDF.mjs";
import "./chunk-CYTD46RV.mjs";
import "./chunk-VAU5ECCJ.mjs";
import "./chunk-GOXNDPBR.mjs";
import "./chunk-T64HJJ6Q.mjs";
import "./chunk-ZSCABBQN.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-QKW4WOB4.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-BSZV5EKB.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-DWPA6LHS.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  publish
};
