import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measureSide
} from "./chunk-EXKAGZYB.mjs";
import {
  configOf
} from "./chunk-OE3GZVEH.mjs";
import {
  createProgress
} from "./chunk-RMSME4ZU.mjs";
import {
  chooseCommits
} from "./chunk-ZQCEOS5K.mjs";
import "./chunk-6BRDJC6U.mjs";
import "./chunk-S52UK46B.mjs";
import "./chunk-MKU3WIQ6.mjs";
import "./chunk-F243NIZH.mjs";
import {
  trialNumber
} from "./chunk-VMARBGGA.mjs";
import "./chunk-I263YNBV.mjs";
import "./chunk-YLA3WEHL.mjs";
import "./chunk-RZ5OD3KY.mjs";
import "./chunk-QV76MXEE.mjs";
import "./chunk-SVI5WQIU.mjs";
import "./chunk-ETUZB6W4.mjs";
import "./chunk-M4BMEJNL.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-MWVL6V3Q.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-G5JWMTFP.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-YQE3U2XV.mjs";
import "./chunk-FTQT7EFU.mjs";
import "./chunk-HDXDMNB2.mjs";
import "./chunk-P6VRGY5W.mjs";
import "./chunk-6MKVDNNY.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import {
  openRepository
} from "./chunk-PDKNU2TK.mjs";
import "./chunk-PELI3FRK.mjs";
import "./chunk-TWVSIB4K.mjs";
import "./chunk-7VOJPYMV.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-LDHTI74T.mjs";
import "./chunk-QXAPR46X.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import {
  onInterrupt
} from "./chunk-XVFMAFTK.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-J6Q7DBVG.mjs";
import "./chunk-WZFBWZ7I.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";
import "./chunk-N3F6LPGS.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-NTM3MBXI.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-SPZIDUWA.mjs";
import "./chunk-X7KSFC6Y.mjs";
import "./chunk-FQHBGW23.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/cli/measure.ts
import { resolve } from "node:path";
async function measureCommand(options) {
  var _stack = [];
  try {
    const { side, base, head, keep } = options;
    if (side !== "base" && side !== "head")
      throw new ConfigError(`--side is \`${side}\``, "Write --side base or --side head.");
    const trial = trialNumber("--trial", options.trial ?? null);
    const repository = await openRepository(process.cwd());
    const config = await configOf(repository.root, options);
    const progress = createProgress(process.stderr, isCI(process.env));
    const interrupt = __using(_stack, onInterrupt());
    try {
      const commits = await chooseCommits({ repository, event: null, base, head });
      const out2 = resolve(options.out);
      const { signal } = interrupt;
      const keepProfiles = keep && resolve(keep);
      const request = {
        config,
        configFile: options.config,
        repository,
        commits,
        trial,
        out: out2,
        keepProfiles,
        log: progress,
        signal
      };
      const paths = await measureSide({ ...request, side });
      for (const path of paths) out(`${path}
`);
      return exitStatus.pass;
    } finally {
      progress.end();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
export {
  measureCommand
};
