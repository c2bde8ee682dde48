import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  FormatError
} from "./chunk-EEIPMXOZ.mjs";

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
function beginsBracket({ bytes, ranges }, index) {
  const first = bytes[ranges.at[2 * index]];
  return first === 60 || first === 40;
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

// src/profile/formats/pprof/wire/wire.ts
function cursorOf(bytes, position = 0, end = bytes.length) {
  const cursor = { bytes, position: -1, end: -1 };
  cursor.position = position;
  cursor.end = end;
  return cursor;
}
var wireTypes = ["v", "8", "b", "(", ")", "4"];
var deepestGroup = 100;
var firstNumber = 8;
function readVarint(cursor) {
  const { position } = cursor;
  const byte = position < cursor.end ? cursor.bytes[position] : 128;
  if (byte < 128) {
    cursor.position = position + 1;
    return byte;
  }
  const short = readShort(cursor);
  return short < 0 ? readLongVarint(cursor) : short;
}
function readShort(cursor) {
  const { bytes, end } = cursor;
  let position = cursor.position;
  let value = 0;
  for (let shift = 0; shift < 28 && position < end; shift += 7) {
    const byte = bytes[position++];
    value |= (byte & 127) << shift;
    if (byte < 128) {
      cursor.position = position;
      return value;
    }
  }
  return -1;
}
function readNumbers(cursor, end, fields, shape) {
  const outer = cursor.end;
  const { bytes } = cursor;
  const beyond = 8 * fields.length;
  cursor.end = end;
  for (let field = 1; field < fields.length; field++) fields[field] = 0;
  while (cursor.position < end) {
    const tag = bytes[cursor.position];
    if ((tag & 7) === 0 && tag > 7 && tag < beyond) {
      cursor.position++;
      const short = readShort(cursor);
      fields[tag >>> 3] = short < 0 ? readLong(cursor, tag === firstNumber ? folded : signed) : short;
    } else skipField(cursor, readVarint(cursor), shape);
  }
  cursor.end = outer;
}
function skipVarint(cursor) {
  const { bytes, end } = cursor;
  const last = Math.min(end, cursor.position + 10);
  let position = cursor.position;
  while (position < last && bytes[position] > 127) position++;
  if (position >= last) throw pastEnd(cursor);
  cursor.position = position + 1;
}
function readLongVarint(cursor) {
  const { bytes, end } = cursor;
  let position = cursor.position;
  let value = 0;
  for (let index = 0; index < 10; index++) {
    if (position >= end) throw pastEnd(cursor);
    const byte = bytes[position++];
    value += index < 4 ? (byte & 127) << 7 * index : (byte & 127) * 2 ** (7 * index);
    if (byte < 128) {
      if (value > Number.MAX_SAFE_INTEGER)
        throw broken(`a length or an index beyond 2^53 at byte ${cursor.position}`);
      cursor.position = position;
      return value;
    }
  }
  throw pastEnd(cursor);
}
function readInt64(cursor) {
  const short = readShort(cursor);
  return short < 0 ? readLong(cursor, signed) : short;
}
function readId(cursor) {
  const short = readShort(cursor);
  return short < 0 ? readLong(cursor, folded) : short;
}
function readLong(cursor, numberOf) {
  const { bytes, end } = cursor;
  let position = cursor.position;
  let low = 0;
  let middle = 0;
  let high = 0;
  for (let index = 0; index < 10; index++) {
    if (position >= end) throw pastEnd(cursor);
    const byte = bytes[position++];
    const digit = (byte & 127) << 7 * (index & 3);
    if (index < 4) low += digit;
    else if (index < 8) middle += digit;
    else high += digit;
    if (byte < 128) {
      cursor.position = position;
      return numberOf(low, middle, high & 255);
    }
  }
  throw pastEnd(cursor);
}
function pastEnd({ position, end }) {
  if (end - position >= 10) return broken(`a number longer than 10 bytes at byte ${position}`);
  return broken(`a number runs past its end at byte ${end}`);
}
function folded(low, middle, high) {
  const beyond = high << 4 | middle >>> 24;
  return (beyond === 0 ? 0 : 2 ** 52) + (middle & 16777215) * 2 ** 28 + (low ^ beyond << 16);
}
function signed(low, middle, high) {
  if (high < 128) return high * 2 ** 56 + middle * 2 ** 28 + low;
  const mask = 2 ** 28 - 1;
  return -((255 - high) * 2 ** 56 + (mask - middle) * 2 ** 28 + (mask - low) + 1);
}
function readEnd(cursor) {
  const length = readVarint(cursor);
  const end = cursor.position + length;
  if (end > cursor.end) {
    throw broken(
      `${length} bytes are announced at byte ${cursor.position}, ${cursor.end - cursor.position} are left`
    );
  }
  return end;
}
function skipField(cursor, tag, shape) {
  const expected = shape[(tag >>> 3) - 1];
  const found = wireTypes[tag & 7];
  if (expected !== void 0 && expected !== found && !(expected === "n" && (found === "v" || found === "b"))) {
    throw broken(`field ${tag >>> 3} is of wire type ${tag & 7} at byte ${cursor.position}`);
  }
  const open = [];
  skipValue(cursor, tag, open);
  while (open.length > 0) skipValue(cursor, readVarint(cursor), open);
}
function skipValue(cursor, tag, open) {
  const field = Math.floor(tag / 8);
  if (field === 0 || field >= 2 ** 29) throw broken(`there is no field ${field} (byte ${cursor.position})`);
  const kind = wireTypes[tag % 8];
  if (kind === "v") skipVarint(cursor);
  else if (kind === "b") cursor.position = readEnd(cursor);
  else if (kind === "8") skipFixed(cursor, 8);
  else if (kind === "4") skipFixed(cursor, 4);
  else if (kind === "(" && open.length < deepestGroup) open.push(field);
  else if (kind !== ")" || open.pop() !== field)
    throw broken(`wire type ${tag % 8} at byte ${cursor.position}`);
}
function skipFixed(cursor, size) {
  cursor.position += size;
  if (cursor.position > cursor.end) throw broken(`a fixed number runs past its end at byte ${cursor.end}`);
}

export {
  broken,
  notPprof,
  unsupported,
  tooLarge,
  cursorOf,
  readVarint,
  readNumbers,
  skipVarint,
  readInt64,
  readId,
  readEnd,
  skipField,
  stringsOf,
  stringAt,
  checkString,
  checkIndex,
  isEmptyString,
  beginsBracket,
  frameTable,
  internFrame,
  mostFrames,
  internLines,
  readableNames
};
