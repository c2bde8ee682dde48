import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  record
} from "./chunk-UNYIRKXT.mjs";
import "./chunk-OJ3XAHJ3.mjs";
import "./chunk-LGOJ7QOV.mjs";
import {
  tell
} from "./chunk-V45RLSCC.mjs";
import {
  configOf
} from "./chunk-BZC6SOUS.mjs";
import "./chunk-NVEAKHWN.mjs";
import {
  stepStatus
} from "./chunk-T2B2SFTY.mjs";
import "./chunk-GGVOEDL5.mjs";
import "./chunk-3U4PQEKO.mjs";
import "./chunk-PUN5CBZ7.mjs";
import "./chunk-BNVUJ3GS.mjs";
import {
  reportTrials
} from "./chunk-ESOLV6EO.mjs";
import "./chunk-VMARBGGA.mjs";
import "./chunk-LA3PTU2Z.mjs";
import "./chunk-WZWOZUFA.mjs";
import "./chunk-HXFJISC4.mjs";
import "./chunk-RZ5OD3KY.mjs";
import "./chunk-E2MXHJUP.mjs";
import "./chunk-4ULQGOGI.mjs";
import "./chunk-ETUZB6W4.mjs";
import "./chunk-MXNZJYGC.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-EW3QTFDL.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-SKUKEGVV.mjs";
import "./chunk-6MKVDNNY.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-N2VHUFJW.mjs";
import "./chunk-WZASCX6S.mjs";
import "./chunk-HDXDMNB2.mjs";
import "./chunk-NO7UNKC5.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import {
  openRepository
} from "./chunk-GSKDGD3R.mjs";
import "./chunk-X6IG3NUN.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-CMTNMWAS.mjs";
import "./chunk-YVJGUYQW.mjs";
import "./chunk-HISLBG2D.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-VAZMPTTS.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-T7OFUWTD.mjs";
import "./chunk-XE5VEGFI.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-323JWU3O.mjs";
import "./chunk-3Q4WSZVG.mjs";
import "./chunk-NTM3MBXI.mjs";
import "./chunk-SPZIDUWA.mjs";
import "./chunk-BN2742AX.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/cli/report.ts
import { resolve } from "node:path";
async function reportCommand(directories, options) {
  const repository = await openRepository(process.cwd());
  const config = await configOf(repository.root, options);
  const trials = [];
  const result = await reportTrials({
    config,
    repository,
    directories: directories.map((d) => resolve(d)),
    onTrials: (read) => trials.push(...read)
  });
  await tell({ result, trials }, options, {});
  if (options.record) await record(repository, config, { result, trials });
  return stepStatus(result.verdict, config.failOn);
}
export {
  reportCommand
};
