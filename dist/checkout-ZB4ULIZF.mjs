import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  openCheckout,
  repositoryOf
} from "./chunk-BTZ45BTK.mjs";
import "./chunk-B65JPF2U.mjs";
import "./chunk-PXO2BGXG.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-IK5JIDRK.mjs";
import "./chunk-FUTVVTNF.mjs";
import "./chunk-LDLBS52G.mjs";
import "./chunk-VVR75IK4.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-7YHPPE5Y.mjs";
import "./chunk-ZDWZW4UO.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  openCheckout,
  repositoryOf
};
