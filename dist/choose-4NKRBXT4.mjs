import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  chooseCommits
} from "./chunk-KWXCGEHL.mjs";
import "./chunk-SIMCWFGC.mjs";
import "./chunk-LL22IRW3.mjs";
import "./chunk-S5OZ2GSJ.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-N2VHUFJW.mjs";
import "./chunk-HISLBG2D.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-VAZMPTTS.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-T7OFUWTD.mjs";
import "./chunk-3Q4WSZVG.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  chooseCommits
};
