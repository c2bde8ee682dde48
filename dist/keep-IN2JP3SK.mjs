import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  recordsOf
} from "./chunk-ZMSN6UU4.mjs";
import {
  isDefaultBranch
} from "./chunk-ALXI4VYT.mjs";
import {
  trendOf
} from "./chunk-DI7N2J5X.mjs";
import {
  storeOf
} from "./chunk-75E2IP3J.mjs";
import "./chunk-FCXXWOM4.mjs";
import "./chunk-56PIOOTV.mjs";
import {
  useOf
} from "./chunk-YRRI4HQC.mjs";
import {
  inTime
} from "./chunk-LCA6NAPZ.mjs";
import "./chunk-JIHZRTOJ.mjs";
import {
  legOf,
  legTitle
} from "./chunk-VAU5ECCJ.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-OKCNATIS.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-BSZV5EKB.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import {
  info,
  warn
} from "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  UserError
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/history/keep.ts
var patience = 9e4;
async function keepHistory(run) {
  const { config, event, job, repository, result } = run;
  if (!isDefaultBranch(job, event) || result.head.sha !== job.sha) return null;
  if (result.reasons.some(({ code }) => code === "interrupted")) return null;
  const store = storeOf(config.history, repository);
  if (store === null) return null;
  const work = async () => {
    const now = /* @__PURE__ */ new Date();
    const records = await recordsOf({ ...run, leg: legNameOf(run), now });
    if (records.length > 0) await store.append(records);
    return await trendOf({ repository, history: await store.read(), drift: config.drift, now });
  };
  try {
    return await inTime(patience, work());
  } catch (error) {
    const say = config.drift === null ? info : warn;
    say(`The history in ${store.name} was not kept: ${reasonOf(error)}`);
    return null;
  }
}
function legNameOf({ inputs, job }) {
  const use = useOf(job, inputs);
  return legOf(use) === null ? null : legTitle(use).slice(0, 200);
}
function reasonOf(error) {
  const [said = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return error instanceof UserError ? `${said}. ${error.remedy}` : said;
}
export {
  keepHistory
};
