import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  NEVER,
  _enum,
  array,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-YB2R2HBG.mjs";
import {
  budgetKeys,
  groupHelp,
  inputKeys,
  runKeys,
  workloadKeys
} from "./chunk-AMEXP2G4.mjs";
import {
  profileWriters
} from "./chunk-ILNH45AH.mjs";
import {
  missingKey,
  problemsError,
  problemsOf,
  saying
} from "./chunk-J6A37XFI.mjs";
import {
  didYouMean
} from "./chunk-W3PZ6JO2.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/configure/values/drift.ts
var driftPattern = /^(\d{1,4}(?:\.\d+)?) ?% since (?:(\d{1,4}) ?(?:days?|d)|([A-Za-z0-9_][^\s~^:?*[\\]{0,199}))$/;
function parseDrift(text2) {
  const [, percent, days, revision] = driftPattern.exec(text2.trim()) ?? [];
  if (percent === void 0) return null;
  const share = Number(percent) / 100;
  if (days !== void 0) return { text: text2.trim(), share, since: { kind: "days", days: Number(days) } };
  return revision === void 0 ? null : { text: text2.trim(), share, since: { kind: "commit", revision } };
}

// src/configure/values/units.ts
var durationPattern = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/;
var sizePattern = /^(\d+(?:\.\d+)?)(?: ?(B|kB|KiB|MB|MiB|GB|GiB))?$/;
var countPattern = /^\d+(?:\.\d+)?$/;
var milliseconds = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var bytes = {
  B: 1,
  kB: 1e3,
  KiB: 2 ** 10,
  MB: 1e6,
  MiB: 2 ** 20,
  GB: 1e9,
  GiB: 2 ** 30
  // biome-ignore format: a table
};
function parseDuration(text2) {
  const [, number2, unit = ""] = durationPattern.exec(text2) ?? [];
  const factor = milliseconds[unit];
  return number2 === void 0 || factor === void 0 ? null : Math.round(Number(number2) * factor);
}
function parseSize(text2) {
  const [, number2, unit = "B"] = sizePattern.exec(text2) ?? [];
  const factor = bytes[unit];
  return number2 === void 0 || factor === void 0 ? null : Number(number2) * factor;
}

// src/configure/sources/file.ts
import { readFile } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
var defaultFiles = [".github/leakdiff.yml", ".github/leakdiff.yaml"];
function configInput(text2) {
  const isText = /\n\s*\S/.test(text2.trim()) || /:(\s|$)/.test(text2.trim()) || /^[{#]/.test(text2.trim());
  return isText ? { configText: text2 } : { configFile: text2.trim() };
}
async function namedFile(root, file) {
  const source = await readSource(root, file);
  if (source !== null) return source;
  throw new ConfigError(
    `The configuration file ${file} does not exist in ${root}`,
    "Correct its path, which is taken from the root of the checkout."
  );
}
async function defaultFile(root) {
  const sources = await Promise.all(defaultFiles.map((file) => readSource(root, file)));
  const found = sources.filter((source) => source !== null);
  if (found.length < 2) return found[0] ?? null;
  throw new ConfigError(
    `There are two configuration files: ${defaultFiles.join(" and ")}`,
    "Remove one of them."
  );
}
async function readSource(root, file) {
  const path2 = resolve(root, file);
  const bytes2 = await readFile(path2).catch((error) => {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `The configuration file ${file} cannot be read: ${why}`,
      "Give the path of a readable file."
    );
  });
  if (bytes2 === null) return null;
  const inside = relative(root, path2);
  return await textSource(decode(bytes2, file), inside.startsWith("..") || isAbsolute(inside) ? path2 : inside);
}
async function textSource(text2, label) {
  const { yamlSource } = await import("./yaml-KEGUZNBA.mjs");
  return yamlSource(text2, label);
}
function decode(bytes2, file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes2);
  } catch {
    throw new ConfigError(`The configuration file ${file} is not UTF-8 text`, "Save it as UTF-8.");
  }
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : void 0;
}

// src/configure/workload.ts
import { createHash } from "node:crypto";

// src/configure/key.ts
var formKeys = ["start", "test", "run"];
function inFile(type, text2) {
  const isNumber = typeof type === "object" && "from" in type && /^-?\d+(\.\d+)?$/.test(text2.trim());
  return isNumber ? Number(text2) : text2.trim();
}
var isList = (type) => type === "paths" || type === "driver" || type === "globs" || type === "endpoints";

// src/configure/settings.ts
var groupOf = ({ name: name2 }) => name2.split(".")[0] ?? name2;
var camel = (name2) => name2.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
var settingName = (key) => camel(groupOf(key));
function settingsOf(keys, checked) {
  const settings = {};
  for (const key of keys) {
    const [group = "", inner] = key.name.split(".");
    const value = checked[group];
    const name2 = settingName(key);
    if (inner === void 0) settings[name2] = value ?? null;
    else settings[name2] = { ...asMap(settings[name2]), [camel(inner)]: asMap(value)[inner] ?? null };
  }
  return settings;
}
var asMap = (value) => typeof value === "object" && value !== null ? { ...value } : {};

// src/configure/workload.ts
function workloadOf(name2, checked) {
  const { start, ready: ready2, round, snapshot, test, run, files, ...rest } = settingsOf(workloadKeys, checked);
  const common = { ...rest, name: name2, waivers: checked.waivers };
  if (test !== null) return { ...common, form: "test", test };
  if (run !== null && isWritten(files)) return { ...common, form: "run", run, files, warmup: 0 };
  if (run !== null) return { ...common, form: "run", run };
  if (start === null || round === null) throw new Error(`the workload ${name2} has no form`);
  const server = { ...common, form: "server", start, ready: ready2 ?? { kind: "probe" }, round };
  return snapshot === null ? server : { ...server, snapshot };
}
var isWritten = ({ heap, tasks }) => heap !== null || tasks !== null;
var ofSome = ["classes", "instances"];
function contradictions(source, name2, checked) {
  const { budgets, settle, profiles, runtime, snapshot, files } = settingsOf(workloadKeys, checked);
  const problem = (key, text2) => ({
    place: source.place(["workloads", name2, ...key], "value"),
    text: saying(source, ["workloads", name2, ...key], text2)
  });
  const found = [];
  const isUnread = runtime !== null && !profileWriters.includes(runtime);
  const unread = `expected runtime ${profileWriters.join(" or ")}: ${runtime} programs are measured without`;
  const counted = Object.entries(budgets).filter(
    ([key, budget]) => !ofSome.includes(key) || budget !== "auto"
  );
  if (counted.every(([, budget]) => budget === "off")) {
    found.push(problem(["budgets"], "all budgets are off, so nothing could ever fail: leave one of them on"));
  }
  if (settle.quiet > settle.limit) {
    found.push(problem(["settle"], "expected quiet to be no longer than limit"));
  }
  if (isUnread && profiles.length > 0) found.push(problem(["profiles"], `${unread} an endpoint of their own`));
  if (snapshot !== null && profiles.length > 0)
    found.push(problem(["snapshot"], "a workload has either profiles or snapshot, not both"));
  if (isUnread && snapshot !== null) found.push(problem(["snapshot"], `${unread} it`));
  if (isWritten(files) && profiles.length > 0)
    found.push(problem(["files"], "a workload has either profiles or files, not both"));
  if (isUnread && isWritten(files)) found.push(problem(["files"], `${unread} them`));
  return found;
}
function formProblems(source, name2, written) {
  const at = (key, part = "key") => source.place(["workloads", name2, key], part);
  const [form, other] = formKeys.filter((key) => written[key] !== void 0);
  const missing = (key, also = "") => ({
    place: at(key),
    text: `${missingKey(source, ["workloads", name2, key])}${also}`
  });
  const word = (key) => source.named(["workloads", name2, key]) === null ? at(key) : key;
  if (form === void 0) {
    const both = written.round === void 0 ? [missing("round")] : [];
    const others = ` (or ${word("test")}, or ${word("run")}: a workload is one of the three)`;
    return [missing("start", others), ...both];
  }
  if (other !== void 0) {
    const text2 = `a workload has either ${word(form)} or ${word(other)}, not both`;
    return [{ place: at(other), text: saying(source, ["workloads", name2, other], text2) }];
  }
  const alien = workloadKeys.filter(
    ({ forms }) => forms !== void 0 && !forms.includes(form)
  );
  const excluded = [...new Set(alien.map(groupOf))].filter((key) => written[key] !== void 0);
  return [
    ...form === "start" && written.round === void 0 ? [missing("round")] : [],
    ...excluded.map((key) => ({
      place: at(key),
      text: saying(source, ["workloads", name2, key], `has no meaning beside ${word(form)}: leave it out`)
    }))
  ];
}
function workloadHash(workload2) {
  const aside = [
    "name",
    "waivers",
    "shown",
    ...workloadKeys.filter((key) => key.aside).map(settingName)
  ];
  const shaping = Object.fromEntries(Object.entries(workload2).filter(([key]) => !aside.includes(key)));
  return createHash("sha256").update(`leakdiff workload 1
${JSON.stringify(shaping, sortedKeys)}`).digest("hex");
}
function sortedKeys(_key, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/configure/minimal.ts
var minimalConfig = `workloads:
  server:
    start: ./server --port $PORT  # your long-lived program
    ready: 127.0.0.1:$PORT
    round: ./drive.sh 100  # gives it work, and ends with 0
    operations: 100`;

// src/configure/values/values.ts
import { posix } from "node:path";

// src/configure/values/ready.ts
var readyExpected = "expected a URL, host:port, or /regex/ on the output";
var url = /^https?:\/\/\S+$/;
var address = /^(?:\[[0-9a-fA-F:.]+\]|[^\s/:[\]]+):(?:\d+|\$\w+|\$\{\w+\})$/;
var output = /^\/(.+)\/([a-z]*)$/s;
function parseReady(text2) {
  if (url.test(text2)) return { kind: "url", url: text2 };
  if (address.test(text2)) return { kind: "port", address: text2 };
  const [, pattern, flags = ""] = output.exec(text2) ?? [];
  if (pattern === void 0) return { kind: "problem", problem: readyExpected };
  return compiles(pattern, flags);
}
function compiles(pattern, flags) {
  if (/[^imsu]/.test(flags)) return { kind: "problem", problem: "expected no other flags than i, m, s and u" };
  try {
    new RegExp(pattern, flags);
    return { kind: "output", pattern, flags };
  } catch (error) {
    return {
      kind: "problem",
      problem: `is not a regular expression: ${error instanceof Error ? error.message : error}`
    };
  }
}

// src/configure/values/values.ts
var commandError = "expected a command";
var command = string({ error: commandError }).trim().min(1, { error: commandError }).refine((text2) => !text2.includes("\0"), { error: "expected a command without NUL bytes" });
var pathError = "expected a path inside the repository, relative and without ..";
var path = string({ error: pathError }).min(1, { error: pathError }).refine(isInside, { error: pathError }).transform((path2) => posix.normalize(path2).replace(/\/$/, ""));
function isInside(path2) {
  return !posix.isAbsolute(path2) && !path2.split("/").includes("..") && !/[\0\\]/.test(path2) && !path2.startsWith("~");
}
var driverEntry = path.refine((path2) => path2 !== "." && path2.split("/")[0] !== ".git", {
  error: "expected a part of the repository: all of head over base would measure head twice"
});
var driver = array(driverEntry, { error: "expected a list of files and folders" });
var copyEntry = path.refine((path2) => path2 !== "." && path2.split("/")[0] !== ".git", {
  error: "expected a part of the checkout"
});
var paths = array(copyEntry, { error: "expected a list of files and folders" });
var globError = "expected a glob inside the repository, such as api/** or Makefile";
var glob = string({ error: globError }).trim().min(1, { error: globError }).refine((text2) => isInside(text2.replace(/^!/, "")), { error: globError });
var globs = array(glob, { error: "expected a list of globs" });
var ready = string({ error: readyExpected }).transform((text2, ctx) => {
  const ready2 = parseReady(text2.trim());
  if (ready2.kind !== "problem") return ready2;
  ctx.addIssue({ code: "custom", message: ready2.problem, input: text2 });
  return NEVER;
});
var filesError = "expected a glob such as mem-*.pprof or $LEAKDIFF_DIR/mem-*.pprof";
var writtenGlob = string({ error: filesError }).trim().min(1, { error: filesError }).refine((text2) => !text2.includes("\0") && !text2.startsWith("!"), { error: filesError });
var endpointError = "expected the URL of a pprof endpoint, such as http://127.0.0.1:6060/debug/pprof";
var endpointUrl = string({ error: endpointError }).regex(/^https?:\/\/\S+$/, { error: endpointError });
var namedEndpoints = record(string().min(1), endpointUrl).refine((map) => Object.keys(map).length > 0, { error: endpointError });
var endpoints = union([endpointUrl, namedEndpoints], { error: `${endpointError}, or a map of names to such URLs` }).transform(
  (profiles) => typeof profiles === "string" ? [{ name: null, url: profiles }] : Object.entries(profiles).map(([name2, url2]) => ({ name: name2, url: url2 }))
);
var longest = 24 * 36e5;
var durationError = "expected a duration from 1ms to 24h, such as 250ms, 10s, 2m or 1h";
var duration = string({ error: durationError }).regex(durationPattern, { error: durationError }).transform((text2, ctx) => {
  const parsed = parseDuration(text2);
  if (parsed !== null && parsed >= 1 && parsed <= longest) return parsed;
  ctx.addIssue({ code: "custom", message: durationError, input: text2 });
  return NEVER;
});
var historyError = "expected ref, off, or a directory";
var history = string({ error: historyError }).trim().min(1, { error: historyError }).refine((text2) => !text2.includes("\0") && !text2.startsWith("-"), { error: historyError });
var driftError = "expected a share and a time, such as 5 % since v1.4 or 5 % since 90 days";
var drift = string({ error: driftError }).transform((text2, ctx) => {
  const budget = parseDrift(text2);
  if (budget !== null) return budget;
  ctx.addIssue({ code: "custom", message: driftError, input: text2 });
  return NEVER;
});
var valueSchemas = {
  command,
  path,
  paths,
  driver,
  globs,
  ready,
  endpoints,
  glob: writtenGlob,
  duration,
  history,
  drift
};
function wholeSchema({ from, to, because, auto }) {
  const why = because === void 0 ? "" : `: ${because}`;
  const error = `expected ${auto ? "auto, or " : ""}a whole number from ${from} to ${to}${why}`;
  const whole = int({ error }).min(from, { error }).max(to, { error });
  return auto ? union([literal("auto"), whole], { error }) : whole;
}
function oneOfSchema(words) {
  return _enum(words, { error: `expected ${words.slice(0, -1).join(", ")} or ${words.at(-1)}` });
}
function budgetSchema(isBytes2) {
  const forms = isBytes2 ? "a number of bytes, or a size such as 64 kB" : "a number";
  const error = `expected auto, off, ${forms}`;
  const number2 = number({ error }).min(0, { error });
  const text2 = string({ error }).regex(isBytes2 ? sizePattern : countPattern, { error });
  return union([literal(["auto", "off"], { error }), number2, text2], { error }).transform((value) => {
    if (typeof value === "number" || value === "auto" || value === "off") return value;
    return parseSize(value) ?? "auto";
  });
}

// src/configure/values/waiver.ts
var quantities = Object.values(budgetKeys);
var isBytes = (quantity) => quantity.endsWith("-bytes");
var text = (expected) => string({ error: expected }).trim().min(1, { error: expected });
var boundError = "expected a number, or a size such as 64 kB, that a round may grow by";
var bound = union(
  [number().min(0), string().regex(new RegExp(`${sizePattern.source}|${countPattern.source}`))],
  { error: boundError }
);
var dayError = "expected the last valid day, such as 2027-03-01";
var day = string({ error: dayError }).refine(isDay, { error: dayError });
var excuseShape = {
  site: text("expected a function, in which * is any run of characters").refine((site) => /[^*\s]/.test(site), { error: "expected more than *: name what is excused" }).meta({ description: "A function on the stack; * is any run of characters, all else is literal." }),
  quantity: _enum(quantities, { error: `expected one of ${quantities.join(", ")}` }).optional().meta({ description: "What may grow; left out: whatever is counted in the unit of up-to." }),
  "up-to": bound.meta({
    description: "How much more a round may leave on head than on base, in the whole process."
  })
};
var excuseSchema = strictObject(excuseShape, { error: "expected a map of keys" });
var excuseKeys = Object.keys(excuseShape);
var waiverShape = {
  ...excuseShape,
  with: array(excuseSchema.transform(excuseOf), { error: "expected a list of site, quantity and up-to" }).prefault([]).meta({ description: "What else grows by the same leak, each with its own site, quantity and bound." }),
  reason: text("expected the reason why this may grow").meta({ description: "Why this may grow." }),
  expires: day.meta({
    description: "Last valid day, UTC; afterwards the waiver is ignored, and that is said."
  })
};
var waiverSchema = strictObject(waiverShape, { error: "expected a map of keys" }).transform((written, ctx) => {
  const { reason, expires, with: others } = written;
  return { ...excuseOf(written, ctx), with: others, reason, expires };
});
function excuseOf({ "up-to": upTo, ...written }, ctx) {
  const { quantity = null, site } = written;
  const sized = typeof upTo === "string" && /[B]$/.test(upTo);
  if (sized && quantity !== null && !isBytes(quantity)) {
    const message = `expected a number of ${quantity}`;
    ctx.addIssue({ code: "custom", path: ["up-to"], message, input: upTo });
    return NEVER;
  }
  const unit = sized || quantity !== null && isBytes(quantity) ? "bytes" : "count";
  const value = typeof upTo === "number" ? upTo : parseSize(upTo) ?? 0;
  return { site, quantity, upTo: value, unit };
}
function isDay(value) {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

// src/configure/schema.ts
function schemaOf(type) {
  if (typeof type === "string") return valueSchemas[type];
  if ("oneOf" in type) return oneOfSchema(type.oneOf);
  return "budget" in type ? budgetSchema(type.budget.endsWith("-bytes")) : wholeSchema(type);
}
function keySchema({ type, help, default: value }) {
  const schema = schemaOf(type);
  if (value !== void 0) return schema.prefault(inFile(type, value)).meta({ description: help });
  return (isList(type) ? schema.default([]) : schema.optional()).meta({ description: help });
}
var mapError = "expected a map of keys";
function groupSchema(group, keys) {
  const shape = shapeOf(keys.map((key) => ({ ...key, name: key.name.slice(group.length + 1) })));
  const meta = { description: groupHelp[group] ?? "" };
  if (keys.some((key) => key.default !== void 0))
    return strictObject(shape, { error: mapError }).prefault({}).meta(meta);
  const error = `expected a map with at least one of ${Object.keys(shape).join(", ")}`;
  return strictObject(shape, { error }).refine((map) => Object.values(map).some((value) => value !== void 0), { error }).optional().meta(meta);
}
function shapeOf(keys) {
  const entries = keys.map((key) => {
    const group = groupOf(key);
    const isGrouped = group !== key.name;
    return [
      group,
      isGrouped ? groupSchema(
        group,
        keys.filter((other) => groupOf(other) === group)
      ) : keySchema(key)
    ];
  });
  return Object.fromEntries(entries);
}
var waivers = array(waiverSchema, { error: "expected a list of waivers" }).prefault([]).meta({ description: "Sites that may grow: up to how much, why, and until when." });
var workload = strictObject({ ...shapeOf(workloadKeys), waivers }, { error: mapError });
var namePattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
var name = string().regex(namePattern, { error: "expected a name of letters, digits, dots, dashes and underscores" });
var runShape = Object.fromEntries(
  runKeys.map(({ name: name2, type, help: description, default: value }) => [
    name2,
    schemaOf(type).optional().meta(value === void 0 ? { description } : { description, default: value })
  ])
);
var configSchema = strictObject(
  {
    workloads: record(name, workload, { error: "expected a map of workloads by name" }).optional().meta({ description: "What to measure, by name." }),
    ...runShape
  },
  { error: "expected a map with the key workloads" }
);
function knownKeys(path2) {
  if (path2.length === 0) return Object.keys(configSchema.shape);
  if (path2.length === 2) return Object.keys(workload.shape);
  const group = String(path2[2]);
  if (group === "waivers" && path2[4] === "with") return path2.length === 6 ? excuseKeys : [];
  if (group === "waivers") return path2.length === 4 ? Object.keys(waiverShape) : [];
  return workloadKeys.flatMap(
    (key) => key.name.startsWith(`${group}.`) ? [key.name.slice(group.length + 1)] : []
  );
}

// src/configure/sources/inputs.ts
var actionInputs = {
  of: (key) => `input ${key}`,
  described: "every input is described in docs/configuration.md of leakdiff"
};
function givenInputs(inputs, { of: naming }) {
  const given = Object.entries(inputs).filter(([, text2]) => text2.trim() !== "");
  const known = inputKeys.map(({ input }) => input);
  for (const [key] of given) {
    if (known.includes(key)) continue;
    throw new ConfigError(
      `${naming(key)} is not known${didYouMean(key, known)}`,
      `Known are: ${known.join(", ")}.`
    );
  }
  return Object.fromEntries(given);
}
var runKeyNames = ["name", ...runKeys.map(({ name: name2 }) => name2)];
function workloadInputs(inputs) {
  return Object.keys(inputs).filter((key) => !runKeyNames.includes(key));
}
function inputSource(inputs, name2, { of: naming, described }) {
  const workload2 = {};
  for (const key of workloadInputs(inputs)) put(workload2, key, inputs[key] ?? "");
  const value = Object.keys(workload2).length > 0 ? { workloads: { [name2]: workload2 } } : {};
  for (const { name: key } of runKeys) if (inputs[key] !== void 0) value[key] = inputs[key].trim();
  const place = (path2) => {
    const key = (path2[0] === "workloads" ? path2.slice(2) : path2).filter((step) => typeof step === "string").join("-");
    const exact = inputKeys.find((entry) => entry.input === key || key.startsWith(`${entry.input}-`));
    return exact === void 0 ? naming("name") : naming(exact.input);
  };
  return { label: Object.keys(inputs).map(naming).join(", "), value, place, named: () => null, described };
}
function put(workload2, input, text2) {
  const key = inputKeys.find((known) => known.input === input);
  if (key === void 0) return;
  const [group = "", inner] = key.name.split(".");
  const value = typed(key.type, text2);
  const map = workload2[group];
  workload2[group] = inner === void 0 ? value : { ...typeof map === "object" ? map : {}, [inner]: value };
}
function typed(type, text2) {
  if (type === "endpoints") return endpoints2(text2);
  return isList(type) ? linesOf(text2) : inFile(type, text2);
}
function endpoints2(text2) {
  const named = linesOf(text2).map((line) => /^([^\s:]+):\s+(\S+)$/.exec(line));
  return named.every((match) => match !== null) ? Object.fromEntries(named.map(([, name2, url2]) => [name2, url2])) : text2.trim();
}
function linesOf(text2) {
  return text2.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

// src/configure/load.ts
async function loadConfig(request) {
  const naming = request.naming ?? actionInputs;
  const inputs = givenInputs(request.inputs, naming);
  const written = await writtenSource(request);
  const fromFile = written === null ? nothing : read(written);
  const name2 = inputName(request, inputs, fromFile.workloads, naming);
  const source = inputSource(inputs, name2, naming);
  const fromInputs = read(source);
  refuseBoth(source, fromInputs.workloads, written, fromFile.workloads, isChosen(request, inputs));
  const workloads = [...fromFile.workloads, ...fromInputs.workloads];
  if (workloads.length === 0) throw noWorkload(written);
  return {
    ...settingsOf(runKeys, { ...runDefaults, ...fromFile.run, ...fromInputs.run }),
    workloads: request.workload === void 0 ? workloads : selected(workloads, request.workload)
  };
}
var nothing = { workloads: [], run: {} };
var runDefaults = Object.fromEntries(runKeys.map((key) => [key.name, key.default]));
async function writtenSource({ root, configFile, configText }) {
  if (configText !== void 0 && configText.trim() !== "") return await textSource(configText, "config");
  if (configFile !== void 0 && configFile.trim() !== "") return await namedFile(root, configFile);
  return await defaultFile(root);
}
function read(source) {
  if (source.value === null) {
    throw problemsError([{ place: source.label, text: "is empty: expected a map with the key workloads" }]);
  }
  const parsed = configSchema.safeParse(source.value);
  if (!parsed.success) {
    const found = problemsOf(source, parsed.error.issues, knownKeys);
    throw problemsError([...found, ...formsOf(source)], source.described);
  }
  const { workloads: byName = {}, ...run } = parsed.data;
  const named = Object.entries(byName);
  const problems = named.flatMap(([name2, checked]) => contradictions(source, name2, checked));
  const all = [...formsOf(source), ...problems];
  if (all.length > 0) throw problemsError(all, source.described);
  return { workloads: named.map(([name2, checked]) => workloadOf(name2, checked)), run };
}
function formsOf(source) {
  const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const workloads = isMap(source.value) ? source.value.workloads : null;
  if (!isMap(workloads)) return [];
  return Object.entries(workloads).flatMap(
    ([name2, written]) => isMap(written) ? formProblems(source, name2, written) : []
  );
}
var isChosen = ({ workload: workload2 }, inputs) => inputs.name !== void 0 || workload2 !== void 0;
function inputName({ workload: workload2, defaultName }, inputs, others, { of: naming }) {
  const name2 = inputs.name?.trim();
  if (name2 === void 0 || workloadInputs(inputs).length > 0) return name2 ?? workload2 ?? defaultName;
  throw new ConfigError(
    `${naming("name")} names a workload, and nothing else of that workload is given`,
    others.length > 0 ? `Leave ${naming("name")} out, or name a workload of the file: ${namesOf(others)}.` : `Give ${naming("start")} and ${naming("round")} as well.`
  );
}
function refuseBoth(source, given, written, others, chosen) {
  const [workload2] = given;
  if (workload2 === void 0 || written === null || others.length === 0) return;
  const same = others.some(({ name: name2 }) => name2 === workload2.name);
  if (!same && chosen) return;
  const what = same ? `The workload \`${workload2.name}\` is defined twice` : "Workloads are defined in two places";
  throw new ConfigError(
    `${what}: in ${written.label} (${namesOf(others)}) and by ${source.label}`,
    `Keep it in one place: remove ${source.label}, or remove the workload from ${written.label}.`
  );
}
function selected(workloads, names) {
  const chosen = names.split(/[,\s]+/).filter((name2) => name2 !== "").map((name2) => select(workloads, name2));
  return workloads.filter((workload2) => chosen.includes(workload2));
}
function select(workloads, name2) {
  const found = workloads.find((workload2) => workload2.name === name2);
  if (found !== void 0) return found;
  const names = workloads.map((workload2) => workload2.name);
  throw new ConfigError(
    `There is no workload \`${name2}\`${didYouMean(name2, names)}`,
    `Defined are: ${names.join(", ")}.`
  );
}
function noWorkload(written) {
  return new ConfigError(
    written === null ? "There is no workload to measure" : `${written.label} defines no workload`,
    `Let \`leakdiff init\` write a first one, give \`start\` and \`round\` (or \`test\`, or \`run\`) as inputs, or start from this in ${written?.label ?? defaultFiles[0]}:

${minimalConfig}`
  );
}
var namesOf = (workloads) => workloads.map(({ name: name2 }) => name2).join(", ");

export {
  minimalConfig,
  parseDrift,
  parseDuration,
  defaultFiles,
  configInput,
  defaultFile,
  textSource,
  workloadInputs,
  workloadHash,
  loadConfig
};
