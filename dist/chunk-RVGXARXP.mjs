import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  defaultFile,
  defaultFiles,
  namedFile,
  textSource
} from "./chunk-RSSAQIA3.mjs";
import {
  inputKeys,
  runKeys
} from "./chunk-K3QESUYS.mjs";
import {
  runtimeNames
} from "./chunk-M2D7RIK2.mjs";
import {
  problemsError,
  problemsOf
} from "./chunk-IR35DKXA.mjs";
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
} from "./chunk-4NFQOBOK.mjs";
import {
  didYouMean
} from "./chunk-VU2LTKMN.mjs";
import {
  budgetKeys
} from "./chunk-3LVY5SMX.mjs";
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";

// src/configure/workload.ts
import { createHash } from "node:crypto";
function workloadOf(name2, { "measure-base": measureBase, ...written }) {
  const {
    start: _start,
    ready: _ready,
    round: _round,
    test: _test,
    run: _run,
    snapshot: _snapshot,
    files: _files,
    ...rest
  } = written;
  const common = {
    ...rest,
    measureBase,
    name: name2,
    runtime: written.runtime ?? null,
    setup: written.setup ?? null,
    stop: written.stop ?? null,
    profiles: written.profiles ?? []
  };
  const { files: files2, ready = { kind: "probe" }, round, run, snapshot, start, test } = written;
  if (test !== void 0) return { ...common, form: "test", test };
  if (run !== void 0 && files2 !== void 0) return { ...common, form: "run", run, files: files2, warmup: 0 };
  if (run !== void 0) return { ...common, form: "run", run };
  if (start === void 0 || round === void 0) throw new Error(`the workload ${name2} has no form`);
  return { ...common, form: "server", start, ready, round, ...snapshot === void 0 ? {} : { snapshot } };
}
function contradictions(source, name2, written) {
  const { budgets: budgets2, settle: settle2, profiles = [], runtime } = written;
  const problem = (key, text2) => ({
    place: source.place(["workloads", name2, ...key], "value"),
    text: `\`${["workloads", name2, ...key].join(".")}\`: ${text2}`
  });
  const found = [...formProblems(source, name2, written)];
  if (Object.keys(budgetKeys).every((key) => budgets2[key] === "off")) {
    found.push(problem(["budgets"], "all budgets are off, so nothing could ever fail: leave one of them on"));
  }
  if (settle2.quiet > settle2.limit) {
    found.push(problem(["settle"], "expected quiet to be no longer than limit"));
  }
  if (profiles.length > 0 && runtime === "node") {
    found.push(
      problem(
        ["profiles"],
        "expected runtime go: node programs are measured without an endpoint of their own"
      )
    );
  }
  if (written.snapshot !== void 0 && profiles.length > 0)
    found.push(problem(["snapshot"], "a workload has either profiles or snapshot, not both"));
  if (written.snapshot !== void 0 && runtime === "node")
    found.push(problem(["snapshot"], "expected runtime go: node programs are measured without it"));
  if (written.files !== void 0 && profiles.length > 0)
    found.push(problem(["files"], "a workload has either profiles or files, not both"));
  if (written.files !== void 0 && runtime === "node")
    found.push(problem(["files"], "expected runtime go: node programs are measured without them"));
  return found;
}
var forms = ["start", "test", "run"];
var ofServer = ["round", "ready", "snapshot"];
var notOfTests = [...ofServer, "files"];
function formProblems(source, name2, written) {
  const at = (key, part = "key") => source.place(["workloads", name2, key], part);
  const [form, other] = forms.filter((key) => written[key] !== void 0);
  const missing = (key, also = "") => ({
    place: at(key),
    text: `missing key \`workloads.${name2}.${key}\`${also}`
  });
  if (form === void 0) {
    const both = written.round === void 0 ? [missing("round")] : [];
    return [missing("start", " (or test, or run: a workload is one of the three)"), ...both];
  }
  if (other !== void 0) {
    const text2 = `\`workloads.${name2}.${other}\`: a workload has either ${form} or ${other}, not both`;
    return [{ place: at(other), text: text2 }];
  }
  if (form === "start") {
    const alien = written.files === void 0 ? [] : [excluded(source, name2, "files", form)];
    return [...written.round === void 0 ? [missing("round")] : [], ...alien];
  }
  const foreign = (form === "run" ? ofServer : notOfTests).filter((key) => written[key] !== void 0);
  if (form === "test" && written.profiles !== void 0) return [excluded(source, name2, "profiles", form)];
  return foreign.map((key) => excluded(source, name2, key, form));
}
function excluded(source, name2, key, form) {
  const path = ["workloads", name2, key];
  return {
    place: source.place(path, "key"),
    text: `\`${path.join(".")}\`: has no meaning beside ${form}: leave it out`
  };
}
function workloadHash(workload2) {
  const {
    name: _name,
    budgets: _budgets,
    waivers: _waivers,
    trials: _trials,
    measureBase: _base,
    changed: _changed,
    ...shaping
  } = workload2;
  return createHash("sha256").update(`leakdiff workload 1
${JSON.stringify(shaping, sortedKeys)}`).digest("hex");
}
function sortedKeys(_key, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/configure/input-source.ts
function givenInputs(inputs, naming) {
  const given = Object.entries(inputs).filter(([, text2]) => text2.trim() !== "");
  const known = inputKeys.map(({ key }) => key);
  for (const [key] of given) {
    if (known.includes(key)) continue;
    throw new ConfigError(
      `${naming(key)} is not known${didYouMean(key, known)}`,
      `Known are: ${known.join(", ")}.`
    );
  }
  return Object.fromEntries(given);
}
var runKeyNames = ["name", ...runKeys.map(({ key }) => key)];
function workloadInputs(inputs) {
  return Object.keys(inputs).filter((key) => !runKeyNames.includes(key));
}
function inputSource(inputs, name2, naming) {
  const workload2 = {};
  for (const key of workloadInputs(inputs)) put(workload2, key, inputs[key] ?? "");
  const value = Object.keys(workload2).length > 0 ? { workloads: { [name2]: workload2 } } : {};
  for (const { key } of runKeys) if (inputs[key] !== void 0) value[key] = inputs[key].trim();
  const place = (path) => {
    const key = (path[0] === "workloads" ? path.slice(2) : path).filter((step) => typeof step === "string").join("-");
    const exact = inputKeys.find((entry) => entry.key === key || key.startsWith(`${entry.key}-`));
    return exact === void 0 ? naming("name") : naming(exact.key);
  };
  return { label: Object.keys(inputs).map(naming).join(", "), value, place };
}
function put(workload2, key, text2) {
  const [group = "", ...rest] = key.split("-");
  if (rest.length === 0 || !groups.includes(group)) {
    workload2[key] = typed(key, text2);
    return;
  }
  const inner = workload2[group];
  workload2[group] = { ...typeof inner === "object" ? inner : {}, [rest.join("-")]: text2.trim() };
}
var groups = ["settle", "timeout", "files", "budgets"];
var lists = ["changed", "copy", "driver"];
var wholeNumbers = ["operations", "warmup", "rounds", "trials"];
function typed(key, text2) {
  if (wholeNumbers.includes(key) && /^\s*-?\d+(\.\d+)?\s*$/.test(text2)) return Number(text2);
  if (lists.includes(key)) return linesOf(text2);
  if (key === "profiles") return endpoints(text2);
  return text2.trim();
}
function endpoints(text2) {
  const named = linesOf(text2).map((line) => /^([^\s:]+):\s+(\S+)$/.exec(line));
  return named.every((match) => match !== null) ? Object.fromEntries(named.map(([, name2, url2]) => [name2, url2])) : text2.trim();
}
function linesOf(text2) {
  return text2.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

// src/configure/quantities.ts
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

// src/configure/values.ts
import { posix } from "node:path";

// src/configure/ready.ts
var readyForms = "expected a URL, host:port, or /regex/ on the output";
var url = /^https?:\/\/\S+$/;
var address = /^(?:\[[0-9a-fA-F:.]+\]|[^\s/:[\]]+):(?:\d+|\$\w+|\$\{\w+\})$/;
var output = /^\/(.+)\/([a-z]*)$/s;
function parseReady(text2) {
  if (url.test(text2)) return { kind: "url", url: text2 };
  if (address.test(text2)) return { kind: "port", address: text2 };
  const [, pattern, flags = ""] = output.exec(text2) ?? [];
  if (pattern === void 0) return { kind: "problem", problem: readyForms };
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

// src/configure/values.ts
var commandError = "expected a command";
var commandSchema = string({ error: commandError }).trim().min(1, { error: commandError }).refine((text2) => !text2.includes("\0"), { error: "expected a command without NUL bytes" });
var pathError = "expected a path inside the repository, relative and without ..";
var pathSchema = string({ error: pathError }).min(1, { error: pathError }).refine(isInside, { error: pathError }).transform((path) => posix.normalize(path).replace(/\/$/, ""));
function isInside(path) {
  return !posix.isAbsolute(path) && !path.split("/").includes("..") && !/[\0\\]/.test(path) && !path.startsWith("~");
}
var driverEntry = pathSchema.refine((path) => path !== "." && path.split("/")[0] !== ".git", {
  error: "expected a part of the repository: all of head over base would measure head twice"
});
var driverSchema = array(driverEntry, { error: "expected a list of files and folders" });
var copyEntry = pathSchema.refine((path) => path !== "." && path.split("/")[0] !== ".git", {
  error: "expected a part of the checkout"
});
var copySchema = array(copyEntry, { error: "expected a list of files and folders" });
var globError = "expected a glob inside the repository, such as api/** or go.mod";
var glob = string({ error: globError }).trim().min(1, { error: globError }).refine((text2) => isInside(text2.replace(/^!/, "")), { error: globError });
var globsSchema = array(glob, { error: "expected a list of globs" });
var readySchema = string({ error: readyForms }).transform((text2, ctx) => {
  const ready = parseReady(text2.trim());
  if (ready.kind !== "problem") return ready;
  ctx.addIssue({ code: "custom", message: ready.problem, input: text2 });
  return NEVER;
});
var filesError = "expected a glob such as mem-*.pprof or $LEAKDIFF_DIR/mem-*.pprof";
var filesGlobSchema = string({ error: filesError }).trim().min(1, { error: filesError }).refine((text2) => !text2.includes("\0") && !text2.startsWith("!"), { error: filesError });
var endpointError = "expected the URL of a pprof endpoint, such as http://127.0.0.1:6060/debug/pprof";
var endpointUrl = string({ error: endpointError }).regex(/^https?:\/\/\S+$/, { error: endpointError });
var namedEndpoints = record(string().min(1), endpointUrl).refine((map) => Object.keys(map).length > 0, { error: endpointError });
var profilesSchema = union([endpointUrl, namedEndpoints], { error: `${endpointError}, or a map of such by name` }).transform(
  (profiles) => typeof profiles === "string" ? [{ name: null, url: profiles }] : Object.entries(profiles).map(([name2, url2]) => ({ name: name2, url: url2 }))
);
function budgetSchema(isBytes2) {
  const forms2 = isBytes2 ? "a number of bytes or a size such as 64 kB or 8 KiB" : "a number";
  const error = `expected auto, off, ${forms2}`;
  const number2 = number({ error }).min(0, { error });
  const text2 = string({ error }).regex(isBytes2 ? sizePattern : countPattern, { error });
  return union([literal(["auto", "off"], { error }), number2, text2], { error }).transform((value) => {
    if (typeof value === "number" || value === "auto" || value === "off") return value;
    return parseSize(value) ?? "auto";
  });
}

// src/configure/waiver.ts
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
var waiverShape = {
  site: text("expected a function, in which * is any run of characters").refine((site) => /[^*\s]/.test(site), { error: "expected more than *: name what is excused" }).meta({ description: "A function on the stack; * is any run of characters, all else is literal." }),
  quantity: _enum(quantities, { error: `expected one of ${quantities.join(", ")}` }).optional().meta({ description: "What may grow; left out: whatever is counted in the unit of up-to." }),
  "up-to": bound.meta({ description: "Accepted excess of the role's total a round." }),
  reason: text("expected the reason why this may grow").meta({ description: "Why this may grow." }),
  expires: day.meta({
    description: "Last valid day, UTC; afterwards the waiver is ignored, and that is said."
  })
};
var waiverSchema = strictObject(waiverShape, { error: "expected a map of keys" }).transform((written, ctx) => {
  const { site, quantity = null, reason, expires, "up-to": upTo } = written;
  const sized = typeof upTo === "string" && /[B]$/.test(upTo);
  if (sized && quantity !== null && !isBytes(quantity)) {
    ctx.addIssue({
      code: "custom",
      path: ["up-to"],
      message: `expected a number of ${quantity}`,
      input: upTo
    });
    return NEVER;
  }
  const unit = sized || quantity !== null && isBytes(quantity) ? "bytes" : "count";
  const value = typeof upTo === "number" ? upTo : parseSize(upTo) ?? 0;
  return { site, quantity, upTo: value, unit, reason, expires };
});
function isDay(value) {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

// src/configure/schema.ts
var keyOf = (key) => inputKeys.find((entry) => entry.key === key) ?? { key, description: "", default: "" };
var described = (key) => ({ description: keyOf(key).description });
function whole(key, least, most, why = "") {
  const error = `expected a whole number from ${least} to ${most}${why}`;
  const integer = int({ error }).min(least, { error }).max(most, { error });
  return integer.default(Number(keyOf(key).default)).meta(described(key));
}
var longest = 24 * 36e5;
function duration(key) {
  return durationText().prefault(keyOf(key).default).meta(described(key));
}
function durationText() {
  const error = "expected a duration from 1ms to 24h, such as 250ms, 10s, 2m or 1h";
  const text2 = string({ error }).regex(durationPattern, { error });
  return text2.transform((value, ctx) => {
    const parsed = parseDuration(value);
    if (parsed !== null && parsed >= 1 && parsed <= longest) return parsed;
    ctx.addIssue({ code: "custom", message: error, input: value });
    return NEVER;
  });
}
function oneOf(values) {
  return _enum(values, { error: `expected ${values.slice(0, -1).join(", ")} or ${values.at(-1)}` });
}
function budget(name2) {
  const schema = budgetSchema(budgetKeys[name2].endsWith("-bytes"));
  return schema.prefault(keyOf(`budgets-${name2}`).default).meta(described(`budgets-${name2}`));
}
var mapError = "expected a map of keys";
var settle = strictObject(
  { quiet: duration("settle-quiet"), limit: duration("settle-limit") },
  { error: mapError }
);
var timeout = strictObject(
  {
    setup: duration("timeout-setup"),
    ready: duration("timeout-ready"),
    round: duration("timeout-round"),
    stop: duration("timeout-stop")
  },
  { error: mapError }
);
var budgets = strictObject(
  {
    heap: budget("heap"),
    external: budget("external"),
    tasks: budget("tasks"),
    files: budget("files"),
    threads: budget("threads"),
    objects: budget("objects"),
    rss: budget("rss")
  },
  { error: mapError }
);
var files = strictObject(
  {
    heap: filesGlobSchema.optional().meta(described("files-heap")),
    tasks: filesGlobSchema.optional().meta(described("files-tasks"))
  },
  { error: "expected a map with heap, tasks or both" }
).refine(({ heap, tasks }) => heap !== void 0 || tasks !== void 0, {
  error: "expected heap, tasks or both"
});
var workload = strictObject(
  {
    runtime: oneOf(runtimeNames).optional().meta(described("runtime")),
    directory: pathSchema.prefault(keyOf("directory").default).meta(described("directory")),
    changed: globsSchema.prefault([]).meta(described("changed")),
    copy: copySchema.prefault([]).meta(described("copy")),
    driver: driverSchema.prefault([]).meta(described("driver")),
    setup: commandSchema.optional().meta(described("setup")),
    start: commandSchema.optional().meta(described("start")),
    ready: readySchema.optional().meta(described("ready")),
    round: commandSchema.optional().meta(described("round")),
    test: commandSchema.optional().meta(described("test")),
    run: commandSchema.optional().meta(described("run")),
    stop: commandSchema.optional().meta(described("stop")),
    operations: whole("operations", 1, 1e9),
    warmup: whole("warmup", 0, 1e4),
    rounds: whole("rounds", 6, 1e4, ": fewer rounds cannot be judged"),
    trials: whole("trials", 2, 20, ": a leak is believed once two fresh starts have shown it"),
    "measure-base": oneOf(["always", "when-needed"]).default("always").meta(described("measure-base")),
    settle: settle.prefault({}).meta({ description: "When counts have settled after a round." }),
    timeout: timeout.prefault({}).meta({ description: "Time limits of the commands." }),
    measure: oneOf(["all", "started"]).default("all").meta(described("measure")),
    profiles: profilesSchema.optional().meta(described("profiles")),
    snapshot: commandSchema.optional().meta(described("snapshot")),
    files: files.optional().meta({ description: "Profiles that `run` writes itself, in place of the POST." }),
    budgets: budgets.prefault({}).meta({ description: "Accepted excess per round of a role's totals." }),
    waivers: array(waiverSchema, { error: "expected a list of waivers" }).prefault([]).meta({ description: "Sites that may grow: up to how much, why, and until when." })
  },
  { error: mapError }
);
var namePattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
var name = string().regex(namePattern, { error: "expected a name of letters, digits, dots, dashes and underscores" });
var configSchema = strictObject(
  {
    workloads: record(name, workload, { error: "expected a map of workloads by name" }).optional().meta({ description: "What to measure, by name." }),
    comment: oneOf(["auto", "always", "never"]).optional().meta({ ...described("comment"), default: keyOf("comment").default }),
    "fail-on": oneOf(["inconclusive", "leak", "never"]).optional().meta({ ...described("fail-on"), default: keyOf("fail-on").default }),
    "time-limit": durationText().optional().meta(described("time-limit"))
  },
  { error: "expected a map with the key workloads" }
);
var groups2 = { settle: settle.shape, timeout: timeout.shape, files: files.shape, budgets: budgets.shape };
var isGroup = (key) => typeof key === "string" && Object.hasOwn(groups2, key);
function knownKeys(path) {
  if (path.length === 0) return Object.keys(configSchema.shape);
  if (path.length === 2) return Object.keys(workload.shape);
  const group = path[2];
  if (group === "waivers") return path.length === 4 ? Object.keys(waiverShape) : [];
  return isGroup(group) ? Object.keys(groups2[group]) : [];
}

// src/configure/load.ts
async function loadConfig(request) {
  const naming = request.naming ?? ((key) => `input ${key}`);
  const inputs = givenInputs(request.inputs, naming);
  const written = await writtenSource(request);
  const fromFile = written === null ? nothing : read(written);
  const name2 = inputName(request, inputs, fromFile.workloads, naming);
  const source = inputSource(inputs, name2, naming);
  const fromInputs = read(source);
  refuseBoth(source, fromInputs.workloads, written, fromFile.workloads, isChosen(request, inputs));
  const workloads = [...fromFile.workloads, ...fromInputs.workloads];
  if (workloads.length === 0) throw noWorkload(written);
  const timeLimit = fromInputs.timeLimit ?? fromFile.timeLimit;
  return {
    workloads: request.workload === void 0 ? workloads : selected(workloads, request.workload),
    comment: fromInputs.comment ?? fromFile.comment ?? "auto",
    failOn: fromInputs.failOn ?? fromFile.failOn ?? "inconclusive",
    ...timeLimit !== void 0 && { timeLimit }
  };
}
var nothing = { workloads: [] };
async function writtenSource({ root, configFile, configText }) {
  if (configText !== void 0 && configText.trim() !== "") return await textSource(configText, "config");
  if (configFile !== void 0 && configFile.trim() !== "") return await namedFile(root, configFile);
  return await defaultFile(root);
}
function read(source) {
  if (source.value === null) {
    throw problemsError(source.label, [
      { place: source.label, text: "is empty: expected a map with the key workloads" }
    ]);
  }
  const parsed = configSchema.safeParse(source.value);
  if (!parsed.success) {
    const found = problemsOf(source, parsed.error.issues, knownKeys);
    throw problemsError(source.label, [...found, ...formsOf(source)]);
  }
  const { workloads: byName = {}, comment, "fail-on": failOn, "time-limit": timeLimit } = parsed.data;
  const named = Object.entries(byName);
  const problems = named.flatMap(([name2, written]) => contradictions(source, name2, written));
  if (problems.length > 0) throw problemsError(source.label, problems);
  const workloads = named.map(([name2, written]) => workloadOf(name2, written));
  return {
    workloads,
    ...comment && { comment },
    ...failOn && { failOn },
    ...timeLimit && { timeLimit }
  };
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
function inputName({ workload: workload2, defaultName }, inputs, others, naming) {
  const name2 = inputs.name?.trim();
  if (name2 === void 0 || workloadInputs(inputs).length > 0) return name2 ?? workload2 ?? defaultName;
  throw new ConfigError(
    `${naming("name")} names the workload that inputs define, but none of them defines one`,
    others.length > 0 ? `Leave it out, or select a workload of the file: ${namesOf(others)}.` : `Give ${naming("start")} and ${naming("round")} as well.`
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
    `Let \`leakdiff init\` write a first one, or give at least start and round, or test, or run: as inputs, or below workloads.NAME in ${written?.label ?? defaultFiles[0]}.`
  );
}
var namesOf = (workloads) => workloads.map(({ name: name2 }) => name2).join(", ");

// src/trial/both-sides.ts
function blame(head, baseFailure, baseTried) {
  if (!baseTried) return head;
  const comparison = baseFailure === null ? "Base does not fail." : `It fails on base as well. ${baseFailure.text}`;
  return { ...head, text: `${sentence(head.text)} ${comparison}` };
}
var sentence = (text2) => /[.!?]$/.test(text2) ? text2 : `${text2}.`;

// src/debug.ts
import { channel } from "node:diagnostics_channel";
var messages = channel("leakdiff:debug");
function debug(topic, text2) {
  if (messages.hasSubscribers) messages.publish({ topic, text: text2() });
}
function writeDebug(write) {
  const began = performance.now();
  messages.subscribe((message) => {
    const { topic, text: text2 } = message;
    const seconds = ((performance.now() - began) / 1e3).toFixed(3);
    write(`${seconds.padStart(8)} ${topic.padEnd(7)} ${text2.replace(/[\r\n]+/g, " ")}`);
  });
}
var isDebugging = (env) => !["", "0", void 0].includes(env.LEAKDIFF_DEBUG);

export {
  workloadHash,
  loadConfig,
  blame,
  debug,
  writeDebug,
  isDebugging
};
