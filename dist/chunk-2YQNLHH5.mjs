import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  recordsOf
} from "./chunk-ZMSN6UU4.mjs";
import {
  storeOf
} from "./chunk-75E2IP3J.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/cli/history/record.ts
async function record(repository, config, outcome) {
  const store = storeOf(config.history, repository);
  if (store === null)
    throw new ConfigError(
      "--record needs a history, and `history` is off",
      "Leave out --record, or set `history` to ref or a directory."
    );
  const { head } = outcome.result;
  if (head.how === "working-tree")
    throw new ConfigError(
      "--record keeps what was measured of a commit, and this was the working tree",
      "Give the commit: --head HEAD."
    );
  const records = await recordsOf({ ...outcome, config, repository, leg: null, now: /* @__PURE__ */ new Date() });
  if (records.length > 0) await store.append(records);
}

export {
  record
};
