import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  columnsOf,
  eachSample,
  foldProfile,
  frameTable,
  goroutineTextForm,
  internFrame,
  internLines,
  internStack,
  openPprof,
  parseGoroutineText,
  parsePprof,
  pprofName,
  readSampleTypes,
  refuseInexact,
  refuseTypes,
  stackTable
} from "./chunk-G5R6S6VZ.mjs";
import {
  prettyBytes
} from "./chunk-EJDWTHRF.mjs";
import {
  quantities
} from "./chunk-S35DHJLG.mjs";
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
} from "./chunk-K5E42S7M.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/cli/diff.ts
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// src/profile-diff/accumulate.ts
function frameSums(granularity) {
  return {
    frames: frameTable(granularity),
    flat: new Float64Array(0),
    cumulative: new Float64Array(0),
    seen: new Int32Array(0),
    sample: 0,
    magnitude: new Float64Array(1)
  };
}
function addFile(sums, file, column, sign) {
  const lines = internLines(sums.frames, file, pprofName);
  reserve(sums);
  eachSample(file, ({ locations, depth, values }) => {
    const value = values[column];
    if (value !== 0) addSample(sums, file.locations.lineStart, lines, locations, depth, sign * value);
  });
  refuseInexact(sums.magnitude[0]);
}
function addSample(sums, lineStart, lines, locations, depth, value) {
  const { cumulative, seen } = sums;
  const sample = ++sums.sample;
  addMagnitude(sums, value);
  for (let index = 0; index < depth; index++) {
    const location = locations[index];
    const end = lineStart[location + 1];
    for (let line = lineStart[location]; line < end; line++) {
      const frame = lines[line];
      if (seen[frame] !== sample) {
        seen[frame] = sample;
        cumulative[frame] = cumulative[frame] + value;
      }
    }
  }
  if (depth === 0) return;
  const leaf = lines[lineStart[locations[0]]];
  sums.flat[leaf] = sums.flat[leaf] + value;
}
function addProfile(sums, profile, sign) {
  const stacks = profile.samples.map(({ stack }) => stack.map((frame) => internFrame(sums.frames, frame)));
  reserve(sums);
  for (const [index, stack] of stacks.entries()) {
    const value = sign * (profile.samples[index]?.value ?? 0);
    addMagnitude(sums, value);
    for (const frame of new Set(stack)) sums.cumulative[frame] = sums.cumulative[frame] + value;
    const leaf = stack.at(-1);
    if (leaf !== void 0) sums.flat[leaf] = sums.flat[leaf] + value;
  }
  refuseInexact(sums.magnitude[0]);
}
function addMagnitude({ magnitude }, value) {
  magnitude[0] = magnitude[0] + Math.abs(value);
}
function reserve(sums) {
  const size = sums.frames.frames.length;
  if (size <= sums.flat.length) return;
  sums.flat = wider(sums.flat, new Float64Array(size));
  sums.cumulative = wider(sums.cumulative, new Float64Array(size));
  sums.seen = wider(sums.seen, new Int32Array(size));
}
function wider(from, to) {
  to.set(from);
  return to;
}

// src/profile-diff/accumulate-stacks.ts
function stackSums() {
  return { frames: frameTable("function"), stacks: stackTable(1) };
}
function addFileStacks({ frames, stacks }, file, column, sign) {
  foldProfile(stacks, file, internLines(frames, file, pprofName), [column], sign);
}
function addProfileStacks({ frames, stacks }, profile, sign) {
  for (const { stack, value } of profile.samples) {
    const ids = stack.map((frame) => internFrame(frames, frame));
    const row = internStack(stacks, Int32Array.from(ids.reverse()), ids.length);
    stacks.values[row] = stacks.values[row] + sign * value;
    stacks.magnitude[0] = stacks.magnitude[0] + Math.abs(value);
  }
  refuseInexact(stacks.magnitude[0]);
}

// src/profile-diff/input.ts
function formOf(bytes) {
  return goroutineTextForm(bytes) ?? "pprof";
}
function quantitiesOf(bytes) {
  if (formOf(bytes) !== "pprof") return ["tasks"];
  try {
    return columnsOf(readSampleTypes(bytes)).map(({ quantity }) => quantity);
  } catch (error) {
    if (error instanceof FormatError && error.kind === "not-this-format") return [];
    throw error;
  }
}
function openInput(bytes, quantity, whole) {
  if (whole) return { form: "profile", profile: pick(readWhole(bytes), quantity) };
  const file = openPprof(bytes);
  const columns = columnsOf(file.types);
  if (columns.length === 0) throw refuseTypes(file.types);
  const found = columns.find((column) => column.quantity === quantity);
  if (found === void 0) throw holdsNot(quantity, columns);
  return { form: "pprof", file, column: found.column };
}
function readWhole(bytes) {
  return formOf(bytes) === "pprof" ? parsePprof(bytes) : [parseGoroutineText(bytes)];
}
function pick(profiles, quantity) {
  const profile = profiles.find((one) => one.quantity === quantity);
  if (profile === void 0) throw holdsNot(quantity, profiles);
  return profile;
}
function holdsNot(quantity, found) {
  const names = found.map((one) => one.quantity);
  return new FormatError(
    "not-supported",
    `The profile holds ${names.join(", ")}, not ${quantity}.`,
    `Compare it with --quantity ${names[0]}.`
  );
}

// src/profile-diff/period.ts
function refuseOtherPeriod(first, input, name) {
  if (input.form !== "pprof") return first;
  const { period, periodType } = input.file;
  const of = periodType === null ? "" : `${periodType.type}/${periodType.unit}`;
  if (first === null) return { period, of, name };
  if (first.period === period && (first.of === of || period === null)) return first;
  throw new FormatError(
    "not-supported",
    `It was sampled ${words(period, of)}, ${first.name} ${words(first.period, first.of)}: their difference would be that of the sampling.`,
    "Write both at one rate, for Go with the same GODEBUG=memprofilerate=N or runtime.MemProfileRate."
  );
}
function words(period, of) {
  return period === null ? "at an unknown period" : `every ${period} ${of === "" ? "units" : of}`;
}

// src/profile-diff/rows.ts
var mostText = 2 ** 28;
function frameRows({ frames, flat, cumulative }) {
  const text = textBudget();
  const rows = [];
  for (const [id, frame] of frames.frames.entries()) {
    const row = { flat: flat[id] + 0, cumulative: cumulative[id] + 0 };
    if (row.flat !== 0 || row.cumulative !== 0) rows.push({ name: text(printable(frame)), ...row });
  }
  return rows.sort(byGrowth);
}
function stackRows({ frames, stacks }) {
  const text = textBudget();
  const rows = [];
  for (let stack = 0; stack < stacks.length; stack++) {
    const grown = stacks.values[stack] + 0;
    if (grown === 0) continue;
    const start = stacks.offset[stack];
    const leafFirst = stacks.arena.subarray(start, start + stacks.depth[stack]);
    const name = Array.from(leafFirst, (id) => text(frames.frames[id].function)).reverse().join(";");
    rows.push({ name: name === "" ? "<no frames>" : name, flat: grown, cumulative: grown });
  }
  return rows.sort(byGrowth);
}
function printable({ function: name, file, line }) {
  if (line !== 0) return `${name === "" ? "" : `${name} `}${file}:${line}`;
  if (file !== "") return `${name === "" ? "" : `${name} `}${file}`;
  return name === "" ? "<unknown>" : name;
}
function byGrowth(left, right) {
  const flat = Math.abs(right.flat) - Math.abs(left.flat);
  if (flat !== 0) return flat;
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return Math.abs(right.cumulative) - Math.abs(left.cumulative);
}
function textBudget() {
  let left = mostText;
  return (name) => {
    left -= name.length;
    if (left < 0)
      throw new UserError("The names of all rows together are too long to write.", "Use --by function.");
    return name;
  };
}

// src/profile-diff/diff.ts
var diffQuantities = ["heap-bytes", "heap-objects", "alloc-bytes", "alloc-objects", "tasks"];
var granularities = ["function", "line", "stack"];
function diffProfiles({ before, after, base, quantity, by }) {
  const parts = [
    [before, -1],
    [after, 1],
    [base?.before ?? [], 1],
    [base?.after ?? [], -1]
  ];
  const sources = parts.flatMap(([side, sign]) => side.map((source) => ({ source, sign })));
  const whole = sources.some(({ source }) => formOf(source.bytes) !== "pprof");
  const sums = sumsBy(by);
  let sampling = null;
  for (const { source, sign } of sources) {
    sampling = naming(source, () => {
      const input = openInput(source.bytes, quantity, whole);
      const checked = refuseOtherPeriod(sampling, input, source.name);
      sums.add(input, sign);
      return checked;
    });
  }
  return { schemaVersion: 1, quantity, unit: quantities[quantity], by, rows: sums.rows() };
}
function sumsBy(by) {
  if (by === "stack") {
    const sums2 = stackSums();
    return {
      add: (input, sign) => {
        if (input.form === "pprof") addFileStacks(sums2, input.file, input.column, sign);
        else addProfileStacks(sums2, input.profile, sign);
      },
      rows: () => stackRows(sums2)
    };
  }
  const sums = frameSums(by);
  return {
    add: (input, sign) => {
      if (input.form === "pprof") addFile(sums, input.file, input.column, sign);
      else addProfile(sums, input.profile, sign);
    },
    rows: () => frameRows(sums)
  };
}
function naming({ name }, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new FormatError(error.kind, `${name}: ${error.message}`, error.remedy, { cause: error });
  }
}

// src/profile-diff/pair.ts
function readMoments(before, after, quantity, io) {
  const folders = [before, after].map((path) => io.listFiles(path));
  const [one, other] = folders;
  if (one === null && other === null)
    return { before: [readSource(before, io)], after: [readSource(after, io)] };
  if (!one || !other) {
    throw new ConfigError(
      `${one ? after : before} is a file, ${one ? before : after} a folder.`,
      "Give two files or two folders."
    );
  }
  const moments = {
    before: holding(quantity, before, one, io),
    after: holding(quantity, after, other, io)
  };
  refuseUnpaired(moments, before, after);
  return moments;
}
function readSource(path, io) {
  return { name: path, bytes: io.readFile(path) };
}
function holding(quantity, folder, files, io) {
  const sources = [...files].sort().map((file) => ({ name: file, bytes: io.readFile(`${folder}/${file}`) })).filter(({ bytes }) => bytes.length === 0 || quantitiesOf(bytes).includes(quantity));
  if (sources.length === 0) {
    throw new ConfigError(
      `${folder} holds no profile of ${quantity}.`,
      "Give folders with profiles as pprof writes them."
    );
  }
  const forms = ["pprof", "debug1", "debug2"];
  const form = forms.find((one) => sources.some(({ bytes }) => formOf(bytes) === one));
  const taken = sources.filter(({ bytes }) => formOf(bytes) === form);
  const left = files.length - taken.length;
  io.stderr(
    `${folder}: ${taken.map(({ name }) => name).join(", ")}${left > 0 ? ` (${left} other files left out)` : ""}
`
  );
  return taken;
}
function refuseUnpaired(moments, before, after) {
  const names = {
    before: moments.before.map(({ name: name2 }) => name2),
    after: moments.after.map(({ name: name2 }) => name2)
  };
  const lost = names.before.find((name2) => !names.after.includes(name2));
  const come = names.after.find((name2) => !names.before.includes(name2));
  if (lost === void 0 && come === void 0) return;
  const [name, has, misses] = lost === void 0 ? [come, after, before] : [lost, before, after];
  throw new ConfigError(
    `${has} holds ${name}, ${misses} does not: folders are compared file by file, by name.`,
    "Give the same process the same file name in both folders, or compare two files."
  );
}

// src/profile-diff/table.ts
function renderTable({ quantity, unit, by, rows }, top) {
  const shown = top === 0 ? rows : rows.slice(0, top);
  const figure = (value) => unit === "bytes" ? prettyBytes(value, { signed: true }) : signed(value);
  const cells = [
    ["flat", "cumulative", by],
    ...shown.map(({ name, flat: flat2, cumulative: cumulative2 }) => [figure(flat2), figure(cumulative2), printable2(name)])
  ];
  const [flat = 0, cumulative = 0] = [0, 1].map(
    (column) => Math.max(...cells.map((row) => (row[column] ?? "").length))
  );
  const lines = cells.map(
    ([a = "", b = "", c = ""]) => `${a.padStart(flat)}  ${b.padStart(cumulative)}  ${c}`
  );
  const total = rows.reduce((sum, row) => sum + row.flat, 0);
  const hidden = rows.length - shown.length;
  const more = hidden > 0 ? `\u2026 and ${hidden} more rows (--top 0 shows all)
` : "";
  if (rows.length === 0) return `${quantity}: nothing grew or shrank.
`;
  return `${lines.join("\n")}
${more}${quantity}: ${figure(total)} in all, ${rows.length} rows by ${by}.
`;
}
function signed(value) {
  return value > 0 ? `+${value}` : String(value);
}
function printable2(name) {
  return name.replace(new RegExp("\\p{Cc}", "gu"), "\uFFFD");
}

// src/profile-diff/command.ts
function runDiff(options, io) {
  const quantity = oneOf(diffQuantities, options.quantity ?? "heap-bytes", "--quantity");
  const by = oneOf(granularities, options.by ?? "function", "--by");
  const top = rowCount(options.top ?? 20);
  const base = basePair(options.base);
  const result = diffProfiles({
    ...readMoments(options.before, options.after, quantity, io),
    ...base === null ? {} : { base: readMoments(base.before, base.after, quantity, io) },
    quantity,
    by
  });
  if (options.json !== "-") io.stdout(renderTable(result, top));
  if (options.json !== void 0) writeJson(result, options.json, io);
  return result;
}
function writeJson(result, path, io) {
  const text = `${JSON.stringify(result)}
`;
  if (path === "-") io.stdout(text);
  else io.writeFile(path, text);
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
    throw new ConfigError(`--top ${given} is no number of rows.`, "Use --top 20, or --top 0 for all.");
  return count;
}
function basePair(base) {
  if (base === void 0) return null;
  const [before, after, more] = base;
  if (before === void 0 || after === void 0 || more !== void 0) {
    throw new ConfigError(
      `--base takes two files or folders, not ${base.length}.`,
      "Use --base BEFORE AFTER."
    );
  }
  return { before, after };
}

// src/cli/diff.ts
function diffCommand(options) {
  runDiff(options, diffIo);
  return exitStatus.pass;
}
var diffIo = {
  readFile: (path) => explained(path, "read", () => readFileSync(path)),
  listFiles: (path) => explained(path, "read", () => statSync(path).isDirectory() ? filesBelow(path) : null),
  writeFile: (path, text) => explained(path, "written", () => writeFileSync(path, text)),
  stdout: out,
  stderr: err
};
function filesBelow(folder) {
  const below = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return below.filter((file) => statSync(join(folder, file)).isFile());
}
function explained(path, verb, act) {
  try {
    return act();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${path} cannot be ${verb}: ${why}.`, "Check the path and its permissions.", {
      cause
    });
  }
}
export {
  diffCommand
};
