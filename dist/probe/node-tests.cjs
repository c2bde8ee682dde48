"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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

// src/runtimes/node/probe/tests.ts
var tests_exports = {};
__export(tests_exports, {
  createTestWatcher: () => createTestWatcher
});
module.exports = __toCommonJS(tests_exports);

// src/runtimes/node/probe/tests/node-runner.ts
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_node_url = require("node:url");
function createNodeRunner() {
  const recorded = { tests: [], hooks: [] };
  const made = /* @__PURE__ */ new Set();
  let root = null;
  let watch = null;
  return {
    onTest: (test) => {
      if (root !== null) made.add(test);
      else if (watch !== null && !isParent()) {
        root = test;
        holdBack(root, recorded);
        void begin(root, recorded, made, watch);
      }
    },
    start: (given) => {
      watch = given;
    }
  };
}
var isParent = () => process.execArgv.includes("--test") && !process.env.NODE_TEST_CONTEXT;
function holdBack(root, { tests, hooks }) {
  const placeholder = { root: { harness: {} }, start: () => Promise.resolve() };
  const proto = Object.getPrototypeOf(root);
  for (const name of ["createSubtest", "createHook", "run", "start"])
    if (typeof proto[name] !== "function") throw otherShape(`no ${name}`);
  root.createSubtest = (...args) => {
    if (args[0].name === "FileTest") return proto.createSubtest.apply(root, args);
    tests.push(args);
    return placeholder;
  };
  root.createHook = (...args) => void hooks.push(args);
}
var otherShape = (what) => new Error(`node:test of ${process.version} has another shape than leakdiff knows: ${what}`);
async function begin(root, recorded, made, watch) {
  const file = (0, import_node_fs.realpathSync)(process.argv[1] ?? ".");
  const alive = watch.ours(() => setInterval(() => {
  }, 6e4));
  try {
    await new Promise((resolve) => watch.ours(() => setImmediate(resolve)));
    await import((0, import_node_url.pathToFileURL)(file).href);
  } catch {
    return;
  } finally {
    clearInterval(alive);
  }
  if (recorded.tests.length === 0) return;
  watch.begin(sessionOf((0, import_node_path.relative)(watch.directory, file), root, recorded, made, watch));
}
var patience = 500;
function leave({ harness }) {
  harness?.teardown();
  setTimeout(() => process.exit(), 200);
}
function sessionOf(name, root, recorded, made, watch) {
  const { reporter } = root;
  let rounds = 0;
  return {
    name,
    goesOn: false,
    round: async () => {
      await null;
      const { harness } = root;
      root.reporter = rounds++ === 0 ? reporter : silent;
      const { counters, success } = harness ?? {};
      const before = { ...counters };
      const result = await runOnce(root, recorded);
      forget(root, made);
      if (harness !== null && rounds > 1) {
        harness.counters = before;
        if (success !== void 0) harness.success = success;
      }
      return result;
    },
    end: () => {
      root.reporter = reporter;
      watch.ours(() => setTimeout(() => leave(root), patience)).unref();
    }
  };
}
var silent = new Proxy({}, { get: () => () => {
} });
async function runOnce(root, { hooks, tests }) {
  const proto = Object.getPrototypeOf(root);
  let ended = Promise.resolve();
  root.run = () => {
    ended = proto.run.call(root);
    return ended;
  };
  await bootstrapped(root);
  for (const args of hooks) proto.createHook.apply(root, args);
  const all = tests.map((args) => proto.createSubtest.apply(root, args));
  await Promise.all(all.map((test) => test.buildSuite));
  await Promise.all(all.map((test) => test.start()));
  await ended;
  const failed = firstFailure(all) ?? (root.error === null ? null : "");
  return { executed: executedIn(all), failed };
}
async function bootstrapped({ harness }) {
  if (harness === null) return;
  await harness.bootstrapPromise;
  if ("bootstrapPromise" in harness) harness.bootstrapPromise = null;
  if ("buildPromise" in harness) harness.buildPromise = null;
  if ("allowTestsToRun" in harness) harness.allowTestsToRun = true;
  if ("bootstrapComplete" in harness) harness.bootstrapComplete = true;
}
function forget(root, made) {
  if (root.readySubtests.size > 0) throw otherShape("tests that have ended and are not let go");
  for (const test of made) {
    test.emitDestroy();
    test.subtestsPromise = null;
    test.buildSuite = void 0;
    test.subtests = [];
  }
  made.clear();
  root.subtests = [];
  root.waitingOn = 0;
  if ("nextReportOrder" in root) root.nextReportOrder = 1;
  if ("subtestsPromise" in root) root.subtestsPromise = null;
  root.error = null;
  root.hooks = { __proto__: null, before: [], after: [], beforeEach: [], afterEach: [], ownAfterEachCount: 0 };
}
var isSuite = (test) => test.reportedType === "suite";
function executedIn(tests) {
  return tests.reduce(
    (sum, test) => sum + (isSuite(test) || test.skipped || test.filtered === true ? 0 : 1) + executedIn(test.subtests),
    0
  );
}
function firstFailure(tests) {
  for (const test of tests) {
    const inside = firstFailure(test.subtests);
    if (inside !== null) return `${test.name} > ${inside}`;
    if (!test.passed && !test.isTodo && !test.skipped && test.filtered !== true) return test.name;
  }
  return null;
}

// src/runtimes/node/probe/tests/vitest-runner.ts
var import_node_events = require("node:events");
var import_node_fs2 = require("node:fs");
var modules = __toESM(require("node:module"), 1);
var import_node_path2 = require("node:path");
var import_node_worker_threads = require("node:worker_threads");
var changes = [
  {
    // The one place where the tests of collected files run.
    file: /\/@vitest\/runner\/dist\/[^/]*\.js$/,
    mark: /function startTests\(/,
    known: /await runFiles\(files, runner\);/,
    ours: `await (globalThis[Symbol.for('leakdiff.rounds')] ?? ((run) => run()))(() => runFiles(files, runner), files, runner);`
  },
  {
    // It keeps every mock that was ever made, for vi.clearAllMocks.
    file: /\/@vitest\/spy\/dist\/[^/]*\.js$/,
    mark: /\bREGISTERED_MOCKS\b/,
    known: /const (?:REGISTERED_MOCKS|mocks) = (?=(?:\/\*[^*]*\*\/ )?new Set\()/,
    ours: `$&globalThis[Symbol.for('leakdiff.mocks')] = `
  }
];
function repeatVitest(watch) {
  if (import_node_worker_threads.isMainThread && !/\/(?:vitest|tinypool)\//.test(process.argv[1] ?? "")) return;
  const turn = (milliseconds) => new Promise((resolve) => void watch.ours(() => setTimeout(resolve, milliseconds)));
  const rounds = async (run, files, runner) => {
    const [file] = files;
    if (file?.filepath === void 0 || !file.tasks?.length || file.result?.state === "fail") return run();
    await repeat(watch, (0, import_node_path2.relative)(watch.directory, file.filepath), run, files, runner, turn);
  };
  Object.defineProperty(globalThis, /* @__PURE__ */ Symbol.for("leakdiff.rounds"), { value: rounds });
  watch.ours(hookLoader);
}
async function repeat(watch, name, run, files, runner, pause) {
  let count = 0;
  const forget2 = createForgetter(files);
  await new Promise((end) => {
    const round = async () => {
      await null;
      await run();
      forget2();
      if (count++ === 0) {
        await pause(200);
        runner.onTaskUpdate = () => {
        };
      }
      return { executed: executedIn2(files), failed: firstFailure2(files) };
    };
    watch.begin({ name, goesOn: true, round, end });
  });
  delete runner.onTaskUpdate;
}
function createForgetter(files) {
  const signals = testsOf(files).flatMap(({ context }) => context?.signal ?? []);
  const listeners = new Set(signals.flatMap((signal) => (0, import_node_events.getEventListeners)(signal, "abort")));
  let mocks = null;
  return () => {
    for (const signal of signals) forgetListeners(signal, listeners);
    const all = globalThis[/* @__PURE__ */ Symbol.for("leakdiff.mocks")];
    if (!(all instanceof Set)) return;
    if (mocks === null) mocks = new Set(all);
    else for (const mock of all) if (!mocks.has(mock)) all.delete(mock);
  };
}
function forgetListeners(signal, kept) {
  for (const listener of (0, import_node_events.getEventListeners)(signal, "abort"))
    if (!kept.has(listener)) signal.removeEventListener("abort", listener);
}
var testsOf = (tasks) => tasks.flatMap((task) => task.tasks === void 0 ? [task] : testsOf(task.tasks));
function executedIn2(tasks) {
  return tasks.reduce((sum, task) => {
    const ran = task.type === "test" && /^(?:pass|fail)$/.test(task.result?.state ?? "");
    return sum + (ran ? 1 : 0) + executedIn2(task.tasks ?? []);
  }, 0);
}
function firstFailure2(tasks) {
  for (const task of tasks) {
    const inside = firstFailure2(task.tasks ?? []);
    const name = task.filepath === void 0 ? task.name : "";
    if (inside !== null) return [name, inside].filter((part) => part !== "").join(" > ");
    if (task.result?.state === "fail") return name;
  }
  return null;
}
function hookLoader() {
  const { register, registerHooks } = modules;
  if (registerHooks)
    registerHooks({
      load: (url, context, next) => {
        const change = changes.find(({ file }) => file.test(url));
        const loaded = next(url, context);
        return change === void 0 ? loaded : { ...loaded, source: changed((0, import_node_fs2.readFileSync)(new URL(url), "utf8"), change) };
      }
    });
  else register?.(`data:text/javascript,${encodeURIComponent(loader)}`);
}
function changed(text, { mark, known, ours }) {
  if (text.includes(done)) return text;
  if (mark.test(text) && !known.test(text)) throw new Error(otherShape2);
  return text.replace(known, ours);
}
var done = `Symbol.for('leakdiff.`;
var otherShape2 = "This vitest has another shape than leakdiff knows: use a newer leakdiff, or measure a program.";
var loader = `const changes = [${changes.map(({ file, mark, known, ours }) => `[${file}, ${mark}, ${known}, ${JSON.stringify(ours)}]`)}]
export async function load(url, context, next) {
  const change = changes.find(([file]) => file.test(url))
  const loaded = await next(url, context)
  if (change === undefined) return loaded
  const [, mark, known, ours] = change
  const text = String(loaded.source)
  if (text.includes(${JSON.stringify(done)})) return loaded
  if (mark.test(text) && !known.test(text)) throw new Error(${JSON.stringify(otherShape2)})
  return { ...loaded, source: text.replace(known, ours) }
}`;

// src/runtimes/node/probe/tests.ts
function createTestWatcher() {
  const runner = createNodeRunner();
  return {
    onTest: runner.onTest,
    start: (watch) => {
      runner.start(watch);
      repeatVitest(watch);
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createTestWatcher
});
