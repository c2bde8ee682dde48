import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  linesOf,
  run
} from "./chunk-2IGVKXMC.mjs";
import "./chunk-NPQPO2JY.mjs";
import "./chunk-PUVSVPZI.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-XPDIYJG7.mjs";
import "./chunk-Q4MCSVUO.mjs";
import "./chunk-QD3W2MCZ.mjs";
import "./chunk-M7PGKQIH.mjs";
import "./chunk-UKLTMULF.mjs";
import "./chunk-AZ5W2KJP.mjs";
import "./chunk-HLUIIUKP.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-ZV7FSB7T.mjs";
import "./chunk-SOUE7C2A.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-REWRJ5T6.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-YYZMG6OO.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-GMSAZYUE.mjs";
import "./chunk-HIUHZZAT.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import "./chunk-6FPY5PAV.mjs";
import "./chunk-5PZ4W4TV.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-WJREYD5I.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-DYBPQSYC.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-UCOVSFYK.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-OACPPOYA.mjs";
import "./chunk-COKKKYYG.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  linesOf,
  run
};
