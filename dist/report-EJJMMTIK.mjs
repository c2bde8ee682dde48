import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  tell
} from "./chunk-23TW2775.mjs";
import "./chunk-YQUJ7A6P.mjs";
import {
  configOf
} from "./chunk-BR4TYEIO.mjs";
import {
  reportTrials
} from "./chunk-WIQY754X.mjs";
import "./chunk-BT46ZSMM.mjs";
import "./chunk-LLOILHPZ.mjs";
import "./chunk-CL7BKQ32.mjs";
import "./chunk-BOPVIHNV.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-ZR3UKJXG.mjs";
import "./chunk-TYNDWYQ4.mjs";
import {
  openRepository
} from "./chunk-IBO2HXV7.mjs";
import "./chunk-5MQ4W57O.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import "./chunk-MA4ODPTC.mjs";
import {
  stepStatus
} from "./chunk-KMNLSN4I.mjs";
import "./chunk-LUQLO57E.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-QEOUEE27.mjs";
import "./chunk-7WGOU3MV.mjs";
import "./chunk-V6EKXHV4.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-EGY4TDV3.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-6ZJHM4Y3.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-2JWBHFLQ.mjs";
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
