import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/version.ts
var version = false ? "0.0.0-dev" : "0.1.0";

export {
  version
};
