import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  installedProbe
} from "./chunk-3ZYOUTEN.mjs";
import "./chunk-MUV4FIWC.mjs";

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
