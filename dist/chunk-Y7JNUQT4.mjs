import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  beginsBracket,
  broken,
  checkIndex,
  checkString,
  cursorOf,
  frameTable,
  internLines,
  isEmptyString,
  notPprof,
  readEnd,
  readId,
  readInt64,
  readNumbers,
  readVarint,
  skipField,
  skipVarint,
  stringAt,
  stringsOf,
  tooLarge,
  unsupported
} from "./chunk-NACMARIK.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  FormatError
} from "./chunk-EEIPMXOZ.mjs";

// src/profile/formats/v8/read.ts
import { fileURLToPath } from "node:url";

// src/profile/formats/encoding.ts
var narrow = "utf-8";
function encodingOf(bytes) {
  const start2 = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 6)).toString("latin1");
  if (start2.startsWith("\xFF\xFE") || /^(?:[ -~]\0){3}$/.test(start2)) return "utf-16le";
  if (start2.startsWith("\xFE\xFF") || /^(?:\0[ -~]){3}$/.test(start2)) return "utf-16be";
  return narrow;
}
function textOf(bytes) {
  const encoding2 = encodingOf(bytes);
  if (encoding2 !== narrow) return new TextDecoder(encoding2).decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").replace(/^\ufeff/, "");
}

// src/profile/formats/v8/read.ts
function readJson(bytes, what) {
  if (isTooLarge(bytes)) throw tooLarge();
  try {
    return JSON.parse(textOf(bytes));
  } catch (cause) {
    throw new FormatError("broken", `This is not ${what}: it is not a complete JSON document.`, remedy, {
      cause
    });
  }
}
var [perObject, perPart, most] = [90, 18, 7e8];
function isTooLarge(bytes) {
  let cost = 2 * bytes.length;
  if (bytes.length * perObject < most) return false;
  for (const byte of bytes) cost += byte === 123 || byte === 91 ? perObject : byte === 44 ? perPart : 0;
  return cost > most;
}
var remedy = "Take the profile again; the file may be cut short.";
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function wholeNumber(value, field) {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new FormatError(
    "broken",
    `${field} is not a whole number: ${JSON.stringify(value)?.slice(0, 40)}.`,
    remedy
  );
}
function fileOf(url) {
  if (!url.startsWith("file:")) return url;
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}

// src/profile/formats/v8/heap.ts
function parseHeap(bytes) {
  const file = readJson(bytes, "a V8 heap profile");
  if (!isRecord(file) || !isRecord(file.head) || !isRecord(file.head.callFrame))
    throw new FormatError(
      "not-this-format",
      "This is not a V8 heap profile.",
      "Give a .heapprofile or .heap.json file."
    );
  const probe = typeof file.probe === "string" ? file.probe : null;
  const nodes = readTree(file.head, probe);
  const samples2 = Array.isArray(file.samples) ? fold(file.samples, nodes, bornBy(file.boundaries)) : selfSizes(nodes);
  const rate = file.rate;
  return {
    quantity: "heap-bytes",
    unit: "bytes",
    exact: false,
    ...typeof rate === "number" && rate > 0 ? { period: rate } : {},
    total: samples2.reduce((sum, sample) => sum + sample.value, 0),
    samples: samples2
  };
}
var deepest = 1024;
var unknown = {
  frame: { function: "(unknown)", file: "", line: 0 },
  parent: null,
  depth: 1,
  ours: false,
  selfSize: 0
};
function readTree(head, probe) {
  const nodes = /* @__PURE__ */ new Map();
  const open = [{ node: head, parent: null }];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { node, parent } = next;
    if (!isRecord(node) || !isRecord(node.callFrame)) throw broken2("a node without a call frame");
    if (!Array.isArray(node.children)) throw broken2("a node without children");
    const frame = toFrame(node.callFrame, parent?.frame ?? null);
    const read = {
      frame: parent === null ? null : frame,
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      ours: parent?.ours === true || probe !== null && frame.file === probe,
      selfSize: wholeNumber(node.selfSize, "selfSize")
    };
    if (read.depth > deepest) throw broken2(`a stack of more than ${deepest} frames`);
    nodes.set(node.id === void 0 ? -1 - nodes.size : wholeNumber(node.id, "a node\u2019s id"), read);
    for (const child of node.children) open.push({ node: child, parent: read });
  }
  return nodes;
}
function stackOf(node) {
  const stack = [];
  for (let at = node; at !== null; at = at.parent) if (at.frame !== null) stack.push(at.frame);
  return stack.reverse();
}
function toFrame(callFrame, caller) {
  const { functionName: functionName2, url, lineNumber } = callFrame;
  const name = typeof functionName2 === "string" && functionName2 !== "" ? functionName2 : "(anonymous)";
  const fields = name === "<instance_members_initializer>" && caller !== null;
  return {
    function: fields ? `${caller.function}.<fields>` : name,
    file: typeof url === "string" ? fileOf(url) : "",
    line: typeof lineNumber === "number" && lineNumber >= 0 ? lineNumber + 1 : 0
  };
}
function bornBy(boundaries) {
  if (!Array.isArray(boundaries)) return null;
  const rounds = boundaries.map((pair) => {
    if (!Array.isArray(pair)) throw broken2("a boundary that is no pair");
    return { round: wholeNumber(pair[0], "a round"), highest: wholeNumber(pair[1], "an ordinal") };
  }).sort((a, b) => a.round - b.round);
  const last = rounds.at(-1)?.round ?? 0;
  return (ordinal) => rounds.find(({ highest }) => ordinal <= highest)?.round ?? last;
}
function fold(samples2, nodes, born) {
  const groups = /* @__PURE__ */ new Map();
  for (const sample of samples2) {
    if (!isRecord(sample)) throw broken2("a sample that is no object");
    const id = wholeNumber(sample.nodeId, "nodeId");
    const node = nodes.get(id) ?? unknown;
    if (node.ours) continue;
    const round = born?.(wholeNumber(sample.ordinal, "ordinal")) ?? null;
    const key = `${id} ${round}`;
    const group = groups.get(key) ?? { node, value: 0, count: 0, born: round };
    group.value += wholeNumber(sample.size, "size");
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ node, value, count, born: round }) => ({
    stack: stackOf(node),
    value,
    attributes: { count, ...round === null ? {} : { born: round } }
  }));
}
function selfSizes(nodes) {
  return [...nodes.values()].filter(({ ours, selfSize }) => !ours && selfSize > 0).map((node) => ({ stack: stackOf(node), value: node.selfSize }));
}
var broken2 = (what) => new FormatError(
  "broken",
  `This V8 heap profile has ${what}.`,
  "Take the profile again; the file may be cut short."
);

// src/profile/formats/v8/tasks.ts
function parseTasks(bytes) {
  const file = readJson(bytes, "a list of live tasks");
  if (!isRecord(file) || file.format !== "leakdiff-node-tasks" || !Array.isArray(file.stacks))
    throw new FormatError(
      "not-this-format",
      "This is not a list of live tasks of Node.",
      "Give a .tasks.json file of a trial."
    );
  const samples2 = file.stacks.map(toSample);
  return {
    quantity: "tasks",
    unit: "tasks",
    exact: true,
    total: samples2.reduce((sum, sample) => sum + sample.value, 0),
    samples: samples2
  };
}
function toSample(entry) {
  if (!Array.isArray(entry) || !Array.isArray(entry[1])) throw broken3("stack");
  const [type2, frames, led] = entry[1];
  if (typeof type2 !== "string" || !Array.isArray(frames)) throw broken3("stack");
  const attributes = { state: type2, ...led === void 0 ? {} : { ancestry: toStacks(led), ids: [] } };
  return { stack: frames.map(toFrame2), value: wholeNumber(entry[0], "a count"), attributes };
}
function toStacks(stacks) {
  if (!Array.isArray(stacks) || !stacks.every(Array.isArray)) throw broken3("stack");
  return stacks.map((stack) => stack.map(toFrame2));
}
function toFrame2(frame) {
  if (!Array.isArray(frame)) throw broken3("frame");
  const [name, file, line] = frame;
  if (typeof name !== "string" || typeof file !== "string") throw broken3("frame");
  return { function: name, file: fileOf(file), line: wholeNumber(line, "a line") };
}
var broken3 = (what) => new FormatError("broken", `This list of live tasks has a broken ${what}.`, "Take the profile again.");

// src/profile/formats/lines.ts
var longestLine = 64 * 2 ** 20;
function lineReader(each) {
  let decode = null;
  let open = "";
  let lineBreak = "\n";
  const take2 = (text) => {
    let from = 0;
    for (let at = text.indexOf(lineBreak); at >= 0; at = text.indexOf(lineBreak, from)) {
      const line = open === "" ? text.slice(from, at) : open + text.slice(from, at);
      open = "";
      each(line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line);
      from = at + 1;
    }
    if (open.length < longestLine) open += text.slice(from);
  };
  return {
    push(bytes) {
      const isFirst = decode === null;
      decode ??= decoderOf(encodingOf(bytes));
      const text = decode(bytes, false);
      if (isFirst) lineBreak = lineBreakOf(text);
      take2(text);
    },
    end() {
      take2(decode?.(new Uint8Array(0), true) ?? "");
      const isEnded = open === "";
      if (!isEnded) each(open);
      return isEnded;
    }
  };
}
function lineBreakOf(text) {
  return text.includes("\r") && !text.slice(0, 1 << 16).includes("\n") ? "\r" : "\n";
}
function withLineBreaks(head) {
  return lineBreakOf(head) === "\r" ? head.replaceAll("\r", "\n") : head;
}
function readLines(bytes, each) {
  const reader = lineReader(each);
  const piece = 4 * 2 ** 20;
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.end();
}
function decoderOf(encoding2) {
  return encoding2 === "utf-8" ? narrow2() : wide(encoding2);
}
function wide(encoding2) {
  const decoder = new TextDecoder(encoding2);
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}
function narrow2() {
  let kept2 = new Uint8Array(0);
  let isFirst = true;
  return (bytes, isLast) => {
    const all = kept2.length === 0 ? bytes : Buffer.concat([kept2, bytes]);
    const end3 = isLast ? all.length : letterStart(all);
    kept2 = Uint8Array.from(all.subarray(end3));
    const text = Buffer.from(all.buffer, all.byteOffset, end3).toString("utf8");
    const start2 = isFirst && text.charCodeAt(0) === 65279 ? 1 : 0;
    if (text !== "") isFirst = false;
    return start2 === 0 ? text : text.slice(1);
  };
}
function letterStart(bytes) {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 192) === 128) at--;
  return (bytes[at] ?? 0) >= 192 ? at : bytes.length;
}
function own(text) {
  return Buffer.from(text).toString();
}

// src/profile/formats/pprof/larger.ts
function larger(array, length = 2 * array.length) {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}

// src/profile/formats/pprof/stacks/stack-table.ts
var mostFrames = 64e6;
var mostStacks = 4e6;
function stackTable(width) {
  return {
    width,
    length: 0,
    values: new Float64Array(1024 * width),
    arena: new Int32Array(1 << 14),
    used: 0,
    offset: new Int32Array(1024),
    depth: new Int32Array(1024),
    hash: new Int32Array(1024),
    slots: new Int32Array(4096).fill(-1),
    magnitude: new Float64Array(width),
    seed: Math.floor(Math.random() * 2 ** 32) | 0
  };
}
function internStack(table, frames, depth) {
  const hash = hashOf(frames, depth, table.seed);
  const mask = table.slots.length - 1;
  let slot = hash & mask;
  for (let stack = table.slots[slot]; stack >= 0; stack = table.slots[slot]) {
    if (table.hash[stack] === hash && isEqual(table, stack, frames, depth)) return stack;
    slot = slot + 1 & mask;
  }
  return append(table, slot, hash, frames, depth);
}
function hashOf(frames, depth, seed) {
  let hash = depth ^ seed;
  for (let index = 0; index < depth; index++) {
    hash = Math.imul(hash ^ frames[index], 2654435761);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  return hash ^ hash >>> 13;
}
function isEqual({ arena, offset, depth: depths }, stack, frames, depth) {
  if (depths[stack] !== depth) return false;
  const start2 = offset[stack];
  for (let index = 0; index < depth; index++) if (arena[start2 + index] !== frames[index]) return false;
  return true;
}
function append(table, slot, hash, frames, depth) {
  const stack = table.length++;
  if (stack === table.hash.length) growStacks(table);
  const used = table.used + depth;
  if (used > mostFrames || table.length > mostStacks) throw tooLarge();
  if (used > table.arena.length) table.arena = larger(table.arena, Math.min(2 * used, mostFrames));
  for (let index = 0; index < depth; index++) table.arena[table.used + index] = frames[index];
  table.offset[stack] = table.used;
  table.depth[stack] = depth;
  table.hash[stack] = hash;
  table.used += depth;
  table.slots[slot] = stack;
  if (table.length * 2 > table.slots.length) rehash(table);
  return stack;
}
function growStacks(table) {
  const capacity = 2 * table.hash.length;
  table.hash = larger(table.hash, capacity);
  table.offset = larger(table.offset, capacity);
  table.depth = larger(table.depth, capacity);
  const values = new Float64Array(capacity * table.width);
  values.set(table.values);
  table.values = values;
}
function rehash(table) {
  const slots = new Int32Array(2 * table.slots.length).fill(-1);
  const mask = slots.length - 1;
  for (let stack = 0; stack < table.length; stack++) {
    let slot = table.hash[stack] & mask;
    while (slots[slot] >= 0) slot = slot + 1 & mask;
    slots[slot] = stack;
  }
  table.slots = slots;
}

// src/profile/formats/symbols/reader.ts
var notMangled = /* @__PURE__ */ Symbol("not a mangled name");
var deepest2 = 200;
var longest = 4096;
function readerOf(text, at, work) {
  return { text, at, depth: 0, work };
}
function part(reader, read) {
  if (--reader.work.left < 0 || ++reader.depth > deepest2) throw notMangled;
  const result = read();
  reader.depth--;
  return result;
}
function peek({ text, at }, offset = 0) {
  return text[at + offset] ?? "";
}
function startsWith({ text, at }, prefix) {
  return text.startsWith(prefix, at);
}
function take(reader, expected) {
  if (!startsWith(reader, expected)) return false;
  reader.at += expected.length;
  return true;
}
function expect(reader, expected) {
  if (!take(reader, expected)) throw notMangled;
}
function takeOne(reader, letters2) {
  const letter = peek(reader);
  if (letter === "" || !letters2.includes(letter)) return "";
  reader.at++;
  return letter;
}
function isDigit(letter) {
  return letter >= "0" && letter <= "9" && letter !== "";
}
function number(reader) {
  const digits = /\d{1,9}/y;
  digits.lastIndex = reader.at;
  const found = digits.exec(reader.text)?.[0];
  if (found === void 0) throw notMangled;
  reader.at += found.length;
  return Number(found);
}
function letters(reader, count) {
  const end3 = reader.at + count;
  if (count <= 0 || end3 > reader.text.length) throw notMangled;
  const found = reader.text.slice(reader.at, end3);
  reader.at = end3;
  return found;
}
function bounded(text) {
  if (text.length > longest) throw notMangled;
  return text;
}

// src/profile/formats/symbols/itanium/reader.ts
function itaniumReader(text, at, work, grammar2) {
  const reader = readerOf(text, at, work);
  return { ...reader, grammar: grammar2, substitutions: [], arguments: [], inLambda: false, packAt: -1, packSize: -1 };
}
function plainName(text, last = text) {
  return { text: bounded(text), last, isTemplate: false, isPlain: false, qualifiers: "" };
}
function plainType(left) {
  return { left: bounded(left), right: "", wraps: false };
}
function textOf2({ left, right }) {
  return bounded(left.replace(/ $/, right === "" ? "" : " ") + right);
}
function signedNumber(reader) {
  return take(reader, "n") ? -number(reader) : number(reader);
}
function compactNumber(reader) {
  if (take(reader, "_")) return 0;
  const value = number(reader);
  expect(reader, "_");
  return value + 1;
}
function sequenceId(reader) {
  if (take(reader, "_")) return 0;
  let value = 0;
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  while (!take(reader, "_")) {
    const digit = takeOne(reader, digits);
    if (digit === "" || value > 2 ** 24) throw notMangled;
    value = value * 36 + digits.indexOf(digit);
  }
  return value + 1;
}
function callOffset(reader) {
  const kind = takeOne(reader, "hv");
  if (kind === "") throw notMangled;
  signedNumber(reader);
  if (kind === "v") {
    expect(reader, "_");
    signedNumber(reader);
  }
  expect(reader, "_");
}
function discriminator(reader) {
  if (peek(reader) !== "_") return;
  const found = /_(?:_\d+_|\d)/y;
  found.lastIndex = reader.at;
  const text = found.exec(reader.text)?.[0];
  if (text !== void 0) reader.at += text.length;
}
function sourceName(reader) {
  const name = letters(reader, number(reader));
  return /^_GLOBAL_[._$]N/.test(name) ? "(anonymous namespace)" : name;
}
function suffixed(type2, suffix) {
  return { ...plainType(`${type2.left}${suffix}`), right: type2.right };
}

// src/profile/formats/symbols/itanium/operator.ts
var operators = {
  ...{ aN: ["&=", 2], aS: ["=", 2], aa: ["&&", 2], ad: ["&", 1], an: ["&", 2], aw: ["co_await ", 1] },
  ...{ cl: ["()", 2], cm: [",", 2], co: ["~", 1], dV: ["/=", 2], da: ["delete[] ", 1], de: ["*", 1] },
  ...{ dl: ["delete ", 1], ds: [".*", 2], dv: ["/", 2], eO: ["^=", 2], eo: ["^", 2], eq: ["==", 2] },
  ...{
    ge: [">=", 2],
    gt: [">", 2],
    ix: ["[]", 2],
    lS: ["<<=", 2],
    le: ["<=", 2],
    ls: ["<<", 2],
    lt: ["<", 2]
  },
  ...{ mI: ["-=", 2], mL: ["*=", 2], mi: ["-", 2], ml: ["*", 2], mm: ["--", 1], na: ["new[]", 3] },
  ...{ ne: ["!=", 2], ng: ["-", 1], nt: ["!", 1], nw: ["new", 3], nx: ["noexcept", 1], oR: ["|=", 2] },
  ...{ oo: ["||", 2], or: ["|", 2], pL: ["+=", 2], pl: ["+", 2], pm: ["->*", 2], pp: ["++", 1] },
  ...{
    ps: ["+", 1],
    pt: ["->", 2],
    qu: ["?", 3],
    rM: ["%=", 2],
    rS: [">>=", 2],
    rm: ["%", 2],
    rs: [">>", 2]
  },
  ...{ ss: ["<=>", 2], sz: ["sizeof ", 1], az: ["alignof ", 1], te: ["typeid ", 1], tw: ["throw ", 1] }
};
function operatorName(reader) {
  const code = letters(reader, 2);
  if (code === "cv")
    return { ...plainName(`operator ${textOf2(reader.grammar.typeOf(reader))}`), isPlain: true };
  if (code === "li") return plainName(`operator"" ${sourceName(reader)}`);
  if (code[0] === "v" && isDigit(code[1] ?? "")) return plainName(`operator ${sourceName(reader)}`);
  const known = operators[code];
  if (known === void 0) throw notMangled;
  const sign = known[0].trimEnd();
  return plainName(`operator${/^[a-z]/.test(sign) ? " " : ""}${sign}`);
}

// src/profile/formats/symbols/itanium/expression.ts
function expression(reader) {
  return part(reader, () => {
    if (startsWith(reader, "L")) return literal(reader);
    if (startsWith(reader, "T")) return textOf2(reader.grammar.typeOf(reader));
    if (isDigit(peek(reader)) || startsWith(reader, "on") || startsWith(reader, "dn"))
      return unresolved(reader);
    const handled = parameter(reader) || ofTypes(reader) || named(reader) || listed(reader);
    if (!handled) operands(reader);
    return "...";
  });
}
function literal(reader) {
  expect(reader, "L");
  if (take(reader, "_Z") || take(reader, "Z")) {
    const name = reader.grammar.encodingName(reader);
    expect(reader, "E");
    return name;
  }
  const type2 = textOf2(reader.grammar.typeOf(reader));
  let value = "";
  while (!take(reader, "E")) value += letters(reader, 1);
  if (type2 === "bool") return value === "1" ? "true" : "false";
  return value.replace(/^n/, "-");
}
function parameter(reader) {
  if (take(reader, "fpT")) return true;
  const isParameter = take(reader, "fp") || /^fL\d/.test(reader.text.slice(reader.at, reader.at + 3));
  if (!isParameter) return false;
  if (take(reader, "fL")) {
    while (isDigit(peek(reader))) reader.at++;
    expect(reader, "p");
  }
  while ("rVK".includes(peek(reader)) && peek(reader) !== "") reader.at++;
  compactNumber(reader);
  return true;
}
function ofTypes(reader) {
  if (take(reader, "st") || take(reader, "at") || take(reader, "ti")) {
    reader.grammar.typeOf(reader);
    return true;
  }
  if (take(reader, "dc") || take(reader, "sc") || take(reader, "cc") || take(reader, "rc")) {
    reader.grammar.typeOf(reader);
    expression(reader);
    return true;
  }
  if (!take(reader, "cv")) return false;
  reader.grammar.typeOf(reader);
  if (take(reader, "_")) expressionsUntilEnd(reader);
  else expression(reader);
  return true;
}
function named(reader) {
  if (take(reader, "sr")) {
    if (isDigit(peek(reader))) while (!take(reader, "E")) simpleId(reader);
    else if (take(reader, "N")) {
      reader.grammar.typeOf(reader);
      while (!take(reader, "E")) simpleId(reader);
    } else reader.grammar.typeOf(reader);
    unresolved(reader);
    return true;
  }
  if (take(reader, "sZ")) {
    if (!parameter(reader)) reader.grammar.typeOf(reader);
    return true;
  }
  if (take(reader, "sP")) {
    while (!take(reader, "E")) reader.grammar.typeOf(reader);
    return true;
  }
  if (take(reader, "sp")) {
    expression(reader);
    return true;
  }
  if (!take(reader, "dt") && !take(reader, "pt")) return false;
  expression(reader);
  unresolved(reader);
  return true;
}
function listed(reader) {
  if (take(reader, "cl") || take(reader, "cp") || take(reader, "il")) {
    expressionsUntilEnd(reader);
    return true;
  }
  if (take(reader, "tl")) {
    reader.grammar.typeOf(reader);
    expressionsUntilEnd(reader);
    return true;
  }
  const isNew = startsWith(reader, "nw") || startsWith(reader, "na");
  if (!isNew && !startsWith(reader, "gsn")) return false;
  take(reader, "gs");
  reader.at += 2;
  while (!take(reader, "_")) expression(reader);
  reader.grammar.typeOf(reader);
  if (take(reader, "pi")) expressionsUntilEnd(reader);
  else expect(reader, "E");
  return true;
}
function expressionsUntilEnd(reader) {
  while (!take(reader, "E")) expression(reader);
}
function operands(reader) {
  take(reader, "gs");
  if (take(reader, "tr")) return;
  if (take(reader, "u")) {
    sourceName(reader);
    while (!take(reader, "E")) expression(reader);
    return;
  }
  const fold2 = /^f([lrLR])/.exec(reader.text.slice(reader.at, reader.at + 2))?.[1];
  if (fold2 !== void 0) reader.at += 2;
  const code = letters(reader, 2);
  const known = operators[code];
  if (known === void 0) throw notMangled;
  if ((code === "pp" || code === "mm") && take(reader, "_")) expression(reader);
  else {
    const count = fold2 === void 0 ? known[1] : /[LR]/.test(fold2) ? 2 : 1;
    for (let left = count; left > 0; left--) expression(reader);
  }
}
function unresolved(reader) {
  if (take(reader, "on")) {
    const code = letters(reader, 2);
    if (code === "cv") reader.grammar.typeOf(reader);
    else if (operators[code] === void 0) throw notMangled;
    if (peek(reader) === "I") reader.grammar.templateArguments(reader);
    return code;
  }
  if (take(reader, "dn")) {
    if (isDigit(peek(reader))) return simpleId(reader);
    return textOf2(reader.grammar.typeOf(reader));
  }
  return isDigit(peek(reader)) ? simpleId(reader) : reader.grammar.nameOf(reader).text;
}
function simpleId(reader) {
  const name = sourceName(reader);
  if (peek(reader) === "I") reader.grammar.templateArguments(reader);
  return name;
}

// src/profile/formats/symbols/itanium/substitution.ts
function withTags(reader, name) {
  let { text } = name;
  while (take(reader, "B")) text = plainName(`${text}[abi:${sourceName(reader)}]`).text;
  return { ...name, text };
}
var standard = {
  a: ["std::allocator", "allocator"],
  b: ["std::basic_string", "basic_string"],
  s: ["std::string", "basic_string"],
  i: ["std::istream", "basic_istream"],
  o: ["std::ostream", "basic_ostream"],
  d: ["std::iostream", "basic_iostream"]
};
function substitutedName(reader) {
  expect(reader, "S");
  const known = standard[peek(reader)];
  if (known !== void 0) {
    reader.at++;
    const [short, last] = known;
    const isCalled = peek(reader) === "C" || peek(reader) === "D";
    return withTags(reader, plainName(isCalled ? `std::${last}` : short, last));
  }
  const found = reader.substitutions[sequenceId(reader)];
  if (found === void 0) throw notMangled;
  return "name" in found ? found.name : plainName(textOf2(found.type));
}

// src/profile/formats/symbols/itanium/name.ts
function encodingName(reader, detail = "name") {
  return part(reader, () => {
    const name = nameOf(reader);
    if (!hasMore(reader)) return name.text;
    const result = name.isTemplate && !name.isPlain ? `${textOf2(reader.grammar.typeOf(reader))} ` : "";
    const types = [];
    while (hasMore(reader)) types.push(textOf2(reader.grammar.typeOf(reader)));
    if (detail === "name") return name.text;
    if (detail === "scope") return `${name.text}()${name.qualifiers}`;
    const list = types.filter((text) => text !== "void" && text !== "").join(", ");
    return bounded(`${result}${name.text}(${list})${name.qualifiers}`);
  });
}
function hasMore(reader) {
  return reader.at < reader.text.length && !"E.@".includes(peek(reader));
}
function nameOf(reader) {
  return part(reader, () => {
    if (take(reader, "N")) return nestedName(reader);
    if (take(reader, "Z")) return localName(reader);
    if (startsWith(reader, "S") && peek(reader, 1) !== "t") {
      const known = substitutedName(reader);
      return peek(reader) === "I" ? withArguments(reader, known) : known;
    }
    const inStd = take(reader, "St");
    const own2 = unqualifiedName(reader, null);
    const name = inStd ? joined(plainName("std"), own2) : own2;
    if (peek(reader) !== "I") return name;
    reader.substitutions.push({ name });
    return withArguments(reader, name);
  });
}
function withArguments(reader, name) {
  reader.arguments = reader.grammar.templateArguments(reader);
  return { ...name, isTemplate: true };
}
function nestedName(reader) {
  const qualifiers = take(reader, "H") ? "" : methodQualifiers(reader);
  let name = null;
  while (!take(reader, "E")) {
    const isSubstitution = startsWith(reader, "S") && peek(reader, 1) !== "t";
    name = longerName(reader, name);
    if (!isSubstitution && peek(reader) !== "E") reader.substitutions.push({ name });
  }
  if (name === null) throw notMangled;
  return { ...name, qualifiers };
}
function methodQualifiers(reader) {
  const found = /(r?)(V?)(K?)([RO]?)/y;
  found.lastIndex = reader.at;
  const [all = "", restrict, volatile, constant, reference] = found.exec(reader.text) ?? [];
  reader.at += all.length;
  const words = [constant && " const", volatile && " volatile", restrict && " restrict"];
  return `${words.join("")}${reference === "R" ? " &" : reference === "O" ? " &&" : ""}`;
}
function longerName(reader, name) {
  return part(reader, () => {
    if (take(reader, "St")) return name === null ? plainName("std") : joined(name, plainName("std"));
    if (startsWith(reader, "S")) return substitutedName(reader);
    if (startsWith(reader, "I")) return withArguments(reader, given(name));
    if (startsWith(reader, "T") || startsWith(reader, "Dt") || startsWith(reader, "DT")) {
      const text = textOf2(reader.grammar.typeOf(reader));
      reader.substitutions.pop();
      return plainName(text);
    }
    if (take(reader, "M")) return given(name);
    const own2 = unqualifiedName(reader, name);
    return name === null ? own2 : joined(name, own2);
  });
}
function given(name) {
  if (name === null) throw notMangled;
  return name;
}
function joined(scope, own2) {
  return { ...own2, ...{ text: plainName(`${scope.text}::${own2.text}`).text } };
}
function unqualifiedName(reader, scope) {
  take(reader, "F");
  return withTags(reader, unqualified(reader, scope));
}
function unqualified(reader, scope) {
  const letter = peek(reader);
  if (isDigit(letter)) return plainName(sourceName(reader));
  if (take(reader, "DC")) return bindings(reader);
  if (letter === "C" || letter === "D") return constructorName(reader, scope);
  if (take(reader, "L")) {
    const name = sourceName(reader);
    discriminator(reader);
    return plainName(name);
  }
  if (take(reader, "Ut")) return plainName(`{unnamed type#${compactNumber(reader) + 1}}`);
  if (take(reader, "Ul")) return closure(reader);
  if (take(reader, "Ub")) {
    compactNumber(reader);
    return plainName("'block-literal'");
  }
  return operatorName(reader);
}
function bindings(reader) {
  const names = [];
  while (!take(reader, "E")) names.push(sourceName(reader));
  return plainName(`[${names.join(", ")}]`);
}
function constructorName(reader, scope) {
  const { last } = given(scope);
  const isDestructor = letters(reader, 1) === "D";
  const inherits = !isDestructor && take(reader, "I");
  if (!isDigit(peek(reader))) throw notMangled;
  reader.at++;
  if (inherits) reader.grammar.typeOf(reader);
  return { ...plainName(`${isDestructor ? "~" : ""}${last}`), isPlain: true };
}
function closure(reader) {
  const outer = reader.inLambda;
  reader.inLambda = true;
  const types = take(reader, "vE") ? [] : reader.grammar.typesOf(reader);
  reader.inLambda = outer;
  return plainName(`{lambda(${types.map(textOf2).join(", ")})#${compactNumber(reader) + 1}}`);
}
function localName(reader) {
  const outside = reader.arguments;
  const scope = encodingName(reader, "scope");
  expect(reader, "E");
  if (take(reader, "s")) {
    discriminator(reader);
    return plainName(`${scope}::string literal`);
  }
  const argument = take(reader, "d") ? `{default arg#${compactNumber(reader) + 1}}::` : "";
  const name = nameOf(reader);
  discriminator(reader);
  if (!name.isTemplate && outside.length > 0 && reader.arguments.length === 0) reader.arguments = outside;
  return { ...name, text: plainName(`${scope}::${argument}${name.text}`).text };
}

// src/profile/formats/symbols/itanium/template.ts
function templateArguments(reader) {
  return part(reader, () => {
    expect(reader, "I");
    const outer = reader.arguments;
    const list = argumentsUntilEnd(reader);
    reader.arguments = outer;
    return list;
  });
}
function argumentsUntilEnd(reader) {
  const list = [];
  while (!take(reader, "E")) list.push(templateArgument(reader));
  return list;
}
function templateArgument(reader) {
  return part(reader, () => {
    if (take(reader, "J")) return argumentsUntilEnd(reader).flat();
    if (take(reader, "X")) {
      const text = reader.grammar.expression(reader);
      expect(reader, "E");
      return plainType(text);
    }
    if (startsWith(reader, "LZ")) {
      reader.at += 2;
      const name = reader.grammar.encodingName(reader);
      expect(reader, "E");
      return plainType(name);
    }
    return startsWith(reader, "L") ? plainType(reader.grammar.expression(reader)) : reader.grammar.typeOf(reader);
  });
}

// src/profile/formats/symbols/itanium/long-type.ts
function longType(reader) {
  switch (letters(reader, 1)) {
    case "T":
    case "t": {
      const text = reader.grammar.expression(reader);
      expect(reader, "E");
      return plainType(`decltype (${text})`);
    }
    case "p":
      return expansion(reader);
    case "v":
      expect(reader, "");
      if (isDigit(peek(reader))) while (isDigit(peek(reader))) reader.at++;
      else reader.grammar.expression(reader);
      expect(reader, "_");
      return suffixed(reader.grammar.typeOf(reader), " __vector");
    case "F":
      while (isDigit(peek(reader))) reader.at++;
      take(reader, "_");
      return plainType("_Float");
    case "o":
      return reader.grammar.typeOf(reader);
    case "O":
      reader.grammar.expression(reader);
      expect(reader, "E");
      return reader.grammar.typeOf(reader);
    case "w":
      reader.grammar.typesOf(reader);
      return reader.grammar.typeOf(reader);
    case "k":
    case "K":
      return constrained(reader);
    default:
      throw notMangled;
  }
}
function constrained(reader) {
  return plainType(`${reader.grammar.nameOf(reader).text} auto`);
}
function expansion(reader) {
  const outer = { at: reader.packAt, size: reader.packSize };
  const start2 = reader.at;
  const texts = [];
  reader.packAt = 0;
  reader.packSize = -1;
  const first = reader.grammar.typeOf(reader);
  const size = reader.packSize;
  if (size !== 0) texts.push(textOf2(first));
  const [end3, known] = [reader.at, reader.substitutions.length];
  for (let index = 1; index < Math.min(size, 64); index++) {
    reader.at = start2;
    reader.packAt = index;
    texts.push(textOf2(reader.grammar.typeOf(reader)));
    reader.substitutions.length = known;
  }
  reader.at = end3;
  reader.packAt = outer.at;
  reader.packSize = outer.size;
  return plainType(size < 0 ? `${texts.join("")}...` : texts.join(", "));
}

// src/profile/formats/symbols/itanium/type.ts
var basic = {
  ...{ v: "void", w: "wchar_t", b: "bool", c: "char", a: "signed char", h: "unsigned char", s: "short" },
  ...{ t: "unsigned short", i: "int", j: "unsigned int", l: "long", m: "unsigned long", x: "long long" },
  ...{ y: "unsigned long long", n: "__int128", o: "unsigned __int128", f: "float", d: "double" },
  ...{ e: "long double", g: "__float128", z: "..." }
};
var basicD = {
  ...{ d: "decimal64", e: "decimal128", f: "decimal32", h: "half", i: "char32_t", s: "char16_t" },
  ...{ u: "char8_t", a: "auto", c: "decltype(auto)", n: "decltype(nullptr)" }
};
function typeOf(reader) {
  return part(reader, () => {
    const letter = peek(reader);
    const known = basic[letter];
    if (known !== void 0) {
      reader.at++;
      return plainType(known);
    }
    const d = letter === "D" ? basicD[peek(reader, 1)] : void 0;
    if (d !== void 0) {
      reader.at += 2;
      return plainType(d);
    }
    if (letter === "S" && peek(reader, 1) !== "t") return substitutedType(reader);
    const type2 = compound(reader);
    reader.substitutions.push({ type: type2 });
    return type2;
  });
}
function typesOf(reader) {
  const types = [];
  while (!take(reader, "E")) types.push(typeOf(reader));
  return types.filter(({ left }) => left !== "");
}
function substitutedType(reader) {
  const at = reader.at;
  expect(reader, "S");
  const isIndex = isDigit(peek(reader)) || peek(reader) === "_" || /[A-Z]/.test(peek(reader));
  reader.at = at;
  const name = substitutedName(reader);
  if (peek(reader) === "I") {
    reader.grammar.templateArguments(reader);
    const type2 = plainType(name.text);
    reader.substitutions.push({ type: type2 });
    return type2;
  }
  return isIndex ? typeAt(reader, at) : plainType(name.text);
}
function typeAt(reader, at) {
  const digits = reader.text.slice(at + 1, reader.at - 1);
  const found = reader.substitutions[digits === "" ? 0 : Number.parseInt(digits, 36) + 1];
  if (found === void 0) throw notMangled;
  return "type" in found ? found.type : plainType(found.name.text);
}
function compound(reader) {
  const letter = peek(reader);
  if (isDigit(letter) || "NZS".includes(letter) || startsWith(reader, "Ut") || startsWith(reader, "Ul")) {
    const outer = reader.arguments;
    const type2 = plainType(reader.grammar.nameOf(reader).text);
    reader.arguments = outer;
    return type2;
  }
  reader.at++;
  switch (letter) {
    case "r":
    case "V":
    case "K":
      return qualified(reader, letter);
    case "P":
      return pointed(typeOf(reader), "*");
    case "R":
      return pointed(typeOf(reader), "&");
    case "O":
      return pointed(typeOf(reader), "&&");
    case "C":
    case "G":
      return suffixed(typeOf(reader), letter === "C" ? " _Complex" : " _Imaginary");
    case "F":
      return functionType(reader);
    case "A":
      return arrayType(reader);
    case "M":
      return memberPointer(reader);
    case "T":
      return parameterType(reader);
    case "u":
      return plainType(sourceName(reader));
    case "U":
      return vendorQualified(reader);
    case "D":
      return longType(reader);
    default:
      throw notMangled;
  }
}
function qualified(reader, letter) {
  let words = letter;
  while (words.length < 3 && "rVK".includes(peek(reader)) && peek(reader) !== "") words += letters(reader, 1);
  const inner = typeOf(reader);
  const text = (words.includes("K") ? " const" : "") + (words.includes("V") ? " volatile" : "");
  const all = `${text}${words.includes("r") ? " restrict" : ""}`;
  return inner.wraps ? { ...inner, right: inner.right + all } : suffixed(inner, all);
}
function pointed(type2, sign) {
  if (type2.wraps) return { left: `${type2.left}(${sign}`, right: `)${type2.right}`, wraps: false };
  if (sign !== "*" && type2.left.endsWith("&")) {
    const bare = type2.left.replace(/&+$/, "");
    return { ...type2, left: `${bare}${sign === "&" || !type2.left.endsWith("&&") ? "&" : "&&"}` };
  }
  return suffixed(type2, sign);
}
function functionType(reader) {
  take(reader, "Y");
  const result = typeOf(reader);
  const types = [];
  let reference = "";
  while (!take(reader, "E")) {
    if (take(reader, "RE")) reference = " &";
    else if (take(reader, "OE")) reference = " &&";
    else types.push(typeOf(reader));
    if (reference !== "") break;
  }
  const list = types.map(textOf2).filter((text) => text !== "void" && text !== "");
  return { left: `${result.left} `, right: `(${list.join(", ")})${reference}${result.right}`, wraps: true };
}
function arrayType(reader) {
  let size = "";
  if (isDigit(peek(reader))) while (isDigit(peek(reader))) size += letters(reader, 1);
  else if (peek(reader) !== "_") size = reader.grammar.expression(reader);
  expect(reader, "_");
  const element = typeOf(reader);
  return {
    left: element.wraps ? element.left : `${element.left} `,
    right: `[${size}]${element.right}`,
    wraps: true
  };
}
function memberPointer(reader) {
  const owner = textOf2(typeOf(reader));
  const member2 = typeOf(reader);
  if (member2.wraps) return { left: `${member2.left}(${owner}::*`, right: `)${member2.right}`, wraps: false };
  return plainType(`${member2.left} ${owner}::*`);
}
function parameterType(reader) {
  if (take(reader, "L")) compactNumber(reader);
  const index = compactNumber(reader);
  const type2 = argumentAt(reader, index);
  if (peek(reader) !== "I") return type2;
  reader.substitutions.push({ type: type2 });
  reader.grammar.templateArguments(reader);
  return type2;
}
function argumentAt(reader, index) {
  if (reader.inLambda) return plainType(`auto:${index + 1}`);
  const found = reader.arguments[index];
  if (found === void 0) return plainType("auto");
  if ("left" in found) return found;
  reader.packSize = found.length;
  if (reader.packAt >= 0) return found[reader.packAt] ?? plainType("");
  return plainType(found.map(textOf2).join(", "));
}
function vendorQualified(reader) {
  const word = sourceName(reader);
  if (peek(reader) === "I") reader.grammar.templateArguments(reader);
  return suffixed(typeOf(reader), ` ${word}`);
}

// src/profile/formats/symbols/itanium/demangle.ts
var grammar = { nameOf, encodingName, typeOf, typesOf, templateArguments, expression };
function demangleItanium(symbol, work) {
  const reader = itaniumReader(symbol, 2, work, grammar);
  const name = encoding(reader);
  const rest = symbol.slice(reader.at);
  if (rest !== "" && !/^(?:\.[a-zA-Z_][\w.]*|\.\d+)+$|^@/.test(rest)) throw notMangled;
  return name;
}
function encoding(reader, detail = "name") {
  return specialName(reader) ?? encodingName(reader, detail);
}
var ofType = {
  ...{ TV: "vtable for ", TT: "VTT for ", TI: "typeinfo for ", TS: "typeinfo name for " }
};
var ofEncoding = {
  Th: [1, "non-virtual thunk to "],
  Tv: [1, "virtual thunk to "],
  Tc: [2, "covariant return thunk to "],
  GA: [0, "hidden alias for "]
};
var ofName = {
  ...{ TH: "TLS init function for ", TW: "TLS wrapper function for ", GV: "guard variable for " },
  GR: "reference temporary for "
};
function specialName(reader) {
  const code = peek(reader) + peek(reader, 1);
  if (!/^[TG][A-Za-z]$/.test(code)) return null;
  reader.at += 2;
  if (ofType[code] !== void 0) return `${ofType[code]}${textOf2(typeOf(reader))}`;
  const name = ofName[code];
  if (name !== void 0) {
    const text = nameOf(reader).text;
    if (code === "GR" && reader.at < reader.text.length) sequenceId(reader);
    return `${name}${text}`;
  }
  if (code === "TC") return constructionTable(reader);
  if (code === "GT") return transaction(reader);
  const known = ofEncoding[code];
  if (known === void 0) throw notMangled;
  if (code === "Th" || code === "Tv") reader.at--;
  for (let left = known[0]; left > 0; left--) callOffset(reader);
  return `${known[1]}${encoding(reader, "signature")}`;
}
function constructionTable(reader) {
  const derived = textOf2(typeOf(reader));
  compactNumber(reader);
  return `construction vtable for ${textOf2(typeOf(reader))}-in-${derived}`;
}
function transaction(reader) {
  const kind = letters(reader, 1) === "n" ? "non-transaction" : "transaction";
  return `${kind} clone for ${encoding(reader, "signature")}`;
}
function demangleCpp(symbol, work) {
  if (symbol.startsWith("_Z")) return demangleItanium(symbol, work);
  const block = /^__(_Z.*)_block_invoke(?:_?\d+)?(?:\..*)?$/.exec(symbol)?.[1];
  if (block !== void 0) return `invocation function for block in ${demangleItanium(block, work)}`;
  const global = /^_GLOBAL_[._$]([ID])_(.*)$/.exec(symbol);
  if (global === null) return null;
  const [, kind, key = ""] = global;
  const what = kind === "I" ? "constructors" : "destructors";
  return `global ${what} keyed to ${key.startsWith("_Z") ? demangleItanium(key, work) : key}`;
}

// src/profile/formats/symbols/rust/legacy.ts
function demangleRustLegacy(symbol) {
  const match = /^_ZN(.*)17h([\da-f]{16})E$/.exec(symbol.replace(/\.llvm\.\d+$/, ""));
  if (match === null) return null;
  const [, parts = "", hash = ""] = match;
  if (new Set(hash).size < 5) return null;
  const names = [];
  for (let at = 0; at < parts.length; ) {
    const length = /^\d{1,6}/.exec(parts.slice(at, at + 6))?.[0];
    if (length === void 0) return null;
    at += length.length;
    const end3 = at + Number(length);
    if (end3 > parts.length) return null;
    names.push(unescaped(parts.slice(at, end3)));
    at = end3;
  }
  return names.join("::");
}
var signs = {
  ...{ SP: "@", BP: "*", RF: "&", LT: "<", GT: ">", LP: "(", RP: ")", C: "," }
};
function unescaped(name) {
  return name.replace(/^_(?=\$)/, "").replace(
    /\$(?:(SP|BP|RF|LT|GT|LP|RP|C)|u([2-7][\da-f]))\$|\.\./g,
    (all, sign, code) => {
      if (sign !== void 0) return signs[sign] ?? all;
      return code === void 0 ? "::" : String.fromCharCode(Number.parseInt(code, 16));
    }
  );
}

// src/profile/formats/symbols/rust/constant.ts
function rustConstant(reader, back2) {
  if (take(reader, "B")) return back2(reader, () => rustConstant(reader, back2));
  if (take(reader, "p")) return "_";
  const type2 = letters(reader, 1);
  if (!"aslxnihtmyojbc".includes(type2)) throw notMangled;
  const sign = take(reader, "n") ? "-" : "";
  let digits = "";
  while (!take(reader, "_")) {
    if (!/[\da-f]/.test(peek(reader))) throw notMangled;
    digits += letters(reader, 1);
  }
  const value = digits === "" ? 0n : BigInt(`0x${digits.slice(0, 64)}`);
  return type2 === "b" ? String(value === 1n) : `${sign}${value}`;
}

// src/profile/formats/symbols/rust/punycode.ts
var [base, least, most2, skew, damp] = [36, 1, 26, 38, 700];
function punycode(text) {
  const split = text.lastIndexOf("_");
  const output = Array.from(split < 0 ? "" : text.slice(0, split));
  const encoded = text.slice(split + 1);
  let [code, index, bias, at] = [128, 0, 72, 0];
  while (at < encoded.length) {
    const before = index;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(encoded[at++]);
      index += digit * weight;
      const threshold = Math.min(most2, Math.max(least, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 2 ** 31) throw notMangled;
    }
    const points = output.length + 1;
    bias = adapted(index - before, points, before === 0);
    code += Math.floor(index / points);
    index %= points;
    if (code > 1114111) throw notMangled;
    output.splice(index++, 0, String.fromCodePoint(code));
  }
  return output.join("");
}
function adapted(difference, points, isFirst) {
  let delta = Math.floor(difference / (isFirst ? damp : 2));
  delta += Math.floor(delta / points);
  let k = 0;
  for (; delta > (base - least) * most2 / 2; k += base) delta = Math.floor(delta / (base - least));
  return k + Math.floor((base - least + 1) * delta / (delta + skew));
}
function digitOf(letter = "") {
  const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(letter.toLowerCase());
  if (digit < 0 || letter === "") throw notMangled;
  return digit;
}

// src/profile/formats/symbols/rust/v0.ts
function demangleRustV0(symbol, work) {
  const mangled = symbol.split(".", 1)[0];
  const reader = readerOf(mangled, 2, work);
  if (isDigit(peek(reader))) throw notMangled;
  const name = path(reader, true);
  if (reader.at < mangled.length) path(reader, false);
  if (reader.at < mangled.length) throw notMangled;
  return name;
}
function path(reader, inValue) {
  return part(reader, () => bounded(readPath(reader, inValue)));
}
function readPath(reader, inValue) {
  switch (letters(reader, 1)) {
    case "C":
      return identifier(reader).text;
    case "M":
      implPath(reader);
      return `<${type(reader)}>`;
    case "X":
      implPath(reader);
      return `<${type(reader)} as ${path(reader, false)}>`;
    case "Y":
      return `<${type(reader)} as ${path(reader, false)}>`;
    case "N":
      return nested(reader, inValue);
    case "I": {
      const generic = path(reader, inValue);
      genericArguments(reader);
      return `${generic}${inValue ? "::" : ""}<>`;
    }
    case "B":
      return back(reader, () => path(reader, inValue));
    default:
      throw notMangled;
  }
}
function nested(reader, inValue) {
  const namespace = letters(reader, 1);
  if (!/[a-zA-Z]/.test(namespace)) throw notMangled;
  const outer = path(reader, inValue);
  const { text, disambiguator } = identifier(reader);
  if (namespace > "Z") return `${outer}::${text}`;
  const kind = namespace === "C" ? "closure" : namespace === "S" ? "shim" : namespace;
  return `${outer}::{${kind}${text === "" ? "" : `:${text}`}#${disambiguator}}`;
}
function implPath(reader) {
  disambiguatorOf(reader);
  path(reader, false);
}
function genericArguments(reader) {
  while (!take(reader, "E")) {
    if (take(reader, "L")) base62(reader);
    else if (take(reader, "K")) rustConstant(reader, back);
    else type(reader);
  }
}
function type(reader) {
  return part(reader, () => bounded(readType(reader)));
}
var basic2 = {
  ...{
    a: "i8",
    b: "bool",
    c: "char",
    d: "f64",
    e: "str",
    f: "f32",
    h: "u8",
    i: "isize",
    j: "usize",
    l: "i32"
  },
  ...{
    m: "u32",
    n: "i128",
    o: "u128",
    p: "_",
    s: "i16",
    t: "u16",
    u: "()",
    v: "...",
    x: "i64",
    y: "u64",
    z: "!"
  }
};
function readType(reader) {
  if ("CMXYNI".includes(peek(reader))) return path(reader, false);
  const letter = letters(reader, 1);
  const known = basic2[letter];
  if (known !== void 0) return known;
  switch (letter) {
    case "A":
      return `[${type(reader)}; ${rustConstant(reader, back)}]`;
    case "S":
      return `[${type(reader)}]`;
    case "T":
      return tuple(reader);
    case "R":
    case "Q":
      if (take(reader, "L")) base62(reader);
      return `&${letter === "Q" ? "mut " : ""}${type(reader)}`;
    case "P":
      return `*const ${type(reader)}`;
    case "O":
      return `*mut ${type(reader)}`;
    case "F":
      return functionType2(reader);
    case "D":
      return dynamic(reader);
    case "B":
      return back(reader, () => type(reader));
    default:
      throw notMangled;
  }
}
function tuple(reader) {
  const types = typesUntilEnd(reader);
  return `(${types.join(", ")}${types.length === 1 ? "," : ""})`;
}
function typesUntilEnd(reader) {
  const types = [];
  while (!take(reader, "E")) types.push(type(reader));
  return types;
}
function functionType2(reader) {
  binder(reader);
  const unsafe = take(reader, "U") ? "unsafe " : "";
  const abi = take(reader, "K") ? take(reader, "C") ? "C" : plainIdentifier(reader).replaceAll("_", "-") : "";
  const taken = typesUntilEnd(reader).join(", ");
  const given2 = take(reader, "u") ? "" : ` -> ${type(reader)}`;
  return `${unsafe}${abi === "" ? "" : `extern "${abi}" `}fn(${taken})${given2}`;
}
function dynamic(reader) {
  binder(reader);
  const traits = [];
  while (!take(reader, "E")) {
    traits.push(path(reader, false));
    for (; take(reader, "p"); type(reader)) plainIdentifier(reader);
  }
  expect(reader, "L");
  base62(reader);
  return `dyn ${traits.join(" + ")}`;
}
function binder(reader) {
  if (take(reader, "G")) base62(reader);
}
function back(reader, read) {
  const from = reader.at - 1;
  const target = base62(reader) + 2;
  if (target >= from) throw notMangled;
  const next = reader.at;
  reader.at = target;
  const result = read();
  reader.at = next;
  return result;
}
function identifier(reader) {
  const disambiguator = disambiguatorOf(reader);
  return { text: plainIdentifier(reader), disambiguator };
}
function disambiguatorOf(reader) {
  return take(reader, "s") ? base62(reader) + 1 : 0;
}
function plainIdentifier(reader) {
  const isUnicode = take(reader, "u");
  const length = take(reader, "0") ? 0 : number(reader);
  take(reader, "_");
  if (length === 0) return "";
  const text = letters(reader, length);
  if (/\W/.test(text)) throw notMangled;
  return isUnicode ? punycode(text) : text;
}
function base62(reader) {
  if (take(reader, "_")) return 0;
  const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  let value = 0;
  while (!startsWith(reader, "_")) {
    const digit = takeOne(reader, digits);
    if (digit === "" || value > 2 ** 64) throw notMangled;
    value = value * 62 + digits.indexOf(digit);
  }
  reader.at++;
  return value + 1;
}

// src/profile/formats/symbols/demangle.ts
var mostWork = 2e4;
function demangle(symbol, work) {
  if (!symbol.startsWith("_")) return null;
  return attempt(symbol, work) ?? (symbol.startsWith("__") ? attempt(symbol.slice(1), work) : null);
}
function attempt(symbol, work) {
  const own2 = { left: Math.min(mostWork, work.left) };
  const given2 = own2.left;
  try {
    if (symbol.startsWith("_R")) return demangleRustV0(symbol, own2);
    return (symbol.startsWith("_ZN") ? demangleRustLegacy(symbol) : null) ?? demangleCpp(symbol, own2);
  } catch (thrown) {
    if (thrown === notMangled) return null;
    throw thrown;
  } finally {
    work.left -= given2 - own2.left;
  }
}

// src/profile/formats/pprof/names.ts
function pprofNames() {
  const work = { left: 1e8 };
  return (name) => demangle(name, work) ?? withoutCpp(name);
}
function withoutCpp(name) {
  if (!looksLikeCpp(name)) return name;
  return withoutMatching(withoutMatching(name, "(", ")"), "<", ">");
}
var cppSigns = /[[\]<>]|::/;
function looksLikeCpp(name) {
  return cppSigns.test(name) && !name.includes(".<") && !name.includes("]).");
}
function withoutMatching(name, open, close2) {
  let kept2 = "";
  let from = 0;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === open && depth++ === 0) {
      kept2 += name.slice(from, at);
      from = at;
    } else if (name[at] === close2) {
      if (depth === 0) break;
      if (--depth === 0) from = at + 1;
    }
  }
  return kept2 + name.slice(from);
}
function goPrintName(name) {
  const open = name.indexOf("[");
  const close2 = name.lastIndexOf("]");
  return open < 0 || close2 <= open ? name : `${name.slice(0, open)}[...]${name.slice(close2 + 1)}`;
}

// src/profile/formats/pprof/wire/inflate.ts
import { gunzipSync } from "node:zlib";
var inflateLimit = 4e8;
var gzipMagic = [31, 139];
function inflate(bytes, limit = inflateLimit) {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (input.length === 0) throw broken("it is empty");
  if (startsWith2(input, [40, 181, 47, 253])) {
    throw unsupported(
      "it is compressed by zstd",
      "Decompress it (zstd -d), or write it with gzip as Go does."
    );
  }
  const most4 = Math.min(limit, inflateLimit);
  const inflated = startsWith2(input, gzipMagic) ? gunzip(input, most4) : input;
  if (inflated.length > most4) throw tooLarge2(most4);
  if (inflated !== input && startsWith2(inflated, gzipMagic))
    throw unsupported("it is compressed by gzip twice", "Decompress it once: `gunzip -c FILE >once.gz`.");
  if (inflated.length === 0) throw broken("it is empty once decompressed");
  return inflated;
}
function gunzip(input, limit) {
  try {
    return gunzipSync(input, { chunkSize: chunkSize(input, limit), maxOutputLength: limit });
  } catch (cause) {
    if (cause.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge2(limit);
    throw broken(`its gzip stream cannot be inflated (${cause instanceof Error ? cause.message : cause})`, {
      cause
    });
  }
}
function chunkSize(input, limit) {
  const claimed = claimedSize(input);
  return claimed > limit ? 1 << 20 : Math.max(1 << 16, claimed + 1);
}
function claimedSize(input) {
  return input.length < 18 ? 0 : input.readUInt32LE(input.length - 4);
}
function startsWith2(input, magic) {
  return magic.every((byte, at) => input[at] === byte);
}
function tooLarge2(limit) {
  return unsupported(
    `it holds more than ${limit} bytes once inflated`,
    "Check that the file is what it seems to be; a profile with fewer stacks can be read."
  );
}

// src/profile/formats/pasted/start.ts
var starts = /goroutine \d+ [^\n]*\[|Goroutine \d+ in state |\S profile: total \d|heap profile: *\d+: *\d+ *\[|heap_v2\/\d|--- (?:mutex|contention):/;
var wholeStart = /^\s*(?:goroutine \d+ .*\]:|\[?Goroutine \d+ in state .*:|\S+ profile: total \d+|heap profile: *\d+: .*@.*|heap_v2\/\d+|--- (?:mutex|contention):)\s*$/;
function holdsStart(text) {
  return (text.includes("oroutine ") || text.includes(" profile: ") || text.includes("heap_v2/") || text.includes("--- ")) && starts.test(text);
}
function isStart(text) {
  return text.length < 1e4 && wholeStart.test(text);
}

// src/profile/formats/pasted/csv.ts
var separators = [",", ";", "	"];
function csvTexts() {
  let layout = null;
  return {
    isKnown: () => layout !== null,
    textOf(line) {
      layout ??= holdsStart(line) ? layoutOf(line) : null;
      return layout === null ? null : textIn(line, layout);
    }
  };
}
function layoutOf(line) {
  for (const separator of separators) {
    const fields = fieldsOf(line, separator);
    const before = fields?.findIndex(isStart) ?? -1;
    if (fields !== null && fields.length > 1 && before >= 0)
      return { separator, before, behind: fields.length - before - 1 };
  }
  return null;
}
function textIn(line, { separator, before, behind }) {
  const fields = fieldsOf(line, separator);
  if (fields === null || fields.length <= before + behind) return null;
  return fields.slice(before, fields.length - behind).join(separator);
}
function fieldsOf(line, separator) {
  const fields = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] !== '"') {
      const found = line.indexOf(separator, at);
      const end4 = found < 0 ? line.length : found;
      fields.push(line.slice(at, end4));
      at = end4 + 1;
      continue;
    }
    const end3 = endOfQuoted(line, at + 1);
    if (end3 < 0 || end3 + 1 < line.length && line[end3 + 1] !== separator) return null;
    fields.push(line.slice(at + 1, end3).replaceAll('""', '"'));
    at = end3 + 2;
  }
  return fields;
}
function endOfQuoted(line, start2) {
  let at = line.indexOf('"', start2);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}

// src/profile/formats/pasted/json.ts
var textKeys = [
  ...["Output", "log", "message", "msg", "text", "textPayload", "stack", "stacktrace", "error", "line"],
  ...["MESSAGE", "@message", "body", "exception"]
];
var every = /* @__PURE__ */ Symbol("every");
var member = /^\s*(?:"((?:[^"\\]|\\.)*)"\s*:\s*)?("(?:[^"\\]|\\.)*"),?\s*$/;
function jsonTexts() {
  let known = null;
  let knownMember = null;
  let isOfRecords = false;
  const ofRecord = (line) => {
    const record = parsed(line);
    if (record === null) return null;
    isOfRecords = true;
    const texts = known === null ? [] : textsAt(record, known);
    if (texts.length > 0 && (texts.some(holdsStart) || !holdsStart(line))) return texts;
    known = (holdsStart(line) ? pathToStart(record) : null) ?? known;
    const others = known === null ? [] : textsAt(record, known);
    if (others.length > 0) return others;
    const text = textKeys.map((key) => textsAt(record, [key])).find(({ length }) => length > 0);
    return text ?? [];
  };
  const ofMember = (line) => {
    const [, key = "", quoted2 = ""] = member.exec(line) ?? [];
    if (quoted2 === "") return knownMember !== null && /^\s*[[\]{}"]/.test(line) ? [] : null;
    if (knownMember === null && holdsStart(quoted2)) knownMember = key;
    if (knownMember === null) return null;
    return knownMember === key ? [textOf3(quoted2)] : [];
  };
  return {
    textsOf(line) {
      const first = line.charAt(line.search(/\S/));
      if (first === "{" || first === "[") {
        const texts = ofRecord(line);
        if (texts !== null) return texts;
      }
      const mayBe = knownMember !== null || first === '"' && holdsStart(line);
      return mayBe ? ofMember(line) : null;
    },
    isPart: (line) => isOfRecords && /^\s*\{/.test(line) && parsed(line) === null
  };
}
function parsed(line) {
  const last = line.charAt(line.length - 1);
  if (last !== "}" && last !== "]" && !/[\]}]\s*$/.test(line.slice(-100))) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
function textOf3(quoted2) {
  try {
    return String(JSON.parse(quoted2));
  } catch {
    return quoted2;
  }
}
function pathToStart(record) {
  const open = [[record, []]];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const [value, way] = next;
    if (typeof value === "string" && holdsStart(value)) return generalised(way);
    if (typeof value !== "object" || value === null) continue;
    const entries = Array.isArray(value) ? value.map((part2, key) => [part2, { key, of: value.length }]) : Object.entries(value).map(([key, part2]) => [part2, { key, of: 0 }]);
    for (const [part2, step] of entries.reverse()) open.push([part2, [...way, step]]);
  }
  return null;
}
function generalised(way) {
  const longest2 = Math.max(...way.map(({ of }) => of));
  const lines = way.findIndex(({ of }) => of === longest2 && of > 1);
  return way.map(({ key, of }, at) => of > 0 && at <= lines ? every : key);
}
function textsAt(value, path2, from = 0) {
  const key = path2[from];
  if (key === void 0) return typeof value === "string" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (key === every) return Array.isArray(value) ? value.flatMap((part2) => textsAt(part2, path2, from + 1)) : [];
  return textsAt(value[key], path2, from + 1);
}

// src/profile/formats/pasted/records.ts
var longestRecord = 16e6;
var mostRecords = 5e8;
function records() {
  const json = jsonTexts();
  const csv = csvTexts();
  let left = mostRecords;
  const counted = (line, lines) => {
    left -= line.length;
    if (left < 0)
      throw unsupported(
        `it holds more than ${mostRecords / 1e6} MB of records of a log`,
        "Take the lines of the dump out of the log, and give those."
      );
    return lines;
  };
  return {
    linesOf(line) {
      if (line.length > longestRecord) return null;
      const row = csv.isKnown() ? csv.textOf(line) : null;
      if (row !== null) return counted(line, [row]);
      const texts = json.textsOf(line);
      if (texts !== null) return counted(line, texts.length === 1 ? oneOf(texts) : linesInEach(texts));
      const field = /^\s*[\w.]+=.*?\b(?:msg|message|log|stack|error)="((?:[^"\\]|\\.)*)"/.exec(line);
      if (field !== null) return linesIn(unescaped2(field[1] ?? "").replace(/\n$/, ""));
      const cell = csv.textOf(line);
      if (cell !== null) return counted(line, [cell]);
      return line.includes("\\n") && holdsStart(line) ? linesIn(unescaped2(line)) : null;
    },
    isPart: (line) => line.length <= longestRecord && json.isPart(line)
  };
}
function oneOf([text = ""]) {
  const line = text.endsWith("\n") ? text.slice(0, -1) : text;
  return line.includes("\n") ? linesIn(line) : [line];
}
function* linesInEach(texts) {
  for (const text of texts) yield* linesIn(text.replace(/\n$/, ""));
}
function* linesIn(text) {
  let from = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
    yield text.slice(from, at);
    from = at + 1;
  }
  yield text.slice(from);
}
function unescaped2(line) {
  return line.replace(/\\\\/g, "\0").replace(/\\n/g, "\n").replace(/\\t/g, "	").replace(/\\"/g, '"').replaceAll("\0", "\\");
}

// src/profile/formats/pasted/unwrap.ts
function unwrapper() {
  let known = "";
  let pattern = null;
  const { linesOf, isPart: isPart2 } = records();
  return {
    isPart: isPart2,
    split(line) {
      const text = plain(line);
      return linesOf(text) ?? [text];
    },
    learn(prefix) {
      if (prefix === known) return;
      known = prefix;
      pattern = /\S/.test(prefix) ? patternOf(prefix) : null;
    },
    strip(line) {
      if (pattern === null) return line.trim();
      const before = pattern.exec(line)?.[0].length ?? 0;
      return line.slice(before).trim();
    }
  };
}
function patternOf(prefix) {
  const isTimed = /\d\d:\d\d/.test(prefix);
  const parts = prefix.slice(0, 1e3).match(/\.?\d+|\s+|[A-Za-z]+|[^\dA-Za-z\s.]+|\./g) ?? [];
  const source = parts.map((part2) => {
    if (/^\.\d/.test(part2)) return "(?:\\.\\d+)?";
    if (/^\d/.test(part2)) return "\\d+";
    if (isTimed && /^[A-Za-z]/.test(part2)) return "[A-Za-z]+";
    return /^\s/.test(part2) ? "\\s*" : part2.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  return new RegExp(`^${source.join("")}`);
}
var escapes = /\u001b(?:\[[\d;]*[A-Za-z]|[_\]][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;
function plain(line) {
  let text = line;
  if (text.length > longestRecord) return text;
  if (text.includes("\x1B")) text = text.replace(escapes, "");
  if (text.includes("\xA0")) text = text.replaceAll("\xA0", " ");
  if (text.endsWith(">")) text = text.replace(/<br ?\/?>$/, "");
  if (text.includes("&")) for (const [entity, letter] of entities) text = text.replaceAll(entity, letter);
  return text;
}
var entities = [
  ...[["&#43;", "+"], ["&#34;", '"'], ["&#39;", "'"], ["&lt;", "<"]],
  ...[["&nbsp;", " "], ["&#160;", " "], ["&#9;", "	"]],
  ...[["&gt;", ">"], ["&quot;", '"'], ["&amp;", "&"]]
];

// src/profile/formats/task-stack.ts
function taskStack(stack) {
  let leaf = stack.length;
  while (leaf > 0 && isRuntime(stack[leaf - 1].function)) leaf--;
  const shown = stack.slice(0, leaf).filter(isShown);
  if (shown.length > 0) return shown;
  const exported = stack.filter(isShown);
  if (exported.length > 0) return exported;
  const inner = stack.filter((frame) => frame.function !== "runtime.goexit");
  return inner.length > 0 ? inner : stack;
}
function isRuntime(name) {
  return name.startsWith("runtime.") || name.startsWith("internal/runtime/") || name.startsWith("runtime/internal/");
}
function isShown({ function: name }) {
  if (!name.startsWith("runtime.")) return true;
  if (name === "runtime.gopanic" || name === "runtime.runFinalizers" || name === "runtime.runCleanups")
    return true;
  return /^runtime\.(?:\(?\*?[A-Z]\w*\)?\.)?[A-Z]\w*$/.test(name);
}

// src/profile/formats/task-profile.ts
function taskProfile(tasks) {
  const groups = /* @__PURE__ */ new Map();
  const frames = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Map();
  let total = 0;
  for (const task of tasks) {
    const stack = taskStack(task.stack);
    const attributes = task.attributes ?? {};
    const key = keyOf(frames, stack, attributes);
    const group = groups.get(key);
    total += task.value;
    if (group === void 0) {
      groups.set(key, { stack, value: task.value, attributes });
      if (attributes.ids !== void 0) known.set(key, { ids: [], parents: [] });
    } else {
      group.value += task.value;
      group.attributes = longer(group.attributes, attributes);
    }
    for (const id of attributes.ids ?? []) known.get(key)?.ids.push(id);
    for (const parent of attributes.parents ?? []) known.get(key)?.parents.push(parent);
  }
  for (const [key, { ids, parents }] of known) {
    const group = groups.get(key);
    if (group === void 0) continue;
    group.attributes = { ...group.attributes, ids, ...parents.length === 0 ? {} : { parents } };
  }
  const samples2 = [...groups.values()].filter(({ value }) => value !== 0);
  return { quantity: "tasks", unit: "tasks", exact: true, total, samples: samples2.map(withoutEmpty) };
}
function keyOf(frames, stack, { ancestry = [], createdBy, state }) {
  const creator = createdBy === void 0 ? "" : frameId(frames, createdBy);
  const keysOf = (frame) => frameId(frames, frame);
  const ancestors = ancestry.map((one) => one.map(keysOf)).join(" ");
  return `${stack.map(keysOf)} ${creator} ${state ?? ""} ${ancestors}`;
}
function frameId(frames, frame) {
  const key = `${frame.line}\0${frame.file}\0${frame.function}`;
  const id = frames.get(key) ?? frames.size;
  frames.set(key, id);
  return id;
}
function longer(one, other) {
  return (other.minutes ?? 0) > (one.minutes ?? 0) ? other : one;
}
function withoutEmpty({ stack, value, attributes }) {
  return attributes === void 0 || Object.keys(attributes).length === 0 ? { stack, value } : { stack, value, attributes };
}

// src/profile/formats/line-frames.ts
function lineFrames(read, { mostFrames: mostFrames3, mostLetters: mostLetters2, tooMany: tooMany2 }) {
  const all = [];
  const ids = /* @__PURE__ */ new Map();
  let letters2 = 0;
  const idOf = (line) => {
    const known = ids.get(line);
    if (known !== void 0) return known;
    const frame = read(line);
    if (frame === null) return null;
    letters2 += line.length;
    if (all.length >= mostFrames3) throw tooMany2(mostFrames3, "different lines");
    if (letters2 > mostLetters2) throw tooMany2(mostLetters2, "letters in different lines");
    ids.set(own(line), all.length);
    return all.push({ ...frame, function: own(frame.function), file: own(frame.file) }) - 1;
  };
  return { all, idOf };
}

// src/profile/formats/goroutine-text/refusal.ts
function brokenDump(problem) {
  return new FormatError(
    "broken",
    `The goroutine dump is damaged: ${problem}.`,
    "Take it again; for more than about 20,000 goroutines take /debug/pprof/goroutine (debug=0), which is never cut."
  );
}
function notDump() {
  return new FormatError(
    "not-this-format",
    "This is not a goroutine dump.",
    'Give what pprof.Lookup("goroutine").WriteTo(w, 1 or 2) or /debug/pprof/goroutine?debug=1 or 2 writes.'
  );
}
function tooMany(most4, of) {
  return new FormatError(
    "not-supported",
    `The goroutine dump cannot be read: it names more than ${most4.toLocaleString("en")} ${of}.`,
    "Check that the file is what it seems to be, or take /debug/pprof/goroutine (debug=0)."
  );
}
function quoted(text) {
  return JSON.stringify(text.slice(0, 80));
}

// src/profile/formats/goroutine-text/frame-lines.ts
function functionName(line) {
  const open = line.lastIndexOf("(");
  if (open <= 0 || line.charCodeAt(line.length - 1) !== 41) return null;
  const name = line.slice(0, open);
  return name === "panic" ? "runtime.gopanic" : goPrintName(name);
}
function isCall(line) {
  return /^(?:panic|[^\s()]+\.\S+|[^\s()]+\.\S*\[.*\]\S*)\(.*\)$/.test(line.slice(0, 4096));
}
function readPlace(text) {
  const place = withoutOffset(text);
  const colon = place.lastIndexOf(":");
  if (colon < 1 || !/^\d{1,9}$/.test(place.slice(colon + 1, colon + 12))) return null;
  return { file: place.slice(0, colon), line: Number(place.slice(colon + 1)) };
}
function withoutOffset(place) {
  const registers = place.lastIndexOf(" fp=0x");
  const shown = registers < 0 ? place : place.slice(0, registers);
  const offset = /[ +](?:\+0x[0-9a-f]+|pc=0x[0-9a-f]+)$/.exec(shown.slice(-40));
  return offset === null ? shown : shown.slice(0, shown.length - offset[0].length);
}

// src/profile/formats/goroutine-text/tally.ts
var mostFrames2 = 3e5;
var mostLetters = 5e7;
var mostStacks2 = 3e5;
var mostInStacks = 2e7;
var states = 2 ** 24;
var nextStack = -2;
function tally() {
  const frames = [];
  const ids = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  const files = /* @__PURE__ */ new Map();
  const places = [];
  const placeIds = /* @__PURE__ */ new Map();
  const stateIds = /* @__PURE__ */ new Map();
  const table = stackTable(1);
  const rows = [];
  const key = { at: new Int32Array(256), length: 0 };
  const texts = [];
  const next = [];
  let last = 0;
  let letters2 = 0;
  const frameId2 = (name, text) => {
    const guess = next[last] ?? -1;
    if (guess >= 0 && texts[guess] === text && frames[guess]?.function === name) {
      last = guess;
      return guess;
    }
    const id = foundId(name, text);
    if (id < 0) return -1;
    if (texts[id] !== text) texts[id] = own(text);
    next[last] = id;
    last = id;
    return id;
  };
  const foundId = (name, text) => {
    const place = placeId(text);
    if (place < 0) return -1;
    const pair = numberOf(names, name) * 2 ** 26 + place;
    const known = ids.get(pair);
    if (known !== void 0) return known;
    if (frames.length >= mostFrames2) throw tooMany(mostFrames2, "different lines");
    letters2 += name.length + text.length;
    if (letters2 > mostLetters) throw tooMany(mostLetters, "letters in different lines");
    ids.set(pair, frames.length);
    return frames.push({ function: own(name), ...places[place] }) - 1;
  };
  const placeId = (text) => {
    const known = placeIds.get(text);
    if (known !== void 0) return known;
    const place = readPlace(text.trim());
    if (place === null) return -1;
    if (placeIds.size >= mostFrames2) throw tooMany(mostFrames2, "different lines");
    const unique = numberOf(files, `${place.file}:${place.line}`);
    if (unique === places.length) places.push({ file: own(place.file), line: place.line });
    placeIds.set(own(text), unique);
    return unique;
  };
  const add = (goroutine) => {
    key.length = 0;
    for (const frame of goroutine.frames) push(key, frame);
    push(key, goroutine.createdBy);
    push(key, states + numberOf(stateIds, goroutine.header.state));
    for (const stack of goroutine.ancestry) {
      push(key, nextStack);
      for (const frame of stack) push(key, frame);
    }
    const row = internStack(table, key.at, key.length);
    table.values[row] = table.values[row] + 1;
    if (table.length > mostStacks2 || table.used > mostInStacks) throw tooMany(mostStacks2, "different stacks");
    rows[row] = grown(rows[row], goroutine);
  };
  return { frameId: frameId2, add, profile: () => taskProfile(samples(table, rows, frames)) };
}
function grown(row, goroutine) {
  const { header, ancestry, parent } = goroutine;
  const grown2 = row ?? { goroutine, minutes: header.minutes, ids: [], parents: [] };
  if ((header.minutes ?? 0) > (grown2.minutes ?? 0)) grown2.minutes = header.minutes;
  if (ancestry.length > 0) {
    grown2.ids.push(header.id);
    if (parent !== null) grown2.parents.push(parent);
  }
  return grown2;
}
function* samples(table, rows, frames) {
  const outermostFirst = (leafFirst) => leafFirst.map((frame) => frames[frame]).reverse();
  for (const [row, { goroutine, minutes, ids, parents }] of rows.entries()) {
    const { createdBy, header, ancestry } = goroutine;
    const attributes = {
      state: header.state,
      ...minutes === void 0 ? {} : { minutes },
      ...createdBy < 0 ? {} : { createdBy: frames[createdBy] },
      ...ancestry.length === 0 ? {} : { ancestry: ancestry.map(outermostFirst), ids },
      ...parents.length === 0 ? {} : { parents }
    };
    yield { stack: outermostFirst(goroutine.frames), value: table.values[row], attributes };
  }
}
function push(key, value) {
  if (key.length === key.at.length) {
    const larger2 = new Int32Array(2 * key.length);
    larger2.set(key.at);
    key.at = larger2;
  }
  key.at[key.length++] = value;
}
function numberOf(numbers, text) {
  const known = numbers.get(text);
  if (known !== void 0) return known;
  if (numbers.size >= mostFrames2) throw tooMany(mostFrames2, "different lines");
  numbers.set(own(text), numbers.size);
  return numbers.size - 1;
}

// src/profile/formats/goroutine-text/counted-frames.ts
function countedFrames() {
  return lineFrames(readFrame, { mostFrames: mostFrames2, mostLetters, tooMany });
}
function readFrame(line) {
  if (line.startsWith("# labels:") || !/^#\s/.test(line)) return null;
  const [, address, symbol = "", ...place] = line.split(line.includes("	") ? /\t+/ : / +/);
  if (address === void 0 || symbol === "") return null;
  const name = symbol.slice(0, symbol.lastIndexOf("+0x"));
  const text = place.join(" ");
  const colon = text.lastIndexOf(":");
  const number2 = Number(text.slice(colon + 1));
  const isOne = !line.includes("	") || place.length === 1;
  if (!isOne || name === "" || colon < 1 || !Number.isSafeInteger(number2)) {
    throw brokenDump(`${quoted(line)} is no frame`);
  }
  return { function: goPrintName(name), file: text.slice(0, colon), line: number2 };
}

// src/profile/formats/goroutine-text/counts.ts
function countsReader(isStrict) {
  const state = {
    ...{ stacks: stackTable(1), frames: countedFrames(), total: null, counted: 0 },
    ...{ leafFirst: new Int32Array(256), depth: 0, value: null, isAfterBlank: false }
  };
  const unwrap = unwrapper();
  const line = (text) => {
    for (const one of isStrict ? [] : unwrap.split(text)) {
      const first = /^(.*?)goroutine(?:leak)? profile: total \d+\s*$/.exec(one);
      if (first !== null && state.total === null) unwrap.learn(first[1] ?? "");
      readLine(state, unwrap.strip(one));
    }
    if (isStrict) readLine(state, text);
  };
  return { line, end: () => end(state, isStrict) };
}
function end(state, isStrict) {
  const isEmpty = state.total === 0;
  if (isStrict && !isEmpty && !state.isAfterBlank) throw brokenDump("it ends in the middle of a stack");
  endStack(state);
  if (state.counted !== state.total)
    throw brokenDump(`it announces ${state.total} goroutines and holds ${state.counted}`);
  return taskProfile(tasksOf(state));
}
function* tasksOf({ stacks, frames }) {
  for (let stack = 0; stack < stacks.length; stack++) {
    const start2 = stacks.offset[stack];
    const leafFirst = stacks.arena.subarray(start2, start2 + stacks.depth[stack]);
    const named2 = Array.from(leafFirst, (id) => frames.all[id]);
    yield { stack: named2.reverse(), value: stacks.values[stack] };
  }
}
function readLine(state, line) {
  state.isAfterBlank = line === "";
  if (state.total === null) {
    const total = /^goroutine(?:leak)? profile: total (\d{1,15})$/.exec(line)?.[1];
    if (total !== void 0) state.total = Number(total);
  } else if (line === "") endStack(state);
  else if (line.startsWith("#")) {
    const frame = state.frames.idOf(line);
    if (frame !== null && state.value === null) throw brokenDump(`${quoted(line)} belongs to no stack`);
    if (frame !== null) push2(state, frame);
  } else if (state.counted < state.total || state.value !== null) {
    if (state.value !== null) throw brokenDump(`a stack ends in ${quoted(line)}`);
    state.value = readCount(line);
  }
}
function push2(state, frame) {
  if (state.depth === state.leafFirst.length) state.leafFirst = larger(state.leafFirst);
  state.leafFirst[state.depth++] = frame;
}
function endStack(state) {
  const { stacks, leafFirst, depth, value } = state;
  if (value !== null) {
    const row = internStack(stacks, leafFirst, depth);
    stacks.values[row] = stacks.values[row] + value;
    if (stacks.length > mostStacks2) throw tooMany(mostStacks2, "different stacks");
    state.counted += value;
  }
  state.value = null;
  state.depth = 0;
}
function readCount(line) {
  const match = /^(\d{1,15}) @(?: |$)/.exec(line);
  if (match === null) throw brokenDump(`${quoted(line)} is no count of a stack`);
  return Number(match[1]);
}

// src/profile/formats/goroutine-text/header.ts
var ofRuntime = /goroutine (\d{1,15})(?: gp=\S+ m=\S+(?: mp=\S+)?)? \[(?!\]:)/;
var ofGoleak = /\[?\s?Goroutine (\d{1,15}) in state /;
function readHeader(line) {
  if (!line.includes("oroutine ")) return null;
  const found = foundIn(line.trimEnd());
  if (found === null) return null;
  const { id, status, index, isOfRuntime } = found;
  const labels = status.indexOf(" labels:{");
  const [state = "", ...notes] = (labels < 0 ? status : status.slice(0, labels)).split(", ");
  const minutes = notes.map((note) => /^(\d{1,15}) minutes$/.exec(note)?.[1]).find((found2) => found2);
  return {
    id: Number(id),
    state: state.replace(/ \((?:scan|durable)\)/g, ""),
    ...minutes === void 0 ? {} : { minutes: Number(minutes) },
    isLocked: notes.includes("locked to thread"),
    prefix: line.slice(0, index),
    isFound: !isOfRuntime || /leaked goroutine: $/.test(line.slice(0, index))
  };
}
function foundIn(line) {
  const isOfRuntime = line.endsWith("]:");
  if (!isOfRuntime && !line.endsWith(" on top of the stack:")) return null;
  const match = (isOfRuntime ? ofRuntime : ofGoleak).exec(line);
  if (match === null) return null;
  const start2 = match.index + match[0].length;
  const end3 = isOfRuntime ? line.length - 2 : line.lastIndexOf(", with ");
  if (end3 <= start2) return null;
  return { id: match[1] ?? "", status: line.slice(start2, end3), index: match.index, isOfRuntime };
}

// src/profile/formats/goroutine-text/whole.ts
function isWhole({ header, hasCreator, outermost, parents, isUnavailable }) {
  if (hasCreator) return true;
  const id = parents.at(-1) ?? header.id;
  const isFirst = id === 1 || id === 0;
  if (isUnavailable) return isFirst || header.isLocked;
  if (!isFirst && !header.isLocked) return false;
  return outermost !== "" && (id === 0 || begins(outermost));
}
function begins(name) {
  return /(?:^|\.)(?:main\.main|init(?:\.\d+)?|goexit\w*|mstart\w*|cgocallback\w*|rt0_go|doInit1?)$/.test(name) || name === "runtime.main" || name.startsWith("_cgoexp_") || name.startsWith("main._cgoexpwrap_");
}

// src/profile/formats/goroutine-text/wrapped.ts
function goesOn(text) {
  if (text.length > 1e3) return false;
  const last = text.charCodeAt(text.length - 1);
  if (last === 41 || last === 58) return false;
  return last === 44 && /^\s*[^\s()]+\.(?:\(\*?[^()]*\)\.)?[^\s()]+\([^()]*,$/.test(text) || text.length < 200 && /(?:^|\W)goroutine \d{1,15} (?:(?:(?:gp|m|mp)=\S+ ?)+|\[[a-z][^\]]*)$/.test(text);
}

// src/profile/formats/goroutine-text/dump.ts
var mostGoroutines = 5e6;
function dumpReader(isStrict, isDoubleSpaced2) {
  const state = {
    ...{ tally: tally(), unwrap: unwrapper(), seen: /* @__PURE__ */ new Set(), isStrict, isDoubleSpaced: isDoubleSpaced2 },
    ...{ started: false, open: null, last: "", record: "", wrapped: "" }
  };
  const line = (text) => {
    state.record = text;
    if (isStrict) readLine2(state, text);
    else
      for (const one of state.unwrap.split(text)) {
        const whole = unfolded(state, one);
        if (whole !== null) readLine2(state, whole);
      }
  };
  return { line, end: (isEnded) => end2(state, isEnded) };
}
function end2(state, isEnded) {
  const { open } = state;
  if (!isEnded && isPart(state) || state.wrapped !== "") throw brokenDump("it ends in the middle of a line");
  if (open !== null) {
    if (open.pending?.isSure) throw withoutPlace(open.pending.name);
    if (!isWhole(open)) throw brokenDump(`it ends within goroutine ${open.header.id}`);
    close(state, open);
  }
  if (!state.started) throw notDump();
  return state.tally.profile();
}
function isPart({ isStrict, last, record, open, unwrap }) {
  if (isStrict || unwrap.isPart(record)) return true;
  if (/\bgoroutine \d+ \[/.test(last) && readHeader(last) === null) return true;
  const text = unwrap.strip(last);
  if (text === "" || /:\d+ \+0x[\da-f]+$/.test(text)) return false;
  if (/\S/.test(open?.header.prefix ?? "")) return true;
  return readPlace(text) !== null || /^goroutine \d*(?: \[[^\]]*\]?)?$/.test(text) || "goroutine ".startsWith(text);
}
function unfolded(state, text) {
  const { wrapped } = state;
  const whole = wrapped === "" ? text : `${wrapped} ${state.unwrap.strip(text)}`;
  state.wrapped = "";
  if (goesOn(whole)) {
    state.wrapped = whole;
    return null;
  }
  return wrapped.includes("goroutine ") && readHeader(whole) === null ? text : whole;
}
function readLine2(state, text) {
  state.last = text;
  const mayBegin = !state.isStrict || text.charCodeAt(0) === 103;
  const header = mayBegin ? readHeader(text) : null;
  if (header !== null) start(state, header);
  else if (state.open !== null) {
    const isBare2 = state.isStrict && !text.startsWith(" ");
    readWithin(state, state.open, isBare2 ? text : state.unwrap.strip(text));
  }
}
function start(state, header) {
  const { open, seen } = state;
  const isSame2 = open?.header.id === header.id && open.frames.length === 0 && open.createdBy < 0;
  if (open !== null && !isSame2) {
    if (open.pending?.isSure) throw withoutPlace(open.pending.name);
    close(state, open);
  }
  state.started = true;
  state.unwrap.learn(header.prefix);
  if (seen.has(header.id) && header.id !== 0 && !isSame2) {
    if (!header.isFound)
      throw brokenDump(`goroutine ${header.id} stands there twice: it is several dumps in one`);
    state.open = null;
    return;
  }
  if (seen.size >= mostGoroutines) throw tooMany(mostGoroutines, "goroutines");
  seen.add(header.id);
  state.open = opened(header);
}
function opened(header) {
  return {
    header,
    frames: [],
    outermost: "",
    createdBy: -1,
    ancestry: [],
    parents: [],
    pending: null,
    hasCreator: false,
    isUnavailable: false
  };
}
function close({ tally: tally2 }, { header, frames, createdBy, ancestry, parents }) {
  const stacks = ancestry.filter((stack) => stack.length > 0);
  const goroutine = { header, frames, createdBy, ancestry: stacks, parent: parents[0] ?? null };
  tally2.add(goroutine);
}
function readWithin(state, open, text) {
  const { pending } = open;
  if (text === "" && state.isDoubleSpaced) return;
  if (pending !== null) {
    const isTaken = takePlace(state, open, pending, text);
    if (isTaken || pending.isSure) return;
    open.pending = null;
  }
  if (text === "" || isMarker(open, text)) return;
  const first = text.charCodeAt(0);
  if (first === 91 && text.startsWith("[originating from goroutine ")) readAncestor(open, text);
  else if (first === 99 && text.startsWith("created by ")) {
    const name = text.slice("created by ".length).replace(/ in goroutine \d{1,20}$/, "");
    open.pending = { name, isCreator: true, isSure: true };
  } else readCall(state, open, text);
}
function readAncestor(open, text) {
  open.parents.push(Number(/\d{1,15}/.exec(text)?.[0] ?? 0));
  open.ancestry.push([]);
  open.hasCreator = false;
  open.outermost = "";
}
function readCall(state, open, text) {
  if (isTrailer(text)) return;
  if (open.hasCreator) {
    if (state.isStrict) throw brokenDump(`${quoted(text)} is no line of a goroutine`);
    return;
  }
  const name = functionName(text);
  const isSure = (state.isStrict || name !== null && isCall(text)) && !isWhole(open);
  open.pending = { name: name ?? text, isCreator: false, isSure };
}
function takePlace({ isStrict, tally: tally2 }, open, pending, text) {
  const isPlace = isStrict ? text.charCodeAt(0) === 9 : text !== "";
  const frame = isPlace ? tally2.frameId(pending.name, isStrict ? text.slice(1) : text) : -1;
  if (frame < 0) {
    if (pending.isSure && (isStrict || text === "" || isCall(text))) throw withoutPlace(pending.name);
    return false;
  }
  open.pending = null;
  const ancestor = open.ancestry.at(-1);
  if (pending.isCreator) {
    open.hasCreator = true;
    if (ancestor === void 0) open.createdBy = frame;
  } else {
    ;
    (ancestor ?? open.frames).push(frame);
    open.outermost = pending.name;
  }
  return true;
}
function isMarker(open, text) {
  const first = text.charCodeAt(0);
  const mayStand = text.length < 200 && (first < 65 || first === 91 || first > 8192);
  if (mayStand && elided.test(text)) return true;
  if (first !== 9 && first !== 103 && first !== 110 && first !== 112) return false;
  if (/^\t?goroutine (?:running on other thread|in C code)/.test(text)) open.isUnavailable = true;
  return /^(?:\t|non-Go function(?: at pc=|$)|pc=0x|goroutine (?:running|in C))/.test(text);
}
var elided = /^(?:\.\.\.|…|\W*[\w\s]*\b(?:elided|omitted|truncated|skipped)\b[^:/]*$)/;
function isTrailer(text) {
  if (text.charCodeAt(text.length - 1) === 41 && text.charCodeAt(0) !== 70) return false;
  return text.length < 200 && /^(?:exit status \d+|\w+ +0x[\da-f]+|FAIL\b.*|```)$/.test(text);
}
function withoutPlace(name) {
  return brokenDump(`${quoted(name)} stands without its file and line`);
}

// src/profile/formats/goroutine-text/parse.ts
var dumpLimit = 64 * 2 ** 20;
function goroutineTextForm(bytes) {
  const head = headOf(bytes);
  if (/^[^\n]*goroutine(?:leak)? profile: total \d/m.test(head)) return "debug1";
  const isDump = /goroutine \d+ [^\n]*\[[^\n]*\]:|Goroutine \d+ in state /.test(head);
  return isDump || /^goroutine \d+ [^\n]*\[/.test(head) ? "debug2" : null;
}
function goroutineTextReader(head) {
  const start2 = headOf(head);
  const isStrict = isBare(start2);
  return goroutineTextForm(head) === "debug1" ? countsReader(isStrict) : dumpReader(isStrict, isDoubleSpaced(start2));
}
function parseGoroutineText(bytes) {
  const inflated = inflate(bytes);
  const form = goroutineTextForm(inflated);
  if (form === null) throw notDump();
  if (form === "debug2") refuseCut(inflated, inflated.length);
  const reader = goroutineTextReader(inflated);
  return reader.end(readLines(inflated, reader.line));
}
function refuseCut(head, size) {
  if (size === dumpLimit && isBare(headOf(head))) throw brokenDump("the runtime cut it at 64 MB");
}
function isBare(head) {
  if (!/^goroutine[^\n]*(?:(?:\]:|: total \d+)\n|$)/.test(head) || /\r|\u00a0|&nbsp;|[ \t]\n|\n\n\t/.test(head))
    return false;
  return /\n#?\t/.test(head) || !/\n#? *\S.*:\d+ \+0x|\n# +0x/.test(head);
}
function isDoubleSpaced(head) {
  return /\)[ \t\r]*\n[ \t\r]*\n\s+\S[^\n]*\.\w+:\d+/.test(head);
}
function headOf(bytes) {
  return withLineBreaks(textOf(bytes.subarray(0, 1 << 16)));
}

// src/profile/formats/pprof/stacks/cut.ts
var goes = 1;
var endsHere = 2;
function prune(pruning, sample) {
  const { locations } = sample;
  let found = false;
  for (let index = sample.depth - 1; index >= 0; index--) {
    const what = pruning[locations[index]];
    if (what === 0) found = true;
    else if (found) {
      const first = what === goes ? index + 1 : index;
      locations.copyWithin(0, first, sample.depth);
      sample.depth -= first;
      return;
    }
  }
}

// src/profile/formats/pprof/stacks/frame-budget.ts
var mostVisited = 1e9;
function frameBudget({ layout, locations }) {
  const { lineStart } = locations;
  if (locations.longest <= 64 && locations.longest * layout.bytes.length <= mostVisited) return null;
  let left = Math.min(64 * layout.bytes.length, mostVisited);
  return ({ locations: positions, depth }) => {
    for (let index = 0; index < depth; index++) {
      const position = positions[index];
      left -= lineStart[position + 1] - lineStart[position];
    }
    if (left < 0) throw broken("its samples stand for more frames than a file of this size can mean");
  };
}

// src/profile/formats/pprof/wire/id-index.ts
function indexIds(ids, what) {
  const dense = new Int32Array(ids.length * 8 + 64).fill(-1);
  const sparse = /* @__PURE__ */ new Map();
  const index = { dense, sparse };
  for (let position = 0; position < ids.length; position++) {
    const id = ids[position];
    if (id === 0) throw broken(`a ${what} has no id`);
    if (positionOf(index, id) >= 0) throw broken(`two ${what}s have the id ${id}`);
    if (id < dense.length) dense[id] = position;
    else sparse.set(id, position);
  }
  return index;
}
function positionOf({ dense, sparse }, id) {
  return id >= 0 && id < dense.length ? dense[id] : sparse.get(id) ?? -1;
}

// src/profile/formats/pprof/wire/budget.ts
var most3 = 8e8;
function budgetOf(bytes) {
  return { left: most3 - bytes.length };
}
function spend(budget, bytes) {
  budget.left -= bytes;
  if (budget.left < 0) throw tooLarge();
}
function isRefusal(error) {
  return error instanceof FormatError && error.kind === "not-supported";
}

// src/profile/formats/pprof/wire/layout.ts
var profileShape = "bbbbbbvvvvbvnvv";
var kept = /* @__PURE__ */ new Set([1, 3, 4, 5, 6, 11]);
var sampleTag = 18;
var packedLocations = 10;
var packedValues = 18;
var labelTag = 26;
var costs = [0, 200, 0, 200, 120, 120, 40, 0, 0, 0, 0, 200];
function layOut(bytes) {
  const parts = Array.from({ length: 12 }, (_, field) => kept.has(field) ? emptyRanges() : void 0);
  const scalars = { period: null, times: 0, dropFrames: 0, keepFrames: 0, defaultType: 0 };
  const samples2 = { start: 0, end: 0, count: 0 };
  const cursor = cursorOf(bytes);
  const budget = budgetOf(bytes);
  try {
    findParts(cursor, parts, samples2, scalars, budget);
  } catch (error) {
    throw isRefusal(error) || looksLikeProfile(bytes, parts, samples2) ? error : notPprof("its bytes are not laid out like one");
  }
  const [, sampleTypes, , mappings, locations, functions, strings] = parts;
  const layout = {
    bytes,
    budget,
    sampleTypes,
    samples: samples2,
    mappings,
    locations,
    functions,
    strings,
    periodType: parts[11]
  };
  check(layout, scalars.times);
  const { period, dropFrames, keepFrames, defaultType } = scalars;
  return { ...layout, period, dropFrames, keepFrames, defaultType };
}
function findParts(cursor, parts, samples2, scalars, budget) {
  while (cursor.position < cursor.end) {
    skipSamples(cursor, samples2);
    const start2 = cursor.position;
    if (start2 === cursor.end) return;
    const tag = readVarint(cursor);
    if (tag === sampleTag) {
      cursor.position = readEnd(cursor);
      if (samples2.count++ === 0) samples2.start = start2;
      samples2.end = cursor.position;
      continue;
    }
    const part2 = (tag & 7) === 2 && tag < 128 ? parts[tag >>> 3] : void 0;
    if (part2 !== void 0) {
      const end3 = readEnd(cursor);
      spend(budget, costs[tag >>> 3]);
      push3(part2, cursor.position, end3);
      cursor.position = end3;
    } else if (tag === 96) {
      const period = readInt64(cursor);
      scalars.period = period > 0 ? period : null;
    } else if (tag === 72) {
      if (readInt64(cursor) !== 0) scalars.times++;
    } else if (tag === 56) scalars.dropFrames = readVarint(cursor);
    else if (tag === 64) scalars.keepFrames = readVarint(cursor);
    else if (tag === 112) scalars.defaultType = readVarint(cursor);
    else skipField(cursor, tag, profileShape);
  }
}
function skipSamples(cursor, samples2) {
  const { bytes, end: end3 } = cursor;
  const { position: start2 } = cursor;
  let position = start2;
  let count = 0;
  while (bytes[position] === sampleTag && position + 3 <= end3) {
    let size = bytes[position + 1];
    let first = position + 2;
    if (size > 127) size += bytes[first++] - 1 << 7;
    if (size > 16383 || first + size > end3) break;
    position = first + size;
    count++;
  }
  if (count === 0) return;
  if (samples2.count === 0) samples2.start = start2;
  samples2.count += count;
  samples2.end = cursor.position = position;
}
function check({ bytes, sampleTypes, samples: samples2, strings, locations, functions }, times) {
  if (sampleTypes.length + samples2.count + strings.length + locations.length + functions.length === 0) {
    throw notPprof("it holds no sample type, no sample and no string");
  }
  if (times > 1) throw broken("it is several profiles, one behind the other");
  if (strings.length === 0) throw broken("its table of strings is missing");
  if (strings.at[0] !== strings.at[1])
    throw looksLikeText(bytes) ? notPprof("it is text") : broken("its first string is not empty");
  if (sampleTypes.length === 0) throw broken("it does not say what its samples count");
}
function looksLikeProfile(bytes, parts, samples2) {
  if (looksLikeText(bytes)) return false;
  if (bytes[0] === 10 || samples2.count > 0) return true;
  return [1, 4, 5, 6].some((field) => (parts[field]?.length ?? 0) > 0);
}
function looksLikeText(bytes) {
  return bytes.subarray(0, 256).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
function emptyRanges() {
  return { at: new Int32Array(64), length: 0 };
}
function push3(ranges, start2, end3) {
  const next = 2 * ranges.length++;
  if (next === ranges.at.length) {
    const larger2 = new Int32Array(2 * next);
    larger2.set(ranges.at);
    ranges.at = larger2;
  }
  ranges.at[next] = start2;
  ranges.at[next + 1] = end3;
}
function readValueType(bytes, start2, end3) {
  const fields = new Float64Array(3);
  readNumbers(cursorOf(bytes, start2), end3, fields, "vv");
  const [, type2 = 0, unit = 0] = fields;
  return { type: type2, unit };
}

// src/profile/formats/pprof/samples/samples.ts
var oneLocation = 8;
var oneValue = 16;
var deepest3 = 1e7;
function samplesOf(file) {
  const { bytes, samples: samples2, strings } = file.layout;
  return {
    cursor: cursorOf(bytes, samples2.start),
    ids: file.locations.ids,
    strings: strings.length,
    pruning: file.pruning,
    spend: frameBudget(file),
    end: samples2.end,
    label: new Float64Array(5),
    locations: new Int32Array(256),
    depth: 0,
    values: new Float64Array(file.types.length),
    left: samples2.count,
    ...{ valueCount: 0, idsStart: 0, idsEnd: 0, idsRead: 0, isInOnePiece: true, start: 0 }
  };
}
function nextSample(reader) {
  if (reader.left-- <= 0) return false;
  const { cursor } = reader;
  cursor.end = reader.end;
  let tag = readVarint(cursor);
  while (tag !== sampleTag) {
    if ((tag & 7) === 2) cursor.position = readEnd(cursor);
    else skipField(cursor, tag, "");
    tag = readVarint(cursor);
  }
  readSample(reader, readEnd(cursor));
  return true;
}
function readStack(reader) {
  const { cursor, pruning } = reader;
  const { position } = cursor;
  reader.depth = 0;
  if (reader.isInOnePiece) {
    cursor.position = reader.idsStart;
    readLocations(reader, reader.idsEnd);
  } else {
    cursor.end = position;
    cursor.position = reader.start;
    while (cursor.position < position) readLocationsIn(reader, readVarint(cursor));
  }
  cursor.position = position;
  if (pruning !== null) prune(pruning, reader);
  reader.spend?.(reader);
}
function readLocation(reader, start2, end3) {
  const { cursor } = reader;
  const { position } = cursor;
  const id = readWithin2(cursor, start2, end3);
  reader.idsRead = cursor.position;
  cursor.position = position;
  const location = positionOf(reader.ids, id);
  if (location < 0) throw noLocation(id);
  return location;
}
function readLocationsIn(reader, tag) {
  const { cursor } = reader;
  if (tag === packedLocations) readLocations(reader, readEnd(cursor));
  else if (tag === oneLocation) pushLocation(reader, readId(cursor));
  else skipField(cursor, tag, "nnb");
}
function readSample(reader, end3) {
  const { cursor } = reader;
  cursor.end = end3;
  reader.start = cursor.position;
  reader.valueCount = reader.idsStart = reader.idsEnd = 0;
  reader.isInOnePiece = true;
  while (cursor.position < end3) {
    const tag = readVarint(cursor);
    if (tag === packedLocations) findIds(reader, readEnd(cursor));
    else if (tag === packedValues) readValues(reader, readEnd(cursor));
    else if (tag === labelTag) readLabel(reader, readEnd(cursor));
    else if (tag === oneValue) pushValue(reader, readInt64(cursor));
    else {
      if (tag === oneLocation) reader.isInOnePiece = false;
      skipField(cursor, tag, "nnb");
    }
  }
  if (reader.valueCount !== reader.values.length) {
    throw broken(`a sample has ${reader.valueCount} values, there are ${reader.values.length} sample types`);
  }
}
function findIds(reader, end3) {
  if (reader.idsEnd > 0) reader.isInOnePiece = false;
  reader.idsStart = reader.cursor.position;
  reader.idsEnd = reader.cursor.position = end3;
}
function readLocations(reader, end3) {
  const { cursor, ids } = reader;
  const { bytes } = cursor;
  const { dense } = ids;
  const locations = reserve(reader, end3 - cursor.position);
  let { position } = cursor;
  let { depth } = reader;
  while (position < end3) {
    let id = bytes[position++];
    if (id > 127) {
      const next = bytes[position];
      if (next < 128 && position < end3) {
        id += next - 1 << 7;
        position++;
      } else {
        id = readWithin2(cursor, position - 1, end3);
        position = cursor.position;
      }
    }
    const location = id < dense.length ? dense[id] : positionOf(ids, id);
    if (location < 0) throw noLocation(id);
    locations[depth++] = location;
  }
  reader.depth = depth;
  cursor.position = position;
}
function readWithin2(cursor, position, end3) {
  const outer = cursor.end;
  cursor.position = position;
  cursor.end = end3;
  const id = readId(cursor);
  cursor.end = outer;
  return id;
}
function noLocation(id) {
  return broken(`a sample names location ${id}, which is not there`);
}
function reserve(reader, more) {
  const needed = reader.depth + more;
  if (needed > deepest3) throw broken(`a sample is deeper than ${deepest3 / 10} frames`);
  if (needed > reader.locations.length) {
    const larger2 = new Int32Array(2 * needed);
    larger2.set(reader.locations);
    reader.locations = larger2;
  }
  return reader.locations;
}
function pushLocation(reader, id) {
  const location = positionOf(reader.ids, id);
  if (location < 0) throw noLocation(id);
  reserve(reader, 1)[reader.depth++] = location;
}
function readValues(reader, end3) {
  const { cursor } = reader;
  const outer = cursor.end;
  cursor.end = end3;
  while (cursor.position < end3) pushValue(reader, readInt64(cursor));
  cursor.end = outer;
}
function pushValue(reader, value) {
  if (reader.valueCount < reader.values.length) reader.values[reader.valueCount] = value;
  reader.valueCount++;
}
function readLabel({ cursor, strings, label }, end3) {
  readNumbers(cursor, end3, label, "vvvv");
  checkIndex(strings, label[1]);
  checkIndex(strings, label[2]);
  checkIndex(strings, label[4]);
}

// src/profile/formats/pprof/fold.ts
function foldProfile(table, file, lines, columns, sign) {
  const frames = { at: new Int32Array(256) };
  const { magnitude } = table;
  const sample = samplesOf(file);
  while (nextSample(sample)) {
    readStack(sample);
    const depth = expand(sample, file.locations, lines, frames);
    const row = internStack(table, frames.at, depth) * table.width;
    for (let index = 0; index < columns.length; index++) {
      const value = sample.values[columns[index]];
      table.values[row + index] = table.values[row + index] + sign * value;
      magnitude[index] = magnitude[index] + Math.abs(value);
    }
  }
  for (const sum of magnitude) refuseInexact(sum);
}
function refuseInexact(magnitude) {
  if (magnitude > Number.MAX_SAFE_INTEGER) {
    throw unsupported(
      "its values add up to more than 2^53",
      "Compare processes that started more recently, or a quantity that can also fall, such as heap-bytes."
    );
  }
}
function expand(sample, { lineStart }, lines, frames) {
  let depth = 0;
  for (let index = 0; index < sample.depth; index++) {
    const location = sample.locations[index];
    const end3 = lineStart[location + 1];
    for (let line = lineStart[location]; line < end3; line++) {
      if (depth === frames.at.length) frames.at = larger(frames.at);
      frames.at[depth++] = lines[line];
    }
  }
  return depth;
}

// src/profile/formats/pprof/functions.ts
function readFunctions(layout, strings) {
  const { length } = layout.functions;
  const numbers = new Float64Array(length);
  const files = new Int32Array(length);
  const raw = new Uint8Array(length);
  const nameless = new Uint8Array(length);
  const names = new Int32Array(length);
  readEach(layout, strings, numbers, { files, raw, nameless, names });
  return { ids: indexIds(numbers, "function"), names, files, raw, nameless };
}
function readEach({ bytes, functions: { at, length } }, strings, ids, { files, raw, nameless, names }) {
  const cursor = cursorOf(bytes);
  const fields = new Float64Array(6);
  for (let index = 0; index < length; index++) {
    cursor.position = at[2 * index];
    readNumbers(cursor, at[2 * index + 1], fields, "vvvvv");
    const name = fields[2];
    const systemName = fields[3];
    ids[index] = fields[1];
    const unnamed = isEmptyString(strings, name);
    names[index] = unnamed ? checkString(strings, systemName) : name;
    raw[index] = unnamed || isSame(strings, name, systemName) ? 1 : 0;
    const isEmpty = unnamed && isEmptyString(strings, systemName);
    if (isEmpty || raw[index] === 1 && beginsBracket(strings, names[index])) nameless[index] = 1;
    files[index] = checkString(strings, fields[4]);
  }
}
function isSame(strings, name, systemName) {
  return name === systemName || stringAt(strings, name) === stringAt(strings, systemName);
}

// src/profile/formats/pprof/wire/binaries.ts
function readBinaries(layout, strings) {
  const { at, length } = layout.mappings;
  const binaries = /* @__PURE__ */ new Map();
  const cursor = cursorOf(layout.bytes);
  const fields = new Float64Array(11);
  for (let index = 0; index < length; index++) {
    cursor.position = at[2 * index];
    readNumbers(cursor, at[2 * index + 1], fields, "vvvvvvvvvv");
    const [, id = 0, , , , file = 0] = fields;
    if (id === 0 || binaries.has(id)) throw broken(`a mapping has the id ${id}, which is 0 or taken`);
    binaries.set(id, stringAt(strings, file));
  }
  return binaries;
}

// src/profile/formats/pprof/locations.ts
function readLocations2(layout, functions, strings) {
  const { length } = layout.locations;
  const lines = {
    // Twice as many as locations, which of most compilers is enough for inlined calls.
    functionOf: new Int32Array(2 * length + 64),
    lineOf: new Int32Array(2 * length + 64),
    length: 0
  };
  const reader = {
    cursor: cursorOf(layout.bytes),
    functions,
    binaries: readBinaries(layout, strings),
    budget: layout.budget,
    line: new Float64Array(4),
    lines,
    binaryOf: /* @__PURE__ */ new Map(),
    ids: new Float64Array(length),
    lineStart: new Int32Array(length + 1),
    ...{ longest: 0, id: 0, mapping: 0 }
  };
  readEach2(reader, layout.locations);
  const { ids, lineStart, longest: longest2, binaryOf } = reader;
  const { functionOf, lineOf } = lines;
  return { ids: indexIds(ids, "location"), lineStart, longest: longest2, functionOf, lineOf, binaryOf };
}
function readEach2(reader, { at, length }) {
  const { lines, ids, lineStart } = reader;
  for (let index = 0; index < length; index++) {
    const first = lines.length;
    readLocation2(reader, at[2 * index], at[2 * index + 1]);
    ids[index] = reader.id;
    if (lines.length === first) pushLine(reader, -1, 0);
    keepBinary(reader, first);
    lineStart[index + 1] = lines.length;
    reader.longest = Math.max(reader.longest, lines.length - first);
  }
}
function keepBinary({ binaries, mapping, lines, functions, binaryOf }, first) {
  for (let line = first; line < lines.length; line++) {
    const at = lines.functionOf[line];
    if (at >= 0 && functions.nameless[at] !== 1) continue;
    const binary = binaries.get(mapping) ?? "";
    if (binary !== "") binaryOf.set(line, binary);
  }
}
function readLocation2(reader, start2, end3) {
  const { cursor } = reader;
  cursor.position = start2;
  cursor.end = end3;
  reader.id = reader.mapping = 0;
  while (cursor.position < end3) {
    const tag = readVarint(cursor);
    if (tag === 34) readLine3(reader, readEnd(cursor));
    else if (tag === 8) reader.id = readId(cursor);
    else if (tag === 16) reader.mapping = readId(cursor);
    else if (tag === 24) skipVarint(cursor);
    else skipField(cursor, tag, "vvvbv");
  }
}
function readLine3(reader, end3) {
  const { cursor, functions, line: fields } = reader;
  readNumbers(cursor, end3, fields, "vvv");
  const position = positionOf(functions.ids, fields[1]);
  if (position < 0) throw broken(`a location names function ${fields[1]}, which is not there`);
  const line = fields[2];
  pushLine(reader, position, Math.abs(line) < 2 ** 31 ? line : 0);
}
function pushLine({ lines, budget }, functionPosition, line) {
  if (lines.length === lines.functionOf.length) {
    spend(budget, 24 * lines.length);
    lines.functionOf = larger(lines.functionOf);
    lines.lineOf = larger(lines.lineOf);
  }
  lines.functionOf[lines.length] = functionPosition;
  lines.lineOf[lines.length++] = line;
}

// src/profile/formats/pprof/open.ts
function openPprof(bytes, limit) {
  const layout = layOut(inflate(bytes, limit));
  const strings = stringsOf(layout);
  const functions = readFunctions(layout, strings);
  return {
    layout,
    strings,
    types: valueTypes(layout, layout.sampleTypes, strings),
    periodType: valueTypes(layout, layout.periodType, strings).at(-1) ?? null,
    period: layout.period,
    dropFrames: stringAt(strings, layout.dropFrames),
    keepFrames: stringAt(strings, layout.keepFrames),
    defaultType: stringAt(strings, layout.defaultType),
    pruning: null,
    functions,
    locations: readLocations2(layout, functions, strings)
  };
}
function valueTypes(layout, ranges, strings) {
  return Array.from({ length: ranges.length }, (_, index) => {
    const value = readValueType(
      layout.bytes,
      ranges.at[2 * index],
      ranges.at[2 * index + 1]
    );
    return { type: stringAt(strings, value.type), unit: stringAt(strings, value.unit) };
  });
}

// src/profile/formats/pprof/sample-types.ts
var quantityOf = {
  "inuse_space/bytes": "heap-bytes",
  "inuse_objects/count": "heap-objects",
  "alloc_space/bytes": "alloc-bytes",
  "alloc_objects/count": "alloc-objects",
  "space/bytes": "heap-bytes",
  "objects/count": "heap-objects",
  "goroutine/count": "tasks",
  "goroutineleak/count": "tasks"
};
function columnsOf(types) {
  const columns = [];
  for (const [column, { type: type2, unit }] of types.entries()) {
    const quantity = quantityOf[`${type2}/${unit}`];
    if (quantity !== void 0 && !columns.some((other) => other.quantity === quantity))
      columns.push({ quantity, column });
  }
  return columns;
}
function refuseTypes(types) {
  const found = types.map(({ type: type2, unit }) => `${type2}/${unit}`).join(", ");
  return unsupported(`it counts ${found}`, "Give a heap profile or a goroutine profile.");
}

// src/profile/formats/pprof/parse.ts
function parsePprof(bytes, options = {}) {
  const opened2 = openPprof(bytes, options.limit);
  refuseDropped(opened2);
  const file = withoutNegativeLines(opened2);
  const columns = columnsOf(file.types);
  if (columns.length === 0) throw refuseTypes(file.types);
  const isTasks = columns.some(({ quantity }) => quantity === "tasks");
  const frames = frameTable("line");
  const stacks = stackTable(columns.length);
  const lines = internLines(frames, file, isTasks ? goPrintName : (name) => name);
  foldProfile(
    stacks,
    file,
    lines,
    columns.map(({ column }) => column),
    1
  );
  return isTasks ? [tasksOf2(frames, stacks, columns)] : heapOf(file, frames, stacks, columns);
}
function withoutNegativeLines(file) {
  const { lineOf } = file.locations;
  if (lineOf.every((line) => line >= 0)) return file;
  return { ...file, locations: { ...file.locations, lineOf: lineOf.map((line) => Math.max(0, line)) } };
}
function refuseDropped({ dropFrames }) {
  if (dropFrames === "") return;
  throw unsupported(
    "it has drop_frames, which end its stacks early",
    "Compare two such profiles by `leakdiff diff`, which honours them."
  );
}
function heapOf(file, frames, table, columns) {
  const stacks = Array.from({ length: table.length }, (_, stack) => framesOf(frames, table, stack));
  const period = file.period;
  return columns.map(({ quantity }, index) => ({
    quantity,
    unit: quantities[quantity],
    exact: period === 1,
    ...period === null ? {} : { period },
    samples: stacks.map((stack, row) => ({ stack, value: table.values[row * table.width + index] })).filter(({ value }) => value !== 0)
  }));
}
function tasksOf2(frames, table, columns) {
  const index = columns.findIndex(({ quantity }) => quantity === "tasks");
  const tasks = Array.from({ length: table.length }, (_, row) => ({
    stack: symbolised(framesOf(frames, table, row)),
    value: table.values[row * table.width + index]
  }));
  return taskProfile(tasks);
}
function symbolised(stack) {
  return stack.filter((frame) => !/^(?:<unknown>|\[.*\])$/.test(frame.function));
}
function framesOf({ frames }, { arena, offset, depth }, stack) {
  const start2 = offset[stack];
  const leafFirst = arena.subarray(start2, start2 + depth[stack]);
  return Array.from(leafFirst, (frame) => frames[frame]).reverse();
}

// src/profile/formats/v8/heap-graph.ts
function readHeapGraph(bytes) {
  const nodesAt = after(bytes, '"nodes":[', 0);
  const head = bytes.toString("utf8", after(bytes, '"snapshot":', 0), bytes.lastIndexOf("}", nodesAt) + 1);
  const { meta, node_count: count, edge_count: edgeCount } = parsed2(head);
  const width = meta?.node_fields?.length ?? 0;
  const edgeWidth = meta?.edge_fields?.length ?? 0;
  if (!isCount(count, bytes) || !isCount(edgeCount, bytes) || width < 4 || edgeWidth < 3)
    throw broken4("its numbers of objects cannot be");
  const nodes = integers(bytes, nodesAt, count * width);
  const edges = integers(bytes, after(bytes, '"edges":[', nodes.end), edgeCount * edgeWidth);
  const strings = parsed2(
    bytes.toString("utf8", after(bytes, '"strings":', edges.end), bytes.lastIndexOf("]") + 1)
  );
  const texts = strings;
  const field = (name) => meta.node_fields.indexOf(name);
  const [typeAt2, nameAt, idAt, sizeAt, edgesAt] = ["type", "name", "id", "self_size", "edge_count"].map(field);
  const value = (node, at = 0) => nodes.values[node * width + at] ?? 0;
  const edge = (index, at) => edges.values[index * edgeWidth + at] ?? 0;
  const first = new Uint32Array(count + 1);
  for (let node = 0; node < count; node++) first[node + 1] = (first[node] ?? 0) + value(node, edgesAt);
  if (first[count] !== edgeCount) throw broken4("its references do not add up");
  for (let index = 0; index < edgeCount; index++)
    if (edge(index, 2) % width !== 0 || edge(index, 2) >= count * width)
      throw broken4("a reference leads nowhere");
  const edgeType = (index) => meta.edge_types[0][edge(index, 0)] ?? "";
  const lines = linesIn2(bytes, meta, edges.end, width);
  const graph = {
    count,
    id: (node) => value(node, idAt),
    size: (node) => value(node, sizeAt),
    type: (node) => meta.node_types[0][value(node, typeAt2)] ?? "",
    name: (node) => texts[value(node, nameAt)] ?? "",
    firstEdge: (node) => first[node] ?? 0,
    target: (index) => edge(index, 2) / width,
    edgeType,
    edgeName: (index) => /^(?:element|hidden)$/.test(edgeType(index)) ? "" : texts[edge(index, 1)] ?? ""
  };
  return { ...graph, place: (node) => placeOf(graph, lines, node) };
}
function linesIn2(bytes, meta, from, width) {
  const fields = meta.location_fields ?? [];
  const start2 = bytes.indexOf('"locations":[', from);
  const [node, line] = ["object_index", "line"].map((name) => fields.indexOf(name));
  if (start2 < 0 || node !== 0 || line === void 0 || line < 0) return /* @__PURE__ */ new Map();
  const at = start2 + '"locations":['.length;
  const numbers = bytes.toString("latin1", at, bytes.indexOf("]", at)).split(",").map(Number);
  const found = /* @__PURE__ */ new Map();
  for (let i = 0; i + line < numbers.length; i += fields.length)
    found.set((numbers[i] ?? 0) / width, (numbers[i + line] ?? 0) + 1);
  return found;
}
function placeOf(graph, lines, node) {
  const line = lines.get(node);
  const follow = (from, name) => {
    for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++)
      if (name.test(graph.edgeName(e))) return graph.target(e);
    return null;
  };
  const code = line === void 0 || graph.type(node) !== "closure" ? null : follow(node, /^shared$/);
  const script = code === null ? null : follow(code, /^script(?:_or_debug_info)?$/);
  const file = script === null ? "" : graph.name(script).replace(/^system \/ Script \/ ?/, "");
  return line === void 0 || file === "" ? null : { file, line };
}
function isCount(count, bytes) {
  return Number.isSafeInteger(count) && count >= 0 && count < bytes.length;
}
function parsed2(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw broken4("it is cut short");
  }
}
function after(bytes, mark, from) {
  const at = bytes.indexOf(mark, from);
  if (at < 0) throw broken4(`it has no ${mark.slice(1, mark.indexOf('"', 1))}`);
  return at + mark.length;
}
var [zero, nine, bracket] = [48, 57, 93];
function integers(bytes, from, count) {
  if (count > bytes.length) throw broken4(`it announces ${count} numbers`);
  const values = new Uint32Array(count);
  let filled = 0;
  let value = -1;
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? bracket;
    if (byte >= zero && byte <= nine) value = Math.max(0, value) * 10 + byte - zero;
    else {
      if (value >= 0 && filled < count) values[filled] = value;
      if (value >= 0) filled++;
      value = -1;
      if (byte === bracket) break;
    }
  }
  if (filled !== count) throw broken4(`it announces ${count} numbers and holds ${filled}`);
  return { values, end: at };
}
var broken4 = (problem) => new FormatError(
  "broken",
  `The heap snapshot is damaged: ${problem}.`,
  "Write it again, and check whether the disk is full."
);

export {
  encodingOf,
  textOf,
  lineReader,
  withLineBreaks,
  inflateLimit,
  inflate,
  unwrapper,
  stackTable,
  internStack,
  lineFrames,
  pprofNames,
  goPrintName,
  dumpLimit,
  goroutineTextForm,
  goroutineTextReader,
  parseGoroutineText,
  refuseCut,
  goes,
  endsHere,
  sampleTag,
  packedLocations,
  packedValues,
  labelTag,
  samplesOf,
  nextSample,
  readStack,
  readLocation,
  foldProfile,
  refuseInexact,
  expand,
  openPprof,
  parsePprof,
  refuseDropped,
  framesOf,
  readJson,
  isRecord,
  wholeNumber,
  parseHeap,
  parseTasks,
  readHeapGraph
};
