import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  inertLines,
  isCI
} from "./chunk-TAZMSTTI.mjs";

// src/cli/out.ts
var out = (text) => void process.stdout.write(forReader(text));
var err = (text) => void process.stderr.write(forReader(text));
var forReader = (text) => isCI(process.env) ? inertLines(text) : text;

export {
  out,
  err
};
