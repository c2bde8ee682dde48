import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  createProgress
} from "./chunk-AVBUCAKK.mjs";
import {
  workingTreeCommit
} from "./chunk-QNRNRJJG.mjs";
import {
  interruptible
} from "./chunk-H2CRCCJQ.mjs";
import "./chunk-56PIOOTV.mjs";
import {
  askingText,
  scriptDriver
} from "./chunk-LTIT2TOK.mjs";
import {
  CommandError,
  checkOut,
  copyFromCheckout,
  createRepeats,
  findProcesses,
  listenersOf,
  measureTrial,
  openSandbox,
  pause,
  runSetup,
  startCommand,
  within
} from "./chunk-4KNU7ZCZ.mjs";
import "./chunk-JJW35CA7.mjs";
import {
  runtimes
} from "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import {
  openRepository
} from "./chunk-JVMPRNDK.mjs";
import {
  git,
  runGit
} from "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import {
  defaultFiles,
  loadConfig,
  minimalConfig,
  parseDuration,
  workloadHash
} from "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import {
  maskSecrets
} from "./chunk-YHPBO3HY.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import {
  anyOf,
  runtimeNames,
  runtimeTitles
} from "./chunk-ILNH45AH.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import {
  isCI
} from "./chunk-TAZMSTTI.mjs";
import {
  require_dist
} from "./chunk-47TOMWEZ.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  ConfigError,
  InconclusiveError,
  UserError
} from "./chunk-EEIPMXOZ.mjs";
import {
  subtree
} from "./chunk-42FT62VM.mjs";
import "./chunk-FQHBGW23.mjs";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/cli/init.ts
import { once as once2 } from "node:events";
import { createInterface } from "node:readline/promises";

// src/init/init.ts
import { lstat as lstat2, mkdir as mkdir2, writeFile as writeFile4 } from "node:fs/promises";
import { dirname as dirname2, join as join6 } from "node:path";

// src/init/recognise/routes.ts
var most = 20;
function plan(routes) {
  const asked = /* @__PURE__ */ new Set();
  const left = /* @__PURE__ */ new Set();
  for (const { method, path } of routes) {
    const why = obstacle(method, path);
    if (why !== null) left.add(`${method} ${path}: ${why}`);
    else if (asked.size < most) asked.add(filled(path));
    else left.add(`${method} ${path}: ${most} others are asked already`);
  }
  return { asked: [...asked], left: [...left] };
}
var endless = /(^|\/)(ws|websocket|socket|sse|events?|streams?|watch)(\/|$)/i;
var ending = /(^|\/)(shutdown|quit|exit|stop|restart|logout|signout)(\/|$)/i;
function obstacle(method, path) {
  if (!["GET", "ANY"].includes(method)) return "may need a body, and changes data";
  if (/^\/debug(\/|$)/.test(path)) return "for debugging";
  if (endless.test(path)) return "may not end by itself";
  if (ending.test(path)) return "may end more than the request";
  if (/[^\w\-./~:{}*<>@]/.test(path) || /\*|\(/.test(path)) return "is a pattern";
  return null;
}
var filled = (path) => path.replace(/[:][A-Za-z_]\w*\??|\{[^}]*\}|<[^>]*>/g, "1");

// src/init/recognise/tree.ts
import { readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
async function treeOf(repository) {
  const listed = await git(repository, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const files = [...new Set(listed.split("\0"))].filter((file) => file !== "").sort();
  return { files, read: (file) => textOf(join(repository.root, file)) };
}
var longest = 5e5;
function textOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size <= longest ? readFileSync(path, "utf8") : null;
}
var examples = ["example", "examples", "fixtures", "third_party"];
function ownTree(tree, known) {
  const left = /* @__PURE__ */ new Set([...examples, ...known.flatMap(({ foreign }) => foreign)]);
  const told2 = (file) => known.map(({ packages }) => packages?.exec(file)?.[0]).find((start) => start !== void 0) ?? posix.dirname(file);
  const isOwn = (file) => !told2(file).split("/").some((folder) => left.has(folder));
  return { ...tree, files: tree.files.filter(isOwn) };
}
function foldersWith(tree, { manifests, standalone = [] }) {
  const projects = holding(tree, manifests);
  const alone = holding(tree, standalone).filter((folder) => !projects.some((other) => isIn(folder, other)));
  return [...projects, ...alone];
}
function holding(tree, names) {
  const folders = tree.files.flatMap((file) => {
    const name = names.find((one) => `/${file}`.endsWith(`/${one}`));
    return name === void 0 ? [] : [file.slice(0, -name.length).replace(/\/$/, "")];
  });
  return [...new Set(folders)];
}
var isIn = (folder, other) => other === "" || folder === other || folder.startsWith(`${other}/`);

// src/init/recognise/recognise.ts
async function onboardings() {
  const all = Object.values(runtimes);
  return new Map(await Promise.all(all.map(async (one) => [one.name, await one.onboarding()])));
}
function recognise(tree, known) {
  const own2 = ownTree(tree, [...known.values()]);
  const found = [...known].flatMap(([runtime, onboarding]) => {
    const folders = foldersWith(own2, onboarding);
    return folders.flatMap((folder) => {
      const candidates2 = onboarding.recognise(subtree(own2, folder, folders), { repository: tree, folder });
      const all = candidates2.map((one) => planned(one, { runtime, onboarding, folder }));
      return toldOnce([...all, ...withExample(all, tree, folder)]);
    });
  });
  return found.sort((a, b) => depth(a.folder) - depth(b.folder) || (a.folder < b.folder ? -1 : 1));
}
function planned(candidate, common) {
  if (candidate.kind !== "server") return { ...common, ...candidate };
  return { ...common, ...candidate, routes: plan(candidate.routes) };
}
var examplesOfVariables = [".env.example", ".env.sample", ".env.template", ".env.dist"];
function withExample(all, { files }, folder) {
  const inside = (name) => folder === "" ? name : `${folder}/${name}`;
  const example = examplesOfVariables.find((name) => files.includes(inside(name)));
  if (example === void 0 || files.includes(inside(".env"))) return [];
  const copy = `cp ${example} .env`;
  return all.flatMap(
    (one) => one.kind === "tests" ? [] : [
      {
        ...one,
        setup: after(copy, one.setup),
        ...one.installed && {
          installed: { ...one.installed, setup: after(copy, one.installed.setup) }
        },
        seen: [...one.seen, `with the variables of ${example}`]
      }
    ]
  );
}
var after = (first, setup) => setup === null ? first : `${first} && ${setup}`;
function toldOnce(all) {
  const [first, ...others] = all;
  if (first === void 0) return [];
  const more = others.map((one) => ({
    ...one,
    warnings: one.warnings.filter((text2) => !first.warnings.includes(text2))
  }));
  return [first, ...more];
}
var depth = (folder) => folder === "" ? 0 : folder.split("/").length;

// src/init/try/copy.ts
import { mkdtemp } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/init/try/installed.ts
import { lstat, rm } from "node:fs/promises";
import { join as join2 } from "node:path";
async function installedCopy({ repository, revision }, { paths }) {
  const found = await Promise.all(
    paths.map(async (path) => {
      const stats = await lstat(join2(repository.root, path)).catch(() => null);
      return stats?.isDirectory() ? [path] : [];
    })
  );
  const there = found.flat();
  for (const path of there) await rm(join2(revision.directory, path), { recursive: true, force: true });
  try {
    await copyFromCheckout(repository, [revision], there);
    return there;
  } catch (error) {
    if (error instanceof ConfigError) return [];
    throw error;
  }
}

// src/init/try/copy.ts
async function openCopy(repository, log, signal) {
  const sha = await workingTreeCommit(repository);
  const commits = { base: null, head: { sha, how: "working-tree" } };
  const {
    folder,
    head,
    [Symbol.asyncDispose]: remove
  } = await checkOut(repository, commits, {
    workloads: [],
    warn: (text2) => log.detail(text2, [])
  });
  const commands = /* @__PURE__ */ new Map();
  return {
    repository,
    revision: head,
    scratch: folder,
    log,
    signal,
    setUps: /* @__PURE__ */ new Map(),
    commands,
    [Symbol.asyncDispose]: async () => {
      for (const done of await Promise.allSettled(commands.values()))
        if (done.status === "fulfilled") await done.value.leftRunning[Symbol.asyncDispose]();
      await remove();
    }
  };
}
async function workloadOf(copy, text2) {
  const { workloads } = await loadConfig({
    root: copy.revision.directory,
    configText: text2,
    inputs: {},
    defaultName: ""
  });
  const [first] = workloads;
  if (first === void 0) throw new Error("no workload in the configuration of a trial");
  return first;
}
function setUp(copy, recognised, workload) {
  const key = JSON.stringify([recognised.runtime, recognised.folder, workload.form, recognised.setup]);
  return once(copy.setUps, key, () => prepared(copy, recognised, workload));
}
function once(known, key, run) {
  const running = known.get(key) ?? run();
  running.catch(() => {
  });
  known.set(key, running);
  return running;
}
async function prepared(copy, recognised, workload) {
  const runtime = runtimes[recognised.runtime];
  const directory = join3(copy.revision.directory, workload.directory);
  const scratch = await mkdtemp(join3(copy.scratch, "try-"));
  const toolchain = await runtime.toolchain(directory);
  const instrumentation = await runtime.instrument({ workload, directory, scratch });
  const versions = { leakdiff: version, toolchain };
  const common = { runtime, instrumentation, versions, scratch };
  if (recognised.setup === null) return { ...common, seconds: null, stoodIn: null };
  const key = JSON.stringify([recognised.folder, recognised.setup, instrumentation.buildEnv]);
  const build = (setup) => built(copy, { ...workload, setup }, scratch, instrumentation);
  const { seconds, stoodIn } = await once(copy.commands, key, () => builtAnyhow(copy, recognised, build));
  return { ...common, seconds, stoodIn };
}
async function builtAnyhow(copy, { installed: installed2, setup }, build) {
  try {
    return { ...await build(setup), stoodIn: null };
  } catch (error) {
    copy.signal.throwIfAborted();
    const paths = installed2 === void 0 ? [] : await installedCopy(copy, installed2);
    if (installed2 === void 0 || paths.length === 0 || !(error instanceof CommandError)) throw error;
    copy.log.step(`that failed: with ${paths.join(", ")} of the checkout`);
    const done = await build(installed2.setup).catch(() => Promise.reject(error));
    return { ...done, stoodIn: { paths, why: error.message, output: error.output } };
  }
}
async function built({ log, revision, signal }, workload, scratch, instrumentation) {
  if (workload.setup !== null) log.step(`setting up: ${workload.setup}`);
  const began = performance.now();
  const request = { workload, revision, headDirectory: revision.directory, rounds: 1, scratch };
  const leftRunning = await runSetup({ ...request, instrumentation, log: quietly(log), signal });
  return { seconds: (performance.now() - began) / 1e3, leftRunning };
}
var quietly = (log) => ({ ...log, step: () => {
}, detail: () => {
} });

// src/init/write/config-text.ts
var import_yaml = __toESM(require_dist(), 1);

// src/init/write/named.ts
import { posix as posix2 } from "node:path";

// src/runtimes/onboarding/driver/shell.ts
var shellDriver = {
  ending: "sh",
  command: "bash",
  takes: ({ exchanges, place }) => place.protocol !== "h2c" && exchanges.every((one) => one.kind === "get" && one.headers === void 0),
  addition: `curl -fsS -o /dev/null -X POST -H 'content-type: application/json' -d '{}' "http://127.0.0.1:$PORT/path"`,
  text
};
function text({ exchanges, heading: heading3, place, requests }) {
  const port = place.port === null ? "$PORT" : String(place.port);
  const insecure = place.protocol === "https" ? " --insecure" : "";
  return `#!/usr/bin/env bash
${heading3.map((line) => `# ${line}`).join("\n")}
set -euo pipefail
paths='
${exchanges.map(({ path }) => path).join("\n")}
'
for path in $paths; do
  for _ in {1..${requests}}; do
    printf 'url = "${place.protocol}://${place.host}:%s%s"\\noutput = /dev/null\\n' "${port}" "$path"
  done
done |
  curl --config - --globoff --silent --show-error${insecure} --max-time 30 --write-out '%{http_code} %{url_effective}\\n' |
  # Not done: an error of the server, or no path that it knows at all.
  awk '
    $1 == "000" || $1 >= 500 { if (!failed++) print "first failure: " $0 }
    $1 >= 200 && $1 < 400 { fine++ }
    END { if (failed || !fine) { print failed + 0 " of " NR " requests failed, " fine + 0 " succeeded"; exit 1 } }'
`;
}

// src/init/write/named.ts
function named(all) {
  const taken = /* @__PURE__ */ new Set();
  return all.map((tried2) => {
    const { folder } = tried2.recognised;
    const several = all.some((other) => other.recognised.folder !== folder);
    const prefix = several && folder !== "" ? `${wordOf(folder)}-` : "";
    const name = free(`${prefix}${programName(tried2, all)}`, taken);
    taken.add(name);
    const driver = tried2.kind === "tests" ? null : `.github/leakdiff/${name}.${scriptOf(tried2).ending}`;
    return { name, tried: tried2, several, driver };
  });
}
function programName(tried2, all) {
  if (tried2.kind === "tests") return "tests";
  const { folder, program } = tried2.recognised;
  const beside = all.filter((other) => other.kind === tried2.kind && other.recognised.folder === folder);
  return beside.length > 1 && /\w/.test(program) ? wordOf(program) : tried2.kind;
}
var wordOf = (folder) => posix2.basename(folder).replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[.-]+/, "") || "project";
function free(name, taken) {
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name}-${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}
function driverOf(server) {
  const known = [server.recognised.onboarding.driver ?? shellDriver, scriptDriver];
  return known.find((driver) => driver.takes(server)) ?? scriptDriver;
}
var scriptOf = (tried2) => tried2.kind === "server" ? driverOf(tried2) : tried2.recognised.driver;
function driverFile({ driver, tried: tried2 }) {
  if (driver === null || tried2.kind === "tests") return [];
  if (tried2.kind === "worker") return [{ file: driver, text: workerText(tried2) }];
  const { exchanges, left, place, requests } = tried2;
  const { addition, text: text2 } = driverOf(tried2);
  const above = heading(left, requests, addition);
  return [{ file: driver, text: text2({ heading: above, place, exchanges, requests }) }];
}
function workerText({ jobs, left, recognised, requests, waits }) {
  const { addition, text: text2 } = recognised.driver;
  return text2({ heading: heading(left, requests, addition), jobs, requests, waits });
}
var heading = (left, requests, addition) => [
  `One round for leakdiff: all that stands below, ${requests} times. Written by leakdiff init; yours to edit.`,
  ...left.length > 0 ? ["Left out:", ...left.map((route) => `  ${route}`)] : [],
  ...left.length > 0 ? ["Add those that your test data allows:", `  ${addition}`] : []
];

// src/init/write/config-text.ts
function configText(workloads) {
  const lines = workloads.flatMap((workload) => [
    [`  ${workload.name}:`, "a name, shown in reports"],
    ...workloadLines(workload).map(([text2, why]) => [`    ${text2}`, why])
  ]);
  const width = Math.max(...lines.map(([text2]) => text2.length).filter((length) => length <= 70));
  return [
    "# What leakdiff measures on every pull request, on base and on head. Written by leakdiff init; yours to edit.",
    "workloads:",
    ...lines.map(([text2, why]) => `${text2.padEnd(width)}  # ${why}`),
    ""
  ].join("\n");
}
function workloadLines(workload) {
  const { several, tried: tried2 } = workload;
  const { runtime } = tried2.recognised;
  return [[`runtime: ${runtime}`, "what runs it"], ...placeLines(tried2, several), ...ownLines(workload)];
}
function ownLines(workload) {
  const { tried: tried2 } = workload;
  switch (tried2.kind) {
    case "server":
      return serverLines(workload, tried2);
    case "worker":
      return workerLines(workload, tried2);
    case "tests":
      return testLines(tried2);
  }
}
var own = ".github/leakdiff*";
function placeLines({ recognised }, several) {
  const { folder, shares = [] } = recognised;
  if (folder === "") return [];
  const directory = [`directory: ${yaml(folder)}`, "where its commands run"];
  const why = shares.length > 0 ? "measured only when something in these changed: all the folders and files that it uses" : "measured only when something in it changed; add what it shares with others";
  const changed = [`changed: ${JSON.stringify([folder, ...shares, own]).replaceAll(",", ", ")}`, why];
  return several || shares.length > 0 ? [directory, changed] : [directory];
}
function serverLines(workload, server) {
  const { place, requests, start } = server;
  const listened = `it listened there ${secondsText(server.startSeconds)} after its start`;
  const ready = place.port === null ? [`ready: ${yaml(`${place.host}:$PORT`)}`, `${listened}; leakdiff chooses PORT`] : [`ready: ${yaml(`${place.host}:${place.port}`)}`, `${listened}, whatever PORT is`];
  return [
    ...setupLines(server),
    [`start: ${yaml(start)}`, "the long-lived program"],
    ready,
    roundLine(workload, server),
    [`operations: ${requests}`, requestsText(server)]
  ];
}
function roundLine({ driver }, tried2) {
  const script = tried2.recognised.folder === "" ? driver : `"$LEAKDIFF_HEAD/${driver}"`;
  return [
    `round: ${yaml(`${scriptOf(tried2).command} ${script}`)}`,
    `gives it work, for ${secondsText(tried2.roundSeconds)}; exit 0 = the round was done`
  ];
}
function workerLines(workload, worker) {
  const { jobs, ready, recognised, requests } = worker;
  const sent = jobs.length === 1 ? `one task, sent ${requests} times a round` : `of a round: each of ${jobs.length} tasks is sent ${requests} times`;
  return [
    ...setupLines(worker),
    [`start: ${yaml(recognised.start)}`, "the worker, with a queue of its own"],
    ...ready === null ? [] : [[`ready: ${yaml(ready)}`, "what it prints once it takes tasks"]],
    roundLine(workload, worker),
    [`operations: ${requests}`, sent]
  ];
}
function setupLines({ recognised, setupSeconds, stoodIn }) {
  const { setup } = recognised;
  if (setup === null) return [];
  const took = setupSeconds === null ? "" : `, in ${secondsText(setupSeconds)}`;
  const told2 = stoodIn === null ? took : "; it failed where this was written, and has to work in CI";
  return [[`setup: ${yaml(setup)}`, `builds one revision, once${told2}`]];
}
function testLines(tests) {
  const { recognised, roles, seconds } = tests;
  const processes = `${roles.length} process${roles.length === 1 ? "" : "es"}`;
  const ran = `tests as they are, repeated as rounds; they ran twice in ${secondsText(seconds)}, in ${processes}`;
  return [...setupLines(tests), [`test: ${yaml(recognised.test)}`, ran]];
}
var requestsText = ({ exchanges, requests }) => exchanges.length === 1 ? `one request, made ${requests} times a round` : `of a round: each of ${exchanges.length} requests is made ${requests} times`;
var secondsText = (seconds) => seconds < 1 ? `${Math.max(0.1, Math.round(seconds * 10) / 10)} s` : `${Math.round(seconds)} s`;
var yaml = (text2) => (0, import_yaml.stringify)(text2, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();

// src/init/try/ask.ts
import { readFile, rm as rm2, writeFile } from "node:fs/promises";
import { join as join4 } from "node:path";
var limit = 8e3;
var times = 6;
async function ask(started, place, exchanges, signal) {
  if (exchanges.length === 0) return [];
  const file = join4(started.sandbox.profiles, `ask.${scriptDriver.ending}`);
  const answers = `${file}.txt`;
  await rm2(answers, { force: true });
  await writeFile(file, askingText({ exchanges, place, requests: times }, limit));
  const command = started.sandbox.command("round", `exec "${process.execPath}" "${file}" "${answers}"`);
  const running = startCommand(command);
  try {
    const milliseconds = exchanges.length * limit + 2e4;
    await within(running.ended, { milliseconds, signal, late: () => new Error("the requests did not end") });
    const lines = (await readFile(answers, "utf8").catch(() => "")).split("\n");
    return exchanges.map((exchange, i) => {
      const [status = -1, milliseconds2 = 0] = lines[i]?.split(" ").filter(Boolean).map(Number) ?? [];
      return { exchange, status, milliseconds: milliseconds2 };
    });
  } finally {
    running.release();
  }
}
async function protocolAt(started, where, signal) {
  for (const protocol of ["http", "https", "h2c"]) {
    const place = { ...where, protocol };
    const [answer] = await ask(started, place, [{ kind: "get", path: "/" }], signal);
    if (answer !== void 0 && answer.status >= 0) return place;
  }
  return null;
}

// src/init/try/help.ts
var serving = /^(?:serve|server|start|run|web|api|http|daemon|up|listen)(?:[-:_](?:http|server|api|web))?$/i;
var heading2 = /^\W*(?:available |sub|the )*commands?\b.*$/i;
function helpWords(output) {
  const lines = output.split(/\r?\n/);
  const start = lines.findIndex((line) => heading2.test(line.trim()));
  if (start < 0) return [];
  const names = lines.slice(start + 1).flatMap((line) => /^\s+([a-z][\w:-]*)\b/i.exec(line)?.[1] ?? []);
  return names.filter((name) => serving.test(name));
}

// src/init/try/start.ts
var settled = 700;
async function startOnce(copy, { instrumentation, scratch }, workload, command, limit2) {
  const { revision, signal } = copy;
  const request = { workload, revision, headDirectory: revision.directory, rounds: 1, scratch };
  const sandbox = await openSandbox(request);
  try {
    const start = sandbox.command("start", command, {
      instrumentation: instrumentation.runEnv("first", sandbox.sockets)
    });
    const port = Number(start.environment.PORT);
    const began = performance.now();
    const running = startCommand(start);
    const state = { ended: null };
    void running.ended.then((ended) => {
      state.ended = ended;
    });
    const look = () => listenersOf(findProcesses({ trial: sandbox.trial }));
    const listeners = await untilListening(look, port, limit2, () => state.ended !== null, signal);
    return {
      sandbox,
      port,
      listeners,
      seconds: (performance.now() - began) / 1e3 - (listeners.some((one) => one.port === port) ? 0 : settled / 1e3),
      ended: state.ended,
      output: running.output.lines,
      text: running.output.text,
      [Symbol.asyncDispose]: async () => {
        running.release();
        await sandbox[Symbol.asyncDispose]();
      }
    };
  } catch (error) {
    await sandbox[Symbol.asyncDispose]();
    throw error;
  }
}
async function untilListening(look, port, limit2, hasEnded, signal) {
  const deadline = performance.now() + limit2;
  let first = null;
  for (; ; ) {
    const over = hasEnded() || performance.now() > deadline;
    const found = look();
    const own2 = found.filter((one) => one.port === port);
    if (own2.length > 0) return [...own2, ...found.filter((one) => one.port !== port)];
    if (found.length > 0) first ??= performance.now();
    if (first !== null && performance.now() - first > settled) return found;
    if (over && first === null) return [];
    await pause(100, signal);
  }
}

// src/init/try/tried.ts
var TryError = class extends Error {
  name = "TryError";
  remedy;
  output;
  constructor(why, remedy, output) {
    super(why);
    this.remedy = remedy;
    this.output = output;
  }
};

// src/init/try/listening.ts
var patience = 6e4;
var again = 2e4;
async function findListening(copy, done, workload, candidate, left) {
  const look = async (command, time, seen) => {
    var _stack = [];
    try {
      copy.log.step(`trying ${command}`);
      const started = __using(_stack, await startOnce(copy, done, workload, command, Math.min(time, left())), true);
      return seen(started);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  };
  const add = candidate.withArguments ?? ((words2) => `${candidate.start} ${words2}`);
  const first = await look(candidate.start, patience, described);
  let found = { ...first, command: candidate.start, add };
  if (first.ports.length === 0) {
    const untried = [...words(candidate, first)];
    for (let word = untried.shift(); word !== void 0 && left() > 0; word = untried.shift()) {
      const given = word;
      const next = await look(add(given), again, described);
      found = { ...next, command: add(given), add: (more) => add(`${given} ${more}`) };
      if (next.ports.length > 0) break;
      if (!given.includes(" ")) untried.unshift(...helpWords(next.text).map((inner) => `${given} ${inner}`));
    }
  }
  if (found.ports.length === 0) throw silent(candidate, first);
  if (found.obeys) return found;
  for (const way of likeliest(candidate.ports, found.ports)) {
    if (left() === 0) break;
    const command = way.kind === "argument" ? found.add(way.text) : `${way.text} ${found.command}`;
    if (await look(command, again, ({ listeners, port }) => listeners[0]?.port === port))
      return { command, obeys: true };
  }
  return { command: found.command, obeys: false };
}
function described(started) {
  const { ended, listeners, output, port, seconds } = started;
  return {
    ports: listeners.map((one) => one.port),
    obeys: listeners[0]?.port === port,
    ended,
    seconds,
    output: output(),
    text: started.text()
  };
}
function words({ subcommands }, { ended, text: text2 }) {
  return ended === null && subcommands.length === 0 ? [] : [.../* @__PURE__ */ new Set([...subcommands, ...helpWords(text2)])].slice(0, 6);
}
function likeliest(ways, ports) {
  const known = ways.filter(({ instead }) => instead !== null && ports.includes(instead));
  return [...known, ...ways.filter(({ instead }) => instead === null)].slice(0, 8);
}
function silent(candidate, { ended, output, seconds }) {
  const why = ended === null ? `\`${candidate.start}\` listened nowhere within ${Math.round(seconds)} s` : `\`${candidate.start}\` ended with ${ended.how} before it listened`;
  return new TryError(
    why,
    "Start the program by hand in a fresh clone to find what it needs (variables, a database, arguments), and add that to `start` or `setup`.",
    output
  );
}

// src/init/try/server.ts
async function tryServer(copy, recognised, limit2) {
  var _stack = [];
  try {
    const { refused: refused2 } = recognised;
    if (refused2 !== void 0) throw new TryError(refused2.why, refused2.remedy, []);
    const workload = await workloadOf(copy, provisional(recognised));
    const done = await setUp(copy, recognised, workload);
    const until = performance.now() + limit2;
    const left = () => Math.max(0, until - performance.now());
    const listening = await findListening(copy, done, workload, recognised, left);
    const started = __using(_stack, await startOnce(copy, done, workload, listening.command, Math.max(left(), 1e4)), true);
    const found = await answering(copy, started, listening, recognised);
    const times2 = found.fine.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const requests = requestsFor(times2);
    return {
      kind: "server",
      recognised,
      start: listening.command,
      place: found.place,
      setupSeconds: done.seconds,
      stoodIn: done.stoodIn,
      startSeconds: started.seconds,
      exchanges: found.fine.map(({ exchange }) => exchange),
      left: [...recognised.routes.left, ...found.left],
      requests,
      roundSeconds: requests * times2 / 1e3
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var provisional = ({ folder, runtime, setup, start }) => JSON.stringify({
  workloads: {
    server: {
      runtime,
      ...folder !== "" && { directory: folder },
      ...setup !== null && { setup },
      start,
      round: "true"
    }
  }
});
function requestsFor(milliseconds, longest2 = longestRound) {
  const steps = [200, 100, 50, 20, 10];
  return steps.find((count) => count * milliseconds <= longest2) ?? 5;
}
var longestRound = 2500;
async function answering(copy, started, { obeys }, { exchanges, routes }) {
  const known = [...routes.asked.map((path) => ({ kind: "get", path })), ...exchanges];
  let told2 = [];
  for (const { host, port } of started.listeners) {
    const place = await protocolAt(started, { host, port }, copy.signal);
    if (place === null) continue;
    const answers = await askAll(copy, started, place, known);
    const fine = answers.filter(isFine);
    const own2 = obeys && port === started.port;
    told2 = answers.filter((one) => !isFine(one)).map(leftOut);
    if (fine.length > 0) return { place: { ...place, port: own2 ? null : port }, fine, left: told2 };
  }
  throw unanswered(started, told2);
}
var guesses = ["/", "/health", "/healthz", "/api", "/api/health", "/status", "/ping", "/metrics"];
var prefixes = ["/api", "/v1", "/api/v1"];
async function askAll(copy, started, place, known) {
  const answers = await ask(started, place, known, copy.signal);
  if (answers.some(isFine)) return answers;
  for (const prefix of prefixes) {
    const moved = known.flatMap(
      (one) => one.kind === "get" ? [{ ...one, path: `${prefix}${one.path}` }] : []
    );
    const found2 = (await ask(started, place, moved, copy.signal)).filter(isFine);
    if (found2.length > 0) return found2;
  }
  const usual = guesses.map((path) => ({ kind: "get", path }));
  const guessed = await ask(started, place, usual, copy.signal);
  const found = guessed.filter(isFine);
  return [...answers, ...found.length > 0 ? found.slice(0, 3) : guessed.slice(0, 1)];
}
var isFine = ({ status }) => status > 0 && status < 400;
var leftOut = ({ exchange, status }) => {
  const said = status === 0 ? "does not end by itself" : status < 0 ? "was not answered" : `was answered with ${status}`;
  return `${exchange.kind === "get" ? "GET" : exchange.kind.toUpperCase()} ${exchange.path}: ${said} when it was tried`;
};
function unanswered(started, told2) {
  const ports = started.listeners.map(({ port }) => port).join(" and ");
  const seen = told2.length > 0 ? `: ${told2.slice(0, 3).join("; ")}` : "";
  return new TryError(
    `The program listens on port ${ports}, but no request to it succeeded${seen}`,
    "Write into the driver requests that the program answers, with what they need: a header, a login.",
    started.output()
  );
}

// src/init/try/trial.ts
import { mkdir, writeFile as writeFile2 } from "node:fs/promises";
import { dirname, join as join5 } from "node:path";
async function tryWhole(copy, recognised, { files, rounds, text: text2, limit: limit2 }) {
  for (const { file, text: content } of files) {
    const path = join5(copy.revision.directory, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile2(path, content);
  }
  const workload = { ...await workloadOf(copy, text2), warmup: 1 };
  const done = await setUp(copy, recognised, workload);
  const { instrumentation, runtime, scratch, versions } = done;
  const lines = [];
  const late = AbortSignal.timeout(limit2);
  const trial = await measureTrial({
    workload,
    workloadHash: workloadHash(workload),
    revision: copy.revision,
    headDirectory: copy.revision.directory,
    rounds,
    scratch,
    number: 1,
    stage: "first",
    runtime,
    instrumentation,
    versions,
    repeats: createRepeats(1),
    log: { ...quietly(copy.log), detail: (_, told2) => void lines.push(...told2) },
    signal: AbortSignal.any([copy.signal, late])
  });
  copy.signal.throwIfAborted();
  if (late.aborted)
    throw new TryError(
      `It was not finished within ${Math.round(limit2 / 1e3)} s`,
      "Give it more: --time-limit 10m.",
      lines
    );
  const [failure] = trial.failures;
  if (failure !== void 0) throw new TryError(failure.text, failure.remedy, lines);
  return { trial, done, workload };
}

// src/init/try/worker.ts
import { readFile as readFile2, writeFile as writeFile3 } from "node:fs/promises";
async function tryWorker(copy, recognised, limit2) {
  var _stack = [];
  try {
    const workload = await workloadOf(copy, provisional2(recognised));
    const { instrumentation, scratch, seconds, stoodIn } = await setUp(copy, recognised, workload);
    const { revision } = copy;
    const request = { workload, revision, headDirectory: revision.directory, rounds: 1, scratch };
    const sandbox = __using(_stack, await openSandbox(request), true);
    const start = sandbox.command("start", recognised.start, {
      instrumentation: instrumentation.runEnv("first", sandbox.sockets)
    });
    const running = startCommand(start);
    const heard = listen(running.output.text, recognised);
    try {
      const ended = running.ended.then(({ how }) => {
        throw new TryError(`\`${recognised.start}\` ended with ${how}`, byHand, running.output.lines());
      });
      ended.catch(() => {
      });
      const survey = await Promise.race([surveyed(copy, sandbox, recognised, limit2), ended]);
      const services = recognised.driver.servicesAt(survey.places);
      if (survey.why !== null) throw refused(survey, services, running.output.lines());
      const { failures, isReady } = heard.end();
      const jobs = survey.jobs.map((job) => withFailure(job, failures.get(job.name)));
      const plan2 = planOf(recognised, { ...survey, jobs });
      return { ...plan2, ready: isReady ? recognised.ready : null, setupSeconds: seconds, stoodIn, services };
    } finally {
      heard.end();
      running.release();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function listen(output, { driver, ready }) {
  const failures = /* @__PURE__ */ new Map();
  const pattern = new RegExp(ready.slice(1, -1));
  let isReady = false;
  const look = () => {
    const text2 = output();
    isReady ||= pattern.test(text2);
    for (const [name, error] of driver.failuresIn(text2)) failures.set(name, error);
  };
  const timer = setInterval(look, 100);
  return {
    end: () => {
      clearInterval(timer);
      look();
      return { failures, isReady };
    }
  };
}
var byHand = "Start the worker by hand in a fresh clone to find what it needs (variables, a broker, a database), and add that to `start` or `setup`.";
var provisional2 = ({ folder, ready, runtime, setup, start }) => JSON.stringify({
  workloads: {
    worker: {
      runtime,
      ...folder !== "" && { directory: folder },
      ...setup !== null && { setup },
      ...{ start, ready, round: "true" }
    }
  }
});
async function surveyed(copy, { command, profiles }, { driver }, limit2) {
  const script = `${profiles}/survey.${driver.ending}`;
  const answer = `${script}.json`;
  await writeFile3(script, driver.survey);
  const running = startCommand(command("round", `${driver.command} "${script}" "${answer}"`));
  try {
    const late = () => new TryError(
      `Its tasks were not tried within ${Math.round(limit2 / 1e3)} s`,
      "Give it more: --time-limit 10m.",
      []
    );
    await within(running.ended, { milliseconds: limit2, signal: copy.signal, late });
    const text2 = await readFile2(answer, "utf8").catch(() => null);
    if (text2 === null)
      throw new TryError("Its application could not be asked for its tasks", byHand, running.output.lines());
    return JSON.parse(text2);
  } finally {
    running.release();
  }
}
var withFailure = (job, error) => error === void 0 ? job : { ...job, milliseconds: null, left: `failed when it was tried, with ${error}` };
function refused({ isReached, places, why }, services, output) {
  const [broker = "its broker"] = places;
  if (isReached) return new TryError(`Its tasks could not be sent: ${why}`, byHand, output);
  const [service] = services;
  const start = service === void 0 ? "Start it, or name another one in the environment" : `Start one (\`docker run --rm -p ${service.at}:${service.port} ${service.image}\`), or name another one in the environment`;
  const inWorkflow = service === void 0 ? "" : ` A workflow needs it as a service: \`services: { ${service.name}: { image: ${service.image}, ports: ['${service.at}:${service.port}'] } }\`.`;
  return new TryError(
    `Nothing answers at ${broker}, where the worker looks for its broker: ${why}`,
    `${start}, and run this again.${inWorkflow}`,
    []
  );
}
var longestRound2 = 1e3;
function planOf(recognised, { jobs, waits }) {
  const timed = jobs.flatMap(
    ({ milliseconds, name }) => milliseconds === null ? [] : [{ name, milliseconds }]
  );
  const left = jobs.flatMap(({ left: why, name }) => why === null ? [] : [`${name}: ${why}`]);
  if (timed.length === 0) throw nothingToSend(jobs);
  const times2 = timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const requests = requestsFor(times2, longestRound2);
  return {
    kind: "worker",
    recognised,
    jobs: timed.map(({ name }) => name),
    left,
    requests,
    waits,
    roundSeconds: requests * times2 / 1e3
  };
}
var nothingToSend = (jobs) => new TryError(
  jobs.length === 0 ? "The worker runs, and knows no task" : "The worker runs, and none of its tasks can be sent without knowing it",
  "Write a script that sends tasks with what they need and ends when they are done, and name it in `round`.",
  jobs.flatMap(
    ({ error, left: why, name }) => why === null ? [] : [`${name}: ${why}${error === void 0 ? "" : ` (${error})`}`]
  )
);

// src/init/try/try.ts
var most2 = 8;
async function tryAll(copy, all, limit2) {
  const tried2 = [];
  for (const group of groupsOf(all).slice(0, most2))
    if (!isCovered(group, tried2)) tried2.push(await tryGroup(copy, group, limit2));
  return tried2;
}
var isCovered = ([first], tried2) => first?.kind === "tests" && tried2.some(
  ({ kind, recognised }) => kind === "tests" && recognised.kind === "tests" && recognised.covers?.includes(first.folder)
);
var leftUntried = (all) => Math.max(0, groupsOf(all).length - most2);
function groupsOf(all) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of all) {
    const key = JSON.stringify([
      one.runtime,
      one.folder,
      one.kind,
      one.kind === "tests" ? one.test : one.program
    ]);
    groups.set(key, [...groups.get(key) ?? [], one]);
  }
  return [...groups.values()];
}
async function tryGroup(copy, group, limit2) {
  const failures = [];
  for (const candidate of group) {
    const began = performance.now();
    const tried2 = await tryOne(copy, candidate, limit2);
    if (tried2.kind !== "failed") return tried2;
    failures.push(tried2);
    if (performance.now() - began > limit2) break;
  }
  const [first] = failures;
  if (first === void 0) throw new Error("a group without a candidate");
  return first;
}
async function tryOne(copy, candidate, limit2) {
  copy.log.step(`trying ${candidate.kind === "tests" ? candidate.test : candidate.start}`);
  try {
    return await tryKind(copy, candidate, limit2);
  } catch (error) {
    copy.signal.throwIfAborted();
    return failed(candidate, error);
  }
}
function failed(recognised, error) {
  if (error instanceof TryError) {
    const { message, output: output2, remedy } = error;
    return {
      kind: "failed",
      recognised,
      why: maskSecrets(message),
      remedy,
      output: output2.map((line) => maskSecrets(line))
    };
  }
  if (!(error instanceof UserError)) throw error;
  const output = error instanceof CommandError ? error.output : [];
  const lines = output.map((line) => maskSecrets(line));
  return { kind: "failed", recognised, why: maskSecrets(error.message), remedy: error.remedy, output: lines };
}
async function tryKind(copy, candidate, limit2) {
  switch (candidate.kind) {
    case "server":
      return tryDriven(copy, { ...await tryServer(copy, candidate, limit2), roles: [] }, limit2);
    case "worker":
      return tryDriven(copy, { ...await tryWorker(copy, candidate, limit2), roles: [] }, limit2);
    case "tests":
      return tryTests(copy, candidate, limit2);
  }
}
async function tryDriven(copy, found, limit2) {
  const candidate = found.recognised;
  const [workload] = named([found]);
  if (workload === void 0) throw new Error("a program without a name");
  const files = driverFile(workload);
  const { trial } = await tryWhole(copy, candidate, { files, rounds: 2, text: configText([workload]), limit: limit2 });
  return { ...found, roles: trial.roles.map(({ name }) => name) };
}
async function tryTests(copy, recognised, limit2) {
  const found = {
    kind: "tests",
    recognised,
    setupSeconds: null,
    stoodIn: null,
    seconds: 0,
    roles: [],
    notes: []
  };
  const text2 = configText(named([found]));
  const began = performance.now();
  const { done, trial } = await tryWhole(copy, recognised, { files: [], rounds: 1, text: text2, limit: limit2 });
  return {
    ...found,
    setupSeconds: done.seconds,
    stoodIn: done.stoodIn,
    seconds: (performance.now() - began) / 1e3 - (done.seconds ?? 0),
    roles: trial.roles.map(({ name }) => name),
    notes: trial.notes.map((note) => note.text)
  };
}

// src/init/write/workflow-text.ts
var checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
function workflowText(all, tree, source, services = []) {
  const steps = toolchainSteps(all, tree).map((line) => `      ${line}`);
  return `# Leaks in pull requests. Written by leakdiff init; yours to edit. What is measured stands in .github/leakdiff.yml.
name: Leaks
on: pull_request
permissions: {} # none but those of the job
concurrency: # a new push ends the run of the one before
  group: leakdiff-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  leaks:
    name: Leaks
    runs-on: ubuntu-latest
    timeout-minutes: 30 # whatever hangs, the job ends
    permissions:
      contents: read # the two commits
      pull-requests: write # the comment
${serviceLines(services)}    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false # the program under test never sees the token
${steps.join("\n")}
      - uses: ${source.repository}@${source.commit} # v${source.version}
`;
}
var servicesOf = (workloads) => [
  ...new Map(
    workloads.flatMap(({ tried: tried2 }) => tried2.kind === "worker" ? tried2.services : []).map((one) => [one.name, one])
  ).values()
];
var serviceLines = (services) => services.length === 0 ? "" : `    services: # what the programs need beside them
${services.map(serviceLine).join("")}`;
var serviceLine = ({ at, health, image, name, port }) => `      ${name}:
        image: ${image}
        ports: ['${at}:${port}']
        options: --health-cmd "${health}" --health-interval 2s --health-retries 30
`;
function toolchainSteps(all, tree) {
  return runtimeNames.flatMap((name) => {
    const [first, ...others] = all.filter(({ runtime }) => runtime === name);
    if (first === void 0) return [];
    const project = ({ folder, setup }) => ({ folder, setup });
    return first.onboarding.workflowSteps(tree, [project(first), ...others.map(project)]);
  });
}

// src/init/init.ts
var workflow = ".github/workflows/leakdiff.yml";
async function candidates(repository) {
  const known = await onboardings();
  const all = recognise(await treeOf(repository), known);
  if (all.length === 0) throw nothing(repository, known);
  return all;
}
async function initialise(request, all) {
  var _stack = [];
  try {
    const { limit: limit2, log, repository, signal } = request;
    if ((await present(repository, defaultFiles)).length > 0)
      return { ...await filesFor(request, [], all), untried: 0 };
    const copy = __using(_stack, await openCopy(repository, log, signal), true);
    const tried2 = await tryAll(copy, all, limit2);
    return { ...await filesFor(request, tried2), untried: leftUntried(all) };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function filesFor({ repository, source }, tried2, measured = []) {
  const tree = await treeOf(repository);
  const failed2 = tried2.filter((one) => one.kind === "failed");
  const workloads = named(tried2.filter((one) => one.kind !== "failed"));
  const configured = await present(repository, defaultFiles);
  const config = configured.length > 0 || workloads.length === 0 ? [] : configFiles(workloads);
  const others = tree.files.filter((file) => usesLeakdiff(tree, file));
  const built2 = [...measured, ...workloads.map(({ tried: one }) => one.recognised)];
  const services = servicesOf(workloads);
  const steps = source === null || others.length > 0 || built2.length === 0 ? [] : [{ file: workflow, text: workflowText(built2, tree, source, services) }];
  const wanted = [...config, ...steps];
  const there = await present(
    repository,
    wanted.map(({ file }) => file)
  );
  return {
    workloads,
    failed: failed2,
    files: wanted.filter(({ file }) => !there.includes(file)),
    kept: [...configured, ...others, ...there.filter((file) => !others.includes(file))]
  };
}
async function writeFiles({ root }, files) {
  await Promise.all(
    files.map(async ({ file, text: text2 }) => {
      const path = join6(root, file);
      await mkdir2(dirname2(path), { recursive: true });
      await writeFile4(path, text2, { flag: "wx" });
    })
  );
}
var configFiles = (workloads) => [
  { file: defaultFiles[0], text: configText(workloads) },
  ...workloads.flatMap(driverFile)
];
async function present({ root }, files) {
  const found = await Promise.all(
    files.map(
      (file) => lstat2(join6(root, file)).then(
        () => [file],
        () => []
      )
    )
  );
  return found.flat();
}
var usesLeakdiff = (tree, file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file) && /uses:\s*\S*leakdiff\S*@/.test(tree.read(file) ?? "");
function nothing({ root }, known) {
  const all = [...known.values()].map(({ looksFor }) => looksFor);
  const servers = anyOf(all.map(({ server }) => server));
  const workers = all.flatMap(({ worker }) => worker ?? []);
  const tests = all.map(({ tests: one }) => one).join(", and ");
  return new UserError(
    `leakdiff recognises no ${anyOf(runtimeTitles)} server and no tests in ${root}`,
    `Looked for: ${[`${servers} whose program listens`, ...workers, tests].join(", ")}. \`leakdiff run --help\` describes every key. Write .github/leakdiff.yml by hand; to start from:

${minimalConfig}`
  );
}

// src/init/write/minimal.ts
var import_yaml2 = __toESM(require_dist(), 1);
function minimalFile(recognised) {
  const { folder, runtime, setup } = recognised;
  const common = {
    runtime,
    ...folder !== "" && { directory: folder },
    ...setup !== null && { setup }
  };
  const name = recognised.kind;
  return (0, import_yaml2.stringify)(
    { workloads: { [name]: { ...common, ...ownKeys(recognised) } } },
    { lineWidth: 0 }
  ).trimEnd();
}
function ownKeys(recognised) {
  switch (recognised.kind) {
    case "tests":
      return { test: recognised.test };
    case "worker":
      return {
        start: recognised.start,
        ready: recognised.ready,
        round: "a script that sends 100 tasks, and ends when they are done",
        operations: 100
      };
    case "server":
      return {
        start: recognised.start,
        ready: "127.0.0.1:$PORT",
        round: `for i in {1..200}; do curl -fsS -o /dev/null "http://127.0.0.1:$PORT${recognised.routes.asked[0] ?? "/"}"; done`,
        operations: 200
      };
  }
}

// src/init/write/source.ts
import { existsSync, readFileSync as readFileSync2 } from "node:fs";
import { dirname as dirname3, join as join7 } from "node:path";
import { fileURLToPath } from "node:url";
function givenSource(text2) {
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text2) ?? [];
  if (repository !== void 0 && commit !== void 0) return { repository, commit, version };
  throw new ConfigError(
    `--action is not OWNER/NAME@SHA: ${text2}`,
    "Give the repository of the action and the full SHA of a commit."
  );
}
async function ownSource() {
  const root = packageRoot(dirname3(fileURLToPath(import.meta.url)));
  if (root === null) return null;
  return installed(root) ?? await cloned(root);
}
function packageRoot(from) {
  for (let at = from; at !== dirname3(at); at = dirname3(at)) {
    if (existsSync(join7(at, "action.yml")) && existsSync(join7(at, "package.json"))) return at;
  }
  return null;
}
function installed(root) {
  const lock = join7(dirname3(root), ".package-lock.json");
  return existsSync(lock) ? sourceOf(/"resolved":\s*"([^"]*\/leakdiff[^"]*)"/.exec(readFileSync2(lock, "utf8"))?.[1]) : null;
}
async function cloned(root) {
  const ask2 = async (...args) => (await runGit({ root }, args, {})).stdout.trim();
  if (await ask2("rev-parse", "--show-prefix") !== "" || !existsSync(join7(root, ".git"))) return null;
  const published = ["for-each-ref", "--contains=HEAD", "--count=1", "refs/remotes/origin", "refs/tags"];
  if (await ask2(...published) === "") return null;
  return sourceOf(`${await ask2("remote", "get-url", "origin")}#${await ask2("rev-parse", "HEAD")}`);
}
function sourceOf(address) {
  const pattern = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?#([0-9a-f]{40})$/;
  const [, repository, commit] = pattern.exec(address ?? "") ?? [];
  return repository === void 0 || commit === void 0 ? null : { repository, commit, version };
}

// src/cli/init.ts
var initCommand = (flags) => interruptible((signal) => initialised(flags, signal));
async function initialised({ action, dryRun = false, timeLimit = "2m", yes = false }, signal) {
  const repository = await openRepository(process.cwd());
  const source = action === void 0 ? await ownSource() : givenSource(action);
  const limit2 = limitOf(timeLimit);
  const all = await candidates(repository);
  if (!yes && !await agreed(all, signal)) return 0;
  const done = await tried({ repository, source, limit: limit2, signal }, all);
  signal.throwIfAborted();
  if (!dryRun) await writeFiles(repository, done.files);
  out(`${told(done, dryRun, source === null).join("\n")}
`);
  if (done.workloads.length === 0 && done.failed.length > 0) throw nothingWorked(done);
  return 0;
}
async function tried(request, all) {
  const log = createProgress(process.stderr, isCI(process.env));
  try {
    return await initialise({ ...request, log }, all);
  } finally {
    log.end();
  }
}
function limitOf(text2) {
  const limit2 = parseDuration(text2);
  if (limit2 !== null && limit2 > 0) return limit2;
  throw new ConfigError(`--time-limit is \`${text2}\``, "Write a duration: 90s, 2m.");
}
async function agreed(all, signal) {
  const { stderr, stdin } = process;
  if (!stdin.isTTY || !stderr.isTTY) return true;
  const commands = all.flatMap((one) => [
    ...one.setup === null ? [] : [one.setup],
    one.kind === "tests" ? one.test : one.start
  ]);
  const sends = all.some(({ kind }) => kind === "worker") ? "Of a worker each task that needs no argument is sent, to the broker that its settings name.\n" : "";
  stderr.write(
    `To be tried in a copy of the working tree, until something works:
${[...new Set(commands)].map((line) => `  ${line}
`).join("")}${sends}`
  );
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    const closed = once2(terminal, "close").then(() => "no");
    const question = terminal.question("Run these, and write what worked? [Y/n] ", { signal });
    const answer = await Promise.race([question, closed]);
    return /^(?:y|yes|)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
function told(done, dryRun, isUnknown) {
  const { failed: failed2, files, kept, untried, workloads } = done;
  return [
    ...workloads.map(workedLine),
    ...notesOf(workloads).map((text2) => `note        ${text2}`),
    ...workloads.flatMap(stoodInLines),
    ...failed2.flatMap(failedLines),
    ...untried > 0 ? [`not tried   ${untried} more programs of this repository`] : [],
    ...kept.map((file) => `left alone  ${file}: it was there already`),
    ...files.flatMap((one) => dryRun ? shown(one) : [`wrote       ${one.file}`]),
    ...isUnknown && workloads.length > 0 ? [unknownSource] : [],
    ...failed2.length > 0 && workloads.length === 0 ? [] : ["", nextStep(files, dryRun), "", "  leakdiff run"]
  ];
}
var nextStep = (files, dryRun) => {
  if (dryRun) return "Nothing was written. Next: the same without --dry-run, then";
  return files.length === 0 ? "Nothing to write." : "Next: look at what was written, then";
};
var shown = ({ file, text: text2 }) => [
  `would write ${file}`,
  ...text2.trimEnd().split("\n").map((line) => `  ${line}`)
];
function workedLine({ name, tried: one }) {
  const { folder, seen } = one.recognised;
  const where = folder === "" ? "" : `${folder}: `;
  return `works       ${name}: ${where}${seen.join("; ")}${didWords(one)}`;
}
function didWords(one) {
  switch (one.kind) {
    case "server":
      return serverWords(one);
    case "worker":
      return `; a round sends ${one.jobs.length} of its tasks, ${one.left.length} left out`;
    case "tests":
      return `; ${one.roles.length} ran twice`;
  }
}
function serverWords({
  exchanges,
  left,
  place,
  start,
  recognised
}) {
  const with_ = start === recognised.start ? "" : `, by \`${start}\``;
  const at = place.port === null ? "$PORT" : `port ${place.port}`;
  return `${with_}; it listens on ${at} and answers ${exchanges.length}, ${left.length} left out`;
}
function notesOf(workloads) {
  return workloads.flatMap(({ name, tried: one }) => {
    const fixed = one.kind === "server" && one.place.port !== null ? [
      `The program listens on port ${one.place.port} whatever PORT is: nothing else may listen there while leakdiff runs. If the program reads PORT from the environment, leakdiff chooses a free port.`
    ] : [];
    return [...one.recognised.warnings, ...fixed, ...one.kind === "tests" ? one.notes : []].map(
      (text2) => `${name}: ${text2}`
    );
  });
}
function stoodInLines({ name, tried: { recognised, stoodIn } }) {
  if (stoodIn === null) return [];
  const { output, paths, why } = stoodIn;
  const { setup } = recognised.installed ?? { setup: null };
  return [
    `note        ${name}: \`${recognised.setup}\` failed here, so it was tried with ${paths.join(" and ")} of your checkout. In CI it has to work; to measure here as well, give \`copy: ${JSON.stringify(paths)}\` and ${setup === null ? "no `setup`" : `\`setup: ${setup}\``}.`,
    `            ${maskSecrets(why)}`,
    ...output.slice(-6).map((line) => `            | ${maskSecrets(line)}`)
  ];
}
var failedLines = ({ output, recognised, remedy, why }) => [
  `did not work ${recognised.folder === "" ? "" : `${recognised.folder}: `}${recognised.seen.join("; ")}`,
  `            ${why}`,
  `            ${remedy}`,
  // What was seen before it was tried may be why.
  ...recognised.warnings.map((text2) => `            ${text2}`),
  ...output.slice(-12).map((line) => `            | ${line}`)
];
function nothingWorked({ failed: failed2 }) {
  const [first] = failed2;
  const start = first === void 0 ? "" : `

${minimalFile(first.recognised)}`;
  return new InconclusiveError(
    "nothing-worked",
    "Nothing that was recognised worked when it was tried, and nothing was written.",
    `Mend what is told above, or start from this .github/leakdiff.yml: ${start}`
  );
}
var unknownSource = "not written  .github/workflows/leakdiff.yml: a local copy of leakdiff cannot pin itself. Name the action: --action OWNER/NAME@SHA";
export {
  initCommand
};
