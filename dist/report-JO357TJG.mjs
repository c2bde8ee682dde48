import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  tell
} from "./chunk-E3YUFSSA.mjs";
import "./chunk-U2BOSXQH.mjs";
import {
  configOf
} from "./chunk-BBD5RUMN.mjs";
import {
  reportTrials
} from "./chunk-AEL3LHAM.mjs";
import "./chunk-GZJCZNNT.mjs";
import "./chunk-K4SR3OW2.mjs";
import "./chunk-3VFTTPSA.mjs";
import "./chunk-FYPHT2ZP.mjs";
import "./chunk-JHVOGJCA.mjs";
import "./chunk-QNZ6XMFZ.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-ZDKMQV7P.mjs";
import "./chunk-XGXHOJ5H.mjs";
import "./chunk-CB767JYJ.mjs";
import {
  openRepository
} from "./chunk-3OIC3673.mjs";
import "./chunk-VUL2MIG3.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-SJNB7N5Y.mjs";
import "./chunk-LBAMPMAV.mjs";
import "./chunk-MA4ODPTC.mjs";
import {
  stepStatus
} from "./chunk-KMNLSN4I.mjs";
import "./chunk-TTA7LCIV.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-QEOUEE27.mjs";
import "./chunk-7WGOU3MV.mjs";
import "./chunk-QXBIMX27.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-EGY4TDV3.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-KDROV2HG.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-6ZJHM4Y3.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-52PLB2QR.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-DWPMDLRA.mjs";

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
  return stepStatus(result.verdict, config.failOn);
}
export {
  reportCommand
};
