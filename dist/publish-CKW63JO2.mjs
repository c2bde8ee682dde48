import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  publish
} from "./chunk-DV7HFCPO.mjs";
import "./chunk-SMRRN24X.mjs";
import "./chunk-T2B2SFTY.mjs";
import "./chunk-MNRBN24Y.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-KMW2363W.mjs";
import "./chunk-CPERWUR6.mjs";
import "./chunk-FCYXJDKY.mjs";
import "./chunk-BNVUJ3GS.mjs";
import "./chunk-CYTD46RV.mjs";
import "./chunk-GOXNDPBR.mjs";
import "./chunk-T64HJJ6Q.mjs";
import "./chunk-M4BMEJNL.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-MWVL6V3Q.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-G5JWMTFP.mjs";
import "./chunk-P6VRGY5W.mjs";
import "./chunk-6MKVDNNY.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-7VOJPYMV.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-VAU5ECCJ.mjs";
import "./chunk-FASRNPI2.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  publish
};
