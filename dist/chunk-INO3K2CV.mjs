import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  isDebugging,
  writeDebug
} from "./chunk-MUK524IF.mjs";
import {
  withoutSecrets
} from "./chunk-4IUGIOWC.mjs";
import {
  inertLine
} from "./chunk-6ZJHM4Y3.mjs";
import {
  debug,
  endGroup,
  error,
  info,
  isDebug,
  startGroup,
  warning
} from "./chunk-WGMDFKAV.mjs";

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
