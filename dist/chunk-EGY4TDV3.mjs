import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  inertLines,
  isCI
} from "./chunk-6ZJHM4Y3.mjs";

// src/cli/out.ts
var out = (text) => void process.stdout.write(forReader(text));
var err = (text) => void process.stderr.write(forReader(text));
var forReader = (text) => isCI(process.env) ? inertLines(text) : text;

export {
  out,
  err
};
