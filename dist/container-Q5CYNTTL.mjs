import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  optionsOf
} from "./chunk-6L7WJVIJ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/jvm/container.ts
var container = {
  files: {},
  image: null,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
  environment: () => ({ JAVA_TOOL_OPTIONS: optionsOf("${LEAKDIFF_SOCKETS}/api", "${LEAKDIFF_TRACE}") })
};
export {
  container
};
