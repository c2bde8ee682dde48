import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measureOf
} from "./chunk-IXUW6HLJ.mjs";
import {
  readStream,
  sourceOf
} from "./chunk-OHDOUSXU.mjs";
import {
  encodingOf,
  endsHere,
  expand,
  foldProfile,
  framesOf,
  goPrintName,
  goes,
  goroutineTextForm,
  goroutineTextReader,
  inflate,
  inflateLimit,
  internStack,
  isRecord,
  labelTag,
  lineFrames,
  lineReader,
  nextSample,
  openPprof,
  packedLocations,
  packedValues,
  parseHeap,
  parsePprof,
  parseTasks,
  pprofNames,
  readHeapGraph,
  readJson,
  readLocation,
  readStack,
  refuseCut,
  refuseDropped,
  refuseInexact,
  sampleTag,
  samplesOf,
  stackTable,
  textOf,
  unwrapper,
  wholeNumber,
  withLineBreaks
} from "./chunk-Y7JNUQT4.mjs";
import {
  broken,
  frameTable,
  internFrame,
  internLines,
  mostFrames,
  readableNames,
  tooLarge,
  unsupported
} from "./chunk-NACMARIK.mjs";
import "./chunk-CZM7HAV4.mjs";
import {
  err,
  out
} from "./chunk-RPPWGIFJ.mjs";
import "./chunk-TAZMSTTI.mjs";
import {
  ConfigError,
  FormatError,
  UserError,
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/cli/diff.ts
import { setFlagsFromString } from "node:v8";

// src/profile/formats/pprof/stacks/prune.ts
function pruned(file, drops, rename) {
  const { lineStart, functionOf, lineOf, binaryOf } = file.locations;
  const names = readableNames(file, rename);
  const dropped = Uint8Array.from(names, (name) => name !== "" && drops(simplified(name)) ? 1 : 0);
  const pruning = new Uint8Array(lineStart.length - 1);
  const from = lineStart.slice(0, -1);
  for (let location = 0; location < pruning.length; location++) {
    const [first, end] = [lineStart[location], lineStart[location + 1]];
    for (let line = end - 1; line >= first && pruning[location] === 0; line--) {
      if (dropped[functionOf[line]] !== 1) continue;
      pruning[location] = line === end - 1 ? goes : endsHere;
      if (line < end - 1) from[location] = line + 1;
    }
  }
  return { ...file, pruning, locations: withoutInner(file.locations, from, { functionOf, lineOf, binaryOf }) };
}
function withoutInner(locations, from, { functionOf, lineOf, binaryOf }) {
  const { lineStart } = locations;
  if (from.every((line, location) => line === lineStart[location])) return locations;
  const start = new Int32Array(lineStart.length);
  const lines = [];
  const binaries2 = /* @__PURE__ */ new Map();
  for (let location = 0; location < from.length; location++) {
    for (let line = from[location]; line < lineStart[location + 1]; line++) {
      const binary = binaryOf.get(line);
      if (binary !== void 0) binaries2.set(lines.length, binary);
      lines.push(line);
    }
    start[location + 1] = lines.length;
  }
  return {
    ...locations,
    lineStart: start,
    functionOf: Int32Array.from(lines, (line) => functionOf[line]),
    lineOf: Int32Array.from(lines, (line) => lineOf[line]),
    binaryOf: binaries2
  };
}
function simplified(name) {
  const plain = name.startsWith(".") ? name.slice(1) : name;
  const parentheses = /\(anonymous namespace\)|operator\(\)|\(/g;
  for (const found of plain.matchAll(parentheses)) if (found[0] === "(") return plain.slice(0, found.index);
  return plain;
}

// src/profile-diff/input/choice.ts
function wantedBy(flag) {
  return { quantity: flag, type: flag, held: null };
}
function choose(measures, wanted, preferred2) {
  const place = wanted === null ? preferred2 : placeOf(measures, wanted);
  const found = measures[place];
  if (found === void 0) throw holdsNot(wanted, measures);
  if (found.type !== "" && measures.filter(({ type }) => type === found.type).length > 1)
    throw new FormatError(
      "not-supported",
      `The profile counts ${found.type} twice: which of them is meant cannot be told.`,
      "Write it again with one of them."
    );
  return place;
}
function placeOf(measures, { quantity, type, held }) {
  const own = measures.findIndex((one) => one.type === type || `inuse_${one.type}` === type);
  if (own >= 0 && type !== "") return own;
  const place = measures.findIndex((one) => one.quantity === quantity);
  return place < 0 && held === null && /^\d+$/.test(quantity) ? Number(quantity) : place;
}
function holdsNot(wanted, found) {
  const names = [...new Set(found.map((one) => one.quantity))];
  const common = wanted?.held == null ? names : names.filter((name) => wanted.held?.includes(name));
  return new FormatError(
    "not-supported",
    `The profile holds ${names.join(", ")}, not ${wanted?.quantity ?? "anything"}.`,
    common.length > 0 ? `Compare it with --quantity ${common.at(-1)}.` : `They have nothing in common: the other holds ${wanted?.held?.join(", ")}. Give profiles of one kind.`
  );
}
function refuseOtherUnit(first, unit, name) {
  if (first === null || first.unit === unit) return;
  throw new FormatError(
    "not-supported",
    `It counts in ${unit}, ${name} in ${first.unit}: they cannot be subtracted.`,
    "Give two profiles of one writer, which count the same."
  );
}

// src/profile/formats/address-text/refusal.ts
function brokenText(problem) {
  return new FormatError(
    "broken",
    `The profile is damaged: ${problem}.`,
    "Write it again, or give the same profile in pprof form (from Go: without debug=1)."
  );
}

// src/profile/formats/address-text/names.ts
import { posix } from "node:path";
var unknown = { function: "<unknown>", file: "", line: 0 };
function addressNames() {
  const symbols = /* @__PURE__ */ new Map();
  const mappings = [];
  let sorted = false;
  const mapped = (address) => {
    if (!sorted) mappings.sort((one, other) => one.start - other.start);
    sorted = true;
    return mappingAt(mappings, address)?.frame ?? unknown;
  };
  return {
    map(line) {
      const mapping = readMapping(line);
      if (mapping !== null) mappings.push(mapping);
    },
    place: (address, frame) => symbols.set(address, frame),
    stack: (addresses, isExact) => addresses.map((address) => symbols.get(address) ?? mapped(isExact ? address : address - 1))
  };
}
function readMapping(line) {
  const match = /^\s*(?:0x)?([\da-f]+)[\s-](?:0x)?([\da-f]+):?\s+([-rwxps]{3,5})\s+\S+\s+\S+\s+\d+(?:\s+(\S.*))?$/i.exec(
    line
  );
  if (match === null) return null;
  const [, start = "", end = "", rights = "", file = ""] = match;
  if (!rights.includes("x")) return null;
  const frame = file === "" ? unknown : { function: `[${posix.basename(file)}]`, file: "", line: 0 };
  return { start: Number.parseInt(start, 16), end: Number.parseInt(end, 16), frame };
}
function mappingAt(mappings, address) {
  let [low, high] = [0, mappings.length];
  while (low < high) {
    const middle = low + high >>> 1;
    if (mappings[middle].start <= address) low = middle + 1;
    else high = middle;
  }
  const found = mappings[low - 1];
  return found !== void 0 && address < found.end ? found : void 0;
}

// src/profile/formats/address-text/samples.ts
var mostStacks = 1e6;
var mostFrames2 = 3e7;
var mostLines = 3e5;
var mostLetters = 5e7;
function stackList() {
  const names = addressNames();
  const stacks = [];
  const named2 = lineFrames(readComment, { mostFrames: mostLines, mostLetters, tooMany: tooLarge });
  let kept2 = 0;
  return {
    names,
    add(values, text) {
      const addresses = text.match(/0x[\da-f]+/gi)?.map(Number) ?? [];
      kept2 += addresses.length;
      if (stacks.length >= mostStacks || kept2 > mostFrames2) throw tooLarge();
      stacks.push({ values, addresses, frames: [] });
    },
    comment(line) {
      const id = named2.idOf(line);
      if (id === null) return;
      if (kept2++ > mostFrames2) throw tooLarge();
      stacks.at(-1)?.frames.push(named2.all[id]);
    },
    profiles(types, { period, isExact = false }) {
      const all = stacks.map((stack) => ({ ...stack, outermostFirst: framesOf2(stack, names, isExact) }));
      return types.map(([type, unit], column) => {
        const { factor, ...measure } = measureOf(type, unit);
        const samples = [];
        for (const { values, outermostFirst } of all) {
          const value = (values[column] ?? 0) * factor;
          if (value !== 0) samples.push({ stack: outermostFirst, value });
        }
        return { ...measure, samples, period, periodOf: period === null ? "" : "space/bytes" };
      });
    }
  };
}
function framesOf2({ addresses, frames }, names, isExact) {
  if (frames.length > 0) return frames.toReversed();
  return names.stack(addresses, isExact).toReversed();
}
function readComment(line) {
  const match = /^#\s+0x[\da-f]+\s+(\S.*?)\+0x[\da-f]+\s+(\S.*):(\d{1,9})$/i.exec(line);
  if (match === null) return null;
  const [, name = "", file = "", number = ""] = match;
  return { function: goPrintName(name), file, line: Number(number) };
}
function wholeNumber2(text) {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw brokenText(`${text.slice(0, 40)} is not a number that can be added exactly`);
  return value;
}
function unsampled(count, size2, rate) {
  if (count === 0 || size2 === 0) return [0, 0];
  if (rate <= 1) return [count, size2];
  const scale = 1 / (1 - Math.exp(-size2 / count / rate));
  return [Math.trunc(count * scale), Math.trunc(size2 * scale)];
}

// src/profile/formats/address-text/contention.ts
function contentionReader() {
  const stacks = stackList();
  const settings = /* @__PURE__ */ new Map();
  let section = "start";
  const line = (text) => {
    const trimmed = text.trim();
    if (section === "start") {
      if (/^--- (?:mutex|contention|contentionz)\b/.test(trimmed)) section = "samples";
    } else if (trimmed === "MAPPED_LIBRARIES:" || trimmed.startsWith("---")) section = "maps";
    else if (section === "maps") stacks.names.map(text);
    else if (trimmed.startsWith("#")) stacks.comment(trimmed);
    else if (trimmed !== "" && !readSetting(trimmed, settings)) addSample(trimmed, settings, stacks.add);
  };
  const end = (isEnded) => {
    if (!isEnded && section === "samples") throw brokenText("it ends in the middle of a line");
    const types = [["contentions", "count"], ["delay", "nanoseconds"]];
    return stacks.profiles(types, { period: null });
  };
  return { line, end };
}
function readSetting(line, settings) {
  const match = /^([\w /]+?) *= *(\d+)$/.exec(line);
  if (match === null) return false;
  settings.set(match[1] ?? "", wholeNumber2(match[2] ?? ""));
  return true;
}
function addSample(line, settings, add) {
  const match = /^(\d+) +(\d+) +@([ x\da-f]*)$/i.exec(line);
  if (match === null) throw brokenText(`${JSON.stringify(line.slice(0, 80))} is no stack of what waited`);
  const [cycles = 0, times = 0] = match.slice(1, 3).map(wholeNumber2);
  const period = settings.get("sampling period") ?? 1;
  const perSecond = settings.get("cycles/second") ?? 0;
  const delay = perSecond > 0 && period > 0 ? Math.trunc(cycles * period / (perSecond / 1e9)) : cycles;
  add([period > 0 ? times * period : times, delay], match[3] ?? "");
}

// src/profile/formats/address-text/count.ts
function countReader() {
  const stacks = stackList();
  let header2 = null;
  let counted = 0;
  const line = (text) => {
    const trimmed = text.trim();
    const match = /^(\d+) @([ x\da-f]*)$/i.exec(trimmed);
    if (header2 === null) header2 = readHeader(trimmed);
    else if (trimmed.startsWith("#")) stacks.comment(trimmed);
    else if (match !== null) {
      const value = wholeNumber2(match[1] ?? "");
      counted += value;
      stacks.add([value], match[2] ?? "");
    } else if (trimmed !== "")
      throw brokenText(`${JSON.stringify(trimmed.slice(0, 80))} is no count of a stack`);
  };
  const end = () => {
    const { type, total } = header2 ?? { type: "", total: 0 };
    if (counted !== total) throw brokenText(`it announces ${total} and holds ${counted}`);
    return stacks.profiles([[type, "count"]], { period: null });
  };
  return { line, end };
}
function readHeader(line) {
  const match = /(\S+) profile: total (\d+)$/.exec(line);
  return match === null ? null : { type: match[1] ?? "", total: wholeNumber2(match[2] ?? "") };
}

// src/profile/formats/address-text/heap.ts
var header = /heap profile: *(\d+): *(\d+) *\[ *(\d+): *(\d+) *\] *@ *([a-z_0-9]+)(?:\/(\d+))?/;
var sample = /^(-?\d+): *(-?\d+) *\[ *(\d+): *(\d+) *\] *@([ x\da-f]*)$/i;
function heapTextReader() {
  const stacks = stackList();
  let kind = null;
  let counted = 0;
  let section = "samples";
  const line = (text) => {
    const trimmed = text.trim();
    const next = sectionOf(trimmed);
    if (next !== null) section = next;
    else if (section === "maps") stacks.names.map(text);
    else if (kind === null) kind = readHeader2(trimmed);
    else if (trimmed.startsWith("#")) stacks.comment(trimmed);
    else if (trimmed !== "") counted += addSample2(trimmed, kind, stacks.add);
  };
  const end = (isEnded) => {
    if (kind === null) throw brokenText("its first line is missing");
    if (!isEnded && section === "samples") throw brokenText("it ends in the middle of a line");
    const { announced, hasAllocations, rate } = kind;
    if (announced !== null && announced !== counted)
      throw brokenText(`it announces ${announced} objects in use and holds ${counted}`);
    return stacks.profiles(typesOf(hasAllocations), { period: rate });
  };
  return { line, end };
}
function sectionOf(line) {
  return line === "MAPPED_LIBRARIES:" || line === "--- Memory map: ---" ? "maps" : null;
}
function typesOf(hasAllocations) {
  const inUse = [["inuse_objects", "count"], ["inuse_space", "bytes"]];
  return hasAllocations ? [["alloc_objects", "count"], ["alloc_space", "bytes"], ...inUse] : inUse;
}
function readHeader2(line) {
  const match = header.exec(line);
  if (match === null) return null;
  const [, objects = "", bytes = "", allocated = "", allocatedBytes = "", name = "", rate = "1"] = match;
  const differ = (one, other) => other !== one && other !== "0";
  const hasAllocations = differ(objects, allocated) || differ(bytes, allocatedBytes);
  if (name === "heap") return { rate: wholeNumber2(rate) / 2, hasAllocations, announced: wholeNumber2(objects) };
  const isSampled = name === "heap_v2" || name === "heapz_v2";
  return { rate: isSampled ? wholeNumber2(rate) : 1, hasAllocations, announced: null };
}
function addSample2(line, { rate, hasAllocations }, add) {
  const match = sample.exec(line);
  if (match === null) throw brokenText(`${JSON.stringify(line.slice(0, 80))} is no stack of a heap`);
  const [objects = 0, bytes = 0, allocated = 0, allocatedBytes = 0] = match.slice(1, 5).map(wholeNumber2);
  if (objects === 0 && bytes !== 0) throw brokenText(`${bytes} bytes are in use by no object`);
  const inUse = unsampled(objects, bytes, rate);
  add(hasAllocations ? [...unsampled(allocated, allocatedBytes, rate), ...inUse] : inUse, match[5] ?? "");
  return objects;
}

// src/profile/formats/address-text/java.ts
import { posix as posix2 } from "node:path";
var heapRate = 524288;
function javaTextReader() {
  const stacks = stackList();
  const settings = /* @__PURE__ */ new Map();
  let isHeap = true;
  const line = (text) => {
    const trimmed = text.trim();
    const start = /^--- (heapz|contentionz) \d+ ---$/.exec(trimmed)?.[1];
    const setting = /^([\w ]+?) *= *([\w ]+)$/.exec(trimmed);
    const sample2 = /^(\d+) +(\d+) +@ +([ x\da-f]*)$/i.exec(trimmed);
    const place = /^0x([\da-f]+)\s+(.*)$/i.exec(trimmed);
    if (start !== void 0) isHeap = start === "heapz";
    else if (setting !== null) settings.set(setting[1] ?? "", setting[2] ?? "");
    else if (sample2 !== null) stacks.add(valuesOf(sample2, isHeap, settings), sample2[3] ?? "");
    else if (place !== null) stacks.names.place(Number.parseInt(place[1] ?? "", 16), frameOf(place[2] ?? ""));
    else if (trimmed !== "") throw brokenText(`${JSON.stringify(trimmed.slice(0, 80))} is no line of it`);
  };
  const end = (isEnded) => {
    if (!isEnded) throw brokenText("it ends in the middle of a line");
    const unit = settings.get("resolution") ?? (isHeap ? "bytes" : "microseconds");
    const types = isHeap ? [["inuse_objects", "count"], ["inuse_space", unit]] : [["contentions", "count"], ["delay", unit]];
    return stacks.profiles(types, { period: null, isExact: true });
  };
  return { line, end };
}
function valuesOf(sample2, isHeap, settings) {
  const [size2 = 0, count = 0] = sample2.slice(1, 3).map(wholeNumber2);
  if (isHeap) return unsampled(count, size2, heapRate);
  const period = Number(settings.get("sampling period") ?? 1) || 1;
  return [count * period, size2 * period];
}
function frameOf(text) {
  const place = /^(.*)\s+\((.+):(-?\d+)\)$/.exec(text);
  if (place !== null) {
    const [, name = "", file = "", line = ""] = place;
    return { function: name, file, line: Math.max(0, Number(line)) };
  }
  const library = /^(.*)\s+\((.*)\)$/.exec(text);
  if (library !== null) return { function: library[1] ?? "", file: posix2.basename(library[2] ?? ""), line: 0 };
  return { function: text.includes("generated stub/JIT") ? "STUB" : text, file: "", line: 0 };
}

// src/profile/formats/address-text/jemalloc.ts
function jemallocReader() {
  const stacks = stackList();
  const found = {
    ...{ rate: null, stack: null, hasAllocations: false, isFirst: true }
  };
  let section = "samples";
  const line = (text) => {
    const trimmed = text.trim();
    const next = sectionOf(trimmed);
    const rate = /^heap_v2\/(\d+)$/.exec(trimmed)?.[1];
    if (rate !== void 0) found.rate = wholeNumber2(rate);
    else if (next !== null) section = next;
    else if (section === "maps") stacks.names.map(text);
    else if (trimmed.startsWith("@")) {
      if (found.stack !== null) throw brokenText("a stack has no counts");
      found.stack = trimmed.slice(1);
    } else if (trimmed.startsWith("t*:")) addCounts(trimmed);
    else if (trimmed !== "" && !/^t\d+:/.test(trimmed))
      throw brokenText(`${JSON.stringify(trimmed.slice(0, 80))} is not a line of a jemalloc profile`);
  };
  const addCounts = (text) => {
    const match = /^t\*: (\d+): (\d+) \[(\d+): (\d+)\]$/.exec(text);
    if (match === null || found.rate === null) throw brokenText(`${text.slice(0, 80)} is no count`);
    const [objects = 0, bytes = 0, allocated = 0, allocatedBytes = 0] = match.slice(1).map(wholeNumber2);
    if (found.isFirst) found.hasAllocations = allocated > 0;
    found.isFirst = false;
    if (found.stack === null) return;
    const ever = unsampled(allocated, allocatedBytes, found.rate);
    const inUse = unsampled(objects, bytes, found.rate);
    stacks.add(found.hasAllocations ? [...ever, ...inUse] : inUse, found.stack);
    found.stack = null;
  };
  const end = (isEnded) => {
    if (found.stack !== null) throw brokenText("it ends within a stack");
    if (!isEnded && section === "samples") throw brokenText("it ends in the middle of a line");
    return stacks.profiles(typesOf(found.hasAllocations), { period: found.rate });
  };
  return { line, end };
}

// src/profile/formats/folded.ts
var mostStacks2 = 1e6;
var mostFrames3 = 2e7;
function beginsFolded(text) {
  const lines = text.slice(0, text.lastIndexOf("\n")).split("\n").slice(0, 100);
  const sound = lines.filter((line) => /^;?[^;]+(?:;[^;]*)* -?\d+\r?$/.test(line));
  if (sound.length > 0 && sound.every((line) => / -?\d+ -?\d+\r?$/.test(line))) return false;
  return sound.some((line) => line.includes(";")) && sound.length >= 0.9 * lines.length;
}
function foldedReader() {
  const samples = [];
  const frames = /* @__PURE__ */ new Map();
  let kept2 = 0;
  const frameOf2 = (name) => {
    const known = frames.get(name) ?? { function: name, file: "", line: 0 };
    frames.set(name, known);
    return known;
  };
  const line = (text) => {
    if (text.trim() === "") return;
    const space = text.trimEnd().lastIndexOf(" ");
    const count = text.slice(space + 1).trimEnd();
    const value = Number(count);
    if (space < 0 || !/^-?\d+$/.test(count) || !Number.isSafeInteger(value))
      throw broken2(`${JSON.stringify(text.slice(0, 80))} has no count`);
    const stack = text.slice(0, space).split(";").filter((name) => name !== "");
    kept2 += stack.length;
    if (samples.length >= mostStacks2 || kept2 > mostFrames3) throw tooLarge();
    samples.push({ stack: stack.map(frameOf2), value });
  };
  const end = (isEnded) => {
    if (!isEnded) throw broken2("the last line is not ended");
    return [{ quantity: "value", unit: "count", type: "value", samples, period: null, periodOf: "" }];
  };
  return { line, end };
}
function broken2(problem) {
  return new FormatError("broken", `The folded stacks are damaged: ${problem}.`, "Write them again.");
}

// src/profile/formats/not-read/binaries.ts
var give = "Give the profile itself: a heap profile as pprof, before and after.";
var unpack = "Unpack it, and give the profile that is in it.";
var binaries = [
  { starts: ["7z\xBC\xAF'", "Rar!\x07"], what: "an archive (7z, rar)", remedy: unpack },
  {
    starts: ["\x9D", "\xA0"],
    what: "compressed by compress",
    remedy: "Decompress it: `uncompress`."
  },
  { starts: ["]\0\0"], what: "compressed by lzma", remedy: "Decompress it: `unlzma`." },
  { starts: ["\x89PNG", "%PDF-", "GIF8", "\xFF\xD8\xFF"], what: "a picture or a document", remedy: give },
  { starts: ["SQLite format 3\0"], what: "a database (SQLite)", remedy: give },
  {
    starts: ["bplist00"],
    what: "a property list of macOS, such as a memory graph",
    remedy: "It is read by `leaks FILE`. Give stacks folded: `main;serve;add 42`, a line each."
  },
  {
    starts: ["MDMP", "PAGEDU64", "\xCF\xFA\xED\xFE", "\xCE\xFA\xED\xFE", "MZ\x90"],
    what: "a program or a dump of its memory",
    remedy: give
  },
  {
    starts: /^go1\.\d+ heap dump\n/,
    what: "a dump of the heap of Go (debug.WriteHeapDump)",
    remedy: "Write a heap profile: `pprof.WriteHeapProfile`, /debug/pprof/heap."
  },
  {
    // A header of words of 8 bytes, or 4: none, three words, version 0.
    starts: [`${"\0".repeat(8)}${"\0".repeat(15)}`, `${"\0".repeat(4)}${"\0".repeat(7)}`],
    what: "a CPU profile of gperftools",
    remedy: "It holds no heap. Give its heap profile: HEAPPROFILE."
  }
];

// src/profile/formats/not-read/documents.ts
var fold = "Give stacks folded: `main;serve;add 42`, a line each.";
var noHeap = `It holds no heap. ${fold}`;
var noStacks = "It holds no stacks. Give a heap profile, before and after.";
var ofPhp = "Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`.";
var documents = [
  {
    starts: /^\s*\{[\s\S]*"(?:mode|version)"\s*:\s*"?[\w.]+"?\s*,[\s\S]*"(?:interval|missed_samples|raw_timestamp_deltas)"\s*:/,
    what: "a report of stackprof as JSON",
    remedy: "Write the stacks folded: `stackprof --stackcollapse recording.dump`."
  },
  { starts: /^\s*\{\s*"header"\s*:\s*\{\s*"memory_usage"/, what: "a dump of meminfo (PHP)", remedy: ofPhp },
  {
    starts: /^\s*\{\s*"memory_size"\s*:\s*\d+\s*,\s*"blocks_count"/,
    what: "a dump of memprof (PHP)",
    remedy: ofPhp
  },
  {
    starts: /^\s*\{\s*"recording"\s*:\s*\{/,
    what: "what jfr prints",
    remedy: "Export its allocations: `jfrconv --alloc -o pprof recording.jfr heap.pb.gz`."
  },
  {
    starts: /^\s*\[\s*\{\s*"pid"\s*:\s*\d+,\s*"thread_id"/,
    what: "a dump of threads of Python (py-spy dump)",
    remedy: noHeap
  },
  {
    starts: /^\s*(?:\[\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)?"ph"\s*:\s*"|\{\s*"displayTimeUnit")/,
    what: "a profile or trace of CPU time, as a browser writes it",
    remedy: "It holds no heap. Give a .heapprofile or a .heapsnapshot."
  },
  {
    starts: /^\s*\{\s*"allocations"\s*:\s*\[\s*\{\s*"id"/,
    what: "an export of bytehound (Rust)",
    remedy: "Have it write folded stacks, or give a heap profile of jemalloc (prof.dump)."
  },
  {
    starts: /^\s*\{[\s\S]*"flamebearer"\s*:/,
    what: "a flame graph of Pyroscope",
    remedy: 'Have it exported as pprof: `&format=pprof` of its address, or "Export as pprof".'
  },
  {
    starts: /^\s*\{\s*"header"\s*:\s*\{\s*"reportVersion"/,
    what: "a diagnostic report of Node",
    remedy: "It holds no heap by stack. Give a .heapprofile or a .heapsnapshot."
  },
  {
    starts: /^\s*\{\s*"version"\s*:\s*\d\s*,\s*"type"\s*:\s*"(?:GCDebugging|Inspector)"/,
    what: "a heap snapshot of JavaScriptCore (Safari, Bun)",
    remedy: "Give a .heapsnapshot as V8 writes it: of Bun `v8.writeHeapSnapshot`."
  },
  {
    starts: /^\s*\{\s*"version"\s*:\s*\d+\s*,\s*"hasMozMallocUsableSize"/,
    what: "a memory report of Firefox",
    remedy: noStacks
  },
  { starts: /^\s*\{[\s\S]*"profile"\s*:\s*\{\s*"frames"\s*:/, what: "a profile of Sentry", remedy: noHeap },
  {
    starts: /^\s*\{\s*"cmdline"\s*:\s*\[|^\s*\{\s*"Alloc"\s*:\s*\d/,
    what: "figures of memory of Go (expvar, MemStats)",
    remedy: noStacks
  },
  {
    starts: /^\s*\{\s*"name"\s*:\s*"[^"]*"\s*,\s*"value"\s*:\s*\d+\s*,\s*"children"/,
    what: "a flame graph as a tree of JSON",
    remedy: fold
  },
  {
    starts: /^\s*(?:<\?xml[^>]*>\s*)?<malloc version=/,
    what: "a table of what an allocator holds in all",
    remedy: "Give its heap profile: HEAPPROFILE of gperftools, prof.dump of jemalloc."
  },
  {
    starts: /^\s*<\?xml[^>]*>\s*<valgrindoutput>/,
    what: "a report of Valgrind",
    remedy: "It tells what was lost, not what grows. Give heap profiles, before and after."
  }
];

// src/profile/formats/not-read/prints.ts
var fold2 = "Give stacks folded: `main;serve;add 42`, a line each.";
var noHeap2 = `It holds no heap. ${fold2}`;
var noStacks2 = "It holds no stacks. Give a heap profile, before and after.";
var giveProfile = "Give the profile that it was made of.";
var asPprof = "Give allocations as pprof, as async-profiler writes them.";
var ofRuby = "Give stacks folded: `stackprof --stackcollapse recording.dump`.";
var ofPython = "Give memray (`memray transform gprof2dot`) or tracemalloc as JSON: see docs/profiles.md.";
var prints = [
  {
    starts: /^404 page not found|^Unknown profile\n/,
    what: "the answer of a server that has no such profile",
    remedy: "Ask for /debug/pprof/heap or /debug/pprof/goroutine; net/http/pprof has to be imported."
  },
  {
    starts: /^[^\n;]+;[^\n]* -?\d+ -?\d+\r?\n/,
    what: "folded stacks with two counts each, as difffolded.pl writes them",
    remedy: "Give the two files that it was made of."
  },
  {
    starts: /^[^\n;]+;[^\n]* -?(?:\d+\.\d+|\d[\d.]*e[+-]?\d+|\d{1,3}(?:,\d{3})+)\r?\n/i,
    what: "folded stacks whose counts are no whole numbers",
    remedy: "Write them in a smaller unit: bytes, nanoseconds."
  },
  {
    starts: /^version https:\/\/git-lfs\.github\.com\//,
    what: "a pointer of Git LFS, not the file",
    remedy: "Fetch the file: `git lfs pull`."
  },
  {
    starts: /^--\S+\r?\nContent-Disposition: /i,
    what: "a form as browsers send it (multipart)",
    remedy: "Give the file that is in it."
  },
  {
    starts: /^[\da-f]{8}: (?:[\da-f]{4} ){2}/,
    what: "bytes as xxd shows them",
    remedy: "Undo it: `xxd -r FILE >profile.pb.gz`."
  },
  {
    starts: /^(?:[\da-f]{8} {2}(?:[\da-f]{2} ){8}|[0-7]{7} (?:[0-7]{6} ){2})/,
    what: "bytes as hexdump or od show them",
    remedy: "Give the file itself."
  },
  {
    starts: /^b["']\\x/,
    what: "bytes as Python shows them",
    remedy: 'Write them to a file: `open(name, "wb").write(them)`.'
  },
  {
    starts: /^(?:(?:File|Build ID|Type|Time|Duration): .*\n)+(?:(?:Active filters|Comment):.*\n| +\S.*\n)*(?:Showing nodes accounting for|-+\+-+\n)|^PeriodType: |^digraph "|^positions: instr line\n|^Showing nodes accounting for /,
    what: "what pprof prints",
    remedy: giveProfile
  },
  { starts: /^gc \d+ @[\d.]+s \d+%: /, what: "what Go prints of collections (gctrace)", remedy: noStacks2 },
  { starts: /^# (?:HELP|TYPE) \w+ /, what: "metrics of Prometheus", remedy: noStacks2 },
  {
    starts: /^Total allocated: .*\(\d+ objects\)\nTotal retained: /,
    what: "a report of memory_profiler (Ruby)",
    remedy: ofRuby
  },
  { starts: /^(?:TOP: [\d.]+ [KMG]iB\n|Analyzing Heap)/, what: "a report of memory (Ruby)", remedy: ofRuby },
  { starts: /^=+\n {2}Mode: \w+\(/, what: "a report of stackprof", remedy: ofRuby },
  { starts: /^(?:\/\*.*\*\/ )?flamegraph\(\[/, what: "a flame graph of stackprof", remedy: ofRuby },
  { starts: /^Measure Mode: \w+\n/, what: "a report of ruby-prof", remedy: noHeap2 },
  {
    starts: /^(?:file-format: Blackfire|Garbage Collection Report\n)/,
    what: "a report of Blackfire or Xdebug (PHP)",
    remedy: "Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`."
  },
  {
    starts: /^(?:Statistics:\n)?\s*MT +Count +TotalSize/,
    what: "a table of classes (.NET)",
    remedy: noStacks2
  },
  {
    starts: /^(?:\[\{total,\d+\},|%% Analysis results:|\*{6} Process <|\[\{<\d+\.\d+\.\d+>,\d+,)/,
    what: "figures of Erlang",
    remedy: fold2
  },
  {
    starts: /^(?:\s*Filename: .*\n+Line # +Mem usage|CMDLINE .*\nMEM |mem_profile)/,
    what: "a report of memory_profiler (Python)",
    remedy: ofPython
  },
  {
    starts: /^(?:\[ Top \d+ \]\n)?(?:#\d+: )?\S+:\d+: size=[\d.]+ [KMG]?i?B/,
    what: "what tracemalloc prints",
    remedy: ofPython
  },
  { starts: /^\s+_ {5}\._ {3}__\/__/, what: "what pyinstrument prints", remedy: noHeap2 },
  {
    starts: /^\s+\d+ function calls .*in [\d.]+ seconds/,
    what: "a profile of calls of Python (pstats)",
    remedy: noHeap2
  },
  {
    starts: /^(?:Fatal Python error: |(?:Current thread|Thread) 0x[\da-f]+ .*\(most recent call first\):|Traceback \(most recent call last\):)/,
    what: "stacks of Python, as faulthandler prints them",
    remedy: noHeap2
  },
  {
    starts: /^jdk\.\w+ \{\n/,
    what: "what jfr prints",
    remedy: "Export its allocations: `jfrconv --alloc -o pprof recording.jfr heap.pb.gz`."
  },
  {
    starts: /^--- (?:Execution profile ---|\d+ (?:bytes|ns) \([\d.]+%\), \d+ samples?\n)/,
    what: "stacks as async-profiler prints them",
    remedy: "Have it write them folded (`-o collapsed`), or as pprof."
  },
  { starts: /^0SECTION +TITLE /, what: "a dump of OpenJ9 (javacore)", remedy: asPprof },
  { starts: /^Attaching to process ID \d+/, what: "a report of jmap (Java)", remedy: asPprof },
  { starts: /^\[\d+[.,]\d+s\]\[\w+ *\]\[gc/, what: "a log of collections (Java)", remedy: noStacks2 },
  {
    starts: /^[\da-f]{6,}-[\da-f]{6,} [r-][w-][x-][ps] |^\d+:\s.*\n[\da-f]{16}\s+\d+K /,
    what: "a map of memory (smaps, pmap)",
    remedy: noStacks2
  },
  { starts: /^= Start\n@ /, what: "a log of mtrace", remedy: fold2 },
  {
    starts: /^(?:Attaching \d+ probes?\.\.\.\n)?(?:\^C)?\s*@\w*\[\n/,
    what: "what bpftrace prints",
    remedy: fold2
  },
  {
    starts: /^-+\nCommand: .*\nMassif arguments:/,
    what: "a profile of Valgrind (massif)",
    remedy: "Give a heap profile of gperftools (HEAPPROFILE) or of jemalloc (prof.dump)."
  },
  {
    starts: /^reading file ".*" - please wait/,
    what: "what heaptrack prints",
    remedy: "Have it write what leaked as folded stacks: `heaptrack_print --flamegraph-cost-type leaked -F before.txt recording`."
  },
  {
    starts: /^(?:leaks|malloc_history|heap) Report Version: |^Analysis of sampling /,
    what: "a report of leaks, heap or sample (macOS)",
    remedy: fold2
  },
  {
    starts: /^v8-version,\d/,
    what: "a log of V8's profiler (--prof)",
    remedy: "It holds no heap. Give a .heapprofile or a .heapsnapshot."
  }
];

// src/profile/formats/not-read/texts.ts
var fold3 = "Give stacks folded: `main;serve;add 42`, a line each.";
var noHeap3 = `It holds no heap. ${fold3}`;
var noStacks3 = "It holds no stacks. Give a heap profile, before and after.";
var ofPhp2 = "Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`.";
var texts = [
  {
    starts: /^\s*\{\s*"meta"\s*:\s*\{[\s\S]*"Ruby\/Vernier"/,
    what: "a profile of Vernier (Ruby)",
    remedy: "Write it folded, or with stackprof: `stackprof --stackcollapse recording.dump`."
  },
  {
    starts: /^\s*\{\s*"meta"\s*:\s*\{[\s\S]*"(?:interval|startTime|preprocessedProfileVersion)"/,
    what: "a profile for the Firefox Profiler",
    remedy: fold3
  },
  {
    starts: /^\s*\{[\s\S]*"(?:exporter"\s*:\s*"|activeProfileIndex"|shared"\s*:\s*\{\s*"frames")/,
    what: "a profile of speedscope",
    remedy: `Give the file that speedscope was given. Else: ${fold3}`
  },
  {
    starts: ["rbspy0"],
    what: "a raw recording of rbspy (Ruby)",
    remedy: "Write it with `--format collapsed`."
  },
  {
    starts: /^\S.* +\d+(?:\/\d+)?(?: +\[\d+\])? +\d+\.\d+: +(?:\d+ +)?\S+: *\n\s+[\da-f]+ /,
    what: "what perf script prints",
    remedy: noHeap3
  },
  { starts: /^Process \d+: .*\nPython v/, what: "a dump of threads of Python (py-spy dump)", remedy: noHeap3 },
  {
    starts: /^(?:Version: .*\nFile format: \d+\n)?TRACE START \[/,
    what: "a trace of calls of Xdebug (PHP)",
    remedy: ofPhp2
  },
  {
    starts: /^0 \S.* \S*:-?\d+\n1 \S.* \S*:-?\d+\n/,
    what: "traces of phpspy (PHP)",
    remedy: "Fold them with stackcollapse-phpspy.pl."
  },
  { starts: /^\s*\{"main\(\)(?:==>[^"]*)?"\s*:\s*\{"ct"/, what: "a profile of XHProf (PHP)", remedy: ofPhp2 },
  {
    starts: /^\s*\{[\s\S]*"(?:alloc_samples|elapsed_time_sec)"\s*:/,
    what: "a profile of Scalene (Python)",
    remedy: noStacks3
  },
  {
    starts: /^Partition of a set of \d+ objects|^\s*types \| +# objects \| +total size/,
    what: "a table of types (Python)",
    remedy: noStacks3
  },
  { starts: /^(?:\[New LWP .*\n)*Thread \d+ \(.*\):\n#0 /, what: "backtraces of gdb", remedy: noHeap3 },
  {
    starts: /^==\d+== (?:Memcheck|HEAP SUMMARY|Massif|DHAT)/,
    what: "a report of Valgrind",
    remedy: "It tells what was lost, not what grows. Give heap profiles, before and after."
  },
  {
    starts: /^(?:Attaching to .*\n)?\[[\d:]+\] Top \d+ stacks with outstanding allocations/,
    what: "what memleak of bcc prints",
    remedy: fold3
  },
  {
    starts: /^Process: +.* \[\d+\]\nPath: |^Process: +.* \[\d+\]\nVirtual Memory Map/,
    what: "a report of leaks, vmmap or heap (macOS)",
    remedy: noStacks3
  },
  {
    starts: /^(?:<\?xml[^>]*>\s*)?<trace-(?:query-result|toc)>/,
    what: "an export of Instruments (macOS)",
    remedy: fold3
  },
  {
    starts: /^\s*\{\s*"threadDump"\s*:/,
    what: "a dump of the threads of Java",
    remedy: "Give allocations as pprof, as async-profiler writes them."
  },
  {
    starts: /^\d+:\n\s*(?:num\s+#instances|Native Memory Tracking:)/,
    what: "a table of jcmd (Java)",
    remedy: "It holds no stacks. Give allocations as pprof, as async-profiler writes them."
  },
  { starts: /^Timestamp,Provider,Counter Name,/, what: "figures of dotnet-counters", remedy: noStacks3 },
  {
    starts: /^(?:Process Dump\n)?Thread \(0x[\dA-F]+\):\n +\S/,
    what: "a dump of threads (dotnet-stack)",
    remedy: noHeap3
  },
  { starts: ["\xE3\0", "{("], what: "a profile of calls of Python (pstats)", remedy: noHeap3 }
];

// src/profile/formats/not-read/not-read.ts
var foldRuby = "Write the stacks folded: `stackprof --stackcollapse recording.dump`.";
var unpack2 = "Unpack it, and give the profile that is in it.";
var others = [
  { starts: ["\xFD7zXZ\0"], what: "compressed by xz", remedy: "Decompress it: `xz -d`." },
  { starts: ["BZh"], what: "compressed by bzip2", remedy: "Decompress it: `bzip2 -d`." },
  { starts: ['"M'], what: "compressed by lz4", remedy: "Decompress it: `lz4 -d`." },
  { starts: ["\xFF\0\0sNaPpY"], what: "compressed by snappy", remedy: "Decompress it: `snzip -d`." },
  {
    starts: ["x", "x^", "x\x9C", "x\xDA"],
    what: "compressed by zlib, without the header of gzip",
    remedy: "Write it with gzip as Go does, or decompress it: `pigz -dz`."
  },
  { starts: ["PK"], what: "an archive (zip)", remedy: unpack2 },
  { starts: /^[\s\S]{257}ustar/, what: "an archive (tar)", remedy: unpack2 },
  {
    starts: ["FLR\0"],
    what: "a recording of Java Flight Recorder",
    remedy: "Export its allocations as pprof: `jfrconv --alloc -o pprof recording.jfr heap.pb.gz` (async-profiler)."
  },
  {
    starts: /^JAVA PROFILE 1\./,
    what: "a heap dump of Java (hprof)",
    remedy: "Give a profile of allocations as pprof, as async-profiler writes it."
  },
  {
    starts: /^PERFILE2/,
    what: "a recording of perf",
    remedy: "It holds CPU samples, not a heap. Give a heap profile as pprof."
  },
  {
    starts: /^.{0,4}!FastSerialization\.1/s,
    what: "a dump of the heap of .NET (gcdump)",
    remedy: "It is read by `dotnet-gcdump report` and PerfView. Give allocations folded: `main;serve;add 42`, a line each."
  },
  {
    starts: /^nettrace/i,
    what: "a trace of .NET (nettrace)",
    remedy: "Convert it to folded stacks: `main;serve;add 42`, a line each."
  },
  {
    starts: /^#? ?Num +MT +Count +TotalSize|^\s*(?:GC Heap bytes|[\d,]+ +GC Heap bytes)/,
    what: "a table of classes (.NET)",
    remedy: "It holds no stacks. Give allocations folded: `main;serve;add 42`, a line each."
  },
  {
    starts: ["MOJ"],
    what: "Austin's recording in binary (MOJO)",
    remedy: "Record memory as text (austin -m), or convert it: `mojo2austin recording.mojo recording.austin`."
  },
  {
    starts: /^\s*\{\s*"key"\s*:\s*"spx-|^\[events\]\n/,
    what: "a report of SPX (PHP)",
    remedy: "Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`."
  },
  {
    starts: ["\x80", "\x80", "\x80", "\x80"],
    what: "a pickle of Python, such as tracemalloc writes",
    remedy: "Write the snapshot as JSON or as pprof: see docs/profiles.md."
  },
  {
    starts: ["\b"],
    what: "data marshalled by Ruby, such as a recording of stackprof",
    remedy: foldRuby
  },
  {
    starts: /^\s*\{\s*"version":[\d.]+,\s*"mode":"(?:object|wall|cpu|custom)"/,
    what: "a report of stackprof as JSON",
    remedy: foldRuby
  },
  {
    starts: ["memray\0"],
    what: "memray's own recording",
    remedy: "Transform it: `memray transform gprof2dot recording.bin`, and give the JSON."
  },
  {
    starts: /^go 1\.\d+ trace/,
    what: "an execution trace of Go",
    remedy: "Give a heap or goroutine profile: /debug/pprof/heap, /debug/pprof/goroutine."
  },
  {
    starts: ["--- symbol\n"],
    what: "a profile with symbols and counts in binary, as `jeprof --raw` writes",
    remedy: "Write the stacks folded: `jeprof --collapsed PROGRAM PROFILE`."
  },
  {
    starts: /^\s*\{[\s\S]{0,400}speedscope\.app\/file-format-schema/,
    what: "a profile of speedscope",
    remedy: "Give the file that speedscope was given, or stacks folded: `main;serve;add 42`, a line each."
  },
  {
    starts: /^\s*\{\s*"(?:nodes"\s*:\s*\[\s*\{[\s\S]{0,400}"callFrame"|traceEvents"|metadata"[\s\S]{0,400}"traceEvents")/,
    what: "a profile or trace of CPU time, as a browser writes it",
    remedy: "It holds no heap. Give a .heapprofile or a .heapsnapshot."
  },
  {
    starts: /^---? ?threadz\b/,
    what: "a list of threads (threadz)",
    remedy: "It holds no counts. Give the heap profile of the same program: /pprof/heap."
  },
  {
    starts: /^(?:-+\s+)?MALLOC:|^___ Begin jemalloc statistics ___/,
    what: "a table of what an allocator holds in all",
    remedy: "Give its heap profile: HEAPPROFILE of gperftools, prof.dump of jemalloc."
  },
  {
    starts: /^desc: .*\ncmd: |^\s*\{\s*"dhatFileVersion"/,
    what: "a profile of Valgrind (massif or DHAT)",
    remedy: "Give a heap profile of gperftools (HEAPPROFILE) or of jemalloc (prof.dump)."
  },
  {
    starts: /^(?:# callgrind format|version: \d+\ncreator: )/,
    what: "a profile of calls (callgrind, cachegrind)",
    remedy: "It holds no heap. Give folded stacks, or a heap profile as pprof."
  },
  {
    starts: /^v \d+ \d+(?: \d+)?\nX /,
    what: "a recording of heaptrack",
    remedy: "Write what leaked as folded stacks: `heaptrack_print --flamegraph-cost-type leaked -F before.txt recording`."
  },
  {
    starts: ["\x7FELF"],
    what: "a program, a library or a core dump (ELF)",
    remedy: "Give the profile that it wrote; names of functions are read from the profile alone."
  },
  {
    starts: /^=+\d+=+ ?(?:ERROR|WARNING): \w+Sanitizer/m,
    what: "a report of a sanitizer",
    remedy: "It tells what was lost, not what grows. Give heap profiles, before and after."
  },
  {
    starts: /^(?:[\d :.-]*\n)?Full thread dump /,
    what: "a dump of the threads of Java",
    remedy: "Give allocations as pprof, as async-profiler writes them."
  },
  {
    starts: /^\s*num\s+#instances\s+#bytes\s+class name/,
    what: "a table of classes (jmap -histo)",
    remedy: "It holds no stacks. Give allocations as pprof, as async-profiler writes them."
  },
  {
    starts: /^\{"type":"ROOT"|^\{"address":"0x[0-9a-f]+", *"type":"/,
    what: "a dump of Ruby's ObjectSpace",
    remedy: foldRuby
  },
  {
    starts: /^=erl_crash_dump:/,
    what: "a crash dump of Erlang",
    remedy: "Give stacks folded: `main;serve;add 42`, a line each."
  },
  {
    starts: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/i,
    what: "a picture (SVG), such as a flame graph",
    remedy: "Give the profile or the folded stacks that it was drawn from."
  },
  {
    starts: /^\s*<(?:!doctype|html)/i,
    what: "a web page",
    remedy: "Give the profile itself: of a Go server /debug/pprof/heap, with the headers that it asks for."
  },
  ...texts,
  ...prints,
  ...documents,
  ...binaries
];
function otherFormat(head) {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 1024)).toString("latin1");
  const other = others.find(
    ({ starts }) => starts instanceof RegExp ? starts.test(start) : starts.some((magic) => start.startsWith(magic))
  );
  return other === void 0 ? null : { problem: `This is ${other.what}, which leakdiff does not read.`, remedy: other.remedy };
}

// src/profile/formats/pasted/reader.ts
var trailer = /^(?:```|~~~|\{(?:noformat|code)\}|<\/(?:pre|code)>.*|\(END\)|[$%]|".*|exit status \d+)$/;
function pastedReader(begins2, reader) {
  const unwrap = unwrapper();
  let isBegun = false;
  let isBehind = false;
  let last = "";
  return {
    line(text) {
      last = text;
      for (const one of unwrap.split(text)) {
        const start = isBegun ? null : begins2.exec(one);
        if (start !== null) unwrap.learn(one.slice(0, start.index));
        isBegun ||= start !== null;
        const line = unwrap.strip(one);
        isBehind ||= isBegun && trailer.test(line);
        if (isBegun && !isBehind) reader.line(line);
      }
    },
    // A record is whole without the line break behind it.
    end: (isEnded) => reader.end(isEnded || /[}\]">]\s*$/.test(last.slice(-100)) && !unwrap.isPart(last))
  };
}

// src/profile/formats/python/austin.ts
var mostStacks3 = 3e5;
var mostFrames4 = 1e7;
function austinReader() {
  const sums = /* @__PURE__ */ new Map();
  const frames = /* @__PURE__ */ new Map();
  let mode = "";
  let kept2 = 0;
  const frameOf2 = (text) => {
    const known = frames.get(text) ?? frameIn(text);
    frames.set(text, known);
    return known;
  };
  const made = (text) => {
    const names = text.split(";").slice(1);
    kept2 += names.length;
    if (sums.size >= mostStacks3 || kept2 > mostFrames4) throw tooLarge();
    const sum = { stack: names.filter((name) => !/^:[A-Z]+:$/.test(name)).map(frameOf2), value: 0 };
    sums.set(text, sum);
    return sum;
  };
  const line = (text) => {
    const told = /^# mode: (\w+)/.exec(text)?.[1];
    if (told !== void 0) mode = told;
    if (text === "" || text.startsWith("#")) return;
    const [, stack = "", value = ""] = /^P\d+;T([^ ;]*(?:;.*)?) (-?\d+(?:,-?\d+)*)$/.exec(text) ?? [];
    if (value === "") throw broken3(`${JSON.stringify(text.slice(0, 80))} is no sample`);
    if (value.includes(",")) throw severalMetrics();
    const sum = sums.get(stack) ?? made(stack);
    sum.value += Number(value) * (mode === "memory" ? 1 : 1e3);
  };
  const end = (isEnded) => {
    if (!isEnded) throw broken3("the last line is not ended");
    const measure = mode === "memory" ? { type: "memory", unit: "bytes" } : { type: mode, unit: "nanoseconds" };
    const samples = [...sums.values()];
    return [{ ...measure, quantity: measure.type, samples, period: null, periodOf: "" }];
  };
  return { line, end };
}
function frameIn(text) {
  const [, file = "", name = text, line = "0"] = /^(.*):([^:]*):(\d+)$/.exec(text) ?? [];
  return { function: name, file, line: Number(line) };
}
function severalMetrics() {
  return new FormatError(
    "not-supported",
    "This is a recording of Austin with several metrics of each sample (--full), which leakdiff does not read.",
    "Record memory alone (austin -m), or make pprof of it: austin2pprof recording.austin recording.pb.gz."
  );
}
function broken3(problem) {
  return new FormatError("broken", `Austin's recording is damaged: ${problem}.`, "Record it again.");
}

// src/profile/formats/python/memray.ts
function parseMemray(bytes) {
  const file = readJson(bytes, "what memray transforms");
  if (!isRecord(file) || !Array.isArray(file.events) || !Array.isArray(file.functions))
    throw broken4("no events");
  const frames = file.functions.map(toFrame);
  const costs = Array.isArray(file.costs) ? file.costs : [];
  return costs.map((cost, column) => {
    const { description, unit } = isRecord(cost) ? cost : {};
    const isMemory = description === "Memory";
    const { factor, ...measure } = measureOf(isMemory ? "space" : String(description), String(unit));
    const samples = file.events.map(
      (event) => toSample(event, frames, column, factor)
    );
    return { ...measure, samples, period: null, periodOf: "" };
  });
}
function toFrame(entry) {
  if (!isRecord(entry) || typeof entry.name !== "string") throw broken4("a function without a name");
  return { function: entry.name, file: typeof entry.module === "string" ? entry.module : "", line: 0 };
}
function toSample(event, frames, column, factor) {
  if (!isRecord(event) || !Array.isArray(event.callchain) || !Array.isArray(event.cost))
    throw broken4("an event without a call chain or a cost");
  const stack = event.callchain.map((index) => {
    const frame = typeof index === "number" ? frames[index] : void 0;
    if (frame === void 0) throw broken4("a call chain with a function that is not there");
    return frame;
  });
  return { stack: stack.reverse(), value: wholeNumber(event.cost[column], "cost") * factor };
}
var broken4 = (what) => new FormatError("broken", `This profile of memray has ${what}.`, "Transform the recording again.");

// src/profile/formats/python/tracemalloc.ts
function parseTracemalloc(bytes) {
  const file = readJson(bytes, "a snapshot of tracemalloc");
  const traces = Array.isArray(file) ? file : isRecord(file) && Array.isArray(file.traces) ? file.traces : null;
  if (traces === null) throw broken5("no list of traces");
  const read = traces.map(toTrace);
  const samples = (field) => read.map((trace) => ({ stack: trace.stack, value: trace[field] }));
  const common = { period: null, periodOf: "" };
  return [
    { ...common, quantity: "heap-objects", unit: "objects", type: "objects", samples: samples("count") },
    { ...common, quantity: "heap-bytes", unit: "bytes", type: "space", samples: samples("size") }
  ];
}
function toTrace(entry) {
  if (!isRecord(entry) || !Array.isArray(entry.traceback)) throw broken5("a trace without a traceback");
  const size2 = wholeNumber(entry.size, "size");
  const count = entry.count === void 0 ? 1 : wholeNumber(entry.count, "count");
  return { size: size2, count, stack: entry.traceback.map(toFrame2) };
}
function toFrame2(entry) {
  const text = typeof entry === "string" ? /^(.+):(\d{1,9})$/.exec(entry) : null;
  const [file, line, name] = Array.isArray(entry) ? entry : isRecord(entry) ? [entry.filename, entry.lineno, entry.name] : [text?.[1], Number(text?.[2])];
  if (typeof file !== "string") throw broken5("a frame without a file");
  return {
    function: typeof name === "string" ? name : file,
    file,
    line: wholeNumber(line, "a line")
  };
}
var broken5 = (what) => new FormatError(
  "broken",
  `This snapshot of tracemalloc has ${what}.`,
  "Write it as docs/profiles.md shows."
);

// src/profile/formats/v8/snapshot.ts
var deepest = 24;
function parseSnapshot(bytes) {
  const graph = readHeapGraph(bytes);
  const ways = waysOf(graph);
  const sizes = new Float64Array(ways.frames.length);
  const counts = new Float64Array(ways.frames.length);
  for (let node = 0; node < graph.count; node++) {
    const way = ways.of[node];
    sizes[way] = sizes[way] + graph.size(node);
    counts[way] = counts[way] + 1;
  }
  const stacks = ways.frames.map((_, way) => stackOf(ways, way));
  const samples = (values) => stacks.flatMap((stack, way) => values[way] === 0 ? [] : [{ stack, value: values[way] }]);
  const common = { period: null, periodOf: "" };
  return [
    { ...common, quantity: "heap-objects", unit: "objects", type: "objects", samples: samples(counts) },
    { ...common, quantity: "heap-bytes", unit: "bytes", type: "space", samples: samples(sizes) }
  ];
}
function waysOf(graph) {
  const ways = { frames: [], parents: [], depths: [], of: new Int32Array(graph.count).fill(-1) };
  const known = /* @__PURE__ */ new Map();
  const frames = /* @__PURE__ */ new Map();
  const enter = (node, parent, by) => {
    const name = className(graph, node);
    const at = parentWay(ways, parent, name);
    const key = `${at} ${name}\0${by}`;
    let way = known.get(key);
    if (way === void 0) {
      const frame = frames.get(`${name}\0${by}`) ?? { function: name, file: by, line: 0 };
      frames.set(`${name}\0${by}`, frame);
      way = ways.frames.push(frame) - 1;
      ways.parents.push(at);
      ways.depths.push(at < 0 ? 0 : ways.depths[at] + 1);
      known.set(key, way);
    }
    ways.of[node] = way;
  };
  spread(graph, ways.of, enter);
  return ways;
}
function spread(graph, seen, enter) {
  const order = new Int32Array(graph.count);
  let length = 0;
  const reach = (root) => {
    let done = length;
    enter(root, -1, "");
    order[length++] = root;
    for (; done < length; done++) {
      const from = order[done];
      for (let edge = graph.firstEdge(from); edge < graph.firstEdge(from + 1); edge++) {
        const to = graph.target(edge);
        if (seen[to] !== -1 || graph.edgeType(edge) === "weak") continue;
        enter(to, seen[from], label(graph, from, edge));
        order[length++] = to;
      }
    }
  };
  if (graph.count > 0) reach(0);
  for (let node = 1; node < graph.count; node++) if (seen[node] === -1) reach(node);
}
function parentWay({ frames, parents, depths }, way, name) {
  let at = way;
  for (let back = 0; back < 3 && at >= 0; back++, at = parents[at])
    if (frames[at]?.function === name) return parents[at];
  return way >= 0 && depths[way] >= deepest ? parents[way] : way;
}
function label(graph, from, edge) {
  const type = graph.edgeType(edge);
  const owner = className(graph, from);
  if (type === "element") return `via ${owner}[]`;
  const name = graph.edgeName(edge);
  return /^[#$_A-Za-z][\w$]{0,39}$/.test(name) ? `via ${owner}.${name}` : `via ${owner}`;
}
function className(graph, node) {
  const type = graph.type(node);
  if (type === "object" || type === "native")
    return graph.name(node).replace(/ \/.*$/s, "").slice(0, 200) || "(object)";
  if (type === "synthetic") return graph.name(node).slice(0, 200) || "(roots)";
  return Object.hasOwn(namesOf, type) ? namesOf[type] : `(${type})`;
}
var namesOf = {
  ...{
    closure: "Function",
    regexp: "RegExp",
    code: "(compiled code)",
    hidden: "(system)",
    number: "(number)"
  },
  ...{ "concatenated string": "(string)", "sliced string": "(string)" }
};
function stackOf({ frames, parents }, way) {
  const stack = [];
  for (let at = way; at >= 0; at = parents[at]) stack.push(frames[at]);
  return stack.reverse();
}

// src/profile/formats/formats.ts
var formats = [
  {
    name: "heap-text",
    begins: /heap profile: *\d+: *\d+ *\[ *\d+: *\d+ *\] *@/,
    readText: () => pastedReader(/heap profile: *\d/, heapTextReader())
  },
  {
    name: "jemalloc",
    begins: /^heap_v2\/\d+\n|heap_v2\/\d[\s\S]{0,1000}?t\*: \d+: \d+ \[/,
    readText: () => pastedReader(/heap_v2\/\d/, jemallocReader())
  },
  {
    name: "java-text",
    begins: /^--- (?:heapz|contentionz) \d+ ---\n(?:.*\n)?\s*format = java/,
    readText: javaTextReader
  },
  {
    name: "contention-text",
    begins: /^--- contention(?:z.*)?:?|--- (?:mutex|contention):[\s\S]{0,1000}cycles\/second=\d/,
    readText: () => pastedReader(/--- (?:mutex|contention)/, contentionReader())
  },
  { name: "count-text", begins: { test: beginsCounts }, readText: countReader },
  {
    name: "count-text",
    begins: /\b\w+ profile: total \d+\b[\s\S]{0,1000}\d+ @/,
    readText: () => pastedReader(/\b\w+ profile: total \d/, countReader())
  },
  { name: "v8-snapshot", begins: /^\s*\{\s*"snapshot"\s*:\s*\{/, readWhole: parseSnapshot },
  {
    name: "v8-tasks",
    begins: /^\{"format":"leakdiff-node-tasks"/,
    readWhole: (bytes) => [measured(parseTasks(bytes), "tasks")]
  },
  {
    name: "v8-heap",
    begins: /^\s*\{[^[]{0,400}"(?:head|callFrame)"\s*:|^\s*\{\s*"samples"\s*:\s*\[\s*\{\s*"size"/,
    readWhole: v8Heap
  },
  {
    name: "memray",
    begins: /^\s*\{(?!\s*"recording")[\s\S]{0,400}"(?:events|costs)"\s*:\s*\[/,
    readWhole: parseMemray
  },
  {
    name: "tracemalloc",
    begins: /^\s*(?:\[|\{\s*"traces"\s*:\s*\[)\s*\{[^{}]{0,400}"(?:size|traceback)"/,
    readWhole: parseTracemalloc
  },
  { name: "austin", begins: /^# austin: /, readText: austinReader },
  { name: "folded", begins: { test: beginsFolded }, readText: foldedReader }
];
function beginsCounts(text) {
  return /^(?:#.*\n)*[^\s<>"']+ profile: total \d+\n(?:\d+ @|\s*\n|$)/.test(text) && !/\u00a0|&nbsp;|<br ?\/?>/.test(text);
}
function isOfEmail(text) {
  return /^#?=09/m.test(text) || /=\n/.test(text) && /=(?:09|3D|2B)/.test(text);
}
function formatOf(head) {
  if (encodingOf(head) === "utf-8" && isBinary(head)) return pprofUnless(head);
  const text = withLineBreaks(textOf(head)).replaceAll("\r\n", "\n");
  if (isOfEmail(text))
    throw new FormatError(
      "not-supported",
      "This is the source of an e-mail (quoted-printable), which leakdiff does not read.",
      "Give the file itself, or copy the text as the e-mail shows it."
    );
  const goroutines = goroutineTextForm(head);
  if (goroutines !== null) return { name: goroutines, readText: goroutineReader };
  return formats.find(({ begins: begins2 }) => begins2.test(text)) ?? pprofUnless(head);
}
function isBinary(head) {
  return head.subarray(0, 256).some((byte) => byte < 7);
}
function pprofUnless(head) {
  const other = otherFormat(head);
  if (other !== null) throw new FormatError("not-supported", other.problem, other.remedy);
  return { name: "pprof" };
}
function goroutineReader(head) {
  const reader = goroutineTextReader(head);
  return { line: reader.line, end: (isEnded) => [measured(reader.end(isEnded), "goroutine")] };
}
function v8Heap(bytes) {
  return [measured(parseHeap(bytes), "space")];
}
function measured({ quantity, unit, samples, period }, type) {
  return { quantity, unit, type, samples, period: period ?? null, periodOf: "" };
}

// src/profile/formats/pprof/parse-any.ts
function parseAnyPprof(bytes) {
  const file = openPprof(bytes);
  refuseDropped(file);
  const frames = frameTable("line");
  const stacks = stackTable(file.types.length);
  const lines = internLines(frames, file, (name) => name.startsWith("[") ? name : goPrintName(name));
  foldProfile(
    stacks,
    file,
    lines,
    file.types.map((_, column) => column),
    1
  );
  const all = Array.from({ length: stacks.length }, (_, stack) => framesOf(frames, stacks, stack));
  const { period, periodType } = file;
  const periodOf = periodType === null ? "" : `${periodType.type}/${periodType.unit}`;
  return file.types.map(({ type, unit }, column) => {
    const { factor, ...measure } = measureOf(type, unit);
    const samples = all.map((stack, row) => ({
      stack,
      value: stacks.values[row * stacks.width + column] * factor
    })).filter(({ value }) => value !== 0);
    return { ...measure, samples, period, periodOf };
  });
}

// src/profile-diff/input/content.ts
import { constants as constants2, createGunzip, gunzipSync as gunzipSync2 } from "node:zlib";

// src/profile/formats/wrapped/mangled.ts
var beginnings = [
  ...["\xC2\x8B\b", "\xE2\x80\xB9\b", "\xEF\xBF\xBD\b"],
  ...["\xFF\xFE\0", "\xFE\xFF\0"]
];
function refuseMangled(head) {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 16)).toString("latin1");
  const text = start.startsWith("\xEF\xBB\xBF") ? start.slice(3) : start;
  if (!beginnings.some((one) => text.startsWith(one))) return;
  throw new FormatError(
    "broken",
    "The profile is damaged: its bytes were saved as a text, which changes them.",
    "Save it as it is: `curl -o heap.pb.gz URL`, in PowerShell `Invoke-WebRequest -OutFile`; not by `>`, nor by way of a string."
  );
}

// src/profile/formats/wrapped/response.ts
import { constants, gunzipSync } from "node:zlib";
var headers = /^HTTP\/\d(?:\.\d)? (\d{3})([^\n]*)\n((?:[^\s:]+:[^\n]*\n)*)\r?\n/;
function responseOf(head) {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  let start = 0;
  let found = headers.exec(text);
  if (found === null) return null;
  for (let next = found; next !== null; next = headers.exec(text.slice(start))) {
    found = next;
    start += next[0].length;
  }
  const [, status = "", reason = "", fields = ""] = found;
  if (!status.startsWith("2")) throw noProfile(`${status}${reason}`.trim());
  const body = text.slice(start);
  return {
    start,
    isChunked: /^transfer-encoding:.*chunked/im.test(fields) && /^[\da-f]{1,8}(?:;[^\r\n]*)?\r\n/i.test(body),
    isCompressed: isCompressed(fields, body)
  };
}
function isCompressed(fields, body) {
  const encoding = /^content-encoding:\s*(\S+)/im.exec(fields)?.[1]?.toLowerCase() ?? "identity";
  if (encoding === "gzip" || encoding === "identity") return encoding === "gzip";
  if (body.startsWith("\x8B") || /^[\t\n\r -~]{64}/.test(body)) return false;
  throw unsupported(
    `a server has compressed it (${encoding.slice(0, 20)})`,
    "Have it decompressed: `curl --compressed -o profile.pb.gz URL`."
  );
}
function noProfile(status) {
  return new FormatError(
    "not-this-format",
    `This is the answer of a server that gave no profile: ${status.replace(/[^ -~]/g, "").slice(0, 60)}.`,
    "Check the address, and what it asks of who may read it; leakdiff sends --header."
  );
}
function bodyOf(bytes, response, limit) {
  const sent = bytes.subarray(response.start);
  const body = response.isChunked ? joined(sent) : sent;
  if (!response.isCompressed || body[0] !== 31 || body[1] !== 139) return body;
  try {
    return gunzipSync(body, { maxOutputLength: limit, finishFlush: constants.Z_FINISH });
  } catch (cause) {
    throw broken(`its gzip stream cannot be inflated (${cause.message})`, { cause });
  }
}
function joined(bytes) {
  const pieces = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf("\r\n", at);
    const length = /^[\da-f]{1,8}(?=;|$)/i.exec(bytes.toString("latin1", at, Math.min(end, at + 64)))?.[0];
    if (end < 0 || length === void 0) throw broken("the pieces that a server sent it in are not whole");
    const size2 = Number.parseInt(length, 16);
    if (size2 === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(end + 2, end + 2 + size2));
    at = end + 2 + size2 + 2;
    if (at > bytes.length) throw broken("the pieces that a server sent it in are cut short");
  }
}

// src/profile/formats/wrapped/base64.ts
var begins = "(?:H4sI|KLUv|Cg[A-Z]I|Z29yb3V0aW5l|aGVhcCBwcm9maWxl|LS0tIG11dGV4|LS0tIGNvbnRlbnRpb24)";
var digits = "A-Za-z0-9+/_\\-";
var before = String.raw`^(?:\xef\xbb\xbf)?\s*(?:-----BEGIN [^\n-]+-----\s+)?["'\x60]?(?:data:[^,\n]{0,200};base64,)?`;
var alone = new RegExp(
  `${before}${begins}[${digits}\\s=]{16,}${String.raw`(?:["'\x60]?\s*|-----END [^\n-]+-----\s*)$`}`
);
var quoted = new RegExp(String.raw`"${begins}[${digits}=\\]{16,}(?:"|$)`);
var least = 1 / 4;
function base64Wrapping(head) {
  if (alone.test(head)) {
    const start = new RegExp(before).exec(head)?.[0].length ?? 0;
    return (text) => decoded(text, start).bytes;
  }
  const found = quoted.exec(head);
  if (found === null || found[0].length < least * head.length) return null;
  return (text) => onlyOne(text, found.index + 1);
}
function onlyOne(text, start) {
  const { bytes, end } = decoded(text, start);
  if (!quoted.test(text.toString("latin1", end + 1))) return bytes;
  throw new FormatError(
    "not-supported",
    "This is a document with several profiles in base64: which of them is meant cannot be told.",
    "Take one out: `jq -r '.THE.KEY' FILE | base64 -d >profile.pb.gz`."
  );
}
var isDigit = Uint8Array.from(
  { length: 256 },
  (_, byte) => new RegExp(`[${digits}]`).test(String.fromCharCode(byte)) ? 1 : 0
);
function decoded(text, start) {
  const letters = Buffer.alloc(text.length - start);
  let length = 0;
  let at = start;
  for (; at < text.length; at++) {
    const letter = text[at];
    if (letter === 45 && text.toString("latin1", at, at + 9) === "-----END ") break;
    if (isDigit[letter] === 1) letters[length++] = letter;
    else if (letter === 34 || letter === 39 || letter === 96) break;
    else if (letter === 92) at += text[at + 1] === 47 ? 0 : 1;
    else if (letter > 32 && letter !== 61)
      throw broken(`its base64 has ${JSON.stringify(String.fromCharCode(letter))} at letter ${at}`);
  }
  if (length % 4 === 1) throw broken("its base64 ends within a byte");
  return { bytes: Buffer.from(letters.toString("latin1", 0, length), "base64"), end: at };
}

// src/profile/formats/wrapped/hex.ts
var hex = /^\s*[{[(]?\s*(?:0x|\\x)?(?:1f[\s,:]*(?:0x|\\x)?8b|0a[\s,:]*(?:0x|\\x)?0[2-8][\s,:]*(?:0x|\\x)?08)[\da-fx\\\s,:{}()[\];]*$/i;
var between = Uint8Array.from(
  { length: 256 },
  (_, byte) => /[\s,:{}()[\];\\]/.test(String.fromCharCode(byte)) ? 1 : 0
);
var digitOf = Int8Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1 : digit;
});
function hexWrapping(head) {
  return hex.test(head) ? bytesOf : null;
}
function bytesOf(text) {
  const bytes = Buffer.alloc(text.length >>> 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (between[letter] === 1) continue;
    if (letter === 48 && isX(text[at + 1])) continue;
    if (isX(letter)) continue;
    const digit = digitOf[letter];
    if (digit < 0) throw broken(`its digits have ${JSON.stringify(String.fromCharCode(letter))} at ${at}`);
    bytes[count >>> 1] = bytes[count >>> 1] << 4 | digit;
    count++;
  }
  if (count % 2 === 1) throw broken("its digits end within a byte");
  return bytes.subarray(0, count >>> 1);
}
function isX(letter) {
  return letter === 120 || letter === 88;
}

// src/profile/formats/wrapped/numbers.ts
var numbers = /^\s*(?:\{\s*"type"\s*:\s*"Buffer"\s*,\s*"data"\s*:\s*)?\[\s*(?:31\s*,\s*139|10\s*,\s*[2-8]\s*,\s*8)\s*,[\d\s,]*[\]}\s]*$/;
function numbersWrapping(head) {
  return numbers.test(head) ? bytesOf2 : null;
}
function bytesOf2(text) {
  const bytes = Buffer.alloc(text.length);
  let length = 0;
  let number = -1;
  for (let at = text.indexOf("[") + 1; at < text.length; at++) {
    const letter = text[at];
    if (letter >= 48 && letter <= 57) number = 10 * Math.max(0, number) + letter - 48;
    else if (letter === 44 || letter === 93) {
      if (number < 0 || number > 255) throw broken("its list of numbers holds what is no byte");
      bytes[length++] = number;
      number = -1;
      if (letter === 93) return bytes.subarray(0, length);
    } else if (letter > 32) throw broken("its list of numbers holds what is no number");
  }
  throw broken("its list of numbers does not end");
}

// src/profile/formats/wrapped/wrapped.ts
function wrappingOf(head) {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  return base64Wrapping(text) ?? hexWrapping(text) ?? numbersWrapping(text);
}

// src/profile-diff/input/content.ts
var headSize = 1 << 16;
var pieceSize = 4 * 2 ** 20;
var textLimit = 15e8;
var wrappedLimit = 128e6;
var contents = /* @__PURE__ */ new WeakMap();
function contentOf(source) {
  const known = contents.get(source);
  if (known !== void 0) return known;
  const content = unwrapped(source);
  contents.set(source, content);
  return content;
}
function unwrapped(source) {
  const head = source.read(0, headSize);
  if (isGzip(head)) return inGzip(source, head);
  refuseMangled(head);
  if (encodingOf(head) === "utf-8" && head.subarray(0, 16).some((byte) => byte < 7)) return source;
  const response = responseOf(head);
  if (response !== null) {
    const { start, isChunked, isCompressed: isCompressed2 } = response;
    if (isChunked || isCompressed2) return opened(source, (bytes) => bodyOf(bytes, response, wrappedLimit));
    const read = (from, length) => source.read(start + from, length);
    return unwrapped({ name: source.name, size: source.size - start, read });
  }
  const unwrap = wrappingOf(narrow(head));
  return unwrap === null ? source : opened(source, (bytes) => unwrap(narrow(bytes)));
}
function inGzip(source, start) {
  const head = inflatedHead(start);
  if (encodingOf(head) === "utf-8" && head.subarray(0, 16).some((byte) => byte < 7)) return source;
  const unwrap = wrappingOf(narrow(head));
  return unwrap === null ? source : opened(source, (bytes) => unwrap(narrow(inflate(bytes, wrappedLimit))));
}
function narrow(bytes) {
  if (encodingOf(bytes) !== "utf-8") return Buffer.from(textOf(bytes), "latin1");
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function opened(source, open) {
  if (source.size > wrappedLimit)
    throw unsupported(
      `it is packed into ${wrappedLimit / 1e6} MB of something else and more`,
      "Unpack it, and give the profile itself: `base64 -d FILE >profile.pb.gz`, `curl -o profile.pb.gz URL`."
    );
  const bytes = source.read(0, source.size);
  return sourceOf(source.name, open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}
function headOf(wrapped) {
  const source = contentOf(wrapped);
  const start = source.read(0, headSize);
  return isGzip(start) ? inflatedHead(start) : start;
}
function inflatedHead(start) {
  try {
    return gunzipSync2(start, { finishFlush: constants2.Z_SYNC_FLUSH, maxOutputLength: 2 ** 28 }).subarray(
      0,
      headSize
    );
  } catch {
    return start;
  }
}
function wholeOf(wrapped, limit = inflateLimit) {
  const source = contentOf(wrapped);
  if (source.size > limit) throw tooLarge();
  return inflate(source.read(0, source.size), limit);
}
async function eachPiece(wrapped, take) {
  const source = contentOf(wrapped);
  if (source.size === 0) throw broken("it is empty");
  const start = source.read(0, 2);
  if (isGzip(start)) return inflatePieces(source, take);
  if (source.size > textLimit) throw tooLong();
  for (let at = 0; at < source.size; at += pieceSize) take(source.read(at, pieceSize));
  return source.size;
}
function tooLong() {
  return unsupported(
    `it holds more than ${textLimit / 1e9} GB of text`,
    "Give the profile as pprof, which is small however much it counts."
  );
}
async function inflatePieces(source, take) {
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  const bytes = source.read(0, source.size);
  gunzip.end(bytes);
  let size2 = 0;
  try {
    for await (const piece of gunzip) {
      size2 += piece.length;
      if (size2 > textLimit) throw tooLong();
      take(piece);
    }
  } catch (cause) {
    if (cause.code?.startsWith("Z_") !== true) throw cause;
    throw broken(`its gzip stream cannot be inflated (${cause.message})`, { cause });
  }
  return size2;
}
function isGzip(bytes) {
  return bytes[0] === 31 && bytes[1] === 139;
}

// src/profile-diff/input/input.ts
function formOf(source) {
  return formatOf(headOf(source));
}
async function openInput(source, format, wanted, whole) {
  if ("readText" in format || "readWhole" in format)
    return samplesInput(await readProfiles(source, format), wanted);
  const bytes = wholeOf(source);
  if (whole) return samplesInput(wholePprof(bytes), wanted);
  const file = openPprof(bytes);
  return { form: "pprof", file, ...columnOf(file, wanted), rename: pprofNames(), filter: null };
}
function wholePprof(bytes) {
  const profiles = parseAnyPprof(bytes);
  if (profiles.every(({ quantity }) => quantity !== "tasks")) return profiles;
  return parsePprof(bytes).map((profile) => measured(profile, ""));
}
async function quantitiesOf(source) {
  try {
    const format = formOf(source);
    if ("readText" in format || "readWhole" in format)
      return (await readProfiles(source, format)).map((profile) => profile.quantity);
    return openPprof(wholeOf(source)).types.map(({ type, unit }) => measureOf(type, unit).quantity);
  } catch (error) {
    if (error instanceof FormatError && error.kind !== "broken") return [];
    throw error;
  }
}
async function readProfiles(source, format) {
  if ("readWhole" in format) return format.readWhole(wholeOf(source));
  const head = headOf(source);
  const text = format.readText(head);
  const lines = lineReader(text.line);
  const size2 = await eachPiece(source, lines.push);
  if (format.name === "debug2") refuseCut(head, size2);
  return text.end(lines.end());
}
function samplesInput(profiles, wanted) {
  const place = choose(profiles, wanted, profiles.length - 1);
  const held = profiles.map(({ quantity }) => quantity);
  return { form: "samples", held, profile: profiles[place], filter: null };
}
function columnOf(file, wanted) {
  const measures = file.types.map(({ type, unit }) => measureOf(type, unit));
  const column = choose(measures, wanted, preferred(file));
  const held = measures.map(({ quantity }) => quantity);
  return { column, measure: measures[column], held };
}
function preferred({ types, defaultType }) {
  const told = types.findIndex(({ type }) => type === defaultType);
  return told < 0 ? types.length - 1 : told;
}

// src/profile-diff/input/period.ts
function refuseOtherPeriod(first, input, name) {
  const { period, of } = samplingOf(input);
  if (input.form !== "pprof" && period === null) return first;
  if (first === null) return { period, of, name };
  const isOfSame = first.of === of || first.of === "" || of === "" || period === null;
  if (first.period === period && isOfSame) return first;
  throw new FormatError(
    "not-supported",
    `It was sampled ${words(period, of)}, ${first.name} ${words(first.period, first.of)}: their difference would be that of the sampling.`,
    "Write both at one rate, for Go with the same GODEBUG=memprofilerate=N or runtime.MemProfileRate."
  );
}
function samplingOf(input) {
  if (input.form !== "pprof") return { period: input.profile.period, of: input.profile.periodOf };
  const { period, periodType } = input.file;
  if (periodType === null) return { period, of: "" };
  const { type, unit, factor } = measureOf(periodType.type, periodType.unit);
  return { period: period === null ? null : period * factor, of: `${type}/${unit}` };
}
function words(period, of) {
  return period === null ? "at an unknown period" : `every ${period} ${of === "" ? "units" : of}`;
}

// src/profile-diff/sums/position.ts
function addTotals(totals, value, { isFirst }) {
  const magnitude = Math.abs(value);
  totals.all += magnitude;
  if (isFirst) totals.first += magnitude;
}
function addSteps(steps, at, value, moment) {
  if (moment === null) return;
  const [before2, after] = [steps[moment - 1], steps[moment]];
  if (before2 !== void 0) before2[at] = before2[at] + value;
  if (after !== void 0) after[at] = after[at] - value;
}

// src/profile-diff/sums/frame-sums.ts
var noFrames = "<no frames>";
function frameSums(granularity, steps) {
  return {
    frames: frameTable(granularity),
    flat: new Float64Array(0),
    cumulative: new Float64Array(0),
    steps: Array.from({ length: steps }, () => new Float64Array(0)),
    seen: new Int32Array(0),
    sample: 0,
    totals: { first: 0, all: 0 }
  };
}
function reserve(sums) {
  const size2 = sums.frames.frames.length;
  if (size2 <= sums.flat.length) return;
  const larger = Math.ceil(1.5 * size2);
  sums.flat = wider(sums.flat, new Float64Array(larger));
  sums.cumulative = wider(sums.cumulative, new Float64Array(larger));
  sums.steps = sums.steps.map((step) => wider(step, new Float64Array(larger)));
  sums.seen = wider(sums.seen, new Int32Array(larger));
}
function wider(from, into) {
  into.set(from);
  return into;
}
function addOnce({ cumulative, seen, sample: sample2 }, frame, value) {
  if (seen[frame] === sample2) return;
  seen[frame] = sample2;
  addTo(cumulative, frame, value);
}
function addFlat(sums, leaf, value, { sign, moment }) {
  addTo(sums.flat, leaf, sign * value);
  if (moment !== null) addSteps(sums.steps, leaf, value, moment);
}
function addTo(values, at, value) {
  values[at] = values[at] + value;
}

// src/profile-diff/rows.ts
var longestName = 2048;
var mostText = 2 ** 26;
function frameRows({ frames, flat, cumulative, steps }) {
  const text = textBudget();
  const rows = [];
  for (let id = 0; id < frames.frames.length; id++) {
    if (flat[id] === 0 && cumulative[id] === 0 && !steps.some((step) => step[id] !== 0)) continue;
    const name = text(printable(frames.frames[id]));
    const row = { name, flat: flat[id] + 0, cumulative: cumulative[id] + 0 };
    rows.push(steps.length === 0 ? row : { ...row, steps: steps.map((step) => step[id] + 0) });
  }
  return rows.sort(byGrowth);
}
function stackRows({ frames, stacks }) {
  const text = textBudget();
  const rows = [];
  for (let stack = 0; stack < stacks.length; stack++) {
    const values = stacks.values.subarray(stack * stacks.width, (stack + 1) * stacks.width);
    if (values.every((value) => value === 0)) continue;
    const [grown = 0, ...steps] = Array.from(values, (value) => value + 0);
    const start = stacks.offset[stack];
    const leafFirst = stacks.arena.subarray(start, start + stacks.depth[stack]);
    const name = Array.from(leafFirst, (id) => text(shortened(frames.frames[id].function))).reverse().join(";");
    const named2 = { name: name === "" ? noFrames : name, flat: grown, cumulative: grown };
    rows.push(steps.length === 0 ? named2 : { ...named2, steps });
  }
  return rows.sort(byGrowth);
}
function printable({ function: whole, file: path, line }) {
  const [name, file] = [shortened(whole), shortened(path)];
  if (line !== 0) return `${name === "" ? "" : `${name} `}${file}:${line}`;
  if (file !== "") return `${name === "" ? "" : `${name} `}${file}`;
  return name === "" ? "<unknown>" : name;
}
function shortened(name) {
  if (name.length <= longestName) return name;
  return `${name.slice(0, longestName - 40)}\u2026 (${name.length.toLocaleString("en")} letters)`;
}
var orders = ["flat", "cum", "name"];
function byOrder(order) {
  if (order === "flat") return byGrowth;
  const byName = (left, right) => left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
  if (order === "name") return byName;
  return (left, right) => Math.abs(right.cumulative) - Math.abs(left.cumulative) || byName(left, right);
}
function byGrowth(left, right) {
  const flat = Math.abs(right.flat) - Math.abs(left.flat);
  if (flat !== 0) return flat;
  const steps = largestStep(right) - largestStep(left);
  if (steps !== 0) return steps;
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return Math.abs(right.cumulative) - Math.abs(left.cumulative);
}
function largestStep({ steps }) {
  return steps === void 0 ? 0 : Math.max(...steps.map(Math.abs));
}
function textBudget(most2 = mostText, remedy = "Use --by function.") {
  let left = most2;
  return (name) => {
    left -= name.length;
    if (left < 0) throw new UserError("The names of all rows together are too long to write.", remedy);
    return name;
  };
}

// src/profile/formats/pprof/samples/read-ahead.ts
var size = 2 ** 16;
var most = 2048;
var labelNumber = 24;
var longest = 16383;
function sampleWindow() {
  const bytes = new Uint8Array(size + 16);
  const [values, idsStart, callersStart, idsEnd] = [
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most)
  ];
  const numbers2 = numbersIn(bytes);
  function read(reader, column) {
    const { cursor, end } = reader;
    const start = cursor.position;
    const piece = cursor.bytes.subarray(start, Math.min(end, start + size));
    bytes.set(piece);
    return readMany(reader, column, piece.length);
  }
  function readMany(reader, column, windowEnd) {
    const width = reader.values.length;
    const { strings } = reader;
    let { left } = reader;
    let length = 0;
    let position = 0;
    while (left > 0 && length < most) {
      const tag = bytes[position];
      let bytesOfIt = bytes[position + 1];
      let first = position + 2;
      if (bytesOfIt > 127) bytesOfIt += bytes[first++] - 1 << 7;
      const end = first + bytesOfIt;
      if (bytesOfIt > longest || end > windowEnd) break;
      if (tag === sampleTag) {
        const value = readPlain(first, end, length, column, width, strings);
        if (value < 0) break;
        if (value > 0) values[length++] = value;
        left--;
      } else if ((tag & 7) !== 2 || tag > 127) break;
      position = end;
    }
    reader.left = left;
    reader.cursor.position += position;
    return length;
  }
  function readPlain(start, end, slot, column, width, strings) {
    let at = start;
    let value = -1;
    let ids = 0;
    while (at < end) {
      const tag = bytes[at++];
      let bytesOfIt = bytes[at++];
      if (bytesOfIt > 127) bytesOfIt += bytes[at++] - 1 << 7;
      const fieldEnd = at + bytesOfIt;
      if (bytesOfIt > longest || fieldEnd > end) return -1;
      if (tag === packedLocations && ids === 0 && fieldEnd > at) {
        ids = at;
        idsStart[slot] = at;
        idsEnd[slot] = fieldEnd;
      } else if (tag === packedValues && value < 0) {
        value = numbers2.oneOf(at, fieldEnd, column, width);
        if (value < 0) return -1;
      } else if (tag !== labelTag || !numbers2.areLabel(at, fieldEnd, strings)) return -1;
      at = fieldEnd;
    }
    if (value < 0 || ids === 0) return -1;
    while (bytes[ids++] > 127) ;
    callersStart[slot] = ids;
    return ids <= idsEnd[slot] ? value : -1;
  }
  return { bytes, values, idsStart, callersStart, idsEnd, read };
}
function numbersIn(bytes) {
  function oneOf2(start, end, column, width) {
    let count = 0;
    let asked = end;
    let first = start;
    for (let at = start; at < end; at++) {
      if (bytes[at] > 127) continue;
      if (at - first > 9) return -1;
      if (count++ === column) asked = first;
      first = at + 1;
    }
    return count === width && first === end ? shortAt(asked) : -1;
  }
  function areLabel(start, end, strings) {
    let at = start;
    while (at < end) {
      const field = bytes[at++];
      if (field !== labelNumber) {
        const text = shortAt(at);
        if (field !== 8 && field !== 16 && field !== 32 || text < 0 || text >= strings) return false;
      }
      const first = at;
      while (at < end && bytes[at] > 127) at++;
      if (at++ - first > 9) return false;
    }
    return at === end;
  }
  function shortAt(start) {
    let at = start;
    let number = bytes[at];
    for (let shift = 7; number >= 1 << shift; shift += 7) {
      if (shift === 28) return -1;
      number += bytes[++at] - 1 << shift;
    }
    return number;
  }
  return { oneOf: oneOf2, areLabel };
}

// src/profile-diff/sums/packed.ts
var mostIds = 2 ** 21;
var nowhere = -1;
function packedSums({ bytes, values, idsStart, callersStart, idsEnd }) {
  const frames = new Int32Array(mostIds);
  const seen = new Int32Array(mostFrames);
  const cumulative = new Float64Array(mostFrames);
  let known = 0;
  function begin({ sums, ids: { dense, lineStart, lines } }) {
    known = Math.min(dense.length, mostIds);
    for (let id = 0; id < known; id++) {
      const location = dense[id];
      const line = location < 0 ? 0 : lineStart[location];
      const isOne = location >= 0 && lineStart[location + 1] === line + 1;
      frames[id] = isOne ? lines[line] : location < 0 ? nowhere : -2 - location;
    }
    seen.fill(0, 0, sums.frames.frames.length);
    cumulative.fill(0, 0, sums.frames.frames.length);
  }
  function add(packed2, length, base) {
    const { sums, position, factor } = packed2;
    let at = 0;
    while (at < length) {
      const first = at;
      const stamp = ++sums.sample;
      let value = values[at++];
      while (at < length && haveSameCallers(first, at)) value += values[at++];
      addTotals(sums.totals, value * factor, position);
      addCallers(packed2, first, position.sign * value * factor, stamp, base);
      for (let sample2 = first; sample2 < at; sample2++) addLeaf(packed2, sample2, stamp, base);
    }
  }
  function haveSameCallers(one, other) {
    let left = callersStart[one];
    let right = callersStart[other];
    const end2 = idsEnd[one];
    if (end2 - left !== idsEnd[other] - right) return false;
    while (left < end2) if (bytes[left++] !== bytes[right++]) return false;
    return true;
  }
  function addCallers({ reader, ids }, sample2, value, stamp, base) {
    const end2 = idsEnd[sample2];
    const last = known;
    let at = callersStart[sample2];
    while (at < end2) {
      const first = at;
      let id = bytes[at++];
      if (id > 127) {
        id += bytes[at++] - 1 << 7;
        if (id > 16383) id += bytes[at++] - 1 << 14;
      }
      const frame = id < last && at <= end2 ? frames[id] : nowhere;
      if (frame >= 0) {
        if (seen[frame] !== stamp) {
          seen[frame] = stamp;
          cumulative[frame] = cumulative[frame] + value;
        }
      } else if (frame < nowhere) addLines(ids, -2 - frame, value, stamp, stamp);
      else {
        addLines(ids, readLocation(reader, base + first, base + end2), value, stamp, stamp);
        at = reader.idsRead - base;
      }
    }
  }
  function addLeaf(packed2, sample2, callers, base) {
    const { sums, position, factor } = packed2;
    let at = idsStart[sample2];
    let id = bytes[at++];
    if (id > 127) {
      id += bytes[at++] - 1 << 7;
      if (id > 16383) id += bytes[at] - 1 << 14;
    }
    const value = values[sample2] * factor;
    const grown = position.sign * value;
    const frame = id < known ? frames[id] : nowhere;
    if (frame < 0) addFlat(sums, addLeafLines(packed2, sample2, grown, callers, base), value, position);
    else {
      if (seen[frame] !== callers) cumulative[frame] = cumulative[frame] + grown;
      addFlat(sums, frame, value, position);
    }
  }
  function addLeafLines({ sums, reader, ids }, sample2, value, callers, base) {
    const start = base + idsStart[sample2];
    const location = readLocation(reader, start, base + idsEnd[sample2]);
    addLines(ids, location, value, ++sums.sample, callers);
    return ids.lines[ids.lineStart[location]];
  }
  function addLines({ lineStart, lines }, location, value, stamp, callers) {
    const end2 = lineStart[location + 1];
    for (let line = lineStart[location]; line < end2; line++) {
      const frame = lines[line];
      if (seen[frame] === stamp || seen[frame] === callers) continue;
      seen[frame] = stamp;
      cumulative[frame] = cumulative[frame] + value;
    }
  }
  function end({ sums }) {
    for (let frame = 0; frame < sums.frames.frames.length; frame++)
      addTo(sums.cumulative, frame, cumulative[frame]);
  }
  return { begin, add, end };
}

// src/profile-diff/sums/frames.ts
function addFile(sums, input, position) {
  const { file, rename } = input;
  const { lineStart } = file.locations;
  const lines = internLines(sums.frames, file, rename);
  const nothing = internFrame(sums.frames, { function: noFrames, file: "", line: 0 });
  reserve(sums);
  const { dense } = file.locations.ids;
  const reader = samplesOf(file);
  addEach(sums, reader, input, position, { dense, lineStart, lines, nothing });
  refuseInexact(sums.totals.all);
  return reader;
}
var window = sampleWindow();
var packed = packedSums(window);
function addEach(sums, reader, input, position, ids) {
  const isPlain = input.filter === null && reader.pruning === null && reader.spend === null;
  const file = { sums, reader, ids, position, factor: input.measure.factor };
  packed.begin(file);
  do {
    const base = reader.cursor.position;
    const length = isPlain ? window.read(reader, input.column) : 0;
    packed.add(file, length, base);
    if (length === 0 && nextSample(reader)) addOne(sums, reader, input, position, ids);
  } while (reader.left > 0);
  packed.end(file);
}
function addOne(sums, sample2, { column, filter, measure }, position, { lineStart, lines, nothing }) {
  const value = sample2.values[column] * measure.factor;
  if (value === 0) return;
  addTotals(sums.totals, value, position);
  readStack(sample2);
  if (filter !== null && !filter(sample2)) return;
  const { locations, depth } = sample2;
  const leaf = depth === 0 ? nothing : lines[lineStart[locations[0]]];
  addFlat(sums, leaf, value, position);
  sums.sample++;
  if (depth === 0) addOnce(sums, nothing, position.sign * value);
  for (let index = 0; index < depth; index++) {
    const location = locations[index];
    const end = lineStart[location + 1];
    for (let line = lineStart[location]; line < end; line++)
      addOnce(sums, lines[line], position.sign * value);
  }
}
function addSamples(sums, { profile, filter }, position) {
  for (const { stack, value } of profile.samples) {
    addTotals(sums.totals, value, position);
    if (value === 0 || filter !== null && !filter(stack)) continue;
    const frames = stack.map((frame) => internFrame(sums.frames, frame));
    if (frames.length === 0) frames.push(internFrame(sums.frames, { function: noFrames, file: "", line: 0 }));
    if (sums.frames.frames.length > sums.flat.length) reserve(sums);
    for (const frame of new Set(frames)) addTo(sums.cumulative, frame, position.sign * value);
    addFlat(sums, frames.at(-1), value, position);
  }
  refuseInexact(sums.totals.all);
}

// src/profile-diff/sums/stacks.ts
function stackSums(granularity, steps) {
  return { frames: frameTable(granularity), stacks: stackTable(1 + steps), totals: { first: 0, all: 0 } };
}
function addFileStacks(sums, input, position) {
  const { file, column, measure, rename, filter } = input;
  const lines = internLines(sums.frames, file, rename);
  const frames = { at: new Int32Array(256) };
  const sample2 = samplesOf(file);
  while (nextSample(sample2)) {
    const value = sample2.values[column] * measure.factor;
    if (value === 0) continue;
    addTotals(sums.totals, value, position);
    readStack(sample2);
    if (filter !== null && !filter(sample2)) continue;
    const depth = expand(sample2, file.locations, lines, frames);
    addStack(sums, frames.at, depth, value, position);
  }
  refuseInexact(sums.totals.all);
}
function addSampleStacks(sums, { profile, filter }, position) {
  for (const { stack, value } of profile.samples) {
    addTotals(sums.totals, value, position);
    if (value === 0 || filter !== null && !filter(stack)) continue;
    const ids = Int32Array.from(stack, (frame) => internFrame(sums.frames, frame)).reverse();
    addStack(sums, ids, ids.length, value, position);
  }
  refuseInexact(sums.totals.all);
}
function grownStacks({
  frames,
  stacks
}) {
  const grown = [];
  for (let stack = 0; stack < stacks.length; stack++) {
    const value = stacks.values[stack * stacks.width];
    if (value === 0) continue;
    const start = stacks.offset[stack];
    const leafFirst = stacks.arena.subarray(start, start + stacks.depth[stack]);
    grown.push({ stack: Array.from(leafFirst, (id) => frames.frames[id]).reverse(), value });
  }
  return grown;
}
function addStack({ stacks }, frames, depth, value, { sign, moment }) {
  const row = internStack(stacks, frames, depth) * stacks.width;
  const add = (at, more) => {
    stacks.values[row + at] = stacks.values[row + at] + more;
  };
  add(0, sign * value);
  if (moment === null) return;
  if (moment > 0) add(moment, value);
  if (moment + 1 < stacks.width) add(moment + 1, -value);
}

// src/profile-diff/diff.ts
var granularities = ["function", "line", "stack"];
async function compare(request, kept2 = null) {
  const steps = request.moments.length > 2 ? request.moments.length - 1 : 0;
  const sums = sumsBy(request.by, steps);
  const { quantity, unit, isFound } = await addAll(request, (input, position) => {
    const reader = sums.add(input, position);
    kept2?.push(sums, input, reader);
  });
  const rows = sums.rows();
  const total = rows.reduce((sum, row) => sum + row.flat, 0);
  const of = sums.totals.first === 0 ? sums.totals.all : sums.totals.first;
  const series = steps > 0 ? { moments: steps + 1 } : {};
  const result = { schemaVersion: 1, quantity, unit, by: request.by, total, of, ...series, rows };
  return { result, isFound };
}
async function stacksOf(request, granularity) {
  const sums = stackSums(granularity, 0);
  const measure = await addAll(
    request,
    (input, { sign, isFirst }) => addStacks(sums, input, { sign, isFirst, moment: null })
  );
  const unit = ["bytes", "nanoseconds"].includes(measure.unit) ? measure.unit : "count";
  return { type: measure.type || measure.quantity, unit, stacks: grownStacks(sums) };
}
async function addAll(request, add) {
  const parts = partsOf(request);
  const formats2 = parts.map(({ source }) => naming(source, () => formOf(source)));
  const whole = formats2.some(({ name }) => name !== "pprof");
  const selection = await selectionOf(request);
  let sampling = null;
  let wanted = request.quantity === null ? null : wantedBy(request.quantity);
  let drops = null;
  let measure = null;
  for (const [index, { source, position }] of parts.entries()) {
    try {
      const opened2 = await openInput(source, formats2[index] ?? { name: "pprof" }, wanted, whole);
      const found = opened2.form === "pprof" ? opened2.measure : opened2.profile;
      refuseOtherUnit(measure, found.unit, parts[0]?.source.name ?? "");
      if (measure === null) {
        measure = found;
        wanted = { quantity: found.quantity, type: found.type, held: opened2.held };
        drops = opened2.form === "pprof" ? await dropsOf(opened2) : null;
      }
      sampling = refuseOtherPeriod(sampling, opened2, source.name);
      add(selection.select(withoutDropped(opened2, drops)), position);
    } catch (error) {
      throw named(source, error);
    }
  }
  const { quantity, unit, type } = measure ?? { quantity: "", unit: "", type: "" };
  return { quantity, unit, type, isFound: selection.isFound() };
}
function partsOf({ moments, base }) {
  const last = moments.length - 1;
  const isSeries = moments.length > 2;
  const own = moments.flatMap(
    (sources, moment) => sources.map((source) => {
      const sign = moment === last ? 1 : moment === 0 ? -1 : 0;
      return { source, position: { sign, moment: isSeries ? moment : null, isFirst: moment === 0 } };
    })
  );
  const taken = (sources, sign) => sources.map((source) => ({ source, position: { sign, moment: null, isFirst: false } }));
  const ofLast = own.filter(({ position }) => position.sign === 1);
  const others2 = own.filter(({ position }) => position.sign !== 1);
  return [...ofLast, ...others2, ...base === void 0 ? [] : [...taken(base[0], 1), ...taken(base[1], -1)]];
}
function withoutDropped(input, drops) {
  if (input.form !== "pprof" || drops === null) return input;
  return { ...input, file: pruned(input.file, drops, input.rename) };
}
async function dropsOf(input) {
  if (input.file.dropFrames === "") return null;
  return (await import("./selection-XYWIFWJC.mjs")).dropsOf(input.file);
}
async function selectionOf({ selected }) {
  if (selected === void 0 || Object.values(selected).every((one) => one === null))
    return { select: (input) => input, isFound: () => true };
  const { sampleFilter, selectionOf: selectionOf2, stackFilter } = await import("./selection-XYWIFWJC.mjs");
  const selection = selectionOf2(selected);
  let found = 0;
  const counting = (filter) => (one) => {
    const isIn = filter(one);
    if (isIn) found++;
    return isIn;
  };
  const select = (input) => input.form === "pprof" ? { ...input, filter: counting(sampleFilter(selection, input.file, input.rename)) } : { ...input, filter: counting(stackFilter(selection)) };
  return { select, isFound: () => found > 0 };
}
function sumsBy(by, steps) {
  if (by === "stack") {
    const sums2 = stackSums("function", steps);
    return {
      add: (input, position) => addStacks(sums2, input, position),
      rows: () => stackRows(sums2),
      totals: sums2.totals
    };
  }
  const sums = frameSums(by, steps);
  return {
    add: (input, position) => input.form === "pprof" ? addFile(sums, input, position) : addSamples(sums, input, position),
    rows: () => frameRows(sums),
    totals: sums.totals
  };
}
function addStacks(sums, input, position) {
  if (input.form === "pprof") addFileStacks(sums, input, position);
  else addSampleStacks(sums, input, position);
}
function naming(source, read) {
  try {
    return read();
  } catch (error) {
    throw named(source, error);
  }
}
function named({ name }, error) {
  if (!(error instanceof FormatError)) return error;
  return new FormatError(error.kind, `${name}: ${error.message}`, error.remedy, { cause: error });
}

// src/profile-diff/figures.ts
function figure(value, unit) {
  if (unit === "bytes") return scaled(value, byteUnits);
  if (unit === "nanoseconds") return scaled(value, timeUnits);
  return signed(String(value), value);
}
function percentage(value, of) {
  const ratio = of === 0 ? 0 : Math.abs(value / of) * 100;
  const sign = value < 0 ? "-" : "";
  if (ratio >= 99.95 && ratio <= 100.05) return `${sign}100%`;
  if (ratio >= 1) return `${sign}${ratio.toFixed(2)}%`;
  return ratio === 0 ? "0%" : `${sign}${Number(ratio.toPrecision(2))}%`;
}
var byteUnits = [
  ["TiB", 2 ** 40],
  ["GiB", 2 ** 30],
  ["MiB", 2 ** 20],
  ["KiB", 2 ** 10],
  ["B", 1]
];
var timeUnits = [
  ["h", 36e11],
  ["min", 6e10],
  ["s", 1e9],
  ["ms", 1e6],
  ["\xB5s", 1e3],
  ["ns", 1]
];
function scaled(value, units) {
  const [name, size2] = units.find(([, one]) => Math.abs(value) >= one) ?? units.at(-1);
  const text = (value / size2).toFixed(size2 === 1 ? 0 : 2).replace(/\.?0+$/, (zeros) => zeros[0] === "." ? "" : zeros.replace(/0+$/, ""));
  return `${signed(size2 === 1 ? String(value) : text, value)} ${name}`;
}
function signed(text, value) {
  return value > 0 ? `+${text}` : text;
}
function readLimit(text, unit) {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-zµ]*)\s*$/i.exec(text);
  if (match === null) return null;
  const [, digits2 = "", name = ""] = match;
  const size2 = name === "" ? 1 : limitUnits[unit]?.[name.toLowerCase()];
  return size2 === void 0 ? null : Number(digits2) * size2;
}
var limitUnits = {
  bytes: {
    ...{ b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 },
    ...{ kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 }
  },
  nanoseconds: { ns: 1, us: 1e3, \u00B5s: 1e3, ms: 1e6, s: 1e9, m: 6e10, min: 6e10, h: 36e11 }
};

// src/profile-diff/output.ts
import { gzipSync } from "node:zlib";
var mostFolded = 2 ** 27;
async function writeStacks(request, { folded, pprof }, write2) {
  if (folded !== void 0) write2(foldedText(await stacksOf(request, "function")), folded);
  if (pprof === void 0) return;
  const { writePprof } = await import("./write-5VDQHMXP.mjs");
  const { stacks, type, unit } = await stacksOf(request, "line");
  const samples = stacks.map(({ stack, value }) => ({ stack, values: [value] }));
  write2(gzipSync(writePprof([[type, unit]], samples)), pprof);
}
function foldedText({ stacks }) {
  const text = textBudget(mostFolded, "Write --pprof FILE instead: there each name stands once.");
  const lines = stacks.map(({ stack, value }) => {
    const names = stack.map((frame) => text(shortened(frame.function).replace(/[;\s\p{Cc}]+/gu, "_") || "_"));
    return `${names.length === 0 ? "_" : names.join(";")} ${value}`;
  });
  return `${lines.sort().join("\n")}${lines.length === 0 ? "" : "\n"}`;
}

// src/profile-diff/pair.ts
async function readMoments(paths, quantity, io, wait = null) {
  const folders = paths.map((path) => io.listFiles(path));
  const file = paths.find((_, index) => folders[index] === null);
  const folder = paths.find((_, index) => folders[index] !== null);
  if (folder === void 0) return (await openEach(paths, io, wait)).map((source) => [source]);
  if (file !== void 0)
    throw new ConfigError(`${file} is a file, ${folder} a folder.`, "Give two files or two folders.");
  const wanted = quantity ?? await preferredQuantity(folder, folders[paths.indexOf(folder)] ?? [], io);
  const moments = [];
  for (const [index, path] of paths.entries())
    moments.push(await holding(wanted, path, folders[index] ?? [], io));
  for (let index = 1; index < moments.length; index++) refuseUnpaired(moments, paths, index);
  return moments;
}
async function openEach(paths, io, wait) {
  const sources = [];
  for (const [index, path] of paths.entries()) {
    if (isServer(path) && paths.indexOf(path) < index) {
      if (wait === null && !/[?&]seconds=/.test(path)) throw namedTwice(path);
      await io.pause(wait ?? 0);
    }
    sources.push(await io.open(path));
  }
  return sources;
}
function isServer(path) {
  return /^https?:\/\//i.test(path);
}
function namedTwice(url) {
  return new ConfigError(
    `${url.replace(/\/\/[^/@]*@/, "//").split("?")[0]} is named twice, and would be read at one moment: nothing has grown then.`,
    "Use --wait 30s to have it read again after that time, or keep the first in a file: curl -o before.pb.gz URL."
  );
}
async function preferredQuantity(folder, files, io) {
  const held = [];
  for (const file of files) {
    const source = await io.open(`${folder}/${file}`);
    if (source.size > 0) held.push(...await quantitiesOf(source));
  }
  return held.includes("heap-bytes") ? "heap-bytes" : held.at(0) ?? "heap-bytes";
}
async function holding(quantity, folder, files, io) {
  const sources = [];
  for (const file of [...files].sort()) {
    const source = { ...await io.open(`${folder}/${file}`), name: file };
    if (source.size === 0 || (await quantitiesOf(source)).includes(quantity)) sources.push(source);
  }
  if (sources.length === 0) {
    throw new ConfigError(
      `${folder} holds no profile of ${quantity}.`,
      "Give folders with profiles as pprof writes them."
    );
  }
  const forms = ["pprof", "debug1", "debug2"];
  const form = forms.find((one) => sources.some((source) => formOf(source).name === one));
  const taken = form === void 0 ? sources : sources.filter((source) => formOf(source).name === form);
  const left = files.length - taken.length;
  io.stderr(
    `${folder}: ${taken.map(({ name }) => name).join(", ")}${left > 0 ? ` (${left} other files left out)` : ""}
`
  );
  return taken;
}
function refuseUnpaired(moments, paths, index) {
  const [before2 = [], after = []] = [moments[index - 1], moments[index]].map(
    (moment = []) => moment.map(({ name: name2 }) => name2)
  );
  const [first = "", second = ""] = [paths[index - 1], paths[index]];
  const lost = before2.find((name2) => !after.includes(name2));
  const come = after.find((name2) => !before2.includes(name2));
  if (lost === void 0 && come === void 0) return;
  const [name, has, misses] = lost === void 0 ? [come, second, first] : [lost, first, second];
  throw new ConfigError(
    `${has} holds ${name}, ${misses} does not: folders are compared file by file, by name.`,
    "Give the same process the same file name in both folders, or compare two files."
  );
}

// src/profile-diff/table.ts
var longestShown = 2e3;
function renderTable(result, top) {
  const { quantity, unit, by, rows, total } = result;
  if (rows.length === 0) return `${quantity}: nothing grew or shrank.
`;
  const shown = top === 0 ? rows : rows.slice(0, top);
  const lines = aligned([
    ["flat", "flat%", "cum", "cum%", ...stepNames(result), by],
    ...shown.map((row) => cells(row, result)),
    cells({ name: "total", flat: total, cumulative: total, ...stepTotals(result) }, result)
  ]);
  const hidden = rows.length - shown.length;
  const more = hidden > 0 ? `\u2026 and ${hidden} more ${hidden === 1 ? "row" : "rows"} (--top 0 shows all)
` : "";
  const count = rows.length === 1 ? "1 row" : `${rows.length} rows`;
  return `${lines.join("\n")}
${more}${quantity}: ${figure(total, unit)} in all, ${count} by ${by}.
`;
}
function cells({ name, flat, cumulative, steps = [] }, { unit, of }) {
  return [
    ...[flat, cumulative].flatMap((value) => [figure(value, unit), percentage(value, of)]),
    ...steps.map((step) => figure(step, unit)),
    printable2(name)
  ];
}
function stepNames({ moments = 2 }) {
  return moments === 2 ? [] : Array.from({ length: moments - 1 }, (_, step) => `step ${step + 1}`);
}
function stepTotals({ moments = 2, rows }) {
  if (moments === 2) return {};
  const sum = (step) => rows.reduce((total, row) => total + (row.steps?.[step] ?? 0), 0);
  return { steps: Array.from({ length: moments - 1 }, (_, step) => sum(step)) };
}
function aligned(rows) {
  const last = (rows[0]?.length ?? 1) - 1;
  const widths = Array.from(
    { length: last },
    (_, column) => rows.reduce((width, row) => Math.max(width, (row[column] ?? "").length), 0)
  );
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "));
}
function printable2(name) {
  const short = name.length <= longestShown ? name : `${name.slice(0, longestShown)}\u2026`;
  return short.replace(new RegExp("\\p{Cc}|\\p{Bidi_Control}", "gu"), "\uFFFD");
}

// src/profile-diff/warm-up.ts
var worthIt = 25e4;
async function warmUp(sources, by) {
  if (sources.reduce((sum, { size: size2 }) => sum + size2, 0) < worthIt) return;
  const tiny = sourceOf("", oneOfEverything);
  for (let time = 0; time < 2; time++) {
    await compare({ moments: [[tiny], [tiny]], quantity: null, by }, kept);
  }
}
var kept = [];
var oneOfEverything = Buffer.from(
  [
    "CgQIARACEgwKB6wCoJwBrAISAQUSDQoIoJwBoJwBrAISAQUSCwoGAaCcAawCEgEFEgwKBwGgnAEBrAISAQYiCgignAEiBAgBEAUS",
    "EQoEAQKsAhICgAUaBQgCGIAFIhAIARABGJyWqAIiBQgBEPQDEhUKBAICAQESBYCAgIAEGgYIAhiAgEASBgoBARIBABIQCgICARIK",
    "////////////ARIFCgASAQEiGAgCEAEY7/229Y3gHyIECAEQBSIECAIQBSIFCKwCEAEaEQgBEICAgAIYgIC39Y3gHygIKgsIARAD",
    "GAMgBCisAioICAIQBhgHIAQyADILaW51c2Vfc3BhY2UyBWJ5dGVzMgttYWluLmZbLi4uXTIML3NyYy9tYWluLmdvMgVzcGFjZTIG",
    "bWFpbi5nMg1fWk4zZm9vM2JhckV2MggvYmluL2FwcEiAgKix45/nyxdQBVoECAUQAmCAgCBwAQ=="
  ].join(""),
  "base64"
);

// src/profile-diff/command.ts
async function runDiff(options, io) {
  const by = oneOf(granularities, options.by ?? "function", "--by");
  const order = oneOf(orders, options.sort ?? "flat", "--sort");
  const top = rowCount(options.top ?? 20);
  const base = basePair(options.base);
  const quantity = options.quantity ?? null;
  const request = {
    moments: await momentsOf(options, io),
    ...base === null ? {} : { base: pairOf(await readMoments(base, quantity, io)) },
    quantity,
    selected: selectedOf(options)
  };
  await warmUp(request.moments.flat(), by);
  const { result: compared, isFound } = await compare({ ...request, by });
  const result = order === "flat" ? compared : { ...compared, rows: compared.rows.toSorted(byOrder(order)) };
  if (!isFound) io.stderr(`Not one sample is among what ${flagsOf(options)} leaves: check how it is spelt.
`);
  else if (result.rows.length === 0) hint(options.profiles, io);
  const limit = limitOf(options.failAbove, result);
  if (![options.json, options.folded, options.pprof].includes("-")) io.stdout(renderTable(result, top));
  if (options.json !== void 0) write(`${JSON.stringify(result)}
`, options.json, io);
  await writeStacks(request, options, (text, path) => write(text, path, io));
  return { result, failed: exceeds(result, limit, options.failAbove, io) };
}
function hint(paths, io) {
  const last = paths.at(-1) ?? "";
  if (/^https?:.*\/(?:heap|allocs)(?:\?|$)/i.test(last) && !/[?&]gc=/.test(last))
    io.stderr("A heap profile is as old as the last garbage collection: add ?gc=1 to the address.\n");
}
function flagsOf({ focus, ignore, tagfocus, tagignore }) {
  return Object.entries({ focus, ignore, tagfocus, tagignore }).flatMap(([flag, given]) => given ? [`--${flag} ${given}`] : []).join(" ");
}
function selectedOf({ focus, ignore, tagfocus, tagignore }) {
  return {
    focus: focus || null,
    ignore: ignore || null,
    tagFocus: tagfocus || null,
    tagIgnore: tagignore || null
  };
}
async function momentsOf(options, io) {
  const { profiles, diffBase = [], base } = options;
  const quantity = options.quantity ?? null;
  const wait = waitOf(options.wait);
  if ([...profiles, ...diffBase, ...base ?? []].filter((path) => path === "-").length > 1)
    throw new ConfigError(
      "Standard input can be read only once.",
      "Give - for only one of the profiles, and files or URLs for the others."
    );
  if (diffBase.length > 0) {
    if (profiles.length === 0)
      throw new ConfigError(
        "There is no profile to compare.",
        "Give the profiles to compare: leakdiff diff BEFORE AFTER."
      );
    const paths = [...diffBase, ...profiles];
    if (diffBase.length === 1 && profiles.length === 1) return readMoments(paths, quantity, io, wait);
    const sources = await openEach(paths, io, wait);
    return [sources.slice(0, diffBase.length), sources.slice(diffBase.length)];
  }
  if (profiles.length < 2)
    throw new ConfigError(
      "One profile alone cannot be compared.",
      "Give BEFORE and AFTER, or --diff-base BEFORE AFTER."
    );
  if (profiles.length > 2 && base !== void 0)
    throw new ConfigError(
      "--base subtracts the growth between two profiles, not that of a series.",
      "Give BEFORE and AFTER."
    );
  return readMoments(profiles, quantity, io, wait);
}
function waitOf(given) {
  if (given === void 0) return null;
  const wait = readLimit(given, "nanoseconds");
  if (wait === null || !/[a-z]/i.test(given))
    throw new ConfigError(`--wait ${given} is not a time.`, "Use --wait 30s, or --wait 5min.");
  return wait / 1e6;
}
function pairOf(moments) {
  return [moments[0] ?? [], moments[1] ?? []];
}
function write(text, path, io) {
  if (path === "-") io.stdout(text);
  else io.writeFile(path, text);
}
function limitOf(given, { unit }) {
  if (given === void 0) return null;
  const limit = readLimit(given, unit);
  if (limit !== null) return limit;
  throw new ConfigError(
    `--fail-above ${given} is not a number of ${unit}.`,
    unit === "bytes" ? "Use --fail-above 1MB, or a number of bytes." : "Use a number, as --fail-above 10."
  );
}
function exceeds({ quantity, unit, total }, limit, given = "", io) {
  if (limit === null || total <= limit) return false;
  io.stderr(`${quantity} grew by ${figure(total, unit).replace("+", "")}, more than --fail-above ${given}.
`);
  return true;
}
function oneOf(known, given, flag) {
  const found = known.find((one) => one === given);
  if (found === void 0)
    throw new ConfigError(`${flag} ${given} is not known.`, `Use one of ${known.join(", ")}.`);
  return found;
}
function rowCount(given) {
  const count = typeof given === "number" ? given : /^\d{1,9}$/.test(given) ? Number(given) : -1;
  if (!Number.isSafeInteger(count) || count < 0)
    throw new ConfigError(`--top ${given} is not a number of rows.`, "Use --top 20, or --top 0 for all.");
  return count;
}
function basePair(base) {
  if (base === void 0) return null;
  if (base.length !== 2) {
    throw new ConfigError(
      `--base takes two files or folders, not ${base.length}.`,
      "Use --base BEFORE AFTER."
    );
  }
  return base;
}

// src/cli/profiles/files.ts
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync
} from "node:fs";
import { join } from "node:path";
function nodeIo(headers2 = []) {
  return {
    open: async (path) => {
      if (path === "-") return sourceOf("standard input", await readStream(process.stdin, "standard input"));
      if (/^https?:\/\//i.test(path)) return (await import("./url-E3YJE2VT.mjs")).openUrl(path, headers2);
      return explained(path, "read", () => openFile(path));
    },
    listFiles: (path) => path === "-" || /^https?:\/\//i.test(path) ? null : explained(path, "read", () => statSync(path).isDirectory() ? filesBelow(path) : null),
    pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    writeFile: (path, text) => explained(path, "written", () => writeFileSync(path, text)),
    stdout: (text) => typeof text === "string" ? out(text) : void process.stdout.write(text),
    stderr: err
  };
}
function openFile(path) {
  const fd = openSync(path, "r");
  const found = fstatSync(fd);
  if (!found.isFile()) {
    closeSync(fd);
    return sourceOf(path, readFileSync(path));
  }
  return {
    name: path,
    size: found.size,
    read: (start, length) => {
      const bytes = Buffer.allocUnsafeSlow(Math.min(length, Math.max(0, found.size - start)));
      let read = 0;
      while (read < bytes.length) {
        const more = readSync(fd, bytes, read, bytes.length - read, start + read);
        if (more === 0) break;
        read += more;
      }
      return bytes.subarray(0, read);
    }
  };
}
function filesBelow(folder) {
  const below = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return below.filter((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile());
}
var permissions = "Check the path and its permissions.";
function explained(path, verb, act) {
  try {
    return act();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const remedy = /^[\w.-]+:\d+\//.test(path) ? `Use http://${path} if it is a server.` : permissions;
    throw new UserError(`${path} cannot be ${verb}: ${why}.`, remedy, { cause });
  }
}

// src/cli/diff.ts
async function diffCommand(profiles, flags) {
  compileLess();
  outliveReader();
  const { failed } = await runDiff(optionsOf(profiles, flags), nodeIo(flags.header));
  return failed ? exitStatus.fail : exitStatus.pass;
}
function optionsOf(paths, flags) {
  const { cum, lines, functions, sampleIndex, nodecount, top: given, ...options } = flags;
  const isPath = typeof given === "string" && given !== "" && !/^-?\d|^all$/.test(given);
  const profiles = isPath ? [given, ...paths] : paths;
  const top = isPath || given === true ? nodecount : given ?? nodecount;
  return {
    ...options,
    profiles,
    ...top === void 0 ? {} : { top },
    quantity: flags.quantity ?? sampleIndex,
    by: flags.by ?? (lines ? "line" : functions ? "function" : void 0),
    sort: flags.sort ?? (cum ? "cum" : void 0)
  };
}
function compileLess() {
  if (Number.parseInt(process.version.slice(1), 10) <= 24)
    setFlagsFromString("--max-inlined-bytecode-size=60 --no-turbo-loop-peeling");
}
function outliveReader() {
  process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}
export {
  diffCommand
};
