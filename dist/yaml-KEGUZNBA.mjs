import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  require_dist
} from "./chunk-47TOMWEZ.mjs";
import {
  dotted,
  everyKey,
  problemsError
} from "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-EEIPMXOZ.mjs";
import {
  __toESM
} from "./chunk-MUV4FIWC.mjs";

// src/configure/sources/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var maxAliasCount = 100;
var maxLength = 1e6;
function yamlSource(text, label) {
  if (text.length > maxLength)
    throw problemsError([{ place: label, text: "is longer than a million characters" }]);
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false, schema: "core" });
  const at = (offset) => `${label}:${position(lines, offset)}`;
  const syntax = [...document.errors, ...document.warnings].map((error) => syntaxProblem(error, text, at));
  const problems = [...syntax, ...forbiddenKeys(document, at)];
  if (problems.length > 0) throw problemsError(problems);
  return {
    label,
    value: plainValue(document, at),
    place: (path, part) => at(offsetOf(document, path, part)),
    named: dotted,
    described: everyKey
  };
}
function position(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return `${Math.max(line, 1)}:${Math.max(col, 1)}`;
}
function syntaxProblem(error, text, at) {
  const [start, end] = error.pos;
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]+/.exec(text.slice(start))?.[0] ?? text.slice(start, end);
    return { place: at(start), text: `duplicate key \`${key}\`` };
  }
  if (error.code === "MULTIPLE_DOCS")
    return { place: at(start), text: "expected one document, got a second after ---" };
  return { place: at(start), text: error.message.split("\n")[0] ?? error.code };
}
function forbiddenKeys(document, at) {
  const problems = [];
  (0, import_yaml.visit)(document, {
    Pair(_, { key }) {
      if ((0, import_yaml.isScalar)(key) && key.value === "__proto__") {
        problems.push({ place: at(key.range?.[0] ?? 0), text: "unknown key `__proto__`" });
      } else if ((0, import_yaml.isNode)(key) && !(0, import_yaml.isScalar)(key)) {
        problems.push({ place: at(key.range?.[0] ?? 0), text: "expected a plain word as key" });
      }
    }
  });
  return problems;
}
function plainValue(document, at) {
  try {
    return document.toJS({ maxAliasCount });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw problemsError([{ place: at(0), text: `anchors and aliases: ${error.message}` }]);
  }
}
function offsetOf(document, path, part) {
  let node = document.contents;
  let start = startOf(node);
  let keyStart = start;
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    if (child === null) return ((0, import_yaml.isMap)(node) ? keyStart : start) ?? 0;
    keyStart = startOf(child.key) ?? start;
    const wantsKey = part === "key" && depth === path.length - 1;
    start = wantsKey ? keyStart : startOf(child.value) ?? keyStart;
    node = child.value;
  }
  return start ?? 0;
}
function startOf(node) {
  return (0, import_yaml.isNode)(node) ? node.range?.[0] : void 0;
}
function childOf(node, step) {
  if ((0, import_yaml.isMap)(node)) {
    const pair = node.items.find(({ key }) => (0, import_yaml.isScalar)(key) && String(key.value) === String(step));
    return pair === void 0 ? null : { key: pair.key, value: pair.value };
  }
  const items = node?.items ?? [];
  const value = typeof step === "number" ? items[step] : void 0;
  return value === void 0 ? null : { key: value, value };
}
export {
  yamlSource
};
