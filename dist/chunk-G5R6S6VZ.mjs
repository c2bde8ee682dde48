import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  quantities
} from "./chunk-S35DHJLG.mjs";
import {
  FormatError
} from "./chunk-K5E42S7M.mjs";

// src/profile/formats/pprof/names.ts
function pprofName(name) {
  if (!looksLikeCpp(name)) return name;
  return withoutMatching(withoutMatching(name, "(", ")"), "<", ">");
}
var cppSigns = ["[", "]", "<", ">", "::"];
function looksLikeCpp(name) {
  return cppSigns.some((sign) => name.includes(sign)) && !name.includes(".<") && !name.includes("]).");
}
function withoutMatching(name, open, close) {
  let kept2 = "";
  let from = 0;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === open && depth++ === 0) {
      kept2 += name.slice(from, at);
      from = at;
    } else if (name[at] === close) {
      if (depth === 0) break;
      if (--depth === 0) from = at + 1;
    }
  }
  return kept2 + name.slice(from);
}
function goPrintName(name) {
  const open = name.indexOf("[");
  const close = name.lastIndexOf("]");
  return open < 0 || close <= open ? name : `${name.slice(0, open)}[...]${name.slice(close + 1)}`;
}

// src/profile/formats/pprof/inflate.ts
import { gunzipSync } from "node:zlib";

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

// src/profile/formats/pprof/inflate.ts
var inflateLimit = 2 ** 31 - 1;
function inflate(bytes, limit = inflateLimit) {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (input.length === 0) throw broken("it is empty");
  if (startsWith(input, [40, 181, 47, 253])) {
    throw unsupported(
      "it is compressed by zstd",
      "Decompress it (zstd -d), or write it with gzip as Go does."
    );
  }
  const most = Math.min(limit, inflateLimit);
  const inflated = startsWith(input, [31, 139]) ? gunzip(input, most) : input;
  if (inflated.length > most) throw tooLarge(most);
  if (inflated.length === 0) throw broken("it is empty once inflated");
  return inflated;
}
function gunzip(input, limit) {
  try {
    return gunzipSync(input, { chunkSize: chunkSize(input, limit), maxOutputLength: limit });
  } catch (cause) {
    if (cause.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limit);
    throw broken(`its gzip stream cannot be inflated (${cause instanceof Error ? cause.message : cause})`, {
      cause
    });
  }
}
function chunkSize(input, limit) {
  const claimed = input.length < 18 ? 0 : input.readUInt32LE(input.length - 4);
  return Math.max(1 << 16, Math.min(claimed + 1, input.length * 64, limit));
}
function startsWith(input, magic) {
  return magic.every((byte, at) => input[at] === byte);
}
function tooLarge(limit) {
  return unsupported(
    `it holds more than ${limit} bytes once inflated`,
    "Record fewer stacks (a larger GODEBUG=memprofilerate), or check that the file is what it seems to be."
  );
}

// src/profile/formats/task-stack.ts
function taskStack(stack) {
  let leaf = stack.length;
  while (leaf > 0 && isRuntime(stack[leaf - 1].function)) leaf--;
  const shown = stack.slice(0, leaf).filter(isShown);
  if (shown.length > 0) return shown;
  const exported = stack.filter(isShown);
  return exported.length > 0 ? exported : stack.filter((frame) => frame.function !== "runtime.goexit");
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
    known.get(key)?.ids.push(...attributes.ids ?? []);
    known.get(key)?.parents.push(...attributes.parents ?? []);
  }
  for (const [key, { ids, parents }] of known) {
    const group = groups.get(key);
    if (group === void 0) continue;
    group.attributes = { ...group.attributes, ids, ...parents.length === 0 ? {} : { parents } };
  }
  const samples = [...groups.values()].filter(({ value }) => value !== 0);
  return { quantity: "tasks", unit: "tasks", exact: true, total, samples: samples.map(withoutEmpty) };
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

// src/profile/formats/goroutine-text/counts.ts
function parseCounts(text) {
  const [header = "", ...records] = text.split("\n");
  const total = Number(header.slice("goroutine profile: total ".length));
  if (!text.endsWith("\n\n") && !(total === 0 && text.endsWith("\n")))
    throw brokenDump("it ends in the middle of a stack");
  const tasks = readRecords(records);
  const counted = tasks.reduce((sum, { value }) => sum + value, 0);
  if (counted !== total) throw brokenDump(`it announces ${total} goroutines and holds ${counted}`);
  return taskProfile(tasks);
}
function readRecords(lines) {
  const tasks = [];
  let leafFirst = [];
  let value = null;
  for (const line of lines) {
    if (line === "") {
      if (value !== null) tasks.push({ stack: leafFirst.reverse(), value });
      value = null;
      leafFirst = [];
    } else if (line.startsWith("#")) {
      const frame = readFrame(line);
      if (frame !== null) leafFirst.push(frame);
    } else {
      if (value !== null) throw brokenDump(`a stack ends in ${quoted(line)}`);
      value = readCount(line);
    }
  }
  return tasks;
}
function readCount(line) {
  const match = /^(\d{1,15}) @(?: |$)/.exec(line);
  if (match === null) throw brokenDump(`${quoted(line)} is no count of a stack`);
  return Number(match[1]);
}
function readFrame(line) {
  if (!line.startsWith("#	")) return null;
  const parts = line.split("	").filter((part) => part !== "");
  if (parts.length === 2) return null;
  const [, , symbol = "", place = ""] = parts;
  const name = symbol.slice(0, symbol.lastIndexOf("+0x"));
  const colon = place.lastIndexOf(":");
  const number = Number(place.slice(colon + 1));
  if (parts.length !== 4 || name === "" || colon < 1 || !Number.isSafeInteger(number)) {
    throw brokenDump(`${quoted(line)} is no frame`);
  }
  return { function: goPrintName(name), file: place.slice(0, colon), line: number };
}
function quoted(line) {
  return JSON.stringify(line.slice(0, 80));
}

// src/profile/formats/goroutine-text/frame-lines.ts
function functionName(line) {
  const open = line.lastIndexOf("(");
  if (open <= 0 || !line.endsWith(")")) return null;
  const name = line.slice(0, open);
  return name === "panic" ? "runtime.gopanic" : goPrintName(name);
}
function frameAt(name, fileLine) {
  if (!fileLine.startsWith("	")) return null;
  const place = withoutOffset(fileLine.slice(1));
  const colon = place.lastIndexOf(":");
  const line = Number(place.slice(colon + 1));
  return colon < 1 || !Number.isSafeInteger(line) || line < 0 ? null : { function: name, file: place.slice(0, colon), line };
}
function withoutOffset(place) {
  const registers = place.lastIndexOf(" fp=0x");
  const shown = registers < 0 ? place : place.slice(0, registers);
  const offset = /[ +](?:\+0x[0-9a-f]+|pc=0x[0-9a-f]+)$/.exec(shown.slice(-40));
  return offset === null ? shown : shown.slice(0, shown.length - offset[0].length);
}

// src/profile/formats/goroutine-text/dump.ts
function parseDump(text) {
  if (!text.endsWith("\n")) throw brokenDump("it ends in the middle of a line");
  const blocks = text.trimEnd().split("\n\n");
  return taskProfile(blocks.map((block, index) => readBlock(block.split("\n"), index === blocks.length - 1)));
}
function readBlock(lines, isLast) {
  const header = readHeader(lines[0] ?? "");
  const leafFirst = [];
  let createdBy;
  let ended = false;
  let at = 1;
  while (at < lines.length && !ended) {
    const line = lines[at];
    ended = line.startsWith("[originating from goroutine ");
    if (line.startsWith("created by ")) createdBy = readCreator(line, lines[at + 1]);
    else if (!ended) pushFrame(leafFirst, line, lines[at + 1]);
    at += isSingle(line) ? 1 : 2;
  }
  const whole = createdBy !== void 0 || ended || header.id === 1 || header.locked;
  if (isLast && !whole) throw brokenDump(`it ends within goroutine ${header.id}`);
  const ancestry = ended ? readAncestry(lines.slice(at)) : [];
  const parent = ended ? /^\[originating from goroutine (\d{1,15})\]/.exec(lines[at - 1] ?? "")?.[1] : void 0;
  const attributes = {
    ...header.attributes,
    ...createdBy === void 0 ? {} : { createdBy },
    ...ancestry.length === 0 ? {} : { ancestry, ids: [header.id] },
    ...ancestry.length === 0 || parent === void 0 ? {} : { parents: [Number(parent)] }
  };
  return { stack: leafFirst.reverse(), value: 1, attributes };
}
function readHeader(line) {
  const match = /^goroutine (\d{1,15})(?: gp=\S+ m=\S+(?: mp=\S+)?)? \[(.+)\]:$/.exec(line);
  if (match === null) throw brokenDump(`${JSON.stringify(line.slice(0, 80))} is no goroutine's first line`);
  const [, id, status = ""] = match;
  const labels = status.indexOf(" labels:{");
  const [state = "", ...notes] = (labels < 0 ? status : status.slice(0, labels)).split(", ");
  const minutes = notes.map((note) => /^(\d{1,15}) minutes$/.exec(note)?.[1]).find((found) => found !== void 0);
  const attributes = { state: state.replace(/ \((?:scan|durable)\)/g, "") };
  return {
    id: Number(id),
    attributes: minutes === void 0 ? attributes : { ...attributes, minutes: Number(minutes) },
    locked: notes.includes("locked to thread")
  };
}
function isSingle(line) {
  return line.startsWith("...") || line.startsWith("non-Go function at pc=") || /^[\t[]/.test(line);
}
function pushFrame(leafFirst, line, below) {
  if (line.startsWith("...")) leafFirst.push({ function: "(frames elided)", file: "", line: 0 });
  else if (line.startsWith("	")) leafFirst.push({ function: `(${line.trim()})`, file: "", line: 0 });
  else if (!isSingle(line)) leafFirst.push(readFrame2(functionName(line) ?? line, below));
}
function readFrame2(name, below) {
  const frame = frameAt(name, below ?? "");
  if (frame === null)
    throw brokenDump(`${JSON.stringify(name.slice(0, 80))} stands without its file and line`);
  return frame;
}
function readCreator(line, below) {
  const name = line.slice("created by ".length).replace(/ in goroutine \d{1,20}$/, "");
  return readFrame2(name, below);
}
function readAncestry(lines) {
  const leafFirst = [[]];
  for (let at = 0; at < lines.length; at += 2) {
    const line = lines[at];
    if (line.startsWith("[originating from goroutine ")) leafFirst.push([]);
    if (isSingle(line)) at--;
    else if (line.startsWith("created by ")) readCreator(line, lines[at + 1]);
    else leafFirst.at(-1)?.push(readFrame2(functionName(line) ?? line, lines[at + 1]));
  }
  return leafFirst.map((stack) => stack.reverse()).filter((stack) => stack.length > 0);
}

// src/profile/formats/goroutine-text/parse.ts
var dumpLimit = 64 * 2 ** 20;
var textLimit = 256 * 2 ** 20;
function goroutineTextForm(bytes) {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256)).toString("latin1");
  if (head.startsWith("goroutine profile: total ")) return "debug1";
  return /^goroutine \d+ [^\n]*\[/.test(head) ? "debug2" : null;
}
function parseGoroutineText(bytes) {
  const inflated = inflate(bytes, textLimit);
  const form = goroutineTextForm(inflated);
  if (form === null) throw notDump();
  if (form === "debug2" && inflated.length === dumpLimit) throw brokenDump("the runtime cut it at 64 MiB");
  const text = inflated.toString("utf8");
  return form === "debug1" ? parseCounts(text) : parseDump(text);
}

// src/profile/formats/pprof/id-index.ts
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
  return id < dense.length ? dense[id] : sparse.get(id) ?? -1;
}

// src/profile/formats/pprof/strings.ts
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
  if (index >= count) throw broken(`string ${index} is named, there are ${count}`);
  return index;
}
function isEmptyString(strings, index) {
  const { at } = strings.ranges;
  return at[2 * checkString(strings, index)] === at[2 * index + 1];
}

// src/profile/formats/pprof/wire.ts
function cursorOf(bytes, position = 0, end = bytes.length) {
  return { bytes, position, end };
}
var wireTypes = ["v", "8", "b", "(", ")", "4"];
var deepestGroup = 100;
function readVarint(cursor) {
  const { position } = cursor;
  const byte = position < cursor.end ? cursor.bytes[position] : 128;
  if (byte > 127) return readLongVarint(cursor);
  cursor.position = position + 1;
  return byte;
}
function readLongVarint(cursor) {
  const { bytes, end } = cursor;
  let position = cursor.position;
  let value = 0;
  for (let index = 0; index < 10; index++) {
    if (position >= end) throw broken(`a number runs past its end at byte ${position}`);
    const byte = bytes[position++];
    value += index < 4 ? (byte & 127) << 7 * index : (byte & 127) * 2 ** (7 * index);
    if (byte < 128) {
      if (value > Number.MAX_SAFE_INTEGER)
        throw broken(`an id or a length beyond 2^53 at byte ${cursor.position}`);
      cursor.position = position;
      return value;
    }
  }
  throw broken(`a number longer than 10 bytes at byte ${cursor.position}`);
}
function readInt64(cursor) {
  const { position } = cursor;
  const byte = position < cursor.end ? cursor.bytes[position] : 128;
  if (byte > 127) return readLongInt64(cursor);
  cursor.position = position + 1;
  return byte;
}
function readLongInt64(cursor) {
  const { bytes, end } = cursor;
  let position = cursor.position;
  let low = 0;
  let middle = 0;
  let high = 0;
  for (let index = 0; index < 10; index++) {
    if (position >= end) throw broken(`a number runs past its end at byte ${position}`);
    const byte = bytes[position++];
    const digit = (byte & 127) << 7 * (index & 3);
    if (index < 4) low += digit;
    else if (index < 8) middle += digit;
    else high += digit;
    if (byte < 128) {
      cursor.position = position;
      return signed(low, middle, high & 255);
    }
  }
  throw broken(`a number longer than 10 bytes at byte ${cursor.position}`);
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
  if (kind === "v") readInt64(cursor);
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

// src/profile/formats/pprof/samples.ts
var packedLocations = 10;
var packedValues = 18;
var oneLocation = 8;
var oneValue = 16;
var label = 26;
var deepest = 1e7;
function eachSample(file, visit) {
  const { bytes, samples, strings } = file.layout;
  const reader = {
    cursor: cursorOf(bytes),
    ids: file.locations.ids,
    strings: strings.length,
    locations: new Int32Array(256),
    depth: 0,
    values: new Float64Array(file.types.length),
    valueCount: 0
  };
  const spend = frameBudget(file);
  const { at, length } = samples;
  for (let index = 0; index < length; index++) {
    readSample(reader, at[2 * index], at[2 * index + 1]);
    spend?.(reader);
    visit(reader);
  }
}
function frameBudget({ layout, locations }) {
  const { lineStart } = locations;
  if (locations.longest <= 64) return null;
  let left = 64 * layout.bytes.length;
  return ({ locations: positions, depth }) => {
    for (let index = 0; index < depth; index++) {
      const position = positions[index];
      left -= lineStart[position + 1] - lineStart[position];
    }
    if (left < 0) throw broken("its samples stand for more frames than a file of this size can mean");
  };
}
function readSample(reader, start, end) {
  const { cursor } = reader;
  cursor.position = start;
  cursor.end = end;
  reader.depth = 0;
  reader.valueCount = 0;
  while (cursor.position < end) {
    const tag = readVarint(cursor);
    if (tag === packedLocations) readLocations(reader, readEnd(cursor));
    else if (tag === packedValues) readValues(reader, readEnd(cursor));
    else if (tag === label) readLabel(reader, readEnd(cursor));
    else if (tag === oneLocation) pushLocation(reader, readVarint(cursor));
    else if (tag === oneValue) pushValue(reader, readInt64(cursor));
    else skipField(cursor, tag, "nnb");
  }
  if (reader.valueCount !== reader.values.length) {
    throw broken(`a sample has ${reader.valueCount} values, there are ${reader.values.length} sample types`);
  }
}
function readLocations(reader, end) {
  const { cursor, ids } = reader;
  const { bytes } = cursor;
  const { dense } = ids;
  const locations = reserve(reader, end - cursor.position);
  let { position } = cursor;
  let { depth } = reader;
  while (position < end) {
    let id = bytes[position++];
    if (id > 127) {
      const next = bytes[position];
      if (next < 128 && position < end) {
        id += next - 1 << 7;
        position++;
      } else {
        id = readWithin(cursor, position - 1, end);
        position = cursor.position;
      }
    }
    const location = id < dense.length ? dense[id] : positionOf(ids, id);
    if (location < 0) throw broken(`a sample names location ${id}, which is not there`);
    locations[depth++] = location;
  }
  reader.depth = depth;
  cursor.position = position;
}
function readWithin(cursor, position, end) {
  const outer = cursor.end;
  cursor.position = position;
  cursor.end = end;
  const id = readVarint(cursor);
  cursor.end = outer;
  return id;
}
function reserve(reader, more) {
  const needed = reader.depth + more;
  if (needed > deepest) throw broken(`a sample is deeper than ${deepest / 10} frames`);
  if (needed > reader.locations.length) {
    const larger = new Int32Array(2 * needed);
    larger.set(reader.locations);
    reader.locations = larger;
  }
  return reader.locations;
}
function pushLocation(reader, id) {
  const location = positionOf(reader.ids, id);
  if (location < 0) throw broken(`a sample names location ${id}, which is not there`);
  reserve(reader, 1)[reader.depth++] = location;
}
function readValues(reader, end) {
  const { cursor } = reader;
  const outer = cursor.end;
  cursor.end = end;
  while (cursor.position < end) pushValue(reader, readInt64(cursor));
  cursor.end = outer;
}
function pushValue(reader, value) {
  if (reader.valueCount < reader.values.length) reader.values[reader.valueCount] = value;
  reader.valueCount++;
}
function readLabel({ cursor, strings }, end) {
  const outer = cursor.end;
  cursor.end = end;
  while (cursor.position < end) {
    const tag = readVarint(cursor);
    if (tag === 24) readInt64(cursor);
    else if (tag === 8 || tag === 16 || tag === 32) checkIndex(strings, readVarint(cursor));
    else skipField(cursor, tag, "vvvv");
  }
  cursor.end = outer;
}

// src/profile/formats/pprof/stack-table.ts
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
  const start = offset[stack];
  for (let index = 0; index < depth; index++) if (arena[start + index] !== frames[index]) return false;
  return true;
}
function append(table, slot, hash, frames, depth) {
  const stack = table.length++;
  if (stack === table.hash.length) growStacks(table);
  if (table.used + depth > table.arena.length) table.arena = grown(table.arena, 2 * (table.used + depth));
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
  table.hash = grown(table.hash, capacity);
  table.offset = grown(table.offset, capacity);
  table.depth = grown(table.depth, capacity);
  const values = new Float64Array(capacity * table.width);
  values.set(table.values);
  table.values = values;
}
function grown(array, capacity) {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
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

// src/profile/formats/pprof/fold.ts
function foldProfile(table, file, lines, columns, sign) {
  const frames = { at: new Int32Array(256) };
  const { magnitude } = table;
  eachSample(file, (sample) => {
    const depth = expand(sample, file.locations, lines, frames);
    const row = internStack(table, frames.at, depth) * table.width;
    for (let index = 0; index < columns.length; index++) {
      const value = sample.values[columns[index]];
      table.values[row + index] = table.values[row + index] + sign * value;
      magnitude[index] = magnitude[index] + Math.abs(value);
    }
  });
  for (const sum of magnitude) refuseInexact(sum);
}
function refuseInexact(magnitude) {
  if (magnitude > Number.MAX_SAFE_INTEGER) {
    throw unsupported(
      "its values add up to more than 2^53",
      "Compare younger processes, or a quantity that does not only grow."
    );
  }
}
function expand(sample, { lineStart }, lines, frames) {
  let depth = 0;
  for (let index = 0; index < sample.depth; index++) {
    const location = sample.locations[index];
    const end = lineStart[location + 1];
    for (let line = lineStart[location]; line < end; line++) {
      if (depth === frames.at.length) frames.at = doubled(frames.at);
      frames.at[depth++] = lines[line];
    }
  }
  return depth;
}
function doubled(array) {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}

// src/profile/formats/pprof/frame-table.ts
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
  table.frames.push(byLine ? frame : { function: frame.function, file: "", line: 0 });
  table.ids.set(key, id);
  return id;
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
    if (at < 0) ids[line] = internFrame(table, binaryFrame(binaryOf.get(line)));
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
    ids[line] = internFrame(table, at < 0 ? binaryFrame(binaryOf.get(line)) : frame);
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

// src/profile/formats/pprof/functions.ts
function readFunctions(layout, strings) {
  const { at, length } = layout.functions;
  const ids = new Float64Array(length);
  const files = new Int32Array(length);
  const raw = new Uint8Array(length);
  const names = new Int32Array(length);
  const cursor = cursorOf(layout.bytes);
  const fields = { id: 0, name: 0, systemName: 0, file: 0 };
  for (let index = 0; index < length; index++) {
    readFunction(cursor, at[2 * index], at[2 * index + 1], fields);
    ids[index] = fields.id;
    const unnamed = isEmptyString(strings, fields.name);
    names[index] = unnamed ? checkString(strings, fields.systemName) : fields.name;
    raw[index] = unnamed || isSame(strings, fields.name, fields.systemName) ? 1 : 0;
    files[index] = checkString(strings, fields.file);
  }
  return { ids: indexIds(ids, "function"), names, files, raw };
}
function isSame(strings, name, systemName) {
  return name === systemName || stringAt(strings, name) === stringAt(strings, systemName);
}
function readFunction(cursor, start, end, fields) {
  cursor.position = start;
  cursor.end = end;
  fields.id = fields.name = fields.systemName = fields.file = 0;
  while (cursor.position < end) {
    const tag = readVarint(cursor);
    if (tag === 8) fields.id = readVarint(cursor);
    else if (tag === 16) fields.name = readVarint(cursor);
    else if (tag === 24) fields.systemName = readVarint(cursor);
    else if (tag === 32) fields.file = readVarint(cursor);
    else if (tag === 40) readInt64(cursor);
    else skipField(cursor, tag, "vvvvv");
  }
}

// src/profile/formats/pprof/layout.ts
var profileShape = "bbbbbbvvvvbvnvv";
var kept = /* @__PURE__ */ new Set([1, 2, 3, 4, 5, 6, 11]);
function layOut(bytes) {
  const parts = Array.from({ length: 12 }, (_, field) => kept.has(field) ? emptyRanges() : void 0);
  const scalars = { period: null, times: 0 };
  const cursor = cursorOf(bytes);
  try {
    findParts(cursor, parts, scalars);
  } catch (error) {
    throw looksLikeProfile(bytes, parts) ? error : notPprof("its bytes are not laid out like one");
  }
  const [, sampleTypes, samples, mappings, locations, functions, strings] = parts;
  const layout = {
    bytes,
    sampleTypes,
    samples,
    mappings,
    locations,
    functions,
    strings,
    periodType: parts[11]
  };
  check(layout, scalars.times);
  return { ...layout, period: scalars.period };
}
function findParts(cursor, parts, scalars) {
  while (cursor.position < cursor.end) {
    const tag = readVarint(cursor);
    const part = (tag & 7) === 2 && tag < 128 ? parts[tag >>> 3] : void 0;
    if (part !== void 0) {
      const end = readEnd(cursor);
      push(part, cursor.position, end);
      cursor.position = end;
    } else if (tag === 96) {
      const period = readInt64(cursor);
      scalars.period = period > 0 ? period : null;
    } else if (tag === 72) {
      if (readInt64(cursor) !== 0) scalars.times++;
    } else skipField(cursor, tag, profileShape);
  }
}
function check({ bytes, sampleTypes, samples, strings, locations, functions }, times) {
  if (sampleTypes.length + samples.length + strings.length + locations.length + functions.length === 0) {
    throw notPprof("it holds no sample type, no sample and no string");
  }
  if (times > 1) throw broken("it is several profiles, one behind the other");
  if (strings.length === 0) throw broken("its table of strings is missing");
  if (strings.at[0] !== strings.at[1])
    throw looksLikeText(bytes) ? notPprof("it is text") : broken("its first string is not empty");
  if (sampleTypes.length === 0) throw broken("it does not say what its samples count");
}
function looksLikeProfile(bytes, parts) {
  if (looksLikeText(bytes)) return false;
  return bytes[0] === 10 || [1, 2, 4, 5, 6].some((field) => (parts[field]?.length ?? 0) > 0);
}
function looksLikeText(bytes) {
  return bytes.subarray(0, 256).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
function emptyRanges() {
  return { at: new Int32Array(64), length: 0 };
}
function push(ranges, start, end) {
  const next = 2 * ranges.length++;
  if (next === ranges.at.length) {
    const larger = new Int32Array(2 * next);
    larger.set(ranges.at);
    ranges.at = larger;
  }
  ranges.at[next] = start;
  ranges.at[next + 1] = end;
}
function readValueType(bytes, start, end) {
  const cursor = cursorOf(bytes, start, end);
  const value = { type: 0, unit: 0 };
  while (cursor.position < end) {
    const tag = readVarint(cursor);
    if (tag === 8) value.type = readVarint(cursor);
    else if (tag === 16) value.unit = readVarint(cursor);
    else skipField(cursor, tag, "vv");
  }
  return value;
}

// src/profile/formats/pprof/binaries.ts
function readBinaries(layout, strings) {
  const { at, length } = layout.mappings;
  const binaries = /* @__PURE__ */ new Map();
  for (let index = 0; index < length; index++) {
    const { id, file } = readMapping(layout.bytes, at[2 * index], at[2 * index + 1]);
    if (id === 0 || binaries.has(id)) throw broken(`a mapping has the id ${id}, which is 0 or taken`);
    binaries.set(id, stringAt(strings, file));
  }
  return binaries;
}
function readMapping(bytes, start, end) {
  const cursor = cursorOf(bytes, start, end);
  const mapping = { id: 0, file: 0 };
  while (cursor.position < end) {
    const tag = readVarint(cursor);
    if (tag === 8) mapping.id = readVarint(cursor);
    else if (tag === 40) mapping.file = readVarint(cursor);
    else skipField(cursor, tag, "vvvvvvvvvv");
  }
  return mapping;
}

// src/profile/formats/pprof/locations.ts
function readLocations2(layout, functions, strings) {
  const { at, length } = layout.locations;
  const ids = new Float64Array(length);
  const lineStart = new Int32Array(length + 1);
  const lines = {
    functionOf: new Int32Array(length + 64),
    lineOf: new Int32Array(length + 64),
    length: 0
  };
  const binaries = readBinaries(layout, strings);
  const binaryOf = /* @__PURE__ */ new Map();
  const reader = {
    cursor: cursorOf(layout.bytes),
    functions,
    lines,
    id: 0,
    mapping: 0
  };
  let longest = 0;
  for (let index = 0; index < length; index++) {
    const first = lines.length;
    readLocation(reader, at[2 * index], at[2 * index + 1]);
    ids[index] = reader.id;
    if (lines.length === first) {
      binaryOf.set(first, binaries.get(reader.mapping) ?? "");
      pushLine(lines, -1, 0);
    }
    lineStart[index + 1] = lines.length;
    longest = Math.max(longest, lines.length - first);
  }
  const { functionOf, lineOf } = lines;
  return { ids: indexIds(ids, "location"), lineStart, longest, functionOf, lineOf, binaryOf };
}
function readLocation(reader, start, end) {
  const { cursor } = reader;
  cursor.position = start;
  cursor.end = end;
  reader.id = reader.mapping = 0;
  while (cursor.position < end) {
    const tag = readVarint(cursor);
    if (tag === 34) readLine(reader, readEnd(cursor));
    else if (tag === 8) reader.id = readVarint(cursor);
    else if (tag === 16) reader.mapping = readVarint(cursor);
    else if (tag === 24) readInt64(cursor);
    else skipField(cursor, tag, "vvvbv");
  }
}
function readLine({ cursor, functions, lines }, end) {
  const outer = cursor.end;
  cursor.end = end;
  let id = 0;
  let line = 0;
  while (cursor.position < end) {
    const tag = readVarint(cursor);
    if (tag === 8) id = readVarint(cursor);
    else if (tag === 16) line = readInt64(cursor);
    else skipField(cursor, tag, "vvv");
  }
  cursor.end = outer;
  const position = positionOf(functions, id);
  if (position < 0) throw broken(`a location names function ${id}, which is not there`);
  pushLine(lines, position, line > 0 && line < 2 ** 31 ? line : 0);
}
function pushLine(lines, functionPosition, line) {
  if (lines.length === lines.functionOf.length) {
    lines.functionOf = doubled2(lines.functionOf);
    lines.lineOf = doubled2(lines.lineOf);
  }
  lines.functionOf[lines.length] = functionPosition;
  lines.lineOf[lines.length++] = line;
}
function doubled2(array) {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
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
    periodType: valueTypes(layout, layout.periodType, strings)[0] ?? null,
    period: layout.period,
    functions,
    locations: readLocations2(layout, functions.ids, strings)
  };
}
function readSampleTypes(bytes, limit) {
  const layout = layOut(inflate(bytes, limit));
  return valueTypes(layout, layout.sampleTypes, stringsOf(layout));
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
  "goroutine/count": "tasks"
};
function columnsOf(types) {
  const columns = [];
  for (const [column, { type, unit }] of types.entries()) {
    const quantity = quantityOf[`${type}/${unit}`];
    if (quantity !== void 0 && !columns.some((other) => other.quantity === quantity))
      columns.push({ quantity, column });
  }
  return columns;
}
function refuseTypes(types) {
  const found = types.map(({ type, unit }) => `${type}/${unit}`).join(", ");
  return unsupported(`it counts ${found}`, "Give a heap profile or a goroutine profile.");
}

// src/profile/formats/pprof/parse.ts
function parsePprof(bytes, options = {}) {
  const file = openPprof(bytes, options.limit);
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
  return isTasks ? [tasksOf(frames, stacks, columns)] : heapOf(file, frames, stacks, columns);
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
function tasksOf(frames, table, columns) {
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
  const start = offset[stack];
  const leafFirst = arena.subarray(start, start + depth[stack]);
  return Array.from(leafFirst, (frame) => frames[frame]).reverse();
}

export {
  pprofName,
  dumpLimit,
  goroutineTextForm,
  parseGoroutineText,
  eachSample,
  stackTable,
  internStack,
  foldProfile,
  refuseInexact,
  frameTable,
  internFrame,
  internLines,
  openPprof,
  readSampleTypes,
  columnsOf,
  refuseTypes,
  parsePprof
};
