import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  formsOf,
  optionsOf,
  profileFolder
} from "./chunk-BBPXOXVK.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-GGVOEDL5.mjs";
import "./chunk-3U4PQEKO.mjs";
import "./chunk-PUN5CBZ7.mjs";
import "./chunk-BNVUJ3GS.mjs";
import "./chunk-CYTD46RV.mjs";
import "./chunk-EW3QTFDL.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-SKUKEGVV.mjs";
import "./chunk-6MKVDNNY.mjs";
import "./chunk-NO7UNKC5.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-CMTNMWAS.mjs";
import "./chunk-YVJGUYQW.mjs";
import "./chunk-T7OFUWTD.mjs";
import "./chunk-VAU5ECCJ.mjs";
import "./chunk-XE5VEGFI.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-323JWU3O.mjs";
import "./chunk-3Q4WSZVG.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  formsOf,
  optionsOf,
  profileFolder
};
