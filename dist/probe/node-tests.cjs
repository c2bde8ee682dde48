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

// src/runtimes/node/source/source-map.ts
var mostBytes = 32 * 2 ** 20;

// src/runtimes/node/probe/sources/in-memory.ts
var import_node_module = __toESM(require("node:module"), 1);
var extensions = import_node_module.default._extensions;
var plain = extensions[".js"];
var compiledKey = /* @__PURE__ */ Symbol.for("leakdiff.compiled");

// src/runtimes/node/probe/sources/mapped.ts
var mapsKey = /* @__PURE__ */ Symbol.for("leakdiff.maps");

// src/runtimes/node/probe/tests/jest-keeps.ts
function createForgetter({ environment }) {
  const mocks = mocksOf(environment.moduleMocker);
  const written = consoleOf(environment.global.console);
  const replaced = listIn(() => environment._globalProxy, "leftovers");
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
      replaced.after();
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
var consoleOf = (console) => listIn(() => console, "_buffer");
function listIn(owner, name) {
  let first = null;
  return {
    after: () => {
      const held = owner();
      const list = typeof held === "object" && held !== null ? Reflect.get(held, name) : void 0;
      if (!Array.isArray(list)) return;
      first ??= list.length;
      shorten(list, first);
    }
  };
}

// src/runtimes/node/probe/tests/module-text.ts
var import_node_module2 = __toESM(require("node:module"), 1);
var done = `Symbol.for('leakdiff.`;
function changed(text, { mark, known, ours }, runner) {
  if (text.includes(done)) return text;
  if (mark.test(text) && !known.test(text)) throw new Error(otherShape(runner));
  return text.replace(known, ours);
}
var otherShape = (runner) => `leakdiff does not know this version of ${runner}: use a newer leakdiff, or measure a program.`;
function changeModule(changes2) {
  const loader2 = import_node_module2.default.prototype;
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
  let failed = [];
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
      const failing = tests.filter(({ errors }) => errors.length > 0);
      failed = failing.map((test) => tests.indexOf(test));
      const result = { executed: executedIn(tests), ...told(failing.map(nameOf), state) };
      if (first === null) [first, firstErrors] = [tests.map((test) => ({ ...test })), state.unhandledErrors];
      reported.open = false;
      return result;
    };
    const leave2 = () => {
      for (const index of failed) Object.assign(asLoaded[index] ?? {}, { mode: "skip" });
    };
    watch.begin({ name: (0, import_node_path.relative)(watch.directory, file.path), goesOn: true, round, leave: leave2, end });
  });
  for (const [index, test] of tests.entries()) Object.assign(test, first?.[index]);
  state.unhandledErrors = firstErrors;
  reported.open = true;
}
var testsOf = (block) => block.children.flatMap((child) => child.type === "test" ? [child] : testsOf(child));
var executedIn = (tests) => tests.filter(({ status }) => status === "done").length;
function told(failing, { unhandledErrors }) {
  if (failing.length > 0) return { failed: failing[0] ?? "", failing };
  return { failed: unhandledErrors.length > 0 ? "" : null };
}
var nameOf = ({ name, parent }) => [...namesAbove(parent), name].join(" > ");
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
    const run = (told2) => runOnce(reported, Original, told2);
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
  let failed = [];
  await new Promise((end) => {
    const round = async () => {
      await null;
      if (rounds2 > 0) suite.reset();
      const { failing, ...result } = await run(rounds2++ === 0);
      failed = failing;
      return { ...result, failing: failing.map(titleOf) };
    };
    const leave2 = () => withoutTests(suite, new Set(failed.flatMap(testsOf2)));
    watch.begin({ name, goesOn, round, leave: leave2, end });
  });
}
var titleOf = (runnable) => runnable.fullTitle?.() ?? "";
var testsOf2 = (failed) => failed.type === "hook" && failed.parent !== void 0 ? testsBelow(failed.parent) : [failed];
var testsBelow = ({ suites, tests }) => [
  ...tests,
  ...suites.flatMap(testsBelow)
];
function withoutTests(suite, left) {
  suite.tests = suite.tests.filter((test) => !left.has(test));
  for (const below2 of suite.suites) withoutTests(below2, left);
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
async function runOnce(reported, Original, told2) {
  const { _opts, suite } = reported;
  const runner = new Original(suite, {
    ..._opts,
    delay: false,
    failZero: false,
    cleanReferencesAfterRun: false
  });
  for (const name of settings) if (name in reported) Reflect.set(runner, name, Reflect.get(reported, name));
  const result = { executed: 0, failed: null, failing: [] };
  const emit = runner.emit;
  runner.emit = (event, ...about) => {
    const [subject] = about;
    if (event === "pass" || event === "fail") result.executed++;
    if (event === "fail" && subject !== void 0) {
      result.failed ??= titleOf(subject);
      result.failing.push(subject);
    }
    if (told2 && event !== "start" && event !== "end" && subject !== suite) reported.emit(event, ...about);
    return emit.call(runner, event, ...about);
  };
  await new Promise((resolve) => void runner.run(() => resolve()));
  runner.dispose?.();
  for (const test of testsBelow(suite)) delete test.callback;
  if (told2) reported.failures += runner.failures;
  return result;
}

// src/runtimes/node/probe/tests/node-runner.ts
var import_node_fs3 = require("node:fs");
var import_node_path3 = require("node:path");
var import_node_url = require("node:url");

// src/runtimes/node/probe/tests/node-tree.ts
var noHooks = () => ({
  __proto__: null,
  before: [],
  after: [],
  beforeEach: [],
  afterEach: [],
  ownAfterEachCount: 0
});
var isSuite = (test) => test.reportedType === "suite";
var isLeft = ({ filtered, skipped }) => skipped || filtered === true;
function executedIn2(tests) {
  return tests.reduce(
    (sum, test) => sum + (isSuite(test) || isLeft(test) ? 0 : 1) + executedIn2(test.subtests),
    0
  );
}
function failuresIn(tests, above = nowhere) {
  return tests.flatMap((test, index) => {
    const at = below(above, test, index);
    const inside = failuresIn(test.subtests, at);
    const failed = !test.passed && !test.isTodo && !isLeft(test);
    if (inside.length === 0 || isHookFailure(test.error)) return failed ? [at] : [];
    return isSuite(test) ? inside : [{ name: inside[0]?.name ?? at.name, place: at.place }];
  });
}
var isHookFailure = (error) => typeof error === "object" && error !== null && "failureType" in error && error.failureType === "hookFailed";
var nowhere = null;
var below = (above, { name }, index) => ({
  name: above === null ? name : `${above.name} > ${name}`,
  place: above === null ? `${index}` : `${above.place}.${index}`
});
function withoutFailed(tests, places, above = nowhere) {
  if (places.size === 0) return;
  for (const [index, test] of tests.entries()) {
    const at = below(above, test, index);
    if (!places.has(at.place)) withoutFailed(test.subtests, places, at);
    else if (isSuite(test)) Object.assign(test, { subtests: [], hooks: noHooks() });
    else {
      test.fn = () => {
      };
      test.skip();
    }
  }
}

// src/runtimes/node/probe/tests/node-runner.ts
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
var otherShape2 = (what) => new Error(`leakdiff does not know node:test of ${process.version}: ${what}`);
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
  const left = /* @__PURE__ */ new Set();
  let failed = [];
  let rounds2 = 0;
  return {
    name,
    goesOn: false,
    leave: () => {
      for (const place of failed) left.add(place);
    },
    round: async () => {
      await null;
      const { harness } = root;
      root.reporter = rounds2++ === 0 ? reporter : silent;
      const { counters, success } = harness ?? {};
      const before = { ...counters };
      const { places, ...result } = await runOnce2(root, recorded, left);
      failed = places;
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
async function runOnce2(root, { hooks, tests }, left) {
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
  withoutFailed(all, left);
  await Promise.all(all.map((test) => test.start()));
  await ended;
  const failures = failuresIn(all);
  const failed = failures[0]?.name ?? (root.error === null ? null : "");
  return {
    executed: executedIn2(all),
    failed,
    failing: failures.map(({ name }) => name),
    places: failures.map(({ place }) => place)
  };
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
  root.hooks = noHooks();
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
    Reflect.set(globalThis, compiledKey, true);
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
      const failing = failuresIn2(files);
      const byTest = failing.includes("") ? [] : failing;
      return { executed: executedIn3(files), failed: failing[0] ?? null, failing: byTest };
    };
    const leave2 = () => {
      for (const file of files) withoutFailed2(file);
    };
    watch.begin({ name, goesOn: true, round, leave: leave2, end });
  });
  delete runner.onTaskUpdate;
}
function createForgetter2(files) {
  const signals = testsOf3(files).flatMap(({ context }) => context?.signal ?? []);
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
var testsOf3 = (tasks) => tasks.flatMap((task) => task.tasks === void 0 ? [task] : testsOf3(task.tasks));
function executedIn3(tasks) {
  return tasks.reduce((sum, task) => {
    const ran = task.type === "test" && /^(?:pass|fail)$/.test(task.result?.state ?? "");
    return sum + (ran ? 1 : 0) + executedIn3(task.tasks ?? []);
  }, 0);
}
function failuresIn2(tasks) {
  return tasks.flatMap((task) => {
    const name = task.filepath === void 0 ? [task.name] : [];
    const inside = failuresIn2(task.tasks ?? []);
    if (inside.length > 0) return inside.map((part) => [...name, part].join(" > "));
    return task.result?.state === "fail" ? [name.join()] : [];
  });
}
function withoutFailed2(task) {
  const below2 = task.tasks ?? [];
  const failed = task.result?.state === "fail";
  const byItself = failed && !below2.some(({ result }) => result?.state === "fail");
  for (const one of below2) withoutFailed2(one);
  if (byItself) skip(task);
  else if (below2.length > 0 && below2.every(isSkipped)) task.mode = "skip";
  task.result = void 0;
}
function skip(task) {
  task.mode = "skip";
  for (const below2 of task.tasks ?? []) skip(below2);
}
var isSkipped = ({ mode }) => mode === "skip" || mode === "todo";
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
