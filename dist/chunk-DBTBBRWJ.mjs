import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  loadConfig
} from "./chunk-RIMC6TBK.mjs";

// src/cli/options.ts
function configOf(root, { config, inputs, workload }) {
  const naming = (key) => `--${key}`;
  return loadConfig({ root, configFile: config, inputs, workload, defaultName: "workload", naming });
}

export {
  configOf
};
