import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  dumpLimit,
  parseGoroutineText,
  parseHeap,
  parsePprof,
  parseTasks,
  readHeapGraph
} from "./chunk-Y7JNUQT4.mjs";
import {
  commandOf
} from "./chunk-RVZLFQ7D.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  instrument,
  markerPid,
  traceIn
} from "./chunk-6L7WJVIJ.mjs";
import {
  findTests,
  refused
} from "./chunk-4SCVFKWV.mjs";
import {
  installedProbe,
  instrument as instrument2
} from "./chunk-3ZYOUTEN.mjs";
import {
  instrument as instrument3
} from "./chunk-PRUK76QJ.mjs";
import {
  timeLimits
} from "./chunk-HHKBPYBW.mjs";
import {
  hasMain,
  probeFile,
  readOverlay,
  writeOverlay
} from "./chunk-WQJLFMES.mjs";
import {
  ConfigError,
  FormatError,
  InconclusiveError,
  UserError
} from "./chunk-EEIPMXOZ.mjs";
import {
  withoutComments
} from "./chunk-FQHBGW23.mjs";

// src/runtimes/go/advice/library.ts
var held = ["files", "threads", "memory"];
var channel = /^(?:chan receive|select)/;
var cancel = ({ through: through2 }) => [
  "call what ",
  through2,
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
    ", on every way out of what owns it."
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
  const names2 = await readdir(directory).catch(() => []);
  if (names2.includes("go.mod") || names2.includes("go.work")) return true;
  return names2.some((name2) => name2.endsWith(".go")) && await above(directory, "go.mod") !== null;
}
async function above(directory, name2) {
  for (let at = directory; ; at = dirname(at)) {
    if (await exists(join(at, name2))) return join(at, name2);
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
  const said2 = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
  return new InconclusiveError(
    "go-command",
    `\`go ${args[0]}\` fails in ${directory}: ${said2.slice(-2e3)}`,
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
  const type2 = answer.headers["content-type"] ?? "";
  return type2.includes("text/html") || /^\s*<(?:!doctype|html)/i.test(body.toString("latin1", 0, 256));
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
  const [name2 = "", query = ""] = path.split("?");
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${name2}`;
  for (const [key, value] of new URLSearchParams(query)) url.searchParams.set(key, value);
  return url;
}
function heapTotals(text) {
  const figure = (name2) => {
    const value = new RegExp(`^# ${name2} = (\\d+)$`, "m").exec(text)?.[1];
    if (value === void 0) throw notPprof(`its end has no ${name2}`);
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
  const whole = (name2) => {
    const value = answer[name2];
    if (typeof value === "number" && Number.isSafeInteger(value)) return value;
    throw silent(path, `gave no figure for ${name2}`);
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
var isRuntime = (name2) => /^(?:runtime\.|(?:internal\/runtime|runtime\/internal)\/)/.test(name2);
var isProfiler = (name2) => /^net\/http\/pprof\./.test(name2) || /^runtime\/pprof\.(?:StartCPUProfile|\(\*Profile\)\.WriteTo|\(\*profileBuilder\)\.|newProfileBuilder|profileWriter|[wW]rite[A-Z]|print[A-Z])/.test(
  name2
);
var some = (test) => (stack) => stack.some((frame) => test(frame.function));
var every = (test) => (stack) => stack.length > 0 && stack.every((frame) => test(frame.function));
var ignoreRules = [
  {
    name: "leakdiff-probe",
    reason: "The goroutine by which leakdiff measures, and what it allocates; they are not in the totals either.",
    quantity: "any",
    matches: some((name2) => probeName.test(name2))
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
    matches: some((name2) => name2.startsWith("github.com/onsi/ginkgo/v2/internal/interrupt_handler."))
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
  for (const name2 of ["GNUmakefile", "makefile", "Makefile"]) {
    const text = await readFile(join4(directory, name2), "utf8").catch(() => null);
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
function flagValue(flags, name2) {
  const values = flags.flatMap((flag) => {
    const [, key, value = ""] = /^--?([^=]+)(?:=(.*))?$/s.exec(flag) ?? [];
    return key === name2 ? [value] : [];
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
    suites.map(async ({ path, source: source5 }) => {
      const variable = await variableOf(dirname2(path));
      if (variable === null) return [];
      return [{ path: join6(dirname2(path), "zz_leakdiff_ginkgo_test.go"), text: resetting(source5, variable) }];
    })
  );
  return added.flat();
}
async function suitesBelow(directory) {
  const entries = await readdir2(directory, { withFileTypes: true }).catch(() => []);
  const tests5 = entries.filter((entry) => entry.isFile() && entry.name.endsWith("_test.go"));
  const folders = entries.filter((entry) => entry.isDirectory() && !isLeftOut(entry.name));
  const files = await Promise.all(
    tests5.map(async ({ name: name2 }) => {
      const path = join6(directory, name2);
      return { path, source: await readFile2(path, "utf8").catch(() => "") };
    })
  );
  const suite = files.find(({ source: source5 }) => imports.test(source5) && runs.test(source5));
  const below3 = await Promise.all(folders.map(({ name: name2 }) => suitesBelow(join6(directory, name2))));
  return [...suite === void 0 ? [] : [suite], ...below3.flat()];
}
var isLeftOut = (name2) => /^[._]|^(?:testdata|vendor|node_modules)$/.test(name2);
async function variableOf(directory) {
  const place = await ginkgoIn(directory);
  const source5 = place === null ? "" : await readFile2(join6(place, "core_dsl.go"), "utf8").catch(() => "");
  if (!source5.includes("global.PushClone()")) return null;
  if (/\bif global\.SuiteDidRun \{/.test(source5))
    return "github.com/onsi/ginkgo/v2/internal/global.SuiteDidRun";
  return /\bif suiteDidRun \{/.test(source5) ? "github.com/onsi/ginkgo/v2.suiteDidRun" : null;
}
async function ginkgoIn(directory) {
  try {
    const found = await runGo(directory, ["list", "-find", "-f", "{{.Dir}}", "github.com/onsi/ginkgo/v2"]);
    return found.trim();
  } catch {
    return null;
  }
}
function resetting(source5, variable) {
  const name2 = /^package\s+(\w+)/m.exec(source5)?.[1] ?? "";
  const constraints = source5.match(/^\/\/go:build .*$/m)?.[0] ?? "";
  return `${constraints}

package ${name2}

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
  for (const [name2, text] of Object.entries(files)) {
    await writeFile3(join7(folder, name2), text);
    ours.push([join7(testing, name2), join7(folder, name2)]);
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
function repeatable(name2, source5, version) {
  return changes[name2].reduce((text, [known4, ours]) => {
    if (text.split(known4).length === 2) return text.replace(known4, () => ours);
    throw new InconclusiveError(
      "unknown-testing",
      `leakdiff does not know the package testing of ${version}: it does not hold \`${known4}\` once.`,
      "Use a newer leakdiff, or measure a program instead of its tests (`start` and `round`)."
    );
  }, source5);
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
    const source5 = readFileSync(path, "utf8");
    return hasMain(source5) ? [{ path, source: source5 }] : [];
  });
}
function* sourcesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join8(directory, entry.name);
    if (entry.isDirectory() && !isInstalled(entry)) yield* sourcesBelow(path);
    else if (entry.isFile() && /(?<!_test)\.go$/.test(entry.name)) yield path;
  }
}
var isInstalled = ({ name: name2 }) => name2 === ".git" || name2 === "node_modules" || name2 === "vendor";
function repositoryOf(directory) {
  for (let at = directory; at !== dirname3(at); at = dirname3(at)) if (existsSync(join8(at, ".git"))) return at;
  return directory;
}

// src/runtimes/go/instrument.ts
var sampling = { first: 16384, confirm: 4096 };
var ancestors = "tracebackancestors=10";
var diagnostic = (goal) => `memprofilerate=${heapBytes[goal]},${ancestors}`;
var heapBytes = { holders: 512, openers: 64 };
async function instrument4(request) {
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
    const source5 = path.endsWith(".go") && existsSync2(target) ? readFileSync2(target, "utf8") : "";
    return hasMain(source5) ? [{ path, source: source5, target }] : [];
  });
  return [...programs.filter(({ path }) => !(path in users)), ...shown2];
}
function refuseChanged({ path, source: source5, target = path }) {
  const now = readFileSync2(target, "utf8");
  if (now.replace(/\s+/g, "") === source5.replace(/\s+/g, "")) return;
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
function withoutShapes(name2) {
  let kept = "";
  let depth = 0;
  for (const character of name2) {
    if (character === "[") depth++;
    if (depth === 0) kept += character;
    if (character === "]" && depth > 0) depth--;
  }
  return kept;
}
function packageOf(name2) {
  const plain4 = withoutShapes(name2);
  const dot = plain4.indexOf(".", plain4.lastIndexOf("/", firstParenthesis(plain4)) + 1);
  return readable(dot < 0 ? plain4 : plain4.slice(0, dot));
}
function readable(name2) {
  if (!name2.includes("%")) return name2;
  return name2.replace(/(?:%[0-9a-f]{2})+/g, (escaped) => {
    try {
      const text = decodeURIComponent(escaped);
      return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(text) ? text : escaped;
    } catch {
      return escaped;
    }
  });
}
function firstParenthesis(name2) {
  const at = name2.indexOf("(");
  return at < 0 ? name2.length : at;
}

// src/runtimes/go/modules.ts
async function readModules(root, directory) {
  const own2 = /* @__PURE__ */ new Map();
  const replaced = /* @__PURE__ */ new Map();
  const required = /* @__PURE__ */ new Map();
  const vendored = /* @__PURE__ */ new Map();
  const vendors = [];
  const files = await modulesBelow(root);
  const homes = [.../* @__PURE__ */ new Set([root, directory, ...files.map(dirname4)])];
  for (const home of homes) {
    for (const line of await directives(join10(home, "go.mod"))) {
      const [verb, name2, version] = line;
      if (verb === "module" && name2) own2.set(name2, home);
      if (verb === "require" && name2 && version) required.set(name2, version);
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
  return { own: own2, replaced, required, vendored, vendors, goroot, modcache };
}
async function modulesBelow(directory, depth = 8) {
  const entries = await readdir3(directory, { withFileTypes: true }).catch(() => []);
  const own2 = entries.some((e) => e.name === "go.mod" && e.isFile()) ? [join10(directory, "go.mod")] : [];
  if (depth === 0) return own2;
  const folders = entries.filter(
    (e) => e.isDirectory() && !/^[._]|^(?:vendor|node_modules|testdata)$/.test(e.name)
  );
  const below3 = await Promise.all(folders.map((e) => modulesBelow(join10(directory, e.name), depth - 1)));
  return [...own2, ...below3.flat()];
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
var standard = (path) => ({ origin: "runtime", path });
async function locator(context) {
  const modules2 = await readModules(context.root, context.directory);
  const tree = treeOf(context, modules2);
  const known4 = /* @__PURE__ */ new Map();
  return (frame) => {
    const packagePath = packageOf(frame.function);
    const key = `${packagePath} ${frame.file}`;
    const found = known4.get(key) ?? locate(tree, packagePath, frame.file);
    known4.set(key, found);
    return found;
  };
}
function treeOf(context, modules2) {
  const roots = [.../* @__PURE__ */ new Set([context.root, realpathSync(context.root)])];
  const inside = (path) => {
    for (const root of roots) {
      const found = relative(root, path);
      if (found !== "" && found !== ".." && !found.startsWith(`..${sep}`)) return found;
    }
    return null;
  };
  return { ...context, modules: modules2, inside };
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
  const own2 = longestPrefix(tree.modules.own.keys(), file);
  if (own2 !== null) return project(tree, join11(tree.modules.own.get(own2) ?? "", file.slice(own2.length)));
  if (isStandard(file)) return standard(file);
  return vendoredOr(tree, file, { origin: "dependency", package: packagePath, version: null, path: null });
}
function ofModule(tree, path, version, rest) {
  const replacement = tree.modules.replaced.get(`${path}@${version}`) ?? tree.modules.replaced.get(path);
  if (replacement?.kind === "directory") {
    const inside = tree.inside(join11(replacement.path, rest));
    return inside === null ? { origin: "dependency", package: path, version: null, path: `${path}/${rest}` } : { origin: "project", path: inside };
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
  if (goroot !== "" && file.startsWith(`${goroot}/`))
    return standard(file.slice(goroot.length + 1).replace(/^src\//, ""));
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
  if (isStandard(packagePath) && longestPrefix(tree.modules.own.keys(), packagePath) === null)
    return standard(`${packagePath}/${basename2(file)}`);
  if (packagePath !== "main") return ofPackage(tree, packagePath, basename2(file));
  const parts = file.split("/").slice(1);
  const tails = parts.map((_, index) => join11(tree.directory, ...parts.slice(index)));
  return project(tree, tails.find((path) => existsSync3(path)) ?? join11(tree.directory, basename2(file)));
}
var afterCache = (file) => /\/pkg\/mod\/(.+)$/.exec(file)?.[1] ?? null;
var unescaped = (path) => path.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
function ofPackage(tree, packagePath, file) {
  if (packagePath === "main") return project(tree, join11(tree.directory, file));
  const path = `${packagePath}/${file}`;
  const own2 = longestPrefix(tree.modules.own.keys(), packagePath);
  if (own2 !== null)
    return project(tree, join11(tree.modules.own.get(own2) ?? "", packagePath.slice(own2.length), file));
  if (isStandard(packagePath)) return ofCompiler(file) ? { origin: "runtime" } : standard(path);
  const module = longestPrefix(tree.modules.required.keys(), packagePath);
  const version = module === null ? null : tree.modules.required.get(module) ?? null;
  const location = { origin: "dependency", package: module ?? packagePath, version };
  return vendoredOr(tree, path, { ...location, path: ofCompiler(file) ? null : path });
}
var ofCompiler = (file) => file === "" || file.startsWith("<");
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
function taken([name2 = "", version = null]) {
  return name2 === null || name2 === "" || /^[.(/)]/.test(name2) ? [] : [{ package: name2, version }];
}
function vendoredLine(lines, index) {
  const [, name2, version] = /^# (\S+) (v\S+)/.exec(lines[index] ?? "") ?? [];
  return name2 === void 0 || version === void 0 ? [] : [{ package: name2, version }];
}
function sumLine(lines, index) {
  const [, name2, version] = /^(\S+) (v[^\s/]+) h1:/.exec(lines[index] ?? "") ?? [];
  return name2 === void 0 || version === void 0 ? [] : [{ package: name2, version }];
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
  identifiers: (site5) => {
    const name2 = site5.slice(site5.lastIndexOf("/") + 1);
    const [first, ...inPackage] = name2.match(/[\p{L}\p{N}_]+/gu) ?? [];
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
  failures: (output) => Array.from(output.matchAll(/^FAIL\t(\S+)/gm), ([, name2 = ""]) => name2)
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
  const { name: name2 } = await askJson(path, "name");
  if (typeof name2 !== "string" || name2 === "")
    throw new UserError(`The tests behind ${path} do not tell their package.`, "Run `go test` on packages.");
  return {
    ...probeAt(path, Number(pid)),
    name: name2,
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
  instrument: instrument4,
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
  onboarding: async () => (await import("./onboarding-SUFEUZS2.mjs")).onboarding,
  container: async () => (await import("./container-F3VVERSX.mjs")).container
};

// src/runtimes/jvm/advice.ts
var clientLoops = /^(?:io\.netty\.util\.concurrent\.SingleThreadEventExecutor|io\.netty\.channel\.\w+\.\w+EventLoop|jdk\.internal\.net\.http\.HttpClientImpl\$SelectorManager|okhttp3\.(?:internal\.concurrent\.TaskRunner|ConnectionPool|internal\.connection\.RealConnectionPool)|org\.apache\.(?:hc\.core5|http\.impl\.nio)\.reactor)\b/;
var advice2 = {
  next: [
    {
      of: ["tasks", "threads"],
      runs: /^java\.util\.TimerThread\./,
      say: ["cancel the ", { code: "Timer" }, " when its owner ends, or share one."]
    },
    {
      of: ["tasks", "threads"],
      // Of a pool's thread that works, what it works on tells more.
      runs: /^java\.util\.concurrent\.(?:ThreadPoolExecutor\.getTask|ForkJoinPool\.awaitWork)$/,
      say: [
        "shut the executor down when its owner ends (",
        { code: "close()" },
        " since Java 19), or share one for the whole program."
      ]
    },
    {
      of: ["tasks", "threads"],
      runs: clientLoops,
      say: ["share one client for the whole program, or close it when its work ends."]
    },
    {
      of: ["tasks", "threads"],
      runs: /^(?:java\.net\.Socket|java\.net\.ServerSocket|sun\.nio\.ch\.(?:NioSocketImpl|SocketDispatcher|Net\b))/,
      say: closeConnection
    },
    {
      of: ["tasks", "threads"],
      runs: /^java\.lang\.Thread\.sleep/,
      say: ["let the loop that sleeps end with its owner: interrupt the thread then, and let it return."]
    },
    {
      of: ["tasks", "threads"],
      inProject: true,
      say: ({ at, who }) => [
        "wake what ",
        who,
        " waits for",
        ...at,
        " on every way out, errors too, or interrupt the thread when its owner ends."
      ]
    },
    {
      of: ["memory"],
      holder: /^thread local /,
      say: [
        "call ",
        { code: "remove()" },
        " on the thread local in a ",
        { code: "finally" },
        ": threads of a pool keep what it holds for as long as they live."
      ]
    },
    {
      of: ["memory"],
      holder: /\bclassCache\b|\bGroovyClassLoader\b|\bScriptEngine\b|→ class (?:(?!\.classLoader)[^→])*$/,
      say: [
        "compile each script, template or proxy once and keep it: every one that is made anew is a class that stays."
      ]
    },
    {
      of: ["memory"],
      holder: /→ \w*ClassLoader$|→ class /,
      say: [
        "let go of what keeps the class loader: a static field, a thread, a listener or a driver that was registered from it."
      ]
    },
    {
      of: ["memory"],
      holder: /\b(?:ScheduledFutureTask|HashedWheelTimeout|TimerTask\[\])/,
      say: [
        "cancel what was scheduled when its owner ends, or dispose of it: until its time comes it is kept with all that it refers to."
      ]
    },
    {
      of: ["memory"],
      holder: /ApplicationShutdownHooks|DeleteOnExitHook|\bhooks\b/,
      say: [
        "what is registered for the end of the program stays until then: register it once, or not at all."
      ]
    },
    {
      of: ["memory"],
      // A field that holds many of them; a class may be called after what it listens to.
      holder: /\.\w*(?:[lL]isteners|[sS]ubscribers|[oO]bservers|[cC]allbacks|[hH]andlers) → /,
      say: removeListener
    },
    {
      of: ["memory"],
      holder: /\b(?:Meter|Metric)Registry\b|\bmeterMap\b/,
      say: ["give tags of a meter few values: each combination of them is a meter of its own, and stays."]
    },
    {
      of: ["memory", "files"],
      holder: /→ (?:\w*HttpClient|WebClient|HikariPool|\w*ConnectionPool|\w*EntityManagerFactory\w*)$/,
      say: ["share one client for the whole program, or close it when its work ends."]
    },
    {
      of: ["memory"],
      holder: /^running |^local variable/,
      say: ["let the thread return when its owner ends: what it holds lives as long as it runs."]
    },
    {
      of: ["memory"],
      holder: /→ (?:\w*Map|\w*Cache[\w.]*|Hashtable|Properties) → /,
      say: [
        "take out what was put into the map when it is done with, errors included, or give it a bound, as a cache with a greatest size has."
      ]
    },
    {
      of: ["memory"],
      holder: /→ (?:\w*List|\w*Set|\w*Queue|\w*Deque|Vector|Stack) → /,
      say: ["take out what was added when it is done with, errors included, or give the collection a bound."]
    },
    {
      of: ["files"],
      say: [
        "close it on every way out: ",
        { code: "try (var it = \u2026)" },
        " does it, errors included; streams of ",
        { code: "Files" },
        " and results of a database too."
      ]
    }
  ],
  now: [
    {
      of: ["tasks"],
      runs: /^java\.util\.concurrent\.ThreadPoolExecutor\.getTask$/,
      say: ["waits for work in a pool"]
    },
    {
      of: ["tasks"],
      runs: /^java\.util\.TimerThread\.mainLoop$/,
      say: ["waits for the next task of its timer"]
    }
  ]
};

// src/runtimes/jvm/connect.ts
import { existsSync as existsSync4 } from "node:fs";
import { basename as basename5 } from "node:path";

// src/runtimes/probe.ts
var refusedCode = "not-measurable";

// src/runtimes/jvm/attach/command.ts
import { createConnection as createConnection2 } from "node:net";

// src/runtimes/jvm/attach/jvm.ts
import { readdirSync as readdirSync2, readFileSync as readFileSync3, statSync } from "node:fs";
import { basename as basename3 } from "node:path";
function jvmOf(marker) {
  const inside = markerPid(basename3(marker)) ?? 0;
  const pid = hasOpen(inside, marker) ? inside : pidIn(marker, inside) ?? inside;
  return { pid, socket: `/proc/${pid}/root/tmp/.java_pid${innermostPid(pid)}` };
}
function pidIn(marker, inside) {
  const pids = readdirSync2("/proc").flatMap((name2) => /^\d+$/.test(name2) ? [Number(name2)] : []);
  return pids.find((pid) => innermostPid(pid) === inside && hasOpen(pid, marker)) ?? null;
}
function innermostPid(pid) {
  const numbers2 = /^NSpid:(.*)$/m.exec(read(`/proc/${pid}/status`))?.[1]?.trim().split(/\s+/);
  return Number(numbers2?.at(-1) ?? pid);
}
function hasOpen(pid, path) {
  try {
    const { dev, ino } = statSync(path);
    return readdirSync2(`/proc/${pid}/fd`).some((name2) => {
      const file = statOf(`/proc/${pid}/fd/${name2}`);
      return file?.ino === ino && file.dev === dev;
    });
  } catch {
    return false;
  }
}
function statOf(path) {
  try {
    return statSync(path);
  } catch {
    return void 0;
  }
}
var wordsOf = (pid) => read(`/proc/${pid}/cmdline`) + read(`/proc/${pid}/environ`);
function read(path) {
  try {
    return readFileSync3(path, "utf8");
  } catch {
    return "";
  }
}

// src/runtimes/jvm/attach/command.ts
async function command(jvm2, text, limit = timeLimits.probe) {
  const answer = await exchange(jvm2, ["1", "jcmd", text, "", ""], limit);
  if (answer === "") throw hasEnded(jvm2) ? silent2(jvm2, `ended during ${nameOf(text)}`) : anotherUsers(jvm2);
  const end = answer.indexOf("\n");
  const told = answer.slice(end + 1);
  if (answer.slice(0, end) !== "0") throw silent2(jvm2, `failed to run ${nameOf(text)}: ${firstLine(told)}`);
  return told;
}
function exchange(jvm2, words2, limit) {
  return new Promise((resolve3, reject) => {
    const socket = createConnection2(jvm2.socket);
    const chunks = [];
    const timer = setTimeout(() => {
      socket.destroy();
      reject(silent2(jvm2, `did not answer within ${limit / 1e3} s`));
    }, limit);
    socket.on("connect", () => socket.write(words2.map((word) => `${word}\0`).join("")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (error) => {
      clearTimeout(timer);
      const { code } = error;
      if (code === "EPIPE" || code === "ECONNRESET") resolve3("");
      else
        reject(
          code === "EACCES" || code === "EPERM" ? anotherUsers(jvm2) : silent2(jvm2, "cannot be reached", error)
        );
    });
    socket.on("close", () => {
      clearTimeout(timer);
      resolve3(Buffer.concat(chunks).toString());
    });
  });
}
var nameOf = (text) => text.split(" ")[0] ?? "";
var hasEnded = ({ pid }) => wordsOf(pid) === "";
var firstLine = (text) => text.trim().split("\n")[0] ?? "";
var silent2 = ({ pid }, what, cause) => new UserError(
  `The JVM ${pid} ${what}.`,
  "Look at the program\u2019s own output: it may have ended, or hang in a collection.",
  { cause }
);
var anotherUsers = ({ pid }) => new InconclusiveError(
  refusedCode,
  `The JVM ${pid} runs as another user, and a JVM answers its own user and root alone.`,
  "Run leakdiff as that user or as root, or start the program as the user that runs leakdiff."
);

// src/runtimes/jvm/instrument/unreachable.ts
import { readFileSync as readFileSync4 } from "node:fs";
import { basename as basename4 } from "node:path";
var closed = {
  why: "it runs with -XX:+DisableAttachMechanism, which has its JVM answer nobody",
  remedy: "Start it without -XX:+DisableAttachMechanism while it is measured."
};
var openJ9 = {
  why: "its JVM is OpenJ9, which has other commands than HotSpot",
  remedy: "Run it on a HotSpot JVM while it is measured: Temurin, Corretto, Zulu and most others are one."
};
var nativeImage = {
  why: "it is a native image, in which there is no JVM to ask",
  remedy: "Measure the same program on a JVM: what leaks there leaks in its native image."
};
function unreachable2(words2, pid) {
  const [program = "", ...rest] = words2;
  if (basename4(program) === "java" && rest.includes("-XX:+DisableAttachMechanism")) return closed;
  const libraries = read2(`/proc/${pid}/maps`)?.toString("latin1") ?? "";
  if (libraries.includes("/libj9vm")) return openJ9;
  if (basename4(program) !== "java" && !libraries.includes("/libjvm.so"))
    return read2(`/proc/${pid}/exe`)?.includes(".svm_heap") === true ? nativeImage : null;
  return null;
}
function read2(path) {
  try {
    return readFileSync4(path);
  } catch {
    return null;
  }
}

// src/runtimes/jvm/live/probe.ts
import { writeFile as writeFile4 } from "node:fs/promises";
import { join as join12 } from "node:path";

// src/runtimes/jvm/locate/jar/class-path.ts
import { readdirSync as readdirSync3, readlinkSync } from "node:fs";

// src/runtimes/jvm/locate/jar/archive.ts
import { readFileSync as readFileSync5, statSync as statSync2 } from "node:fs";

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start2) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start2 += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i2 = 1; i2 < a.length; ++i2) {
    if (a[i2] > m)
      m = a[i2];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type2 = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type2) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type2 == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type2 == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i2 = 0; i2 < hcLen; ++i2) {
          clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i2 = 0; i2 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i2++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i2++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i2 = sym - 257, b = fleb[i2];
          add = bits(dat, pos, (1 << b) - 1) + fl[i2];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var b2 = function(d, b) {
  return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
  return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data, opts) {
  return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
var dutf8 = function(d) {
  for (var r = "", i2 = 0; ; ) {
    var c = d[i2++];
    var eb = (c > 127) + (c > 223) + (c > 239);
    if (i2 + eb > d.length)
      return { s: r, r: slc(d, i2 - 1) };
    if (!eb)
      r += String.fromCharCode(c);
    else if (eb == 3) {
      c = ((c & 15) << 18 | (d[i2++] & 63) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
    } else if (eb & 1)
      r += String.fromCharCode((c & 31) << 6 | d[i2++] & 63);
    else
      r += String.fromCharCode((c & 15) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63);
  }
};
function strFromU8(dat, latin1) {
  if (latin1) {
    var r = "";
    for (var i2 = 0; i2 < dat.length; i2 += 16384)
      r += String.fromCharCode.apply(null, dat.subarray(i2, i2 + 16384));
    return r;
  } else if (td) {
    return td.decode(dat);
  } else {
    var _a2 = dutf8(dat), s = _a2.s, r = _a2.r;
    if (r.length)
      err(8);
    return s;
  }
}
var slzh = function(d, b) {
  return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
  var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
  var _a2 = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a2[0], su = _a2[1], off = _a2[2];
  return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
var z64hs = function(d, b, l, z, sc, su, off) {
  var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
  var nf = nsc + nsu + noff;
  if (z && nf) {
    for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
      if (b2(d, b) == 1) {
        return [
          nsc ? b8(d, b + 4 + 8 * nsu) : sc,
          nsu ? b8(d, b + 4) : su,
          noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
          1
        ];
      }
    }
    if (z < 2)
      err(13);
  }
  return [sc, su, off, 0];
};
function unzipSync(data, opts) {
  var files = {};
  var e = data.length - 22;
  for (; b4(data, e) != 101010256; --e) {
    if (!e || data.length - e > 65558)
      err(13);
  }
  ;
  var c = b2(data, e + 8);
  if (!c)
    return {};
  var o = b4(data, e + 16);
  var z = b4(data, e - 20) == 117853008;
  if (z) {
    var ze = b4(data, e - 12);
    z = b4(data, ze) == 101075792;
    if (z) {
      c = b4(data, ze + 32);
      o = b4(data, ze + 48);
    }
  }
  var fltr = opts && opts.filter;
  for (var i2 = 0; i2 < c; ++i2) {
    var _a2 = zh(data, o, z), c_2 = _a2[0], sc = _a2[1], su = _a2[2], fn = _a2[3], no = _a2[4], off = _a2[5], b = slzh(data, off);
    o = no;
    if (!fltr || fltr({
      name: fn,
      size: sc,
      originalSize: su,
      compression: c_2
    })) {
      if (!c_2)
        files[fn] = slc(data, b, b + sc);
      else if (c_2 == 8)
        files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
      else
        err(14, "unknown compression type " + c_2);
    }
  }
  return files;
}

// src/runtimes/jvm/locate/jar/archive.ts
var mostBytes = { archive: 512e6, file: 128e6 };
function entriesOf(path) {
  try {
    return statSync2(path).size > mostBytes.archive ? [] : entriesWithin(readFileSync5(path));
  } catch {
    return [];
  }
}
function entriesWithin(bytes) {
  const archive = withoutScript(bytes);
  const names2 = [];
  const listed = unpacked(archive, ({ name: name2 }) => {
    names2.push(name2);
    return false;
  });
  return listed === null ? [] : names2.map((name2) => ({ name: name2, read: () => contentOf(archive, name2) }));
}
function contentOf(archive, wanted) {
  const found = unpacked(
    archive,
    ({ name: name2, originalSize, size }) => name2 === wanted && size <= mostBytes.file && originalSize <= mostBytes.file
  )?.[wanted];
  return found === void 0 ? null : Buffer.from(found.buffer, found.byteOffset, found.byteLength);
}
function unpacked(archive, filter) {
  try {
    return unzipSync(archive, { filter });
  } catch {
    return null;
  }
}
var endBytes = 22;
var mostComment = 65535;
function withoutScript(bytes) {
  if (bytes.length < endBytes || bytes.readUInt32LE(0) === 67324752) return bytes;
  const tail = bytes.subarray(-endBytes - mostComment);
  const end = bytes.length - tail.length + tail.lastIndexOf("PK", void 0, "latin1");
  if (end > bytes.length - endBytes) return bytes;
  const script = end - bytes.readUInt32LE(end + 12) - bytes.readUInt32LE(end + 16);
  return script > 0 ? bytes.subarray(script) : bytes;
}

// src/runtimes/jvm/locate/jar/class-path.ts
function classPathOf(pid) {
  const root = `/proc/${pid}`;
  const places3 = /* @__PURE__ */ new Map();
  const known4 = /* @__PURE__ */ new Set();
  return () => {
    for (const jar of openJars(root).filter((path) => !known4.has(path))) {
      known4.add(jar);
      for (const [name2, place] of classesIn(jar, entriesOf(`${root}/root${jar}`)))
        if (!places3.has(name2)) places3.set(name2, place);
    }
    return (className2) => places3.get(className2.replace(/(?:\[\])+$|\$.*$/g, "")) ?? null;
  };
}
function openJars(root) {
  try {
    const targets = readdirSync3(`${root}/fd`).flatMap((fd2) => linkOf(`${root}/fd/${fd2}`));
    return [...new Set(targets.filter((path) => /\.[jw]ar$/.test(path)))].sort();
  } catch {
    return [];
  }
}
function linkOf(path) {
  try {
    return [readlinkSync(path)];
  } catch {
    return [];
  }
}
function* classesIn(place, entries) {
  for (const entry of entries) {
    const [, name2] = /^(?:BOOT-INF\/classes\/|WEB-INF\/classes\/)?([^$]+)\.class$/.exec(entry.name) ?? [];
    if (name2 !== void 0) yield [name2.replaceAll("/", "."), place];
    if (!entry.name.endsWith(".jar")) continue;
    const bytes = entry.read();
    if (bytes !== null) yield* classesIn(`${place}!/${entry.name}`, entriesWithin(bytes));
  }
}

// src/runtimes/jvm/class-name.ts
var primitives = {
  B: "byte",
  C: "char",
  D: "double",
  F: "float",
  I: "int",
  J: "long",
  S: "short",
  Z: "boolean"
};
function typeName(internal) {
  const [, brackets = "", element = ""] = /^(\[*)(.*)$/s.exec(internal) ?? [];
  if (brackets === "") return unhidden(internal);
  const name2 = primitives[element] ?? unhidden(element.replace(/^L(.*);$/s, "$1"));
  return name2 + "[]".repeat(brackets.length);
}
var unhidden = (name2) => name2.replace(/(\$\$Lambda)[$+/].*$/, "$1").replace(/[/+.]0x[\da-f]+(?:[/.]\d+)?$/, "").replaceAll("/", ".");
function plainClass(name2) {
  return unhidden(name2).replace(/^(?:\w+\.)*\$Proxy\d+$/, "$$Proxy").replace(/\$\$(?:Spring|EnhancerBy|FastClassBy|KeyFactoryBy)\w*(?:\$\$.*)?$/, "").replace(/\$(?:ByteBuddy|HibernateProxy|MockitoMock|auxiliary)\$\w+$/, "").replace(/\$\$(?:CMImpl|InjectedInvoker)$/, "").replace(/\$quarkusrestinvoker\$.*$/, "").replace(/^(io\.quarkus\.runner\.recorded\.\w+\$[A-Za-z]+)\d+$/, "$1").replace(/_(?:Subclass|ClientProxy|Bean)$/, "").replace(/_(?:ProducerMethod|ProducerField|Observer)_\w+?_[\w-]{20,}$/, "").replace(/_[\w-]{20,}_Synthetic$/, "").replace(/\$ExceptionMapper\$[\da-f]{40}$/, "").replace(/(^|\.)\$([\w$]+?)\$(?:Definition|Introspection|Intercepted)(?:\$\w+)*$/, made).replace(/(Generated(?:Constructor|Method|SerializationConstructor)Accessor)\d+$/, "$1").replace(/(\$anon(?:fun)?)?\$\d+(?=\$|$)/g, "$$*").replace(/\$\d+(?=[A-Z])/g, "$$*");
}
var made = (_, before, name2) => before + name2.replace(/(?<=\$\w*[a-z])\d+$/, "*");
function shortName(name2) {
  const [, element = "", brackets = ""] = /^(.*?)((?:\[\])*)$/s.exec(name2) ?? [];
  const own2 = plainClass(element).replace(/^.*\.(?=[^.]+$)/, "");
  const said2 = own2.replace(/\$\$Lambda$/, " lambda").replace(/^\$Proxy$/, "proxy").replace(/(?<=.)\$+\*/g, " (anonymous)").replace(/(?<=[^$])\$+(?=[^$])/g, ".");
  return said2 + brackets;
}
var isBridge = (method) => /\$\$Lambda[$+/.]|\.LambdaForm\$\w+[/.]/.test(method);

// src/runtimes/jvm/locate/site.ts
function site2({ function: name2 }) {
  const { ofClass: ofClass2, method } = splitName(name2);
  return method === null ? plainClass(ofClass2) : `${plainClass(ofClass2)}.${plainMethod(method)}`;
}
function splitName(name2) {
  const at = name2.lastIndexOf(".");
  const [before, last] = [name2.slice(0, Math.max(0, at)), name2.slice(at + 1)];
  const isClass = /^[A-Z]/.test(last) && !/(?:^|\.)[A-Z$][^.]*$/.test(before);
  return at < 0 || isClass || name2.endsWith("]") ? { ofClass: name2, method: null } : { ofClass: before, method: last };
}
function plainMethod(method) {
  return plainLambda(method).replace(/^CGLIB\$(.+)\$\d+$/, "$1").replace(/^access\$\d+$/, "access$*").replace(/\$\d+$/, "$*");
}
var plainLambda = (method) => method.replace(/^lambda\$(.+)\$\d+$/, "$1$lambda").replace(/^\$anonfun\$(.+?)(?:\$\d+)?(?:\$adapted)?$/, "$1$lambda").replace(/^(.+?)(?:\$lambda\$\d+)+$/, "$1$lambda");
var lambdaClass = /^((?:.*[.$])?[A-Z]\w*)\$([a-z]\w*)(?:\$\d+)+$/;
function readable2(name2) {
  const { ofClass: ofClass2, method } = splitName(name2);
  const [, owner, within2] = /^invoke(?:Suspend)?$/.test(method ?? "") ? lambdaClass.exec(ofClass2) ?? [] : [];
  if (owner !== void 0) return `${owner}.${within2}$lambda`;
  return method === null ? name2 : `${ofClass2}.${plainLambda(method)}`;
}

// src/runtimes/jvm/locate/jar/placing.ts
function placing(classPath) {
  return (rows) => {
    const jarOf = classPath();
    const placed = (frame) => {
      const jar = jarOf(splitName(frame.function).ofClass);
      return jar === null ? frame : { ...frame, file: `${jar}!/${frame.file}` };
    };
    return rows.map((row) => {
      const stack = row.stack.map(placed);
      const { started } = row;
      if (started === void 0) return { ...row, stack };
      return { ...row, stack, started: { ...started, by: started.by.map(placed) } };
    });
  };
}

// src/runtimes/jvm/live/files.ts
var endings2 = {
  heap: ".heap.json",
  tasks: ".tasks.json",
  files: ".files.json",
  types: ".types.json",
  native: ".native.json",
  holders: ".holders.json"
};
var formats = {
  heap: "leakdiff-jvm-heap",
  tasks: "leakdiff-jvm-tasks",
  /** Its rows are `OpenedRow`s. */
  files: "leakdiff-jvm-files",
  /** Its rows are `TypeRow`s. */
  types: "leakdiff-jvm-types",
  /** Its rows are `NativeRow`s. */
  native: "leakdiff-jvm-native",
  /** Its rows are `Retainer`s. */
  holders: "leakdiff-jvm-holders"
};

// src/runtimes/jvm/live/readings.ts
import { readFile as readFile5, rm as rm2 } from "node:fs/promises";

// src/runtimes/jvm/live/histogram.ts
function readHistogram(text) {
  const total = /^Total +(\d+) +(\d+)\s*$/m.exec(text);
  if (total === null)
    throw new FormatError(
      "broken",
      "The JVM\u2019s class histogram has no total.",
      "Run it again; where it happens again, the JVM is no HotSpot."
    );
  const classes = Array.from(
    text.matchAll(/^ *\d+: +(\d+) +(\d+) {2}(\S+)/gm),
    ([, objects, bytes, name2 = ""]) => ({
      name: typeName(name2),
      objects: Number(objects),
      bytes: Number(bytes)
    })
  );
  return { objects: Number(total[1]), bytes: Number(total[2]), classes: merged(classes) };
}
function merged(classes) {
  const byName = /* @__PURE__ */ new Map();
  for (const one of classes) {
    const known4 = byName.get(one.name);
    byName.set(one.name, {
      name: one.name,
      objects: one.objects + (known4?.objects ?? 0),
      bytes: one.bytes + (known4?.bytes ?? 0)
    });
  }
  return [...byName.values()];
}
var objectsOf = ({ classes }, name2) => classes.find((one) => one.name === name2)?.objects ?? 0;

// src/runtimes/jvm/live/mapped-memory.ts
function mappedBytes(maps) {
  let bytes = 0;
  for (const [, from = "", to = "", path = ""] of maps.matchAll(mapping))
    if (!ofJvm.test(path)) bytes += Number.parseInt(to, 16) - Number.parseInt(from, 16);
  return bytes;
}
var mapping = /^([\da-f]+)-([\da-f]+) \S{3}s \S+ \S+ +\d+ +(\/.*)$/gm;
var ofJvm = /^\/(?:memfd:|dev\/|SYSV|.*\/(?:modules|hsperfdata_[^/]*\/\d+)$)|\.jsa$/;

// src/runtimes/jvm/live/native-memory.ts
function readOtherMemory(text) {
  const bytes = /^- +Other \(reserved=(\d+), /m.exec(text)?.[1];
  if (bytes !== void 0) return Number(bytes);
  return /^Total: reserved=\d+/m.test(text) ? 0 : null;
}
function readMetaspace(text) {
  const ofClasses = /^- +Class \([\s\S]*?(?=^- )/m.exec(text)?.[0];
  const used = Array.from(ofClasses?.matchAll(/\( +used=(\d+)\)/g) ?? [], ([, bytes]) => Number(bytes));
  return used.length === 0 ? null : used.reduce((sum, bytes) => sum + bytes, 0);
}
function readKinds(text) {
  const metaspace = readMetaspace(text);
  const kinds2 = Array.from(
    text.matchAll(/^- +(.+?) \(reserved=\d+, committed=(\d+)\)/gm),
    ([, name2 = "", bytes]) => ({
      bytes: name2 === "Metaspace" && metaspace !== null ? metaspace : Number(bytes),
      stack: [{ function: name2, file: "", line: 0 }]
    })
  );
  return kinds2.filter(({ stack: [kind] }) => !notTaken.test(kind?.function ?? ""));
}
var notTaken = /^(?:Java Heap|Native Memory Tracking|Tracing|Arena Chunk|Compiler|Code|GC)$/;

// src/runtimes/jvm/live/threads.ts
function readThreads(text) {
  return text.split(/\n(?=")/).flatMap((block) => {
    const header = /^"([\s\S]*?)" #(\d+) .*\btid=0x/.exec(block);
    if (header === null) return [];
    const state = /^ {3}java\.lang\.Thread\.State: (.*)$/m.exec(block)?.[1] ?? "RUNNABLE";
    const lines = [...block.matchAll(/^\tat (.+)\((.*)\)$/gm)];
    const stack = lines.filter(([, method = ""]) => !isBridge(method)).map(([, method = "", place = ""]) => frameOf(method, place)).reverse();
    const [, name2 = "", id] = header;
    return isOfJvm(name2, stack) ? [] : [{ id: Number(id), state, stack }];
  });
}
function frameOf(method, place) {
  const [, file = "", line] = /^(?:.*\/)?([^/:]+\.\w+)(?::(\d+))?$/.exec(place) ?? [];
  return { function: method, file, line: Number(line ?? 0) };
}
function isOfJvm(name2, stack) {
  if (stack.length > 0) return stack.some(({ function: method }) => method.startsWith("jdk.jfr.internal."));
  return ownThreads.test(name2);
}
var ownThreads = /^(?:C[12] CompilerThread\d+|JVMCI\b.*|Attach Listener|Signal Dispatcher|Service Thread|Monitor Deflation Thread|Notification Thread|Sweeper thread|StringDedupThread|JFR .*)$/;

// src/runtimes/jvm/live/virtual-threads.ts
var virtualThread = "java.lang.VirtualThread";
function readVirtualThreads(text, platform) {
  const containers = containersOf(text);
  return containers.flatMap(
    ({ threads }) => Array.isArray(threads) ? threads.flatMap((one) => virtual(one, platform)) : []
  );
}
function virtual(told, platform) {
  const { stack, tid, ...thread } = told ?? {};
  const id = Number(tid);
  if (!Array.isArray(stack)) return [];
  const lines = stack.filter((line) => typeof line === "string");
  const isVirtual = thread.virtual === true || lines.at(-1)?.includes("java.lang.VirtualThread.run") === true;
  if (!isVirtual || platform.has(id)) return [];
  return [
    {
      id,
      state: "virtual thread",
      stack: lines.filter((line) => !isBridge(line)).map(frameIn).reverse()
    }
  ];
}
function frameIn(line) {
  const [, method = line, place = ""] = /^(?:[^/(]*\/)*([^/(]+)\((.*)\)$/.exec(line) ?? [];
  return frameOf(method, place);
}
function containersOf(text) {
  try {
    const { threadDump } = JSON.parse(text);
    return threadDump.threadContainers;
  } catch (cause) {
    throw new FormatError("broken", "The JVM\u2019s dump of its virtual threads is damaged.", "Run it again.", {
      cause
    });
  }
}

// src/runtimes/jvm/live/readings.ts
var histogramOf = async (jvm2) => readHistogram(await command(jvm2, "GC.class_histogram"));
async function collectIn(jvm2) {
  if (/^Explicit GC is disabled/m.test(await command(jvm2, "GC.run"))) await histogramOf(jvm2);
}
var countedIn = async (jvm2) => ({
  histogram: await histogramOf(jvm2),
  threads: await platformThreads(jvm2)
});
var platformThreads = async (jvm2) => readThreads(await command(jvm2, "Thread.print"));
async function totalsOf2(jvm2, { histogram, threads }) {
  const told = await nativeMemory(jvm2);
  const outside2 = await outsideOf(jvm2, told);
  const metaspace = readMetaspace(told);
  return [
    { quantity: "heap-bytes", value: histogram.bytes },
    { quantity: "heap-objects", value: histogram.objects },
    { quantity: "classes", value: objectsOf(histogram, "java.lang.Class") },
    { quantity: "tasks", value: threads.length + objectsOf(histogram, virtualThread) },
    ...metaspace === null ? [] : [{ quantity: "class-bytes", value: metaspace }],
    ...outside2 === null ? [] : [{ quantity: "external-bytes", value: outside2 }]
  ];
}
var nativeMemory = (jvm2) => command(jvm2, "VM.native_memory summary scale=b");
var kindsIn = async (jvm2) => readKinds(await nativeMemory(jvm2));
async function outsideOf(jvm2, told) {
  const other = readOtherMemory(told);
  if (other === null) return null;
  return other + mappedBytes(await readFile5(`/proc/${jvm2.pid}/maps`, "utf8").catch(() => ""));
}
async function threadsOf(jvm2, { histogram, threads }, path) {
  if (objectsOf(histogram, virtualThread) === 0) return threads;
  await command(jvm2, `Thread.dump_to_file -overwrite -format=json "${path}"`);
  const text = await readFile5(path, "utf8");
  await rm2(path, { force: true });
  return [...threads, ...readVirtualThreads(text, new Set(threads.map(({ id }) => id)))];
}

// src/runtimes/jvm/live/tasks.ts
var native = { function: "(native)", file: "", line: 0 };
function taskRows(threads, starters = () => void 0) {
  const groups = /* @__PURE__ */ new Map();
  for (const thread of threads) {
    const key = [thread.state, textOf(thread.stack), textOf(starters(thread)?.stack ?? [])].join("\n\n");
    const known4 = groups.get(key);
    if (known4 === void 0) groups.set(key, [thread]);
    else known4.push(thread);
  }
  return [...groups.values()].map((those) => rowOf(those, starters));
}
function rowOf(threads, starters) {
  const [first] = threads;
  const { stack, state } = first ?? { stack: [], state: "" };
  const ids = threads.map(({ id }) => id);
  const row = { state, stack: stack.length > 0 ? stack : [native], ids };
  const by2 = first && starters(first)?.stack;
  if (by2 === void 0) return row;
  return { ...row, started: { by: by2, parents: threads.map((thread) => starters(thread)?.parent ?? 0) } };
}
var textOf = (stack) => stack.map(({ file, function: name2, line }) => `${name2} ${file}:${line}`).join("\n");

// src/runtimes/jvm/live/types.ts
function createTypes() {
  let first = null;
  let last = 0;
  return {
    take: (round, histogram) => {
      if (round < last) first = null;
      last = round;
      if (round > 0) first ??= countsOf(histogram);
    },
    rows: (histogram) => {
      const then = first;
      if (then === null) return [];
      return [...countsOf(histogram)].flatMap(([name2, objects]) => {
        const more = objects - (then.get(name2) ?? 0);
        return more > 0 ? [{ more, stack: [{ function: name2, file: "", line: 0 }] }] : [];
      });
    }
  };
}
var sumOf = (rows) => rows.reduce((sum, { more }) => sum + more, 0);
function countsOf({ classes }) {
  const counts = /* @__PURE__ */ new Map();
  for (const { name: name2, objects } of classes) {
    const plain4 = plainClass(name2);
    if (!isText(name2)) counts.set(plain4, (counts.get(plain4) ?? 0) + objects);
  }
  return counts;
}
var isText = (name2) => /^(?:java\.lang\.String|byte\[\]|char\[\])$/.test(name2);

// src/runtimes/jvm/live/probe.ts
function liveJvm(jvm2, pid, trace) {
  const placed = placing(classPathOf(jvm2.pid));
  const types = createTypes();
  let counted = null;
  return {
    pid,
    collect: async () => {
      await trace?.begin();
      await collectIn(jvm2);
    },
    count: async () => {
      counted = await countedIn(jvm2);
      const more = sumOf(types.rows(counted.histogram));
      return [...await totalsOf2(jvm2, counted), { quantity: "instances", value: more }];
    },
    snapshot: async (directory, request) => {
      const path = (ending) => join12(directory, `jvm-${pid}${ending}`);
      const seen = counted ?? await countedIn(jvm2);
      counted = null;
      const threads = await threadsOf(jvm2, seen, path(".threads.json"));
      types.take(request.round, seen.histogram);
      const more = placed(types.rows(seen.histogram));
      const ofTypes = await written(path(endings2.types), formats.types, more);
      if (trace === null)
        return [ofTypes, await written(path(endings2.tasks), formats.tasks, placed(taskRows(threads)))];
      const native2 = request.graph === void 0 ? null : await kindsIn(jvm2);
      const { heap, holders, opened, starters } = await trace.read(seen.histogram, { ...request, directory });
      return [
        ofTypes,
        await written(path(endings2.tasks), formats.tasks, placed(taskRows(threads, starters))),
        await written(path(endings2.heap), formats.heap, placed(heap)),
        ...native2 === null ? [] : [await written(path(endings2.native), formats.native, native2)],
        ...opened === null ? [] : [await written(path(endings2.files), formats.files, placed(opened))],
        ...holders === null ? [] : [await written(path(endings2.holders), formats.holders, holders)]
      ];
    },
    close: async () => {
    }
  };
}
async function written(path, format, rows) {
  await writeFile4(path, JSON.stringify({ format, rows }));
  return path;
}

// src/runtimes/jvm/trace/history.ts
function createHistory() {
  let taken2 = [];
  let since = 0;
  let began = 0;
  const add = (round, histogram) => {
    if (taken2.some((one) => one.round > round)) taken2 = [];
    const bytes = new Map(histogram.classes.map((one) => [one.name, one.bytes]));
    const again = taken2.findIndex((one) => one.round === round);
    if (taken2.length === 0) since = Date.now();
    if (began === 0) began = since;
    if (again > 0) taken2[again] = { round, bytes, histogram };
    else if (again < 0) taken2.push({ round, bytes, histogram });
  };
  return {
    add,
    since: () => since,
    began: () => began,
    first: () => taken2[0]?.histogram.classes ?? [],
    births: (name2) => birthsOf(taken2.map(({ round, bytes }) => ({ round, bytes: bytes.get(name2) ?? 0 })))
  };
}
function birthsOf(series) {
  const from = series[0]?.bytes ?? 0;
  const stayed = [];
  let least = Number.POSITIVE_INFINITY;
  for (const { bytes } of series.toReversed()) {
    least = Math.min(least, bytes);
    stayed.unshift(Math.max(0, least - from));
  }
  const whole = stayed.at(-1) ?? 0;
  const births = series.map(({ round }, i2) => ({
    born: round,
    share: ((stayed[i2] ?? 0) - (stayed[i2 - 1] ?? 0)) / whole
  }));
  return whole > 0 ? births.filter(({ share }) => share > 0) : [];
}

// src/runtimes/jvm/trace/holders.ts
import { rm as rm3 } from "node:fs/promises";
import { join as join13 } from "node:path";

// src/runtimes/jvm/heap/grown.ts
var leastObjects = 2;
function grownOf(before, after2) {
  const roots = /* @__PURE__ */ new Map();
  const known4 = /* @__PURE__ */ new Map([[null, roots]]);
  const add = (held2, sign) => {
    const places3 = [];
    for (const { parent, field, name: name2, objects, bytes } of held2) {
      const above3 = places3[parent] ?? null;
      const siblings = known4.get(above3) ?? /* @__PURE__ */ new Map();
      known4.set(above3, siblings);
      const key = `${field} ${name2}`;
      const at = siblings.get(key) ?? {
        field,
        name: name2,
        parent: above3,
        children: [],
        objects: 0,
        bytes: 0,
        whole: 0
      };
      if (!siblings.has(key)) above3?.children.push(at);
      siblings.set(key, at);
      places3.push(at);
      at.objects += sign * objects;
      at.bytes += sign * bytes;
    }
  };
  add(before, -1);
  add(after2, 1);
  const order = [...known4.keys()];
  for (const siblings of known4.values()) for (const at of siblings.values()) at.whole = at.bytes;
  for (const at of depthFirst([...roots.values()])) if (at.parent !== null) at.parent.whole += at.whole;
  return order.length === 0 ? [] : [...roots.values()];
}
function* depthFirst(nodes) {
  const order = [...nodes];
  for (let at = 0; at < order.length; at++) order.push(...order[at]?.children ?? []);
  yield* order.reverse();
}
var longestPath = 200;
function textOf2(at) {
  const parts = [];
  for (let node2 = at, field = ""; node2 !== null; node2 = node2.parent) {
    parts.unshift(field === "" ? said(node2.name) : `${said(node2.name)}.${field}`);
    field = node2.field;
  }
  const root = parts.findLastIndex((part) => part.startsWith("static "));
  const [first = "", ...rest] = parts.slice(Math.max(0, root));
  const whole = [first, ...rest].join(" \u2192 ");
  return whole.length <= longestPath ? whole : [first, ...rest.map(innermost)].join(" \u2192 ");
}
var innermost = (part) => part.replace(/\b(?:[A-Z]\w*\.)+(?=[A-Z]\w*)/, "");
function said(name2) {
  const [, kind = "", owner, member = ""] = /^(static |thread local |local variable of )(.*)\.([^.]+)$/.exec(name2) ?? [];
  if (owner !== void 0) return `${kind}${shortName(owner)}.${plain(member)}`;
  const [, word = "", rest = name2] = /^(running |class )?(.*)$/.exec(name2) ?? [];
  const thread = word === "running " && rest === "java.lang.Thread";
  return thread ? "running thread" : word + shortName(rest);
}
var plain = (member) => member.replace(/^lambda\$(\w+)\$\d+$/, "$1");

// src/runtimes/jvm/heap/types.ts
var fewest = 3;
var leastShare = 0.25;
var mostTypes = 200;
function withTypes(told, nodes) {
  const byPath = new Map(told.map((one) => [one.path, one]));
  for (const { path, share, type: type2 } of holdersOfTypes(nodes)) {
    const known4 = byPath.get(path) ?? { path, bytes: 0, share: 0 };
    byPath.set(path, { ...known4, types: { ...known4.types, [type2]: share } });
  }
  return [...byPath.values()];
}
function holdersOfTypes(nodes) {
  const byType = /* @__PURE__ */ new Map();
  for (const at of nodes) {
    if (at.objects <= 0 || at.parent === null || at.name.startsWith("class ")) continue;
    const type2 = plainClass(at.name);
    byType.set(type2, [...byType.get(type2) ?? [], at]);
  }
  const held2 = [...byType].flatMap(([type2, those]) => {
    const all = those.reduce((sum, { objects }) => sum + objects, 0);
    const [most] = those.toSorted((a, b) => b.objects - a.objects);
    if (most === void 0 || all < fewest || most.objects < leastShare * all) return [];
    return [{ type: type2, path: textOf2(firstGrown(most)), share: most.objects / all, all }];
  });
  return held2.toSorted((a, b) => a.all - b.all).slice(0, mostTypes);
}
function firstGrown(at) {
  let found = at;
  for (let above3 = at.parent; above3 !== null && above3.parent !== null; above3 = above3.parent)
    if (above3.objects >= leastObjects) found = above3;
  return found;
}

// src/runtimes/jvm/heap/growth.ts
var mostRetainers = 3;
var leastShare2 = 0.03;
var leastCounted = 0.25;
function retainersOf(before, after2) {
  const roots = grownOf(before, after2);
  const total = roots.reduce((sum, { whole }) => sum + Math.max(0, whole), 0);
  if (total <= 0) return [];
  const counted = countedIn2(roots);
  const isWorthIt = (at) => at.whole >= leastShare2 * total || holdsMany(at, counted);
  const found = roots.flatMap((root) => [...holdersIn(root, isWorthIt, leastShare2 * total)]);
  const told = merged2(found.map((at) => retainerOf(at, total, counted))).toSorted((a, b) => b.share - a.share);
  const [first, rest] = [told.slice(0, mostRetainers), told.slice(mostRetainers)];
  const most = [
    ...first,
    ...rest.filter(({ classes = 0, files = 0 }) => Math.max(classes, files) >= leastCounted)
  ];
  return withTypes(most, [...depthFirst(roots)]);
}
var kinds = {
  // Of each there is one such object, whatever Java code opened it by.
  files: ({ name: name2 }) => name2 === "java.io.FileDescriptor",
  classes: ({ name: name2 }) => name2.startsWith("class ")
};
function countedIn2(roots) {
  const counted = { files: 0, classes: 0 };
  for (const at of depthFirst(roots))
    for (const kind of ["files", "classes"])
      if (kinds[kind](at)) counted[kind] += Math.max(0, at.objects);
  return counted;
}
function retainerOf(at, total, all) {
  const { classes, files } = countedIn2([at]);
  return {
    path: textOf2(loaderOf(at) ?? at),
    bytes: at.whole,
    share: at.whole / total,
    ...files > 0 && { files: files / all.files },
    ...classes > 0 && { classes: classes / all.classes }
  };
}
function holdsMany(at, all) {
  const { classes, files } = countedIn2([at]);
  return Math.max(classes, files) >= leastObjects && (classes >= leastCounted * all.classes || files >= leastCounted * all.files);
}
function* holdersIn(at, isWorthIt, least) {
  if (!isWorthIt(at)) return;
  if (at.parent !== null && at.objects >= leastObjects) {
    yield at;
    return;
  }
  const largest2 = at.children.toSorted((a, b) => b.whole - a.whole)[0];
  if (at.bytes >= least)
    yield largest2 !== void 0 && largest2.objects >= leastObjects ? { ...largest2, whole: at.whole } : at;
  else for (const child of at.children) yield* holdersIn(child, isWorthIt, least);
}
function loaderOf(at) {
  const ownClass = at.children.find(({ name: name2 }) => name2.startsWith("class "));
  const loader = ownClass?.children.find(({ field }) => field === "classLoader");
  const isMost = loader !== void 0 && ownClass !== void 0 && 2 * ownClass.whole >= at.whole;
  return isMost && loader.objects >= leastObjects ? loader : null;
}
function merged2(found) {
  const byHolder = /* @__PURE__ */ new Map();
  for (const one of found.toSorted((a, b) => b.share - a.share)) {
    const holder2 = holderOf(one.path);
    const known4 = byHolder.get(holder2);
    byHolder.set(holder2, known4 === void 0 ? one : joined(known4, one));
  }
  return [...byHolder.values()];
}
function holderOf(path) {
  const [, holder2 = path, held2 = ""] = /^(.*) → ([^→]*)$/.exec(path) ?? [];
  const [, owner] = /^(.* → .*)\.\w+$/.exec(holder2) ?? [];
  return owner === void 0 || !/\.[a-z]\w*$/.test(holder2) ? holder2 : `${owner} \u2192 ${held2}`;
}
function joined(one, other) {
  const files = (one.files ?? 0) + (other.files ?? 0);
  const classes = (one.classes ?? 0) + (other.classes ?? 0);
  return {
    ...one,
    bytes: one.bytes + other.bytes,
    share: one.share + other.share,
    ...files > 0 && { files },
    ...classes > 0 && { classes }
  };
}

// src/runtimes/jvm/heap/held.ts
import { stat as stat2 } from "node:fs/promises";

// src/runtimes/jvm/heap/dump/bytes.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

// src/runtimes/jvm/heap/dump/refusal.ts
var broken = (why) => new FormatError("broken", `This heap dump of the JVM is damaged: ${why}.`, "Take the heap dump again.");
var notADump = () => new FormatError(
  "not-this-format",
  "This is no heap dump of the JVM.",
  "Heap dumps begin with JAVA PROFILE and end in .hprof."
);
var tooLarge2 = (what) => new FormatError(
  "not-supported",
  `This heap dump of the JVM has ${what}, more than leakdiff reads.`,
  "Give the program a smaller heap (-Xmx), or read the dump with a tool made for it."
);

// src/runtimes/jvm/heap/dump/bytes.ts
var pieceBytes = 4 << 20;
function openBytes(path) {
  const file = openSync(path, "r");
  const size = fstatSync(file).size;
  let piece = Buffer.alloc(0);
  let begins = 0;
  let next = 0;
  let idSize = 8;
  const want = (count2) => {
    if (next + count2 <= piece.length) return;
    const at = begins + next;
    if (count2 > size - at) throw broken("it ends in the middle of a record");
    const fresh = Buffer.allocUnsafe(Math.min(size - at, Math.max(pieceBytes, count2)));
    for (let read4 = 0; read4 < fresh.length; ) {
      const more = readSync(file, fresh, read4, fresh.length - read4, at + read4);
      if (more === 0) throw broken("it became shorter while it was read");
      read4 += more;
    }
    piece = fresh;
    begins = at;
    next = 0;
  };
  const advance = (count2) => {
    want(count2);
    next += count2;
    return next - count2;
  };
  const u4 = () => {
    const from = advance(4);
    return piece.readUInt32BE(from);
  };
  const skip = (count2) => {
    if (count2 > size - begins - next) throw broken("it ends in the middle of a record");
    next += count2;
    if (next <= piece.length) return;
    begins += next;
    next = 0;
    piece = Buffer.alloc(0);
  };
  return {
    at: () => begins + next,
    left: () => size - begins - next,
    u1: () => {
      const from = advance(1);
      return piece[from] ?? 0;
    },
    u2: () => {
      const from = advance(2);
      return piece.readUInt16BE(from);
    },
    u4,
    id: () => idSize === 4 ? u4() : u4() * 4294967296 + u4(),
    skip,
    skipIds: (count2) => skip(count2 * idSize),
    latin1: (count2) => {
      const from = advance(count2);
      return piece.toString("latin1", from, from + count2);
    },
    utf8: (count2) => {
      const from = advance(count2);
      return piece.toString("utf8", from, from + count2);
    },
    idBytes: (count2) => {
      if (count2 !== 4 && count2 !== 8) throw broken("its objects have numbers of an unknown length");
      idSize = count2;
    },
    close: () => closeSync(file)
  };
}

// src/runtimes/jvm/heap/dump/value-types.ts
var bytesOf = { 4: 1, 5: 2, 6: 4, 7: 8, 8: 1, 9: 2, 10: 4, 11: 8 };
var isObject = (type2) => type2 === 2;
function widthOf(type2, idSize) {
  const width2 = isObject(type2) ? idSize : bytesOf[type2];
  if (width2 === void 0) throw broken(`a value of it has the unknown type ${type2}`);
  return width2;
}

// src/runtimes/jvm/heap/dump/objects.ts
function readObject(dump) {
  const tag = dump.reader.u1();
  const id = dump.reader.id();
  const read4 = readers.get(tag);
  if (read4 !== void 0) read4(dump, id);
  else readRoot(dump, tag, id);
}
var readers = /* @__PURE__ */ new Map([
  [32, readClass],
  [33, readInstance],
  [34, readObjects],
  [35, readPrimitives]
]);
function readInstance({ reader, tell }, id) {
  reader.skip(4);
  const ofClass2 = reader.id();
  const bytes = reader.u4();
  if (tell.instance === void 0) reader.skip(bytes);
  else tell.instance(id, ofClass2, bytes, reader);
}
function readObjects({ reader, tell }, id) {
  reader.skip(4);
  const length = reader.u4();
  const ofClass2 = reader.id();
  if (tell.objects === void 0) reader.skipIds(length);
  else tell.objects(id, ofClass2, length, reader);
}
function readPrimitives({ reader, tell, idSize }, id) {
  reader.skip(4);
  const length = reader.u4();
  const type2 = reader.u1();
  tell.primitives?.(id, type2, length);
  reader.skip(length * widthOf(type2, idSize));
}
function readClass({ reader, tell, idSize }, id) {
  reader.skip(4);
  const parent = reader.id();
  const loader = reader.id();
  reader.skip(4 * idSize + 4);
  for (let constant = reader.u2(); constant > 0; constant--) {
    reader.skip(2);
    reader.skip(widthOf(reader.u1(), idSize));
  }
  const statics = Array.from({ length: reader.u2() }, () => {
    const name2 = reader.id();
    const type2 = reader.u1();
    if (isObject(type2)) return { name: name2, type: type2, target: reader.id() };
    reader.skip(widthOf(type2, idSize));
    return { name: name2, type: type2, target: 0 };
  });
  const fields = Array.from({ length: reader.u2() }, () => ({ name: reader.id(), type: reader.u1() }));
  tell.class?.({ id, parent, loader, statics, fields });
}
var besides = /* @__PURE__ */ new Map([
  [1, { kind: "native", words: 0, ids: 1 }],
  [2, { kind: "native", words: 2, ids: 0 }],
  [4, { kind: "native", words: 1, ids: 0 }],
  [5, { kind: "class", words: 0, ids: 0 }],
  [6, { kind: "native", words: 1, ids: 0 }],
  [7, { kind: "native", words: 0, ids: 0 }],
  [255, { kind: "native", words: 0, ids: 0 }]
]);
function readRoot({ reader, tell }, tag, id) {
  if (tag === 3) {
    const thread = reader.u4();
    const frame = reader.u4() | 0;
    tell.root?.(id, "local", thread, frame);
  } else if (tag === 8) {
    const serial = reader.u4();
    const trace = reader.u4();
    tell.thread?.(id, serial, trace);
  } else {
    const { kind, words: words2, ids } = besides.get(tag) ?? unknown(tag);
    reader.skip(4 * words2);
    reader.skipIds(ids);
    tell.root?.(id, kind, 0, -1);
  }
}
function unknown(tag) {
  throw broken(`a part of it has the unknown tag ${tag}`);
}

// src/runtimes/jvm/heap/dump/records.ts
function readRecords(path, tell) {
  const reader = openBytes(path);
  try {
    const idSize = readHead(reader);
    while (reader.left() > 0) readRecord({ reader, idSize, tell });
  } finally {
    reader.close();
  }
}
function readHead(reader) {
  if (reader.left() < 31 || !/^JAVA PROFILE 1\.0\.[12]\0$/.test(reader.latin1(19))) throw notADump();
  const idSize = reader.u4();
  reader.idBytes(idSize);
  reader.skip(8);
  return idSize;
}
function readRecord(dump) {
  const { reader, idSize, tell } = dump;
  const tag = reader.u1();
  reader.skip(4);
  const length = reader.u4();
  if (length > reader.left()) throw broken("it ends in the middle of a record");
  const end = reader.at() + length;
  if (tag === 1 && tell.text !== void 0) tell.text(reader.id(), reader.utf8(length - idSize));
  else if (tag === 2) readLoadedClass(dump);
  else if (tag === 4) readFrame(dump);
  else if (tag === 5) readTrace(dump);
  else if (tag === 12 || tag === 28) while (reader.at() < end) readObject(dump);
  if (reader.at() > end) throw broken("a record of it is longer than it says");
  reader.skip(end - reader.at());
}
function readLoadedClass({ reader, tell }) {
  const serial = reader.u4();
  const id = reader.id();
  reader.skip(4);
  tell.className?.(id, reader.id());
  tell.classSerial?.(serial, id);
}
function readFrame({ reader, tell, idSize }) {
  const frame = reader.id();
  const name2 = reader.id();
  reader.skip(2 * idSize);
  tell.method?.(frame, name2, reader.u4());
}
function readTrace({ reader, tell, idSize }) {
  const serial = reader.u4();
  reader.skip(4);
  const count2 = reader.u4();
  if (count2 * idSize > reader.left()) throw broken("a stack of it is cut");
  tell.trace?.(
    serial,
    Array.from({ length: count2 }, () => reader.id())
  );
}

// src/runtimes/jvm/heap/classes.ts
var headerBytes = 12;
var aligned = (bytes) => Math.ceil(bytes / 8) * 8;
function readDeclarations(path) {
  const texts = /* @__PURE__ */ new Map();
  const nameOf4 = /* @__PURE__ */ new Map();
  const records = /* @__PURE__ */ new Map();
  const stacks = readStacks();
  const roots = [];
  readRecords(path, {
    text: (id, text) => texts.set(id, text),
    className: (id, name2) => nameOf4.set(id, name2),
    ...stacks.listener,
    class: (record) => records.set(record.id, record),
    root: (id, kind, thread, frame) => {
      if (kind !== "class") roots.push({ id, kind, thread, frame });
    },
    thread: (id, serial, trace) => {
      stacks.thread(serial, trace);
      roots.push({ id, kind: "thread", thread: serial, frame: -1 });
    }
  });
  const textOf7 = (id) => texts.get(id) ?? "";
  const ownName = (id) => textOf7(nameOf4.get(id) ?? 0);
  const className2 = (id) => typeName(ownName(id));
  const isHidden = (id) => hidden.test(ownName(id));
  const described = (id) => ({
    ...classOf(id, records, className2, textOf7),
    isHidden: isHidden(id)
  });
  return {
    classes: new Map([...records.keys()].map((id) => [id, described(id)])),
    roots: roots.map(({ id, kind, thread, frame }) => {
      const at = kind === "local" ? stacks.at(thread, frame) : null;
      return { id, kind, of: at === null ? null : `${className2(at.ofClass)}.${textOf7(at.name)}` };
    })
  };
}
function readStacks() {
  const methods = /* @__PURE__ */ new Map();
  const traces = /* @__PURE__ */ new Map();
  const traceOf2 = /* @__PURE__ */ new Map();
  const classes = /* @__PURE__ */ new Map();
  return {
    listener: {
      method: (frame, name2, serial) => methods.set(frame, { name: name2, serial }),
      classSerial: (serial, id) => classes.set(serial, id),
      trace: (serial, frames) => traces.set(serial, frames)
    },
    thread: (serial, trace) => traceOf2.set(serial, trace),
    at: (thread, frame) => {
      const method = methods.get(traces.get(traceOf2.get(thread) ?? -1)?.[frame] ?? -1);
      return method === void 0 ? null : { name: method.name, ofClass: classes.get(method.serial) ?? 0 };
    }
  };
}
function classOf(id, records, className2, textOf7) {
  const own2 = records.get(id);
  const fields = [...lineage(id, records)].flatMap((record) => {
    const declaredBy = className2(record.id);
    return record.fields.map(({ name: name2, type: type2 }) => fieldOf(declaredBy, textOf7(name2), type2));
  });
  const bytes = fields.reduce((sum, field) => sum + (field.isObject ? 4 : field.width), headerBytes);
  const isFinal = [...lineage(id, records)].some((r) => className2(r.id) === "java.lang.ref.FinalReference");
  return {
    id,
    // Of classes that are made again and again no name is that of another.
    name: plainClass(className2(id)),
    loader: own2?.loader ?? 0,
    statics: (own2?.statics ?? []).map(({ name: name2, target }) => ({ name: textOf7(name2), target })),
    // What waits to be finalized is held by what will do it.
    fields: isFinal ? fields.map((field) => ({ ...field, isWeak: false })) : fields,
    size: aligned(bytes)
  };
}
function* lineage(id, records) {
  const seen = /* @__PURE__ */ new Set();
  for (let at = records.get(id); at !== void 0 && !seen.has(at.id); at = records.get(at.parent)) {
    seen.add(at.id);
    yield at;
  }
}
var hidden = /^(?!.*\$\$Lambda).*[/+.]0x[\da-f]+(?:[/.]\d+)?$/;
var cleaned = /^(?:jdk\.internal\.ref\.(?:Phantom|Weak|Soft)?Clean(?:able|er)|java\.lang\.ref\.Finalizer)$/;
var fieldOf = (declaredBy, name2, type2) => ({
  name: name2,
  width: widthOf(type2, 8),
  isObject: isObject(type2),
  isWeak: declaredBy === "java.lang.ref.Reference" && (name2 === "referent" || name2 === "discovered"),
  inList: cleaned.test(declaredBy) && /^(?:next|prev|list)$/.test(name2)
});

// src/runtimes/jvm/heap/numbering.ts
function numbering() {
  let ids = new Float64Array(1 << 16);
  let slots = new Int32Array(1 << 17).fill(-1);
  let count2 = 0;
  const slotOf = (id) => {
    const mask = slots.length - 1;
    const high = Math.floor(id / 4294967296);
    let slot = (id - high * 4294967296 >>> 3) + Math.imul(high, 2654435761) & mask;
    for (; ; ) {
      const index = slots[slot] ?? -1;
      if (index < 0 || ids[index] === id) return slot;
      slot = slot + 1 & mask;
    }
  };
  const grow = () => {
    const more = new Float64Array(ids.length * 2);
    more.set(ids);
    ids = more;
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let index = 0; index < count2; index++) slots[slotOf(ids[index] ?? 0)] = index;
  };
  return {
    add: (id) => {
      if (count2 === ids.length) grow();
      const slot = slotOf(id);
      const known4 = slots[slot] ?? -1;
      if (known4 >= 0) return known4;
      ids[count2] = id;
      slots[slot] = count2;
      return count2++;
    },
    of: (id) => slots[slotOf(id)] ?? -1,
    count: () => count2
  };
}

// src/runtimes/jvm/heap/numbers.ts
function numbers() {
  let values = new Int32Array(1 << 16);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const more = new Int32Array(values.length * 2);
        more.set(values);
        values = more;
      }
      values[length++] = value;
    },
    length: () => length,
    done: () => values.subarray(0, length)
  };
}

// src/runtimes/jvm/heap/graph.ts
var mostObjects = 16e6;
function readGraph(path, { classes }) {
  const kinds2 = [...classes.values()];
  const table = objectTable(path, kinds2);
  const { first, targets, weak } = referenceTable(path, kinds2, table);
  const unknown3 = {
    id: 0,
    name: "",
    loader: 0,
    isHidden: false,
    statics: [],
    fields: [],
    size: 16
  };
  const classOf3 = (object) => kinds2[table.kind[object] ?? -1] ?? unknown3;
  const asClass = (object) => kinds2[object] ?? null;
  return {
    count: table.kind.length,
    objectOf: table.objectOf,
    classOf: classOf3,
    asClass,
    bytes: (object) => table.bytes[object] ?? 0,
    weaklyOf: (object) => weak.get(object) ?? -1,
    references: (object, tell) => {
      const itself = asClass(object);
      if (itself !== null)
        for (const { name: name2, target } of itself.statics) tellKnown(table.objectOf(target), { name: name2 }, tell);
      const fields = classOf3(object).fields.filter(({ isObject: isObject2 }) => isObject2);
      const from = first[object] ?? 0;
      const to = first[object + 1] ?? targets.length;
      for (let at = from; at < to; at++) tellKnown(targets[at] ?? -1, fields[at - from], tell);
    }
  };
}
function tellKnown(target, field, tell) {
  if (target >= 0) tell(target, field?.name ?? "", field?.inList === true);
}
var ofClass = 104;
function objectTable(path, kinds2) {
  const objects = numbering();
  const kind = numbers();
  const bytes = numbers();
  const add = (id, ofKind, size) => {
    const before = objects.count();
    if (before > mostObjects) throw tooLarge2(`more than ${mostObjects / 1e6} million objects`);
    if (objects.add(id) < before) throw broken("an object stands in it twice");
    kind.push(ofKind);
    bytes.push(size);
  };
  for (const { id, statics } of kinds2) add(id, -1, aligned(ofClass + 8 * statics.length));
  const kindOf = (id) => {
    const found = objects.of(id);
    return found < kinds2.length ? found : -1;
  };
  const arrays = new Map(kinds2.map(({ name: name2 }, index) => [name2, index]));
  readRecords(path, {
    instance: (id, ofClass2, length, reader) => {
      reader.skip(length);
      const found = kindOf(ofClass2);
      add(id, found, kinds2[found]?.size ?? aligned(length));
    },
    objects: (id, ofClass2, length, reader) => {
      reader.skipIds(length);
      add(id, kindOf(ofClass2), aligned(16 + 4 * length));
    },
    primitives: (id, type2, length) => add(id, arrays.get(`${primitives2[type2] ?? ""}[]`) ?? -1, aligned(16 + (bytesOf[type2] ?? 8) * length))
  });
  return { objectOf: objects.of, kind: kind.done(), bytes: bytes.done() };
}
var primitives2 = {
  4: "boolean",
  5: "char",
  6: "float",
  7: "double",
  8: "byte",
  9: "short",
  10: "int",
  11: "long"
};
function referenceTable(path, kinds2, { kind, objectOf }) {
  const first = new Int32Array(kind.length + 1);
  const weak = /* @__PURE__ */ new Map();
  const targets = numbers();
  const begin = (id) => {
    const object = objectOf(id);
    first[object] = targets.length();
    return object;
  };
  readRecords(path, {
    instance: (id, _, length, reader) => {
      const object = begin(id);
      const end = reader.at() + length;
      for (const field of kinds2[kind[object] ?? -1]?.fields ?? []) {
        if (field.isObject) {
          const target = objectOf(reader.id());
          if (field.isWeak && field.name === "referent") weak.set(object, target);
          targets.push(field.isWeak ? -1 : target);
        } else reader.skip(field.width);
      }
      if (reader.at() > end) throw broken("an object of it has fewer fields than its class");
      reader.skip(end - reader.at());
    },
    objects: (id, _, length, reader) => {
      begin(id);
      for (let index = 0; index < length; index++) {
        const target = objectOf(reader.id());
        if (target >= 0) targets.push(target);
      }
    },
    primitives: begin
  });
  first[kind.length] = targets.length();
  return { first, targets: targets.done(), weak };
}

// src/runtimes/jvm/heap/collections.ts
var packages = /^(?:java\.util\.(?:concurrent\.(?:atomic\.)?)?[A-Z]|com\.google\.common\.(?:cache|collect)\.|com\.github\.benmanes\.caffeine\.cache\.|scala\.collection\.|kotlin\.collections\.|io\.netty\.util\.collection\.|it\.unimi\.dsi\.fastutil\.|org\.eclipse\.collections\.|org\.agrona\.collections\.)/;
var isCollection = (name2) => packages.test(name2) && !workers.test(name2);
var workers = /^java\.util\.(?:concurrent\.)?(?:\w*Executor|\w*Task|Timer|\w*Future|ForkJoin)\w*(?:\$|$)/;
function isInternal(holder2, field, name2) {
  if (holder2 === "java.lang.String" || ofThread.test(name2)) return true;
  const element = name2.replace(/(?:\[\])+$/, "");
  if (isCollection(holder2)) {
    if (element !== name2) return element === "java.lang.Object" ? !put.test(field) : isCollection(element);
    return isCollection(name2) && (name2.includes("$") || !put.test(field));
  }
  return isCollection(holder2.replace(/(?:\[\])+$/, "")) && isCollection(name2) && name2.includes("$");
}
var put = /^(?:val|value|key|item|element|e|obj|referent|)$/;
var ofThread = /^java\.lang\.Thread(?:\$FieldHolder|Local\$ThreadLocalMap)/;
var isSilent = (holder2) => isCollection(holder2) || /\$\$Lambda$|^java\.lang\.Thread$/.test(holder2) || ofThread.test(holder2);

// src/runtimes/jvm/heap/paths.ts
var looksBack = 6;
var mostNodes = 4e5;
function pathTree() {
  const nodes = [];
  const children = /* @__PURE__ */ new Map();
  const hops = hopTable();
  const nodeOf = (parent, hop) => {
    const key = (parent + 1) * 16777216 + hop.number;
    const known4 = children.get(key);
    if (known4 !== void 0) return known4;
    if (parent >= 0 && nodes.length >= mostNodes) return parent;
    children.set(key, nodes.length);
    return nodes.push({ parent, field: hop.field, name: hop.name, objects: 0, bytes: 0 }) - 1;
  };
  const again = (from, hop) => {
    for (let at = from, steps = 0; steps < looksBack; steps++) {
      const node2 = nodes[at];
      if (node2 === void 0) break;
      if (node2.name === hop.name && node2.field === hop.field) return at;
      at = node2.parent;
    }
    return -1;
  };
  return {
    nodes,
    root: (text) => nodeOf(-1, hops("", "", text)),
    step: (from, holder2, field, name2) => {
      const hop = hops(holder2, field, name2);
      if (hop.isPart) return from;
      const known4 = again(from, hop);
      return known4 >= 0 ? known4 : nodeOf(from, hop);
    },
    add: (node2, bytes, isPart2) => {
      const at = nodes[node2];
      if (at === void 0) return;
      at.bytes += bytes;
      if (!isPart2) at.objects++;
    },
    isPart: (holder2, field, name2) => hops(holder2, field, name2).isPart
  };
}
function hopTable() {
  const byHolder = /* @__PURE__ */ new Map();
  const told = /* @__PURE__ */ new Map();
  return (holder2, field, name2) => {
    const byField = getOr(byHolder, holder2, () => /* @__PURE__ */ new Map());
    const byName = getOr(byField, field, () => /* @__PURE__ */ new Map());
    return getOr(byName, name2, () => {
      const said2 = isSilent(holder2) ? "" : field;
      const number = getOr(told, `${said2} ${name2}`, () => told.size);
      return { number, field: said2, name: name2, isPart: isInternal(holder2, field, name2) };
    });
  };
}
function getOr(map, key, make) {
  const known4 = map.get(key);
  if (known4 !== void 0) return known4;
  const made2 = make();
  map.set(key, made2);
  return made2;
}

// src/runtimes/jvm/heap/reach.ts
function reach(graph, declarations) {
  const paths = pathTree();
  const walk = walkOf(graph, paths);
  const lasting = lastingLoaders(graph, declarations);
  const threads = declarations.roots.filter(({ kind }) => kind === "thread");
  const all = [...declarations.classes.values()];
  const classes = all.filter(isLasting(lasting));
  for (const { id } of threads) walk.wait(graph.objectOf(id));
  for (const { id } of classes) walk.start(graph.objectOf(id), "classes");
  walk.spread(visitor(graph, paths, walk, lasting));
  for (const kind of ["thread", "local", "native"]) {
    for (const root of declarations.roots)
      if (root.kind === kind) walk.start(graph.objectOf(root.id), rootText(graph, root));
    walk.spread(visitor(graph, paths, walk, lasting));
  }
  walk.spreadLate(visitor(graph, paths, walk, lasting));
  for (const { id } of all) walk.start(graph.objectOf(id), "classes");
  walk.spread(visitor(graph, paths, walk, lasting));
  return paths.nodes;
}
var unreached = -1;
var waiting = -2;
function walkOf(graph, paths) {
  const nodes = new Int32Array(graph.count).fill(unreached);
  const queue = new Int32Array(graph.count);
  const late2 = [];
  let end = 0;
  let done = 0;
  const put2 = (object, node2, isPart2) => {
    nodes[object] = node2;
    paths.add(node2, graph.bytes(object), isPart2);
    queue[end++] = object;
  };
  const spread = (visit2) => {
    for (; done < end; done++) visit2(queue[done] ?? 0);
  };
  return {
    nodeOf: (object) => Math.max(unreached, nodes[object] ?? unreached),
    wait: (object) => {
      if (object >= 0) nodes[object] = waiting;
    },
    start: (object, text) => {
      if (object >= 0 && (nodes[object] ?? 0) < 0) put2(object, paths.root(text), false);
    },
    take: (object, node2, isPart2) => {
      if (nodes[object] === unreached) put2(object, node2, isPart2);
    },
    spread,
    later: (takeIt) => late2.push(takeIt),
    spreadLate: (visit2) => {
      for (let takeIt = late2.pop(); takeIt !== void 0; takeIt = late2.pop()) {
        takeIt();
        spread(visit2);
      }
    }
  };
}
function visitor(graph, paths, walk, lasting) {
  const nameOf4 = (object) => {
    const itself = graph.asClass(object);
    return itself === null ? graph.classOf(object).name : `class ${itself.name}`;
  };
  const follow = (from, holder2, field, target) => {
    const name2 = nameOf4(target);
    walk.take(target, paths.step(from, holder2, field, name2), paths.isPart(holder2, field, name2));
  };
  const visitClass = (object, ofClass2) => {
    const from = walk.nodeOf(object);
    const { loader, name: name2 } = ofClass2;
    const isRoot = isLasting(lasting)(ofClass2);
    const at = (text) => isRoot ? paths.root(text) : paths.step(from, "", "", text);
    graph.references(object, (target, field) => {
      if (walk.nodeOf(target) !== unreached) return;
      if (ofJvm2.test(field)) walk.later(() => follow(at(`class ${name2}`), "", "", target));
      else follow(at(`static ${name2}.${field}`), "", "", target);
    });
    if (!lasting.has(loader) && graph.objectOf(loader) >= 0)
      follow(from, "", "classLoader", graph.objectOf(loader));
  };
  const visitObject = (object, isLate = false) => {
    const ofClass2 = graph.classOf(object);
    const { id, name: name2 } = ofClass2;
    const key = name2 === threadLocalEntry ? graph.weaklyOf(object) : null;
    if (key !== null && !isLate && walk.nodeOf(key) === unreached) {
      walk.later(() => visitObject(object, true));
      return;
    }
    const local = key === null ? null : threadLocal(key, walk, paths);
    const from = local ?? walk.nodeOf(object);
    graph.references(object, (target, field, inList) => {
      if (walk.nodeOf(target) !== unreached) return;
      if (inList) walk.later(() => follow(from, name2, field, target));
      else if (local === null) follow(from, name2, field, target);
      else follow(from, "", "", target);
    });
    if (!isLasting(lasting)(ofClass2)) follow(from, name2, "", graph.objectOf(id));
  };
  return (object) => {
    const itself = graph.asClass(object);
    if (itself === null) visitObject(object);
    else visitClass(object, itself);
  };
}
var ofJvm2 = /^</;
var threadLocalEntry = "java.lang.ThreadLocal$ThreadLocalMap$Entry";
function threadLocal(object, { nodeOf }, { nodes, root }) {
  const own2 = nodes[nodeOf(object)];
  const above3 = nodes[own2?.parent ?? -1];
  if (own2 === void 0 || above3 === void 0) return root("thread local");
  const name2 = /^static (.*)$/.exec(above3.name)?.[1] ?? `${above3.name}.${own2.field}`;
  return root(`thread local ${name2}`);
}
var isLasting = (lasting) => ({ isHidden, loader }) => !isHidden && lasting.has(loader);
function lastingLoaders(graph, { classes }) {
  const loaders = [...new Set([...classes.values()].map(({ loader }) => loader))].filter((id) => id !== 0);
  const kindOf = (id) => graph.classOf(graph.objectOf(id)).name;
  const counts = /* @__PURE__ */ new Map();
  for (const id of loaders) counts.set(kindOf(id), 1 + (counts.get(kindOf(id)) ?? 0));
  return /* @__PURE__ */ new Set([0, ...loaders.filter((id) => counts.get(kindOf(id)) === 1)]);
}
function rootText(graph, { id, kind, of }) {
  if (kind === "thread") return `running ${graph.classOf(graph.objectOf(id)).name}`;
  if (kind === "local") return of === null ? "local variable" : `local variable of ${of}`;
  return "the JVM";
}

// src/runtimes/jvm/heap/held.ts
var mostBytes2 = 15e8;
async function heldIn(path) {
  const { size } = await stat2(path);
  if (size > mostBytes2) throw tooLarge2(`${Math.round(size / 1e6)} MB`);
  const declarations = readDeclarations(path);
  return reach(readGraph(path, declarations), declarations);
}

// src/runtimes/jvm/trace/holders.ts
var largest = 512e6;
function createHolders(jvm2) {
  let before = null;
  return {
    read: async (graph, { bytes }, directory) => {
      if (bytes > largest)
        return graph === "mark" ? null : [{ tooLarge: `${Math.round(bytes / 1e6)} MB of live objects` }];
      const held2 = await heldNow(jvm2, directory);
      if (graph === "mark") {
        before = held2;
        return null;
      }
      return before === null ? null : retainersOf(before, held2);
    }
  };
}
async function heldNow(jvm2, directory) {
  const path = join13(directory, `jvm-${jvm2.pid}.hprof`);
  try {
    assertWritten(await command(jvm2, `GC.heap_dump "${path}"`));
    return await heldIn(path);
  } finally {
    await rm3(path, { force: true });
  }
}
function assertWritten(told) {
  const why = /^(?:Dump file is incomplete|Unable to create [^:]*): (.*)$/m.exec(told)?.[1];
  if (why !== void 0)
    throw new UserError(
      `The JVM could not write who holds what: ${why}.`,
      "A heap dump takes as much of the disk as the program\u2019s heap for a moment: leave room in the folder for temporary files (TMPDIR)."
    );
}

// src/runtimes/jvm/trace/recorder.ts
import { readFile as readFile6, rm as rm4, writeFile as writeFile5 } from "node:fs/promises";
import { dirname as dirname5, join as join14 } from "node:path";

// src/runtimes/jvm/recording/refusal.ts
var broken2 = (why) => new FormatError("broken", `This recording of the JVM is damaged: ${why}.`, "Take the recording again.");
var notARecording = () => new FormatError(
  "not-this-format",
  "This is no recording of the JVM\u2019s Flight Recorder.",
  "Recordings begin with the letters FLR and end in .jfr."
);
var notSupported = (version) => new FormatError(
  "not-supported",
  `This recording of the JVM has version ${version} of its format; leakdiff reads version 2.`,
  "Record with Java 11 or later."
);
var tooLarge3 = (bytes) => new FormatError(
  "not-supported",
  `This recording of the JVM has ${Math.round(bytes / 1e6)} MB, more than leakdiff reads.`,
  "Record objects and threads alone, as leakdiff\u2019s own settings do."
);

// src/runtimes/jvm/recording/cursor.ts
function cursorOf(chunk, start2) {
  let at = start2;
  const take = (count2) => {
    if (count2 < 0 || count2 > chunk.length - at) throw broken2("it ends in the middle of a value");
    at += count2;
    return at - count2;
  };
  const byte = () => chunk[take(1)] ?? 0;
  const whole = () => {
    let value = 0;
    for (let index = 0; index < 7; index++) {
      const next = byte();
      value += (next & 127) * 2 ** (7 * index);
      if (next < 128) return value;
    }
    return beyond(value, byte);
  };
  const small = () => {
    const value = whole();
    if (typeof value === "bigint" || value > 4294967295) throw broken2("a count in it is out of bounds");
    return value;
  };
  return {
    at: () => at,
    to: (offset) => {
      if (offset < 0 || offset > chunk.length) throw broken2("it points outside of itself");
      at = offset;
    },
    left: () => chunk.length - at,
    byte,
    bytes: (count2) => {
      const from = take(count2);
      return chunk.subarray(from, from + count2);
    },
    whole,
    small,
    count: () => {
      const count2 = small();
      if (count2 > chunk.length - at) throw broken2("a count in it is out of bounds");
      return count2;
    },
    signed: () => Number(BigInt.asIntN(32, BigInt(whole())))
  };
}
function beyond(low, byte) {
  const eighth = byte();
  const high = BigInt(eighth & 127) << 49n;
  const ninth = eighth < 128 ? 0n : BigInt(byte()) << 56n;
  const value = BigInt(low) | high | ninth;
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

// src/runtimes/jvm/recording/chunk.ts
var headerBytes2 = 68;
function chunksOf(recording) {
  const chunks = [];
  for (let at = 0; at < recording.length; ) {
    const chunk = chunkAt(recording, at);
    chunks.push(chunk);
    at += chunk.bytes.length;
  }
  if (chunks.length === 0) throw notARecording();
  return chunks;
}
function chunkAt(recording, at) {
  if (recording.toString("latin1", at, at + 4) !== "FLR\0")
    throw at === 0 ? notARecording() : broken2("a chunk of it does not begin as chunks do");
  if (recording.length - at < headerBytes2) throw broken2("it ends in the header of a chunk");
  const major = recording.readUInt16BE(at + 4);
  if (major !== 2) throw notSupported(`${major}.${recording.readUInt16BE(at + 6)}`);
  const number = (offset) => Number(recording.readBigInt64BE(at + offset));
  const size = number(8);
  if (size < headerBytes2 || size > recording.length - at) throw broken2("a chunk of it is cut");
  const perSecond = number(56);
  if (perSecond <= 0) throw broken2("its clock stands still");
  return {
    bytes: recording.subarray(at, at + size),
    constantsAt: number(16),
    metadataAt: number(24),
    startedAt: number(32) / 1e6,
    startTicks: number(48),
    ticksPerMillisecond: perSecond / 1e3
  };
}
function* eventsOf({ bytes }) {
  for (let at = headerBytes2; at < bytes.length; ) {
    const { end, event } = eventAt(bytes, at);
    yield event;
    at = end;
  }
}
function eventAt(bytes, at) {
  const head = cursorOf(bytes, 0);
  head.to(at);
  const size = head.small();
  if (size === 0 || size > bytes.length - at) throw broken2("an event of it is cut");
  const event = bytes.subarray(at, at + size);
  const cursor = cursorOf(event, head.at() - at);
  return { end: at + size, event: { type: cursor.small(), cursor } };
}

// src/runtimes/jvm/recording/text.ts
function readText(cursor, constant) {
  const form = cursor.byte();
  switch (form) {
    case 0:
      return null;
    case 1:
      return "";
    case 2:
      return constant(cursor.whole());
    case 3:
      return cursor.bytes(cursor.small()).toString("utf8");
    case 4:
      return Array.from({ length: cursor.count() }, () => String.fromCharCode(cursor.small())).join("");
    case 5:
      return cursor.bytes(cursor.small()).toString("latin1");
    default:
      throw broken2("a text in it has a form that does not exist");
  }
}

// src/runtimes/jvm/recording/value.ts
var deepest = 16;
function readStruct(cursor, types, type2, depth = 0) {
  const known4 = types.get(type2);
  if (known4 === void 0) throw broken2("a type of it is not told");
  if (depth > deepest) throw broken2("its values nest too deep");
  const primitive = readPrimitive(cursor, known4);
  if (primitive !== void 0) return /* @__PURE__ */ new Map([["value", primitive]]);
  return new Map(known4.fields.map((field) => [field.name, readField(cursor, types, field, depth)]));
}
function readField(cursor, types, field, depth) {
  const one = () => {
    if (field.isConstant) return { pool: field.type, key: cursor.whole() };
    const primitive = readPrimitive(cursor, types.get(field.type));
    return primitive === void 0 ? readStruct(cursor, types, field.type, depth + 1) : primitive;
  };
  return field.isList ? Array.from({ length: cursor.count() }, one) : one();
}
function readPrimitive(cursor, type2) {
  switch (type2?.name) {
    case "boolean":
      return cursor.byte() !== 0;
    case "byte":
      return cursor.byte();
    case "int":
    case "short":
      return cursor.signed();
    case "char":
    case "long":
      return cursor.whole();
    case "float":
      return cursor.bytes(4).readFloatBE();
    case "double":
      return cursor.bytes(8).readDoubleBE();
    case "java.lang.String":
      return readText(cursor, (key) => ({ pool: type2.id, key }));
    default:
      return void 0;
  }
}

// src/runtimes/jvm/recording/constants.ts
function constantsOf({ bytes, constantsAt }, types) {
  const pools = /* @__PURE__ */ new Map();
  for (let at = constantsAt; at > 0; ) {
    const { type: type2, cursor } = eventAt(bytes, at).event;
    if (type2 !== 1) throw broken2("its constants do not stand where it says so");
    cursor.whole();
    cursor.whole();
    const back = Number(BigInt.asIntN(64, BigInt(cursor.whole())));
    cursor.byte();
    for (let pool = cursor.count(); pool > 0; pool--) {
      const id = cursor.small();
      const known4 = pools.get(id) ?? /* @__PURE__ */ new Map();
      pools.set(id, known4);
      for (let entry = cursor.count(); entry > 0; entry--) {
        const key = cursor.whole();
        const value = readStruct(cursor, types, id);
        if (!known4.has(key)) known4.set(key, value);
      }
    }
    if (back > 0) throw broken2("its constants lead in a circle");
    if (back === 0) break;
    at += back;
  }
  return (type2, key) => pools.get(type2)?.get(key) ?? null;
}
function resolved(value, constants) {
  if (typeof value !== "object" || value === null) return null;
  if (value instanceof Map) return value;
  return "key" in value ? constants(value.pool, value.key) : null;
}

// src/runtimes/jvm/recording/events.ts
var mostHolders = 1e3;
var oldObjectOf = (event) => {
  const object = event.of("object");
  return {
    type: object?.type("type") ?? "",
    size: event.number("objectSize"),
    elements: event.number("arrayElements"),
    allocatedAt: event.time("allocationTime"),
    stack: event.stack("stackTrace"),
    chain: object === null ? [] : chainOf(object),
    root: rootOf(event.of("root"))
  };
};
function chainOf(object) {
  const chain = [];
  for (let at = object.of("referrer"); at !== null && chain.length < mostHolders; ) {
    const holder2 = at.of("object");
    if (holder2 === null) break;
    chain.push(holderOf2(at, holder2));
    at = holder2.of("referrer");
  }
  return chain.toReversed();
}
function holderOf2(reference, holder2) {
  const field = reference.of("field");
  return {
    type: holder2.type("type"),
    // The description of any other object may be a text of the program's own.
    ofClass: /^Class Name: ([\w.$/+]+)$/.exec(holder2.text("description") ?? "")?.[1] ?? null,
    field: field?.text("name") ?? null,
    isStatic: ((field?.number("modifiers") ?? 0) & 8) !== 0,
    skipped: reference.number("skip") ?? 0
  };
}
function rootOf(root) {
  return root === null ? null : { system: root.text("system") ?? "", type: root.text("type") ?? "" };
}
var startedThreadOf = (event) => {
  const thread = event.of("thread");
  return {
    name: thread?.text("javaName") ?? "",
    id: thread?.number("javaThreadId") ?? 0,
    parent: event.of("parentThread")?.number("javaThreadId") ?? 0,
    startedAt: event.time("startTime"),
    stack: event.stack("stackTrace")
  };
};

// src/runtimes/jvm/recording/metadata.ts
var deepest2 = 16;
function typesOf({ bytes, metadataAt }) {
  const { type: type2, cursor } = eventAt(bytes, metadataAt).event;
  if (type2 !== 0) throw broken2("it does not tell of its types where it says so");
  cursor.whole();
  cursor.whole();
  cursor.whole();
  const words2 = Array.from({ length: cursor.count() }, () => readText(cursor, () => null) ?? "");
  const root = readElement(cursor, words2, 0);
  const classes = root.children.filter(({ name: name2 }) => name2 === "metadata").flatMap(({ children }) => children.filter(({ name: name2 }) => name2 === "class"));
  return new Map(classes.map(typeOf).map((one) => [one.id, one]));
}
function typeOf({ attributes, children }) {
  const fields = children.filter(({ name: name2 }) => name2 === "field").map(fieldOf2);
  return { id: idIn(attributes, "id"), name: attributes.get("name") ?? "", fields };
}
var fieldOf2 = ({ attributes }) => ({
  name: attributes.get("name") ?? "",
  type: idIn(attributes, "class"),
  isConstant: attributes.get("constantPool") === "true",
  isList: attributes.get("dimension") === "1"
});
function idIn(attributes, key) {
  const id = Number(attributes.get(key) ?? Number.NaN);
  if (!Number.isSafeInteger(id)) throw broken2("a type in it has no number");
  return id;
}
function readElement(cursor, words2, depth) {
  if (depth > deepest2) throw broken2("its types nest too deep");
  const word = () => {
    const found = words2[cursor.small()];
    if (found === void 0) throw broken2("a word of its types is missing");
    return found;
  };
  const name2 = word();
  const attributes = new Map(Array.from({ length: cursor.count() }, () => [word(), word()]));
  const children = Array.from({ length: cursor.count() }, () => readElement(cursor, words2, depth + 1));
  return { name: name2, attributes, children };
}

// src/runtimes/jvm/recording/read.ts
function readerOf(chunk, constants) {
  const stacks = /* @__PURE__ */ new Map();
  const reader = (struct) => {
    const of = (field) => {
      const found = resolved(struct.get(field), constants);
      return found === null ? null : reader(found);
    };
    return {
      of,
      list: (field) => structsOf(struct.get(field), constants).map(reader),
      number: (field) => natural(struct.get(field)),
      text: (field) => textOf3(struct.get(field), constants),
      time: (field) => timeOf(struct.get(field), chunk),
      type: (field) => typeName(of(field)?.text("name") ?? ""),
      stack: (field) => {
        const found = resolved(struct.get(field), constants);
        if (found === null) return [];
        const known4 = stacks.get(found) ?? stackOf(reader(found));
        stacks.set(found, known4);
        return known4;
      }
    };
  };
  return reader;
}
var structsOf = (value, constants) => Array.isArray(value) ? value.flatMap((one) => resolved(one, constants) ?? []) : [];
function natural(value) {
  return typeof value === "number" && value >= 0 ? value : null;
}
function textOf3(value, constants) {
  if (typeof value === "string") return value;
  const [first] = resolved(value, constants)?.values() ?? [];
  if (typeof first === "string") return first;
  return first === void 0 || first === null ? null : textOf3(first, constants);
}
function timeOf(value, { startedAt, startTicks, ticksPerMillisecond }) {
  const ticks = typeof value === "number" || typeof value === "bigint" ? Number(value) : startTicks;
  return startedAt + (ticks - startTicks) / ticksPerMillisecond;
}
function stackOf(stack) {
  return stack.list("frames").map((frame) => {
    const method = frame.of("method");
    const name2 = `${method?.type("type") ?? ""}.${method?.text("name") ?? ""}`;
    return { function: name2, file: "", line: frame.number("lineNumber") ?? 0 };
  }).filter((frame) => !isBridge(frame.function)).toReversed();
}

// src/runtimes/jvm/recording/read-recording.ts
var mostBytes3 = 256e6;
function readRecording(bytes) {
  if (bytes.length > mostBytes3) throw tooLarge3(bytes.length);
  const read4 = chunksOf(bytes).map(readChunk);
  return { objects: read4.flatMap(({ objects }) => objects), threads: read4.flatMap(({ threads }) => threads) };
}
function readChunk(chunk) {
  const types = typesOf(chunk);
  const reader = readerOf(chunk, constantsOf(chunk, types));
  const objects = [];
  const threads = [];
  for (const { type: type2, cursor } of eventsOf(chunk)) {
    const name2 = types.get(type2)?.name;
    const struct = () => reader(readStruct(cursor, types, type2));
    if (name2 === "jdk.OldObjectSample") objects.push(oldObjectOf(struct()));
    else if (name2 === "jdk.ThreadStart") threads.push(startedThreadOf(struct()));
  }
  return { objects, threads };
}

// src/runtimes/jvm/recording/settings.ts
var settings = `<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.OldObjectSample">
    <setting name="enabled">true</setting>
    <setting name="stackTrace">true</setting>
    <setting name="cutoff">infinity</setting>
  </event>
  <event name="jdk.ThreadStart">
    <setting name="enabled">true</setting>
    <setting name="stackTrace">true</setting>
  </event>
</configuration>
`;

// src/runtimes/jvm/trace/recorder.ts
var name = "leakdiff";
function recorderOf(jvm2, marker) {
  let began = null;
  const begin = () => {
    began ??= beginIn(jvm2, marker);
    return began;
  };
  const read4 = async (directory) => {
    if (!await begin()) return null;
    const path = join14(directory, `jvm-${jvm2.pid}.jfr`);
    await command(jvm2, `JFR.dump name=${name} path-to-gc-roots=true filename="${path}"`);
    const bytes = await readFile6(path);
    await rm4(path, { force: true });
    return readRecording(bytes);
  };
  return { begin, read: read4 };
}
async function beginIn(jvm2, marker) {
  if (await keepsGarbage(jvm2)) return false;
  const path = join14(dirname5(marker), "leakdiff.jfc");
  await writeFile5(path, settings);
  return command(jvm2, `JFR.start name=${name} disk=false settings="${path}"`).then(
    () => true,
    () => false
  );
}
async function keepsGarbage(jvm2) {
  if (!/\bZ(?:Heap|GC)\b/.test(await command(jvm2, "GC.heap_info"))) return false;
  const version = /^JDK (\d+)/m.exec(await command(jvm2, "VM.version"))?.[1];
  return Number(version ?? 0) < 25;
}

// src/runtimes/jvm/ignore-rules.ts
var through = (pattern) => (stack) => stack.some((frame) => pattern.test(frame.function));
var ignoreRules2 = [
  {
    name: "class-loading",
    reason: "A class that was loaded stays, with what its loader keeps of it, once.",
    quantity: "heap-bytes",
    matches: through(/^jdk\.internal\.loader\./)
  },
  {
    name: "linking",
    reason: "Lambdas, method references and joined texts are linked where they first run, once each.",
    quantity: "heap-bytes",
    matches: through(
      /^java\.lang\.invoke\.(?:MethodHandleNatives\.link\w+|LambdaForm\.compileToBytecode|MethodType\.makeImpl)$/
    )
  },
  {
    name: "reflection",
    reason: "What a class tells of its members is kept with the class, once each.",
    quantity: "heap-bytes",
    matches: through(
      /^java\.lang\.Class\.(?:privateGet\w+|reflectionData|newReflectionData|getReflectionFactory)$|^jdk\.internal\.reflect\.(?:MethodAccessorGenerator|ReflectionFactory)\./
    )
  },
  {
    name: "locales",
    reason: "Names of days, months and time zones are kept for each language in which they were asked for.",
    quantity: "heap-bytes",
    matches: through(/^sun\.util\.(?:locale|cldr|resources|calendar)\./)
  },
  {
    name: "recorder",
    reason: "The JVM\u2019s Flight Recorder, which leakdiff switches on, keeps what it records.",
    quantity: "any",
    matches: through(/^jdk\.jfr\./)
  }
];

// src/runtimes/jvm/attribute/adder.ts
function addersIn(placed) {
  const put2 = placed.filter(({ place }) => place?.isPut === true);
  const entries = put2.filter(({ object }) => isEntry(object.type)).map(({ object }) => callerOf(object.stack));
  if (entries.length > 0) return sharesOf(entries);
  const ofOwner = placed.flatMap(({ object, place }) => {
    const at = place === null ? -1 : object.stack.findLastIndex((one) => isOf(one, place.owner) && !isConstructor(one));
    return at < 0 ? [] : [object.stack.slice(0, at + 1)];
  });
  return sharesOf(ofOwner.length > 0 ? ofOwner : put2.map(({ object }) => callerOf(object.stack)));
}
var sharesOf = (stacks) => together(stacks.map((stack) => ({ stack, share: 1 / stacks.length })));
function together(shares) {
  const byStack = /* @__PURE__ */ new Map();
  for (const { share, stack } of shares) {
    const key = textOf4(stack);
    byStack.set(key, { stack, share: share + (byStack.get(key)?.share ?? 0) });
  }
  return [...byStack.values()];
}
var textOf4 = (stack) => stack.map((frame) => `${frame.function}:${frame.line}`).join("\n");
var isEntry = (type2) => type2.endsWith("]") || isCollection(type2);
function callerOf(stack) {
  if (ignoreRules2.some(({ matches }) => matches(stack))) return stack;
  const at = stack.findLastIndex((frame) => !isOfLibrary(classOf2(frame)));
  return at < 0 ? stack : stack.slice(0, at + 1);
}
function makerOf(stack) {
  const at = stack.findLastIndex((frame) => !isConstructor(frame));
  const maker = callerOf(at < 0 ? stack : stack.slice(0, at + 1));
  const last = maker.at(-1);
  return last === void 0 || isOfLibrary(classOf2(last)) ? callerOf(stack) : maker;
}
var isConstructor = (frame) => frame.function.endsWith(".<init>");
var isOfLibrary = (name2) => /^(?:java|javax|jdk|sun|com\.sun)\./.test(name2) || isCollection(name2);
var classOf2 = ({ function: name2 }) => name2.slice(0, Math.max(0, name2.lastIndexOf(".")));
function isOf(frame, owner) {
  const name2 = classOf2(frame);
  return name2 === owner || name2.startsWith(`${owner}$`);
}

// src/runtimes/jvm/attribute/place.ts
var leastObjects2 = 4;
var mostParts = 100;
function placeOf({ chain, type: type2 }, growth) {
  const types = [...chain.map((holder3) => holder3.type), type2];
  const least = Math.max(leastObjects2, (growth.get(type2)?.objects ?? 0) / mostParts);
  const found = types.findIndex((name2) => (growth.get(name2)?.objects ?? 0) >= least);
  const put2 = found < 0 ? types.length - 1 : found;
  const above3 = chain.slice(0, put2);
  const at = above3.findLastIndex(({ type: name2 }) => !isPart(name2));
  const holder2 = above3[at];
  if (holder2 === void 0) return null;
  const owner = holder2.ofClass ?? holder2.type;
  const isPut = chain.slice(put2).every(({ type: name2 }) => isPart(name2)) && put2 >= chain.length - 1;
  return { holder: `${owner}.${holder2.field ?? ""}`, owner, between: types.slice(put2, -1), isPut };
}
var isPart = (name2) => name2.endsWith("]") || isCollection(name2);

// src/runtimes/jvm/attribute/attribute.ts
function attribute(before, now, young, births) {
  const growth = growthOf(before, now);
  const shares = sharesOf2(young, growth);
  const rows = now.flatMap(({ name: name2, objects, bytes }) => {
    const grown = growth.get(name2);
    const stack = [{ function: name2, file: "", line: 0 }];
    if (grown === void 0) return [{ stack, objects, bytes, born: 0 }];
    const stays = { stack, objects: objects - grown.objects, bytes: bytes - grown.bytes, born: 0 };
    const split = shares.get(name2) ?? [{ stack, share: 1 }];
    return [stays, ...births(name2).flatMap((since) => split.map((one) => rowOf2(one, grown, since)))];
  });
  return merged3(rows);
}
var stacksOf = (name2, before, now, young) => sharesOf2(young, growthOf(before, now), 2).get(name2) ?? [];
function growthOf(before, now) {
  const then = new Map(before.map((one) => [one.name, one]));
  return new Map(
    now.flatMap(({ name: name2, objects, bytes }) => {
      const known4 = then.get(name2) ?? { objects: 0, bytes: 0 };
      const grown = { objects: Math.max(0, objects - known4.objects), bytes: bytes - known4.bytes };
      return grown.bytes > 0 ? [[name2, grown]] : [];
    })
  );
}
var leastSamples = 3;
function sharesOf2(young, growth, least = leastSamples) {
  const placed = young.filter(({ stack }) => stack.length > 0).map((object) => ({ object, place: placeOf(object, growth) }));
  const byHolder = grouped(placed, ({ place }) => place?.holder ?? "");
  const adders = new Map([...byHolder].map(([holder2, those]) => [holder2, addersIn(those)]));
  const sampled = [...grouped(placed, ({ object }) => object.type)].filter(
    ([name2, those]) => those.length >= Math.min(least, growth.get(name2)?.objects ?? 0)
  );
  return new Map([
    ...sharesBetween(placed, adders),
    ...sampled.map(([name2, those]) => [name2, sharesAt(those, adders)])
  ]);
}
function sharesBetween(placed, adders) {
  const known4 = placed.filter(({ place }) => (adders.get(place?.holder ?? "") ?? []).length > 0);
  const pairs = known4.flatMap((one) => [...new Set(one.place?.between)].map((name2) => ({ name: name2, one })));
  const byClass = [...grouped(pairs, ({ name: name2 }) => name2)];
  return new Map(
    byClass.map(([name2, those]) => [
      name2,
      sharesAt(
        those.map(({ one }) => one),
        adders
      )
    ])
  );
}
function sharesAt(placed, adders) {
  const all = [...grouped(placed, ({ place }) => place?.holder ?? "")].flatMap(([holder2, those]) => {
    const known4 = holder2 === "" ? [] : adders.get(holder2) ?? [];
    const own2 = those.map(({ object }) => ({ stack: makerOf(object.stack), share: 1 / those.length }));
    const part = those.length / placed.length;
    return (known4.length > 0 ? known4 : own2).map(({ share, stack }) => ({ stack, share: share * part }));
  });
  return together(all);
}
function rowOf2({ share, stack }, grown, since) {
  const part = share * since.share;
  return { stack, objects: grown.objects * part, bytes: grown.bytes * part, born: since.born };
}
function merged3(rows) {
  const byStack = grouped(rows, ({ born, stack }) => `${born}
${textOf4(stack)}`);
  return [...byStack.values()].flatMap((those) => {
    const [{ born, stack } = { born: 0, stack: [] }] = those;
    const objects = Math.round(those.reduce((sum, row) => sum + row.objects, 0));
    const bytes = Math.round(those.reduce((sum, row) => sum + row.bytes, 0));
    return bytes > 0 ? [{ stack, objects, bytes, born }] : [];
  });
}
function grouped(all, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of all) {
    const key = keyOf(one);
    const known4 = groups.get(key);
    if (known4 === void 0) groups.set(key, [one]);
    else known4.push(one);
  }
  return groups;
}

// src/runtimes/jvm/trace/rows.ts
function heapRows({ classes }, history, young) {
  return attribute(history.first(), classes, young, history.births);
}
var openFile = "java.io.FileDescriptor";
var madeWithIt = /^(?:java\.io\.(?:FileDescriptor|FileCleanable|File(?:In|Out)putStream|RandomAccessFile)|java\.net\.(?:Server)?Socket|sun\.nio\.ch\.(?:File|Socket|ServerSocket|Datagram)ChannelImpl|sun\.nio\.ch\.NioSocketImpl)$/;
function openedRows({ classes }, history, opened) {
  const files = opened.flatMap((one) => madeWithIt.test(one.type) ? [{ ...one, type: openFile }] : []);
  return stacksOf(openFile, history.first(), classes, files).map(({ share, stack }) => ({
    files: share,
    stack
  }));
}

// src/runtimes/jvm/trace/starters.ts
function startersIn(recording, young) {
  const byId = new Map(recording?.threads.map(({ id, parent, stack }) => [id, { stack, parent }]));
  const made2 = young.filter(({ stack, type: type2 }) => type2 === virtualThread && stack.length > 0).map(({ stack }) => callerOf(stack));
  const [one] = made2;
  const ofVirtual = one !== void 0 && new Set(made2.map(textOf4)).size === 1 ? { stack: one, parent: 0 } : void 0;
  return ({ id, state }) => byId.get(id) ?? (state === "virtual thread" ? ofVirtual : void 0);
}

// src/runtimes/jvm/trace/trace.ts
function traceOf(jvm2, marker) {
  const history = createHistory();
  const recorder = recorderOf(jvm2, marker);
  const holders = createHolders(jvm2);
  return {
    begin: recorder.begin,
    read: async (histogram, { directory, dump, graph, round }) => {
      history.add(round, histogram);
      const recording = dump ? await recorder.read(directory) : null;
      const since = (moment) => recording?.objects.filter(({ allocatedAt }) => allocatedAt >= moment) ?? [];
      const young = since(history.since());
      return {
        heap: heapRows(histogram, history, young),
        starters: startersIn(recording, young),
        opened: graph === "write" ? openedRows(histogram, history, since(history.began())) : null,
        holders: graph === void 0 ? null : await holders.read(graph, histogram, directory)
      };
    }
  };
}

// src/runtimes/jvm/connect.ts
async function connect2(address) {
  if (address.kind === "url")
    throw new UserError(
      `A JVM has no profiles to fetch from ${address.url}.`,
      "Leave out `profiles`: leakdiff asks JVMs by itself."
    );
  const { path } = address;
  const pid = markerPid(basename5(path));
  if (pid === null || !existsSync4(path))
    throw new UserError(`No JVM has opened ${path}.`, "Look at the program\u2019s own output: it may have ended.");
  return probeAt2(path, jvmOf(path), pid);
}
async function probeAt2(path, jvm2, pid) {
  try {
    await command(jvm2, "VM.version");
  } catch (error) {
    const refusal2 = refusalOf(jvm2, error);
    if (refusal2 === null) throw error;
    return refusing(pid, refusal2);
  }
  return liveJvm(jvm2, pid, traceIn(path) === "traced" ? traceOf(jvm2, path) : null);
}
function refusalOf({ pid }, error) {
  if (error instanceof InconclusiveError) return error;
  if (!wordsOf(pid).includes("-XX:+DisableAttachMechanism")) return null;
  return new InconclusiveError(refusedCode, `No JVM answers: ${closed.why}.`, closed.remedy);
}
function refusing(pid, refusal2) {
  const refuse = () => Promise.reject(refusal2);
  return { pid, collect: refuse, count: refuse, snapshot: refuse, close: async () => {
  } };
}

// src/runtimes/jvm/instrument/toolchain.ts
import { execFile as execFile2 } from "node:child_process";
import { readdir as readdir4 } from "node:fs/promises";
import { join as join15 } from "node:path";
import { promisify as promisify2 } from "node:util";
var projectFiles = /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|build\.sbt)$/;
async function recognise2(directory) {
  const names2 = await readdir4(directory).catch(() => []);
  return names2.some((name2) => projectFiles.test(name2) || /\.(?:java|kt|jar)$/.test(name2));
}
var oldest = 11;
var install = `Install Java ${oldest} or later before leakdiff runs (in a workflow: actions/setup-java).`;
async function toolchain2(directory) {
  const home = process.env.JAVA_HOME;
  const candidates = ["java", ...home ? [join15(home, "bin/java")] : []];
  let cause;
  for (const program of candidates) {
    try {
      const { stderr, stdout } = await promisify2(execFile2)(program, ["-version"], { cwd: directory });
      return versionIn(stderr + stdout, directory);
    } catch (error) {
      if (error instanceof UserError) throw error;
      cause = error;
    }
  }
  throw new UserError(`\`java -version\` does not run in ${directory}.`, install, { cause });
}
function versionIn(text, directory) {
  const [, name2 = "java", version = ""] = /^(\w+) version "([^"]+)"/m.exec(text) ?? [];
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  if ((major === 1 ? minor : major) >= oldest)
    return `${name2} ${/\./.test(version) ? version : `${version}.0`}`;
  throw new UserError(
    `Java in ${directory} is version ${version || "unknown"}, which is too old to be measured.`,
    install
  );
}

// src/runtimes/jvm/locate/jar/artifact.ts
function artifactOf(path, entries) {
  return inMaven(path) ?? inGradle(path) ?? ofProperties(path, entries()) ?? ofName(path, bundleIn(entries()));
}
function inMaven(path) {
  const [, group, artifact, version, file] = /\/repository\/(.+)\/([^/]+)\/([^/]+)\/([^/]+)\.jar$/.exec(path) ?? [];
  if (group === void 0 || !file?.startsWith(`${artifact}-`)) return null;
  return { package: `${group.replaceAll("/", ".")}:${artifact}`, version: version ?? null };
}
function inGradle(path) {
  const [, group, artifact, version] = /\/files-2\.1\/([^/]+)\/([^/]+)\/([^/]+)\/[^/]+\/[^/]+\.jar$/.exec(path) ?? [];
  return group === void 0 ? null : { package: `${group}:${artifact}`, version: version ?? null };
}
function ofProperties(path, entries) {
  const all = entries.filter(({ name: name3 }) => /^META-INF\/maven\/.*\/pom\.properties$/.test(name3));
  const told = all.flatMap((entry) => {
    const text = entry.read()?.toString() ?? "";
    const word = (key) => new RegExp(`^${key}\\s*=\\s*(\\S+)`, "m").exec(text)?.[1];
    const [group, artifact] = [word("groupId"), word("artifactId")];
    return group === void 0 || artifact === void 0 ? [] : [{ package: `${group}:${artifact}`, version: word("version") ?? null }];
  });
  const name2 = path.replace(/^.*\//, "");
  return told.find((one) => name2.startsWith(one.package.replace(/^.*:/, ""))) ?? null;
}
function bundleIn(entries) {
  const manifest = entries.find(({ name: name2 }) => name2 === "META-INF/MANIFEST.MF")?.read()?.toString() ?? "";
  return /^Bundle-SymbolicName: ([\w.-]+)/m.exec(manifest.replace(/\r?\n /g, ""))?.[1] ?? null;
}
function ofName(path, bundle) {
  const [, artifact = "", version = null] = /([^/]+?)(?:-(\d[\w.+-]*))?\.jar$/.exec(path) ?? [];
  const group = bundle?.endsWith(`.${artifact}`) === true ? bundle.slice(0, -artifact.length - 1) : null;
  return { package: group === null ? artifact : `${group}:${artifact}`, version };
}

// src/runtimes/jvm/locate/jar/groups.ts
import { readdirSync as readdirSync5, readFileSync as readFileSync7 } from "node:fs";
import { homedir as homedir2 } from "node:os";
import { join as join17 } from "node:path";

// src/runtimes/jvm/source/lists/model.ts
import { readdirSync as readdirSync4, readFileSync as readFileSync6 } from "node:fs";
import { homedir } from "node:os";
import { join as join16 } from "node:path";
var read3 = /* @__PURE__ */ new WeakMap();
function modelIn(lines) {
  const model = read3.get(lines) ?? readModel(lines.join("\n"));
  read3.set(lines, model);
  return model;
}
function readModel(text) {
  const plain4 = text.replace(/<!--[\s\S]*?-->/g, "");
  const parent = /<parent>([\s\S]*?)<\/parent>/.exec(plain4)?.[1];
  const properties = /<properties>([\s\S]*?)<\/properties>/.exec(plain4)?.[1] ?? "";
  const management = /<dependencyManagement>([\s\S]*?)<\/dependencyManagement>/.exec(plain4)?.[1] ?? "";
  const blocks = Array.from(
    management.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g),
    ([, block = ""]) => block.replace(/<exclusions>[\s\S]*?<\/exclusions>/g, "")
  );
  return {
    parent: parent === void 0 ? null : coordinatesIn(parent),
    properties: new Map(
      Array.from(properties.matchAll(/<([\w.-]+)>\s*([^<]*?)\s*<\/\1>/g), ([, name2 = "", value = ""]) => [
        name2,
        value
      ])
    ),
    managed: blocks.flatMap((block) => {
      const found = coordinatesIn(block);
      return found === null ? [] : [{ ...found, isImport: /<scope>\s*import\s*</.test(block) }];
    })
  };
}
function coordinatesIn(block) {
  const word = (tag) => new RegExp(`<${tag}>\\s*([^<]+?)\\s*</${tag}>`).exec(block)?.[1];
  const [group, artifact, version] = [word("groupId"), word("artifactId"), word("version")];
  return group === void 0 || artifact === void 0 || version === void 0 ? null : { group, artifact, version };
}
var known = /* @__PURE__ */ new Map();
function modelOf(coordinates2) {
  const key = Object.values(coordinates2).join(":");
  const found = known.get(key);
  if (found !== void 0) return found;
  const text = inMaven2(coordinates2) ?? inGradle2(coordinates2);
  if (text === null) return null;
  const model = readModel(text);
  known.set(key, model);
  return model;
}
function inMaven2({ group, artifact, version }) {
  const folder = join16(homedir(), ".m2/repository", ...group.split("."), artifact, version);
  return textOf5(join16(folder, `${artifact}-${version}.pom`));
}
function inGradle2({ group, artifact, version }) {
  const home = process.env.GRADLE_USER_HOME ?? join16(homedir(), ".gradle");
  const folder = join16(home, "caches/modules-2/files-2.1", group, artifact, version);
  for (const hash of foldersIn(folder)) {
    const text = textOf5(join16(folder, hash, `${artifact}-${version}.pom`));
    if (text !== null) return text;
  }
  return null;
}
function foldersIn(path) {
  try {
    return readdirSync4(path);
  } catch {
    return [];
  }
}
function textOf5(path) {
  try {
    return readFileSync6(path, "utf8");
  } catch {
    return null;
  }
}

// src/runtimes/jvm/source/lists/listed.ts
var deepest3 = 12;
function listedBy(list, properties = /* @__PURE__ */ new Map()) {
  const found = /* @__PURE__ */ new Map();
  visit(list, properties, found, 0);
  return [...found.values()];
}
var speaksOf = (list, property) => lineage2(list).some(({ managed }) => managed.some(({ version }) => version.includes(`\${${property}}`)));
function visit(list, properties, found, depth) {
  if (depth > deepest3) return;
  const models = lineage2(list);
  const all = new Map([
    ...models.toReversed().flatMap((model) => [...model.properties]),
    ...own(list),
    ...properties
  ]);
  const managed = models.flatMap((model) => model.managed).map((one) => ({ ...one, ...filled(one, all) }));
  for (const { artifact, group, isImport, version } of managed) {
    const name2 = `${group}:${artifact}`;
    if (!isImport && !found.has(name2)) found.set(name2, { package: name2, version });
  }
  for (const one of managed) if (one.isImport) visit(one, /* @__PURE__ */ new Map(), found, depth + 1);
}
function lineage2(list) {
  const models = [];
  for (let next = list; next !== null && models.length < deepest3; ) {
    const model = modelOf(next);
    if (model === null) break;
    models.push(model);
    next = model.parent;
  }
  return models;
}
var own = ({ group, version }) => [
  ["project.groupId", group],
  ["pom.groupId", group],
  ["project.version", version],
  ["pom.version", version]
];
var filled = ({ group, artifact, version }, properties) => ({
  group: insert(group, properties),
  artifact: insert(artifact, properties),
  version: insert(version, properties)
});
function insert(text, properties, depth = 0) {
  if (depth === deepest3 || !text.includes("${")) return text;
  const next = text.replace(/\$\{([\w.-]+)\}/g, (whole, name2) => properties.get(name2) ?? whole);
  return next === text ? text : insert(next, properties, depth + 1);
}

// src/runtimes/jvm/source/lists/brought.ts
function withListed(taken2) {
  const lists = taken2.flatMap((one) => {
    const list = coordinatesOf(
      one.package === "org.springframework.boot" ? { ...one, package: "org.springframework.boot:spring-boot-dependencies" } : one
    );
    return list !== null && isList(list) && (modelOf(list)?.managed.length ?? 0) > 0 ? [list] : [];
  });
  return [...taken2, ...lists.flatMap((list) => by(named(list), listedBy(list)))];
}
var isList = ({ artifact }) => /-(?:bom|dependencies|platform)$|^bom$/.test(artifact);
function broughtBy(taken2, pom) {
  const { parent, properties, managed } = modelIn(pom);
  const list = coordinatesOf(taken2);
  if (list === null) return [];
  if (parent?.artifact === list.artifact && parent.group === list.group)
    return by(named(list), listedBy(list, properties));
  const isImported = managed.some(
    (one) => one.isImport && taken2.package === `${insert(one.group, properties)}:${insert(one.artifact, properties)}`
  );
  return isImported ? by(named(list), listedBy(list)) : [];
}
function broughtByProperty(name2, pom) {
  const { parent, properties } = modelIn(pom);
  if (parent === null || !speaksOf(parent, name2)) return [];
  const without = new Map([...properties].filter(([other]) => other !== name2));
  const before = new Map(listedBy(parent, without).map((one) => [one.package, one.version]));
  const changed = listedBy(parent, properties).filter((one) => before.get(one.package) !== one.version);
  return by(name2, changed);
}
var named = (list) => `${list.group}:${list.artifact}:${list.version}`;
var by = (name2, listed) => listed.map((one) => ({ ...one, by: name2 }));
function coordinatesOf({ package: name2, version }) {
  const [group, artifact] = name2.split(":");
  return group === void 0 || artifact === void 0 || version === null ? null : { group, artifact, version };
}

// src/runtimes/jvm/source/catalogue.ts
var catalogueLine = (lines, index) => withListed(librariesAt(lines, index));
function librariesAt(lines, index) {
  const line = (lines[index] ?? "").replace(/#.*$/, "");
  const [, key, value] = /^\s*"?([\w.-]+)"?\s*=\s*["']([^"']+)["']\s*$/.exec(line) ?? [];
  if (key === void 0 || value === void 0) return libraryIn(line, lines);
  if (tableOf(lines, index) !== "versions") return libraryIn(line, lines);
  const refers = new RegExp(`version\\.ref\\s*=\\s*["']${key}["']|ref\\s*=\\s*["']${key}["']`);
  return lines.filter((text) => refers.test(text)).flatMap((text) => libraryIn(text, []).map((taken2) => ({ ...taken2, version: value })));
}
function libraryIn(line, lines) {
  const word = (key) => new RegExp(`\\b${key}\\s*=\\s*["']([^"']+)["']`).exec(line)?.[1] ?? null;
  const short = /=\s*["']([\w.-]+:[\w.-]+):([^"']+)["']/.exec(line);
  if (short !== null) return [{ package: short[1] ?? "", version: short[2] ?? null }];
  const group = word("group");
  const name2 = word("module") ?? word("id") ?? (group === null ? null : `${group}:${word("name") ?? ""}`);
  if (name2 === null) return [];
  const ref = word("version\\.ref") ?? word("ref");
  const referred = lines.find((text) => ref !== null && new RegExp(`^\\s*"?${ref}"?\\s*=\\s*["']`).test(text)) ?? "";
  const version = ref === null ? word("version") : /=\s*["']([^"']+)["']/.exec(referred)?.[1] ?? null;
  return [{ package: name2, version }];
}
function tableOf(lines, index) {
  const header = lines.slice(0, index).findLast((line) => /^\s*\[/.test(line)) ?? "";
  return /^\s*\[([\w.-]+)\]/.exec(header)?.[1] ?? "";
}

// src/runtimes/jvm/source/gradle.ts
var coordinates = /(["'])([\w.-]+):([\w.-]+)(?::([^"':@]+)(?:[:@][^"']*)?)?\1/g;
var gradleLine = (lines, index) => withListed(artifactsAt(lines, index));
function artifactsAt(lines, index) {
  const line = (lines[index] ?? "").replace(/(^|\s)\/\/.*$/, "");
  const found = [...line.matchAll(coordinates)].map(([, , group = "", name2 = "", version]) => ({
    package: `${group}:${name2}`,
    version: variableIn(version ?? null, lines)
  }));
  const parts = /group\s*[:=]\s*["']([^"']+)["'].*name\s*[:=]\s*["']([^"']+)["'](?:.*version\s*[:=]\s*["']([^"']+)["'])?/.exec(
    line
  );
  const plugin = /\bid\s*\(?\s*["']([\w.-]+)["']\s*\)?\s*version\s*\(?\s*["']([^"']+)["']/.exec(line);
  return [
    ...found,
    ...parts === null ? [] : [{ package: `${parts[1]}:${parts[2]}`, version: parts[3] ?? null }],
    ...plugin === null ? [] : [{ package: plugin[1] ?? "", version: plugin[2] ?? null }],
    ...found.length === 0 ? ofVariable(lines, line) : []
  ];
}
function variableIn(version, lines) {
  const name2 = /^\$\{?([\w.]+)\}?$/.exec(version ?? "")?.[1]?.split(".").at(-1);
  if (name2 === void 0) return version;
  const line = lines.find((text) => new RegExp(`\\b${name2}["']?\\]?\\s*[=:]\\s*["']`).test(text)) ?? "";
  return /[=:]\s*["']([^"']+)["']/.exec(line)?.[1] ?? null;
}
function ofVariable(lines, line) {
  const [, name2, value] = /\b(\w+)["']?\]?\s*=\s*["']([\w.+-]+)["']\s*$/.exec(line) ?? [];
  return name2 === void 0 || value === void 0 ? [] : takenBy(lines, name2, value);
}
function gradleProperty(lines, index, scripts) {
  const [, name2, value] = /^\s*([\w.-]+)\s*[=:]\s*([\w.+-]+)\s*$/.exec(lines[index] ?? "") ?? [];
  if (name2 === void 0 || value === void 0) return [];
  return withListed(scripts.flatMap((script) => takenBy(script, name2, value)));
}
function takenBy(lines, name2, value) {
  const plain4 = name2.replaceAll(".", "\\.");
  const called = `\\$(?:${plain4}\\b|\\{[^}]*(?<![\\w.])(?:[a-zA-Z]+\\.)*["']?${plain4}["']?\\)?(?:\\s+as\\s+String)?\\})`;
  const artifact = new RegExp(`["']([\\w.-]+:[\\w.-]+):${called}`, "g");
  const plugin = new RegExp(
    `\\bid\\s*\\(?\\s*["']([\\w.-]+)["']\\s*\\)?\\s*version\\s*\\(?\\s*(?:["']${called}|${plain4}\\b)`,
    "g"
  );
  return lines.flatMap(
    (line) => [...line.matchAll(artifact), ...line.matchAll(plugin)].map(([, found = ""]) => ({
      package: found,
      version: value
    }))
  );
}

// src/runtimes/jvm/source/pom.ts
function pomLine(lines, index, modules2) {
  const taken2 = artifactsAt2(lines, index, modules2);
  const property = /^\s*<([\w.-]+)>[^<]*<\/\1>/.exec(lines[index] ?? "")?.[1];
  return [
    ...taken2,
    ...taken2.flatMap((one) => broughtBy(one, lines)),
    ...property === void 0 || taken2.length > 0 ? [] : broughtByProperty(property, lines)
  ];
}
function artifactsAt2(lines, index, modules2) {
  const line = lines[index] ?? "";
  const [, tag, value] = /^\s*<([\w.-]+)>\s*([^<]+?)\s*<\/\1>/.exec(line) ?? [];
  if (tag === void 0 || value === void 0) return inOneLine(line);
  if (tag !== "version" && tag !== "artifactId" && tag !== "groupId")
    return [lines, ...modules2].flatMap((pom) => ofProperty(pom, tag, value));
  const block = blockAround(lines, index);
  const taken2 = block === null ? null : artifactIn(lines.slice(block[0], block[1]).join("\n"), lines);
  if (taken2 === null || tag !== "version" && taken2.version !== null) return [];
  return tag === "groupId" ? [] : [taken2];
}
var inOneLine = (line) => {
  const taken2 = /<(?:dependency|plugin|parent|extension)>.*<artifactId>/.test(line) ? artifactIn(line, []) : null;
  return taken2 === null ? [] : [taken2];
};
function blockAround(lines, index) {
  const opens2 = /<(dependency|plugin|parent|extension|path|annotationProcessorPath)>/;
  for (let from = index; from >= 0; from--) {
    const text = lines[from] ?? "";
    if (from !== index && /<\/(?:dependency|plugin|parent|extension|path|annotationProcessorPath|dependencies|exclusions)>/.test(
      text
    ))
      return null;
    if (/<exclusion>/.test(text)) return null;
    const tag = opens2.exec(text)?.[1];
    if (tag === void 0) continue;
    const end = lines.findIndex((line, at) => at >= index && line.includes(`</${tag}>`));
    return end < 0 ? null : [from, end + 1];
  }
  return null;
}
function artifactIn(block, lines) {
  const text = block.replace(/<(exclusions|dependencies|configuration|executions)>[\s\S]*?(?:<\/\1>|$)/g, "");
  const word = (tag) => new RegExp(`<${tag}>\\s*([^<]+?)\\s*</${tag}>`).exec(text)?.[1] ?? null;
  const artifact = word("artifactId");
  if (artifact === null) return null;
  const group = word("groupId") ?? (block.includes("<plugin>") ? "org.apache.maven.plugins" : null);
  const name2 = group === null ? artifact : `${group}:${artifact}`;
  const { properties } = modelIn(lines);
  const version = word("version");
  return {
    package: insert(name2, properties),
    version: version === null ? null : known2(insert(version, properties))
  };
}
var known2 = (version) => version.includes("${") ? null : version;
function ofProperty(lines, name2, value) {
  const uses2 = lines.flatMap((line, index) => line.includes(`<version>\${${name2}}<`) ? [index] : []);
  return uses2.flatMap((index) => {
    const block = blockAround(lines, index);
    const taken2 = block === null ? null : artifactIn(lines.slice(block[0], block[1]).join("\n"), lines);
    return taken2 === null ? [] : [{ ...taken2, version: value }];
  });
}

// src/runtimes/jvm/source/dependency-files.ts
var dependencyFiles2 = [
  { name: "pom.xml", read: pomLine, usedIn: /^pom\.xml$/ },
  { name: /(?:^|\/)pom\.[\w.-]+\.xml$|\.pom$/, read: pomLine },
  { name: /(?:^|\/)[\w.-]*\.gradle(?:\.kts)?$/, read: gradleLine },
  { name: /(?:^|\/)gradle\.properties$/, read: gradleProperty, usedIn: /\.gradle(?:\.kts)?$/ },
  { name: /(?:^|\/)[\w.-]+\.versions\.toml$/, read: catalogueLine },
  { name: /(?:^|\/)[\w.-]+\.lockfile$/, read: lockLine }
];
function lockLine(lines, index) {
  const [, name2, version] = /^([\w.-]+:[\w.-]+):([^=:]+)=/.exec(lines[index] ?? "") ?? [];
  return name2 === void 0 || version === void 0 ? [] : [{ package: name2, version }];
}

// src/runtimes/jvm/locate/jar/groups.ts
function groupsIn(root) {
  let declared = null;
  return ({ package: name2, version }) => {
    declared ??= packagesIn(root, 3);
    return declared.find((one) => one.endsWith(`:${name2}`)) ?? inRepository(name2, version) ?? inCache(name2) ?? name2;
  };
}
function packagesIn(folder, depth) {
  return entriesOf2(folder).flatMap((entry) => {
    const path = join17(folder, entry.name);
    if (entry.isDirectory())
      return depth === 0 || /^(?:\.|target$|build$|src$|node_modules$)/.test(entry.name) ? [] : packagesIn(path, depth - 1);
    const file = dependencyFiles2.find(
      ({ name: name2 }) => typeof name2 === "string" ? name2 === entry.name : name2.test(entry.name)
    );
    if (file === void 0) return [];
    const lines = readFileSync7(path, "utf8").split("\n");
    return lines.flatMap((_, index) => file.read(lines, index, []).map((taken2) => taken2.package));
  });
}
var deepestGroup = 6;
function inRepository(name2, version) {
  const repository = join17(homedir2(), ".m2/repository");
  const find = (words2) => {
    const folders = entriesOf2(join17(repository, ...words2)).filter((entry) => entry.isDirectory());
    const own2 = folders.some((entry) => entry.name === name2);
    if (own2 && entriesOf2(join17(repository, ...words2, name2)).some((entry) => entry.name === version))
      return `${words2.join(".")}:${name2}`;
    if (words2.length === deepestGroup) return null;
    for (const folder of folders) {
      const found = /^\d/.test(folder.name) ? null : find([...words2, folder.name]);
      if (found !== null) return found;
    }
    return null;
  };
  return version === null ? null : find([]);
}
function inCache(name2) {
  const cache = join17(homedir2(), ".gradle/caches/modules-2/files-2.1");
  const group = entriesOf2(cache).find(
    (entry) => entriesOf2(join17(cache, entry.name)).some((one) => one.name === name2)
  );
  return group === void 0 ? null : `${group.name}:${name2}`;
}
function entriesOf2(path) {
  try {
    return readdirSync5(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

// src/runtimes/jvm/locate/sources.ts
import { readdirSync as readdirSync6, readFileSync as readFileSync8 } from "node:fs";
import { join as join18 } from "node:path";
var skipped = /^(?:\..*|target|build|out|bin|dist|node_modules|generated)$/;
var deepest4 = 14;
function sourcesIn(root) {
  let files = null;
  const packages2 = /* @__PURE__ */ new Map();
  const packageOf2 = (path) => {
    const known4 = packages2.get(path);
    if (known4 !== void 0) return known4;
    const found = /^\s*package\s+([\w.]+)/m.exec(textOf6(join18(root, path)))?.[1] ?? "";
    packages2.set(path, found);
    return found;
  };
  return (className2, file) => {
    files ??= filesBelow(root);
    const outermost = className2.replace(/\$.*$/, "");
    const wanted = outermost.replace(/\.?[^.]*$/, "");
    const name2 = outermost.slice(wanted === "" ? 0 : wanted.length + 1);
    const bases = file === "" ? [name2, name2.replace(/Kt$/, "")] : [file.replace(/\.\w+$/, "")];
    const named3 = bases.flatMap((base) => files?.get(base) ?? []).find((path) => packageOf2(path) === wanted);
    return named3 ?? declaring(files, wanted, name2, root, packageOf2);
  };
}
function declaring(files, wanted, name2, root, packageOf2) {
  if (!/^\w+$/.test(name2)) return null;
  const declares = new RegExp(
    `\\b(?:class|object|interface|trait|record|enum)\\s+${name2}\\b|@file:JvmName\\("${name2}"\\)`
  );
  for (const path of [...files.values()].flat())
    if (packageOf2(path) === wanted && declares.test(textOf6(join18(root, path)))) return path;
  return null;
}
function filesBelow(root) {
  const found = /* @__PURE__ */ new Map();
  const visit2 = (folder, depth) => {
    for (const entry of entriesOf3(join18(root, folder))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const base = /^(.+)\.(?:java|kt|scala|groovy)$/.exec(entry.name)?.[1];
      if (entry.isDirectory()) {
        if (depth < deepest4 && !skipped.test(entry.name)) visit2(path, depth + 1);
      } else if (base !== void 0) found.set(base, [...found.get(base) ?? [], path]);
    }
  };
  visit2("", 0);
  return found;
}
function entriesOf3(path) {
  try {
    return readdirSync6(path, { withFileTypes: true }).toSorted((a, b) => a.name < b.name ? -1 : 1);
  } catch {
    return [];
  }
}
function textOf6(path) {
  try {
    return readFileSync8(path, "utf8");
  } catch {
    return "";
  }
}

// src/runtimes/jvm/locate/locate.ts
async function locator2({ root }) {
  const sourceOf = sourcesIn(root);
  const known4 = /* @__PURE__ */ new Map();
  const artifacts = /* @__PURE__ */ new Map();
  const groupOf = groupsIn(root);
  const artifactAt = (jar) => {
    const known5 = artifacts.get(jar);
    if (known5 !== void 0) return known5;
    const told = artifactOf(jar, () => entriesAt(jar));
    const found = told.package.includes(":") ? told : { ...told, package: groupOf(told) };
    artifacts.set(jar, found);
    return found;
  };
  const locate2 = ({ file, function: name2 }) => {
    const ofClass2 = plainClass(splitName(name2).ofClass).replace(/(?:\[\])+$/, "");
    const { base, jar } = placeOf2(file);
    if (/^(?:boolean|byte|char|double|float|int|long|short|\$Proxy|\(native\))$/.test(ofClass2))
      return { origin: "runtime" };
    if (jar === null && isOfJvm2(ofClass2)) return { origin: "runtime", path: pathOf(ofClass2, base) };
    const source5 = sourceOf(ofClass2, base);
    if (source5 !== null) return { origin: "project", path: source5 };
    if (jar !== null) return { origin: "dependency", ...artifactAt(jar), path: pathOf(ofClass2, base) };
    return unknown2(ofClass2);
  };
  return (frame) => {
    const key = `${splitName(frame.function).ofClass} ${frame.file}`;
    const found = known4.get(key) ?? locate2(frame);
    known4.set(key, found);
    return found;
  };
}
function placeOf2(file) {
  const at = file.lastIndexOf("!/");
  return at < 0 ? { jar: null, base: file } : { jar: file.slice(0, at), base: file.slice(at + 2) };
}
function entriesAt(jar) {
  const [outer = "", ...inner] = jar.split("!/");
  return inner.reduce((entries, name2) => {
    const bytes = entries.find((entry) => entry.name === name2)?.read() ?? null;
    return bytes === null ? [] : entriesWithin(bytes);
  }, entriesOf(outer));
}
var isOfJvm2 = (name2) => /^(?:java|jdk|sun|com\.sun\.(?:net\.httpserver|management|jmx|jndi|crypto|beans|java|imageio|naming|org|tools|rowset|security|media)|javax\.(?:crypto|imageio|lang|management|naming|net|print|rmi|script|security\.(?:auth|cert|sasl)|smartcardio|sql|swing|tools|xml\.(?:catalog|crypto|datatype|namespace|parsers|stream|transform|validation|xpath))|org\.(?:ietf\.jgss|w3c\.dom|xml\.sax))\./.test(
  name2
);
function pathOf(ofClass2, base) {
  const path = ofClass2.replace(/\$.*$/, "").replaceAll(".", "/");
  return base === "" ? `${path}.java` : path.replace(/[^/]*$/, base);
}
var unknown2 = (ofClass2) => ({
  origin: "dependency",
  package: ofClass2.replace(/\.?[^.]*$/, "") || ofClass2,
  version: null,
  path: null
});

// src/runtimes/jvm/parse.ts
function parse2(fileName, bytes) {
  if (fileName.endsWith(endings2.tasks)) return [profileOf("tasks", rowsOf(bytes, formats.tasks).map(toTask))];
  if (fileName.endsWith(endings2.heap))
    return [profileOf("heap-bytes", rowsOf(bytes, formats.heap).map(toMemory))];
  if (fileName.endsWith(endings2.files))
    return [{ ...profileOf("files", rowsOf(bytes, formats.files).map(toOpened)), exact: false }];
  if (fileName.endsWith(endings2.types))
    return [profileOf("instances", rowsOf(bytes, formats.types).map(toType))];
  if (fileName.endsWith(endings2.native))
    return [profileOf("rss-bytes", rowsOf(bytes, formats.native).map(toNative))];
  if (fileName.endsWith(endings2.holders)) return [];
  throw new FormatError(
    "not-this-format",
    `${fileName} is not a profile of the JVM.`,
    `Profiles of the JVM end in ${endings2.heap} or ${endings2.tasks}.`
  );
}
function profileOf(quantity, samples) {
  const total = samples.reduce((sum, { value }) => sum + value, 0);
  return { quantity, unit: quantities[quantity], exact: true, total, samples };
}
function rowsOf(bytes, format) {
  let file;
  try {
    file = JSON.parse(bytes.toString());
  } catch {
    throw brokenFile();
  }
  const { rows, ...told } = file ?? {};
  if (told.format !== format || !Array.isArray(rows)) throw brokenFile();
  return rows;
}
function toTask(row) {
  const { ids, stack, started, state } = row ?? {};
  if (typeof state !== "string" || !isStack(stack) || !isCounts(ids)) throw brokenFile();
  if (started === void 0) return { stack, value: ids.length, attributes: { state } };
  const { by: by2, parents } = started;
  if (!isStack(by2) || !isCounts(parents) || parents.length !== ids.length) throw brokenFile();
  const starter = callOf(by2);
  const createdBy = starter === void 0 ? {} : { createdBy: starter };
  return { stack, value: ids.length, attributes: { state, ...createdBy, ancestry: [by2], ids, parents } };
}
var callOf = (stack) => callerOf(stack).at(-1);
function toOpened(row) {
  const { files, stack } = row ?? {};
  if (typeof files !== "number" || !(files >= 0) || !isStack(stack)) throw brokenFile();
  return { stack, value: files };
}
function toNative(row) {
  const { bytes, stack } = row ?? {};
  if (!isCount(bytes) || !isStack(stack)) throw brokenFile();
  return { stack, value: bytes };
}
function toType(row) {
  const { more, stack } = row ?? {};
  if (!isCount(more) || !isStack(stack)) throw brokenFile();
  return { stack, value: more };
}
function toMemory(row) {
  const { born, bytes, objects, stack } = row ?? {};
  if (!isCount(bytes) || !isCount(objects) || !isCount(born) || !isStack(stack)) throw brokenFile();
  return { stack, value: bytes, attributes: { count: objects, born } };
}
var isCount = (value) => Number.isSafeInteger(value) && value >= 0;
var isCounts = (value) => Array.isArray(value) && value.every(isCount);
var isStack = (value) => Array.isArray(value) && value.every(isFrame);
function isFrame(value) {
  const { file, function: name2, line } = value ?? {};
  return typeof name2 === "string" && typeof file === "string" && isCount(line);
}
var brokenFile = () => new FormatError("broken", "This file of a JVM\u2019s snapshot is damaged.", "Take the profile again.");

// src/runtimes/jvm/retainers.ts
import { readFile as readFile7 } from "node:fs/promises";
var objectGraph = {
  is: (path) => path.endsWith(endings2.holders),
  ofAny: true,
  retainers: async (path) => rowsOf(await readFile7(path), formats.holders).map(toRetainer)
};
function toRetainer(row) {
  const { tooLarge: tooLarge6 } = row ?? {};
  if (typeof tooLarge6 === "string") throw notRead(tooLarge6);
  const { bytes, classes, files, path, share, types } = row ?? {};
  if (typeof path !== "string" || typeof share !== "number" || typeof bytes !== "number") throw brokenFile();
  return {
    path,
    bytes,
    share,
    ...typeof files === "number" && { files },
    ...typeof classes === "number" && { classes },
    ...isShares(types) && { types }
  };
}
var isShares = (types) => typeof types === "object" && types !== null && Object.values(types).every((share) => typeof share === "number");
var notRead = (what) => new FormatError(
  "not-supported",
  `the JVM has ${what}, more than leakdiff looks through.`,
  "Give the program less to begin with, as a smaller cache or catalogue."
);

// src/runtimes/structure/braces.ts
function aroundInBraces(lines, line, words2) {
  const openers = openersAround(lines, line);
  const inner = openers.slice(0, untilHolder(lines, openers, words2));
  const functions = inner.filter(({ 0: from }) => words2.functions.test(lines[from - 1] ?? ""));
  return functions.at(-1) ?? inner.at(-1) ?? statementAt(lines, line, words2);
}
function untilHolder(lines, openers, { holds }) {
  const holder2 = openers.findIndex(([from]) => holds.test(lines[from - 1] ?? ""));
  return holder2 < 0 ? openers.length : holder2;
}
function openersAround(lines, line) {
  const found = [];
  const start2 = textAt(lines, line) === "" ? above2(lines, line) : line;
  let indent = indentOf(lines, start2) + (opens(lines, start2) || closes(lines, start2) ? 1 : 0);
  const first = closes(lines, start2) && !opens(lines, start2) ? start2 - 1 : start2;
  for (let at = first; at >= 1 && indent > 0; at--) {
    if (textAt(lines, at) === "" || indentOf(lines, at) >= indent) continue;
    indent = indentOf(lines, at);
    const end = opens(lines, at) ? closeOf(lines, at) : null;
    if (end !== null && end >= line) found.push([headOf(lines, at), end]);
  }
  return found;
}
function headOf(lines, at) {
  if (!closes(lines, at)) return at;
  const indent = indentOf(lines, at);
  for (let up = at - 1; up >= 1; up--)
    if (textAt(lines, up) !== "" && indentOf(lines, up) === indent && !closes(lines, up)) return up;
  return at;
}
function closeOf(lines, at) {
  const indent = indentOf(lines, at);
  for (let down = at + 1; down <= lines.length; down++) {
    if (textAt(lines, down) === "" || indentOf(lines, down) > indent) continue;
    if (indentOf(lines, down) !== indent || !closes(lines, down)) return null;
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
var indentOf = (lines, at) => (lines[at - 1] ?? "").search(/\S|$/);

// src/runtimes/jvm/source/source.ts
var modifiers = "(?:(?:public|protected|private|internal|static|final|abstract|synchronized|native|default|strictfp|sealed|open|override|suspend|inline|operator|tailrec|infix|lateinit|const|volatile|transient|lazy|implicit|case|data|inner|companion|annotation|non-sealed)\\s+)*";
var annotations = "(?:@[\\w.]+(?:\\([^)]*\\))?\\s+)*";
var noStatement = "(?!(?:return|throw|new|else|assert|yield|case|do|package|import)\\b)";
var type = "(?:<[^(]*>\\s+)?[\\w.]+(?:<[\\w.<>\\[\\],?& ]*>)?(?:\\[\\])*(?:\\.\\.\\.)?";
var holder = `${modifiers}(?:class|interface|enum|record|object|trait|@interface)\\b`;
var functionOfKotlin = `${modifiers}(?:fun|def)\\b`;
var methodOfJava = `${noStatement}${modifiers}${type}\\s+\\w+\\s*\\([^;=]*$`;
var constructorOfJava = `${modifiers}[A-Z]\\w*\\s*\\([^;=]*(?:\\{|,|\\()$`;
var start = `^\\s*${annotations}`;
var source2 = {
  dependencyFiles: dependencyFiles2,
  generated: /^\/\/ Code generated .* DO NOT EDIT\.\r?$|^\s*\/[/*] *@generated\b|^@(?:javax\.annotation\.(?:processing\.)?|jakarta\.annotation\.)?Generated\b|^\/\/ Generated by /m,
  definitions: [
    new RegExp(`^${annotations}${holder}\\s+(\\w+)`),
    new RegExp(`^${annotations}${modifiers}(?:fun|def)\\s+(?:<[^>]*>\\s+)?(?:[\\w.<>?]+\\.)?(\\w+)`),
    new RegExp(`^${annotations}${noStatement}${modifiers}${type}\\s+(\\w+)\\s*\\([^;=]*$`),
    new RegExp(`^${annotations}${modifiers}([A-Z]\\w*)\\s*\\([^;=]*\\{$`),
    new RegExp(`^${annotations}${modifiers}(?:val|var)\\s+(\\w+)`),
    new RegExp(
      `^${annotations}(?:(?:public|protected|private|static|final|volatile|transient)\\s+)+${type}\\s+(\\w+)\\s*[=;]`
    )
  ],
  identifiers: (site5) => {
    const { ofClass: ofClass2, method } = splitName(site5);
    const name2 = method === null || method.startsWith("<") ? ofClass2 : method;
    const words2 = name2.replace(/\$lambda$/, "").replace(/(?:\$\*)+$/, "").match(/[\p{L}\p{N}_]+/gu);
    return words2?.slice(-1) ?? [];
  },
  withoutComments: withoutCommentsOfC,
  around: (lines, line) => aroundInBraces(lines, line, {
    functions: new RegExp(
      `${start}(?:${functionOfKotlin}|${methodOfJava}|${constructorOfJava}|static\\s*\\{)`
    ),
    holds: new RegExp(`${start}${holder}`),
    imports: /^\s*(?:import|package)\b/
  }),
  sources: /\.(?:java|kts?|scala|groovy)$/,
  tests: /(?:^|\/)src\/\w*[tT]est\w*\/|(?:Tests?|IT|Spec)\.(?:java|kt|scala|groovy)$/
};

// src/runtimes/jvm/tests/runner.ts
import { createRequire as createRequire2 } from "node:module";

// src/runtimes/jvm/tests/connect.ts
import { readFile as readFile8 } from "node:fs/promises";
import { basename as basename7 } from "node:path";

// src/runtimes/line-socket.ts
import { once } from "node:events";
import { createConnection as createConnection3 } from "node:net";
import { basename as basename6 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
async function openLineSocket(address, hint2) {
  const name2 = typeof address === "string" ? basename6(address) : address.name;
  const silent3 = (what, cause) => new UserError(`The probe ${name2} ${what}.`, hint2, { cause });
  const socket = await open2(address, silent3);
  return { ask: lineClient(socket, silent3), close: () => closed2(socket) };
}
var untilItListens = [10, 50];
async function open2(address, silent3, again = untilItListens) {
  const socket = typeof address === "string" ? createConnection3(address) : createConnection3(address.port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return socket;
  } catch (cause) {
    const [wait2, ...rest] = again;
    if (wait2 === void 0 || cause.code !== "ECONNREFUSED")
      throw silent3("cannot be reached", cause);
    await sleep(wait2);
    return open2(address, silent3, rest);
  }
}
var closed2 = (socket) => new Promise((resolve3) => {
  if (socket.destroyed) return resolve3();
  socket.once("close", () => resolve3());
  socket.destroy();
});
function lineClient(socket, silent3) {
  let rest = "";
  let waiting2 = null;
  socket.setEncoding("utf8");
  socket.on("error", () => waiting2?.fail("broke off"));
  socket.on("close", () => waiting2?.fail("broke off"));
  socket.on("data", (chunk) => {
    rest += chunk;
    const end = rest.indexOf("\n");
    if (end < 0) return;
    const line = rest.slice(0, end);
    rest = rest.slice(end + 1);
    waiting2?.take(line);
  });
  let turn = Promise.resolve();
  return (request, limit = timeLimits.probe) => {
    const answer = turn.then(async () => JSON.parse(await exchange2(request, limit)));
    turn = answer.catch(() => void 0);
    return answer;
  };
  function exchange2(request, limit) {
    return new Promise((resolve3, reject) => {
      const late2 = () => waiting2?.fail(`did not answer within ${(limit ?? 0) / 1e3} s`);
      const timer = limit === null ? void 0 : setTimeout(late2, limit);
      const settle = () => {
        clearTimeout(timer);
        waiting2 = null;
      };
      waiting2 = {
        take: (line) => {
          settle();
          resolve3(line);
        },
        fail: (what) => {
          settle();
          socket.destroy();
          reject(silent3(what));
        }
      };
      if (socket.destroyed) waiting2.fail("broke off");
      else socket.write(`${JSON.stringify(request)}
`);
    });
  }
}

// src/runtimes/jvm/tests/connect.ts
var hint = "Look at the tests\u2019 own output: their process may have ended.";
async function connectTests(path) {
  const [port = "", word = ""] = (await readFile8(path, "utf8").catch(() => "")).split(" ");
  if (word === "") throw new UserError(`No tests wait at ${path}.`, hint);
  const socket = await openLineSocket({ port: Number(port), name: basename7(path) }, hint);
  const ask2 = async (request, limit) => {
    const reply = await socket.ask({ ...request, word }, limit);
    if ("answer" in reply) return reply.answer;
    const told = "problem" in reply ? reply.problem : reply.refused[0];
    throw new InconclusiveError(refusedCode, `The tests could not be repeated: ${told}.`, hint);
  };
  const { goesOn, name: name2 } = await ask2({ do: "name" });
  if (name2 === "" || name2.startsWith(".."))
    throw new UserError(
      `The tests behind ${path} are not in this revision: ${name2}.`,
      "Have `test` run tests of this repository."
    );
  const probe = await probeAt2(path, jvmOf(path), markerPid(basename7(path)) ?? 0);
  return {
    ...probe,
    name: name2,
    goesOn,
    round: () => ask2({ do: "round" }, null),
    leaveOut: async () => void await ask2({ do: "leave" }),
    end: async () => void await ask2({ do: "end" }),
    close: async () => {
      await probe.close();
      await socket.close();
    }
  };
}

// src/runtimes/jvm/tests/runner.ts
var installedScript = () => createRequire2(import.meta.url).resolve("#probe/jvm/again.gradle");
var tests2 = {
  repeats: "JUnit 5, and of JUnit 4 by its vintage engine, in a JVM of their own (Surefire\u2019s forkCount is not 0)",
  tearDown: "a listener or a shutdown hook",
  // A limit for one run of the tests would end their repetition;
  // within Maven's own JVM a listener is not seen;
  // Gradle runs no tests again that it has run before, whatever their task, and its daemon would outlive the
  // trial.
  command: (text) => text.replace(/\s-D(?:surefire\.timeout=\d+|(?:surefire\.)?forkCount=0|forkMode=never)(?=\s|$)/g, "").replace(
    /(?<=(?:^|[\s/;&])gradlew?)(?=\s)/,
    ` --no-daemon --no-build-cache --init-script '${installedScript()}'`
  ),
  connect: connectTests,
  // A test that fails is told by its round.
  failures: () => [],
  refused: (output) => {
    const provider = /surefire\.(junit4|junitcore|testng)\b|surefire-(junit4|junit47|testng)\b/.exec(output);
    if (provider === null) return null;
    return (provider[1] ?? provider[2]) === "testng" ? "TestNG" : "JUnit 4 without its vintage engine";
  }
};

// src/runtimes/jvm/tools.ts
import { basename as basename8 } from "node:path";
var managers = /^(?:mvn|mvnw|mvnd|mvnDebug|gradle|gradlew|sbt|ant|javac|jar|kotlinc|scalac|jbang)$/;
var launchers = /^(?:plexus-classworlds|maven-wrapper|gradle-(?:wrapper|launcher|daemon-main|gradle-cli)|kotlin-compiler|kotlin-daemon|sbt-launch|ant-launcher)\b/;
var within = /^(?:\S*:)?(?:exec|exec-maven-plugin|(?:jetty|tomcat)[\w-]*?)(?::\d[\w.-]*)?:(?:java|run|run-war|start)(?:@\S+)?$|^-Dspring-boot\.run\.fork=false$/;
var compilers = /^'?Gradle (?:Compiler|Worker) Daemon\b/;
var tools2 = {
  wraps: (program, script, words2) => managers.test(program) || program === "java" && words2.some((word) => compilers.test(word)) || program === "java" && script !== void 0 && launchers.test(basename8(script.split(":")[0] ?? "")) && !words2.some((word) => within.test(word)),
  lists: { JAVA_TOOL_OPTIONS: { separator: " " } }
};

// src/runtimes/jvm/index.ts
var jvm = {
  name: "jvm",
  // Threads of the process are counted as well, those of the JVM's own among them.
  task: { one: "Java thread", many: "Java threads" },
  taskStack: "running",
  recognise: recognise2,
  toolchain: toolchain2,
  instrument,
  socketPid: markerPid,
  connect: connect2,
  tests: tests2,
  tools: tools2,
  parse: parse2,
  unreachable: unreachable2,
  objectGraph,
  // Where nothing is recorded nothing is told of who allocated.
  profiled: (stage) => stage === "first" ? ["tasks"] : ["tasks", "heap-bytes"],
  site: site2,
  readable: readable2,
  locator: locator2,
  floors: {
    "heap-bytes": 6e3,
    "heap-objects": 150,
    "external-bytes": 8192,
    tasks: 0.5,
    files: 0.5,
    classes: 0.9,
    instances: 0.5
  },
  ignoreRules: ignoreRules2,
  advice: advice2,
  source: source2,
  onboarding: async () => (await import("./onboarding-YN5UVFNI.mjs")).onboarding,
  container: async () => (await import("./container-Q5CYNTTL.mjs")).container
};

// src/runtimes/node/index.ts
import { execFile as execFile3 } from "node:child_process";
import { readdir as readdir5 } from "node:fs/promises";
import { promisify as promisify3 } from "node:util";

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
  ([name2, { end }]) => end === void 0 ? [] : [{ of: ["tasks"], state: new RegExp(`^${name2}$`), say: end }]
);
var handleWords = Object.fromEntries(
  Object.entries(handles).map(([name2, { words: words2 }]) => [name2, words2])
);

// src/runtimes/node/advice/advice.ts
var advice3 = {
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
import { basename as basename9 } from "node:path";
function lineProbes(of) {
  return {
    /** Process id in the name of a probe's socket; null for other names. */
    socketPid: (fileName) => pidIn2(of, fileName),
    /** Connects to a probe. Throws UserError when nothing answers there, and for an endpoint. */
    connect: async (address) => {
      if (address.kind === "url") throw withoutEndpoints(of, address.url);
      return (await open3(of, address.path)).probe;
    },
    /** Connects to a session of tests. Throws UserError when they are none of the revision's. */
    connectTests: async (path) => session(of, await open3(of, path), path)
  };
}
function pidIn2({ socketName }, fileName) {
  const pid = socketName.exec(fileName)?.[1];
  return pid === void 0 ? null : Number(pid);
}
var withoutEndpoints = ({ title }, url) => new UserError(
  `A ${title} program has no profiles to fetch from ${url}.`,
  `Leave out \`profiles\`: leakdiff instruments ${title} programs by itself.`
);
async function open3(of, path) {
  const { hint: hint2 } = of;
  const name2 = basename9(path);
  const socket = await openLineSocket(path, hint2);
  const ask2 = async (request, limit) => {
    const reply = await socket.ask(request, limit);
    if ("refused" in reply) throw new InconclusiveError(refusedCode, ...reply.refused);
    if ("problem" in reply)
      throw new UserError(`The probe ${name2} failed to ${request.do}: ${reply.problem}.`, hint2);
    return reply.answer;
  };
  const probe = {
    pid: pidIn2(of, name2),
    ...of.threadName?.test(name2) && { thread: true },
    collect: async (atRest) => void await ask2({ do: "collect", ...atRest && { atRest } }),
    count: async () => totalsOf3(await ask2({ do: "count" })),
    ...of.countsHeapApart && { countHeap: async () => totalsOf3(await ask2({ do: "heap" })) },
    snapshot: (directory, request) => ask2({ do: "snapshot", directory, ...request }),
    close: socket.close
  };
  return { probe, ask: ask2 };
}
async function session(of, { ask: ask2, probe }, path) {
  const { name: name2, goesOn } = await ask2({ do: "name" });
  if (name2 === "" || name2.startsWith(".."))
    throw new UserError(
      `The tests behind ${path} are not in this revision: ${name2}.`,
      "Have `test` run tests of this repository."
    );
  return {
    ...probe,
    name: name2,
    goesOn,
    round: () => ask2({ do: "round" }, null),
    ...of.tellsFiles && { files: () => ask2({ do: "files" }) },
    leaveOut: async () => void await ask2({ do: "leave" }),
    end: async () => void await ask2({ do: "end" })
  };
}
var totalsOf3 = (answer) => Object.entries(answer).flatMap(
  ([quantity, value]) => value === null ? [] : [{ quantity, value }]
);

// src/runtimes/node/connect.ts
var { connect: connect3, connectTests: connectTests2, socketPid: socketPid2 } = lineProbes({
  title: "Node",
  socketName: /^node-(\d+)(?:-w\d+)?(?:-t\d+)?\.sock$/,
  threadName: /^node-\d+-w\d+\.sock$/,
  hint: "Look at the program\u2019s own output: it may have ended, or something keeps its event loop busy.",
  countsHeapApart: true,
  tellsFiles: true
});

// src/runtimes/node/ignore-rules.ts
var ofNode = (frame) => frame.file === "" || frame.file.startsWith("node:");
var isCompiler = (frame) => frame !== void 0 && frame.file === "" && /^\((?:BYTECODE_COMPILER|COMPILER|PARSER)\)$/.test(frame.function);
var ignoreRules3 = [
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

// src/runtimes/node/retainers/retainers.ts
import { readFile as readFile9, stat as stat3 } from "node:fs/promises";
import { basename as basename10 } from "node:path";
import { fileURLToPath } from "node:url";

// src/runtimes/node/retainers/own.ts
import { open as open4 } from "node:fs/promises";

// src/runtimes/node/retainers/variables.ts
var isScope = (graph, node2) => graph.name(node2).startsWith("system / Context");
function variableName(graph, from, edge) {
  const name2 = graph.edgeType(edge) === "context" ? graph.edgeName(edge) : inBlock(graph, from, edge) ?? "";
  return isName(name2) ? name2 : exportedName(graph, from);
}
var isName = (text) => /^[A-Za-z_$][\w$]{0,39}$/.test(text);
function inBlock(graph, scope, edge) {
  if (!isOfBlock(graph, scope, edge)) return null;
  const called = namesBeside(graph, scope);
  const values = edgesOf(graph, scope).filter((e) => graph.edgeType(e) === "hidden");
  return called.length === values.length ? called[values.indexOf(edge)] ?? null : null;
}
var isOfBlock = (graph, scope, edge) => graph.edgeType(edge) === "hidden" && isScope(graph, scope) && namesBeside(graph, scope).length > 0;
function namesBeside(graph, scope) {
  const edges = edgesOf(graph, scope);
  const about = edges.find((e) => graph.edgeName(e) === "scope_info");
  if (about === void 0 || edges.some((e) => graph.edgeType(e) === "context")) return [];
  const beside2 = edgesOf(graph, graph.target(about)).map((e) => graph.target(e));
  return beside2.filter((node2) => graph.type(node2) === "string").map((node2) => graph.name(node2));
}
var edgesOf = (graph, node2) => Array.from(
  { length: graph.firstEdge(node2 + 1) - graph.firstEdge(node2) },
  (_, e) => graph.firstEdge(node2) + e
);
function exportedName(graph, cell) {
  if (graph.name(cell) !== "system / Cell") return "";
  const known4 = names.get(graph) ?? namesIn(graph);
  names.set(graph, known4);
  return known4.get(cell) ?? "";
}
var names = /* @__PURE__ */ new WeakMap();
var modules = /^system \/ (?:SourceText|Synthetic)Module$/;
function namesIn(graph) {
  const found = /* @__PURE__ */ new Map();
  for (let node2 = 0; node2 < graph.count; node2++) {
    if (!modules.test(graph.name(node2))) continue;
    for (let e = graph.firstEdge(node2); e < graph.firstEdge(node2 + 1); e++)
      if (graph.type(graph.target(e)) === "array") readTable(graph, graph.target(e), found);
  }
  return found;
}
function readTable(graph, table, found) {
  for (let e = graph.firstEdge(table); e + 1 < graph.firstEdge(table + 1); e++) {
    const [name2, cell] = [graph.target(e), graph.target(e + 1)];
    if (graph.type(name2) !== "string" || graph.name(cell) !== "system / Cell") continue;
    const text = graph.name(name2);
    if (isName(text)) found.set(cell, text === "default" ? "exports" : text);
  }
}

// src/runtimes/node/retainers/own.ts
async function probeOf(graph) {
  const file = await open4(graph.replace(/\.since-\d+\.heapsnapshot$/, ".heap.json")).catch(() => null);
  if (file === null) return "";
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
    const told = /"probe":("(?:[^"\\]|\\.)*")/.exec(buffer.toString("utf8", 0, bytesRead))?.[1];
    return told === void 0 ? "" : String(JSON.parse(told));
  } finally {
    await file.close();
  }
}
var isOfFile = (graph, node2, file) => file !== "" && graph.place(node2)?.file.replace(/^file:\/\//, "") === file;
function isOwnScope(graph, tree, node2) {
  const scope = scopeAbove(graph, tree, node2);
  if (scope === null) return false;
  for (let closure = 0; closure < graph.count; closure++) {
    if (graph.type(closure) !== "closure" || !uses(graph, closure, scope)) continue;
    return graph.place(closure)?.file.startsWith("node:") ?? false;
  }
  return false;
}
function scopeAbove(graph, tree, node2) {
  for (let at = node2; at > 0; at = tree.parent[at] ?? 0) if (isScope(graph, at)) return at;
  return null;
}
function uses(graph, closure, scope) {
  for (let e = graph.firstEdge(closure); e < graph.firstEdge(closure + 1); e++)
    if (graph.target(e) === scope) return true;
  return false;
}

// src/runtimes/node/retainers/ways.ts
function reach2(graph) {
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
  const parts = partsTo(graph, tree, node2);
  if (parts === null) return ["timer list"];
  const [first, second] = parts;
  const told = first === void 0 || first.kind === "class" || first.kind === "property" ? parts.slice(-3) : parts;
  const texts = (first?.kind === "exports" && second?.kind === "property" ? told.slice(1) : told).map(
    ({ text }) => text
  );
  const named3 = texts.filter((text, index) => text !== "" && text.replace(/^_/, "") !== texts[index + 1]);
  return named3.length <= mostParts2 ? named3 : [...named3.slice(0, mostParts2 - 3), "\u2026", ...named3.slice(-2)];
}
function nameOf2(graph, tree, node2) {
  const parts = partsTo(graph, tree, node2) ?? [];
  const at = parts.findLastIndex(({ kind }) => kind === "variable" || kind === "property");
  const [above3, own2] = [parts[at - 1], parts[at]];
  if (own2 === void 0 || own2.text === "") return null;
  return own2.kind === "variable" || !above3?.text || above3.kind === "exports" ? own2.text : `${above3.text}.${own2.text}`;
}
function partsTo(graph, tree, node2) {
  const parts = [];
  for (let at = node2; at > 0; at = tree.parent[at] ?? 0) {
    const name2 = className(graph, at);
    if (name2 === "TimersList" || name2 === "TimersListQueue") return null;
    if (name2 !== "" && name2 !== "Object") parts.unshift({ text: name2, kind: "class" });
    const above3 = partOf(graph, tree, at);
    if (above3 === null) continue;
    parts.unshift(above3);
    if (above3.kind !== "property") break;
  }
  return parts;
}
function partOf(graph, tree, node2) {
  const [edge = -1, from = 0] = [tree.edge[node2], tree.parent[node2]];
  if (edge < 0) return null;
  const variable = variableName(graph, from, edge);
  if (isExport(graph, from, edge) || variable === "exports") return { text: "exports", kind: "exports" };
  if (variable !== "" || isOfBlock(graph, from, edge)) return { text: variable, kind: "variable" };
  const text = edgeLabel(graph, from, edge);
  return text === "" ? null : { text, kind: "property" };
}
function isExport(graph, from, edge) {
  if (graph.edgeType(edge) !== "property" || graph.edgeName(edge) !== "exports") return false;
  for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++)
    if (graph.edgeType(e) === "property" && graph.edgeName(e) === "filename") return true;
  return false;
}
var mostParts2 = 6;
var mostNames = 16;
function edgeLabel(graph, from, edge) {
  const name2 = graph.edgeName(edge);
  if (graph.edgeType(edge) !== "property" || hidden2.has(name2)) return "";
  if (graph.name(from) !== "Object") return /^[#A-Za-z_$][\w$]{0,39}$/.test(name2) ? name2 : "";
  let properties = 0;
  for (let e = graph.firstEdge(from); e < graph.firstEdge(from + 1); e++)
    if (graph.edgeType(e) === "property") properties++;
  return properties <= mostNames && /^[A-Za-z]{1,24}$/.test(name2) ? name2 : "";
}
var hidden2 = /* @__PURE__ */ new Set([
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
  const name2 = graph.name(node2).replace(/ \/.*$/, "");
  return isNamed(graph, node2) && name2 !== "system" && /^[A-Za-z_$][\w$.]{0,59}$/.test(name2) ? name2 : "";
}

// src/runtimes/node/retainers/retainers.ts
var mostBytes4 = 1e9;
var mostRetainers2 = 3;
var leastShare3 = 0.03;
var isGraph = (path) => path.endsWith(".heapsnapshot");
var tooLarge4 = () => new FormatError(
  "not-supported",
  "its heap snapshot is larger than 1 GB, and is not searched.",
  "Measure a program that holds less, if it matters who holds it."
);
async function retainers(path) {
  const since = /\.since-(\d+)\.heapsnapshot$/.exec(basename10(path))?.[1];
  if (since === void 0) return [];
  if ((await stat3(path)).size > mostBytes4) throw tooLarge4();
  return retainersOf2(readHeapGraph(await readFile9(path)), Number(since), await probeOf(path));
}
function retainersOf2(graph, since, probe) {
  const tree = reach2(graph);
  const all = newByHolder(graph, tree, since, probe);
  const groups = all.filter((one) => one.bytes < leastShare3 * bytesOf2(all) || !isNodes(graph, tree, one));
  const total = bytesOf2(groups);
  return groups.filter(({ bytes }) => bytes >= leastShare3 * total).toSorted((a, b) => b.bytes - a.bytes).flatMap(({ holder: holder2, kind, variable, bytes, functions }) => {
    const above3 = variable === "" ? aboveOf(graph, tree, holder2) : [variable];
    const path = kind === "" || above3.at(-1) === kind ? above3 : [...above3, kind];
    const registered = registers.test(kind) ? mostOf(functions) : null;
    const collection = variable || nameOf2(graph, tree, holder2);
    const told = {
      path: path.join(" \u2192 "),
      bytes,
      share: bytes / total,
      ...collection === null ? {} : { collection }
    };
    return path.length < 2 ? [] : [registered === null ? told : { ...told, registered }];
  }).slice(0, mostRetainers2);
}
var aboveOf = (graph, tree, holder2) => isScope(graph, holder2) ? [] : pathTo(graph, tree, holder2);
var registers = /^(?:function|Listener)$/;
var bytesOf2 = (groups) => groups.reduce((sum, { bytes }) => sum + bytes, 0);
var isNodes = (graph, tree, { holder: holder2, kind }) => (kind === "" || memory.test(kind)) && isOwnScope(graph, tree, holder2);
var memory = /^(?:Buffer|ArrayBuffer|Uint8Array)$/;
function mostOf(functions) {
  const [most] = [...functions.values()].toSorted((a, b) => b.count - a.count);
  if (most === void 0) return null;
  const file = most.file.startsWith("file://") ? fileURLToPath(most.file) : most.file;
  return { function: most.name || "(anonymous)", file, line: most.line };
}
function newByHolder(graph, tree, since, probe) {
  const holders = new Int32Array(graph.count).fill(-1);
  const kinds2 = new Array(graph.count).fill("");
  const variables = new Array(graph.count).fill("");
  const inFunction = new Uint8Array(graph.count);
  const ofProbe = new Uint8Array(graph.count);
  const held2 = /* @__PURE__ */ new Map();
  for (const node2 of tree.order) {
    const above3 = tree.parent[node2] ?? 0;
    if (!isNew(graph, node2, since, holders[above3] !== -1)) continue;
    const holder2 = holders[above3] === -1 ? above3 : holders[above3] ?? 0;
    const kind = kinds2[above3] || className(graph, node2);
    const variable = holders[above3] === -1 ? variableOf2(graph, tree, node2) : variables[above3] ?? "";
    holders[node2] = holder2;
    kinds2[node2] = kind;
    variables[node2] = variable;
    const isOutermost = graph.type(node2) === "closure" && inFunction[above3] === 0;
    inFunction[node2] = isOutermost ? 1 : inFunction[above3] ?? 0;
    ofProbe[node2] = isOutermost && isOfFile(graph, node2, probe) ? 1 : ofProbe[above3] ?? 0;
    if (ofProbe[node2] === 1) continue;
    if (machinery.has(graph.type(node2)) || temporary.has(graph.name(holder2))) continue;
    const size = graph.size(node2);
    const key = `${holder2} ${kind} ${variable}`;
    const known4 = held2.get(key) ?? { holder: holder2, kind, variable, bytes: 0, functions: /* @__PURE__ */ new Map() };
    held2.set(key, known4);
    known4.bytes += size;
    if (isOutermost) count(graph, known4.functions, node2);
  }
  return [...held2.values()];
}
var isNew = (graph, node2, since, isAboveNew) => /^(?:native|synthetic)$/.test(graph.type(node2)) ? isAboveNew : graph.id(node2) > since;
function count(graph, functions, node2) {
  const place = graph.place(node2);
  if (place === null) return;
  const key = `${place.file}:${place.line}`;
  const known4 = functions.get(key);
  if (known4 === void 0) functions.set(key, { ...place, name: graph.name(node2), count: 1 });
  else known4.count++;
}
var variableOf2 = (graph, { edge, parent }, node2) => (edge[node2] ?? -1) < 0 ? "" : variableName(graph, parent[node2] ?? 0, edge[node2] ?? 0);
var machinery = /* @__PURE__ */ new Set(["code", "hidden", "synthetic", "object shape"]);
var temporary = /* @__PURE__ */ new Set(["(Stack roots)", "(Handle scope)", "(Internalized strings)"]);

// src/runtimes/node/site.ts
function site3(frame) {
  const name2 = plainName(frame.function);
  return frame.file === "" ? name2 : `${name2} (${plainFile(frame.file)})`;
}
function plainName(name2) {
  const plain4 = name2.replace(/^(?:async |new |bound )+/, "").replace(/^Object\.<anonymous>$|^<anonymous>$/, "(anonymous)").replace(/^Object\.<anonymous>\.(?=.)/, "");
  return plain4 === "" ? "(anonymous)" : plain4;
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
import { readFileSync as readFileSync10, statSync as statSync4 } from "node:fs";
import { dirname as dirname7, join as join20 } from "node:path";

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
var route = /\.(get|post|put|patch|delete|head|options|all|route)(?:<[^()]*>)?\(\s*(['"`])([/*][^'"`\s]{0,80})\2/i;
var listener = /\.(on|once|addListener|prependListener|addEventListener|subscribe)\(\s*(['"`])([\w:.$-]{1,40})\2/;
var callback = /([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,2})\(\s*(?:[^()]*,\s*)?(?:async\s*)?(?:function\b|\(?[\w$,\s{}[\]]*\)?\s*=>)/;
var assigned = /([A-Za-z_$][\w$]*(?:\.[A-Za-z_$#][\w$]*)*)\s*=\s*(?:async\s*)?(?:function\b|(?:\([^()]*\)|[\w$]+)\s*=>)/;
var returned = /\breturn\s+(?:async\s+)?(?:function\b|(?:\([^()]*\)|[\w$]+)\s*=>)/;
var openedBefore = 4;
var farthest = 400;
var longestLine = 300;
function calledAt(lines, line) {
  const own2 = lines[line - 1];
  if (own2 === void 0 || own2.length > longestLine) return null;
  return registeredBy(lines, line) ?? assignedIn(own2) ?? around(lines, line) ?? givenTo(own2) ?? returnedBy(lines, line) ?? shown(own2);
}
var registeredBy = (lines, line) => registeredIn(lines[line - 1] ?? "") ?? registeredIn(openCall(lines.slice(Math.max(0, line - openedBefore), line).join("\n")));
function registeredIn(text) {
  const [, verb = "", , path] = route.exec(text) ?? [];
  if (path !== void 0) return `${verb.toUpperCase()} ${plain2(path)}`;
  const event = listener.exec(text)?.[3];
  return event === void 0 ? null : `on ${event}`;
}
function openCall(text) {
  let depth = 0;
  let open5 = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ")") depth++;
    if (text[at] !== "(" || --depth >= open5) continue;
    open5 = depth;
    const [call] = /\.\w+(?:<[^()]*>)?$/.exec(text.slice(0, at)) ?? [];
    if (call !== void 0) return text.slice(text.lastIndexOf("\n", at - call.length) + 1);
  }
  return "";
}
function* outside(lines, line) {
  let indent = indentOf2(lines[line - 1] ?? "");
  for (let at = line - 1; at > Math.max(0, line - farthest) && indent > 0; at--) {
    const text = lines[at - 1] ?? "";
    if (text.trim() === "" || text.length > longestLine || indentOf2(text) >= indent) continue;
    indent = indentOf2(text);
    yield at;
  }
}
function around(lines, line) {
  for (const at of outside(lines, line)) {
    const known4 = registeredBy(lines, at);
    if (known4 !== null || nameIn(lines[at - 1] ?? "") !== null) return known4;
  }
  return null;
}
function returnedBy(lines, line) {
  if (!returned.test(lines[line - 1] ?? "")) return null;
  for (const at of outside(lines, line)) {
    const text = lines[at - 1] ?? "";
    const name2 = nameIn(text) ?? assignedIn(text);
    if (name2 !== null) return `function of ${name2}`;
  }
  return null;
}
var assignedIn = (text) => assigned.exec(text)?.[1]?.replace(/^this\./, "") ?? null;
function nameIn(text) {
  const [, declared, method] = named2.exec(text) ?? [];
  return declared ?? method ?? null;
}
var named2 = /\bfunction\s*\*?\s*([\w$]+)|^\s*(?:(?:async|static|get|set)\s+)*(?!(?:if|for|while|switch|catch|with)\b)([\w$#]+)\s*\([^)]*\)\s*\{$/;
var indentOf2 = (text) => text.length - text.trimStart().length;
function givenTo(text) {
  const call = callback.exec(text)?.[1];
  return call === void 0 || /^(?:if|for|while|switch|return|function)$/.test(call) ? null : `callback of ${call}`;
}
var shown = (text) => `anonymous \`${plain2(text.trim().slice(0, 40))}\``;
var plain2 = (text) => text.replaceAll("*", "\u2026").replaceAll("`", "'");

// src/runtimes/node/source/source-map.ts
import { readFileSync as readFileSync9, statSync as statSync3 } from "node:fs";
import { SourceMap } from "node:module";
import { dirname as dirname6, join as join19, resolve as resolve2 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
var mostBytes5 = 32 * 2 ** 20;
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
  if (statSync3(file).size > mostBytes5) return "";
  const text = readFileSync9(file, "utf8");
  return text.slice(text.lastIndexOf("sourceMappingURL=") - 8);
}
var inlineMap = (url) => {
  const [, data] = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.+)$/.exec(url) ?? [];
  return data === void 0 ? null : Buffer.from(data, "base64").toString("utf8");
};
function beside(file, url) {
  const path = join19(dirname6(file), decodeURIComponent(url));
  return /^[a-z]+:/i.test(url) || statSync3(path).size > mostBytes5 ? null : readFileSync9(path, "utf8");
}
var pathFrom = (directory, sourceRoot, source5) => source5.startsWith("file://") ? fileURLToPath2(source5) : resolve2(directory, sourceRoot, source5);
var nearby = 3;
function linesOf(file, text) {
  const { sourceRoot = "", ...payload } = JSON.parse(text);
  const map = new SourceMap(payload);
  const place = ({ originalLine, originalSource }) => ({
    path: pathFrom(dirname6(file), sourceRoot, originalSource),
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
async function locator3({ root }) {
  const realRoot = realPath(root);
  const versions = /* @__PURE__ */ new Map();
  const known4 = /* @__PURE__ */ new Map();
  const versionIn2 = (directory) => {
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
      const version = versionIn2(installed2.directory);
      return { origin: "dependency", package: installed2.name, version, path: inside ?? installed2.path };
    }
    if (inside !== null) return { origin: "project", path: inside };
    return { origin: "dependency", package: dirname7(path), version: null, path: null };
  };
  const maps = /* @__PURE__ */ new Map();
  const written2 = (file, line) => {
    const lines = maps.get(file) ?? (maps.has(file) ? null : sourceLinesOf(file));
    maps.set(file, lines);
    const source5 = line > 0 ? lines?.(line) ?? null : null;
    const path = source5 === null ? null : below2(realRoot, realPath(source5.path));
    if (source5 === null || path === null || installedPackage(source5.path) !== null) return null;
    return { origin: "project", path, line: source5.line };
  };
  const texts = /* @__PURE__ */ new Map();
  const withName = (frame, file, place) => {
    const mapped = place.origin === "project" && place.line !== void 0;
    const source5 = mapped ? join20(realRoot, place.path) : file;
    const lines = texts.get(source5) ?? linesOf2(source5);
    texts.set(source5, lines);
    const called = calledAt(lines, mapped ? place.line : frame.line);
    return called === null ? place : { ...place, called };
  };
  return (frame) => {
    if (!frame.file.startsWith("/")) return { origin: "runtime" };
    const file = frame.file.replace(/[?#].*$/, "");
    const found = known4.get(file) ?? locate2(file);
    known4.set(file, found);
    const place = found.origin === "project" ? written2(file, frame.line) ?? found : found;
    return nameless.test(frame.function) ? withName(frame, file, place) : place;
  };
}
var nameless = /^(?:async |new |bound )*(?:\(anonymous\)|<anonymous>)?$/;
function linesOf2(file) {
  try {
    return statSync4(file).size > mostRead ? [] : readFileSync10(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
var mostRead = 2e6;
function installedPackage(path) {
  const match = /^(.*\/)(node_modules\/((?:@[^/]+\/)?[^/]+))\/(.*)$/.exec(path);
  if (match === null) return null;
  const [, above3 = "", inModules = "", name2 = "", rest = ""] = match;
  return { name: name2, directory: above3 + inModules, path: `${inModules}/${rest}` };
}
function readVersion(directory) {
  try {
    const manifest = JSON.parse(readFileSync10(`${directory}/package.json`, "utf8"));
    if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return null;
    return typeof manifest.version === "string" ? manifest.version : null;
  } catch {
    return null;
  }
}

// src/runtimes/node/source/dependency-files.ts
var dependencyFiles3 = [
  { name: "package.json", read: manifestLine },
  { name: "package-lock.json", read: npmLine },
  { name: "npm-shrinkwrap.json", read: npmLine },
  { name: "yarn.lock", read: yarnLine },
  { name: "pnpm-lock.yaml", read: pnpmLine }
];
function manifestLine(lines, index) {
  const [, name2, version] = /^\s+"([^"]+)":\s*"([^"]+)",?\s*$/.exec(lines[index] ?? "") ?? [];
  if (name2 === void 0 || version === void 0) return [];
  const block = enclosing(lines, index);
  const isPlace = /^(?:file|link|portal|workspace|git[^:]*|https?):/.test(version);
  const taken2 = [{ package: name2, version: isPlace ? null : version }];
  return /[dD]ependencies$|^overrides$|^resolutions$/.test(block ?? "") ? taken2 : [];
}
function npmLine(lines, index) {
  const version = /^\s+"version":\s*"([^"]+)"/.exec(lines[index] ?? "")?.[1];
  const block = version === void 0 ? null : enclosing(lines, index);
  const name2 = block?.slice(block.lastIndexOf("node_modules/")).replace("node_modules/", "");
  return version === void 0 || !name2 ? [] : [{ package: name2, version }];
}
function enclosing(lines, index) {
  const depth = (line) => line.length - line.trimStart().length;
  const own2 = depth(lines[index] ?? "");
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at] ?? "";
    if (line.trim() !== "" && depth(line) < own2) return /^\s*"([^"]*)":\s*\{\s*$/.exec(line)?.[1] ?? null;
  }
  return null;
}
function yarnLine(lines, index) {
  const version = /^ {2}version:? "?([^"\s]+)"?\s*$/.exec(lines[index] ?? "")?.[1];
  if (version === void 0) return [];
  const header = lines.slice(0, index).findLast((line) => /^\S/.test(line)) ?? "";
  const name2 = /^"?((?:@[^/@"]+\/)?[^/@"]+)@/.exec(header)?.[1];
  return name2 === void 0 ? [] : [{ package: name2, version }];
}
function pnpmLine(lines, index) {
  const key = /^ {2}'?\/?((?:@[^/@]+\/)?[^/@':]+)[@/](\d[^:('_\s]*)[^:]*:/.exec(lines[index] ?? "");
  const [, name2, version] = key ?? [];
  return name2 === void 0 || version === void 0 ? [] : [{ package: name2, version }];
}

// src/runtimes/node/source/source.ts
var modifiers2 = "(?:(?:export|default|async|static|public|private|protected)\\s+)*";
var words = {
  functions: new RegExp(
    `\\bfunction\\b|=>|^\\s*${modifiers2}(?:get\\s+|set\\s+|\\*\\s*)?(?!(?:if|for|while|switch|catch|function|return|with)\\b)[\\w$#]+\\s*\\(`
  ),
  // A class, a suite of tests, the function that wraps a file.
  holds: /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\b|=\s*class\b|^\s*(?:describe|suite|context)\b|^[!(]|^define\(|^module\.exports\s*=/,
  imports: /^(?:import\b|(?:const|let|var)\s.*\brequire\()/
};
var source3 = {
  dependencyFiles: dependencyFiles3,
  installedPackages: /(?:^|\/)node_modules\//,
  generated: /^\/\/ Code generated .* DO NOT EDIT\.\r?$|^(?:\/\/|\/?\*+) *@generated\b/m,
  definitions: [
    new RegExp(`^${modifiers2}(?:function\\s*\\*?|class|interface|type|const|let|var)\\s+([\\w$]+)`),
    new RegExp(
      `^${modifiers2}(?!(?:if|for|while|switch|catch|function|return)\\b)([\\w$#]+)\\s*\\(.*\\)\\s*\\{$`
    )
  ],
  identifiers: (site5) => {
    const [first, ...more] = site5.replace(/ \(.*\)$/, "").match(/[\p{L}\p{N}_$]+/gu) ?? [];
    const all = more.length > 0 ? more : first === void 0 ? [] : [first];
    return all.filter((part) => part !== "anonymous");
  },
  withoutComments: withoutCommentsOfC,
  around: (lines, line) => aroundInBraces(lines, line, words),
  sources: /\.(?:[cm]?[jt]sx?|vue|svelte)$/,
  tests: /(?:^|\/)(?:__tests__|tests?|specs?)\/|[.-](?:test|spec)\.[cm]?[jt]sx?$/
};

// src/runtimes/node/test-command/refuse-tests.ts
import { readFile as readFile10 } from "node:fs/promises";
import { join as join21 } from "node:path";
var repeats = "node:test, vitest, jest and mocha";
async function refuseTests(command2, directory) {
  const scripts = await scriptsIn(directory);
  const found = findTests(command2, scripts);
  if (found?.kind === "repeatable" && found.command.includes("NODE_OPTIONS=") && !keepsOptions.test(command2))
    throw replacedOptions(found.command);
  if (found?.kind === "refused") throw cannotRepeat(found.runner);
  if (found?.kind === "delegated" && leavesEnvironment.test(found.to)) throw elsewhere(found.to);
  if (found?.kind === "repeatable" && found.runner === "vitest" && await isInBrowser(directory))
    throw cannotRepeat("vitest in a browser");
}
var keepsOptions = /\$\{?NODE_OPTIONS/;
var replacedOptions = (command2) => new InconclusiveError(
  "node-options",
  "`test` replaces the NODE_OPTIONS by which leakdiff enters the processes that it starts.",
  `Append to them instead: \`test: ${command2}\`.`
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
  (name2) => ["ts", "mts", "js", "mjs"].map((ending) => `${name2}.${ending}`)
);
async function isInBrowser(directory) {
  const texts = await Promise.all(configs.map((name2) => textIn(directory, name2)));
  return texts.some((text) => /\bbrowser\s*:\s*\{[^{}]*\benabled\s*:\s*true\b/.test(text));
}
var textIn = (directory, name2) => readFile10(join21(directory, name2), "utf8").catch(() => "");
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
var isText2 = (path) => /\.(?:mdx?|txt|png|svg|jpe?g|gif)$|(?:^|\/)(?:LICENSE|\.github\/)/i.test(path);
var isCode = (path) => /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path);
var isSetting = (path) => /(?:^|\/)(?:[^/]*config[^/]*|\.[^/]+)$/.test(path);
var isBuilt = (path) => /(?:^|\/)(?:dist|build|out|\.next)\//.test(path);
function reaches(files, changed) {
  const known4 = new Set(files);
  const endings3 = new Set(files.map((path) => extname(path)));
  if (files.length === 0 || files.some(isBuilt)) return true;
  return changed.some((path) => {
    if (isText2(path)) return false;
    return !isCode(path) || isSetting(path) || !endings3.has(extname(path)) || known4.has(path);
  });
}

// src/runtimes/node/tests.ts
var tests3 = {
  // A limit for one run of a file would end its repetition, and files in one process could not be told apart.
  command: (text) => text.replace(/\s--test-timeout(?:=|\s+)\d+/g, "").replace(/\s--(?:experimental-)?test-isolation(?:=|\s+)["']?none["']?/g, "").replace(/\s--test-force-exit\b/g, ""),
  connect: connectTests2,
  repeats,
  reaches,
  tearDown: "an `after` hook",
  refused: (output) => refused(output),
  failures: (output) => Array.from(
    plain3(output).matchAll(/^ *FAIL +(?:\|[^|]*\| +|\S+ +(?=\S+\.[cm]?[jt]sx?\b))?(\S+)/gm),
    ([, name2 = ""]) => name2
  )
};
var plain3 = (text) => text.replace(/\x1b\[[\d;]*m/g, "");

// src/runtimes/node/tools.ts
import { basename as basename11, join as join22 } from "node:path";
var managers2 = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)$/;
var managerScript = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)(-cli)?(\.(c|m)?js)?$/;
var managerFolder = /(?:^|\/)(\.yarn\/releases|corepack\/v?\d)\//;
var tools3 = {
  wraps: (program, script) => {
    if (managers2.test(program)) return true;
    if (!/^(node|nodejs|bun)$/.test(program) || script === void 0) return false;
    return managerScript.test(basename11(script)) || managerFolder.test(script);
  },
  lists: { NODE_OPTIONS: { separator: " " } },
  missingPackage: (line) => {
    const [, name2] = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(line) ?? [];
    return name2 === void 0 ? null : join22("node_modules", name2);
  }
};

// src/runtimes/node/index.ts
var node = {
  name: "node",
  task: { one: "timer or handle", many: "timers and handles" },
  taskStack: "creation",
  recognise: recognise3,
  toolchain: toolchain3,
  instrument: async ({ directory, workload }) => {
    if (workload.form !== "test") return instrument2(installedProbe());
    await refuseTests(workload.test, directory);
    return instrument2(installedProbe(), directory);
  },
  socketPid: socketPid2,
  connect: connect3,
  tests: tests3,
  tools: tools3,
  parse: parse3,
  objectGraph: { is: isGraph, ofAny: true, retainers },
  site: site3,
  locator: locator3,
  floors: { "heap-bytes": 6e3, "heap-objects": 4, "external-bytes": 8192, tasks: 0.5, files: 0.5 },
  ignoreRules: ignoreRules3,
  advice: advice3,
  source: source3,
  onboarding: async () => (await import("./onboarding-M5PQ5FQR.mjs")).onboarding,
  container: async () => (await import("./container-5OUGP4CZ.mjs")).container
};
async function recognise3(directory) {
  const names2 = await readdir5(directory).catch(() => []);
  return names2.some((name2) => name2 === "package.json" || /\.[cm]?js$/.test(name2));
}
async function toolchain3(directory) {
  try {
    const { stdout } = await promisify3(execFile3)("node", ["--version"], { cwd: directory });
    return stdout.trim();
  } catch (cause) {
    throw new UserError(
      `\`node --version\` does not run in ${directory}.`,
      "Install Node.js 20 or later before leakdiff runs (in a workflow: actions/setup-node).",
      { cause }
    );
  }
}
function parse3(fileName, bytes) {
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
var advice4 = {
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
      holder: /\bLogger → handlers\b/,
      say: [
        "add the handler once, or take it off with ",
        { code: "removeHandler" },
        " when its owner goes away."
      ]
    },
    {
      of: ["memory"],
      holder: /\bfinalize → _registry\b/,
      say: [
        "what ",
        { code: "weakref.finalize" },
        " was given lives as long as the object that it watches: register it once, or ",
        { code: "detach" },
        " it."
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
var { connect: connect4, connectTests: connectTests3, socketPid: socketPid3 } = lineProbes({
  title: "Python",
  socketName: /^py-(\d+)-[0-9a-f]+\.sock$/,
  hint: "Look at the program\u2019s own output: it may have ended, or an extension keeps Python\u2019s global lock.",
  countsHeapApart: true,
  tellsFiles: false
});

// src/runtimes/python/ignore-rules.ts
var leafIn = (pattern) => (stack) => pattern.test(stack.at(-1)?.file ?? "");
var ignoreRules4 = [
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
import { execFile as execFile4 } from "node:child_process";
import { existsSync as existsSync5 } from "node:fs";
import { readdir as readdir6 } from "node:fs/promises";
import { join as join23 } from "node:path";
import { promisify as promisify4 } from "node:util";
var places2 = [".venv/bin/python", "venv/bin/python"];
var projectFiles2 = /^(?:pyproject\.toml|setup\.(?:py|cfg)|requirements[\w.-]*\.txt|Pipfile|uv\.lock|poetry\.lock)$/;
async function recognise4(directory) {
  const names2 = await readdir6(directory).catch(() => []);
  return names2.some((name2) => projectFiles2.test(name2) || name2.endsWith(".py"));
}
async function toolchain4(directory) {
  const own2 = places2.map((place) => join23(directory, place)).find((path) => existsSync5(path));
  const candidates = own2 === void 0 ? ["python3", "python"] : [own2];
  let cause;
  for (const program of candidates) {
    try {
      const { stdout, stderr } = await promisify4(execFile4)(program, ["--version"], { cwd: directory });
      return (stdout || stderr).trim();
    } catch (error) {
      cause = error;
    }
  }
  throw new UserError(
    own2 === void 0 ? `Neither \`python3\` nor \`python\` runs in ${directory}.` : `\`${own2} --version\` does not run: the virtual environment is broken.`,
    own2 === void 0 ? "Install Python 3.9 or later before leakdiff runs (in a workflow: actions/setup-python)." : "Make the virtual environment anew in `setup`, and leave it out of the repository.",
    { cause }
  );
}

// src/runtimes/python/instrument/unreachable.ts
import { basename as basename12 } from "node:path";
var closing = {
  I: "which has Python ignore PYTHONPATH",
  E: "which has Python ignore PYTHONPATH",
  S: "which has Python import no sitecustomize"
};
function unreachable3(words2) {
  const [program = "", ...rest] = words2;
  if (!/^python[\d.]*t?$/.test(basename12(program))) return null;
  for (const [index, word] of rest.entries()) {
    if (!/^-[A-Za-z]/.test(word)) return null;
    const letter = /^-[bBdhiOPqRsuvx?]*([EIS])/.exec(word)?.[1];
    if (letter !== void 0)
      return {
        why: `it runs with -${letter}, ${closing[letter]}`,
        remedy: "Start it without -I, -E and -S while it is measured."
      };
    if (/^-[cm]/.test(word) || /^-[WX]$/.test(word) && index === rest.length - 1) return null;
    if (/^-[WX]$/.test(word)) return unreachable3([program, ...rest.slice(index + 2)]);
  }
  return null;
}

// src/runtimes/python/locate/locate.ts
import { dirname as dirname8 } from "node:path";

// src/runtimes/python/locate/distributions.ts
import { readdirSync as readdirSync7, readFileSync as readFileSync11 } from "node:fs";
import { join as join24 } from "node:path";
var normalized = (name2) => name2.toLowerCase().replace(/[-_.]+/g, "-");
function distributionsIn(folder) {
  const files = /* @__PURE__ */ new Map();
  const tops = /* @__PURE__ */ new Map();
  for (const entry of entriesOf4(folder)) {
    const [, name2 = "", version = null] = /^(.+?)-([^-]+)(?:-[^-]+)?\.(?:dist|egg)-info$/.exec(entry) ?? [];
    if (name2 === "") continue;
    const distribution = { name: normalized(name2), version };
    for (const path of recorded(join24(folder, entry, "RECORD"))) {
      files.set(path, distribution);
      const top = topOf(path);
      if (!tops.has(top)) tops.set(top, distribution);
    }
    for (const top of linesOf3(join24(folder, entry, "top_level.txt")))
      if (!tops.has(top)) tops.set(top, distribution);
  }
  return (path) => files.get(path) ?? tops.get(topOf(path)) ?? null;
}
var topOf = (path) => path.split("/")[0]?.replace(/\..*$/, "") ?? path;
var recorded = (path) => linesOf3(path).flatMap((line) => /^"?([^",]+\.(?:py|so))"?,/.exec(line)?.[1] ?? []);
function linesOf3(path) {
  try {
    return readFileSync11(path, "utf8").split(/\r?\n/).filter(Boolean);
  } catch {
    return [];
  }
}
function entriesOf4(folder) {
  try {
    return readdirSync7(folder);
  } catch {
    return [];
  }
}

// src/runtimes/python/locate/site.ts
function site4({ function: name2, file }) {
  return file === "" ? name2 : `${name2} (${plainFile2(file)})`.trimStart();
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
  const own2 = stack.findLastIndex((frame) => !isOfPython(frame.file));
  const called = stack[own2 + 1];
  if (called === void 0 || own2 < 0) return awaited === null ? kind : `await ${awaited}`;
  const module = moduleOf(called.file);
  const name2 = `${module.replace(/^asyncio\..*/, "asyncio")}.${called.function}`;
  return kind === "task" ? `await ${name2}` : name2;
}

// src/runtimes/python/locate/locate.ts
async function locator4({ root }) {
  const realRoot = realPath(root);
  const known4 = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  const locate2 = (file) => {
    if (isOfPython(file)) return ofPython(file);
    const path = realPath(file);
    const inside = below2(realRoot, path) ?? below2(root, file);
    const installed2 = installedPath(file) ?? installedPath(path);
    if (installed2 !== null) return dependency(installed2, inside);
    if (inside !== null) return { origin: "project", path: inside };
    return isOfPython(path) ? ofPython(path) : { origin: "dependency", package: dirname8(path), version: null, path: null };
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
    const found = known4.get(file) ?? locate2(file);
    known4.set(file, found);
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
import { readFileSync as readFileSync12, statSync as statSync5 } from "node:fs";
var known3 = /* @__PURE__ */ new Map();
var mostKnown = 4e3;
function functionsIn(path) {
  try {
    const { mtimeMs, size } = statSync5(path);
    const key = `${mtimeMs} ${size} ${path}`;
    const functions = known3.get(key) ?? functionsOf(readFileSync12(path, "utf8"));
    if (known3.size >= mostKnown) known3.clear();
    known3.set(key, functions);
    return functions;
  } catch {
    return null;
  }
}
function functionsOf(source5) {
  const names2 = [];
  const open5 = [];
  for (const { indent, text, from, to } of logicalLines(source5.split(/\r?\n/))) {
    while ((open5.at(-1)?.indent ?? -1) >= indent) open5.pop();
    const head = /^(?:async[ \t]+)?(def|class)[ \t]+(\w+)/.exec(text);
    const outside2 = nameOf3(open5);
    if (head !== null) {
      const [, keyword = "", name3 = ""] = head;
      const oneLine = from === to && !/:\s*(?:#.*)?$/.test(text);
      open5.push({ name: name3, isClass: keyword === "class", indent, from, oneLine });
    }
    const name2 = open5.at(-1)?.oneLine === true && head !== null ? nameOf3(open5) : outside2;
    for (let line = from; line <= to; line++) names2[line] = name2;
  }
  return (line) => names2[line] ?? "<module>";
}
function nameOf3(open5) {
  if (open5.length === 0) return "<module>";
  return open5.map(({ name: name2, isClass }, index) => index === open5.length - 1 || isClass ? name2 : `${name2}.<locals>`).join(".");
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
function after(line, { depth: before, quote: open5 }) {
  let depth = before;
  let quote = open5;
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
  const known4 = [];
  let at = 0;
  const need = (length) => {
    const from = at;
    at += length;
    if (length < 0 || at > bytes.length) throw broken3("is cut short");
    return from;
  };
  const byte = () => bytes[need(1)] ?? 0;
  const integer = () => bytes.readInt32LE(need(4));
  const text = (length, encoding) => {
    const from = need(length);
    return bytes.toString(encoding, from, from + length);
  };
  const items = (count2) => {
    if (count2 < 0 || count2 > bytes.length) throw broken3(`announces ${count2} items`);
    return new Array(count2);
  };
  const read4 = (depth) => {
    if (depth > deepest5) throw broken3("is nested too deeply");
    const code = byte();
    const kind = String.fromCharCode(code & 127);
    const slot = (code & 128) === 0 ? -1 : known4.push(null) - 1;
    const value = readKind(kind, depth, slot);
    if (slot >= 0) known4[slot] = value;
    return value;
  };
  const list = (count2, depth, slot) => {
    const values = items(count2);
    if (slot >= 0) known4[slot] = values;
    for (let i2 = 0; i2 < count2; i2++) values[i2] = read4(depth + 1);
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
        if (index < 0 || index >= known4.length) throw broken3("refers to what is not there");
        return known4[index] ?? null;
      }
      default:
        throw broken3(`holds a value of an unknown kind (${JSON.stringify(kind)})`);
    }
  };
  return read4(0);
}
var deepest5 = 16;
function long(count2, digit) {
  let value = 0;
  for (let i2 = 0; i2 < Math.abs(count2); i2++) value += digit() * 2 ** (15 * i2);
  return count2 < 0 ? -value : value;
}
var broken3 = (what) => new FormatError(
  "broken",
  `This file of Python's memory ${what}.`,
  "Check whether the disk is full, and run again."
);

// src/runtimes/python/parse.ts
function parse4(fileName, bytes) {
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
  if (!Array.isArray(traces)) throw broken4();
  const byStack = /* @__PURE__ */ new Map();
  let total = 0;
  for (const trace of traces) {
    if (!isList2(trace)) throw broken4();
    const [, size, stack = null] = trace;
    if (typeof size !== "number" || !isList2(stack)) throw broken4();
    const group = byStack.get(stack);
    total += size;
    if (group === void 0) byStack.set(stack, { value: size, count: 1 });
    else {
      group.value += size;
      group.count++;
    }
  }
  const named3 = framesByLine();
  const samples = [...byStack].flatMap(([stack, { value, count: count2 }]) => {
    const frames = stack.map(named3);
    const program = frames.filter((frame) => !isWrapper(frame));
    return program.some(isOurs) ? [] : [{ stack: program.reverse(), value, attributes: { count: count2 } }];
  });
  return { quantity: "heap-bytes", unit: "bytes", exact: true, total, samples };
}
var isList2 = (value) => Array.isArray(value);
var isWrapper = ({ file }) => file.endsWith("/leakdiff_probe/wrapped.py");
var isOurs = ({ file }) => /\/leakdiff_probe\/\w+\.py$/.test(file);
function framesByLine() {
  const files = /* @__PURE__ */ new Map();
  const frames = /* @__PURE__ */ new Map();
  return (row) => {
    if (!isList2(row)) throw broken4();
    const [file, line] = row;
    if (typeof file !== "string" || typeof line !== "number") throw broken4();
    const key = `${line} ${file}`;
    const known4 = frames.get(key);
    if (known4 !== void 0) return known4;
    const functions = files.get(file) ?? (files.has(file) ? null : functionsIn(file));
    files.set(file, functions);
    const frame = { function: functions?.(line) ?? "", file, line };
    frames.set(key, frame);
    return frame;
  };
}
function parseTasks2(bytes) {
  const rows = rowsOf2(bytes);
  const samples = rows.map(toTask2);
  const total = samples.reduce((sum, { value }) => sum + value, 0);
  return { quantity: "tasks", unit: "tasks", exact: true, total, samples };
}
function rowsOf2(bytes) {
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
function toTask2(row) {
  if (!Array.isArray(row)) throw brokenTasks();
  const [value, kind, frames, awaited, ids, creator] = row;
  if (typeof value !== "number" || typeof kind !== "string") throw brokenTasks();
  const stack = toStack(frames);
  const named3 = stack.length > 0 ? stack : [{ function: `(${kind})`, file: "", line: 0 }];
  const state = stateOf(named3, kind, typeof awaited === "string" ? awaited : null);
  const known4 = Array.isArray(ids) && ids.every(Number.isSafeInteger) ? { ids, ancestry: creator === null ? [] : [toStack(creator)] } : {};
  return { stack: named3, value, attributes: { state, ...known4 } };
}
function toStack(rows) {
  if (!Array.isArray(rows)) throw brokenTasks();
  return rows.map((row) => {
    const [name2, file, line] = Array.isArray(row) ? row : [];
    if (typeof name2 !== "string" || typeof file !== "string" || typeof line !== "number") throw brokenTasks();
    return { function: name2, file, line };
  });
}
var broken4 = () => new FormatError(
  "broken",
  "This file of Python\u2019s memory is not in the form that leakdiff writes.",
  "Take the profile again."
);
var brokenTasks = () => new FormatError("broken", "This list of Python\u2019s tasks is damaged.", "Take the profile again.");

// src/runtimes/python/retainers.ts
import { readFile as readFile11 } from "node:fs/promises";
var objectGraph2 = {
  is: (path) => path.endsWith(".holders.json"),
  retainers: retainers2
};
async function retainers2(path) {
  const { finished, format, holders } = parsed(await readFile11(path, "utf8"));
  if (format !== "leakdiff-python-holders" || !Array.isArray(holders)) throw broken5();
  if (finished === false && holders.length === 0) throw tooLarge5();
  return holders.map((row) => {
    const [chain, share, bytes] = Array.isArray(row) ? row : [];
    if (typeof chain !== "string" || typeof share !== "number" || typeof bytes !== "number") throw broken5();
    return { path: chain, bytes, share };
  });
}
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw broken5();
  }
}
var tooLarge5 = () => new FormatError(
  "not-supported",
  "the search through its objects ended after 40 s, or three million of them, and had met nothing that is new.",
  "Measure a program that holds less, if it matters who holds it."
);
var broken5 = () => new FormatError("broken", "What Python\u2019s probe tells of holders is damaged.", "Run it again.");

// src/runtimes/python/source/dependency-files.ts
var dependencyFiles4 = [
  { name: "pyproject.toml", read: projectLine },
  { name: "Pipfile", read: tableLine },
  { name: /(?:^|\/)(?:requirements|constraints)[\w.-]*\.in$/, read: requirementLine },
  { name: /(?:^|\/)(?:requirements|constraints)(?:[\w.-]*|\/[^/]+)\.txt$/, read: requirementLine },
  { name: "setup.cfg", read: requirementLine },
  { name: "uv.lock", read: packageLine },
  { name: "poetry.lock", read: packageLine },
  { name: "pdm.lock", read: packageLine },
  { name: /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/, read: packageLine },
  { name: "Pipfile.lock", read: pipenvLine }
];
function requirement(text) {
  const [, name2, rest = ""] = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/.exec(text) ?? [];
  if (name2 === void 0 || !/^(?:$|[<>=!~@;(#,\\])/.test(rest)) return [];
  const version = /^\(?\s*(?:===?|~=|>=)\s*([^\s,;)\\#]+)/.exec(rest)?.[1] ?? null;
  return [{ package: normalized(name2), version }];
}
function requirementLine(lines, index) {
  return requirement(lines[index] ?? "");
}
function projectLine(lines, index) {
  const line = lines[index] ?? "";
  const quoted = [...line.matchAll(/(["'])((?:(?!\1).)+)\1/g)].map(([, , text = ""]) => text);
  const [, key] = /^\s*([\w-]+)\s*=\s*\[/.exec(line) ?? [];
  const list = key ?? enclosingList(lines, index);
  const inList = list !== null && (/dependencies$/.test(list) || isDependencyTable(tableOf2(lines, index)));
  return inList ? quoted.flatMap(requirement) : tableLine(lines, index);
}
function tableLine(lines, index) {
  const [, name2, value = ""] = /^\s*"?([A-Za-z0-9][\w.-]*)"?\s*=\s*(.+)$/.exec(lines[index] ?? "") ?? [];
  if (name2 === void 0 || name2 === "python" || !isDependencyTable(tableOf2(lines, index))) return [];
  const stated = /^["']|version\s*=\s*["']/.test(value);
  const version = stated ? /["'][\^~=<>! ]*(\d[^"',\s]*)/.exec(value)?.[1] ?? null : null;
  return [{ package: normalized(name2), version }];
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
function tableOf2(lines, index) {
  const header = lines.slice(0, index).findLast((line) => /^\s*\[/.test(line)) ?? "";
  return /^\s*\[+([^\]]+)\]/.exec(header)?.[1]?.trim() ?? "";
}
function packageLine(lines, index) {
  const version = /^version = "([^"]+)"/.exec(lines[index] ?? "")?.[1];
  if (version === void 0) return [];
  const header = lines.slice(0, index).findLastIndex((line) => /^\[\[packages?\]\]/.test(line));
  const block = lines.slice(header + 1, index);
  const name2 = block.flatMap((line) => /^name = "([^"]+)"/.exec(line)?.[1] ?? []).at(-1);
  return name2 === void 0 ? [] : [{ package: normalized(name2), version }];
}
function pipenvLine(lines, index) {
  const [, indent = "", version] = /^(\s+)"version":\s*"==([^"]+)"/.exec(lines[index] ?? "") ?? [];
  if (version === void 0) return [];
  const header = lines.slice(0, index).findLast((line) => line.search(/\S/) < indent.length && /\S/.test(line));
  const name2 = /^\s*"([^"]+)":\s*\{/.exec(header ?? "")?.[1];
  return name2 === void 0 ? [] : [{ package: normalized(name2), version }];
}

// src/runtimes/python/source/imports.ts
function packagesUsed(source5, line) {
  const used = new Set((source5.split(/\r?\n/)[line - 1] ?? "").match(/[A-Za-z_]\w*/g) ?? []);
  const found = importedNames(source5).filter(({ names: names2 }) => names2.some((name2) => used.has(name2)));
  return [...new Set(found.map(({ module }) => normalized(module.split(".")[0] ?? module)))];
}
function importedNames(source5) {
  const from = [...source5.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#(]+)/gm)];
  const whole = [...source5.matchAll(/^[ \t]*import[ \t]+([^\n#]+)/gm)];
  return [
    ...from.map(([, module = "", names2 = ""]) => ({
      module,
      names: names2.replace(/[()]|#.*$/gm, "").split(",").map(calledAs)
    })),
    ...whole.flatMap(
      ([, modules2 = ""]) => modules2.split(",").map((part) => {
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
var source4 = {
  dependencyFiles: dependencyFiles4,
  installedPackages: /(?:^|\/)(?:site|dist)-packages\//,
  generated: /^# Code generated .* DO NOT EDIT\.\r?$|^# *@generated\b|^# Generated by .*DO NOT EDIT/m,
  definitions: [/^(?:async\s+)?def\s+(\w+)/, /^class\s+(\w+)/, /^(\w+)\s*(?::[^=]+)?=(?!=)/],
  identifiers: (site5) => {
    const names2 = site5.replace(/ \(.*\)$/, "").replace(/<\w+>\.?/g, "").match(/[\p{L}\p{N}_]+/gu);
    return names2?.slice(-1) ?? [];
  },
  withoutComments: withoutComments2,
  around: around2,
  sources: /\.pyw?$/,
  tests: /(?:^|\/)(?:tests?\/|test_[^/]*\.py$|[^/]*_test\.py$|conftest\.py$)/,
  packagesUsed
};

// src/runtimes/python/tests.ts
var tests4 = {
  repeats: "pytest and unittest",
  tearDown: "fixtures of the whole session",
  // A limit for one run of a test would end its repetition.
  command: (text) => text.replace(/\s--session-timeout(?:=|\s+)\S+/g, ""),
  connect: connectTests3,
  refused: (output) => output.includes("leakdiff: tests of pytest --forked") ? "pytest --forked" : null,
  failures: (output) => [
    ...new Set(Array.from(output.matchAll(/^(?:FAILED|ERROR) (\S+?\.py)\b/gm), ([, name2 = ""]) => name2))
  ]
};

// src/runtimes/python/tools.ts
import { basename as basename13 } from "node:path";
var managers3 = /^(?:pip|pip3|pipx|pipenv|poetry|uv|uvx|hatch|pdm|rye|tox|nox|virtualenv|venv|ensurepip)$/;
var tools4 = {
  wraps: (program, script) => managers3.test(program) || /^(?:python|pypy)[\d.]*$/.test(program) && script !== void 0 && managers3.test(basename13(script)),
  // The first sitecustomize on it is the one that is taken; it hands over to the user's.
  lists: {
    PYTHONPATH: { separator: ":", oursFirst: true },
    // Of two that say the same the last one holds.
    GLIBC_TUNABLES: { separator: ":" },
    TOX_OVERRIDE: { separator: ";" }
  }
};

// src/runtimes/python/index.ts
var python = {
  name: "python",
  task: { one: "task", many: "tasks" },
  taskStack: "running",
  recognise: recognise4,
  toolchain: toolchain4,
  instrument: instrument3,
  socketPid: socketPid3,
  connect: connect4,
  tests: tests4,
  tools: tools4,
  parse: parse4,
  unreachable: unreachable3,
  objectGraph: objectGraph2,
  // What nothing is traced for, nothing is told of.
  profiled: (stage) => stage === "first" ? ["tasks"] : ["tasks", "heap-bytes"],
  site: site4,
  locator: locator4,
  floors: {
    "heap-bytes": 4e3,
    "heap-objects": 16,
    "external-bytes": 4e3,
    tasks: 0.5,
    files: 0.5
  },
  ignoreRules: ignoreRules4,
  advice: advice4,
  source: source4,
  onboarding: async () => (await import("./onboarding-HPH47YV2.mjs")).onboarding,
  container: async () => (await import("./container-CO7CHFHO.mjs")).container()
};

// src/runtimes/index.ts
var runtimes = { go, node, python, jvm };
async function recogniseRuntime(directory) {
  const all = Object.values(runtimes);
  const recognised = await Promise.all(all.map((runtime) => runtime.recognise(directory)));
  const matching = all.filter((_, i2) => recognised[i2]);
  const [only, another] = matching;
  if (only !== void 0 && another === void 0) return only;
  const found = matching.length === 0 ? "no runtime" : `several runtimes (${matching.map((r) => r.name).join(", ")})`;
  throw new UserError(
    `leakdiff recognises ${found} in ${directory}.`,
    `Say which one is measured: \`runtime: ${matching[0]?.name ?? "go"}\`.`
  );
}
var definitions = Object.values(runtimes).flatMap(({ source: source5 }) => source5.definitions);
var everyTools = Object.values(runtimes).map((runtime) => runtime.tools);
var tools5 = {
  wraps: (program, script, words2) => everyTools.some(({ wraps }) => wraps(program, script, words2)),
  lists: Object.assign({}, ...everyTools.map(({ lists }) => lists)),
  missingPackage: (line) => everyTools.map(({ missingPackage }) => missingPackage?.(line) ?? null).find((path) => path !== null) ?? null
};

export {
  refusedCode,
  runtimes,
  recogniseRuntime,
  definitions,
  tools5 as tools
};
