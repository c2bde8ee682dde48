import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measured,
  runCommand
} from "./chunk-I5K7YUS2.mjs";
import "./chunk-RMSME4ZU.mjs";
import "./chunk-XYMAH6WP.mjs";
import "./chunk-KXOLCKRC.mjs";
import "./chunk-5FRIUWSB.mjs";
import "./chunk-T2B2SFTY.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-JDEKFKRA.mjs";
import "./chunk-L74JFQIU.mjs";
import "./chunk-YGNNADIQ.mjs";
import "./chunk-4A56TYSG.mjs";
import "./chunk-ZGYDCAXB.mjs";
import "./chunk-XPDJMZO3.mjs";
import "./chunk-UVGCE2NC.mjs";
import "./chunk-GVZZDWEK.mjs";
import "./chunk-ERG4GAE6.mjs";
import "./chunk-MIB3NQYF.mjs";
import "./chunk-TC5V2QWP.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-4PCQQIY2.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-3VGNEM4M.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-E3ZZVHOK.mjs";
import "./chunk-KK2KOY2Q.mjs";
import "./chunk-OIJ5HXVM.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
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
import "./chunk-FASRNPI2.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-ZDWZW4UO.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-NTM3MBXI.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-V6ZUC5PQ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";
export {
  measured,
  runCommand
};
