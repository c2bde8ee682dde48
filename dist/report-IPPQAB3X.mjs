import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  tell
} from "./chunk-VKCF4PVI.mjs";
import {
  stepStatus
} from "./chunk-KMNLSN4I.mjs";
import "./chunk-34BTV5OQ.mjs";
import {
  configOf
} from "./chunk-FIQDQQWR.mjs";
import {
  reportTrials
} from "./chunk-35LRSHCG.mjs";
import "./chunk-6IFWUYKV.mjs";
import "./chunk-WWLHRGZE.mjs";
import "./chunk-TMYAD2LD.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-VQWWOZ5U.mjs";
import "./chunk-ZHXCXC2K.mjs";
import "./chunk-JCVHDEMN.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-2JWBHFLQ.mjs";
import "./chunk-MQMXCX37.mjs";
import "./chunk-FI6OMPFM.mjs";
import "./chunk-2UZ66W7T.mjs";
import "./chunk-XDOUE4NE.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-K3QESUYS.mjs";
import "./chunk-M2D7RIK2.mjs";
import "./chunk-IR35DKXA.mjs";
import "./chunk-MOQ6QF2Z.mjs";
import "./chunk-NYXUHDSP.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-VU2LTKMN.mjs";
import {
  openRepository
} from "./chunk-YWJDASJB.mjs";
import "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import "./chunk-QDEHGOU7.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-7RZFDP7O.mjs";
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
