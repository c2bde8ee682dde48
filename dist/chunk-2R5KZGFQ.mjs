import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  loadConfig
} from "./chunk-LTN4BDOO.mjs";

// src/cli/options.ts
function configOf(root, { config, inputs, workload }) {
  const naming = { of: (key) => `--${key}`, described: "`leakdiff run --help` describes every flag" };
  return loadConfig({ root, configFile: config, inputs, workload, defaultName: "workload", naming });
}

export {
  configOf
};
