import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  chooseCommits
} from "./chunk-IV644NLR.mjs";
import "./chunk-QNRNRJJG.mjs";
import "./chunk-JD3TAWDS.mjs";
import "./chunk-FCXXWOM4.mjs";
import "./chunk-56PIOOTV.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  chooseCommits
};
