import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  chooseCommits
} from "./chunk-ZQCEOS5K.mjs";
import "./chunk-6BRDJC6U.mjs";
import "./chunk-S52UK46B.mjs";
import "./chunk-MKU3WIQ6.mjs";
import "./chunk-F243NIZH.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-YQE3U2XV.mjs";
import "./chunk-LDHTI74T.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  chooseCommits
};
