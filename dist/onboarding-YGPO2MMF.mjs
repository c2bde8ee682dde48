import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  declaredCommands
} from "./chunk-XKNHW6C5.mjs";
import {
  closing,
  joined,
  withoutComments
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/go/init/recognise.ts
import { posix as posix2 } from "node:path";

// src/runtimes/go/init/calls.ts
var reading = /^(?:Get|List|Search|Find|Lookup|Check|Ping|Echo|Say|Hello|Greet|Health|Read|Query|Describe|Fetch|Count|Stat|Version)/;
function callsOf(tree, { sources }) {
  if (!sources.some(({ text }) => text.includes('"google.golang.org/grpc"')))
    return { exchanges: [], left: [] };
  const methods = tree.files.filter((file) => file.endsWith(".proto")).flatMap((file) => methodsIn(tree.read(file) ?? ""));
  const health = sources.some(({ text }) => text.includes('grpc/health"')) ? [healthCheck] : [];
  const call = (path) => ({ kind: "call", path });
  return {
    exchanges: [...methods.filter(({ name }) => reading.test(name)).map(({ path }) => path), ...health].map(
      call
    ),
    left: methods.filter(({ name }) => !reading.test(name)).map(({ path }) => ({ method: "CALL", path }))
  };
}
var healthCheck = "/grpc.health.v1.Health/Check";
function methodsIn(text) {
  const plain2 = text.replace(/\/\/[^\n]*/g, "");
  const scope = /^\s*package\s+([\w.]+)/m.exec(plain2)?.[1];
  return [...plain2.matchAll(/\bservice\s+(\w+)\s*\{([\s\S]*?)\n\}/g)].flatMap(
    ([, service = "", body = ""]) => [...body.matchAll(/\brpc\s+(\w+)\s*\(\s*(?!stream\b)[\w.]+\s*\)\s*returns\s*\(\s*(?!stream\b)/g)].map(
      ([, name = ""]) => ({ name, path: `/${scope === void 0 ? "" : `${scope}.`}${service}/${name}` })
    )
  );
}

// src/runtimes/go/init/ports.ts
function portWays(sources) {
  const texts = sources.map(({ text }) => text);
  const ways = [...texts.flatMap(flagsIn), ...texts.flatMap(variablesIn)];
  const first = new Map(ways.map((way) => [way.text, way]).reverse());
  return [...first.values()].reverse().slice(0, most);
}
var most = 12;
var literal = String.raw`(?:"([^"\n]*)"|(\d{2,5})\b)`;
var flagForms = [
  // flag.String("addr", ":8080", …), pflag: StringP("addr", "a", ":8080", …)
  [
    new RegExp(
      String.raw`\.(?:String|Int|Uint|Uint16|Int64)P?\(\s*"([\w.-]+)"\s*,\s*(?:"\w?"\s*,\s*)?${literal}`,
      "g"
    ),
    "-"
  ],
  // flag.StringVar(&addr, "addr", ":8080", …)
  [
    new RegExp(
      String.raw`\.(?:String|Int|Uint|Uint16|Int64)VarP?\(\s*&?[\w.]+\s*,\s*"([\w.-]+)"\s*,\s*(?:"\w?"\s*,\s*)?${literal}`,
      "g"
    ),
    "-"
  ],
  // kingpin: app.Flag("web.listen-address", …).Default(":9090")
  [new RegExp(String.raw`\.Flag\(\s*"([\w.-]+)"[^\n]*?\.Default\(\s*${literal}`, "g"), "--"],
  // urfave/cli: &cli.StringFlag{Name: "addr", Value: ":8080"}
  [
    new RegExp(
      String.raw`\b(?:String|Int|Uint)Flag\{[^}]*?\bName:\s*"([\w.-]+)"(?:[^}]*?\bValue:\s*${literal})?`,
      "g"
    ),
    "--"
  ],
  // go-flags, kong: `long:"addr" default:":8080"`, `name:"addr" …`
  [new RegExp(String.raw`\b(?:long|name):"([\w.-]+)"(?:[^\`\n]*?\bdefault:${literal})?`, "g"), "--"]
];
var named = /port|addr|listen|bind|http|server/i;
function flagsIn(text) {
  return flagForms.flatMap(
    ([pattern]) => [...text.matchAll(pattern)].flatMap(([, name = "", quoted, number]) => {
      const value = number ?? quoted ?? "";
      const isPort = /^\d{2,5}$/.test(value);
      const isAddress = /:\d{2,5}$/.test(value);
      if (!isPort && !isAddress && !named.test(name)) return [];
      return valuesFor(name, value).map(
        (given) => ({ kind: "argument", text: `--${name}=${given}`, instead: portIn(value) })
      );
    })
  );
}
var variableForms = [
  /\b(?:Getenv|LookupEnv|\w*[eE]nv\w*)\(\s*"([A-Z][A-Z0-9_]*)"(?:\s*,\s*"([^"\n]*)")?/g,
  /\b(?:env|envconfig):"([A-Z][A-Z0-9_]*)(?:,[^"]*)?"(?:[^`\n]*?\b(?:envDefault|default):"([^"]*)")?/g
];
function variablesIn(text) {
  return variableForms.flatMap(
    (pattern) => [...text.matchAll(pattern)].flatMap(
      ([, name = "", value = ""]) => name === "PORT" || !/PORT|ADDR|LISTEN|BIND/.test(name) ? [] : valuesFor(name, value).map(
        (given) => ({ kind: "variable", text: `${name}=${given}`, instead: portIn(value) })
      )
    )
  );
}
var portIn = (value) => {
  const port = /(?:^|:)(\d{2,5})$/.exec(value)?.[1];
  return port === void 0 ? null : Number(port);
};
function valuesFor(name, value) {
  if (/^\d+$/.test(value)) return ["$PORT"];
  const [, host = ""] = /^(.*):\d+$/.exec(value) ?? [];
  if (/:\d+$/.test(value)) return [host === "" ? ":$PORT" : `${host}:$PORT`];
  if (/port/i.test(name)) return ["$PORT", ":$PORT"];
  return ["127.0.0.1:$PORT"];
}

// src/runtimes/go/init/programs.ts
import { posix } from "node:path";
function sourcesOf(tree) {
  const files = tree.files.filter((file) => /(?<!_test)\.go$/.test(file));
  return files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
}
function programsOf(tree, sources) {
  const module = /^module\s+"?([^\s"]+)/m.exec(tree.read("go.mod") ?? "")?.[1] ?? "";
  const folders = [...new Set(sources.map(({ file }) => posix.dirname(file)))];
  const packages = new Map(
    folders.map((folder) => [folder, sources.filter(({ file }) => posix.dirname(file) === folder)])
  );
  const mains = [...packages].filter(([, files]) => files.some(isMain)).map(([folder]) => folder);
  return mains.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)).map((folder) => ({
    folder,
    sources: closure(folder, module, packages)
  }));
}
var isMain = ({ text }) => /^package main\b/m.test(text) && /^func main\(\)/m.test(text);
var depth = (folder) => folder === "." ? 0 : folder.split("/").length;
function closure(start, module, packages) {
  const reached = /* @__PURE__ */ new Set([start]);
  for (const folder of reached)
    for (const { text } of packages.get(folder) ?? [])
      for (const [, path = ""] of importsOf(text).matchAll(/"([^"\n]+)"/g)) {
        const inside = path === module ? "." : path.startsWith(`${module}/`) ? path.slice(module.length + 1) : null;
        if (inside !== null) reached.add(inside);
      }
  return [...reached].flatMap((folder) => packages.get(folder) ?? []);
}
var importsOf = (text) => [...text.matchAll(/^import\s+(?:\(([^)]*)\)|(.*)$)/gm)].map(([, many, one]) => many ?? one ?? "").join("\n");

// src/runtimes/go/init/routes.ts
var byMethod = /\.(?:(Get|Post|Put|Patch|Delete|Any|All)\(\s*"(\/[^"\s]*|)"|(GET|POST|PUT|PATCH|DELETE)\(\s*"([^"\s]*)")\s*,/g;
var handled = /\.(?:HandleFunc|Handle)\(\s*"(?:([A-Z]+) )?(\/[^"]*)"/g;
function goRoutes(source) {
  const text = withoutComments(source);
  const groups = nested(text);
  const variables = groupVariables(text);
  const at = (index, path) => {
    const owner = /(\w+)$/.exec(text.slice(0, index))?.[1] ?? "";
    const around = groups.filter(({ from, to }) => from < index && index < to).map(({ prefix }) => prefix);
    return joined([...around, variables.get(owner) ?? ""].join("/"), path);
  };
  const direct = [...text.matchAll(byMethod)].map((match) => ({
    method: methodOf(match[1] ?? match[3] ?? ""),
    path: at(match.index, match[2] ?? match[4] ?? ""),
    index: match.index
  }));
  const plain2 = [...text.matchAll(handled)].map(({ 1: method, 2: path = "", index }) => ({
    method: method ?? gorillaMethod(text, index),
    path: at(index, path.replace(/\{\$\}$/, "")),
    index
  }));
  return [...direct, ...plain2].sort((a, b) => a.index - b.index).map(({ method, path }) => ({ method, path }));
}
var methodOf = (name) => /^(any|all)$/i.test(name) ? "ANY" : name.toUpperCase();
function gorillaMethod(text, index) {
  const end = closing(text, index);
  return /^\)\s*\.\s*Methods\(\s*(?:"|http\.Method)(\w+)/.exec(text.slice(end))?.[1]?.toUpperCase() ?? "ANY";
}
function nested(text) {
  return [...text.matchAll(/\.Route\(\s*"([^"]*)"/g)].map(({ 1: prefix = "", index }) => ({
    prefix,
    from: index,
    to: closing(text, index)
  }));
}
function groupVariables(text) {
  const found = /* @__PURE__ */ new Map();
  const group = /(\w+)\s*:?=\s*(\w+)\.(?:Group|PathPrefix)\(\s*"([^"]*)"/g;
  for (const [, name = "", parent = "", prefix = ""] of text.matchAll(group)) {
    found.set(name, joined(found.get(parent) ?? "", prefix));
  }
  return found;
}

// src/runtimes/go/init/subcommands.ts
var serving = /^(?:serve|server|start|run|web|api|http|daemon|up|listen|node|agent)(?:[-_]?(?:http|server|api|web))?$/i;
var forms = [
  /\bUse:\s*"([\w-]+)/g,
  /\bcli\.Command\{[^{}]*?\bName:\s*"([\w-]+)"/g,
  /\{\s*Name:\s*"([\w-]+)"[^{}]*?\bAction:/g,
  /^\s*(\w+)\s+\S+\s+`[^`\n]*\bcmd:"/gm,
  /\bos\.Args\[1\][\s\S]{0,400}?\bcase\s+"([\w-]+)"/g
];
function subcommands(sources) {
  const names = sources.flatMap(
    ({ text }) => forms.flatMap((form) => [...text.matchAll(form)].map(([, name = ""]) => name.toLowerCase()))
  );
  return [...new Set(names.filter((name) => serving.test(name)))].sort((a, b) => rank(a) - rank(b));
}
var order = ["serve", "server", "start", "run", "web", "api", "http"];
var rank = (name) => (order.indexOf(name) + order.length + 1) % (order.length + 1);

// src/runtimes/go/init/recognise.ts
function recognise(tree) {
  const programs = programsOf(tree, sourcesOf(tree)).filter(mayServe);
  const declared = [...declaredCommands(tree), ...reloaded(tree)];
  const servers = [...programs].sort((a, b) => Number(listensItself(b)) - Number(listensItself(a)));
  return [
    ...servers.flatMap((program) => candidatesOf(tree, program, programs.length > 1, declared)),
    ...testsOf(tree)
  ];
}
var listens = /\bListenAndServe|\bnet\.Listen\(|\.Serve(?:TLS)?\(|\bfasthttp\.|\bgrpc\.NewServer\(|\.(?:Run|Listen|Start|ListenTLS|RunTLS)\(\s*(?:"|\)|os\.|fmt\.|:|[*&]?[\w.]*(?:[Pp]ort|PORT|[Aa]ddr|ADDR|[Ll]isten|[Bb]ind|[Cc]fg|[Cc]onf))/;
var startsFramework = /\.(?:Run|Listen|Start)(?:TLS)?\(/;
var mayServe = ({ sources }) => sources.some(({ text }) => listens.test(text)) || framework(sources) !== plainHttp && sources.some(({ text }) => startsFramework.test(text));
var listensItself = ({ folder, sources }) => sources.some(({ file, text }) => posix2.dirname(file) === folder && listens.test(text));
function candidatesOf(tree, program, several, declared) {
  const { folder, sources } = program;
  const name = folder === "." ? "server" : posix2.basename(folder);
  const binary = `./bin/leakdiff-${several ? name : "server"}`;
  const calls = callsOf(tree, program);
  const candidate = ({ arguments: words, seenIn, tags, variables }) => ({
    kind: "server",
    program: folder,
    setup: `go build ${tags}-o ${binary} ${folder === "." ? "." : `./${folder}`}`,
    start: `${variables}${binary}${words}`,
    subcommands: words === "" ? subcommands(sources) : [],
    ports: portWays(sources),
    routes: [...sources.flatMap(({ text }) => goRoutes(text)), ...calls.left],
    exchanges: [...calls.exchanges, ...websockets(sources)],
    seen: [
      `${framework(sources)} server in ${folder === "." ? "the module\u2019s root" : `./${folder}`}${seenIn}`
    ],
    warnings: []
  });
  return [plain, ...declared.flatMap((one) => startedBy(one, folder, name))].map(candidate);
}
function reloaded(tree) {
  const file = ".air.toml";
  const text = tree.read(file) ?? "";
  const target = /^\s*cmd\s*=\s*"go build [^"]*?(\.\S*)"/m.exec(text)?.[1];
  const list = /^\s*args_bin\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? "";
  const words = [...list.matchAll(/"([^"]*)"/g)].map(([, word = ""]) => word);
  return target === void 0 || words.length === 0 ? [] : [{ file, command: `go run ${target} ${words.join(" ")}` }];
}
var plain = { arguments: "", variables: "", tags: "", seenIn: "" };
function startedBy({ command, file }, folder, name) {
  const pattern = /^((?:[A-Z_][A-Z0-9_]*=\S+\s+)*)(?:go run\s+((?:-\S+\s+(?:[\w,]+\s+)?)*)(\S+)|(?:exec\s+)?(\S+))(.*)$/;
  const [, variables = "", flags = "", target, binary, rest = ""] = pattern.exec(command) ?? [];
  const matches = target !== void 0 ? posix2.normalize(posix2.dirname(`${target}/x`)).replace(/\/[^/]*\.go$/, "") === folder || posix2.dirname(target) === folder || folder === "." && /^(?:\.|\*\.go|main\.go)$/.test(target) : binary !== void 0 && posix2.basename(binary) === name;
  const words = rest.replace(/\s*(?:&&|\||;|#|\\$).*$/, "").trimEnd();
  const tags = /-tags[= ]\S+\s+/.exec(flags)?.[0] ?? "";
  if (!matches || words === "" && variables === "" && tags === "") return [];
  return [
    { arguments: words === "" ? "" : ` ${words.trim()}`, variables, tags, seenIn: `, as ${file} starts it` }
  ];
}
var websockets = (sources) => {
  const upgrades = sources.some(
    ({ text }) => /\bwebsocket\.(?:Accept|Upgrader|Handler)\b|\.Upgrade\(\s*w\b/.test(text)
  );
  const routes = sources.flatMap(({ text }) => goRoutes(text));
  const path = routes.find((route) => /ws|socket|echo/i.test(route.path))?.path;
  return upgrades ? [{ kind: "websocket", path: path ?? "/ws", send: ["leakdiff"] }] : [];
};
function testsOf(tree) {
  const tests = tree.files.filter((file) => file.endsWith("_test.go"));
  if (!tests.some((file) => /^func Test[^a-z]\w*\(/m.test(tree.read(file) ?? ""))) return [];
  const seen = `tests in ${tests[0]}${tests.length > 1 ? ` and ${tests.length - 1} more` : ""}`;
  return [{ kind: "tests", setup: null, test: "go test ./...", seen: [seen], warnings: [] }];
}
var plainHttp = "net/http";
var frameworks = [
  ["github.com/go-chi/chi", "chi"],
  ["github.com/gin-gonic/gin", "gin"],
  ["github.com/labstack/echo", "echo"],
  ["github.com/gofiber/fiber", "fiber"],
  ["github.com/gorilla/mux", "gorilla/mux"],
  ["github.com/julienschmidt/httprouter", "httprouter"],
  ["github.com/valyala/fasthttp", "fasthttp"],
  ["google.golang.org/grpc", "gRPC"],
  ["connectrpc.com/connect", "connect"]
];
var framework = (sources) => frameworks.find(([path]) => sources.some(({ text }) => text.includes(`"${path}`)))?.[1] ?? plainHttp;

// src/runtimes/go/init/onboarding.ts
var setupGo = "actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0";
var onboarding = {
  manifests: ["go.mod"],
  foreign: ["vendor", "testdata"],
  looksFor: { server: "a Go main package", tests: "Go test files" },
  recognise,
  workflowSteps: (_, [first]) => workflowSteps(first)
};
function workflowSteps({ folder }) {
  const inside = (name) => folder === "" ? name : `${folder}/${name}`;
  return [
    `- uses: ${setupGo}`,
    "  with:",
    `    go-version-file: ${inside("go.mod")} # the version that the module asks for`,
    ...folder === "" ? [] : [`    cache-dependency-path: ${inside("go.sum")}`]
  ];
}
export {
  onboarding
};
