import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  installedProbe
} from "./chunk-MQMXCX37.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/runtimes/node/container.ts
var container = {
  files: { "node.cjs": { copyOf: installedProbe() } },
  image: null,
  environment: (folder) => ({
    // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
    LEAKDIFF_RATE: "${LEAKDIFF_RATE}",
    NODE_OPTIONS: `--require ${folder}/node.cjs`
  })
};
export {
  container
};
