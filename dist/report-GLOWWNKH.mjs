import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  record
} from "./chunk-DTHGZ2A2.mjs";
import {
  tell
} from "./chunk-UB2FZ3PM.mjs";
import {
  configOf
} from "./chunk-WKTAHTKY.mjs";
import "./chunk-YDWDDZOU.mjs";
import "./chunk-MIXFCDKL.mjs";
import "./chunk-56PIOOTV.mjs";
import "./chunk-LFXAUP2U.mjs";
import {
  stepStatus
} from "./chunk-DM3AJQTQ.mjs";
import "./chunk-4EDU2XR3.mjs";
import "./chunk-AXWJJYPH.mjs";
import "./chunk-BMCLTT6G.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-2P7EBEDF.mjs";
import {
  reportTrials
} from "./chunk-USCZYAHZ.mjs";
import "./chunk-SIWKI2Y6.mjs";
import "./chunk-YXRPWZ6Q.mjs";
import "./chunk-SH4UHJCO.mjs";
import "./chunk-IGADYRAT.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-FG4WZKLH.mjs";
import "./chunk-PMHVJL5I.mjs";
import "./chunk-IYPINDWN.mjs";
import "./chunk-3XVHTTIS.mjs";
import "./chunk-3XFLGQ6Z.mjs";
import "./chunk-JG2PUAYU.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-V62L7PEB.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-ZWO66EDG.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-YYZMG6OO.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-FH4PVKB2.mjs";
import {
  openRepository
} from "./chunk-JVMPRNDK.mjs";
import "./chunk-TWHYNVBQ.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-I4AKQYZS.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-HWK5RCUP.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import "./chunk-EEIPMXOZ.mjs";
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
