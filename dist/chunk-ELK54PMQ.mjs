import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  isDebugging,
  writeDebug
} from "./chunk-5MIBD2VL.mjs";
import {
  withoutSecrets
} from "./chunk-3D67X6WZ.mjs";
import {
  inertLine
} from "./chunk-TAZMSTTI.mjs";
import {
  debug,
  endGroup,
  error,
  info,
  isDebug,
  startGroup,
  warning
} from "./chunk-QA6YXA5M.mjs";

// src/github/job/log.ts
function createLog() {
  let last = "";
  if (isDebug() || isDebugging(process.env)) writeDebug(info2);
  return {
    step(text) {
      if (text !== last) info2(text);
      last = text;
    },
    detail(title, lines) {
      startGroup(inertLine(title));
      for (const line of lines) info2(line);
      endGroup();
    }
  };
}
var info2 = (text) => info(inertLine(text));
var debug2 = (text) => debug(inertLine(text));
function annotate(level, text, place) {
  const properties = place ? { ...place, title: told(place.title), file: inertLine(place.file) } : { title: "leakdiff" };
  const say = { error, warning };
  say[level](told(text), properties);
}
var warn = (text) => annotate("warning", text);
var told = (text) => withoutSecrets(text.split("\n").map(inertLine).join("\n"));

export {
  createLog,
  info2 as info,
  debug2 as debug,
  annotate,
  warn
};
