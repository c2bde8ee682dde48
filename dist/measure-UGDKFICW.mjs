import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  createProgress
} from "./chunk-AVBUCAKK.mjs";
import {
  configOf
} from "./chunk-2R5KZGFQ.mjs";
import {
  chooseCommits
} from "./chunk-IV644NLR.mjs";
import "./chunk-QNRNRJJG.mjs";
import "./chunk-JD3TAWDS.mjs";
import {
  measureSide
} from "./chunk-DYOYPR23.mjs";
import {
  interruptible
} from "./chunk-H2CRCCJQ.mjs";
import "./chunk-FCXXWOM4.mjs";
import "./chunk-56PIOOTV.mjs";
import {
  trialNumber
} from "./chunk-SIWKI2Y6.mjs";
import "./chunk-CA6YT6O6.mjs";
import "./chunk-4KNU7ZCZ.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-OKCNATIS.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-ZSCABBQN.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-QKW4WOB4.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-BSZV5EKB.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-DWPA6LHS.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import {
  openRepository
} from "./chunk-JVMPRNDK.mjs";
import "./chunk-QFJ3QIYI.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/cli/measure.ts
import { resolve } from "node:path";
var measureCommand = (options) => interruptible((signal) => measured(options, signal));
async function measured(options, signal) {
  const { side, base, head, keep } = options;
  if (side !== "base" && side !== "head")
    throw new ConfigError(`--side is \`${side}\``, "Write --side base or --side head.");
  const trial = trialNumber("--trial", options.trial ?? null);
  const repository = await openRepository(process.cwd());
  const config = await configOf(repository.root, options);
  const progress = createProgress(process.stderr, isCI(process.env));
  try {
    const paths = await measureSide({
      config,
      configFile: options.config,
      repository,
      commits: await chooseCommits({ repository, event: null, base, head }),
      trial,
      side,
      out: resolve(options.out),
      keepProfiles: keep && resolve(keep),
      log: progress,
      signal
    });
    for (const path of paths) out(`${path}
`);
    return exitStatus.pass;
  } finally {
    progress.end();
  }
}
export {
  measureCommand
};
