import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  budgetKeys
} from "./chunk-4GE5PX73.mjs";

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
