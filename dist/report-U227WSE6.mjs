import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  record
} from "./chunk-FOLIATXD.mjs";
import "./chunk-IQS3XROT.mjs";
import "./chunk-MQILADTX.mjs";
import {
  tell
} from "./chunk-YHJRWITV.mjs";
import {
  configOf
} from "./chunk-7ULXMMAY.mjs";
import "./chunk-LFXAUP2U.mjs";
import {
  stepStatus
} from "./chunk-AEYS2L4Y.mjs";
import "./chunk-3AST5LAB.mjs";
import "./chunk-6CTSSK25.mjs";
import "./chunk-2AZBFOBH.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-MSFNYVLN.mjs";
import {
  reportTrials
} from "./chunk-J6ZVQVM5.mjs";
import "./chunk-E743RO2L.mjs";
import "./chunk-Z4RLYNMW.mjs";
import "./chunk-WHLOBW5M.mjs";
import "./chunk-HHY7PZ4H.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-4DTAA3CI.mjs";
import "./chunk-N6J7NASA.mjs";
import "./chunk-AAN6ARQS.mjs";
import "./chunk-7UIBB572.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-OT7SBSCU.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-G5JWMTFP.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-XPDIYJG7.mjs";
import "./chunk-55NXSMDA.mjs";
import "./chunk-HDXDMNB2.mjs";
import "./chunk-46F4HEOB.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import {
  openRepository
} from "./chunk-7EMTZFZF.mjs";
import "./chunk-YJLBP5IL.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-JHAVETQS.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-5PZ4W4TV.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-FASRNPI2.mjs";
import "./chunk-YHPBO3HY.mjs";
import "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-UCOVSFYK.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-OACPPOYA.mjs";
import "./chunk-COKKKYYG.mjs";
import "./chunk-NZO7I5YR.mjs";
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
