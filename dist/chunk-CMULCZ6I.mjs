import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/configure/runtime-names.ts
var runtimeNames = ["go", "node"];

export {
  runtimeNames
};
