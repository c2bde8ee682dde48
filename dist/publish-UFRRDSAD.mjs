import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  publish
} from "./chunk-TWKWV6PJ.mjs";
import "./chunk-SMRRN24X.mjs";
import "./chunk-AEYS2L4Y.mjs";
import "./chunk-WKOWULAO.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-3AST5LAB.mjs";
import "./chunk-6CTSSK25.mjs";
import "./chunk-2AZBFOBH.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-CYTD46RV.mjs";
import "./chunk-GOXNDPBR.mjs";
import "./chunk-T64HJJ6Q.mjs";
import "./chunk-7UIBB572.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-OT7SBSCU.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-G5JWMTFP.mjs";
import "./chunk-46F4HEOB.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-JHAVETQS.mjs";
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
import "./chunk-UCOVSFYK.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-COKKKYYG.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  publish
};
