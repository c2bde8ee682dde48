import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  shellWord
} from "./chunk-YT4OKNQJ.mjs";
import {
  withoutSecrets
} from "./chunk-3D67X6WZ.mjs";

// src/cli/terminal/invocation.ts
import { basename, sep } from "node:path";
var typed = (argv) => withoutSecrets([...invocation(argv), ...argv.slice(2)].map(shellWord).join(" "));
function invocation([node = "node", script = "leakdiff"]) {
  const installed = basename(script) === "leakdiff" && !script.split(sep).includes("_npx");
  if (installed) return script.split(sep).includes("node_modules") ? ["npx", "leakdiff"] : ["leakdiff"];
  return [basename(node) === "node" ? "node" : node, script];
}

export {
  typed,
  invocation
};
