import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  parseGoroutineText,
  parsePprof,
  prettyBytes
} from "./chunk-FNXELDUI.mjs";
import {
  commandOf
} from "./chunk-3LVY5SMX.mjs";
import {
  ConfigError,
  FormatError,
  InconclusiveError,
  UserError
} from "./chunk-7RZFDP7O.mjs";

// src/runtimes/go/endpoint.ts
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/runtimes/go/http.ts
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
var patience = 6e4;
var largestBody = 1 << 29;
async function onOneConnection(requests, timeout = patience) {
  const options = { keepAlive: true, maxSockets: 1 };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
  try {
    return await requests((url, { tail = Number.POSITIVE_INFINITY } = {}) => {
      const agent = agents[url.protocol === "https:" ? "https:" : "http:"];
      return get(url, { agent, tail, timeout });
    });
  } finally {
    agents["http:"].destroy();
    agents["https:"].destroy();
  }
}
async function get(url, { agent, tail, timeout }) {
  const shown = withoutSecrets(url);
  const signal = AbortSignal.timeout(timeout);
  try {
    const answer = await open(url, agent, signal);
    const { statusCode = 0 } = answer;
    if (statusCode !== 200) {
      answer.destroy();
      throw refusal(shown, statusCode, answer.headers.location);
    }
    const body = await readBody(answer, shown, tail);
    if (isWebPage(answer, body)) throw webPage(shown);
    return body;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw signal.aborted ? late(shown, timeout, cause) : unreachable(shown, cause);
  }
}
function open(url, agent, signal) {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve4, reject) => {
    request(url, { agent, signal }, resolve4).once("error", reject).end();
  });
}
async function readBody(answer, shown, tail) {
  let kept = [];
  let length = 0;
  for await (const chunk of answer) {
    kept.push(chunk);
    length += chunk.length;
    if (length > 2 * tail) {
      kept = [Buffer.concat(kept).subarray(-tail)];
      length = tail;
    }
    if (length > largestBody) throw tooLarge(shown);
  }
  return Buffer.concat(kept);
}
function isWebPage(answer, body) {
  const type = answer.headers["content-type"] ?? "";
  return type.includes("text/html") || /^\s*<(?:!doctype|html)/i.test(body.toString("latin1", 0, 256));
}
function withoutSecrets(url) {
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "***";
  return shown.href;
}
function refusal(shown, status, location) {
  if (status === 401 || status === 403)
    return new UserError(
      `${shown} answers ${status}: it wants credentials, or does not let this machine in.`,
      "Write them into the URL (`http://user:password@host/debug/pprof`), or serve profiles on a local port without."
    );
  if (status === 404)
    return new UserError(
      `${shown} answers 404: there are no profiles at this address.`,
      'Import _ "net/http/pprof" and serve http.DefaultServeMux there; `profiles` ends in /debug/pprof.'
    );
  if (status >= 300 && status < 400)
    return new UserError(
      `${shown} answers ${status} and sends to ${location ?? "nowhere"}.`,
      "Give the address at which the profiles are themselves."
    );
  return new UserError(`${shown} answers ${status}.`, "Look at the program\u2019s own output for the reason.");
}
function webPage(shown) {
  return new UserError(
    `${shown} answers with a web page, not with a profile.`,
    "Another program or handler answers there: check port and path of `profiles`, which ends in /debug/pprof."
  );
}
function tooLarge(shown) {
  return new UserError(
    `${shown} sends more than ${largestBody} bytes.`,
    "No profile is so large: check the address in `profiles`."
  );
}
function late(shown, timeout, cause) {
  return new UserError(
    `${shown} did not answer within ${timeout / 1e3} s.`,
    "The program is blocked or stopped, or the address leads to a handler that waits: check `profiles`.",
    { cause }
  );
}
function unreachable(shown, cause) {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EHOSTUNREACH")
    return new UserError(
      `Nothing answers at ${shown} (${code}).`,
      "See that the program serves net/http/pprof there before it is ready, and check port and host in `profiles`.",
      { cause }
    );
  return new UserError(
    `${shown} broke off in the middle (${code}).`,
    "The program may have ended, or its server cuts answers short (http.Server.WriteTimeout): look at its output.",
    { cause }
  );
}

// src/runtimes/go/parse.ts
var endings = { heap: ".heap.pb.gz", tasks: ".goroutine.pb.gz", dump: ".goroutines.txt" };
var dumpLimit = 64 * 2 ** 20;
var live = ["heap-bytes", "heap-objects", "tasks"];
function parse(fileName, bytes2) {
  if (fileName.endsWith(".pb.gz")) return parsePprof(bytes2).filter(({ quantity }) => live.includes(quantity));
  if (fileName.endsWith(".txt")) return [parseGoroutineText(bytes2)];
  if (fileName.endsWith(".profile")) return parseOwn(bytes2);
  throw new FormatError(
    "not-this-format",
    `${fileName} is no profile of Go.`,
    `Profiles of Go end in ${Object.values(endings).join(", ")}.`
  );
}
function parseOwn(bytes2) {
  if (/^goroutine /.test(bytes2.toString("latin1", 0, 16))) return [parseGoroutineText(bytes2)];
  return parsePprof(bytes2).filter(({ quantity }) => live.includes(quantity));
}

// src/runtimes/go/endpoint.ts
var footer = 64 * 1024;
var mostDumped = 2e4;
async function connectEndpoint(url) {
  const at = (path) => below(url, path);
  await onOneConnection((get2) => countTasks(get2, at("goroutine?debug=1")));
  return {
    pid: null,
    // What sync.Pool keeps takes two collections to free.
    collect: () => onOneConnection(async (get2) => {
      await get2(at("heap?gc=1"));
      await get2(at("heap?gc=1"));
    }),
    count: () => onOneConnection(async (get2) => {
      const heap = await get2(at("heap?debug=1&gc=1"), { tail: footer });
      const tasks = await countTasks(get2, at("goroutine?debug=1"));
      return [...heapTotals(at("heap"), heap.toString("latin1")), { quantity: "tasks", value: tasks }];
    }),
    snapshot: (directory, { round, dump }) => onOneConnection(async (get2) => {
      const save = async (profile, ending) => {
        const file = join(directory, `endpoint.r${round}${ending}`);
        await writeFile(file, profile);
        return file;
      };
      const files = [
        await save(await get2(at("heap")), endings.heap),
        await save(await get2(at("goroutine")), endings.tasks)
      ];
      if (!dump || await countTasks(get2, at("goroutine?debug=1")) > mostDumped) return files;
      const text = await get2(at("goroutine?debug=2"));
      return text.length < dumpLimit ? [...files, await save(text, endings.dump)] : files;
    }),
    close: async () => {
    }
  };
}
function below(base, path) {
  const [name = "", query = ""] = path.split("?");
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${name}`;
  for (const [key, value] of new URLSearchParams(query)) url.searchParams.set(key, value);
  return url;
}
function heapTotals(url, text) {
  const figure = (name) => {
    const value = new RegExp(`^# ${name} = (\\d+)$`, "m").exec(text)?.[1];
    if (value === void 0) throw notPprof(url, `its end has no ${name}`);
    return Number(value);
  };
  return [
    { quantity: "heap-bytes", value: figure("HeapAlloc") },
    { quantity: "heap-objects", value: figure("HeapObjects") }
  ];
}
var reading = /\snet\/http\.\(\*connReader\)\.backgroundRead|^\d+ @\s*$/;
var finishing = /\snet\/http\.\(\*(?:response\)\.finishRequest|conn\)\.(?:close|finalFlush))/;
var answering = /\s(?:net\/http|runtime)\/pprof\./;
async function countTasks(get2, url) {
  const text = (await get2(url)).toString("latin1");
  const [, total, body = ""] = /^goroutine profile: total (\d+)\n([\s\S]*)$/.exec(text) ?? [];
  if (total === void 0) throw notPprof(url, "it does not begin with the number of goroutines");
  const groups = body.trim().split("\n\n");
  const count2 = (kind) => groups.reduce((sum, group) => kind.test(group) ? sum + Number.parseInt(group, 10) : sum, 0);
  return Number(total) - count2(answering) - count2(finishing) - Math.min(1, count2(reading));
}
function notPprof({ host, pathname }, why) {
  return new UserError(
    `${host}${pathname} answers, but not as Go\u2019s net/http/pprof does: ${why}.`,
    "Give the URL under which net/http/pprof itself is served, which ends in /debug/pprof."
  );
}

// src/runtimes/go/ignore-rules.ts
var probeName = /^(?:runtime\/pprof|testing)\.(?:\(\*?)?zzleakdiff/;
var isRuntime = (name) => /^(?:runtime\.|(?:internal\/runtime|runtime\/internal)\/)/.test(name);
var isProfiler = (name) => /^(?:net\/http\/pprof|runtime\/pprof)\./.test(name);
var some = (test) => (stack) => stack.some((frame) => test(frame.function));
var every = (test) => (stack) => stack.length > 0 && stack.every((frame) => test(frame.function));
var descriptors = /* @__PURE__ */ new Set([
  "runtime.malg",
  "runtime.allocm",
  "runtime.newm",
  "runtime.mpreinit",
  "runtime.mcommoninit",
  "runtime.allgadd",
  "runtime.acquireSudog",
  "runtime.saveAncestors",
  "runtime.makeProfStackFP",
  "runtime.makeProfStack"
]);
var ignoreRules = [
  {
    name: "leakdiff-probe",
    reason: "The goroutine by which leakdiff measures, and what it allocates; the totals lack them too.",
    quantity: "any",
    matches: some((name) => probeName.test(name))
  },
  {
    name: "profiler",
    reason: "Whoever writes the profile stands in it.",
    quantity: "any",
    matches: some(isProfiler)
  },
  {
    name: "runtime-descriptors",
    reason: "The runtime keeps the descriptors of ended goroutines and idle threads for the next ones.",
    quantity: "heap-bytes",
    matches: (stack) => descriptors.has(stack.at(-1)?.function ?? "")
  },
  {
    name: "runtime-descriptors",
    reason: "The runtime keeps the descriptors of ended goroutines and idle threads for the next ones.",
    quantity: "heap-objects",
    matches: (stack) => descriptors.has(stack.at(-1)?.function ?? "")
  },
  {
    name: "runtime-alone",
    reason: "No code but the runtime\u2019s own took part: its tables, workers and threads.",
    quantity: "any",
    matches: every(isRuntime)
  }
];

// src/runtimes/go/instrument.ts
import { existsSync as existsSync2, readFileSync as readFileSync2 } from "node:fs";
import { join as join8 } from "node:path";

// src/runtimes/go/build-commands.ts
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
async function readBuildCommands(workload, directory) {
  const commands = [workload.setup ?? "", commandOf(workload)].join("\n");
  const makefile = /\bmake\b/.test(commands) ? await readMakefile(directory) : "";
  refuseReplacedFlags(commands, makefile);
  return `${commands}
${makefile}`;
}
var namesFiles = (commands) => /[\w*](?<!_test)\.go(?![\w./-])/.test(commands);
async function readMakefile(directory) {
  for (const name of ["GNUmakefile", "makefile", "Makefile"]) {
    const text = await readFile(join2(directory, name), "utf8").catch(() => null);
    if (text !== null) return text;
  }
  return "";
}
function refuseReplacedFlags(commands, makefile) {
  const replaced = /(?:^|[\s;&|("'])GOFLAGS=(?!\S*\$\{?GOFLAGS)(?!["'][^"'\n]*\$\{?GOFLAGS)[^\n;&|]*/.exec(commands) ?? /^(?:export +)?GOFLAGS *:?=(?!.*\$[({]GOFLAGS).*$/m.exec(makefile);
  if (replaced)
    throw new ConfigError(
      `\`${replaced[0].trim()}\` replaces the GOFLAGS by which leakdiff adds its probe to the build.`,
      'Append instead: GOFLAGS="$GOFLAGS \u2026" in a command, GOFLAGS += \u2026 in a Makefile.'
    );
  const overlay = /\s--?overlay[= ]\S+/.exec(`${commands}
${makefile}`);
  if (overlay)
    throw new ConfigError(
      `\`${overlay[0].trim()}\` replaces the overlay by which leakdiff adds its probe to the build.`,
      "Set it by GOFLAGS in the environment of leakdiff instead; there the two are merged."
    );
}

// src/runtimes/go/toolchain.ts
import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { dirname, join as join3 } from "node:path";
import { promisify } from "node:util";
var run = promisify(execFile);
async function runGo(directory, args, extraEnv = {}) {
  const env = { ...process.env, PWD: directory, ...extraEnv };
  try {
    const { stdout } = await run("go", [...args], { cwd: directory, env, maxBuffer: 64 * 2 ** 20 });
    return stdout;
  } catch (cause) {
    throw await isMissing(cause, directory) ? noGo(directory, cause) : failed(directory, args, cause);
  }
}
async function toolchain(directory) {
  return (await runGo(directory, ["env", "GOVERSION"])).trim();
}
async function recognise(directory) {
  const names = await readdir(directory).catch(() => []);
  if (names.includes("go.mod") || names.includes("go.work")) return true;
  return names.some((name) => name.endsWith(".go")) && await above(directory, "go.mod") !== null;
}
async function above(directory, name) {
  for (let at = directory; ; at = dirname(at)) {
    if (await exists(join3(at, name))) return join3(at, name);
    if (at === dirname(at) || await exists(join3(at, ".git"))) return null;
  }
}
var exists = (path) => stat(path).then(
  () => true,
  () => false
);
async function isMissing(cause, directory) {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT" && await exists(directory);
}
function noGo(directory, cause) {
  return new UserError(
    `There is no \`go\` command to build ${directory} with.`,
    "Install Go before leakdiff runs (in a workflow: actions/setup-go), and see that it is on PATH.",
    { cause }
  );
}
function failed(directory, args, cause) {
  const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
  return new InconclusiveError(
    "go-command",
    `\`go ${args[0]}\` fails in ${directory}: ${said.slice(-2e3)}`,
    "Make `go list ./...` work there first.",
    { cause }
  );
}

// src/runtimes/go/goflags.ts
async function readUserFlags(directory) {
  const value = (await runGo(directory, ["env", "GOFLAGS"])).trim();
  return { flags: splitFlags(value), from: process.env.GOFLAGS ? "environment" : "file" };
}
function addedFlags(users, ours) {
  const flags = users.from === "file" ? [...users.flags, ...ours] : ours;
  return flags.map(quoteFlag).join(" ");
}
function flagValue(flags, name) {
  const values = flags.flatMap((flag) => {
    const [, key, value = ""] = /^--?([^=]+)(?:=(.*))?$/s.exec(flag) ?? [];
    return key === name ? [value] : [];
  });
  return values.at(-1) ?? null;
}
function splitFlags(value) {
  const fields = value.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g);
  return Array.from(fields, ([, single, double2, bare]) => single ?? double2 ?? bare ?? "");
}
function quoteFlag(flag) {
  if (!/[\s'"]/.test(flag)) return flag;
  return flag.includes("'") ? `"${flag}"` : `'${flag}'`;
}

// src/runtimes/go/goroot.ts
import { mkdir, rm, symlink } from "node:fs/promises";
import { delimiter, join as join4 } from "node:path";
async function replaceableGoroot(directory, scratch) {
  const values = await runGo(directory, ["env", "GOROOT", "GOMODCACHE"]);
  const [goroot = "", cache = ""] = values.split("\n");
  if (cache === "" || !goroot.startsWith(`${cache}/`)) return { goroot, env: {} };
  const link = join4(scratch, "goroot");
  await mkdir(scratch, { recursive: true });
  await rm(link, { force: true });
  await symlink(goroot, link);
  const path = `${join4(link, "bin")}${delimiter}${process.env.PATH ?? ""}`;
  return { goroot: link, env: { GOROOT: link, GOTOOLCHAIN: "local", PATH: path } };
}

// src/runtimes/go/overlay.ts
import { createHash } from "node:crypto";
import { cp, mkdir as mkdir2, readFile as readFile2, realpath, writeFile as writeFile2 } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname as dirname2, join as join5, resolve } from "node:path";

// src/runtimes/go/with-probe.ts
function withProbe(source) {
  const clause = packageClauseEnd(source);
  return `${source.slice(0, clause)}; import _ "runtime/pprof"${source.slice(clause)}`;
}
function hasMain(source) {
  return packageClauseEnd(source) >= 0 && /^func\s+main\s*\(\s*\)/m.test(source);
}
function packageClauseEnd(source) {
  return /^\uFEFF?(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package\s+main\b/.exec(source)?.[0].length ?? -1;
}

// src/runtimes/go/overlay.ts
async function writeOverlay({ scratch, goroot, programs, users }) {
  await mkdir2(scratch, { recursive: true });
  const probe = join5(scratch, "zz_leakdiff.go");
  await cp(createRequire(import.meta.url).resolve("#probe/go/zz_leakdiff.go"), probe);
  const replaced = await Promise.all(
    programs.map(async ({ path: path2, source }) => {
      const copy = join5(scratch, `${createHash("sha256").update(path2).digest("hex").slice(0, 16)}.go`);
      await writeFile2(copy, withProbe(source));
      return (await namesOf(path2)).map((name) => [name, copy]);
    })
  );
  const path = join5(scratch, "overlay.json");
  const added = { [join5(goroot, "src/runtime/pprof/zz_leakdiff.go")]: probe };
  await writeFile2(
    path,
    JSON.stringify({ Replace: { ...users, ...Object.fromEntries(replaced.flat()), ...added } }, null, 1)
  );
  return path;
}
async function namesOf(path) {
  return [.../* @__PURE__ */ new Set([path, join5(await realpath(dirname2(path)), basename(path))])];
}
async function readOverlay(directory, file) {
  const path = resolve(directory, file);
  try {
    const { Replace = {} } = JSON.parse(await readFile2(path, "utf8"));
    const absolute = (name) => name === "" ? "" : resolve(directory, name);
    return Object.fromEntries(Object.entries(Replace).map(([from, to]) => [absolute(from), absolute(to)]));
  } catch (cause) {
    throw new ConfigError(
      `The overlay that GOFLAGS names, ${path}, cannot be read.`,
      "leakdiff merges it with its own: give the path of the JSON file that `go build -overlay` takes.",
      { cause }
    );
  }
}

// src/runtimes/go/programs.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname as dirname3, join as join6 } from "node:path";
function findProgramFiles(directory) {
  return [...sourcesBelow(repositoryOf(directory))].flatMap((path) => {
    const source = readFileSync(path, "utf8");
    return hasMain(source) ? [{ path, source }] : [];
  });
}
function* sourcesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join6(directory, entry.name);
    if (entry.isDirectory() && !isInstalled(entry)) yield* sourcesBelow(path);
    else if (entry.isFile() && /(?<!_test)\.go$/.test(entry.name)) yield path;
  }
}
var isInstalled = ({ name }) => name === ".git" || name === "node_modules" || name === "vendor";
function repositoryOf(directory) {
  for (let at = directory; at !== dirname3(at); at = dirname3(at)) if (existsSync(join6(at, ".git"))) return at;
  return directory;
}

// src/runtimes/go/tests-overlay.ts
import { mkdir as mkdir3, readFile as readFile3, writeFile as writeFile3 } from "node:fs/promises";
import { createRequire as createRequire2 } from "node:module";
import { basename as basename2, dirname as dirname4, join as join7 } from "node:path";
async function instrumentTests({ directory, scratch, workload }, sampling3) {
  await readBuildCommands(workload, directory);
  const users = await readUserFlags(directory);
  const usersOverlay = flagValue(users.flags, "overlay");
  const replaced = usersOverlay === null ? {} : await readOverlay(directory, usersOverlay);
  const { goroot, env } = await replaceableGoroot(directory, scratch);
  const version = (await runGo(directory, ["env", "GOVERSION"])).trim();
  const overlay = await writeTestingOverlay({ goroot, version }, join7(scratch, "go"), replaced);
  const GOFLAGS = addedFlags(users, [`-overlay=${overlay}`, "-count=1", "-timeout=0", "-p=1"]);
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => ({
      ...env,
      GOFLAGS,
      LEAKDIFF_SOCKETS: sockets,
      LEAKDIFF_RATE: String(sampling3[stage])
    })
  };
}
async function writeTestingOverlay({ goroot, version }, folder, users) {
  const testing = join7(goroot, "src/testing");
  const files = {
    "testing.go": repeatable(await readFile3(join7(testing, "testing.go"), "utf8"), version),
    "zz_leakdiff.go": await probeForTests(),
    "zz_leakdiff_rounds.go": await readFile3(probeFile("zz_leakdiff_rounds.go"), "utf8")
  };
  await mkdir3(folder, { recursive: true });
  const ours = [];
  for (const [name, text] of Object.entries(files)) {
    await writeFile3(join7(folder, name), text);
    ours.push([join7(testing, name), join7(folder, name)]);
  }
  const Replace = { ...users, ...Object.fromEntries(ours) };
  const path = join7(folder, "overlay.json");
  await writeFile3(path, JSON.stringify({ Replace }, null, 1));
  return path;
}
var changes = [
  ["func (m *M) Run() (code int) {", "func (m *M) runOnce() (code int) {"],
  ["func (t *T) report() {", "func (t *T) report() { zzleakdiffReport(t)"],
  [
    "exampleRan, exampleOk := runExamples(m.deps.MatchString, m.examples)",
    "exampleRan, exampleOk := runExamples(m.deps.MatchString, m.examples); zzleakdiffExamples(exampleRan, exampleOk)"
  ]
];
function repeatable(source, version) {
  return changes.reduce((text, [known, ours]) => {
    if (text.split(known).length === 2) return text.replace(known, () => ours);
    throw new InconclusiveError(
      "unknown-testing",
      `The package testing of ${version} has another shape than leakdiff knows: it does not hold \`${known}\` once.`,
      "Use a newer leakdiff, or measure a program instead of its tests (`start` and `round`)."
    );
  }, source);
}
async function probeForTests() {
  const probe = await readFile3(probeFile("zz_leakdiff.go"), "utf8");
  return probe.replace(/^package pprof$/m, "package testing").replace("import (\n", 'import (\n	zzleakdiffpprof "runtime/pprof"\n').replace(/(?<![\w.])Lookup\(/g, "zzleakdiffpprof.Lookup(").replace("const zzleakdiffOwnTasks = 1", "const zzleakdiffOwnTasks = 0").replace(/^func init\(\) \{\n\tzzleakdiffStart\(\)\n\}\n/m, "").replace('	case "dump":', '	default:\n		p.more(request)\n	case "dump":');
}
var probeFile = (name) => join7(dirname4(createRequire2(import.meta.url).resolve("#probe/go/zz_leakdiff.go")), basename2(name));

// src/runtimes/go/instrument.ts
var sampling = { first: 16384, confirm: 4096 };
var diagnostic = (goal) => `memprofilerate=${heapBytes[goal]},tracebackancestors=10`;
var heapBytes = { holders: 512, openers: 64 };
async function instrument(request) {
  const godebug = (stage) => `memprofilerate=${sampling[stage]}`;
  const { workload } = request;
  if (writesItself(workload)) return { buildEnv: {}, runEnv: (stage) => ({ GODEBUG: godebug(stage) }) };
  if (workload.profiles.length > 0)
    return {
      buildEnv: {},
      runEnv: (stage) => ({ GODEBUG: godebug(stage) }),
      diagnosticEnv: (_sockets, goal) => ({ GODEBUG: diagnostic(goal) })
    };
  if (workload.form === "test") return await instrumentTests(request, sampling);
  const { env, programs } = await overlaid(request);
  const run2 = (GODEBUG, sockets) => {
    for (const program of programs) refuseChanged(program);
    return { ...env, GODEBUG, LEAKDIFF_SOCKETS: sockets };
  };
  return {
    buildEnv: env,
    // Build flags too: `start` may be `go run`.
    runEnv: (stage, sockets) => run2(godebug(stage), sockets),
    diagnosticEnv: (sockets, goal) => run2(diagnostic(goal), sockets)
  };
}
var writesItself = (workload) => workload.form === "server" && workload.snapshot !== void 0 || workload.form === "run" && workload.files !== void 0;
async function overlaid({ workload, directory, scratch }) {
  const commands = await readBuildCommands(workload, directory);
  const flags = await readUserFlags(directory);
  const usersOverlay = flagValue(flags.flags, "overlay");
  const users = usersOverlay === null ? {} : await readOverlay(directory, usersOverlay);
  const programs = underOverlay(findProgramFiles(directory), users);
  if (programs.length === 0) throw noProgram(directory);
  const { goroot, env } = await replaceableGoroot(directory, scratch);
  const overlay = await writeOverlay({ scratch: join8(scratch, "go"), goroot, programs, users });
  const trim = flagValue(flags.flags, "trimpath") === null && !namesFiles(commands);
  const GOFLAGS = addedFlags(flags, [`-overlay=${overlay}`, ...trim ? ["-trimpath"] : []]);
  return { env: { ...env, GOFLAGS }, programs };
}
function underOverlay(programs, users) {
  const shown = Object.entries(users).flatMap(([path, target]) => {
    const source = path.endsWith(".go") && existsSync2(target) ? readFileSync2(target, "utf8") : "";
    return hasMain(source) ? [{ path, source, target }] : [];
  });
  return [...programs.filter(({ path }) => !(path in users)), ...shown];
}
function refuseChanged({ path, source, target = path }) {
  const now = readFileSync2(target, "utf8");
  if (now.replace(/\s+/g, "") === source.replace(/\s+/g, "")) return;
  throw new InconclusiveError(
    "setup-changes-program",
    `Set-up changes ${path}, of which leakdiff has built an older copy.`,
    "Let set-up change another file than the one with func main, or serve net/http/pprof and give its URL: `profiles`."
  );
}
function noProgram(directory) {
  return new InconclusiveError(
    "no-go-program",
    `There is no Go file with func main in the repository of ${directory}.`,
    "Let `start` run a program of this repository, or serve net/http/pprof in it and give the URL: `profiles`."
  );
}

// src/runtimes/go/locate.ts
import { existsSync as existsSync3, realpathSync } from "node:fs";
import { basename as basename3, join as join10, relative, sep } from "node:path";

// src/runtimes/go/modules.ts
import { readdir as readdir2, readFile as readFile4 } from "node:fs/promises";
import { dirname as dirname5, join as join9, resolve as resolve2 } from "node:path";

// src/runtimes/go/site.ts
function site(frame) {
  return withoutShapes(frame.function).replace(/(?:\.gowrap\d+|\.deferwrap\d+|-range\d+|-fm)+(?=\.|$)/g, "").replace(/\.func\d+(?:\.\d+|\.func\d+)*(?=\.|-|$)/g, ".func").replace(/\.init\.\d+(?=\.|$)/, ".init");
}
function withoutShapes(name) {
  let kept = "";
  let depth = 0;
  for (const character of name) {
    if (character === "[") depth++;
    if (depth === 0) kept += character;
    if (character === "]" && depth > 0) depth--;
  }
  return kept;
}
function packageOf(name) {
  const plain2 = withoutShapes(name);
  const dot = plain2.indexOf(".", plain2.lastIndexOf("/", firstParenthesis(plain2)) + 1);
  return (dot < 0 ? plain2 : plain2.slice(0, dot)).replaceAll("%2e", ".");
}
function firstParenthesis(name) {
  const at = name.indexOf("(");
  return at < 0 ? name.length : at;
}

// src/runtimes/go/modules.ts
async function readModules(root, directory) {
  const own = /* @__PURE__ */ new Map();
  const replaced = /* @__PURE__ */ new Map();
  const required = /* @__PURE__ */ new Map();
  const vendored = /* @__PURE__ */ new Map();
  const vendors = [];
  const files = await modulesBelow(root);
  const homes = [.../* @__PURE__ */ new Set([root, directory, ...files.map(dirname5)])];
  for (const home of homes) {
    for (const line of await directives(join9(home, "go.mod"))) {
      const [verb, name, version] = line;
      if (verb === "module" && name) own.set(name, home);
      if (verb === "require" && name && version) required.set(name, version);
      addReplacement(replaced, home, line);
    }
    for (const line of await directives(join9(home, "go.work"))) addReplacement(replaced, home, line);
    const listed = await readFile4(join9(home, "vendor/modules.txt"), "utf8").catch(() => null);
    if (listed === null) continue;
    vendors.push(home);
    for (const [, path = "", version = ""] of listed.matchAll(/^# (\S+) (v\S+)/gm))
      vendored.set(path, version);
  }
  const [goroot = "", modcache = ""] = await places(directory);
  return { own, replaced, required, vendored, vendors, goroot, modcache };
}
async function modulesBelow(directory, depth = 8) {
  const entries = await readdir2(directory, { withFileTypes: true }).catch(() => []);
  const own = entries.some((e) => e.name === "go.mod" && e.isFile()) ? [join9(directory, "go.mod")] : [];
  if (depth === 0) return own;
  const folders = entries.filter(
    (e) => e.isDirectory() && !/^[._]|^(?:vendor|node_modules|testdata)$/.test(e.name)
  );
  const below3 = await Promise.all(folders.map((e) => modulesBelow(join9(directory, e.name), depth - 1)));
  return [...own, ...below3.flat()];
}
async function places(directory) {
  const output = await runGo(directory, ["env", "GOROOT", "GOMODCACHE"]).catch(() => "");
  return output.split("\n");
}
async function directives(file) {
  const text = await readFile4(file, "utf8").catch(() => "");
  let block = null;
  return text.split("\n").flatMap((line) => {
    const words = (line.replace(/\/\/.*$/, "").match(/"[^"]*"|`[^`]*`|\S+/g) ?? []).map(
      (w) => w.replace(/^["`]|["`]$/g, "")
    );
    if (words.length === 0) return [];
    if (words.at(-1) === "(") block = words[0] ?? null;
    else if (words[0] === ")") block = null;
    else return [block === null ? words : [block, ...words]];
    return [];
  });
}
function addReplacement(replaced, home, line) {
  const arrow = line.indexOf("=>");
  if (line[0] !== "replace" || arrow < 0) return;
  const key = line.slice(1, arrow).join("@");
  const [target = "", version = null] = line.slice(arrow + 1);
  const isPath = /^\.{0,2}\//.test(target);
  replaced.set(
    key,
    isPath ? { kind: "directory", path: resolve2(home, target) } : { kind: "module", package: target, version }
  );
}
function longestPrefix(paths, path) {
  let longest = null;
  for (const candidate of paths) {
    const fits = path === candidate || path.startsWith(`${candidate}/`);
    if (fits && candidate.length > (longest?.length ?? -1)) longest = candidate;
  }
  return longest;
}
function isStandard(packagePath) {
  const [first = ""] = withoutShapes(packagePath).split("/");
  return packagePath !== "main" && !first.includes(".");
}

// src/runtimes/go/locate.ts
var runtime = { origin: "runtime" };
async function locator(context) {
  const modules = await readModules(context.root, context.directory);
  const tree = treeOf(context, modules);
  const known = /* @__PURE__ */ new Map();
  return (frame) => {
    const packagePath = packageOf(frame.function);
    const key = `${packagePath} ${frame.file}`;
    const found = known.get(key) ?? locate(tree, packagePath, frame.file);
    known.set(key, found);
    return found;
  };
}
function treeOf(context, modules) {
  const roots = [.../* @__PURE__ */ new Set([context.root, realpathSync(context.root)])];
  const inside = (path) => {
    for (const root of roots) {
      const found = relative(root, path);
      if (found !== "" && found !== ".." && !found.startsWith(`..${sep}`)) return found;
    }
    return null;
  };
  return { ...context, modules, inside };
}
function locate(tree, packagePath, file) {
  if (file.startsWith("/")) return ofAbsolute(tree, packagePath, file);
  if (file.startsWith("./")) return project(tree, join10(tree.directory, file));
  if (!file.includes("/")) return ofPackage(tree, packagePath, file);
  return ofTrimmed(tree, packagePath, file);
}
function ofTrimmed(tree, packagePath, file) {
  const versioned = /^([^@]+)@([^/]+)\/(.+)$/.exec(file);
  if (versioned) {
    const [, path = "", version = "", rest = ""] = versioned;
    return ofModule(tree, path, version, rest);
  }
  const own = longestPrefix(tree.modules.own.keys(), file);
  if (own !== null) return project(tree, join10(tree.modules.own.get(own) ?? "", file.slice(own.length)));
  if (isStandard(file)) return runtime;
  return vendoredOr(tree, file, { origin: "dependency", package: packagePath, version: null, path: null });
}
function ofModule(tree, path, version, rest) {
  const replacement = tree.modules.replaced.get(`${path}@${version}`) ?? tree.modules.replaced.get(path);
  if (replacement?.kind === "directory") {
    const inside = tree.inside(join10(replacement.path, rest));
    return inside === null ? { origin: "dependency", package: path, version: null, path: null } : { origin: "project", path: inside };
  }
  const taken = replacement ?? { package: path, version };
  return vendoredOr(tree, `${path}/${rest}`, {
    origin: "dependency",
    package: taken.package,
    version: taken.version,
    path: `${path}@${version}/${rest}`
  });
}
function vendoredOr(tree, path, location) {
  for (const home of tree.modules.vendors) {
    const file = join10(home, "vendor", path);
    const inside = existsSync3(file) ? tree.inside(file) : null;
    if (inside !== null) return ofVendored(tree, path, inside);
  }
  return location;
}
function ofVendored(tree, path, inside) {
  const module = longestPrefix(tree.modules.vendored.keys(), path);
  const version = module === null ? null : tree.modules.vendored.get(module) ?? null;
  return {
    origin: "dependency",
    package: module ?? path.slice(0, path.lastIndexOf("/")),
    version,
    path: inside
  };
}
function ofAbsolute(tree, packagePath, file) {
  const { goroot, modcache } = tree.modules;
  if (goroot !== "" && file.startsWith(`${goroot}/`)) return runtime;
  const cached = modcache !== "" && file.startsWith(`${modcache}/`) ? file.slice(modcache.length + 1) : afterCache(file);
  const [, path, version, rest] = /^([^@]+)@([^/]+)\/(.+)$/.exec(cached ?? "") ?? [];
  if (path && version && rest) return ofModule(tree, unescaped(path), unescaped(version), rest);
  const inside = tree.inside(file);
  if (inside !== null) {
    const vendored = /(?:^|\/)vendor\/(.+)$/.exec(inside)?.[1];
    return vendored === void 0 ? { origin: "project", path: inside } : ofVendored(tree, vendored, inside);
  }
  return ofElsewhere(tree, packagePath, file);
}
function ofElsewhere(tree, packagePath, file) {
  if (isStandard(packagePath) && longestPrefix(tree.modules.own.keys(), packagePath) === null) return runtime;
  if (packagePath !== "main") return ofPackage(tree, packagePath, basename3(file));
  const parts = file.split("/").slice(1);
  const tails = parts.map((_, index) => join10(tree.directory, ...parts.slice(index)));
  return project(tree, tails.find((path) => existsSync3(path)) ?? join10(tree.directory, basename3(file)));
}
var afterCache = (file) => /\/pkg\/mod\/(.+)$/.exec(file)?.[1] ?? null;
var unescaped = (path) => path.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
function ofPackage(tree, packagePath, file) {
  if (packagePath === "main") return project(tree, join10(tree.directory, file));
  const own = longestPrefix(tree.modules.own.keys(), packagePath);
  if (own !== null)
    return project(tree, join10(tree.modules.own.get(own) ?? "", packagePath.slice(own.length), file));
  if (isStandard(packagePath)) return runtime;
  const module = longestPrefix(tree.modules.required.keys(), packagePath);
  const version = module === null ? null : tree.modules.required.get(module) ?? null;
  const location = { origin: "dependency", package: module ?? packagePath, version, path: null };
  return vendoredOr(tree, `${packagePath}/${file}`, location);
}
function project(tree, path) {
  return { origin: "project", path: (tree.inside(path) ?? basename3(path)).replaceAll(sep, "/") };
}

// src/runtimes/go/opens-files.ts
var makers = /* @__PURE__ */ new Set(["os.newFile", "net.newFD"]);
var opensFiles = (stack) => stack.some((frame) => makers.has(frame.function));

// src/runtimes/go/probe.ts
import { writeFile as writeFile4 } from "node:fs/promises";
import { createConnection } from "node:net";
import { basename as basename4, join as join11 } from "node:path";
var patience2 = 12e4;
var largestAnswer = 1 << 30;
function socketPid(fileName) {
  const pid = /^go-(\d+)\.sock$/.exec(fileName)?.[1];
  return pid === void 0 ? null : Number(pid);
}
async function connectSocket(path) {
  const { pid } = await askJson(path, "hello");
  return probeAt(path, Number(pid));
}
function probeAt(path, pid) {
  return {
    pid,
    collect: async () => void await askJson(path, "collect"),
    count: async () => totalsOf(path, await askJson(path, "count")),
    snapshot: async (directory, { round, dump }) => {
      const save = async (profile, ending) => {
        const file = join11(directory, `go-${pid}.r${round}${ending}`);
        await writeFile4(file, profile);
        return file;
      };
      const files = [
        await save(await askProfile(path, "goroutine"), endings.tasks),
        await save(await askProfile(path, "heap"), endings.heap)
      ];
      const text = dump ? await askDump(path) : null;
      return text === null ? files : [...files, await save(text, endings.dump)];
    },
    close: async () => {
    }
  };
}
function totalsOf(path, answer) {
  const whole2 = (name) => {
    const value = answer[name];
    if (typeof value === "number" && Number.isSafeInteger(value)) return value;
    throw silent(path, `gave no figure for ${name}`);
  };
  return [
    { quantity: "tasks", value: whole2("tasks") },
    { quantity: "heap-bytes", value: whole2("heapBytes") },
    { quantity: "heap-objects", value: whole2("heapObjects") }
  ];
}
async function askJson(path, question, limit = patience2) {
  return fromJson(path, await ask(path, question, limit));
}
async function askProfile(path, question) {
  const answer = await ask(path, question);
  const end = answer.lastIndexOf("\n", -2);
  const { bytes: bytes2, error } = fromJson(path, answer.subarray(end + 1));
  if (error !== "") throw silent(path, `could not write the ${question} profile: ${error}`);
  if (end !== bytes2) throw silent(path, `sent ${end} bytes of a ${question} profile of ${bytes2}`);
  return answer.subarray(0, end);
}
async function askDump(path) {
  if ((await askJson(path, "dumpable")).dumpable !== true) return null;
  const text = await askProfile(path, "dump");
  return text.length < dumpLimit ? text : null;
}
function fromJson(path, bytes2) {
  try {
    return JSON.parse(bytes2.toString("utf8"));
  } catch (cause) {
    throw silent(path, "broke off", cause);
  }
}
function ask(path, question, limit = patience2) {
  return new Promise((resolve4, reject) => {
    const chunks = [];
    let length = 0;
    const socket = createConnection(path);
    const fail = (what, cause) => {
      socket.destroy();
      reject(silent(path, what, cause));
    };
    socket.setTimeout(limit, () => fail(`did not answer \`${question}\` within ${limit / 1e3} s`));
    socket.once("error", (cause) => fail(chunks.length > 0 ? "broke off" : "cannot be reached", cause));
    socket.once("connect", () => socket.write(`${question}
`));
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > largestAnswer) fail(`sent more than ${largestAnswer} bytes`);
    });
    socket.once("close", () => resolve4(Buffer.concat(chunks)));
  });
}
function silent(path, what, cause) {
  return new UserError(
    `The probe ${basename4(path)} ${what}.`,
    "Look at the program\u2019s own output: it may have ended, or be stopped.",
    { cause }
  );
}

// src/runtimes/go/tests.ts
var tests = {
  command: (text) => text.replace(/\s--?(?:test\.)?timeout(?:=|\s+)\S+/g, ""),
  connect,
  failures: (output) => Array.from(output.matchAll(/^FAIL\t(\S+)/gm), ([, name = ""]) => name)
};
async function connect(path) {
  const { pid } = await askJson(path, "hello");
  const { name } = await askJson(path, "name");
  if (typeof name !== "string" || name === "")
    throw new UserError(`The tests behind ${path} do not tell their package.`, "Run `go test` on packages.");
  return {
    ...probeAt(path, Number(pid)),
    name,
    round: async () => {
      const { code, executed, failed: failed2 } = await askJson(path, "round", 0);
      return { executed: Number(executed), failed: code === 0 ? null : String(failed2) };
    },
    end: async () => void await askJson(path, "end")
  };
}

// src/runtimes/go/index.ts
var go = {
  name: "go",
  task: { one: "goroutine", many: "goroutines" },
  taskStack: "running",
  recognise,
  toolchain,
  instrument,
  socketPid,
  connect: (address) => address.kind === "socket" ? connectSocket(address.path) : connectEndpoint(address.url),
  tests,
  readsProfiles: true,
  parse,
  opensFiles,
  site,
  locator,
  floors: { "heap-bytes": 8192, "heap-objects": 64, tasks: 0.5, files: 0.5 },
  ignoreRules
};

// src/runtimes/node/index.ts
import { execFile as execFile2 } from "node:child_process";
import { readdir as readdir3 } from "node:fs/promises";
import { promisify as promisify2 } from "node:util";

// src/profile/formats/v8/read.ts
import { fileURLToPath } from "node:url";
function readJson(bytes2, what) {
  try {
    return JSON.parse(bytes2.toString());
  } catch (cause) {
    throw new FormatError("broken", `This is not ${what}: it is no whole JSON document.`, remedy, { cause });
  }
}
var remedy = "Take the profile again; the file may be cut short.";
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function wholeNumber(value, field) {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new FormatError(
    "broken",
    `${field} is no whole number: ${JSON.stringify(value)?.slice(0, 40)}.`,
    remedy
  );
}
function fileOf(url) {
  if (!url.startsWith("file:")) return url;
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}

// src/profile/formats/v8/heap.ts
function parseHeap(bytes2) {
  const file = readJson(bytes2, "a V8 heap profile");
  if (!isRecord(file) || !isRecord(file.head) || !isRecord(file.head.callFrame))
    throw new FormatError(
      "not-this-format",
      "This is not a V8 heap profile.",
      "Give a .heapprofile or .heap.json file."
    );
  const probe = typeof file.probe === "string" ? file.probe : null;
  const nodes = readTree(file.head, probe);
  const samples = Array.isArray(file.samples) ? fold(file.samples, nodes, bornBy(file.boundaries)) : selfSizes(nodes);
  const rate2 = file.rate;
  return {
    quantity: "heap-bytes",
    unit: "bytes",
    exact: false,
    ...typeof rate2 === "number" && rate2 > 0 ? { period: rate2 } : {},
    total: samples.reduce((sum, sample) => sum + sample.value, 0),
    samples
  };
}
var deepest = 1024;
var unknown = {
  frame: { function: "(unknown)", file: "", line: 0 },
  parent: null,
  depth: 1,
  ours: false,
  selfSize: 0
};
function readTree(head, probe) {
  const nodes = /* @__PURE__ */ new Map();
  const open3 = [{ node: head, parent: null }];
  for (let next = open3.pop(); next !== void 0; next = open3.pop()) {
    const { node: node2, parent } = next;
    if (!isRecord(node2) || !isRecord(node2.callFrame)) throw broken("a node without a call frame");
    if (!Array.isArray(node2.children)) throw broken("a node without children");
    const frame = toFrame(node2.callFrame, parent?.frame ?? null);
    const read = {
      frame: parent === null ? null : frame,
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      ours: parent?.ours === true || probe !== null && frame.file === probe,
      selfSize: wholeNumber(node2.selfSize, "selfSize")
    };
    if (read.depth > deepest) throw broken(`a stack of more than ${deepest} frames`);
    nodes.set(wholeNumber(node2.id, "a node\u2019s id"), read);
    for (const child of node2.children) open3.push({ node: child, parent: read });
  }
  return nodes;
}
function stackOf(node2) {
  const stack = [];
  for (let at = node2; at !== null; at = at.parent) if (at.frame !== null) stack.push(at.frame);
  return stack.reverse();
}
function toFrame(callFrame, caller) {
  const { functionName, url, lineNumber } = callFrame;
  const name = typeof functionName === "string" && functionName !== "" ? functionName : "(anonymous)";
  const fields = name === "<instance_members_initializer>" && caller !== null;
  return {
    function: fields ? `${caller.function}.<fields>` : name,
    file: typeof url === "string" ? fileOf(url) : "",
    line: typeof lineNumber === "number" && lineNumber >= 0 ? lineNumber + 1 : 0
  };
}
function bornBy(boundaries) {
  if (!Array.isArray(boundaries)) return null;
  const rounds = boundaries.map((pair) => {
    if (!Array.isArray(pair)) throw broken("a boundary that is no pair");
    return { round: wholeNumber(pair[0], "a round"), highest: wholeNumber(pair[1], "an ordinal") };
  }).sort((a, b) => a.round - b.round);
  const last = rounds.at(-1)?.round ?? 0;
  return (ordinal) => rounds.find(({ highest }) => ordinal <= highest)?.round ?? last;
}
function fold(samples, nodes, born) {
  const groups = /* @__PURE__ */ new Map();
  for (const sample of samples) {
    if (!isRecord(sample)) throw broken("a sample that is no object");
    const id = wholeNumber(sample.nodeId, "nodeId");
    const node2 = nodes.get(id) ?? unknown;
    if (node2.ours) continue;
    const round = born?.(wholeNumber(sample.ordinal, "ordinal")) ?? null;
    const key = `${id} ${round}`;
    const group = groups.get(key) ?? { node: node2, value: 0, count: 0, born: round };
    group.value += wholeNumber(sample.size, "size");
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ node: node2, value, count: count2, born: round }) => ({
    stack: stackOf(node2),
    value,
    attributes: { count: count2, ...round === null ? {} : { born: round } }
  }));
}
function selfSizes(nodes) {
  return [...nodes.values()].filter(({ ours, selfSize }) => !ours && selfSize > 0).map((node2) => ({ stack: stackOf(node2), value: node2.selfSize }));
}
var broken = (what) => new FormatError(
  "broken",
  `This V8 heap profile has ${what}.`,
  "Take the profile again; the file may be cut short."
);

// src/profile/formats/v8/tasks.ts
function parseTasks(bytes2) {
  const file = readJson(bytes2, "a list of live tasks");
  if (!isRecord(file) || file.format !== "leakdiff-node-tasks" || !Array.isArray(file.stacks))
    throw new FormatError(
      "not-this-format",
      "This is not a list of live tasks of Node.",
      "Give a .tasks.json file of a trial."
    );
  const samples = file.stacks.map(toSample);
  return {
    quantity: "tasks",
    unit: "tasks",
    exact: true,
    total: samples.reduce((sum, sample) => sum + sample.value, 0),
    samples
  };
}
function toSample(entry) {
  if (!Array.isArray(entry) || !Array.isArray(entry[1])) throw broken2("stack");
  const [type, frames, led] = entry[1];
  if (typeof type !== "string" || !Array.isArray(frames)) throw broken2("stack");
  const attributes = { state: type, ...led === void 0 ? {} : { ancestry: toStacks(led), ids: [] } };
  return { stack: frames.map(toFrame2), value: wholeNumber(entry[0], "a count"), attributes };
}
function toStacks(stacks) {
  if (!Array.isArray(stacks) || !stacks.every(Array.isArray)) throw broken2("stack");
  return stacks.map((stack) => stack.map(toFrame2));
}
function toFrame2(frame) {
  if (!Array.isArray(frame)) throw broken2("frame");
  const [name, file, line] = frame;
  if (typeof name !== "string" || typeof file !== "string") throw broken2("frame");
  return { function: name, file: fileOf(file), line: wholeNumber(line, "a line") };
}
var broken2 = (what) => new FormatError("broken", `This list of live tasks has a broken ${what}.`, "Take the profile again.");

// src/runtimes/node/connect.ts
import { once } from "node:events";
import { createConnection as createConnection2 } from "node:net";
import { basename as basename5 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
var socketName = /^node-(\d+)(?:-w\d+)?(?:-t\d+)?\.sock$/;
var patience3 = 6e4;
function socketPid2(fileName) {
  const pid = socketName.exec(fileName)?.[1];
  return pid === void 0 ? null : Number(pid);
}
async function connect2(address) {
  if (address.kind === "url")
    throw new UserError(
      `A Node program has no profiles to fetch from ${address.url}.`,
      "Leave out `profiles`: leakdiff instruments Node programs by itself."
    );
  return (await connectProbe(address.path)).probe;
}
async function connectProbe(path) {
  const name = basename5(path);
  const socket = await open2(path);
  const ask2 = lineClient(socket, name);
  const probe = {
    pid: socketPid2(name),
    collect: async () => void await ask2({ do: "collect" }),
    count: async () => toTotals(await ask2({ do: "count" })),
    snapshot: (directory, request) => ask2({ do: "snapshot", directory, ...request }),
    close: () => closed(socket)
  };
  return { probe, ask: ask2 };
}
var toTotals = (count2) => [
  { quantity: "heap-bytes", value: count2["heap-bytes"] },
  { quantity: "external-bytes", value: count2["external-bytes"] },
  { quantity: "tasks", value: count2.tasks }
];
var untilItListens = [10, 50];
async function open2(path, again = untilItListens) {
  const socket = createConnection2(path);
  try {
    await once(socket, "connect");
    return socket;
  } catch (cause) {
    const [wait, ...rest] = again;
    if (wait === void 0 || cause.code !== "ECONNREFUSED")
      throw silent2(basename5(path), "cannot be reached", cause);
    await sleep(wait);
    return open2(path, rest);
  }
}
var closed = (socket) => new Promise((resolve4) => {
  if (socket.destroyed) return resolve4();
  socket.once("close", () => resolve4());
  socket.destroy();
});
function silent2(name, what, cause) {
  return new UserError(
    `The probe ${name} ${what}.`,
    "Look at the program\u2019s own output: it may have ended, or something keeps its event loop busy.",
    { cause }
  );
}
function lineClient(socket, name) {
  let rest = "";
  let waiting = null;
  socket.setEncoding("utf8");
  socket.on("error", () => waiting?.fail("broke off"));
  socket.on("close", () => waiting?.fail("broke off"));
  socket.on("data", (chunk) => {
    rest += chunk;
    const end = rest.indexOf("\n");
    if (end < 0) return;
    const line = rest.slice(0, end);
    rest = rest.slice(end + 1);
    waiting?.take(line);
  });
  let turn = Promise.resolve();
  return (request, limit = patience3) => {
    const answer = turn.then(async () => {
      const reply = JSON.parse(await exchange(request, limit));
      if ("problem" in reply) throw silent2(name, `failed to ${request.do}: ${reply.problem}`);
      return reply.answer;
    });
    turn = answer.catch(() => void 0);
    return answer;
  };
  function exchange(request, limit) {
    return new Promise((resolve4, reject) => {
      const late2 = () => waiting?.fail(`did not answer within ${(limit ?? 0) / 1e3} s`);
      const timer = limit === null ? void 0 : setTimeout(late2, limit);
      const settle = () => {
        clearTimeout(timer);
        waiting = null;
      };
      waiting = {
        take: (line) => {
          settle();
          resolve4(line);
        },
        fail: (what) => {
          settle();
          socket.destroy();
          reject(silent2(name, what));
        }
      };
      if (socket.destroyed) waiting.fail("broke off");
      else socket.write(`${JSON.stringify(request)}
`);
    });
  }
}

// src/runtimes/node/ignore-rules.ts
var ofNode = (frame) => frame.file === "" || frame.file.startsWith("node:");
var isCompiler = (frame) => frame !== void 0 && frame.file === "" && /^\((?:BYTECODE_COMPILER|COMPILER|PARSER)\)$/.test(frame.function);
var ignoreRules2 = [
  {
    name: "compiled-functions",
    reason: "V8 compiles a function when it first runs, and keeps the code.",
    quantity: "heap-bytes",
    matches: (stack) => isCompiler(stack.at(-1)) && !stack.some((frame) => frame.file === "node:vm")
  },
  {
    name: "module-loader",
    reason: "Node\u2019s loader keeps every module that was loaded, once.",
    quantity: "heap-bytes",
    matches: (stack) => stack.length > 0 && stack.every(ofNode) && stack.some(isLoader)
  }
];
function isLoader(frame) {
  return frame.file.startsWith("node:internal/modules/");
}

// src/runtimes/node/instrument.ts
import { realpathSync as realpathSync2 } from "node:fs";
import { createRequire as createRequire3 } from "node:module";

// src/runtimes/node/protocol.ts
var probeVariables = {
  sockets: "LEAKDIFF_SOCKETS",
  rate: "LEAKDIFF_RATE",
  /** Set: only processes that run tests are measured, which are named by their file below this directory. */
  tests: "LEAKDIFF_TESTS",
  /** Set: nothing is judged of this process, and it is diagnosed for this (`DiagnosticGoal`). */
  diagnose: "LEAKDIFF_DIAGNOSE"
};

// src/runtimes/node/instrument.ts
var sampling2 = { first: 32768, confirm: 4096 };
var installedProbe = () => createRequire3(import.meta.url).resolve("#probe/node.cjs");
async function instrument2(preload, below3 = null) {
  const tests3 = below3 === null ? {} : { [probeVariables.tests]: realpathSync2(below3) };
  const environment = (rate2, sockets) => ({
    NODE_OPTIONS: `--require ${quoted(preload)}`,
    [probeVariables.sockets]: sockets,
    [probeVariables.rate]: String(rate2),
    ...tests3
  });
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environment(sampling2[stage], sockets),
    diagnosticEnv: (sockets, goal) => ({
      ...environment(sampling2.confirm, sockets),
      [probeVariables.diagnose]: goal
    })
  };
}
var quoted = (path) => /[\s"\\]/.test(path) ? `"${path.replace(/["\\]/g, "\\$&")}"` : path;

// src/runtimes/node/locate.ts
import { readFileSync as readFileSync4, realpathSync as realpathSync3 } from "node:fs";
import { dirname as dirname7, relative as relative2, sep as sep2 } from "node:path";

// src/runtimes/node/source-map.ts
import { readFileSync as readFileSync3, statSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname as dirname6, join as join12, resolve as resolve3 } from "node:path";
var mostBytes = 32 * 2 ** 20;
function sourceLinesOf(file) {
  try {
    const found = /^\/\/[#@] *sourceMappingURL=(\S+)\s*$/m.exec(endOf(file))?.[1];
    if (found === void 0) return null;
    const text = found.startsWith("data:") ? inline(found) : beside(file, found);
    return text === null ? null : linesOf(file, text);
  } catch {
    return null;
  }
}
function endOf(file) {
  if (statSync(file).size > mostBytes) return "";
  const text = readFileSync3(file, "utf8");
  return text.slice(text.lastIndexOf("sourceMappingURL=") - 8);
}
var inline = (url) => {
  const [, data] = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.+)$/.exec(url) ?? [];
  return data === void 0 ? null : Buffer.from(data, "base64").toString("utf8");
};
function beside(file, url) {
  const path = join12(dirname6(file), decodeURIComponent(url));
  return /^[a-z]+:/i.test(url) || statSync(path).size > mostBytes ? null : readFileSync3(path, "utf8");
}
var nearby = 3;
function linesOf(file, text) {
  const { sourceRoot = "", ...payload } = JSON.parse(text);
  const map = new SourceMap(payload);
  const entry = (line, column) => {
    const found = map.findEntry(line - 1, column);
    return "originalSource" in found && found.generatedLine === line - 1 ? found : null;
  };
  return (line) => {
    const last = entry(line, 1e9);
    const first = entry(line, 0) ?? last;
    if (first === null || last === null || first.originalSource !== last.originalSource) return null;
    if (Math.abs(first.originalLine - last.originalLine) > nearby) return null;
    return { path: resolve3(dirname6(file), sourceRoot, last.originalSource), line: first.originalLine + 1 };
  };
}

// src/runtimes/node/locate.ts
async function locator2({ root }) {
  const realRoot = realPath(root);
  const versions = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Map();
  const versionIn = (directory) => {
    const found = versions.get(directory);
    if (found !== void 0) return found;
    const version = readVersion(directory);
    versions.set(directory, version);
    return version;
  };
  const locate2 = (file) => {
    const path = realPath(file);
    const inside = below2(realRoot, path) ?? below2(root, path);
    const installed = installedPackage(path);
    if (installed) {
      const version = versionIn(installed.directory);
      return { origin: "dependency", package: installed.name, version, path: inside ?? installed.path };
    }
    if (inside !== null) return { origin: "project", path: inside };
    return { origin: "dependency", package: dirname7(path), version: null, path: null };
  };
  const maps = /* @__PURE__ */ new Map();
  const written = (file, line) => {
    const lines = maps.get(file) ?? (maps.has(file) ? null : sourceLinesOf(file));
    maps.set(file, lines);
    const source = line > 0 ? lines?.(line) ?? null : null;
    const path = source === null ? null : below2(realRoot, realPath(source.path));
    if (source === null || path === null || installedPackage(source.path) !== null) return null;
    return { origin: "project", path, line: source.line };
  };
  return (frame) => {
    if (!frame.file.startsWith("/")) return { origin: "runtime" };
    const file = frame.file.replace(/[?#].*$/, "");
    const found = known.get(file) ?? locate2(file);
    known.set(file, found);
    return found.origin === "project" ? written(file, frame.line) ?? found : found;
  };
}
function installedPackage(path) {
  const match = /^(.*\/)(node_modules\/((?:@[^/]+\/)?[^/]+))\/(.*)$/.exec(path);
  if (match === null) return null;
  const [, above2 = "", inModules = "", name = "", rest = ""] = match;
  return { name, directory: above2 + inModules, path: `${inModules}/${rest}` };
}
function readVersion(directory) {
  try {
    const manifest = JSON.parse(readFileSync4(`${directory}/package.json`, "utf8"));
    if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return null;
    return typeof manifest.version === "string" ? manifest.version : null;
  } catch {
    return null;
  }
}
function realPath(path) {
  try {
    return realpathSync3(path);
  } catch {
    return path;
  }
}
function below2(root, path) {
  const inside = relative2(root, path);
  return inside === "" || inside.startsWith("..") ? null : inside.replaceAll(sep2, "/");
}

// src/runtimes/node/retainers.ts
import { readFile as readFile5, stat as stat2 } from "node:fs/promises";
import { basename as basename6 } from "node:path";

// src/runtimes/node/heap-graph.ts
function readHeapGraph(bytes2) {
  const nodesAt = after(bytes2, '"nodes":[', 0);
  const head = bytes2.toString("utf8", after(bytes2, '"snapshot":', 0), bytes2.lastIndexOf("}", nodesAt) + 1);
  const { meta, node_count: count2, edge_count: edgeCount } = parsed(head);
  const width = meta.node_fields.length;
  const edgeWidth = meta.edge_fields.length;
  const nodes = integers(bytes2, nodesAt, count2 * width);
  const edges = integers(bytes2, after(bytes2, '"edges":[', nodes.end), edgeCount * edgeWidth);
  const strings = parsed(
    bytes2.toString("utf8", after(bytes2, '"strings":', edges.end), bytes2.lastIndexOf("]") + 1)
  );
  const texts = strings;
  const field = (name) => meta.node_fields.indexOf(name);
  const [typeAt, nameAt, idAt, sizeAt, edgesAt] = ["type", "name", "id", "self_size", "edge_count"].map(field);
  const value = (node2, at = 0) => nodes.values[node2 * width + at] ?? 0;
  const edge = (index, at) => edges.values[index * edgeWidth + at] ?? 0;
  const first = new Uint32Array(count2 + 1);
  for (let node2 = 0; node2 < count2; node2++) first[node2 + 1] = (first[node2] ?? 0) + value(node2, edgesAt);
  if (first[count2] !== edgeCount) throw broken3("its references do not add up");
  const edgeType = (index) => meta.edge_types[0][edge(index, 0)] ?? "";
  return {
    count: count2,
    id: (node2) => value(node2, idAt),
    size: (node2) => value(node2, sizeAt),
    type: (node2) => meta.node_types[0][value(node2, typeAt)] ?? "",
    name: (node2) => texts[value(node2, nameAt)] ?? "",
    firstEdge: (node2) => first[node2] ?? 0,
    target: (index) => edge(index, 2) / width,
    edgeType,
    edgeName: (index) => /^(?:element|hidden)$/.test(edgeType(index)) ? "" : texts[edge(index, 1)] ?? ""
  };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw broken3("it is cut short");
  }
}
function after(bytes2, mark, from) {
  const at = bytes2.indexOf(mark, from);
  if (at < 0) throw broken3(`it has no ${mark.slice(1, mark.indexOf('"', 1))}`);
  return at + mark.length;
}
var [zero, nine, bracket] = [48, 57, 93];
function integers(bytes2, from, count2) {
  const values = new Float64Array(count2);
  let filled = 0;
  let value = -1;
  let at = from;
  for (; at < bytes2.length; at++) {
    const byte = bytes2[at] ?? bracket;
    if (byte >= zero && byte <= nine) value = Math.max(0, value) * 10 + byte - zero;
    else {
      if (value >= 0) values[filled++] = value;
      value = -1;
      if (byte === bracket) break;
    }
  }
  if (filled !== count2) throw broken3(`it announces ${count2} numbers and holds ${filled}`);
  return { values, end: at };
}
var broken3 = (problem) => new FormatError(
  "broken",
  `The heap snapshot is damaged: ${problem}.`,
  "Look whether the disk is full, and run again."
);

// src/runtimes/node/retainers.ts
var mostBytes2 = 1e9;
var mostRetainers = 3;
async function retainers(path) {
  const since = /\.since-(\d+)\.heapsnapshot$/.exec(basename6(path))?.[1];
  if (since === void 0) return null;
  if ((await stat2(path)).size > mostBytes2) return [];
  return retainersOf(readHeapGraph(await readFile5(path)), Number(since));
}
function retainersOf(graph, since) {
  const tree = reach(graph);
  const { groups, total } = newByHolder(graph, tree, since);
  return groups.toSorted((a, b) => b.bytes - a.bytes).slice(0, mostRetainers).flatMap(({ holder, kind, variable, bytes: bytes2 }) => {
    const above2 = variable === "" ? pathTo(graph, tree, holder) : [variable];
    const path = kind === "" || above2.at(-1) === kind ? above2 : [...above2, kind];
    return path.length < 2 ? [] : [{ path: path.join(" \u2192 "), share: bytes2 / total }];
  });
}
function newByHolder(graph, tree, since) {
  const holders = new Int32Array(graph.count).fill(-1);
  const kinds = new Array(graph.count).fill("");
  const variables = new Array(graph.count).fill("");
  const held = /* @__PURE__ */ new Map();
  let total = 0;
  for (const node2 of tree.order) {
    if (graph.id(node2) <= since) continue;
    const above2 = tree.parent[node2] ?? 0;
    const holder = holders[above2] === -1 ? above2 : holders[above2] ?? 0;
    const kind = kinds[above2] || className(graph, node2);
    const variable = holders[above2] === -1 ? variableOf(graph, tree, node2) : variables[above2] ?? "";
    holders[node2] = holder;
    kinds[node2] = kind;
    variables[node2] = variable;
    if (machinery.has(graph.type(node2))) continue;
    const size = graph.size(node2);
    total += size;
    const key = `${holder} ${kind} ${variable}`;
    const known = held.get(key);
    if (known === void 0) held.set(key, { holder, kind, variable, bytes: size });
    else known.bytes += size;
  }
  return { groups: [...held.values()], total };
}
function variableOf(graph, { edge, parent }, node2) {
  const by = edge[node2] ?? -1;
  return by >= 0 && graph.edgeType(by) === "context" ? edgeLabel(graph, parent[node2] ?? 0, by) : "";
}
var machinery = /* @__PURE__ */ new Set(["code", "hidden", "synthetic", "object shape"]);
function reach(graph) {
  const parent = new Int32Array(graph.count).fill(-1);
  const edge = new Int32Array(graph.count).fill(-1);
  const order = [0];
  parent[0] = 0;
  let done = 1;
  const take = (from, wanted) => {
    for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++) {
      const to = graph.target(e);
      if (parent[to] !== -1 || graph.edgeType(e) === "weak" || !wanted(e)) continue;
      parent[to] = from;
      edge[to] = e;
      order.push(to);
    }
  };
  const spread = () => {
    for (; done < order.length; done++) take(order[done] ?? 0, () => true);
  };
  take(0, (e) => graph.type(graph.target(e)) !== "synthetic");
  spread();
  take(0, () => true);
  spread();
  return { parent, edge, order };
}
function pathTo(graph, tree, node2) {
  const parts = [];
  for (let at = node2; at > 0; at = tree.parent[at] ?? 0) {
    const name = className(graph, at);
    if (name === "TimersList" || name === "TimersListQueue") return ["timer list"];
    if (isNamed(graph, at) && name !== "Object") parts.unshift({ text: name, isStart: false });
    const edge = tree.edge[at] ?? -1;
    const told2 = edge < 0 ? "" : edgeLabel(graph, tree.parent[at] ?? 0, edge);
    if (told2 !== "") parts.unshift({ text: told2, isStart: graph.edgeType(edge) === "context" });
    if (parts[0]?.isStart) break;
  }
  const told = parts.slice(parts[0]?.isStart ? 0 : -3).map((part) => part.text);
  const named = told.filter((text, index) => text.replace(/^_/, "") !== told[index + 1]);
  return named.length <= mostParts ? named : [...named.slice(0, mostParts - 3), "\u2026", ...named.slice(-2)];
}
var mostParts = 6;
var mostNames = 16;
function edgeLabel(graph, from, edge) {
  const name = graph.edgeName(edge);
  if (graph.edgeType(edge) === "context") return /^[A-Za-z_$][\w$]{0,39}$/.test(name) ? name : "";
  if (graph.edgeType(edge) !== "property" || hidden.has(name)) return "";
  if (graph.name(from) !== "Object") return /^[#A-Za-z_$][\w$]{0,39}$/.test(name) ? name : "";
  let properties = 0;
  for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++)
    if (graph.edgeType(e) === "property") properties++;
  return properties <= mostNames && /^[A-Za-z]{1,24}$/.test(name) ? name : "";
}
var hidden = /* @__PURE__ */ new Set([
  "__proto__",
  "constructor",
  "prototype",
  "map",
  "this",
  "exports",
  "next",
  "previous"
]);
var isNamed = (graph, node2) => graph.type(node2) === "object" || graph.type(node2) === "closure";
function className(graph, node2) {
  if (graph.type(node2) === "closure") return "function";
  const name = graph.name(node2).replace(/ \/.*$/, "");
  return isNamed(graph, node2) && /^[A-Za-z_$][\w$.]{0,59}$/.test(name) ? name : "";
}

// src/runtimes/node/site.ts
function site2(frame) {
  const name = plainName(frame.function);
  return frame.file === "" ? name : `${name} (${plainFile(frame.file)})`;
}
function plainName(name) {
  const plain2 = name.replace(/^(?:async |new |bound )+/, "").replace(/^Object\.<anonymous>$|^<anonymous>$/, "(anonymous)");
  return plain2 === "" ? "(anonymous)" : plain2;
}
function plainFile(file) {
  if (file.startsWith("node:")) return file;
  const path = file.replace(/[?#].*$/, "").replaceAll("\\", "/");
  const from = path.lastIndexOf("/node_modules/");
  const short = from < 0 ? path.slice(path.lastIndexOf("/") + 1) : path.slice(from + "/node_modules/".length);
  return short.replace(/([.-])(?=[^./-]*\d)[0-9A-Za-z_]{8,}(?=(?:\.\w+)*\.[cm]?js$)/, "$1*");
}

// src/runtimes/node/probe/other-runner.ts
var refused = (output) => /leakdiff: tests of (\w+) cannot be repeated in one process/.exec(output)?.[1] ?? null;

// src/runtimes/node/tests.ts
var tests2 = {
  // A limit for one run of a file would end its repetition, and files in one process could not be told apart.
  command: (text) => text.replace(/\s--test-timeout(?:=|\s+)\d+/g, "").replace(/\s--(?:experimental-)?test-isolation(?:=|\s+)["']?none["']?/g, "").replace(/\s--test-force-exit\b/g, ""),
  connect: connect3,
  refused: (output) => refused(output),
  failures: (output) => Array.from(plain(output).matchAll(/^ *FAIL +(?:\|[^|]*\| +)?(\S+)/gm), ([, name = ""]) => name)
};
var plain = (text) => text.replace(/\x1b\[[\d;]*m/g, "");
async function connect3(path) {
  const { probe, ask: ask2 } = await connectProbe(path);
  const { name, goesOn } = await ask2({ do: "name" });
  if (name === "" || name.startsWith(".."))
    throw new UserError(
      `The tests behind ${path} are not in this revision: ${name}.`,
      "Have `test` run tests of this repository."
    );
  return {
    ...probe,
    name,
    goesOn,
    round: () => ask2({ do: "round" }, null),
    end: async () => void await ask2({ do: "end" })
  };
}

// src/runtimes/node/index.ts
var node = {
  name: "node",
  task: { one: "timer or handle", many: "timers and handles" },
  taskStack: "creation",
  recognise: recognise2,
  toolchain: toolchain2,
  instrument: ({ directory, workload }) => instrument2(installedProbe(), workload.form === "test" ? directory : null),
  socketPid: socketPid2,
  connect: connect2,
  tests: tests2,
  parse: parse2,
  retainers,
  site: site2,
  locator: locator2,
  floors: { "heap-bytes": 16e3, "external-bytes": 16e3, tasks: 0.5, files: 0.5 },
  ignoreRules: ignoreRules2
};
async function recognise2(directory) {
  const names = await readdir3(directory).catch(() => []);
  return names.some((name) => name === "package.json" || /\.[cm]?js$/.test(name));
}
async function toolchain2(directory) {
  try {
    const { stdout } = await promisify2(execFile2)("node", ["--version"], { cwd: directory });
    return stdout.trim();
  } catch (cause) {
    throw new UserError(
      `\`node --version\` does not run in ${directory}.`,
      "Install Node.js 20 or later before leakdiff runs (in a workflow: actions/setup-node).",
      { cause }
    );
  }
}
function parse2(fileName, bytes2) {
  if (/\.tasks\.json$/.test(fileName)) return [parseTasks(bytes2)];
  if (/\.files\.json$/.test(fileName)) return [{ ...parseTasks(bytes2), quantity: "files", unit: "files" }];
  if (/\.heap\.json$|\.heapprofile$/.test(fileName)) return [parseHeap(bytes2)];
  throw new FormatError(
    "not-this-format",
    `${fileName} is no profile of Node.`,
    "Profiles of Node end in .heap.json, .tasks.json or .heapprofile."
  );
}

// src/runtimes/index.ts
var runtimes = { go, node };
async function recogniseRuntime(directory) {
  const all = Object.values(runtimes);
  const recognised = await Promise.all(all.map((runtime2) => runtime2.recognise(directory)));
  const matching = all.filter((_, i) => recognised[i]);
  const [only, another] = matching;
  if (only !== void 0 && another === void 0) return only;
  const found = matching.length === 0 ? "no runtime" : `several runtimes (${matching.map((r) => r.name).join(", ")})`;
  throw new UserError(
    `leakdiff recognises ${found} in ${directory}.`,
    `Say which one is measured: \`runtime: ${matching[0]?.name ?? "go"}\`.`
  );
}
var vocabulary = Object.fromEntries(
  Object.values(runtimes).map(({ name, task, taskStack }) => [name, { task, taskStack }])
);

// src/judge/constants.ts
var baseMargin = 1.1;
var levellingRatio = 0.5;
var staysRatio = 0.5;
var lateShare = 0.25;
var idleMargin = 1.5;
var doubling = { share: 0.05, large: 0.5, least: 1.15, most: 2.6, steps: 3, spread: 1.35 };
var fewestIntervals = 4;
var evidentTasks = { perOperation: 0.9, operations: 20 };
var confirmFactor = 3;
var defaultFloors = {
  tasks: 0.5,
  files: 0.5,
  threads: 0.5,
  "heap-bytes": 16e3,
  "heap-objects": 64,
  "external-bytes": 16e3,
  // Resident memory of clean programs drifts by 100 to 150 kB a round.
  "rss-bytes": 1e6,
  "alloc-bytes": 16e3,
  "alloc-objects": 64
};
var screenNoise = 0.5;
var boundNoise = 2;
var visibleNoise = 3;
var findingShare = 0.1;
var insideShare = 0.9;
var fixedShare = 0.1;
var masked = {
  sigmas: 4,
  over: 1.25,
  overCounted: 10,
  evenness: 0.5,
  part: 0.1,
  hidden: 0.5,
  sigmasDown: 2
};

// src/report/narrative/numbers.ts
var minus = (text) => text.replace(/^-/, "\u2212");
var whole = new Intl.NumberFormat("en-US");
var rounded = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
function count(value) {
  const settled = Math.abs(value) < 5e-4 ? 0 : value;
  return minus((Number.isInteger(settled) ? whole : rounded).format(settled));
}
function bytes(value) {
  return Math.abs(value) < 0.05 ? "0" : minus(prettyBytes(value));
}
function bytesLimit(value) {
  const binary = value > 0 && value % 1024 === 0 && value % 1e3 !== 0;
  return binary ? prettyBytes(value, { binary: true }) : bytes(value);
}
function noiseOf(value, low, high) {
  const half = (high - low) / 2;
  return half > Math.abs(value) * 5e-3 ? half : 0;
}
function rate(value) {
  const size = Math.abs(value);
  const near = (a, b, share) => Math.abs(a - b) <= share * b;
  if (size >= 0.9) {
    const whole2 = Math.round(size);
    if (near(size, whole2, 0.06)) return { times: whole2, every: 1, exact: near(size, whole2, 5e-4) };
    return { times: Number(size.toPrecision(2)), every: 1, exact: false };
  }
  const every2 = size === 0 ? 1 : Math.round(1 / size);
  return { times: 1, every: every2, exact: near(1 / size, every2, 5e-4) };
}
function percent(share) {
  if (share > 0 && share < 0.01) return "under 1\xA0%";
  return `${Math.round(share * 100)}\xA0%`;
}
function duration(seconds) {
  if (seconds < 10) return `${Number(seconds.toPrecision(2))} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

// src/report/narrative/words.ts
var defaultVocabulary = { task: { one: "task", many: "tasks" } };
var nouns = {
  "heap-bytes": { name: "live heap", one: null, many: "" },
  "external-bytes": { name: "memory outside the heap", one: null, many: " outside the heap" },
  "rss-bytes": { name: "resident memory", one: null, many: " of resident memory" },
  "heap-objects": { name: "live objects", one: "live object", many: "live objects" },
  files: { name: "open files", one: "open file", many: "open files" },
  threads: { name: "threads", one: "thread", many: "threads" },
  listeners: { name: "listeners", one: "listener", many: "listeners" }
};
function wordsFor(workload, vocabulary2 = {}) {
  const { task, taskStack = "running" } = (Object.hasOwn(vocabulary2, workload.runtime) ? vocabulary2[workload.runtime] : void 0) ?? defaultVocabulary;
  const nounOf = (quantity) => {
    if (quantity === "tasks") return { name: task.many, ...task };
    if (Object.hasOwn(nouns, quantity))
      return nouns[quantity] ?? { name: quantity, one: quantity, many: quantity };
    return { name: quantity, one: quantity.endsWith("-bytes") ? null : quantity, many: ` ${quantity}` };
  };
  const figure = (value, quantity) => nounOf(quantity).one === null ? bytes(value) : count(value);
  return {
    name: (quantity) => nounOf(quantity).name,
    figure,
    amount: (value, quantity) => {
      const { one, many } = nounOf(quantity);
      if (one === null) return `${bytes(value)}${many}`;
      return `${count(value)} ${count(value) === "1" ? one : many.trim()}`;
    },
    taskName: task,
    taskStack,
    each: workload.operations === 1 ? "round" : "operation"
  };
}

// src/diff/growth.ts
var z99 = 2.5758;
var t99 = 4.0321;
function growthOf(series) {
  const half = Math.ceil(series.length / 2);
  const slopes = pairSlopes(series);
  const whole2 = median(slopes);
  const late2 = median(pairSlopes(series.slice(series.length - half)));
  const last = lastSlope(series);
  const noise = t99 * slopeNoise(series);
  const { low, high } = interval(slopes, series.length);
  return {
    steady: Math.max(0, Math.min(whole2, late2, last)),
    whole: whole2,
    early: median(pairSlopes(series.slice(0, half))),
    late: late2,
    plain: leastSquares(series),
    settled: settledSlope(series),
    low: Math.min(low, whole2 - noise),
    high: Math.max(high, whole2 + noise)
  };
}
var quartered = 16;
var doubt = 3;
function lastSlope(series) {
  if (series.length < quartered) return Number.POSITIVE_INFINITY;
  const last = series.slice(series.length - Math.ceil(series.length / 4) - 1);
  return median(pairSlopes(last)) + doubt * slopeNoise(last);
}
function settledSlope(series) {
  if (series.length < quartered) return null;
  const quarter = Math.floor(series.length / 4);
  const slopeFrom = (back) => {
    const end = series.length - quarter * back;
    return median(pairSlopes(series.slice(end - quarter - 1, end)));
  };
  const [second, third, fourth] = [slopeFrom(2), slopeFrom(1), slopeFrom(0)];
  if (!(second > third && third > fourth && fourth > 0 && second - third > third - fourth)) return fourth;
  return (second * fourth - third * third) / (second + fourth - 2 * third);
}
function slopeNoise(series) {
  const n = series.length;
  const lag = Math.max(1, Math.floor(n / 4));
  const white = scaleOf(differences(series, 1)) / Math.SQRT2 * (8 / n ** 1.5);
  const walk = scaleOf(differences(series, lag)) / Math.sqrt(lag) * Math.sqrt(1.2 / n);
  return n < 2 ? 0 : Math.max(white, walk);
}
function differences(series, lag) {
  return series.slice(lag).map((value, i) => value - (series[i] ?? value));
}
function scaleOf(values) {
  const centre = median([...values].sort(ascending));
  return 1.4826 * median(values.map((value) => Math.abs(value - centre)).sort(ascending));
}
function pairSlopes(series) {
  const slopes = [];
  for (const [i, from] of series.entries()) {
    for (let j = i + 1; j < series.length; j++) slopes.push(((series[j] ?? from) - from) / (j - i));
  }
  return slopes.sort(ascending);
}
function interval(slopes, n) {
  const reach2 = z99 * Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
  const from = Math.max(0, Math.floor((slopes.length - reach2) / 2) - 1);
  const to = Math.min(slopes.length - 1, Math.ceil((slopes.length + reach2) / 2));
  return { low: slopes[from] ?? 0, high: slopes[to] ?? 0 };
}
function leastSquares(series) {
  const centre = (series.length - 1) / 2;
  let product = 0;
  let square = 0;
  for (const [i, value] of series.entries()) {
    product += (i - centre) * value;
    square += (i - centre) ** 2;
  }
  return square === 0 ? 0 : product / square;
}
function median(sorted) {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
var ascending = (a, b) => a - b;

// src/judge/doubling.ts
function isDoubling(series) {
  const rises = risesOf(series);
  return rises !== null && (double(rises, series.length) || double(joined(rises), series.length));
}
function restOfStep(series, warmup) {
  const steps = series.slice(1).map((value, i) => value - (series[i] ?? value));
  const large = doubling.large * Math.max(...steps);
  const from = steps.findLastIndex((step) => step >= large) + 1;
  return warmup + series.length >= 2 * (warmup + from + 1) ? series.slice(from) : null;
}
function double(rises, rounds) {
  if (rises.length < doubling.steps) return false;
  const sizes = ratios(rises.map((rise) => rise.size));
  const factor = Math.exp(sizes.reduce((sum, ratio) => sum + Math.log(ratio), 0) / sizes.length);
  if (factor < doubling.least || factor > doubling.most) return false;
  const even = sizes.every((ratio) => ratio < factor * doubling.spread && ratio > factor / doubling.spread);
  const gaps = rises.slice(1).map((rise, i) => rise.round - (rises[i]?.round ?? 0));
  return even && widen(gaps, factor) && !isOverdue(rounds, rises, gaps, factor);
}
function risesOf(series) {
  const least = doubling.share * (Math.max(...series) - Math.min(...series));
  const steps = series.slice(1).map((value, i) => ({ round: i + 1, size: value - (series[i] ?? value) }));
  if (least <= 0 || steps.some((step) => step.size < -least)) return null;
  return steps.filter((step) => step.size > least);
}
function joined(rises) {
  const runs = [];
  for (const rise of rises) {
    const run2 = runs.at(-1);
    if (run2 !== void 0 && run2.at(-1)?.round === rise.round - 1) run2.push(rise);
    else runs.push([rise]);
  }
  return runs.map((run2) => ({
    round: run2.reduce((a, b) => b.size > a.size ? b : a).round,
    size: run2.reduce((sum, rise) => sum + rise.size, 0)
  }));
}
var ratios = (values) => values.slice(1).map((value, i) => value / (values[i] ?? value));
function widen(gaps, factor) {
  return gaps.slice(1).every((gap, i) => {
    const before = gaps[i] ?? gap;
    return gap + 1 >= factor * (before - 1) && gap - 1 <= factor * (before + 1);
  });
}
function isOverdue(rounds, rises, gaps, factor) {
  const since = rounds - 1 - (rises.at(-1)?.round ?? 0);
  return since > factor * ((gaps.at(-1) ?? 0) + 1) + 1;
}

// src/judge/rule.ts
function excessOf(head, base) {
  return head.growth.steady - baseMargin * most(base.map((b) => b.growth.steady));
}
function plainExcessOf(head, base) {
  return head.growth.plain - baseMargin * most(base.map((b) => b.growth.plain));
}
function outcomeOf(head, base, bounds) {
  const { threshold } = bounds;
  const noise = noiseOf2([head], alike(head, base));
  const screen = Math.max(threshold, screenNoise * noise);
  const excess = excessOf(head, base);
  if (excess <= screen)
    return isPromising(head, base, screen) ? "unsure" : steppedOf(head, base, { ...bounds, threshold: screen });
  if (head.growth.late < levellingRatio * head.growth.early && !isDoubling(head.series))
    return (head.growth.settled ?? excess) <= threshold ? "quiet" : "levels";
  if (!stays(head)) return "slow to settle";
  if (byRounds(head, base, threshold) <= screen) return grownWhileIdle(head, base, threshold);
  return excess > boundNoise * noise || steppedOf(head, base, { ...bounds, threshold: screen }) === "leaks" ? "leaks" : "unsure";
}
function isPromising(head, base, screen) {
  const before = baseMargin * most(base.map((b) => b.growth.steady));
  const { whole: whole2, late: late2 } = head.growth;
  return head.stage === "first" && whole2 - before > screen && late2 - before > lateShare * screen;
}
function steppedOf(head, base, bounds) {
  const before = most(base.map((b) => meanRise(b.series)));
  if (meanRise(head.series) - baseMargin * before <= bounds.threshold) return "quiet";
  if (head.stage === "first" && isOver(head.series, bounds)) return "quiet";
  if (!isDoubling(head.series) || base.some((b) => isDoubling(b.series))) return "steps";
  return stays(head) ? "leaks" : "slow to settle";
}
function isOver(series, { threshold, warmup }) {
  const rest = restOfStep(series, warmup);
  return rest !== null && meanRise(rest) <= threshold;
}
function meanRise(series) {
  const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
  return series.length < 4 ? 0 : (mean(series.slice(-2)) - mean(series.slice(0, 2))) / (series.length - 2);
}
function byRounds(head, base, threshold) {
  if (head.idle === null || head.idle.perRound <= threshold) return excessOf(head, base);
  const beyond = ({ growth, idle }) => Math.max(0, growth.steady - (idle?.perRound ?? 0));
  return beyond(head) - baseMargin * most(alike(head, base).map(beyond));
}
function grownWhileIdle(head, base, threshold) {
  const { perRound, perSecond } = head.idle ?? { perRound: 0, perSecond: 0 };
  const before = most(base.map((b) => b.idle?.perSecond ?? 0));
  if (perSecond <= 0) return "quiet";
  return perRound * (1 - idleMargin * before / perSecond) > threshold ? "while idle" : "quiet";
}
function noiseOf2(head, base) {
  const noise = (trials) => most(trials.map((t) => slopeNoise(t.series)));
  return Math.hypot(noise(head), baseMargin * noise(base));
}
function alike(head, base) {
  const same = base.filter((b) => b.stage === head.stage);
  return same.length > 0 ? same : base;
}
var most = (values) => Math.max(0, ...values);
function stays(trial) {
  const rise = (trial.series.at(-1) ?? 0) - (trial.series[0] ?? 0);
  return trial.left === null || trial.left >= staysRatio * rise;
}
function smallestVisible(diff, threshold) {
  const base = most(diff.base.map((b) => b.growth.steady));
  const noise = noiseOf2(diff.head.slice(0, 1), diff.base.slice(0, 1));
  return Math.max(threshold, visibleNoise * noise, (baseMargin - 1) * base);
}

// src/judge/shape.ts
var shapes = [
  "growing",
  "levelling",
  "step",
  "sawtooth",
  "doubling",
  "slow to settle",
  "while idle",
  "flat"
];
var stepShare = 0.8;
var stillShare = 0.25;
var toothShare = 0.5;
function shapeOf(trial, threshold) {
  if (trial.series.length <= fewestIntervals) return trial.growth.plain > threshold ? "growing" : "flat";
  return longShape(trial, threshold);
}
function longShape(trial, threshold) {
  const { series, growth } = trial;
  const steps = series.slice(1).map((value, i) => value - (series[i] ?? value));
  const range = Math.max(...series) - Math.min(...series);
  if (!(range > threshold)) return "flat";
  if (isDoubling(series) && stays(trial)) return standsStill(steps) ? "doubling" : "growing";
  if (growth.steady > threshold) {
    if (!stays(trial)) return "slow to settle";
    const whileIdle = trial.idle?.perRound ?? 0;
    if (whileIdle > threshold && growth.steady - whileIdle <= threshold) return "while idle";
    return growth.late < levellingRatio * growth.early ? "levelling" : "growing";
  }
  if (steps.filter((step) => step < -toothShare * range).length >= 2) return "sawtooth";
  if (Math.max(...steps) > stepShare * range) return "step";
  return growth.early > threshold ? "levelling" : "flat";
}
function standsStill(steps) {
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return steps.filter((step) => step < stillShare * mean).length >= steps.length / 2;
}

export {
  baseMargin,
  fewestIntervals,
  evidentTasks,
  confirmFactor,
  defaultFloors,
  boundNoise,
  findingShare,
  insideShare,
  fixedShare,
  masked,
  growthOf,
  slopeNoise,
  excessOf,
  plainExcessOf,
  outcomeOf,
  stays,
  smallestVisible,
  count,
  bytesLimit,
  noiseOf,
  rate,
  percent,
  duration,
  wordsFor,
  shapes,
  shapeOf,
  runtimes,
  recogniseRuntime,
  vocabulary
};
