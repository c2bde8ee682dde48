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

// src/runtimes/node/probe/tests/jest-runner.ts
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");

// src/runtimes/node/probe/tests/jest-keeps.ts
function createForgetter({ environment }) {
  const mocks = mocksOf(environment.moduleMocker);
  const written = consoleOf(environment.global.console);
  return {
    before: (snapshots) => {
      mocks.before();
      if (!isSnapshots(snapshots)) return;
      snapshots._counters = /* @__PURE__ */ new Map();
      if (snapshots._attemptRecordsByTest) snapshots._attemptRecordsByTest = /* @__PURE__ */ new WeakMap();
    },
    after: () => {
      mocks.after();
      written.after();
    }
  };
}
var isSnapshots = (value) => typeof value === "object" && value !== null && "_counters" in value;
var records = ["calls", "contexts", "instances", "invocationCallOrder", "results"];
function mocksOf(mocker) {
  const make = mocker?._defaultMockState;
  if (mocker === void 0 || make === void 0) return { before: () => {
  }, after: () => {
  } };
  const putBack = watchStates(mocker, make);
  let spies = null;
  return {
    before: putBack,
    after: () => {
      putBack();
      const all = mocker._spyState;
      if (!(all instanceof Set)) return;
      if (spies === null) spies = new Set(all);
      else for (const spy of all) if (!spies.has(spy)) all.delete(spy);
    }
  };
}
function watchStates(mocker, make) {
  const loading = [];
  const states = /* @__PURE__ */ new Map();
  let loaded = false;
  const nothing = records.map(() => 0);
  mocker._defaultMockState = () => {
    const state = make.call(mocker);
    if (loaded) states.set(new WeakRef(state), nothing);
    else loading.push(state);
    return state;
  };
  return () => {
    loaded = true;
    for (const state of loading.splice(0)) states.set(new WeakRef(state), lengthsOf(state));
    for (const [reference, lengths] of states) {
      const state = reference.deref();
      if (state === void 0) states.delete(reference);
      else for (const [index, name] of records.entries()) shorten(state[name], lengths[index] ?? 0);
    }
  };
}
var lengthsOf = (state) => records.map((name) => state[name]?.length ?? 0);
function shorten(list, length) {
  if (Array.isArray(list) && list.length > length) list.length = length;
}
function consoleOf(console) {
  const buffer = typeof console === "object" && console !== null && "_buffer" in console ? console._buffer : void 0;
  let first = null;
  return {
    after: () => {
      if (!Array.isArray(buffer)) return;
      first ??= buffer.length;
      shorten(buffer, first);
    }
  };
}

// src/runtimes/node/source/source-map.ts
var mostBytes = 32 * 2 ** 20;

// src/runtimes/node/probe/tests/mapped.ts
var mapsKey = /* @__PURE__ */ Symbol.for("leakdiff.maps");

// src/runtimes/node/probe/tests/module-text.ts
var import_node_module = __toESM(require("node:module"), 1);
var done = `Symbol.for('leakdiff.`;
function changed(text, { mark, known, ours }, runner) {
  if (text.includes(done)) return text;
  if (mark.test(text) && !known.test(text)) throw new Error(otherShape(runner));
  return text.replace(known, ours);
}
var otherShape = (runner) => `This ${runner} has another shape than leakdiff knows: use a newer leakdiff, or measure a program.`;
function changeModule(changes2) {
  const loader2 = import_node_module.default.prototype;
  const original = loader2._compile;
  const ours = function(text, file, ...more) {
    const [runner, change] = Object.entries(changes2).find(([, { file: at, mark }]) => at.test(file) && mark.test(text)) ?? [];
    if (runner === void 0 || change === void 0) return original.call(this, text, file, ...more);
    if (loader2._compile === ours) loader2._compile = original;
    return original.call(this, changed(text, change, runner), file, ...more);
  };
  loader2._compile = ours;
}

// src/runtimes/node/probe/tests/other-runner.ts
var refusal = (runner) => `leakdiff: tests of ${runner} cannot be repeated in one process`;

// src/runtimes/node/probe/tests/jest-runner.ts
var rounds = /* @__PURE__ */ Symbol.for("leakdiff.rounds");
var jestChange = {
  file: /\/jest-runner\/build\/[^/]*\.js$/,
  mark: /\btestFramework\s*=/,
  known: /await testFramework\(/,
  ours: `await (globalThis[Symbol.for('leakdiff.jest')] ?? ((run, _, ...all) => run(...all)))(testFramework, cacheFS, `
};
var runTests = {
  mark: /const run = async \(\) =>/,
  known: /await _runTestsForDescribeBlock\(\s*rootDescribeBlock,?/,
  ours: `await globalThis[Symbol.for('leakdiff.rounds')]((0, _state.getState)(), typeof _expect === 'undefined' ? undefined : _expect.jestExpect.getState().snapshotState, _runTestsForDescribeBlock, rootDescribeBlock, `
};
var circusFiles = ["run.js", "jestAdapterInit.js"];
function repeatJest(watch) {
  const hand = async (framework, cacheFS, ...all) => {
    const [globalConfig, config, environment, runtime, path, send] = all;
    seedCircus(config.testRunner, cacheFS);
    Object.defineProperty(globalThis, mapsKey, { value: mapsOf(runtime), configurable: true });
    const reported = { open: true };
    const gate = send && ((...event) => reported.open ? send(...event) : void 0);
    const file = { config, environment, path };
    const forget2 = createForgetter(file);
    environment.global[rounds] = ((state, snapshots, run, root, ...more) => repeat(watch, file, reported, forget2, {
      state,
      snapshots,
      root,
      run: () => run(root, ...more)
    }));
    return await framework(globalConfig, config, environment, runtime, path, gate);
  };
  Object.defineProperty(globalThis, /* @__PURE__ */ Symbol.for("leakdiff.jest"), { value: hand });
}
function mapsOf(runtime) {
  const { getSourceMaps } = runtime;
  return (file) => getSourceMaps?.call(runtime)?.get(file);
}
function seedCircus(testRunner, cacheFS) {
  const [folder] = /^.*\/jest-circus(?=\/)/.exec(testRunner.replaceAll("\\", "/")) ?? [];
  if (folder === void 0) {
    process.stderr.write(`${refusal(/jasmine/.test(testRunner) ? "jasmine" : "jest")}
`);
    throw new Error(`leakdiff repeats tests of jest-circus, and not of ${testRunner}`);
  }
  const build = (0, import_node_path.join)((0, import_node_fs.realpathSync)(folder), "build");
  const found = circusFiles.flatMap((name) => {
    const text = textOf((0, import_node_path.join)(build, name));
    return text !== null && runTests.mark.test(text) ? [[(0, import_node_path.join)(build, name), text]] : [];
  });
  if (found.length === 0) throw new Error(otherShape("jest"));
  for (const [path, text] of found) cacheFS.set(path, changed(text, runTests, "jest"));
}
function textOf(path) {
  try {
    return (0, import_node_fs.readFileSync)(path, "utf8");
  } catch {
    return null;
  }
}
async function repeat(watch, file, reported, forget2, { state, snapshots, root, run }) {
  const tests = testsOf(root);
  if (tests.length === 0) return run();
  const asLoaded = tests.map((test) => ({ ...test }));
  let first = null;
  let firstErrors = [];
  await new Promise((end) => {
    const round = async () => {
      await null;
      for (const [index, test] of tests.entries()) Object.assign(test, asLoaded[index], { errors: [] });
      state.unhandledErrors = [];
      forget2.before(snapshots);
      await run();
      forget2.after();
      const result = { executed: executedIn(tests), failed: firstFailure(tests, state) };
      if (first === null) [first, firstErrors] = [tests.map((test) => ({ ...test })), state.unhandledErrors];
      reported.open = false;
      return result;
    };
    watch.begin({ name: (0, import_node_path.relative)(watch.directory, file.path), goesOn: true, round, end });
  });
  for (const [index, test] of tests.entries()) Object.assign(test, first?.[index]);
  state.unhandledErrors = firstErrors;
  reported.open = true;
}
var testsOf = (block) => block.children.flatMap((child) => child.type === "test" ? [child] : testsOf(child));
var executedIn = (tests) => tests.filter(({ status }) => status === "done").length;
function firstFailure(tests, { unhandledErrors }) {
  const failed = tests.find(({ errors }) => errors.length > 0);
  if (failed !== void 0) return [...namesAbove(failed.parent), failed.name].join(" > ");
  return unhandledErrors.length > 0 ? "" : null;
}
var namesAbove = ({ name, parent }) => parent === void 0 ? [] : [...namesAbove(parent), name];

// src/runtimes/node/probe/tests/mocha-runner.ts
var import_node_fs2 = require("node:fs");
var import_node_path2 = require("node:path");
var mochaChange = {
  file: /\/mocha\/lib\/mocha\.js$/,
  mark: /Mocha\.prototype\.run\s*=/,
  known: /$/,
  ours: `
;globalThis[Symbol.for('leakdiff.mocha')]?.(module.exports)`
};
var patience = 500;
function repeatMocha(watch) {
  const loaded = ({ prototype }) => {
    const { run } = prototype;
    prototype.run = function(done2 = () => {
    }) {
      this.cleanReferencesAfterRun?.(false);
      this._runnerClass = repeating(this._runnerClass, watch);
      return run.call(this, (failures) => {
        done2(failures);
        watch.ours(() => setTimeout(() => process.exit(), patience)).unref();
      });
    };
  };
  Object.defineProperty(globalThis, /* @__PURE__ */ Symbol.for("leakdiff.mocha"), { value: loaded });
}
function repeating(Original, watch) {
  return new Proxy(Original, {
    construct: (_, [suite, options]) => {
      const runner = new Original(suite, options);
      runner.run = (done2) => {
        void repeatAll(runner, Original, watch).then(() => done2(runner.failures));
        return runner;
      };
      runner.runAsync = () => repeatAll(runner, Original, watch).then(() => runner.failures);
      return runner;
    }
  });
}
async function repeatAll(reported, Original, watch) {
  const { _opts, suite } = reported;
  if (_opts.delay) await new Promise((resolve) => void suite.once("run", resolve));
  if (suite.hasOnly()) suite.filterOnly();
  const { suites, tests } = suite;
  const files = [...new Set([...suites, ...tests].map(({ file = "" }) => file))];
  const checkLeaks = reported.checkLeaks;
  reported.emit("start");
  reported.emit("suite", suite);
  for (const file of files) {
    const isOfFile = (one) => (one.file ?? "") === file;
    Object.assign(suite, { suites: suites.filter(isOfFile), tests: tests.filter(isOfFile) });
    const run = (told) => runOnce(reported, Original, told);
    await repeatFile({ file, goesOn: file !== files.at(-1), suite, run }, watch);
  }
  Object.assign(suite, { suites, tests });
  reported.checkLeaks = checkLeaks;
  if (reported.total === 0 && _opts.failZero) reported.failures = 1;
  reported.emit("suite end", suite);
  reported.emit("end");
}
async function repeatFile({ file, goesOn, run, suite }, watch) {
  const name = file === "" ? "(mocha)" : (0, import_node_path2.relative)(watch.directory, (0, import_node_fs2.realpathSync)(file));
  let rounds2 = 0;
  await new Promise((end) => {
    const round = async () => {
      await null;
      if (rounds2 > 0) suite.reset();
      return await run(rounds2++ === 0);
    };
    watch.begin({ name, goesOn, round, end });
  });
}
var settings = [
  "_grep",
  "_invert",
  "_globals",
  "asyncOnly",
  "allowUncaught",
  "fullStackTrace",
  "forbidOnly",
  "forbidPending",
  "checkLeaks"
];
async function runOnce(reported, Original, told) {
  const { _opts, suite } = reported;
  const runner = new Original(suite, {
    ..._opts,
    delay: false,
    failZero: false,
    cleanReferencesAfterRun: false
  });
  for (const name of settings) if (name in reported) Reflect.set(runner, name, Reflect.get(reported, name));
  const result = { executed: 0, failed: null };
  const emit = runner.emit;
  runner.emit = (event, ...about) => {
    const [subject] = about;
    if (event === "pass" || event === "fail") result.executed++;
    if (event === "fail") result.failed ??= subject?.fullTitle?.() ?? "";
    if (told && event !== "start" && event !== "end" && subject !== suite) reported.emit(event, ...about);
    return emit.call(runner, event, ...about);
  };
  await new Promise((resolve) => void runner.run(() => resolve()));
  runner.dispose?.();
  if (told) reported.failures += runner.failures;
  return result;
}

// src/runtimes/node/probe/tests/node-runner.ts
var import_node_fs3 = require("node:fs");
var import_node_path3 = require("node:path");
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
    if (typeof proto[name] !== "function") throw otherShape2(`no ${name}`);
  root.createSubtest = (...args) => {
    if (args[0].name === "FileTest") return proto.createSubtest.apply(root, args);
    tests.push(args);
    return placeholder;
  };
  root.createHook = (...args) => void hooks.push(args);
}
var otherShape2 = (what) => new Error(`node:test of ${process.version} has another shape than leakdiff knows: ${what}`);
async function begin(root, recorded, made, watch) {
  const file = (0, import_node_fs3.realpathSync)(process.argv[1] ?? ".");
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
  watch.begin(sessionOf((0, import_node_path3.relative)(watch.directory, file), root, recorded, made, watch));
}
var patience2 = 500;
function leave({ harness }) {
  harness?.teardown();
  setTimeout(() => process.exit(), 200);
}
function sessionOf(name, root, recorded, made, watch) {
  const { reporter } = root;
  let rounds2 = 0;
  return {
    name,
    goesOn: false,
    round: async () => {
      await null;
      const { harness } = root;
      root.reporter = rounds2++ === 0 ? reporter : silent;
      const { counters, success } = harness ?? {};
      const before = { ...counters };
      const result = await runOnce2(root, recorded);
      forget(root, made);
      if (harness !== null && rounds2 > 1) {
        harness.counters = before;
        if (success !== void 0) harness.success = success;
      }
      return result;
    },
    end: () => {
      root.reporter = reporter;
      watch.ours(() => setTimeout(() => leave(root), patience2)).unref();
    }
  };
}
var silent = new Proxy({}, { get: () => () => {
} });
async function runOnce2(root, { hooks, tests }) {
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
  const failed = firstFailure2(all) ?? (root.error === null ? null : "");
  return { executed: executedIn2(all), failed };
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
  if (root.readySubtests.size > 0) throw otherShape2("tests that have ended and are not let go");
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
function executedIn2(tests) {
  return tests.reduce(
    (sum, test) => sum + (isSuite(test) || test.skipped || test.filtered === true ? 0 : 1) + executedIn2(test.subtests),
    0
  );
}
function firstFailure2(tests) {
  for (const test of tests) {
    const inside = firstFailure2(test.subtests);
    if (inside !== null) return `${test.name} > ${inside}`;
    if (!test.passed && !test.isTodo && !test.skipped && test.filtered !== true) return test.name;
  }
  return null;
}

// src/runtimes/node/probe/tests/vitest-runner.ts
var import_node_events = require("node:events");
var import_node_fs4 = require("node:fs");
var modules = __toESM(require("node:module"), 1);
var import_node_path4 = require("node:path");
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
  const rounds2 = async (run, files, runner) => {
    const [file] = files;
    if (file?.filepath === void 0 || !file.tasks?.length || file.result?.state === "fail") return run();
    await repeat2(watch, (0, import_node_path4.relative)(watch.directory, file.filepath), run, files, runner, turn);
  };
  Object.defineProperty(globalThis, /* @__PURE__ */ Symbol.for("leakdiff.rounds"), { value: rounds2 });
  watch.ours(hookLoader);
}
async function repeat2(watch, name, run, files, runner, pause) {
  let count = 0;
  const forget2 = createForgetter2(files);
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
      return { executed: executedIn3(files), failed: firstFailure3(files) };
    };
    watch.begin({ name, goesOn: true, round, end });
  });
  delete runner.onTaskUpdate;
}
function createForgetter2(files) {
  const signals = testsOf2(files).flatMap(({ context }) => context?.signal ?? []);
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
var testsOf2 = (tasks) => tasks.flatMap((task) => task.tasks === void 0 ? [task] : testsOf2(task.tasks));
function executedIn3(tasks) {
  return tasks.reduce((sum, task) => {
    const ran = task.type === "test" && /^(?:pass|fail)$/.test(task.result?.state ?? "");
    return sum + (ran ? 1 : 0) + executedIn3(task.tasks ?? []);
  }, 0);
}
function firstFailure3(tasks) {
  for (const task of tasks) {
    const inside = firstFailure3(task.tasks ?? []);
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
        return change === void 0 ? loaded : { ...loaded, source: changed((0, import_node_fs4.readFileSync)(new URL(url), "utf8"), change, "vitest") };
      }
    });
  else register?.(`data:text/javascript,${encodeURIComponent(loader)}`);
}
var loader = `const changes = [${changes.map(({ file, mark, known, ours }) => `[${file}, ${mark}, ${known}, ${JSON.stringify(ours)}]`)}]
export async function load(url, context, next) {
  const change = changes.find(([file]) => file.test(url))
  const loaded = await next(url, context)
  if (change === undefined) return loaded
  const [, mark, known, ours] = change
  const text = String(loaded.source)
  if (text.includes(${JSON.stringify(done)})) return loaded
  if (mark.test(text) && !known.test(text)) throw new Error(${JSON.stringify(otherShape("vitest"))})
  return { ...loaded, source: text.replace(known, ours) }
}`;

// src/runtimes/node/probe/tests.ts
function createTestWatcher() {
  const runner = createNodeRunner();
  return {
    onTest: runner.onTest,
    start: (watch) => {
      runner.start(watch);
      if (isTool(process.argv[1])) {
        repeatJest(watch);
        repeatMocha(watch);
        changeModule({ jest: jestChange, mocha: mochaChange });
      }
      repeatVitest(watch);
    }
  };
}
var isTool = (program = "") => program.replaceAll("\\", "/").includes("/node_modules/");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createTestWatcher
});
