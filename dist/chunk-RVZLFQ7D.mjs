import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  budgetKeys
} from "./chunk-AMEXP2G4.mjs";

// src/configure/config.ts
function budgetOf(budgets, quantity) {
  const key = Object.keys(budgetKeys).find((k) => budgetKeys[k] === quantity);
  return key === void 0 ? "off" : budgets[key];
}
function commandOf(workload) {
  return workload.form === "server" ? workload.start : workload.form === "test" ? workload.test : workload.run;
}

export {
  budgetOf,
  commandOf
};
