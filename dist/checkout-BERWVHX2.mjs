import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  openCheckout,
  repositoryOf
} from "./chunk-6HJVBLQV.mjs";
import "./chunk-GSKDGD3R.mjs";
import "./chunk-X6IG3NUN.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-CMTNMWAS.mjs";
import "./chunk-YVJGUYQW.mjs";
import "./chunk-HISLBG2D.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-VAZMPTTS.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-T7OFUWTD.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-323JWU3O.mjs";
import "./chunk-3Q4WSZVG.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  openCheckout,
  repositoryOf
};
