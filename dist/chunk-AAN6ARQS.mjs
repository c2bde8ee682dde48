import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  FormatError
} from "./chunk-COKKKYYG.mjs";

// src/profile/formats/pprof/refusal.ts
function broken(problem, options) {
  return new FormatError(
    "broken",
    `The profile is damaged: ${problem}.`,
    "Write it again, and check that the writer ended and the disk or the transfer did not cut it short.",
    options
  );
}
function notPprof(problem) {
  return new FormatError(
    "not-this-format",
    `This is not a pprof profile: ${problem}.`,
    'Give a file as pprof.WriteHeapProfile, pprof.Lookup("goroutine").WriteTo or /debug/pprof/heap write it.'
  );
}
function unsupported(problem, remedy) {
  return new FormatError("not-supported", `The profile cannot be read: ${problem}.`, remedy);
}
function tooLarge() {
  return unsupported(
    "it would take more than 1 GB of memory",
    "Check that the file is what it seems to be; a profile with fewer stacks or names can be read."
  );
}

// src/profile/formats/pprof/wire/strings.ts
function stringsOf({ bytes, strings }) {
  return { bytes, ranges: strings, decoded: new Array(strings.length).fill(void 0) };
}
function stringAt(strings, index) {
  const { bytes, ranges, decoded } = strings;
  const known = decoded[checkString(strings, index)];
  if (known !== void 0) return known;
  const text = bytes.toString("utf8", ranges.at[2 * index], ranges.at[2 * index + 1]);
  decoded[index] = text;
  return text;
}
function checkString({ ranges }, index) {
  return checkIndex(ranges.length, index);
}
function checkIndex(count, index) {
  if (!(index >= 0 && index < count)) throw broken(`string ${index} is named, there are ${count}`);
  return index;
}
function isEmptyString(strings, index) {
  const { at } = strings.ranges;
  return at[2 * checkString(strings, index)] === at[2 * index + 1];
}

// src/profile/formats/pprof/stacks/frame-table.ts
import { posix } from "node:path";
function frameTable(granularity) {
  return { granularity, frames: [], ids: /* @__PURE__ */ new Map(), texts: /* @__PURE__ */ new Map() };
}
function internFrame(table, frame) {
  const byLine = table.granularity === "line";
  const key = byLine ? `${textId(table, frame.function)}:${textId(table, frame.file)}:${frame.line}` : frame.function;
  const known = table.ids.get(key);
  if (known !== void 0) return known;
  const id = table.frames.length;
  if (id >= mostFrames) throw tooManyFrames();
  table.frames.push(byLine ? frame : { function: frame.function, file: "", line: 0 });
  table.ids.set(key, id);
  return id;
}
var mostFrames = 1e6;
function tooManyFrames() {
  return unsupported(
    `it names more than ${mostFrames.toLocaleString("en")} different functions or lines`,
    "Compare it by function, or check that the file is what it seems to be."
  );
}
function textId({ texts }, text) {
  const id = texts.get(text) ?? texts.size;
  texts.set(text, id);
  return id;
}
function internLines(table, file, rename) {
  return table.granularity === "function" ? functionIds(table, file, rename) : lineIds(table, file, rename);
}
function functionIds(table, file, rename) {
  const { functionOf, binaryOf } = file.locations;
  const ids = new Int32Array(lineCount(file));
  const byFunction = new Int32Array(file.functions.names.length).fill(-1);
  const names = readableNames(file, rename);
  for (let line = 0; line < ids.length; line++) {
    const at = functionOf[line];
    if (at < 0 || names[at] === "") ids[line] = internFrame(table, binaryFrame(binaryOf.get(line)));
    else {
      const known = byFunction[at];
      ids[line] = known < 0 ? internFrame(table, { function: names[at], file: "", line: 0 }) : known;
      byFunction[at] = ids[line];
    }
  }
  return ids;
}
function lineIds(table, file, rename) {
  const { functionOf, lineOf, binaryOf } = file.locations;
  const ids = new Int32Array(lineCount(file));
  const names = readableNames(file, rename);
  const paths = /* @__PURE__ */ new Map();
  for (let line = 0; line < ids.length; line++) {
    const at = functionOf[line];
    const frame = { function: names[at] ?? "", file: pathOf(file, at, paths), line: lineOf[line] };
    const isUnknown = frame.function === "" && frame.file === "" && frame.line === 0;
    ids[line] = internFrame(table, isUnknown ? binaryFrame(binaryOf.get(line)) : frame);
  }
  return ids;
}
function lineCount({ locations }) {
  return locations.lineStart[locations.lineStart.length - 1];
}
function readableNames({ functions, strings }, rename) {
  const { names, raw } = functions;
  const made = /* @__PURE__ */ new Map();
  const readable = [];
  for (let at = 0; at < names.length; at++) {
    const index = names[at];
    const name = raw[at] === 1 ? made.get(index) ?? rename(stringAt(strings, index)) : stringAt(strings, index);
    if (raw[at] === 1) made.set(index, name);
    readable.push(name);
  }
  return readable;
}
function pathOf({ functions, strings }, at, made) {
  if (at < 0) return "";
  const index = functions.files[at];
  const path = made.get(index) ?? normalised(stringAt(strings, index));
  made.set(index, path);
  return path;
}
function normalised(path) {
  return path === "" ? "" : posix.normalize(path);
}
function binaryFrame(binary = "") {
  return { function: binary === "" ? "<unknown>" : `[${posix.basename(binary)}]`, file: "", line: 0 };
}

export {
  broken,
  notPprof,
  unsupported,
  tooLarge,
  stringsOf,
  stringAt,
  checkString,
  checkIndex,
  isEmptyString,
  frameTable,
  internFrame,
  internLines,
  readableNames
};
