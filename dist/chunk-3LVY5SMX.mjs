import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/configure/config.ts
var budgetKeys = {
  heap: "heap-bytes",
  objects: "heap-objects",
  external: "external-bytes",
  tasks: "tasks",
  files: "files",
  threads: "threads",
  rss: "rss-bytes"
};
function budgetOf(budgets, quantity) {
  const key = Object.keys(budgetKeys).find((k) => budgetKeys[k] === quantity);
  return key === void 0 ? "off" : budgets[key];
}
function commandOf(workload) {
  return workload.form === "server" ? workload.start : workload.form === "test" ? workload.test : workload.run;
}

export {
  budgetKeys,
  budgetOf,
  commandOf
};
