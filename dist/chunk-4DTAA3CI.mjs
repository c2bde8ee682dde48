import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  dumpLimit,
  parseGoroutineText,
  parseHeap,
  parsePprof,
  parseTasks,
  readHeapGraph
} from "./chunk-N6J7NASA.mjs";
import {
  commandOf
} from "./chunk-HDXDMNB2.mjs";
import {
  installedProbe,
  instrument
} from "./chunk-3ZYOUTEN.mjs";
import {
  instrument as instrument2
} from "./chunk-D2MEEUNO.mjs";
import {
  timeLimits
} from "./chunk-HHKBPYBW.mjs";
import {
  hasMain,
  probeFile,
  readOverlay,
  writeOverlay
} from "./chunk-OACPPOYA.mjs";
import {
  ConfigError,
  FormatError,
  InconclusiveError,
  UserError
} from "./chunk-COKKKYYG.mjs";
import {
  findTests,
  refused
} from "./chunk-NZO7I5YR.mjs";
import {
  withoutComments
} from "./chunk-FQHBGW23.mjs";

// src/runtimes/go/advice/library.ts
var held = ["files", "threads", "memory"];
var channel = /^(?:chan receive|select)/;
var cancel = ({ through }) => [
  "call what ",
  through,
  " returns on every way out: ",
  { code: "defer cancel()" },
  "."
];
var cancelable = /^context\.With(?:Cancel|Timeout|Deadline)/;
var ticker = /^time\.(?:NewTicker|Tick)$/;
var closeBody = [
  "close the body of the response on every way out, errors included: ",
  { code: "defer response.Body.Close()" },
  "."
];
var library = [
  // A client's connection waits for its body to be read or closed, or for the next request.
  { of: ["tasks"], is: /^select(?: \(leaked\))? net\/http\.\(\*persistConn\)\.readLoop$/, say: closeBody },
  {
    of: ["tasks"],
    is: /^IO wait net\/http\.\(\*persistConn\)\.readLoop$/,
    say: [
      "make one client, with one transport, and share it: each keeps its idle connections open until ",
      { code: "CloseIdleConnections" },
      "."
    ]
  },
  { of: ["tasks"], state: channel, through: cancelable, say: cancel },
  { of: held, through: cancelable, say: cancel },
  {
    of: ["tasks"],
    state: channel,
    through: ticker,
    say: [
      "end the loop that waits for the ticker when its owner ends, by a channel or a context; ",
      { code: "Stop" },
      " alone does not end it."
    ]
  },
  { of: held, through: ticker, say: ["stop the ticker on every way out."] },
  {
    // Waits of other kinds often have a timer beside them.
    of: held,
    through: /^time\.(?:AfterFunc|NewTimer|After)$/,
    say: ["stop the timer on every way out, as soon as it is no longer needed."]
  }
];

// src/runtimes/advice.ts
var closeConnection = ["close the connection when its work ends, on errors too."];
var clearTimer = ["clear the timer when what started it ends or goes away."];
var removeListener = ["remove the listener when its owner goes away."];

// src/runtimes/go/advice/system.ts
var system = [
  {
    of: ["tasks"],
    runs: /^net\.\(\*(?:TCP|Unix|netFD|UnixListener|TCPListener)\w*\)\.[aA]ccept/,
    say: ["close the listener when its owner ends."]
  },
  {
    of: ["tasks"],
    runs: /^os\.\(\*Process\)\.(?:Wait|wait|pidfdWait|blockUntilWaitable)$|^os\/exec\.\(\*Cmd\)\.Wait$/,
    say: [
      "end the command when its owner ends: start it with ",
      { code: "exec.CommandContext" },
      ", and cancel that context."
    ]
  },
  {
    of: ["tasks"],
    state: /^IO wait/,
    runs: /^net\.\(\*\w+\)\.(?:[rR]ead|[wW]rite|[cC]onnect|[dD]ial)|^crypto\/tls\.\(\*Conn\)\.|^net\/http\.\(\*conn\)\.serve$/,
    say: closeConnection
  },
  {
    of: ["tasks"],
    state: /^IO wait/,
    runs: /^os\.\(\*File\)\.[rR]ead/,
    say: ["close the pipe or file that it reads when its owner ends."]
  }
];

// src/runtimes/go/advice/waits.ts
var wait = (state, say) => ({
  of: ["tasks"],
  inProject: true,
  state,
  say
});
var waits = [
  wait(/\(nil chan\)|\(no cases\)/, ({ at, who }) => [
    "nothing can ever end the wait of ",
    who,
    ...at,
    ": make the channel before it is used."
  ]),
  wait(/^chan send/, ({ at, who }) => [
    "give the channel room for what ",
    who,
    " sends",
    ...at,
    ", or let it stop sending when nobody receives any more."
  ]),
  wait(/^chan receive/, ({ at, who }) => [
    "close the channel, or cancel the context, for which ",
    who,
    " waits",
    ...at,
    ", on every way out of what sends to it."
  ]),
  wait(/^select/, ({ at, who }) => [
    "have one case of the ",
    { code: "select" },
    ...at,
    " come true when the owner of ",
    who,
    " ends: close that channel, or cancel that context."
  ]),
  wait(/Mutex/, ({ at, who }) => [
    "unlock on every way out what ",
    who,
    " waits to lock",
    ...at,
    "; somebody locked it and left."
  ]),
  wait(/^sleep/, ({ at, who }) => [
    "have ",
    who,
    " return when its owner ends: between its sleeps",
    ...at,
    " it has to look at a channel or a context that is closed or cancelled then."
  ]),
  wait(/WaitGroup/, ({ at, who }) => [
    "call ",
    { code: "Done" },
    " as often as ",
    { code: "Add" },
    " counts, on errors too: ",
    who,
    " waits for the rest",
    ...at,
    "."
  ]),
  wait(/^sync\.Cond/, ({ at, who }) => [
    "wake ",
    who,
    ...at,
    " when its owner ends, and let it return then."
  ])
];

// src/runtimes/go/advice/advice.ts
var advice = {
  next: [...library, ...system, ...waits],
  now: [
    {
      // Of a server's own goroutine nobody's call tells more than what it is for.
      of: ["tasks"],
      is: /^IO wait net\/http\.\(\*conn\)\.serve$/,
      say: ["serves a connection that stays open (", { code: "IO wait" }, ")"]
    }
  ],
  // As Go writes it beside a goroutine's state (runtime/traceback.go): proof where it stands,
  // nothing where it does not.
  proof: { state: /^(.*) \(leaked\)$/, by: ["Go\u2019s collector reaches nothing that could"] }
};

// src/runtimes/go/build/opens-files.ts
var makers = /* @__PURE__ */ new Set(["os.newFile", "net.newFD"]);
var opensFiles = (stack) => stack.some((frame) => makers.has(frame.function));

// src/runtimes/go/build/toolchain.ts
import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
var run = promisify(execFile);
async function runGo(directory, args, extraEnv = {}) {
  const env = { ...process.env, PWD: directory, ...extraEnv };
  try {
    const { stdout } = await run("go", [...args], { cwd: directory, env, maxBuffer: 64 * 2 ** 20 });
    return stdout;
  } catch (cause) {
    throw await isMissing(cause, directory) ? noGo(cause) : failed(directory, args, cause);
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
    if (await exists(join(at, name))) return join(at, name);
    if (at === dirname(at) || await exists(join(at, ".git"))) return null;
  }
}
var exists = (path) => stat(path).then(
  () => true,
  () => false
);
async function isMissing(cause, directory) {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT" && await exists(directory);
}
function noGo(cause) {
  return new UserError(
    "Go is not installed: there is no `go` on PATH.",
    "Install Go before leakdiff runs (in a workflow: actions/setup-go).",
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

// src/runtimes/go/connect/endpoint.ts
import { writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/runtimes/go/parse.ts
var endings = { heap: ".heap.pb.gz", tasks: ".goroutine.pb.gz", dump: ".goroutines.txt" };
var live = ["heap-bytes", "heap-objects", "tasks"];
function parse(fileName, bytes) {
  if (fileName.endsWith(".pb.gz")) return parsePprof(bytes).filter(({ quantity }) => live.includes(quantity));
  if (fileName.endsWith(".txt")) return [parseGoroutineText(bytes)];
  if (fileName.endsWith(".profile")) return parseOwn(bytes);
  throw new FormatError(
    "not-this-format",
    `${fileName} is not a profile of Go.`,
    `Profiles of Go end in ${Object.values(endings).join(", ")}.`
  );
}
function parseOwn(bytes) {
  if (/^goroutine /.test(bytes.toString("latin1", 0, 16))) return [parseGoroutineText(bytes)];
  return parsePprof(bytes).filter(({ quantity }) => live.includes(quantity));
}

// src/runtimes/go/connect/http.ts
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
var largestBody = 1 << 29;
async function onOneConnection(requests, timeout = timeLimits.endpoint) {
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
  const shown2 = "`profiles`";
  const signal = AbortSignal.timeout(timeout);
  try {
    const answer = await open(url, agent, signal);
    const { statusCode = 0 } = answer;
    if (statusCode !== 200) {
      answer.destroy();
      throw refusal(shown2, statusCode);
    }
    const body = await readBody(answer, shown2, tail);
    if (isWebPage(answer, body)) throw webPage(shown2);
    return body;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw signal.aborted ? late(shown2, timeout, cause) : unreachable(shown2, cause);
  }
}
function open(url, agent, signal) {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve3, reject) => {
    request(url, { agent, signal }, resolve3).once("error", reject).end();
  });
}
async function readBody(answer, shown2, tail) {
  let kept = [];
  let length = 0;
  for await (const chunk of answer) {
    kept.push(chunk);
    length += chunk.length;
    if (length > 2 * tail) {
      kept = [Buffer.concat(kept).subarray(-tail)];
      length = tail;
    }
    if (length > largestBody) throw tooLarge(shown2);
  }
  return Buffer.concat(kept);
}
function isWebPage(answer, body) {
  const type = answer.headers["content-type"] ?? "";
  return type.includes("text/html") || /^\s*<(?:!doctype|html)/i.test(body.toString("latin1", 0, 256));
}
function refusal(shown2, status) {
  if (status === 401 || status === 403)
    return new UserError(
      `${shown2} answers ${status}: it wants credentials, or does not let this machine in.`,
      "Write them into the URL (`http://user:password@host/debug/pprof`), or serve profiles without credentials on a local port."
    );
  if (status === 404)
    return new UserError(
      `${shown2} answers 404: there are no profiles at this address.`,
      'Import _ "net/http/pprof" and serve http.DefaultServeMux there; `profiles` ends in /debug/pprof.'
    );
  if (status >= 300 && status < 400)
    return new UserError(
      `${shown2} answers ${status} and redirects elsewhere.`,
      "Give the address at which the profiles are served, without a redirect."
    );
  return new UserError(`${shown2} answers ${status}.`, "Look at the program\u2019s own output for the reason.");
}
function webPage(shown2) {
  return new UserError(
    `${shown2} answers with a web page, not with a profile.`,
    "Another program or handler answers there: check port and path of `profiles`, which ends in /debug/pprof."
  );
}
function tooLarge(shown2) {
  return new UserError(
    `${shown2} sends more than ${largestBody} bytes.`,
    "No profile is so large: check the address in `profiles`."
  );
}
function late(shown2, timeout, cause) {
  return new UserError(
    `${shown2} did not answer within ${timeout / 1e3} s.`,
    "The program is blocked or stopped, or the address leads to a handler that waits: check `profiles`.",
    { cause }
  );
}
function unreachable(shown2, cause) {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EHOSTUNREACH")
    return new UserError(
      `Nothing answers at ${shown2} (${code}).`,
      "See that the program serves net/http/pprof there before it is ready, and check port and host in `profiles`.",
      { cause }
    );
  return new UserError(
    `${shown2} broke off in the middle (${code}).`,
    "The program may have ended, or its server cuts answers short (http.Server.WriteTimeout): look at its output.",
    { cause }
  );
}

// src/runtimes/go/connect/endpoint.ts
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
      return [...heapTotals(heap.toString("latin1")), { quantity: "tasks", value: tasks }];
    }),
    snapshot: (directory, { round, dump }) => onOneConnection(async (get2) => {
      const save = async (profile, ending) => {
        const file = join2(directory, `endpoint.r${round}${ending}`);
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
function heapTotals(text) {
  const figure = (name) => {
    const value = new RegExp(`^# ${name} = (\\d+)$`, "m").exec(text)?.[1];
    if (value === void 0) throw notPprof(`its end has no ${name}`);
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
  if (total === void 0) throw notPprof("it does not begin with the number of goroutines");
  const groups = body.trim().split("\n\n");
  const count2 = (kind) => groups.reduce((sum, group) => kind.test(group) ? sum + Number.parseInt(group, 10) : sum, 0);
  return Number(total) - count2(answering) - count2(finishing) - Math.min(1, count2(reading));
}
function notPprof(why) {
  return new UserError(
    `\`profiles\` answers, but not as Go\u2019s net/http/pprof does: ${why}.`,
    "Give the URL under which net/http/pprof itself is served, which ends in /debug/pprof."
  );
}

// src/runtimes/go/connect/probe.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { createConnection } from "node:net";
import { basename, join as join3 } from "node:path";
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
        const file = join3(directory, `go-${pid}.r${round}${ending}`);
        await writeFile2(file, profile);
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
  const whole = (name) => {
    const value = answer[name];
    if (typeof value === "number" && Number.isSafeInteger(value)) return value;
    throw silent(path, `gave no figure for ${name}`);
  };
  return [
    { quantity: "tasks", value: whole("tasks") },
    { quantity: "heap-bytes", value: whole("heapBytes") },
    { quantity: "heap-objects", value: whole("heapObjects") }
  ];
}
async function askJson(path, question, limit = timeLimits.probe) {
  return fromJson(path, await ask(path, question, limit));
}
async function askProfile(path, question) {
  const answer = await ask(path, question);
  const end = answer.lastIndexOf("\n", -2);
  const { bytes, error } = fromJson(path, answer.subarray(end + 1));
  if (error !== "") throw silent(path, `could not write the ${question} profile: ${error}`);
  if (end !== bytes) throw silent(path, `sent ${end} bytes of a ${question} profile of ${bytes}`);
  return answer.subarray(0, end);
}
async function askDump(path) {
  if ((await askJson(path, "dumpable")).dumpable !== true) return null;
  const text = await askProfile(path, "dump");
  return text.length < dumpLimit ? text : null;
}
function fromJson(path, bytes) {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw silent(path, "broke off", cause);
  }
}
function ask(path, question, limit = timeLimits.probe) {
  return new Promise((resolve3, reject) => {
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
    socket.once("close", () => resolve3(Buffer.concat(chunks)));
  });
}
function silent(path, what, cause) {
  return new UserError(
    `The probe ${basename(path)} ${what}.`,
    "Look at the program\u2019s own output: it may have ended, or be stopped.",
    { cause }
  );
}

// src/runtimes/go/ignore-rules.ts
var probeName = /^(?:runtime\/pprof|testing)\.(?:\(\*?)?zzleakdiff/;
var isRuntime = (name) => /^(?:runtime\.|(?:internal\/runtime|runtime\/internal)\/)/.test(name);
var isProfiler = (name) => /^net\/http\/pprof\./.test(name) || /^runtime\/pprof\.(?:StartCPUProfile|\(\*Profile\)\.WriteTo|\(\*profileBuilder\)\.|newProfileBuilder|profileWriter|[wW]rite[A-Z]|print[A-Z])/.test(
  name
);
var some = (test) => (stack) => stack.some((frame) => test(frame.function));
var every = (test) => (stack) => stack.length > 0 && stack.every((frame) => test(frame.function));
var ignoreRules = [
  {
    name: "leakdiff-probe",
    reason: "The goroutine by which leakdiff measures, and what it allocates; they are not in the totals either.",
    quantity: "any",
    matches: some((name) => probeName.test(name))
  },
  {
    name: "profiler",
    reason: "The goroutine that writes the profile is always in it.",
    quantity: "any",
    matches: some(isProfiler)
  },
  {
    name: "ginkgo-interrupts",
    reason: "Each run of a suite of ginkgo waits for interrupts until its process ends; it is not in the totals either.",
    quantity: "any",
    matches: some((name) => name.startsWith("github.com/onsi/ginkgo/v2/internal/interrupt_handler."))
  },
  {
    name: "runtime-alone",
    reason: "No code but the runtime\u2019s own took part: its tables, workers and threads, and descriptors of goroutines.",
    quantity: "any",
    matches: every(isRuntime)
  }
];

// src/runtimes/go/instrument.ts
import { existsSync as existsSync2, readFileSync as readFileSync2 } from "node:fs";
import { join as join9 } from "node:path";

// src/runtimes/go/build/build-commands.ts
import { readFile } from "node:fs/promises";
import { join as join4 } from "node:path";
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
    const text = await readFile(join4(directory, name), "utf8").catch(() => null);
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

// src/runtimes/go/build/goflags.ts
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
  return Array.from(fields, ([, single, double, bare]) => single ?? double ?? bare ?? "");
}
function quoteFlag(flag) {
  if (!/[\s'"]/.test(flag)) return flag;
  return flag.includes("'") ? `"${flag}"` : `'${flag}'`;
}

// src/runtimes/go/build/goroot.ts
import { mkdir, rm, symlink } from "node:fs/promises";
import { delimiter, join as join5 } from "node:path";
async function replaceableGoroot(directory, scratch) {
  const values = await runGo(directory, ["env", "GOROOT", "GOMODCACHE"]);
  const [goroot = "", cache = ""] = values.split("\n");
  if (cache === "" || !goroot.startsWith(`${cache}/`)) return { goroot, env: {} };
  const link = join5(scratch, "goroot");
  await mkdir(scratch, { recursive: true });
  await rm(link, { force: true });
  await symlink(goroot, link);
  const path = `${join5(link, "bin")}${delimiter}${process.env.PATH ?? ""}`;
  return { goroot: link, env: { GOROOT: link, GOTOOLCHAIN: "local", PATH: path } };
}

// src/runtimes/go/build/tests-overlay.ts
import { mkdir as mkdir2, readFile as readFile3, writeFile as writeFile3 } from "node:fs/promises";
import { join as join7 } from "node:path";

// src/runtimes/go/build/ginkgo.ts
import { readdir as readdir2, readFile as readFile2 } from "node:fs/promises";
import { dirname as dirname2, join as join6 } from "node:path";
var imports = /^[^"\n]*"github\.com\/onsi\/ginkgo\/v2"/m;
var runs = /\bRunSpecs\(/;
async function ginkgoFiles(directory) {
  const suites = await suitesBelow(directory);
  const added = await Promise.all(
    suites.map(async ({ path, source: source4 }) => {
      const variable = await variableOf(dirname2(path));
      if (variable === null) return [];
      return [{ path: join6(dirname2(path), "zz_leakdiff_ginkgo_test.go"), text: resetting(source4, variable) }];
    })
  );
  return added.flat();
}
async function suitesBelow(directory) {
  const entries = await readdir2(directory, { withFileTypes: true }).catch(() => []);
  const tests4 = entries.filter((entry) => entry.isFile() && entry.name.endsWith("_test.go"));
  const folders = entries.filter((entry) => entry.isDirectory() && !isLeftOut(entry.name));
  const files = await Promise.all(
    tests4.map(async ({ name }) => {
      const path = join6(directory, name);
      return { path, source: await readFile2(path, "utf8").catch(() => "") };
    })
  );
  const suite = files.find(({ source: source4 }) => imports.test(source4) && runs.test(source4));
  const below3 = await Promise.all(folders.map(({ name }) => suitesBelow(join6(directory, name))));
  return [...suite === void 0 ? [] : [suite], ...below3.flat()];
}
var isLeftOut = (name) => /^[._]|^(?:testdata|vendor|node_modules)$/.test(name);
async function variableOf(directory) {
  const place = await ginkgoIn(directory);
  const source4 = place === null ? "" : await readFile2(join6(place, "core_dsl.go"), "utf8").catch(() => "");
  if (!source4.includes("global.PushClone()")) return null;
  if (/\bif global\.SuiteDidRun \{/.test(source4))
    return "github.com/onsi/ginkgo/v2/internal/global.SuiteDidRun";
  return /\bif suiteDidRun \{/.test(source4) ? "github.com/onsi/ginkgo/v2.suiteDidRun" : null;
}
async function ginkgoIn(directory) {
  try {
    const found = await runGo(directory, ["list", "-find", "-f", "{{.Dir}}", "github.com/onsi/ginkgo/v2"]);
    return found.trim();
  } catch {
    return null;
  }
}
function resetting(source4, variable) {
  const name = /^package\s+(\w+)/m.exec(source4)?.[1] ?? "";
  const constraints = source4.match(/^\/\/go:build .*$/m)?.[0] ?? "";
  return `${constraints}

package ${name}

import (
	zzleakdifftesting "testing"
	_ "unsafe"
)

//go:linkname zzleakdiffDidRun ${variable}
var zzleakdiffDidRun bool

func init() {
	zzleakdifftesting.ZzleakdiffAfterRound(func() int {
		ran := zzleakdiffDidRun
		zzleakdiffDidRun = false
		if ran {
			return 1 // waits for interrupts until the process ends
		}
		return 0
	})
}
`;
}

// src/runtimes/go/build/tests-overlay.ts
async function instrumentTests({ directory, scratch, workload }, { sampling: sampling2, heapBytes: heapBytes2, ancestors: ancestors2 }) {
  await readBuildCommands(workload, directory);
  const users = await readUserFlags(directory);
  const usersOverlay = flagValue(users.flags, "overlay");
  const replaced = usersOverlay === null ? {} : await readOverlay(directory, usersOverlay);
  const { goroot, env } = await replaceableGoroot(directory, scratch);
  const version = (await runGo(directory, ["env", "GOVERSION"])).trim();
  const added = await ginkgoFiles(directory);
  const overlay = await writeTestingOverlay({ goroot, version, added }, join7(scratch, "go"), replaced);
  const GOFLAGS = addedFlags(users, [`-overlay=${overlay}`, "-count=1", "-timeout=0", "-p=1"]);
  const run2 = (sockets, rate) => ({
    ...env,
    GOFLAGS,
    LEAKDIFF_SOCKETS: sockets,
    LEAKDIFF_RATE: String(rate)
  });
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => run2(sockets, sampling2[stage]),
    diagnosticEnv: (sockets, goal) => ({ ...run2(sockets, heapBytes2[goal]), GODEBUG: ancestors2 })
  };
}
async function writeTestingOverlay({
  added,
  goroot,
  version
}, folder, users) {
  const testing = join7(goroot, "src/testing");
  const files = {
    "testing.go": repeatable("testing.go", await readFile3(join7(testing, "testing.go"), "utf8"), version),
    "example.go": repeatable("example.go", await readFile3(join7(testing, "example.go"), "utf8"), version),
    "zz_leakdiff.go": await probeForTests(),
    "zz_leakdiff_rounds.go": await readFile3(probeFile("zz_leakdiff_rounds.go"), "utf8")
  };
  await mkdir2(folder, { recursive: true });
  const ours = [];
  for (const [name, text] of Object.entries(files)) {
    await writeFile3(join7(folder, name), text);
    ours.push([join7(testing, name), join7(folder, name)]);
  }
  for (const [index, { path: path2, text }] of added.entries()) {
    const copy = join7(folder, `added-${index}.go`);
    await writeFile3(copy, text);
    ours.push([path2, copy]);
  }
  const Replace = { ...users, ...Object.fromEntries(ours) };
  const path = join7(folder, "overlay.json");
  await writeFile3(path, JSON.stringify({ Replace }, null, 1));
  return path;
}
var changes = {
  "testing.go": [
    ["func (m *M) Run() (code int) {", "func (m *M) runOnce() (code int) {"],
    ["func (t *T) report() {", "func (t *T) report() { zzleakdiffReport(t)"],
    ['skip = flag.String("test.skip"', 'skip = flag.String("test.skip"']
  ],
  "example.go": [["if !runExample(eg) {", "if !zzleakdiffExample(eg.Name, runExample(eg)) {"]]
};
function repeatable(name, source4, version) {
  return changes[name].reduce((text, [known, ours]) => {
    if (text.split(known).length === 2) return text.replace(known, () => ours);
    throw new InconclusiveError(
      "unknown-testing",
      `leakdiff does not know the package testing of ${version}: it does not hold \`${known}\` once.`,
      "Use a newer leakdiff, or measure a program instead of its tests (`start` and `round`)."
    );
  }, source4);
}
async function probeForTests() {
  const probe = await readFile3(probeFile("zz_leakdiff.go"), "utf8");
  return probe.replace(/^package pprof$/m, "package testing").replace("import (\n", 'import (\n	zzleakdiffpprof "runtime/pprof"\n').replace(/(?<![\w.])Lookup\(/g, "zzleakdiffpprof.Lookup(").replace("const zzleakdiffOwnTasks = 1", "var zzleakdiffOwnTasks = 0").replace(/^func init\(\) \{\n\tzzleakdiffStart\(\)\n\}\n/m, "").replace('	case "dump":', '	default:\n		p.more(request)\n	case "dump":');
}

// src/runtimes/go/programs.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname as dirname3, join as join8 } from "node:path";
function findProgramFiles(directory) {
  return [...sourcesBelow(repositoryOf(directory))].flatMap((path) => {
    const source4 = readFileSync(path, "utf8");
    return hasMain(source4) ? [{ path, source: source4 }] : [];
  });
}
function* sourcesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join8(directory, entry.name);
    if (entry.isDirectory() && !isInstalled(entry)) yield* sourcesBelow(path);
    else if (entry.isFile() && /(?<!_test)\.go$/.test(entry.name)) yield path;
  }
}
var isInstalled = ({ name }) => name === ".git" || name === "node_modules" || name === "vendor";
function repositoryOf(directory) {
  for (let at = directory; at !== dirname3(at); at = dirname3(at)) if (existsSync(join8(at, ".git"))) return at;
  return directory;
}

// src/runtimes/go/instrument.ts
var sampling = { first: 16384, confirm: 4096 };
var ancestors = "tracebackancestors=10";
var diagnostic = (goal) => `memprofilerate=${heapBytes[goal]},${ancestors}`;
var heapBytes = { holders: 512, openers: 64 };
async function instrument3(request) {
  const godebug = (stage) => `memprofilerate=${sampling[stage]}`;
  const { workload } = request;
  if (writesItself(workload)) return { buildEnv: {}, runEnv: (stage) => ({ GODEBUG: godebug(stage) }) };
  if (workload.profiles.length > 0)
    return {
      buildEnv: {},
      runEnv: (stage) => ({ GODEBUG: godebug(stage) }),
      diagnosticEnv: (_sockets, goal) => ({ GODEBUG: diagnostic(goal) })
    };
  if (workload.form === "test") return await instrumentTests(request, { sampling, heapBytes, ancestors });
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
  const overlay = await writeOverlay({ scratch: join9(scratch, "go"), goroot, programs, users });
  const trim = flagValue(flags.flags, "trimpath") === null && !namesFiles(commands);
  const GOFLAGS = addedFlags(flags, [`-overlay=${overlay}`, ...trim ? ["-trimpath"] : []]);
  return { env: { ...env, GOFLAGS }, programs };
}
function underOverlay(programs, users) {
  const shown2 = Object.entries(users).flatMap(([path, target]) => {
    const source4 = path.endsWith(".go") && existsSync2(target) ? readFileSync2(target, "utf8") : "";
    return hasMain(source4) ? [{ path, source: source4, target }] : [];
  });
  return [...programs.filter(({ path }) => !(path in users)), ...shown2];
}
function refuseChanged({ path, source: source4, target = path }) {
  const now = readFileSync2(target, "utf8");
  if (now.replace(/\s+/g, "") === source4.replace(/\s+/g, "")) return;
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
import { basename as basename2, join as join11, relative, sep } from "node:path";

// src/runtimes/go/modules.ts
import { readdir as readdir3, readFile as readFile4 } from "node:fs/promises";
import { dirname as dirname4, join as join10, resolve } from "node:path";

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
  const plain3 = withoutShapes(name);
  const dot = plain3.indexOf(".", plain3.lastIndexOf("/", firstParenthesis(plain3)) + 1);
  return readable(dot < 0 ? plain3 : plain3.slice(0, dot));
}
function readable(name) {
  if (!name.includes("%")) return name;
  return name.replace(/(?:%[0-9a-f]{2})+/g, (escaped) => {
    try {
      const text = decodeURIComponent(escaped);
      return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(text) ? text : escaped;
    } catch {
      return escaped;
    }
  });
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
  const homes = [.../* @__PURE__ */ new Set([root, directory, ...files.map(dirname4)])];
  for (const home of homes) {
    for (const line of await directives(join10(home, "go.mod"))) {
      const [verb, name, version] = line;
      if (verb === "module" && name) own.set(name, home);
      if (verb === "require" && name && version) required.set(name, version);
      addReplacement(replaced, home, line);
    }
    for (const line of await directives(join10(home, "go.work"))) addReplacement(replaced, home, line);
    const listed = await readFile4(join10(home, "vendor/modules.txt"), "utf8").catch(() => null);
    if (listed === null) continue;
    vendors.push(home);
    for (const [, path = "", version = ""] of listed.matchAll(/^# (\S+) (v\S+)/gm))
      vendored.set(path, version);
  }
  const [goroot = "", modcache = ""] = await places(directory);
  return { own, replaced, required, vendored, vendors, goroot, modcache };
}
async function modulesBelow(directory, depth = 8) {
  const entries = await readdir3(directory, { withFileTypes: true }).catch(() => []);
  const own = entries.some((e) => e.name === "go.mod" && e.isFile()) ? [join10(directory, "go.mod")] : [];
  if (depth === 0) return own;
  const folders = entries.filter(
    (e) => e.isDirectory() && !/^[._]|^(?:vendor|node_modules|testdata)$/.test(e.name)
  );
  const below3 = await Promise.all(folders.map((e) => modulesBelow(join10(directory, e.name), depth - 1)));
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
    const words2 = (line.replace(/\/\/.*$/, "").match(/"[^"]*"|`[^`]*`|\S+/g) ?? []).map(
      (w) => w.replace(/^["`]|["`]$/g, "")
    );
    if (words2.length === 0) return [];
    if (words2.at(-1) === "(") block = words2[0] ?? null;
    else if (words2[0] === ")") block = null;
    else return [block === null ? words2 : [block, ...words2]];
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
    isPath ? { kind: "directory", path: resolve(home, target) } : { kind: "module", package: target, version }
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
  if (file.startsWith("./")) return project(tree, join11(tree.directory, file));
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
  if (own !== null) return project(tree, join11(tree.modules.own.get(own) ?? "", file.slice(own.length)));
  if (isStandard(file)) return runtime;
  return vendoredOr(tree, file, { origin: "dependency", package: packagePath, version: null, path: null });
}
function ofModule(tree, path, version, rest) {
  const replacement = tree.modules.replaced.get(`${path}@${version}`) ?? tree.modules.replaced.get(path);
  if (replacement?.kind === "directory") {
    const inside = tree.inside(join11(replacement.path, rest));
    return inside === null ? { origin: "dependency", package: path, version: null, path: null } : { origin: "project", path: inside };
  }
  const taken2 = replacement ?? { package: path, version };
  return vendoredOr(tree, `${path}/${rest}`, {
    origin: "dependency",
    package: taken2.package,
    version: taken2.version,
    path: `${path}@${version}/${rest}`
  });
}
function vendoredOr(tree, path, location) {
  for (const home of tree.modules.vendors) {
    const file = join11(home, "vendor", path);
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
  if (packagePath !== "main") return ofPackage(tree, packagePath, basename2(file));
  const parts = file.split("/").slice(1);
  const tails = parts.map((_, index) => join11(tree.directory, ...parts.slice(index)));
  return project(tree, tails.find((path) => existsSync3(path)) ?? join11(tree.directory, basename2(file)));
}
var afterCache = (file) => /\/pkg\/mod\/(.+)$/.exec(file)?.[1] ?? null;
var unescaped = (path) => path.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
function ofPackage(tree, packagePath, file) {
  if (packagePath === "main") return project(tree, join11(tree.directory, file));
  const own = longestPrefix(tree.modules.own.keys(), packagePath);
  if (own !== null)
    return project(tree, join11(tree.modules.own.get(own) ?? "", packagePath.slice(own.length), file));
  if (isStandard(packagePath)) return runtime;
  const module = longestPrefix(tree.modules.required.keys(), packagePath);
  const version = module === null ? null : tree.modules.required.get(module) ?? null;
  const location = { origin: "dependency", package: module ?? packagePath, version, path: null };
  return vendoredOr(tree, `${packagePath}/${file}`, location);
}
function project(tree, path) {
  return { origin: "project", path: (tree.inside(path) ?? basename2(path)).replaceAll(sep, "/") };
}

// src/runtimes/structure/comments.ts
var withoutCommentsOfC = (text) => withoutComments(text).replace(/^[ \t]*\*(?:[ \t/].*|$)/gm, "");

// src/runtimes/structure/declarations.ts
function declarationAround(lines, line, words2) {
  let from = Math.min(line, lines.length);
  while (from > 0 && !words2.test(lines[from - 1] ?? "")) from--;
  if (from === 0) return null;
  const end = isOpen(lines[from - 1] ?? "") ? lines.findIndex((text, index) => index >= from && ends(text)) + 1 : from;
  return end >= line ? [from, end] : null;
}
var ends = (text) => /^[)}`]/.test(text) && !isOpen(text.replace(/^[)}]/, ""));
function isOpen(text) {
  const code = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, "");
  const count2 = (pattern) => code.match(pattern)?.length ?? 0;
  return code.includes("`") || count2(/[({[]/g) > count2(/[)}\]]/g);
}

// src/runtimes/go/source/dependency-files.ts
var dependencyFiles = [
  { name: "go.mod", read: moduleLine },
  { name: "go.work", read: moduleLine },
  { name: "modules.txt", read: vendoredLine },
  { name: "go.sum", read: sumLine, listsAll: true }
];
function moduleLine(lines, index) {
  const words2 = (lines[index] ?? "").replace(/\/\/.*$/, "").trim().split(/\s+/).map((word) => word.replace(/^["`]|["`]$/g, ""));
  const rest = /^(?:require|replace|use)$/.test(words2[0] ?? "") ? words2.slice(1) : words2;
  const arrow = rest.indexOf("=>");
  if (arrow < 0) return /^v\d/.test(rest[1] ?? "") ? taken(rest) : [];
  const target = rest.slice(arrow + 1);
  const version = target[1] ?? null;
  return [...taken([rest[0] ?? "", ...version === null ? [] : [version]]), ...taken(target)];
}
function taken([name = "", version = null]) {
  return name === null || name === "" || /^[.(/)]/.test(name) ? [] : [{ package: name, version }];
}
function vendoredLine(lines, index) {
  const [, name, version] = /^# (\S+) (v\S+)/.exec(lines[index] ?? "") ?? [];
  return name === void 0 || version === void 0 ? [] : [{ package: name, version }];
}
function sumLine(lines, index) {
  const [, name, version] = /^(\S+) (v[^\s/]+) h1:/.exec(lines[index] ?? "") ?? [];
  return name === void 0 || version === void 0 ? [] : [{ package: name, version }];
}

// src/runtimes/go/source/source.ts
var source = {
  dependencyFiles,
  // https://go.dev/s/generatedcode, and the mark of other tools.
  generated: /^\/\/ Code generated .* DO NOT EDIT\.\r?$|^\/\/ *@generated\b/m,
  definitions: [
    /^func\s+\(\s*(?:\w+\s+)?\*?\s*(\w+)(?:\[[^\]]*\])?\s*\)\s*(\w+)/,
    /^func\s+(\w+)/,
    /^(?:type|const|var)\s+(\w+)/
  ],
  identifiers: (site4) => {
    const name = site4.slice(site4.lastIndexOf("/") + 1);
    const [first, ...inPackage] = name.match(/[\p{L}\p{N}_]+/gu) ?? [];
    const all = inPackage.length > 0 ? inPackage : first === void 0 ? [] : [first];
    return all.filter((part) => part !== "func");
  },
  withoutComments: withoutCommentsOfC,
  around: (lines, line) => declarationAround(lines, line, /^(?:func|var|const|type)\b/),
  sources: /\.go$/,
  tests: /_test\.go$/,
  /** The major version is part of a module's path: `a.com/x/v2`. */
  unversioned: (packageName) => packageName.replace(/\/v\d+(?=\/|$)/, "")
};

// src/runtimes/go/tests.ts
var tests = {
  command: (text) => withoutParallel(withoutTimeout(text)),
  connect,
  repeats: "go test",
  tearDown: "TestMain",
  crashed: (output) => [...output.matchAll(/--- FAIL: (\S+)/g)].at(-1)?.[1] ?? "",
  failures: (output) => Array.from(output.matchAll(/^FAIL\t(\S+)/gm), ([, name = ""]) => name)
};
function withoutTimeout(text) {
  return text.replace(goTest, (test) => test.replace(/\s--?(?:test\.)?timeout(?:=|\s+)\S+/g, ""));
}
function withoutParallel(text) {
  return text.replace(
    ginkgo,
    (suite) => suite.replace(
      /\s--?(?:p(?![\w-])|(?:procs|nodes|compilers|timeout|repeat)(?:=|\s+)\S+|until-it-fails\b)/g,
      ""
    )
  );
}
var ginkgo = /(?:^|[\s;&|(/])ginkgo(?:@\S+)?\s(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\[\s\S]|[^;&|\n'"\\])*/g;
var goTest = /(?:^|[\s;&|(])(?:\S*\/)?(?:(?:go(?:\d\S*)?|richgo)\s+test|gotestsum|gotest)\b(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\[\s\S]|[^;&|\n'"\\])*/g;
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
      const failing = Array.isArray(failed2) ? failed2.map(String) : [];
      if (code === 0) return { executed: Number(executed), failed: null };
      return { executed: Number(executed), failed: failing[0] ?? "", failing };
    },
    leaveOut: async () => void await askJson(path, "leave"),
    end: async () => void await askJson(path, "end")
  };
}

// src/runtimes/go/tools.ts
var tools = {
  wraps: (program) => program === "go",
  lists: { GOFLAGS: { separator: " " }, GODEBUG: { separator: "," } }
};
var ownProfiles = {
  howTo: {
    snapshot: 'Write it with pprof.Lookup("heap").WriteTo(w, 0) or pprof.WriteHeapProfile; tasks with pprof.Lookup("goroutine").WriteTo(w, 0), 1 or 2.',
    files: 'Write the heap with pprof.WriteHeapProfile after runtime.GC(), goroutines with pprof.Lookup("goroutine").WriteTo(w, 0), 1 or 2; close the file, and end only then.'
  },
  endpoint: "the URL that ends with /debug/pprof",
  // Go's own default; a program measured at it names less than one that leakdiff instruments.
  coarse: { period: 512 * 1024, remedy: "Start it with GODEBUG=memprofilerate=16384." }
};

// src/runtimes/go/index.ts
var go = {
  name: "go",
  task: { one: "goroutine", many: "goroutines" },
  taskStack: "running",
  recognise,
  toolchain,
  instrument: instrument3,
  socketPid,
  connect: (address) => address.kind === "socket" ? connectSocket(address.path) : connectEndpoint(address.url),
  tests,
  ownProfiles,
  tools,
  parse,
  opensFiles,
  site,
  readable,
  locator,
  floors: { "heap-bytes": 4096, "heap-objects": 12, tasks: 0.5, files: 0.5 },
  ignoreRules,
  advice,
  source,
  onboarding: async () => (await import("./onboarding-YGPO2MMF.mjs")).onboarding,
  container: async () => (await import("./container-WZ36WCCG.mjs")).container
};

// src/runtimes/node/index.ts
import { execFile as execFile2 } from "node:child_process";
import { readdir as readdir4 } from "node:fs/promises";
import { promisify as promisify2 } from "node:util";

// src/runtimes/node/advice/handles.ts
var closeServer = ["close the server when its owner ends."];
var closeWatcher = ["close the watcher when its owner goes away."];
var closeFile = ["close it on every way out, errors included."];
var lookup = { words: "a name lookup that has not ended" };
var operation = { words: "a file operation that has not ended" };
var handles = {
  Timeout: { words: "a timer", end: clearTimer },
  TCPWRAP: { words: "a TCP connection", end: closeConnection },
  TCPCONNECTWRAP: { words: "a TCP connection that is being opened", end: closeConnection },
  TCPSERVERWRAP: { words: "a server that listens", end: closeServer },
  PIPEWRAP: {
    words: "a pipe",
    end: ["close the pipe when its work ends, or end the process at its other end."]
  },
  PIPECONNECTWRAP: { words: "a pipe that is being opened", end: closeConnection },
  PIPESERVERWRAP: { words: "a server that listens on a path", end: closeServer },
  UDPWRAP: { words: "a UDP socket", end: ["close the socket when its work ends, on errors too."] },
  HTTP2SESSION: { words: "an HTTP/2 session", end: ["close the session when its work ends, on errors too."] },
  HTTP2STREAM: { words: "an HTTP/2 stream", end: ["close the stream when its work ends, on errors too."] },
  PROCESSWRAP: {
    words: "a child process",
    end: ["end the child process when its owner ends, and wait until it has exited."]
  },
  WORKER: {
    words: "a worker thread",
    end: ["terminate the worker when its work is done, or take workers from a pool of fixed size."]
  },
  MESSAGEPORT: {
    words: "a message port",
    end: ["close the port when its work ends; a worker that ends closes its own."]
  },
  ZLIB: {
    words: "a compression stream",
    end: [
      "end the stream, or destroy it, on every way out: ",
      { code: "stream.pipeline" },
      " does it on errors too."
    ]
  },
  FSEVENTWRAP: { words: "a watcher of files", end: closeWatcher },
  STATWATCHER: {
    words: "a watcher of a file",
    end: ["call ", { code: "fs.unwatchFile" }, " when its owner goes away."]
  },
  FILEHANDLE: { words: "an open file", end: closeFile },
  DIRHANDLE: { words: "an open folder", end: closeFile },
  DNSCHANNEL: { words: "a DNS resolver", end: ["make one resolver, and share it."] },
  SIGNALWRAP: {
    words: "a listener for a signal",
    end: ["remove the listener for the signal when its owner goes away."]
  },
  FSREQCALLBACK: operation,
  FSREQPROMISE: operation,
  GETADDRINFOREQWRAP: lookup,
  GETNAMEINFOREQWRAP: lookup,
  QUERYWRAP: lookup,
  WRITEWRAP: { words: "a write that has not ended" },
  SHUTDOWNWRAP: { words: "a connection that is being closed" },
  TTYWRAP: { words: "a terminal" }
};
var handleRules = Object.entries(handles).flatMap(
  ([name, { end }]) => end === void 0 ? [] : [{ of: ["tasks"], state: new RegExp(`^${name}$`), say: end }]
);
var handleWords = Object.fromEntries(
  Object.entries(handles).map(([name, { words: words2 }]) => [name, words2])
);

// src/runtimes/node/advice/advice.ts
var advice2 = {
  next: [
    ...handleRules,
    { of: ["memory"], holder: /^timer list(?: →|$)/, say: clearTimer },
    {
      of: ["memory"],
      holder: /(?:^| → )Promise(?: → [^→]+){0,2}$/,
      say: [
        "a promise that does not settle keeps all that wait for it, ",
        { code: "Promise.race" },
        " too: settle it, or wait for it once alone."
      ]
    },
    { of: ["memory"], holder: /(?:^| → )(?:_events|kEvents|Listener)(?: →|$)/, say: removeListener }
  ],
  now: [],
  states: handleWords
};

// src/runtimes/line-probe.ts
import { basename as basename4 } from "node:path";

// src/runtimes/line-socket.ts
import { once } from "node:events";
import { createConnection as createConnection2 } from "node:net";
import { basename as basename3 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
async function openLineSocket(path, hint) {
  const name = basename3(path);
  const silent2 = (what, cause) => new UserError(`The probe ${name} ${what}.`, hint, { cause });
  const socket = await open2(path, silent2);
  return { ask: lineClient(socket, silent2), close: () => closed(socket) };
}
var untilItListens = [10, 50];
async function open2(path, silent2, again = untilItListens) {
  const socket = createConnection2(path);
  try {
    await once(socket, "connect");
    return socket;
  } catch (cause) {
    const [wait2, ...rest] = again;
    if (wait2 === void 0 || cause.code !== "ECONNREFUSED")
      throw silent2("cannot be reached", cause);
    await sleep(wait2);
    return open2(path, silent2, rest);
  }
}
var closed = (socket) => new Promise((resolve3) => {
  if (socket.destroyed) return resolve3();
  socket.once("close", () => resolve3());
  socket.destroy();
});
function lineClient(socket, silent2) {
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
  return (request, limit = timeLimits.probe) => {
    const answer = turn.then(async () => JSON.parse(await exchange(request, limit)));
    turn = answer.catch(() => void 0);
    return answer;
  };
  function exchange(request, limit) {
    return new Promise((resolve3, reject) => {
      const late2 = () => waiting?.fail(`did not answer within ${(limit ?? 0) / 1e3} s`);
      const timer = limit === null ? void 0 : setTimeout(late2, limit);
      const settle = () => {
        clearTimeout(timer);
        waiting = null;
      };
      waiting = {
        take: (line) => {
          settle();
          resolve3(line);
        },
        fail: (what) => {
          settle();
          socket.destroy();
          reject(silent2(what));
        }
      };
      if (socket.destroyed) waiting.fail("broke off");
      else socket.write(`${JSON.stringify(request)}
`);
    });
  }
}

// src/runtimes/probe.ts
var refusedCode = "not-measurable";

// src/runtimes/line-probe.ts
function lineProbes(of) {
  return {
    /** Process id in the name of a probe's socket; null for other names. */
    socketPid: (fileName) => pidIn(of, fileName),
    /** Connects to a probe. Throws UserError when nothing answers there, and for an endpoint. */
    connect: async (address) => {
      if (address.kind === "url") throw withoutEndpoints(of, address.url);
      return (await open3(of, address.path)).probe;
    },
    /** Connects to a session of tests. Throws UserError when they are none of the revision's. */
    connectTests: async (path) => session(of, await open3(of, path), path)
  };
}
function pidIn({ socketName }, fileName) {
  const pid = socketName.exec(fileName)?.[1];
  return pid === void 0 ? null : Number(pid);
}
var withoutEndpoints = ({ title }, url) => new UserError(
  `A ${title} program has no profiles to fetch from ${url}.`,
  `Leave out \`profiles\`: leakdiff instruments ${title} programs by itself.`
);
async function open3(of, path) {
  const { hint } = of;
  const name = basename4(path);
  const socket = await openLineSocket(path, hint);
  const ask2 = async (request, limit) => {
    const reply = await socket.ask(request, limit);
    if ("refused" in reply) throw new InconclusiveError(refusedCode, ...reply.refused);
    if ("problem" in reply)
      throw new UserError(`The probe ${name} failed to ${request.do}: ${reply.problem}.`, hint);
    return reply.answer;
  };
  const probe = {
    pid: pidIn(of, name),
    ...of.threadName?.test(name) && { thread: true },
    collect: async () => void await ask2({ do: "collect" }),
    count: async () => totalsOf2(await ask2({ do: "count" })),
    ...of.countsObjects && { countObjects: async () => objectsOf(await ask2({ do: "objects" })) },
    snapshot: (directory, request) => ask2({ do: "snapshot", directory, ...request }),
    close: socket.close
  };
  return { probe, ask: ask2 };
}
async function session(of, { ask: ask2, probe }, path) {
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
    ...of.tellsFiles && { files: () => ask2({ do: "files" }) },
    leaveOut: async () => void await ask2({ do: "leave" }),
    end: async () => void await ask2({ do: "end" })
  };
}
var totalsOf2 = (count2) => Object.entries(count2).map(([quantity, value]) => ({ quantity, value }));
var objectsOf = ({ "heap-objects": value }) => value === null ? [] : [{ quantity: "heap-objects", value }];

// src/runtimes/node/connect.ts
var { connect: connect2, connectTests, socketPid: socketPid2 } = lineProbes({
  title: "Node",
  socketName: /^node-(\d+)(?:-w\d+)?(?:-t\d+)?\.sock$/,
  threadName: /^node-\d+-w\d+\.sock$/,
  hint: "Look at the program\u2019s own output: it may have ended, or something keeps its event loop busy.",
  countsObjects: true,
  tellsFiles: true
});

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

// src/runtimes/node/retainers.ts
import { readFile as readFile5, stat as stat2 } from "node:fs/promises";
import { basename as basename5 } from "node:path";
import { fileURLToPath } from "node:url";
var mostBytes = 1e9;
var mostRetainers = 3;
var leastShare = 0.03;
var isGraph = (path) => path.endsWith(".heapsnapshot");
async function retainers(path) {
  const since = /\.since-(\d+)\.heapsnapshot$/.exec(basename5(path))?.[1];
  if (since === void 0 || (await stat2(path)).size > mostBytes) return [];
  return retainersOf(readHeapGraph(await readFile5(path)), Number(since));
}
function retainersOf(graph, since) {
  const tree = reach(graph);
  const { groups, total } = newByHolder(graph, tree, since);
  return groups.filter(({ bytes }) => bytes >= leastShare * total).toSorted((a, b) => b.bytes - a.bytes).flatMap(({ holder, kind, variable, bytes, functions }) => {
    const above3 = variable === "" ? aboveOf(graph, tree, holder) : [variable];
    const path = kind === "" || above3.at(-1) === kind ? above3 : [...above3, kind];
    const registered = registers.test(kind) ? mostOf(functions) : null;
    const told = { path: path.join(" \u2192 "), share: bytes / total };
    return path.length < 2 ? [] : [registered === null ? told : { ...told, registered }];
  }).slice(0, mostRetainers);
}
var aboveOf = (graph, tree, holder) => graph.name(holder).startsWith("system / Context") ? [] : pathTo(graph, tree, holder);
var registers = /^(?:function|Listener)$/;
function mostOf(functions) {
  const [most] = [...functions.values()].toSorted((a, b) => b.count - a.count);
  if (most === void 0) return null;
  const file = most.file.startsWith("file://") ? fileURLToPath(most.file) : most.file;
  return { function: most.name || "(anonymous)", file, line: most.line };
}
function newByHolder(graph, tree, since) {
  const holders = new Int32Array(graph.count).fill(-1);
  const kinds = new Array(graph.count).fill("");
  const variables = new Array(graph.count).fill("");
  const inFunction = new Uint8Array(graph.count);
  const held2 = /* @__PURE__ */ new Map();
  let total = 0;
  for (const node2 of tree.order) {
    if (graph.id(node2) <= since) continue;
    const above3 = tree.parent[node2] ?? 0;
    const holder = holders[above3] === -1 ? above3 : holders[above3] ?? 0;
    const kind = kinds[above3] || className(graph, node2);
    const variable = holders[above3] === -1 ? variableOf2(graph, tree, node2) : variables[above3] ?? "";
    holders[node2] = holder;
    kinds[node2] = kind;
    variables[node2] = variable;
    const isOutermost = graph.type(node2) === "closure" && inFunction[above3] === 0;
    inFunction[node2] = isOutermost ? 1 : inFunction[above3] ?? 0;
    if (machinery.has(graph.type(node2))) continue;
    const size = graph.size(node2);
    total += size;
    const key = `${holder} ${kind} ${variable}`;
    const known = held2.get(key) ?? { holder, kind, variable, bytes: 0, functions: /* @__PURE__ */ new Map() };
    held2.set(key, known);
    known.bytes += size;
    if (isOutermost) count(graph, known.functions, node2);
  }
  return { groups: [...held2.values()], total };
}
function count(graph, functions, node2) {
  const place = graph.place(node2);
  if (place === null) return;
  const key = `${place.file}:${place.line}`;
  const known = functions.get(key);
  if (known === void 0) functions.set(key, { ...place, name: graph.name(node2), count: 1 });
  else known.count++;
}
function variableOf2(graph, { edge, parent }, node2) {
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
  const plain3 = name.replace(/^(?:async |new |bound )+/, "").replace(/^Object\.<anonymous>$|^<anonymous>$/, "(anonymous)").replace(/^Object\.<anonymous>\.(?=.)/, "");
  return plain3 === "" ? "(anonymous)" : plain3;
}
function plainFile(file) {
  if (file.startsWith("node:")) return file;
  const path = file.replace(/[?#].*$/, "").replaceAll("\\", "/");
  const from = path.lastIndexOf("/node_modules/");
  const short = from < 0 ? path.slice(path.lastIndexOf("/") + 1) : path.slice(from + "/node_modules/".length);
  return short.replace(hashes, "$1*");
}
var hashes = /([.-])(?=[^./-]*\d)[0-9A-Za-z_]{8,}(?=(?:-[0-9A-Za-z_]{8,})*(?:\.\w+)*\.[cm]?js$)/g;

// src/runtimes/node/source/locate.ts
import { readFileSync as readFileSync4, statSync as statSync2 } from "node:fs";
import { dirname as dirname6, join as join13 } from "node:path";

// src/runtimes/source-path.ts
import { realpathSync as realpathSync2 } from "node:fs";
import { relative as relative2, sep as sep2 } from "node:path";
function realPath(path) {
  try {
    return realpathSync2(path);
  } catch {
    return path;
  }
}
function below2(root, path) {
  const inside = relative2(root, path);
  return inside === "" || inside.startsWith("..") ? null : inside.replaceAll(sep2, "/");
}

// src/runtimes/node/source/called.ts
var route = /\.(get|post|put|patch|delete|head|options|all|route)\(\s*(['"`])([/*][^'"`\s]{0,80})\2/i;
var listener = /\.(on|once|addListener|prependListener|addEventListener|subscribe)\(\s*(['"`])([\w:.$-]{1,40})\2/;
var callback = /([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,2})\(\s*(?:[^()]*,\s*)?(?:async\s*)?(?:function\b|\(?[\w$,\s{}]*\)?\s*=>)/;
var openedBefore = 4;
var farthest = 400;
var longestLine = 300;
function calledAt(lines, line) {
  const own = lines[line - 1];
  if (own === void 0 || own.length > longestLine) return null;
  return registeredBy(lines, line) ?? around(lines, line) ?? givenTo(own) ?? shown(own);
}
var registeredBy = (lines, line) => registeredIn(lines[line - 1] ?? "") ?? registeredIn(openCall(lines.slice(Math.max(0, line - openedBefore), line).join("\n")));
function registeredIn(text) {
  const [, verb = "", , path] = route.exec(text) ?? [];
  if (path !== void 0) return `${verb.toUpperCase()} ${plain(path)}`;
  const event = listener.exec(text)?.[3];
  return event === void 0 ? null : `on ${event}`;
}
function openCall(text) {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ")") depth++;
    if (text[at] === "(" && --depth < 0 && /\.\w+$/.test(text.slice(0, at)))
      return text.slice(text.lastIndexOf("\n", at) + 1);
  }
  return "";
}
function around(lines, line) {
  let indent = indentOf(lines[line - 1] ?? "");
  for (let at = line - 2; at >= Math.max(0, line - farthest) && indent > 0; at--) {
    const text = lines[at] ?? "";
    if (text.trim() === "" || text.length > longestLine || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    const known = registeredBy(lines, at + 1);
    if (known !== null) return known;
    if (/\bfunction\s+\w+|^\s*(?:async\s+)?\w+\s*\([^)]*\)\s*\{$/.test(text)) return null;
  }
  return null;
}
var indentOf = (text) => text.length - text.trimStart().length;
function givenTo(text) {
  const call = callback.exec(text)?.[1];
  return call === void 0 || /^(?:if|for|while|switch|return|function)$/.test(call) ? null : `callback of ${call}`;
}
var shown = (text) => `anonymous \`${plain(text.trim().slice(0, 40))}\``;
var plain = (text) => text.replaceAll("*", "\u2026").replaceAll("`", "'");

// src/runtimes/node/source/source-map.ts
import { readFileSync as readFileSync3, statSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname as dirname5, join as join12, resolve as resolve2 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
var mostBytes2 = 32 * 2 ** 20;
function sourceLinesOf(file) {
  try {
    const found = /^\/\/[#@] *sourceMappingURL=(\S+)\s*$/m.exec(endOf(file))?.[1];
    if (found === void 0) return null;
    const text = found.startsWith("data:") ? inlineMap(found) : beside(file, found);
    return text === null ? null : linesOf(file, text);
  } catch {
    return null;
  }
}
function endOf(file) {
  if (statSync(file).size > mostBytes2) return "";
  const text = readFileSync3(file, "utf8");
  return text.slice(text.lastIndexOf("sourceMappingURL=") - 8);
}
var inlineMap = (url) => {
  const [, data] = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.+)$/.exec(url) ?? [];
  return data === void 0 ? null : Buffer.from(data, "base64").toString("utf8");
};
function beside(file, url) {
  const path = join12(dirname5(file), decodeURIComponent(url));
  return /^[a-z]+:/i.test(url) || statSync(path).size > mostBytes2 ? null : readFileSync3(path, "utf8");
}
var pathFrom = (directory, sourceRoot, source4) => source4.startsWith("file://") ? fileURLToPath2(source4) : resolve2(directory, sourceRoot, source4);
var nearby = 3;
function linesOf(file, text) {
  const { sourceRoot = "", ...payload } = JSON.parse(text);
  const map = new SourceMap(payload);
  const place = ({ originalLine, originalSource }) => ({
    path: pathFrom(dirname5(file), sourceRoot, originalSource),
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

// src/runtimes/node/source/locate.ts
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
    const installed2 = installedPackage(path);
    if (installed2) {
      const version = versionIn(installed2.directory);
      return { origin: "dependency", package: installed2.name, version, path: inside ?? installed2.path };
    }
    if (inside !== null) return { origin: "project", path: inside };
    return { origin: "dependency", package: dirname6(path), version: null, path: null };
  };
  const maps = /* @__PURE__ */ new Map();
  const written = (file, line) => {
    const lines = maps.get(file) ?? (maps.has(file) ? null : sourceLinesOf(file));
    maps.set(file, lines);
    const source4 = line > 0 ? lines?.(line) ?? null : null;
    const path = source4 === null ? null : below2(realRoot, realPath(source4.path));
    if (source4 === null || path === null || installedPackage(source4.path) !== null) return null;
    return { origin: "project", path, line: source4.line };
  };
  const texts = /* @__PURE__ */ new Map();
  const withName = (frame, file, place) => {
    const mapped = place.origin === "project" && place.line !== void 0;
    const source4 = mapped ? join13(realRoot, place.path) : file;
    const lines = texts.get(source4) ?? linesOf2(source4);
    texts.set(source4, lines);
    const called = calledAt(lines, mapped ? place.line : frame.line);
    return called === null ? place : { ...place, called };
  };
  return (frame) => {
    if (!frame.file.startsWith("/")) return { origin: "runtime" };
    const file = frame.file.replace(/[?#].*$/, "");
    const found = known.get(file) ?? locate2(file);
    known.set(file, found);
    const place = found.origin === "project" ? written(file, frame.line) ?? found : found;
    return nameless.test(frame.function) ? withName(frame, file, place) : place;
  };
}
var nameless = /^(?:async |new |bound )*(?:\(anonymous\)|<anonymous>)?$/;
function linesOf2(file) {
  try {
    return statSync2(file).size > mostRead ? [] : readFileSync4(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
var mostRead = 2e6;
function installedPackage(path) {
  const match = /^(.*\/)(node_modules\/((?:@[^/]+\/)?[^/]+))\/(.*)$/.exec(path);
  if (match === null) return null;
  const [, above3 = "", inModules = "", name = "", rest = ""] = match;
  return { name, directory: above3 + inModules, path: `${inModules}/${rest}` };
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

// src/runtimes/structure/braces.ts
function aroundInBraces(lines, line, words2) {
  const openers = openersAround(lines, line);
  const inner = openers.slice(0, untilHolder(lines, openers, words2));
  const functions = inner.filter(({ 0: from }) => words2.functions.test(lines[from - 1] ?? ""));
  return functions.at(-1) ?? inner.at(-1) ?? statementAt(lines, line, words2);
}
function untilHolder(lines, openers, { holds }) {
  const holder = openers.findIndex(([from]) => holds.test(lines[from - 1] ?? ""));
  return holder < 0 ? openers.length : holder;
}
function openersAround(lines, line) {
  const found = [];
  const start = textAt(lines, line) === "" ? above2(lines, line) : line;
  let indent = indentOf2(lines, start) + (opens(lines, start) || closes(lines, start) ? 1 : 0);
  const first = closes(lines, start) && !opens(lines, start) ? start - 1 : start;
  for (let at = first; at >= 1 && indent > 0; at--) {
    if (textAt(lines, at) === "" || indentOf2(lines, at) >= indent) continue;
    indent = indentOf2(lines, at);
    const end = opens(lines, at) ? closeOf(lines, at) : null;
    if (end !== null && end >= line) found.push([headOf(lines, at), end]);
  }
  return found;
}
function headOf(lines, at) {
  if (!closes(lines, at)) return at;
  const indent = indentOf2(lines, at);
  for (let up = at - 1; up >= 1; up--)
    if (textAt(lines, up) !== "" && indentOf2(lines, up) === indent && !closes(lines, up)) return up;
  return at;
}
function closeOf(lines, at) {
  const indent = indentOf2(lines, at);
  for (let down = at + 1; down <= lines.length; down++) {
    if (textAt(lines, down) === "" || indentOf2(lines, down) > indent) continue;
    if (indentOf2(lines, down) !== indent || !closes(lines, down)) return null;
    if (!opens(lines, down)) return down;
  }
  return null;
}
function statementAt(lines, line, { imports: imports2 }) {
  const text = lines[line - 1] ?? "";
  return text.trim() === "" || closes(lines, line) || imports2.test(text) ? null : [line, line];
}
var closes = (lines, at) => /^[)}\]]/.test(textAt(lines, at));
var opens = (lines, at) => /(?:[{([]|=>)$/.test(textAt(lines, at));
function above2(lines, line) {
  for (let up = line - 1; up >= 1; up--) if (textAt(lines, up) !== "") return up;
  return line;
}
var textAt = (lines, at) => (lines[at - 1] ?? "").trim();
var indentOf2 = (lines, at) => (lines[at - 1] ?? "").search(/\S|$/);

// src/runtimes/node/source/dependency-files.ts
var dependencyFiles2 = [
  { name: "package.json", read: manifestLine },
  { name: "package-lock.json", read: npmLine },
  { name: "npm-shrinkwrap.json", read: npmLine },
  { name: "yarn.lock", read: yarnLine },
  { name: "pnpm-lock.yaml", read: pnpmLine }
];
function manifestLine(lines, index) {
  const [, name, version] = /^\s+"([^"]+)":\s*"([^"]+)",?\s*$/.exec(lines[index] ?? "") ?? [];
  if (name === void 0 || version === void 0) return [];
  const block = enclosing(lines, index);
  const isPlace = /^(?:file|link|portal|workspace|git[^:]*|https?):/.test(version);
  const taken2 = [{ package: name, version: isPlace ? null : version }];
  return /[dD]ependencies$|^overrides$|^resolutions$/.test(block ?? "") ? taken2 : [];
}
function npmLine(lines, index) {
  const version = /^\s+"version":\s*"([^"]+)"/.exec(lines[index] ?? "")?.[1];
  const block = version === void 0 ? null : enclosing(lines, index);
  const name = block?.slice(block.lastIndexOf("node_modules/")).replace("node_modules/", "");
  return version === void 0 || !name ? [] : [{ package: name, version }];
}
function enclosing(lines, index) {
  const depth = (line) => line.length - line.trimStart().length;
  const own = depth(lines[index] ?? "");
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at] ?? "";
    if (line.trim() !== "" && depth(line) < own) return /^\s*"([^"]*)":\s*\{\s*$/.exec(line)?.[1] ?? null;
  }
  return null;
}
function yarnLine(lines, index) {
  const version = /^ {2}version:? "?([^"\s]+)"?\s*$/.exec(lines[index] ?? "")?.[1];
  if (version === void 0) return [];
  const header = lines.slice(0, index).findLast((line) => /^\S/.test(line)) ?? "";
  const name = /^"?((?:@[^/@"]+\/)?[^/@"]+)@/.exec(header)?.[1];
  return name === void 0 ? [] : [{ package: name, version }];
}
function pnpmLine(lines, index) {
  const key = /^ {2}'?\/?((?:@[^/@]+\/)?[^/@':]+)[@/](\d[^:('_\s]*)[^:]*:/.exec(lines[index] ?? "");
  const [, name, version] = key ?? [];
  return name === void 0 || version === void 0 ? [] : [{ package: name, version }];
}

// src/runtimes/node/source/source.ts
var modifiers = "(?:(?:export|default|async|static|public|private|protected)\\s+)*";
var words = {
  functions: new RegExp(
    `\\bfunction\\b|=>|^\\s*${modifiers}(?:get\\s+|set\\s+|\\*\\s*)?(?!(?:if|for|while|switch|catch|function|return|with)\\b)[\\w$#]+\\s*\\(`
  ),
  // A class, a suite of tests, the function that wraps a file.
  holds: /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\b|=\s*class\b|^\s*(?:describe|suite|context)\b|^[!(]|^define\(|^module\.exports\s*=/,
  imports: /^(?:import\b|(?:const|let|var)\s.*\brequire\()/
};
var source2 = {
  dependencyFiles: dependencyFiles2,
  installedPackages: /(?:^|\/)node_modules\//,
  generated: /^\/\/ Code generated .* DO NOT EDIT\.\r?$|^(?:\/\/|\/?\*+) *@generated\b/m,
  definitions: [
    new RegExp(`^${modifiers}(?:function\\s*\\*?|class|interface|type|const|let|var)\\s+([\\w$]+)`),
    new RegExp(
      `^${modifiers}(?!(?:if|for|while|switch|catch|function|return)\\b)([\\w$#]+)\\s*\\(.*\\)\\s*\\{$`
    )
  ],
  identifiers: (site4) => {
    const [first, ...more] = site4.replace(/ \(.*\)$/, "").match(/[\p{L}\p{N}_$]+/gu) ?? [];
    const all = more.length > 0 ? more : first === void 0 ? [] : [first];
    return all.filter((part) => part !== "anonymous");
  },
  withoutComments: withoutCommentsOfC,
  around: (lines, line) => aroundInBraces(lines, line, words),
  sources: /\.(?:[cm]?[jt]sx?|vue|svelte)$/,
  tests: /(?:^|\/)(?:__tests__|tests?|specs?)\/|[.-](?:test|spec)\.[cm]?[jt]sx?$/
};

// src/runtimes/node/test-command/refuse-tests.ts
import { readFile as readFile6 } from "node:fs/promises";
import { join as join14 } from "node:path";
var repeats = "node:test, vitest, jest and mocha";
async function refuseTests(command, directory) {
  const scripts = await scriptsIn(directory);
  const found = findTests(command, scripts);
  if (found?.kind === "repeatable" && found.command.includes("NODE_OPTIONS=") && !keepsOptions.test(command))
    throw replacedOptions(found.command);
  if (found?.kind === "refused") throw cannotRepeat(found.runner);
  if (found?.kind === "delegated" && leavesEnvironment.test(found.to)) throw elsewhere(found.to);
  if (found?.kind === "repeatable" && found.runner === "vitest" && await isInBrowser(directory))
    throw cannotRepeat("vitest in a browser");
}
var keepsOptions = /\$\{?NODE_OPTIONS/;
var replacedOptions = (command) => new InconclusiveError(
  "node-options",
  "`test` replaces the NODE_OPTIONS by which leakdiff enters the processes that it starts.",
  `Append to them instead: \`test: ${command}\`.`
);
var leavesEnvironment = /^(?:turbo|nx|rush|moon|wireit|bazel)$/;
var cannotRepeat = (runner) => new InconclusiveError(
  "test-runner",
  `Tests of ${runner} cannot be repeated in one process.`,
  `Measure the program instead (\`start\` and \`round\`), or a script that makes its rounds itself (\`run\`). leakdiff repeats tests of ${repeats}.`
);
var elsewhere = (runner) => new InconclusiveError(
  "test-runner",
  `${runner} runs the tests of packages in an environment of its own, or answers from its cache: they cannot be repeated through it.`,
  "Measure the packages themselves: a workload each, with `directory: packages/NAME`, and as `test` what the script of that package runs."
);
var configs = ["vitest.config", "vite.config", "vitest.workspace"].flatMap(
  (name) => ["ts", "mts", "js", "mjs"].map((ending) => `${name}.${ending}`)
);
async function isInBrowser(directory) {
  const texts = await Promise.all(configs.map((name) => textIn(directory, name)));
  return texts.some((text) => /\bbrowser\s*:\s*\{[^{}]*\benabled\s*:\s*true\b/.test(text));
}
var textIn = (directory, name) => readFile6(join14(directory, name), "utf8").catch(() => "");
async function scriptsIn(directory) {
  try {
    const { scripts } = JSON.parse(await textIn(directory, "package.json"));
    const entries = typeof scripts === "object" && scripts !== null ? Object.entries(scripts) : [];
    return Object.fromEntries(entries.filter(([, text]) => typeof text === "string"));
  } catch {
    return {};
  }
}

// src/runtimes/node/reaches.ts
import { extname } from "node:path";
var isText = (path) => /\.(?:mdx?|txt|png|svg|jpe?g|gif)$|(?:^|\/)(?:LICENSE|\.github\/)/i.test(path);
var isCode = (path) => /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path);
var isSetting = (path) => /(?:^|\/)(?:[^/]*config[^/]*|\.[^/]+)$/.test(path);
var isBuilt = (path) => /(?:^|\/)(?:dist|build|out|\.next)\//.test(path);
function reaches(files, changed) {
  const known = new Set(files);
  const endings2 = new Set(files.map((path) => extname(path)));
  if (files.length === 0 || files.some(isBuilt)) return true;
  return changed.some((path) => {
    if (isText(path)) return false;
    return !isCode(path) || isSetting(path) || !endings2.has(extname(path)) || known.has(path);
  });
}

// src/runtimes/node/tests.ts
var tests2 = {
  // A limit for one run of a file would end its repetition, and files in one process could not be told apart.
  command: (text) => text.replace(/\s--test-timeout(?:=|\s+)\d+/g, "").replace(/\s--(?:experimental-)?test-isolation(?:=|\s+)["']?none["']?/g, "").replace(/\s--test-force-exit\b/g, ""),
  connect: connectTests,
  repeats,
  reaches,
  tearDown: "an `after` hook",
  refused: (output) => refused(output),
  failures: (output) => Array.from(
    plain2(output).matchAll(/^ *FAIL +(?:\|[^|]*\| +|\S+ +(?=\S+\.[cm]?[jt]sx?\b))?(\S+)/gm),
    ([, name = ""]) => name
  )
};
var plain2 = (text) => text.replace(/\x1b\[[\d;]*m/g, "");

// src/runtimes/node/tools.ts
import { basename as basename6, join as join15 } from "node:path";
var managers = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)$/;
var managerScript = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)(-cli)?(\.(c|m)?js)?$/;
var managerFolder = /(?:^|\/)(\.yarn\/releases|corepack\/v?\d)\//;
var tools2 = {
  wraps: (program, script) => {
    if (managers.test(program)) return true;
    if (!/^(node|nodejs|bun)$/.test(program) || script === void 0) return false;
    return managerScript.test(basename6(script)) || managerFolder.test(script);
  },
  lists: { NODE_OPTIONS: { separator: " " } },
  missingPackage: (line) => {
    const [, name] = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(line) ?? [];
    return name === void 0 ? null : join15("node_modules", name);
  }
};

// src/runtimes/node/index.ts
var node = {
  name: "node",
  task: { one: "timer or handle", many: "timers and handles" },
  taskStack: "creation",
  recognise: recognise2,
  toolchain: toolchain2,
  instrument: async ({ directory, workload }) => {
    if (workload.form !== "test") return instrument(installedProbe());
    await refuseTests(workload.test, directory);
    return instrument(installedProbe(), directory);
  },
  socketPid: socketPid2,
  connect: connect2,
  tests: tests2,
  tools: tools2,
  parse: parse2,
  objectGraph: { is: isGraph, ofAny: true, retainers },
  site: site2,
  locator: locator2,
  floors: { "heap-bytes": 6e3, "heap-objects": 4, "external-bytes": 8192, tasks: 0.5, files: 0.5 },
  ignoreRules: ignoreRules2,
  advice: advice2,
  source: source2,
  onboarding: async () => (await import("./onboarding-RCD3RIQE.mjs")).onboarding,
  container: async () => (await import("./container-5OUGP4CZ.mjs")).container
};
async function recognise2(directory) {
  const names = await readdir4(directory).catch(() => []);
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
function parse2(fileName, bytes) {
  if (/\.tasks\.json$/.test(fileName)) return [parseTasks(bytes)];
  if (/\.files\.json$/.test(fileName)) return [{ ...parseTasks(bytes), quantity: "files", unit: "files" }];
  if (/\.heap\.json$|\.heapprofile$/.test(fileName)) return [parseHeap(bytes)];
  throw new FormatError(
    "not-this-format",
    `${fileName} is not a profile of Node.`,
    "Profiles of Node end in .heap.json, .tasks.json or .heapprofile."
  );
}

// src/runtimes/python/advice.ts
var advice3 = {
  next: [
    {
      of: ["tasks"],
      state: /^await asyncio\.sleep\b/,
      say: ["let the loop that sleeps end with its owner: keep the task, and cancel it then."]
    },
    {
      of: ["tasks"],
      state: /^await /,
      inProject: true,
      say: ({ at, who }) => [
        "set what ",
        who,
        " awaits",
        ...at,
        " on every way out, or keep the task and cancel it when its owner ends."
      ]
    },
    {
      of: ["tasks"],
      state: /^await /,
      say: ["keep the task, and cancel it when its owner ends."]
    },
    {
      of: ["tasks"],
      state: /^queue\./,
      inProject: true,
      say: ({ at, who }) => [
        "put a last item that tells ",
        who,
        ...at,
        " to end when its owner ends, and join the thread."
      ]
    },
    {
      of: ["tasks"],
      state: /^(?:threading|concurrent\.futures|queue)\b/,
      say: ["let the thread return when its owner ends: set what it waits for then, and join it."]
    },
    { of: ["tasks"], state: /^(?:socket|ssl|http|selectors|socketserver)\b/, say: closeConnection },
    {
      of: ["files", "memory"],
      holder: /\b(?:ClientSession|TCPConnector|AsyncClient|HTTPTransport|PoolManager|HTTPAdapter|Session → adapters)\b/,
      say: [
        "close the client session when its work ends: ",
        { code: "async with" },
        " or ",
        { code: "with" },
        " does it on every way out."
      ]
    },
    {
      of: ["memory"],
      holder: /\blru_cache\b/,
      say: [
        "give the cache a ",
        { code: "maxsize" },
        "; on a method its entries keep every ",
        { code: "self" },
        " that it was called with."
      ]
    },
    {
      of: ["memory"],
      holder: /(?:^|\. ?|→ )(?:\w+\.)?(?:_?callbacks|_?receivers|_?handlers|_?listeners|_?observers|_?subscribers)\b|→ (?:Signal|ModelSignal)\b/,
      say: ["disconnect the callback when its owner goes away."]
    },
    {
      of: ["memory"],
      holder: /\batexit\b|\b_?exitstack|ExitStack\b/i,
      say: [
        "what is registered for the end of the program stays until then: register it once, or unregister it."
      ]
    },
    {
      of: ["files"],
      say: ["close the file or socket on every way out: ", { code: "with" }, " does it, errors included."]
    }
  ],
  now: []
};

// src/runtimes/python/connect.ts
var { connect: connect3, connectTests: connectTests2, socketPid: socketPid3 } = lineProbes({
  title: "Python",
  socketName: /^py-(\d+)-[0-9a-f]+\.sock$/,
  hint: "Look at the program\u2019s own output: it may have ended, or an extension keeps Python\u2019s global lock.",
  countsObjects: false,
  tellsFiles: false
});

// src/runtimes/python/ignore-rules.ts
var leafIn = (pattern) => (stack) => pattern.test(stack.at(-1)?.file ?? "");
var ignoreRules3 = [
  {
    name: "import",
    reason: "Python keeps every module that was imported, once.",
    quantity: "heap-bytes",
    matches: leafIn(/^<frozen (?:importlib\.|zipimport)|\/importlib\/_bootstrap(?:_external)?\.py$/)
  },
  {
    name: "linecache",
    reason: "What prints a traceback keeps the lines of the source files in it.",
    quantity: "heap-bytes",
    matches: leafIn(/\/python3[^/]*\/(?:linecache|tokenize)\.py$/)
  },
  {
    name: "re",
    reason: "The module re keeps the last 512 patterns that it compiled.",
    quantity: "heap-bytes",
    matches: leafIn(/\/python3[^/]*\/(?:re\/_?\w+|sre_\w+|re)\.py$/)
  },
  {
    name: "typing",
    reason: "Types that are subscripted are kept, the last 128 of each kind.",
    quantity: "heap-bytes",
    matches: leafIn(/\/python3[^/]*\/typing\.py$/)
  }
];

// src/runtimes/python/instrument/toolchain.ts
import { execFile as execFile3 } from "node:child_process";
import { existsSync as existsSync4 } from "node:fs";
import { readdir as readdir5 } from "node:fs/promises";
import { join as join16 } from "node:path";
import { promisify as promisify3 } from "node:util";
var places2 = [".venv/bin/python", "venv/bin/python"];
var projectFiles = /^(?:pyproject\.toml|setup\.(?:py|cfg)|requirements[\w.-]*\.txt|Pipfile|uv\.lock|poetry\.lock)$/;
async function recognise3(directory) {
  const names = await readdir5(directory).catch(() => []);
  return names.some((name) => projectFiles.test(name) || name.endsWith(".py"));
}
async function toolchain3(directory) {
  const own = places2.map((place) => join16(directory, place)).find((path) => existsSync4(path));
  const candidates = own === void 0 ? ["python3", "python"] : [own];
  let cause;
  for (const program of candidates) {
    try {
      const { stdout, stderr } = await promisify3(execFile3)(program, ["--version"], { cwd: directory });
      return (stdout || stderr).trim();
    } catch (error) {
      cause = error;
    }
  }
  throw new UserError(
    own === void 0 ? `Neither \`python3\` nor \`python\` runs in ${directory}.` : `\`${own} --version\` does not run: the virtual environment is broken.`,
    own === void 0 ? "Install Python 3.9 or later before leakdiff runs (in a workflow: actions/setup-python)." : "Make the virtual environment anew in `setup`, and leave it out of the repository.",
    { cause }
  );
}

// src/runtimes/python/instrument/unreachable.ts
import { basename as basename7 } from "node:path";
var closing = {
  I: "which has Python ignore PYTHONPATH",
  E: "which has Python ignore PYTHONPATH",
  S: "which has Python import no sitecustomize"
};
function unreachable2(words2) {
  const [program = "", ...rest] = words2;
  if (!/^python[\d.]*t?$/.test(basename7(program))) return null;
  for (const [index, word] of rest.entries()) {
    if (!/^-[A-Za-z]/.test(word)) return null;
    const letter = /^-[bBdhiOPqRsuvx?]*([EIS])/.exec(word)?.[1];
    if (letter !== void 0)
      return {
        why: `it runs with -${letter}, ${closing[letter]}`,
        remedy: "Start it without -I, -E and -S while it is measured."
      };
    if (/^-[cm]/.test(word) || /^-[WX]$/.test(word) && index === rest.length - 1) return null;
    if (/^-[WX]$/.test(word)) return unreachable2([program, ...rest.slice(index + 2)]);
  }
  return null;
}

// src/runtimes/python/locate/locate.ts
import { dirname as dirname7 } from "node:path";

// src/runtimes/python/locate/distributions.ts
import { readdirSync as readdirSync2, readFileSync as readFileSync5 } from "node:fs";
import { join as join17 } from "node:path";
var normalized = (name) => name.toLowerCase().replace(/[-_.]+/g, "-");
function distributionsIn(folder) {
  const files = /* @__PURE__ */ new Map();
  const tops = /* @__PURE__ */ new Map();
  for (const entry of entriesOf(folder)) {
    const [, name = "", version = null] = /^(.+?)-([^-]+)(?:-[^-]+)?\.(?:dist|egg)-info$/.exec(entry) ?? [];
    if (name === "") continue;
    const distribution = { name: normalized(name), version };
    for (const path of recorded(join17(folder, entry, "RECORD"))) {
      files.set(path, distribution);
      const top = topOf(path);
      if (!tops.has(top)) tops.set(top, distribution);
    }
    for (const top of linesOf3(join17(folder, entry, "top_level.txt")))
      if (!tops.has(top)) tops.set(top, distribution);
  }
  return (path) => files.get(path) ?? tops.get(topOf(path)) ?? null;
}
var topOf = (path) => path.split("/")[0]?.replace(/\..*$/, "") ?? path;
var recorded = (path) => linesOf3(path).flatMap((line) => /^"?([^",]+\.(?:py|so))"?,/.exec(line)?.[1] ?? []);
function linesOf3(path) {
  try {
    return readFileSync5(path, "utf8").split(/\r?\n/).filter(Boolean);
  } catch {
    return [];
  }
}
function entriesOf(folder) {
  try {
    return readdirSync2(folder);
  } catch {
    return [];
  }
}

// src/runtimes/python/locate/site.ts
function site3({ function: name, file }) {
  return file === "" ? name : `${name} (${plainFile2(file)})`.trimStart();
}
function plainFile2(file) {
  if (!file.startsWith("/")) return file.replace(/\b0x[0-9a-f]+\b|\d+/g, "*");
  const path = file.replaceAll("\\", "/");
  const below3 = /^.*\/(?:(?:site|dist)-packages|python3(?:\.\d+t?|\d+\.zip))\/(.*)$/.exec(path)?.[1];
  if (below3 !== void 0) return below3;
  const parts = path.split("/");
  return parts.at(-1) === "__init__.py" ? parts.slice(-2).join("/") : parts.at(-1) ?? path;
}

// src/runtimes/python/locate/standard-library.ts
var installed = /\/(?:site|dist)-packages\//;
function isOfPython(file) {
  if (!file.startsWith("/")) return true;
  return /\/lib(?:64)?\/python3(?:\.\d+t?|\d+\.zip)\//.test(file) && !installed.test(file);
}
function moduleOf(file) {
  const frozen = /^<frozen ([\w.]+)>$/.exec(file)?.[1];
  const path = frozen ?? /\/python3(?:\.\d+t?|\d+\.zip)\/(.*)\.py$/.exec(file)?.[1] ?? "";
  return path.replaceAll("/", ".").replace(/\.__init__$/, "");
}
function stateOf(stack, kind, awaited) {
  const own = stack.findLastIndex((frame) => !isOfPython(frame.file));
  const called = stack[own + 1];
  if (called === void 0 || own < 0) return awaited === null ? kind : `await ${awaited}`;
  const module = moduleOf(called.file);
  const name = `${module === "asyncio.tasks" ? "asyncio" : module}.${called.function}`;
  return kind === "task" ? `await ${name}` : name;
}

// src/runtimes/python/locate/locate.ts
async function locator3({ root }) {
  const realRoot = realPath(root);
  const known = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  const locate2 = (file) => {
    if (isOfPython(file)) return ofPython(file);
    const path = realPath(file);
    const inside = below2(realRoot, path) ?? below2(root, file);
    const installed2 = installedPath(file) ?? installedPath(path);
    if (installed2 !== null) return dependency(installed2, inside);
    if (inside !== null) return { origin: "project", path: inside };
    return isOfPython(path) ? ofPython(path) : { origin: "dependency", package: dirname7(path), version: null, path: null };
  };
  const dependency = ({ folder, path }, inside) => {
    const find = folders.get(folder) ?? distributionsIn(folder);
    folders.set(folder, find);
    const found = find(path) ?? { name: path.split("/")[0]?.replace(/\.py$/, "") ?? path, version: null };
    return {
      origin: "dependency",
      package: found.name,
      version: found.version,
      path: inside ?? `site-packages/${path}`
    };
  };
  return ({ file }) => {
    const found = known.get(file) ?? locate2(file);
    known.set(file, found);
    return found;
  };
}
var ofPython = (file) => ({
  origin: "runtime",
  ...file.startsWith("/") ? { path: plainFile2(file) } : {}
});
function installedPath(path) {
  const [, folder, rest] = /^(.*\/(?:site|dist)-packages)\/(.+)$/.exec(path) ?? [];
  return folder === void 0 || rest === void 0 ? null : { folder, path: rest };
}

// src/runtimes/python/locate/functions.ts
import { readFileSync as readFileSync6 } from "node:fs";
function functionsIn(path) {
  try {
    return functionsOf(readFileSync6(path, "utf8"));
  } catch {
    return null;
  }
}
function functionsOf(source4) {
  const names = [];
  const open4 = [];
  for (const { indent, text, from, to } of logicalLines(source4.split(/\r?\n/))) {
    while ((open4.at(-1)?.indent ?? -1) >= indent) open4.pop();
    const head = /^(?:async[ \t]+)?(def|class)[ \t]+(\w+)/.exec(text);
    const outside = nameOf(open4);
    if (head !== null) {
      const [, keyword = "", name2 = ""] = head;
      const oneLine = from === to && !/:\s*(?:#.*)?$/.test(text);
      open4.push({ name: name2, isClass: keyword === "class", indent, from, oneLine });
    }
    const name = open4.at(-1)?.oneLine === true && head !== null ? nameOf(open4) : outside;
    for (let line = from; line <= to; line++) names[line] = name;
  }
  return (line) => names[line] ?? "<module>";
}
function nameOf(open4) {
  if (open4.length === 0) return "<module>";
  return open4.map(({ name, isClass }, index) => index === open4.length - 1 || isClass ? name : `${name}.<locals>`).join(".");
}
function* logicalLines(lines) {
  let started = null;
  let state = { depth: 0, quote: "", joined: false };
  for (const [index, line] of lines.entries()) {
    if (started === null) {
      const text = line.trimStart();
      if (text === "" || text.startsWith("#")) continue;
      started = { indent: width(line.slice(0, line.length - text.length)), text, from: index + 1 };
    }
    state = after(line, state);
    if (state.depth > 0 || state.quote !== "" || state.joined) continue;
    yield { ...started, to: index + 1 };
    started = null;
  }
  if (started !== null) yield { ...started, to: lines.length };
}
var width = (indent) => [...indent].reduce((at, character) => character === "	" ? (Math.floor(at / 8) + 1) * 8 : at + 1, 0);
var token = /\\.|'''|"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|#.*|[([{]|[)\]}]/g;
function after(line, { depth: before, quote: open4 }) {
  let depth = before;
  let quote = open4;
  let at = 0;
  while (at < line.length) {
    if (quote !== "") {
      const end = endOfText(line, quote, at);
      if (end < 0) return { depth, quote, joined: false };
      quote = "";
      at = end;
      continue;
    }
    token.lastIndex = at;
    const found = token.exec(line);
    if (found === null) break;
    const [text] = found;
    at = token.lastIndex;
    if (text === "'''" || text === '"""') quote = text;
    else if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth = Math.max(0, depth - 1);
    else if (text.startsWith("#")) return { depth, quote, joined: false };
  }
  return { depth, quote, joined: quote === "" && /\\$/.test(line) };
}
function endOfText(line, quote, from) {
  for (let at = from; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}

// src/runtimes/python/marshal.ts
function readMarshal(bytes) {
  const known = [];
  let at = 0;
  const need = (length) => {
    const from = at;
    at += length;
    if (length < 0 || at > bytes.length) throw broken("is cut short");
    return from;
  };
  const byte = () => bytes[need(1)] ?? 0;
  const integer = () => bytes.readInt32LE(need(4));
  const text = (length, encoding) => {
    const from = need(length);
    return bytes.toString(encoding, from, from + length);
  };
  const items = (count2) => {
    if (count2 < 0 || count2 > bytes.length) throw broken(`announces ${count2} items`);
    return new Array(count2);
  };
  const read = (depth) => {
    if (depth > deepest) throw broken("is nested too deeply");
    const code = byte();
    const kind = String.fromCharCode(code & 127);
    const slot = (code & 128) === 0 ? -1 : known.push(null) - 1;
    const value = readKind(kind, depth, slot);
    if (slot >= 0) known[slot] = value;
    return value;
  };
  const list = (count2, depth, slot) => {
    const values = items(count2);
    if (slot >= 0) known[slot] = values;
    for (let i = 0; i < count2; i++) values[i] = read(depth + 1);
    return values;
  };
  const readKind = (kind, depth, slot) => {
    switch (kind) {
      case "N":
        return null;
      case "i":
        return integer();
      case "l":
        return long(integer(), () => bytes.readUInt16LE(need(2)));
      case "z":
      case "Z":
        return text(byte(), "latin1");
      case "a":
      case "A":
        return text(integer(), "latin1");
      case "u":
      case "t":
        return text(integer(), "utf8");
      case ")":
        return list(byte(), depth, slot);
      case "(":
      case "[":
        return list(integer(), depth, slot);
      case "r": {
        const index = integer();
        if (index < 0 || index >= known.length) throw broken("refers to what is not there");
        return known[index] ?? null;
      }
      default:
        throw broken(`holds a value of an unknown kind (${JSON.stringify(kind)})`);
    }
  };
  return read(0);
}
var deepest = 16;
function long(count2, digit) {
  let value = 0;
  for (let i = 0; i < Math.abs(count2); i++) value += digit() * 2 ** (15 * i);
  return count2 < 0 ? -value : value;
}
var broken = (what) => new FormatError(
  "broken",
  `This file of Python's memory ${what}.`,
  "Check whether the disk is full, and run again."
);

// src/runtimes/python/parse.ts
function parse3(fileName, bytes) {
  if (fileName.endsWith(".tasks.json")) return [parseTasks2(bytes)];
  if (fileName.endsWith(".heap.marshal")) return [parseHeap2(bytes)];
  if (fileName.endsWith(".holders.json")) return [];
  throw new FormatError(
    "not-this-format",
    `${fileName} is not a profile of Python.`,
    "Profiles of Python end in .heap.marshal or .tasks.json."
  );
}
function parseHeap2(bytes) {
  const traces = readMarshal(bytes);
  if (!Array.isArray(traces)) throw broken2();
  const byStack = /* @__PURE__ */ new Map();
  let total = 0;
  for (const trace of traces) {
    if (!isList(trace)) throw broken2();
    const [, size, stack = null] = trace;
    if (typeof size !== "number" || !isList(stack)) throw broken2();
    const group = byStack.get(stack);
    total += size;
    if (group === void 0) byStack.set(stack, { value: size, count: 1 });
    else {
      group.value += size;
      group.count++;
    }
  }
  const named = framesByLine();
  const samples = [...byStack].flatMap(([stack, { value, count: count2 }]) => {
    const frames = stack.map(named);
    return frames.some(isOurs) ? [] : [{ stack: frames.reverse(), value, attributes: { count: count2 } }];
  });
  return { quantity: "heap-bytes", unit: "bytes", exact: true, total, samples };
}
var isList = (value) => Array.isArray(value);
var isOurs = ({ file }) => /\/leakdiff_probe\/\w+\.py$/.test(file);
function framesByLine() {
  const files = /* @__PURE__ */ new Map();
  const frames = /* @__PURE__ */ new Map();
  return (row) => {
    if (!isList(row)) throw broken2();
    const [file, line] = row;
    if (typeof file !== "string" || typeof line !== "number") throw broken2();
    const key = `${line} ${file}`;
    const known = frames.get(key);
    if (known !== void 0) return known;
    const functions = files.get(file) ?? (files.has(file) ? null : functionsIn(file));
    files.set(file, functions);
    const frame = { function: functions?.(line) ?? "", file, line };
    frames.set(key, frame);
    return frame;
  };
}
function parseTasks2(bytes) {
  const rows = rowsOf(bytes);
  const samples = rows.map(toTask);
  const total = samples.reduce((sum, { value }) => sum + value, 0);
  return { quantity: "tasks", unit: "tasks", exact: true, total, samples };
}
function rowsOf(bytes) {
  let file;
  try {
    file = JSON.parse(bytes.toString());
  } catch {
    throw brokenTasks();
  }
  const { format, tasks } = file ?? {};
  if (format !== "leakdiff-python-tasks" || !Array.isArray(tasks)) throw brokenTasks();
  return tasks;
}
function toTask(row) {
  if (!Array.isArray(row)) throw brokenTasks();
  const [value, kind, frames, awaited, ids, creator] = row;
  if (typeof value !== "number" || typeof kind !== "string") throw brokenTasks();
  const stack = toStack(frames);
  const named = stack.length > 0 ? stack : [{ function: `(${kind})`, file: "", line: 0 }];
  const state = stateOf(named, kind, typeof awaited === "string" ? awaited : null);
  const known = Array.isArray(ids) && ids.every(Number.isSafeInteger) ? { ids, ancestry: creator === null ? [] : [toStack(creator)] } : {};
  return { stack: named, value, attributes: { state, ...known } };
}
function toStack(rows) {
  if (!Array.isArray(rows)) throw brokenTasks();
  return rows.map((row) => {
    const [name, file, line] = Array.isArray(row) ? row : [];
    if (typeof name !== "string" || typeof file !== "string" || typeof line !== "number") throw brokenTasks();
    return { function: name, file, line };
  });
}
var broken2 = () => new FormatError(
  "broken",
  "This file of Python\u2019s memory is not in the form that leakdiff writes.",
  "Take the profile again."
);
var brokenTasks = () => new FormatError("broken", "This list of Python\u2019s tasks is damaged.", "Take the profile again.");

// src/runtimes/python/retainers.ts
import { readFile as readFile7 } from "node:fs/promises";
var objectGraph = {
  is: (path) => path.endsWith(".holders.json"),
  retainers: retainers2
};
async function retainers2(path) {
  const { format, holders } = parsed(await readFile7(path, "utf8"));
  if (format !== "leakdiff-python-holders" || !Array.isArray(holders)) throw broken3();
  return holders.map((row) => {
    const [chain, share] = Array.isArray(row) ? row : [];
    if (typeof chain !== "string" || typeof share !== "number") throw broken3();
    return { path: chain, share };
  });
}
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw broken3();
  }
}
var broken3 = () => new FormatError("broken", "What Python\u2019s probe tells of holders is damaged.", "Run it again.");

// src/runtimes/python/source/dependency-files.ts
var dependencyFiles3 = [
  { name: "pyproject.toml", read: projectLine },
  { name: "Pipfile", read: tableLine },
  { name: /(?:^|\/)(?:requirements|constraints)[\w.-]*\.in$/, read: requirementLine },
  { name: /(?:^|\/)(?:requirements|constraints)(?:[\w.-]*|\/[^/]+)\.txt$/, read: requirementLine },
  { name: "setup.cfg", read: requirementLine },
  { name: "uv.lock", read: packageLine },
  { name: "poetry.lock", read: packageLine },
  { name: "pdm.lock", read: packageLine },
  { name: "Pipfile.lock", read: pipenvLine }
];
function requirement(text) {
  const [, name, rest = ""] = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/.exec(text) ?? [];
  if (name === void 0 || !/^(?:$|[<>=!~@;(#,\\])/.test(rest)) return [];
  const version = /^\(?\s*(?:===?|~=|>=)\s*([^\s,;)\\#]+)/.exec(rest)?.[1] ?? null;
  return [{ package: normalized(name), version }];
}
function requirementLine(lines, index) {
  return requirement(lines[index] ?? "");
}
function projectLine(lines, index) {
  const line = lines[index] ?? "";
  const quoted = [...line.matchAll(/(["'])((?:(?!\1).)+)\1/g)].map(([, , text = ""]) => text);
  const [, key] = /^\s*([\w-]+)\s*=\s*\[/.exec(line) ?? [];
  const list = key ?? enclosingList(lines, index);
  const inList = list !== null && (/dependencies$/.test(list) || isDependencyTable(tableOf(lines, index)));
  return inList ? quoted.flatMap(requirement) : tableLine(lines, index);
}
function tableLine(lines, index) {
  const [, name, value = ""] = /^\s*"?([A-Za-z0-9][\w.-]*)"?\s*=\s*(.+)$/.exec(lines[index] ?? "") ?? [];
  if (name === void 0 || name === "python" || !isDependencyTable(tableOf(lines, index))) return [];
  const stated = /^["']|version\s*=\s*["']/.test(value);
  const version = stated ? /["'][\^~=<>! ]*(\d[^"',\s]*)/.exec(value)?.[1] ?? null : null;
  return [{ package: normalized(name), version }];
}
var isDependencyTable = (table) => /(?:^|\.)(?:dev-|optional-)?dependencies$|^dependency-groups$|^(?:dev-)?packages$/.test(table);
function enclosingList(lines, index) {
  for (let at = index - 1; at >= 0; at--) {
    const line = (lines[at] ?? "").trim();
    if (line.startsWith("[") || line.startsWith("]")) return null;
    const [, key] = /^"?([\w-]+)"?\s*=\s*\[[^\]]*$/.exec(line) ?? [];
    if (key !== void 0) return key;
  }
  return null;
}
function tableOf(lines, index) {
  const header = lines.slice(0, index).findLast((line) => /^\s*\[/.test(line)) ?? "";
  return /^\s*\[+([^\]]+)\]/.exec(header)?.[1]?.trim() ?? "";
}
function packageLine(lines, index) {
  const version = /^version = "([^"]+)"/.exec(lines[index] ?? "")?.[1];
  if (version === void 0) return [];
  const block = lines.slice(lines.slice(0, index).lastIndexOf("[[package]]") + 1, index);
  const name = block.flatMap((line) => /^name = "([^"]+)"/.exec(line)?.[1] ?? []).at(-1);
  return name === void 0 ? [] : [{ package: normalized(name), version }];
}
function pipenvLine(lines, index) {
  const [, indent = "", version] = /^(\s+)"version":\s*"==([^"]+)"/.exec(lines[index] ?? "") ?? [];
  if (version === void 0) return [];
  const header = lines.slice(0, index).findLast((line) => line.search(/\S/) < indent.length && /\S/.test(line));
  const name = /^\s*"([^"]+)":\s*\{/.exec(header ?? "")?.[1];
  return name === void 0 ? [] : [{ package: normalized(name), version }];
}

// src/runtimes/python/source/imports.ts
function packagesUsed(source4, line) {
  const used = new Set((source4.split(/\r?\n/)[line - 1] ?? "").match(/[A-Za-z_]\w*/g) ?? []);
  const found = importedNames(source4).filter(({ names }) => names.some((name) => used.has(name)));
  return [...new Set(found.map(({ module }) => normalized(module.split(".")[0] ?? module)))];
}
function importedNames(source4) {
  const from = [...source4.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#(]+)/gm)];
  const whole = [...source4.matchAll(/^[ \t]*import[ \t]+([^\n#]+)/gm)];
  return [
    ...from.map(([, module = "", names = ""]) => ({
      module,
      names: names.replace(/[()]|#.*$/gm, "").split(",").map(calledAs)
    })),
    ...whole.flatMap(
      ([, modules = ""]) => modules.split(",").map((part) => {
        const [module = ""] = part.trim().split(/\s+/);
        const called = calledAs(part);
        return { module, names: [called.split(".")[0] ?? called] };
      })
    )
  ].filter(({ module }) => module !== "" && !module.startsWith("."));
}
var calledAs = (part) => part.trim().split(/\s+as\s+/).at(-1)?.trim() ?? "";

// src/runtimes/python/source/structure.ts
function withoutComments2(text) {
  const blank = (token2) => token2.replace(/[^\n]/g, " ");
  return text.replace(/^[ \t]*[rR]?("""|''')[\s\S]*?\1[ \t]*$/gm, blank).replace(tokens, (token2) => token2.startsWith("#") ? blank(token2) : token2);
}
var tokens = /("""|''')[\s\S]*?\1|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g;
function around2(lines, line) {
  const at = nonBlank(lines, line);
  let found = isDef(lines, at) ? at : null;
  let indent = indentOf3(lines, at) + (/^\s*[)\]}]/.test(lines[at - 1] ?? "") ? 1 : 0);
  for (let up = at - 1; up >= 1 && indent > 0; up--) {
    if (isBlank(lines, up) || indentOf3(lines, up) >= indent) continue;
    indent = indentOf3(lines, up) + (/^\s*[)\]}]/.test(lines[up - 1] ?? "") ? 1 : 0);
    if (/^\s*class\b/.test(lines[up - 1] ?? "")) break;
    if (isDef(lines, up)) found = up;
  }
  if (found === null) return statementAt2(lines, line);
  const end = endOf2(lines, found);
  return end >= line ? [found, end] : null;
}
function endOf2(lines, from) {
  const indent = indentOf3(lines, from);
  let end = from;
  for (let down = from + 1; down <= lines.length; down++) {
    if (isBlank(lines, down)) continue;
    if (indentOf3(lines, down) <= indent && !/^\s*[)\]}]/.test(lines[down - 1] ?? "")) break;
    end = down;
  }
  return end;
}
function statementAt2(lines, line) {
  const text = lines[line - 1] ?? "";
  return /^(?:\s|$|import\b|from\b|[)\]}])/.test(text) ? null : [line, line];
}
function nonBlank(lines, line) {
  for (let up = line; up >= 1; up--) if (!isBlank(lines, up)) return up;
  return line;
}
var isDef = (lines, at) => /^\s*(?:async\s+)?def\b/.test(lines[at - 1] ?? "");
var isBlank = (lines, at) => (lines[at - 1] ?? "").trim() === "";
var indentOf3 = (lines, at) => (lines[at - 1] ?? "").search(/\S|$/);

// src/runtimes/python/source/source.ts
var source3 = {
  dependencyFiles: dependencyFiles3,
  installedPackages: /(?:^|\/)(?:site|dist)-packages\//,
  generated: /^# Code generated .* DO NOT EDIT\.\r?$|^# *@generated\b|^# Generated by .*DO NOT EDIT/m,
  definitions: [/^(?:async\s+)?def\s+(\w+)/, /^class\s+(\w+)/, /^(\w+)\s*(?::[^=]+)?=(?!=)/],
  identifiers: (site4) => {
    const names = site4.replace(/ \(.*\)$/, "").replace(/<\w+>\.?/g, "").match(/[\p{L}\p{N}_]+/gu);
    return names?.slice(-1) ?? [];
  },
  withoutComments: withoutComments2,
  around: around2,
  sources: /\.pyw?$/,
  tests: /(?:^|\/)(?:tests?\/|test_[^/]*\.py$|[^/]*_test\.py$|conftest\.py$)/,
  packagesUsed
};

// src/runtimes/python/tests.ts
var tests3 = {
  repeats: "pytest and unittest",
  tearDown: "fixtures of the whole session",
  // A limit for one run of a test would end its repetition.
  command: (text) => text.replace(/\s--session-timeout(?:=|\s+)\S+/g, ""),
  connect: connectTests2,
  refused: (output) => output.includes("leakdiff: tests of pytest --forked") ? "pytest --forked" : null,
  failures: (output) => [
    ...new Set(Array.from(output.matchAll(/^(?:FAILED|ERROR) (\S+?\.py)\b/gm), ([, name = ""]) => name))
  ]
};

// src/runtimes/python/tools.ts
import { basename as basename8 } from "node:path";
var managers2 = /^(?:pip|pip3|pipx|pipenv|poetry|uv|uvx|hatch|pdm|rye|tox|nox|virtualenv|venv|ensurepip)$/;
var tools3 = {
  wraps: (program, script) => managers2.test(program) || /^(?:python|pypy)[\d.]*$/.test(program) && script !== void 0 && managers2.test(basename8(script)),
  // The first sitecustomize on it is the one that is taken; it hands over to the user's.
  lists: { PYTHONPATH: { separator: ":", oursFirst: true } }
};

// src/runtimes/python/index.ts
var python = {
  name: "python",
  task: { one: "task", many: "tasks" },
  taskStack: "running",
  recognise: recognise3,
  toolchain: toolchain3,
  instrument: instrument2,
  socketPid: socketPid3,
  connect: connect3,
  tests: tests3,
  tools: tools3,
  parse: parse3,
  unreachable: unreachable2,
  objectGraph,
  // What nothing is traced for, nothing is told of.
  profiled: (stage) => stage === "first" ? ["tasks"] : ["tasks", "heap-bytes"],
  site: site3,
  locator: locator3,
  floors: {
    "heap-bytes": 4e3,
    "heap-objects": 64,
    "external-bytes": 4e3,
    tasks: 0.5,
    files: 0.5
  },
  ignoreRules: ignoreRules3,
  advice: advice3,
  source: source3,
  onboarding: async () => (await import("./onboarding-XE4ZMVNO.mjs")).onboarding,
  container: async () => (await import("./container-JA62E6QG.mjs")).container()
};

// src/runtimes/index.ts
var runtimes = { go, node, python };
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
var definitions = Object.values(runtimes).flatMap(({ source: source4 }) => source4.definitions);
var everyTools = Object.values(runtimes).map((runtime2) => runtime2.tools);
var tools4 = {
  wraps: (program, script) => everyTools.some(({ wraps }) => wraps(program, script)),
  lists: Object.assign({}, ...everyTools.map(({ lists }) => lists)),
  missingPackage: (line) => everyTools.map(({ missingPackage }) => missingPackage?.(line) ?? null).find((path) => path !== null) ?? null
};

export {
  refusedCode,
  runtimes,
  recogniseRuntime,
  definitions,
  tools4 as tools
};
