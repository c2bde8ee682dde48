"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/runtimes/node/protocol.ts
var probeVariables;
var init_protocol = __esm({
  "src/runtimes/node/protocol.ts"() {
    "use strict";
    probeVariables = {
      sockets: "LEAKDIFF_SOCKETS",
      rate: "LEAKDIFF_RATE",
      /** Set: only processes that run tests are measured, which are named by their file below this directory. */
      tests: "LEAKDIFF_TESTS",
      /** Set: nothing is judged of this process, and it is diagnosed for this (`DiagnosticGoal`). */
      diagnose: "LEAKDIFF_DIAGNOSE"
    };
  }
});

// src/runtimes/node/probe/sources/in-memory.ts
function mapsInMemory(session, profile) {
  const all = extensions[".js"] !== plain || compiledKey in globalThis;
  if (!all && !holds(profile, isCompiled)) return null;
  const maps = scriptsOf(session).flatMap(
    ({ sourceMapURL = "", url }) => sourceMapURL.startsWith("data:") ? [[pathOf(url), sourceMapURL]] : []
  );
  return new Map(maps);
}
function scriptsOf(session) {
  const scripts = [];
  const found = ({ params }) => {
    const { sourceMapURL, url } = params;
    if (!/^(?:\/|file:)/.test(url) || url.includes("/node_modules/")) return;
    scripts.push({ url, ...sourceMapURL !== void 0 && { sourceMapURL } });
  };
  session.on("Debugger.scriptParsed", found);
  session.post("Debugger.enable");
  session.post("Debugger.disable");
  session.removeListener("Debugger.scriptParsed", found);
  return scripts;
}
function pathOf(url) {
  const path = url.replace(/[?#].*$/, "");
  return path.startsWith("file://") ? (0, import_node_url.fileURLToPath)(path) : path;
}
var import_node_module, import_node_url, extensions, plain, compiledKey, isCompiled, holds;
var init_in_memory = __esm({
  "src/runtimes/node/probe/sources/in-memory.ts"() {
    "use strict";
    import_node_module = __toESM(require("node:module"), 1);
    import_node_url = require("node:url");
    extensions = import_node_module.default._extensions;
    plain = extensions[".js"];
    compiledKey = /* @__PURE__ */ Symbol.for("leakdiff.compiled");
    isCompiled = ({ callFrame: { url } }) => /\.(?:[cm]?ts|[jt]sx|vue|svelte)(?:$|[?#])/.test(url) && !url.includes("/node_modules/");
    holds = (node, wanted) => wanted(node) || node.children.some((child) => holds(child, wanted));
  }
});

// src/runtimes/node/probe/heap.ts
function sampleHeap(rate) {
  const session = new import_node_inspector.Session();
  session.connect();
  session.post("HeapProfiler.enable");
  session.post("HeapProfiler.startSampling", { samplingInterval: rate });
  const done = (method) => new Promise((resolve2, reject) => {
    session.post(method, (error) => error ? reject(refusal2(error)) : resolve2());
  });
  return {
    scripts: () => scriptsOf(session).map(({ url }) => pathOf(url)),
    maps: ({ head }) => mapsInMemory(session, head),
    mark: async () => {
      let highest = 0;
      session.on("HeapProfiler.lastSeenObjectId", ({ params }) => {
        highest = Math.max(highest, params.lastSeenObjectId);
      });
      await done("HeapProfiler.startTrackingHeapObjects");
      await done("HeapProfiler.stopTrackingHeapObjects");
      session.removeAllListeners("HeapProfiler.lastSeenObjectId");
      return highest;
    },
    graph: (path) => {
      const file = (0, import_node_fs.openSync)(path, "wx", 384);
      session.on("HeapProfiler.addHeapSnapshotChunk", ({ params }) => void (0, import_node_fs.writeSync)(file, params.chunk));
      return new Promise((resolve2, reject) => {
        session.post("HeapProfiler.takeHeapSnapshot", (error) => {
          session.removeAllListeners("HeapProfiler.addHeapSnapshotChunk");
          (0, import_node_fs.closeSync)(file);
          if (error) reject(refusal2(error));
          else resolve2();
        });
      });
    },
    collect: () => new Promise((resolve2, reject) => {
      session.post("HeapProfiler.collectGarbage", (error) => error ? reject(refusal2(error)) : resolve2());
    }),
    profile: () => new Promise((resolve2, reject) => {
      session.post(
        "HeapProfiler.getSamplingProfile",
        (error, result) => error ? reject(refusal2(error)) : resolve2(result.profile)
      );
    })
  };
}
var import_node_fs, import_node_inspector, refusal2;
var init_heap = __esm({
  "src/runtimes/node/probe/heap.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_inspector = require("node:inspector");
    init_in_memory();
    refusal2 = (error) => new Error(`V8 refused: ${error.message}`);
  }
});

// src/runtimes/node/runtime-timers.ts
function isNetworkTimer(type, stack) {
  if (type !== "Timeout") return false;
  const creator = stack.findLast((frame) => !isTimerPlumbing(frame.file));
  return creator === void 0 || network.test(creator.file);
}
var plumbing, network, isTimerPlumbing;
var init_runtime_timers = __esm({
  "src/runtimes/node/runtime-timers.ts"() {
    "use strict";
    plumbing = /* @__PURE__ */ new Set(["node:internal/async_hooks", "node:internal/timers", "node:timers"]);
    network = /^node:(?:net|tls|_tls_wrap|_http_\w+|http|https|http2|internal\/(?:http|http2\/\w+|stream_base_commons|deps\/undici\/\w+))$/;
    isTimerPlumbing = (file) => plumbing.has(file);
  }
});

// src/runtimes/node/probe/tasks/creation.ts
function capture(type, below) {
  const captured = { type };
  const limit = Error.stackTraceLimit;
  Reflect.set(Error, "stackTraceLimit", depth);
  Error.captureStackTrace(captured, below);
  Reflect.set(Error, "stackTraceLimit", limit);
  return captured;
}
function withCallSites(read2) {
  const own = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  Reflect.defineProperty(Error, "prepareStackTrace", {
    value: (_error, sites) => sites,
    configurable: true,
    writable: true
  });
  try {
    read2();
  } finally {
    if (own) Reflect.defineProperty(Error, "prepareStackTrace", own);
    else Reflect.deleteProperty(Error, "prepareStackTrace");
  }
}
function frames({ stack }) {
  if (!Array.isArray(stack)) return [];
  return stack.map(toFrame).reverse();
}
function toFrame(site) {
  return {
    function: site.getFunctionName() || "(anonymous)",
    file: site.getScriptNameOrSourceURL() || "",
    line: site.getLineNumber() ?? 0,
    column: site.getColumnNumber() ?? 0
  };
}
function creationText(captured, before = []) {
  const whole = frames(captured);
  if (isNetworkTimer(captured.type, whole)) return null;
  const outside = usersOf(whole);
  const inside = whole.slice(0, whole.findLastIndex((frame) => !isTimerPlumbing(frame.file)) + 1);
  const kept = outside.length > 0 ? outside : inside;
  const named = kept.length > 0 ? kept : [{ function: `(${captured.type})`, file: "node:native", line: 0, column: 0 }];
  const led = outside.length > 0 ? [] : before.map((one) => usersOf(frames(one))).filter((one) => one.length > 0);
  return JSON.stringify([
    captured.type,
    named.map(toRow),
    ...led.length > 0 ? [led.map((one) => one.map(toRow))] : []
  ]);
}
var depth, toRow, usersOf;
var init_creation = __esm({
  "src/runtimes/node/probe/tasks/creation.ts"() {
    "use strict";
    init_runtime_timers();
    depth = 24;
    toRow = (frame) => [frame.function, frame.file, frame.line, frame.column];
    usersOf = (whole) => whole.slice(0, whole.findLastIndex((frame) => frame.file !== "" && !frame.file.startsWith("node:")) + 1);
  }
});

// src/runtimes/node/probe/opened.ts
function followFiles() {
  const entries = /* @__PURE__ */ new Map();
  const stat = import_node_fs2.default.fstatSync;
  const identityOf = (fd) => {
    try {
      const { dev, ino } = stat(fd);
      return `${dev}:${ino}`;
    } catch {
      return null;
    }
  };
  const note = (fd, from) => {
    const file = typeof fd === "number" ? identityOf(fd) : null;
    if (typeof fd === "number" && file !== null) entries.set(fd, { from, file });
  };
  wrapSync(note);
  wrapCallback(note);
  wrapPromise(note);
  wrapStreams(note);
  (0, import_node_module2.syncBuiltinESMExports)();
  return {
    live() {
      for (const [fd, { file }] of entries) if (identityOf(fd) !== file) entries.delete(fd);
      withCallSites(() => {
        for (const entry of entries.values())
          if (typeof entry.from === "object" && entry.from !== null) entry.from = creationText(entry.from);
      });
      const counts = /* @__PURE__ */ new Map();
      for (const { from } of entries.values())
        if (typeof from === "string") counts.set(from, (counts.get(from) ?? 0) + 1);
      return counts;
    }
  };
}
function replace(owner, name, around) {
  const own = Reflect.get(owner, name);
  if (typeof own !== "function") return;
  const wrapped = around(own, () => wrapped);
  Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(own));
  Reflect.set(owner, name, wrapped);
}
function wrapStreams(note) {
  for (const name of ["createReadStream", "createWriteStream"])
    replace(
      import_node_fs2.default,
      name,
      (own, wrapped) => function(...args) {
        const stream = Reflect.apply(own, this, args);
        const from = capture(name, wrapped());
        stream.once("open", (fd) => note(fd, from));
        return stream;
      }
    );
}
var import_node_fs2, import_node_module2, wrapSync, wrapCallback, wrapPromise;
var init_opened = __esm({
  "src/runtimes/node/probe/opened.ts"() {
    "use strict";
    import_node_fs2 = __toESM(require("node:fs"), 1);
    import_node_module2 = require("node:module");
    init_creation();
    wrapSync = (note) => replace(
      import_node_fs2.default,
      "openSync",
      (own, wrapped) => function(...args) {
        const fd = Reflect.apply(own, this, args);
        note(fd, capture("openSync", wrapped()));
        return fd;
      }
    );
    wrapCallback = (note) => replace(
      import_node_fs2.default,
      "open",
      (own, wrapped) => function(...args) {
        const done = args.at(-1);
        if (typeof done !== "function") return Reflect.apply(own, this, args);
        const from = capture("open", wrapped());
        const noted = function(error, fd) {
          if (!error) note(fd, from);
          return Reflect.apply(done, this, [error, fd]);
        };
        return Reflect.apply(own, this, [...args.slice(0, -1), noted]);
      }
    );
    wrapPromise = (note) => replace(
      import_node_fs2.default.promises,
      "open",
      (own, wrapped) => async function(...args) {
        const from = capture("promises.open", wrapped());
        const handle = await Reflect.apply(own, this, args);
        note(handle.fd, from);
        return handle;
      }
    );
  }
});

// src/runtimes/node/probe/quiet.ts
function quietFlags(v82) {
  return Number.parseInt(v82, 10) >= 13 ? [...compileOnce, ...everyFrame] : [...compileOnce, ...neverOptimise];
}
function quietV8() {
  for (const flag of quietFlags(process.versions.v8)) (0, import_node_v8.setFlagsFromString)(flag);
}
var import_node_v8, compileOnce, everyFrame, neverOptimise;
var init_quiet = __esm({
  "src/runtimes/node/probe/quiet.ts"() {
    "use strict";
    import_node_v8 = require("node:v8");
    compileOnce = ["--no-flush-bytecode", "--always-sparkplug", "--no-lazy-feedback-allocation"];
    everyFrame = ["--no-turbo-inlining", "--no-maglev-inlining"];
    neverOptimise = ["--no-opt", "--no-maglev"];
  }
});

// src/runtimes/node/probe/objects.ts
function createObjectCounter() {
  const { queryObjects } = v8;
  let counts = null;
  return () => {
    counts ??= v8.getHeapStatistics().used_heap_size <= largestHeap;
    if (queryObjects === void 0 || !counts) return null;
    return withoutWarning(() => queryObjects(Object, { format: "count" }));
  };
}
function withoutWarning(run) {
  const { emitWarning } = process;
  process.emitWarning = () => {
  };
  try {
    return run();
  } finally {
    process.emitWarning = emitWarning;
  }
}
var v8, largestHeap;
var init_objects = __esm({
  "src/runtimes/node/probe/objects.ts"() {
    "use strict";
    v8 = __toESM(require("node:v8"), 1);
    largestHeap = 128 * 1024 * 1024;
  }
});

// src/runtimes/node/probe/readings.ts
function createReader(heap, tasks) {
  const turn = () => new Promise((resolve2) => tasks.ours(() => (0, import_node_timers.setImmediate)(resolve2)));
  const collect = async () => {
    tasks.intern();
    await turn();
    tasks.intern();
    await heap.collect();
    return null;
  };
  const count = async () => {
    let least = Number.MAX_SAFE_INTEGER;
    let external = Number.POSITIVE_INFINITY;
    for (let reading = 0; reading < mostReadings; reading++) {
      await collect();
      const freed = least - usedByObjects();
      least -= Math.max(0, freed);
      external = Math.min(external, process.memoryUsage().external - tasks.bytes());
      if (freed < steady) break;
    }
    await turn();
    tasks.intern();
    return { "heap-bytes": least, "external-bytes": Math.max(0, external), tasks: tasks.count() };
  };
  const counter = createObjectCounter();
  const objects = async () => {
    tasks.intern();
    return { "heap-objects": counter() };
  };
  return { collect, count, objects };
}
function usedByObjects() {
  let used = 0;
  for (const space of (0, import_node_v82.getHeapSpaceStatistics)()) {
    if (!/code|trusted/.test(space.space_name)) used += space.space_used_size;
  }
  return used;
}
var import_node_timers, import_node_v82, mostReadings, steady;
var init_readings = __esm({
  "src/runtimes/node/probe/readings.ts"() {
    "use strict";
    import_node_timers = require("node:timers");
    import_node_v82 = require("node:v8");
    init_objects();
    mostReadings = 5;
    steady = 1024;
  }
});

// src/runtimes/node/probe/server.ts
function serve(path, tasks, answer, lasting = false) {
  let last = Promise.resolve();
  const server = (0, import_node_net.createServer)((socket) => {
    const handle = socket._handle;
    const id = handle?.getAsyncId?.();
    if (id !== void 0) tasks.forget(id);
    socket.unref();
    socket.on("error", () => socket.destroy());
    onLines(socket, (line) => {
      last = last.then(async () => {
        const reply = await toReply(line, answer);
        tasks.ours(() => socket.write(`${JSON.stringify(reply)}
`));
        if (lasting && JSON.parse(line).do === "end") server.close();
      });
    });
  });
  server.on("error", (error) => {
    process.stderr.write(`leakdiff: this process cannot be measured: ${error.message}
`);
  });
  server.listen({ path, exclusive: true, writableAll: true });
  if (!lasting) server.unref();
}
function onLines(socket, use) {
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) use(line);
  });
}
async function toReply(line, answer) {
  try {
    return { answer: await answer(JSON.parse(line)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
var import_node_net;
var init_server = __esm({
  "src/runtimes/node/probe/server.ts"() {
    "use strict";
    import_node_net = require("node:net");
  }
});

// src/runtimes/node/source/source-map.ts
function linesOf(file, text) {
  const { sourceRoot = "", ...payload } = JSON.parse(text);
  const map = new import_node_module3.SourceMap(payload);
  const place = ({ originalLine, originalSource }) => ({
    path: pathFrom((0, import_node_path2.dirname)(file), sourceRoot, originalSource),
    line: originalLine + 1
  });
  const entry = (line, column) => {
    const found = map.findEntry(line - 1, column);
    return "originalSource" in found && found.generatedLine === line - 1 ? found : null;
  };
  return (line, column) => {
    const exact = column === void 0 ? null : entry(line, column - 1);
    if (exact !== null) return place(exact);
    const last = entry(line, 1e9);
    const first = entry(line, 0) ?? last;
    if (first === null || last === null || first.originalSource !== last.originalSource) return null;
    if (Math.abs(first.originalLine - last.originalLine) > nearby) return null;
    return place(first);
  };
}
var import_node_module3, import_node_path2, import_node_url2, mostBytes, inlineMap, pathFrom, nearby;
var init_source_map = __esm({
  "src/runtimes/node/source/source-map.ts"() {
    "use strict";
    import_node_module3 = require("node:module");
    import_node_path2 = require("node:path");
    import_node_url2 = require("node:url");
    mostBytes = 32 * 2 ** 20;
    inlineMap = (url) => {
      const [, data] = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.+)$/.exec(url) ?? [];
      return data === void 0 ? null : Buffer.from(data, "base64").toString("utf8");
    };
    pathFrom = (directory, sourceRoot, source) => source.startsWith("file://") ? (0, import_node_url2.fileURLToPath)(source) : (0, import_node_path2.resolve)(directory, sourceRoot, source);
    nearby = 3;
  }
});

// src/runtimes/node/probe/sources/mapped.ts
function createMapped(scripts) {
  const mapOf = globalThis[mapsKey];
  if (mapOf === void 0 && scripts === null) return null;
  const known = /* @__PURE__ */ new Map();
  const lineOf = (url, line, column) => {
    const file = pathOf(url);
    if (!known.has(file)) known.set(file, read(file, mapOf?.(file)) ?? within(file, scripts?.get(file)));
    const found = known.get(file)?.(line, column) ?? null;
    return found?.path === file ? found.line : line;
  };
  const row = ([name, url, line, column]) => [name, url, lineOf(url, line, column)];
  const heap = (node) => {
    const { columnNumber, lineNumber, url } = node.callFrame;
    node.callFrame.lineNumber = lineOf(url, lineNumber + 1, columnNumber + 1) - 1;
    for (const child of node.children) heap(child);
  };
  return {
    text: (text) => {
      const [type, rows, ...more] = JSON.parse(text);
      return JSON.stringify([type, rows.map(row), ...more]);
    },
    heap
  };
}
function read(file, map) {
  try {
    const lines = map === void 0 ? null : linesOf(file, (0, import_node_fs3.readFileSync)(map, "utf8"));
    return lines && ((line) => lines(line));
  } catch {
    return null;
  }
}
function within(file, url) {
  try {
    const text = url === void 0 ? null : inlineMap(url);
    return text === null ? null : linesOf(file, text);
  } catch {
    return null;
  }
}
var import_node_fs3, mapsKey;
var init_mapped = __esm({
  "src/runtimes/node/probe/sources/mapped.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    init_source_map();
    init_in_memory();
    mapsKey = /* @__PURE__ */ Symbol.for("leakdiff.maps");
  }
});

// src/runtimes/node/probe/snapshots.ts
function createSnapshots({ name, rate, file, heap, opened, tasks }) {
  const boundaries = /* @__PURE__ */ new Map();
  const writeHeap = (path, round, profile) => {
    let highest = boundaries.get(round) ?? 0;
    for (const { ordinal } of profile.samples ?? []) if (ordinal > highest) highest = ordinal;
    boundaries.set(round, highest);
    const head = { format: "leakdiff-node-heap", probe: file, rate, boundaries: [...boundaries] };
    (0, import_node_fs4.writeFileSync)(path, JSON.stringify({ ...head, ...profile }));
  };
  const writeStacks = (path, stacks, mapped) => {
    const out = (0, import_node_fs4.openSync)(path, "w");
    try {
      (0, import_node_fs4.writeSync)(out, '{"format":"leakdiff-node-tasks","stacks":[');
      let separator = "";
      for (const [text, count] of stacks) {
        (0, import_node_fs4.writeSync)(out, `${separator}[${count},${mapped?.text(text) ?? text}]`);
        separator = ",";
      }
      (0, import_node_fs4.writeSync)(out, "]}");
    } finally {
      (0, import_node_fs4.closeSync)(out);
    }
    return path;
  };
  let marked = 0;
  const writeGraph = async (directory) => {
    if (marked === 0 || process.memoryUsage().heapUsed > mostGraphed) return [];
    const path = (0, import_node_path3.join)(directory, `${name}.since-${marked}.heapsnapshot`);
    await heap.graph(path);
    return [path];
  };
  const writeProfiles = async (directory, round) => {
    const paths = {
      heap: (0, import_node_path3.join)(directory, `${name}.heap.json`),
      tasks: (0, import_node_path3.join)(directory, `${name}.tasks.json`)
    };
    tasks.intern();
    await heap.collect();
    const profile = await heap.profile();
    const mapped = createMapped(heap.maps(profile));
    mapped?.heap(profile.head);
    writeHeap(paths.heap, round, profile);
    writeStacks(paths.tasks, tasks.live(), mapped);
    const openedPath = (0, import_node_path3.join)(directory, `${name}.files.json`);
    const files = opened === null ? [] : [writeStacks(openedPath, opened.live(), mapped)];
    return [paths.heap, paths.tasks, ...files];
  };
  return {
    async write({ directory, graph, round }) {
      const files = await writeProfiles(directory, round);
      if (graph === "mark" && process.memoryUsage().heapUsed <= mostGraphed) marked = await heap.mark();
      if (graph !== "write") return files;
      await new Promise(setImmediate);
      return [...files, ...await writeGraph(directory)];
    }
  };
}
var import_node_fs4, import_node_path3, mostGraphed;
var init_snapshots = __esm({
  "src/runtimes/node/probe/snapshots.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_node_path3 = require("node:path");
    init_mapped();
    mostGraphed = 2e8;
  }
});

// src/runtimes/node/probe/live.ts
function createLiveTasks() {
  let keys = new Int32Array(smallest);
  let values = new Int32Array(smallest);
  let mask = smallest - 1;
  let size = 0;
  const home = (key) => {
    const mixed = Math.imul(key, 2654435761);
    return (mixed ^ mixed >>> 15) & mask;
  };
  const find = (key) => {
    let slot = home(key);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = slot + 1 & mask;
    return slot;
  };
  const resize = (capacity) => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Int32Array(capacity);
    values = new Int32Array(capacity);
    mask = capacity - 1;
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i] ?? 0;
      if (key === 0) continue;
      const slot = find(key);
      keys[slot] = key;
      values[slot] = oldValues[i] ?? 0;
    }
  };
  const close = (hole) => {
    for (let next = hole + 1 & mask; keys[next] !== 0; next = next + 1 & mask) {
      const distance = next - home(keys[next] ?? 0) & mask;
      if (distance < (next - hole & mask)) continue;
      keys[hole] = keys[next] ?? 0;
      values[hole] = values[next] ?? 0;
      hole = next;
    }
    keys[hole] = 0;
  };
  return {
    set(task, stack) {
      const key = task | 0;
      const slot = find(key);
      if (keys[slot] === 0) size++;
      keys[slot] = key;
      values[slot] = stack;
      if (size * 2 > keys.length) resize(keys.length * 2);
    },
    take(task) {
      const slot = find(task | 0);
      if (keys[slot] === 0) return -1;
      const stack = values[slot] ?? -1;
      close(slot);
      size--;
      if (keys.length > smallest && size * 8 < keys.length) resize(keys.length / 2);
      return stack;
    },
    bytes: () => keys.byteLength + values.byteLength
  };
}
var smallest;
var init_live = __esm({
  "src/runtimes/node/probe/live.ts"() {
    "use strict";
    smallest = 1024;
  }
});

// src/runtimes/node/probe/tasks/ancestry.ts
function followOrigins(below) {
  const origins = /* @__PURE__ */ new Map();
  return {
    init(id, type, trigger) {
      if (!isPassing(type)) return;
      const before = origins.get(trigger) ?? null;
      origins.set(id, { captured: capture(type, below), before });
      let last = before;
      for (let length = 1; last !== null && length < longest; length++) last = last.before;
      if (last !== null) last.before = null;
    },
    destroy: (id) => void origins.delete(id),
    of(trigger) {
      const found = [];
      for (let at = origins.get(trigger) ?? null; at !== null; at = at.before) found.push(at.captured);
      return found;
    }
  };
}
var longest, isPassing;
var init_ancestry = __esm({
  "src/runtimes/node/probe/tasks/ancestry.ts"() {
    "use strict";
    init_creation();
    longest = 8;
    isPassing = (type) => type === "TickObject" || /REQ(?:WRAP)?$/.test(type);
  }
});

// src/runtimes/node/probe/tasks/promises.ts
function asyncWrap() {
  const { binding } = process;
  const silenced = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return binding?.call(process, "async_wrap") ?? null;
  } catch {
    return null;
  } finally {
    if (silenced === void 0) Reflect.deleteProperty(process, "noDeprecation");
    else process.noDeprecation = silenced;
  }
}
function usesHooks() {
  const wrap = asyncWrap();
  if (wrap === null) return false;
  const enabled = wrap.async_hook_fields[wrap.constants.kTotals] ?? 0;
  return enabled > 0 || wrap.getPromiseHooks().some((hook) => hook !== void 0);
}
function stopPromiseHooks() {
  asyncWrap()?.setPromiseHooks(void 0, void 0, void 0, void 0);
}
var init_promises = __esm({
  "src/runtimes/node/probe/tasks/promises.ts"() {
    "use strict";
  }
});

// src/runtimes/node/probe/tasks/stacks.ts
function createStackStore() {
  let text = Buffer.allocUnsafeSlow(16384);
  let ends = new Int32Array(256);
  let counts = new Int32Array(256);
  let slots = new Int32Array(1024);
  let size = 0;
  const start = (stack) => stack === 0 ? 0 : ends[stack - 1] ?? 0;
  const find = (entry) => {
    const mask = slots.length - 1;
    for (let slot = hash(entry) & mask; ; slot = slot + 1 & mask) {
      const stack = (slots[slot] ?? 0) - 1;
      if (stack < 0) return slot;
      if (text.subarray(start(stack), ends[stack]).equals(entry)) return slot;
    }
  };
  const read2 = (stack) => text.subarray(start(stack), ends[stack]);
  const makeRoom = (length) => {
    const used = start(size);
    if (used + length > text.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(text.length * 2, used + length));
      text.copy(larger, 0, 0, used);
      text = larger;
    }
    if (size < ends.length) return;
    ends = enlarged(ends);
    counts = enlarged(counts);
    slots = new Int32Array(slots.length * 2);
    for (let stack = 0; stack < size; stack++) slots[find(read2(stack))] = stack + 1;
  };
  return {
    intern(entry) {
      const bytes = Buffer.from(entry);
      const known = (slots[find(bytes)] ?? 0) - 1;
      if (known >= 0) return known;
      makeRoom(bytes.length);
      slots[find(bytes)] = size + 1;
      const from = start(size);
      bytes.copy(text, from);
      ends[size] = from + bytes.length;
      return size++;
    },
    change(stack, by) {
      counts[stack] = (counts[stack] ?? 0) + by;
    },
    *live() {
      for (let stack = 0; stack < size; stack++) {
        const count = counts[stack] ?? 0;
        if (count > 0) yield [read2(stack).toString(), count];
      }
    },
    bytes: () => text.buffer.byteLength + ends.byteLength + counts.byteLength + slots.byteLength
  };
}
function enlarged(array) {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
function hash(bytes) {
  let h = 2166136261 | 0;
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ (bytes[i] ?? 0), 16777619);
  return h ^ h >>> 15;
}
var init_stacks = __esm({
  "src/runtimes/node/probe/tasks/stacks.ts"() {
    "use strict";
  }
});

// src/runtimes/node/probe/tasks/tasks.ts
function trackTasks({ onTest = () => {
}, origins: follows }) {
  const live = createLiveTasks();
  const stacks = createStackStore();
  let captured = /* @__PURE__ */ new Map();
  const led = /* @__PURE__ */ new Map();
  let tasks = 0;
  let ours = 0;
  let sawPromise = false;
  const init = (id, type, trigger, resource) => {
    if (ours === 0 && type !== "PROMISE") origins?.init(id, type, trigger);
    if (ours > 0 || !taskTypes.has(type)) {
      if (type === "PROMISE") sawPromise = true;
      else if (type === "Test") onTest(resource);
      return;
    }
    captured.set(id, capture(type, init));
    const before = origins?.of(trigger) ?? [];
    if (before.length > 0) led.set(id, before);
    if (captured.size >= mostCaptured) intern();
  };
  const origins = follows ? followOrigins(init) : null;
  const destroy = (id) => {
    origins?.destroy(id);
    led.delete(id);
    if (captured.delete(id)) return;
    const stack = live.take(id);
    if (stack < 0) return;
    stacks.change(stack, -1);
    tasks--;
  };
  const intern = () => {
    if (captured.size === 0) return;
    const fresh = captured;
    captured = /* @__PURE__ */ new Map();
    withCallSites(() => {
      for (const [id, creation] of fresh) {
        const text = creationText(creation, led.get(id));
        if (text === null) continue;
        const stack = stacks.intern(text);
        live.set(id, stack);
        stacks.change(stack, 1);
        tasks++;
      }
    });
    led.clear();
  };
  enable({ init, destroy }, () => sawPromise);
  return {
    ours(run) {
      ours++;
      try {
        return run();
      } finally {
        ours--;
      }
    },
    forget: destroy,
    intern,
    count: () => tasks,
    live: stacks.live,
    bytes: () => live.bytes() + stacks.bytes()
  };
}
function enable(hooks, sawPromise) {
  const alone = !usesHooks();
  const options = { ...hooks, trackPromises: false };
  (0, import_node_async_hooks.createHook)(options).enable();
  Promise.resolve();
  if (sawPromise() && alone) stopPromiseHooks();
}
var import_node_async_hooks, notTasks, taskTypes, mostCaptured;
var init_tasks = __esm({
  "src/runtimes/node/probe/tasks/tasks.ts"() {
    "use strict";
    import_node_async_hooks = require("node:async_hooks");
    init_live();
    init_ancestry();
    init_creation();
    init_promises();
    init_stacks();
    notTasks = /* @__PURE__ */ new Set([
      "NONE",
      "PROMISE",
      "HTTPINCOMINGMESSAGE",
      "HTTPCLIENTREQUEST",
      "TLSWRAP",
      "ELDHISTOGRAM",
      "RANDOMBYTESREQUEST",
      "SIGINTWATCHDOG",
      "HEAPSNAPSHOT",
      "WORKERHEAPSNAPSHOT"
    ]);
    taskTypes = new Set(
      ["Timeout", ...Object.keys(import_node_async_hooks.asyncWrapProviders)].filter((type) => !notTasks.has(type))
    );
    mostCaptured = 2e4;
  }
});

// src/runtimes/node/probe/probe.ts
var probe_exports = {};
__export(probe_exports, {
  startProbe: () => startProbe
});
function startProbe({ sockets: sockets2, rate, file, tests, goal }) {
  if (threads.isInternalThread) return;
  if (threads.isMainThread) quietV8();
  const name = threads.isMainThread ? `node-${process.pid}` : `node-${process.pid}-w${threads.threadId}`;
  const heap = sampleHeap(rate);
  const watch = tests === null ? null : testWatcher(file);
  const tasks = trackTasks({ onTest: watch?.onTest, origins: goal !== null });
  const opened = goal === "openers" ? followFiles() : null;
  const reader = createReader(heap, tasks);
  const snapshots = createSnapshots({ name, rate, file, heap, opened, tasks });
  const answer = async (request) => {
    if (request.do === "collect") return await reader.collect();
    if (request.do === "count") return await reader.count();
    if (request.do === "heap") return await reader.objects();
    if (request.do === "snapshot") return await snapshots.write(request);
    throw new Error("The probe and leakdiff are of different versions.");
  };
  const listen = (path, answering, lasting) => {
    (0, import_node_fs5.rmSync)(path, { force: true });
    tasks.ours(() => serve(path, tasks, answering, lasting));
  };
  if (watch === null || tests === null) {
    listen((0, import_node_path4.join)(sockets2, `${name}.sock`), answer, false);
    return;
  }
  let sessions = 0;
  watch.start({
    directory: tests,
    ours: tasks.ours,
    begin: (session) => {
      delete process.env[probeVariables.sockets];
      const isOurs = (path) => path.startsWith(`${(0, import_node_path4.dirname)(file)}/`);
      const theirs = () => heap.scripts().filter((path) => !isOurs(path));
      const loaded = () => theirs().map((path) => (0, import_node_path4.relative)(tests, path));
      listen((0, import_node_path4.join)(sockets2, `${name}-t${++sessions}.sock`), sessionAnswer(session, loaded, answer), true);
    }
  });
}
function testWatcher(file) {
  const { createTestWatcher } = require((0, import_node_path4.join)((0, import_node_path4.dirname)(file), "node-tests.cjs"));
  return createTestWatcher();
}
var import_node_fs5, import_node_path4, threads, sessionAnswer;
var init_probe = __esm({
  "src/runtimes/node/probe/probe.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    import_node_path4 = require("node:path");
    threads = __toESM(require("node:worker_threads"), 1);
    init_protocol();
    init_heap();
    init_opened();
    init_quiet();
    init_readings();
    init_server();
    init_snapshots();
    init_tasks();
    sessionAnswer = (session, loaded, otherwise) => async (request) => {
      if (request.do === "name") return { name: session.name, goesOn: session.goesOn };
      if (request.do === "round") return await session.round();
      if (request.do === "files") return loaded();
      if (request.do === "leave") session.leave();
      else if (request.do === "end") session.end();
      else return await otherwise(request);
      return null;
    };
  }
});

// src/runtimes/node/probe/preload.ts
init_protocol();

// src/runtimes/node/probe/package-manager.ts
var programs = /^(?:npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)(?:-cli)?(?:-\d[\w.-]*?)?(?:\.[cm]?js)?$/;
function isPackageManager(program) {
  if (program === void 0) return false;
  return programs.test(program.slice(Math.max(program.lastIndexOf("/"), program.lastIndexOf("\\")) + 1));
}

// src/runtimes/node/probe/tests/arguments.ts
var changes = [
  {
    program: /\/jest(?:-cli)?\/bin\/jest\.js$|\/\.bin\/jest$/,
    without: /^(?:-o|-f|--(?:watch|watchAll|coverage|collectCoverage|detectOpenHandles|onlyChanged|onlyFailures|lastCommit|changedFilesWithAncestor)(?:=.*)?|--changedSince=.*)$/,
    withoutBoth: /^--changedSince$/,
    more: ["--forceExit", "--coverage=false"]
  },
  {
    program: /\/mocha\/(?:bin\/_?mocha(?:\.js)?|lib\/cli\/cli\.js)$|\/\.bin\/_?mocha$/,
    without: /^(?:--watch|-w|--parallel|-p)(?:=.*)?$/,
    more: ["--no-parallel"]
  },
  {
    program: /\/vitest\/(?:vitest\.mjs|dist\/cli\.js)$|\/\.bin\/vitest$/,
    without: /^(?:--watch|-w|--ui|--changed|--coverage(?:\.[\w.]+)?)(?:=.*)?$/,
    more: ["--coverage.enabled=false"]
  }
];
function testArguments(program, given) {
  const path = program?.replaceAll("\\", "/") ?? "";
  const change = changes.find((one) => one.program.test(path));
  if (change === void 0) return given;
  const kept = given.filter(
    (word, index) => !change.without.test(word) && !change.more.includes(word) && !change.withoutBoth?.test(word) && !change.withoutBoth?.test(given[index - 1] ?? "")
  );
  const end = kept.includes("--") ? kept.indexOf("--") : kept.length;
  return [...kept.slice(0, end), ...change.more, ...kept.slice(end)];
}

// src/runtimes/node/probe/tests/other-runner.ts
var import_node_path = require("node:path");
var others = {
  ava: "ava",
  tap: "tap",
  tape: "tape",
  jasmine: "jasmine",
  uvu: "uvu",
  qunit: "qunit",
  lab: "lab",
  karma: "karma",
  cypress: "cypress",
  playwright: "playwright",
  wtr: "web-test-runner",
  "web-test-runner": "web-test-runner",
  "cucumber-js": "cucumber",
  "jasmine-ts": "jasmine",
  "electron-mocha": "electron-mocha",
  poku: "poku",
  rstest: "rstest",
  testcafe: "testcafe",
  wdio: "webdriverio"
};
function otherRunner(program) {
  const path = program?.replaceAll("\\", "/") ?? "";
  if (!path.includes("/node_modules/")) return null;
  const packaged = /.*\/node_modules\/(?:@tapjs\/(?:run|core)|@web\/test-runner|([\w-]+))\//.exec(path);
  const named = (0, import_node_path.basename)(path).replace(/\.[cm]?js$/, "");
  return others[named] ?? (packaged?.[1] === void 0 ? null : others[packaged[1]] ?? null);
}
var refusal = (runner) => `leakdiff: tests of ${runner} cannot be repeated in one process`;

// src/runtimes/node/probe/preload.ts
var sockets = process.env[probeVariables.sockets];
var other = process.env[probeVariables.tests] ? otherRunner(process.argv[1]) : null;
if (sockets && other !== null) {
  process.stderr.write(`${refusal(other)}
`);
  process.exit(1);
}
if (sockets && process.env[probeVariables.tests])
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...testArguments(process.argv[1], process.argv.slice(2)));
if (sockets && !isPackageManager(process.argv[1])) {
  try {
    const { startProbe: startProbe2 } = (init_probe(), __toCommonJS(probe_exports));
    const rate = Number(process.env[probeVariables.rate]) || 32768;
    startProbe2({
      sockets,
      rate,
      file: __filename,
      tests: process.env[probeVariables.tests] ?? null,
      goal: process.env[probeVariables.diagnose] ?? null
    });
  } catch (error) {
    process.stderr.write(`leakdiff: this process cannot be measured: ${String(error)}
`);
  }
}
