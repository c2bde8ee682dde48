import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  loadConfig
} from "./chunk-V6EKXHV4.mjs";

// src/cli/options.ts
function configOf(root, { config, inputs, workload }) {
  const naming = (key) => `--${key}`;
  return loadConfig({ root, configFile: config, inputs, workload, defaultName: "workload", naming });
}

export {
  configOf
};
