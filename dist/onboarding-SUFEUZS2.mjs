import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  declaredCommands
} from "./chunk-J5VOPG4U.mjs";
import {
  folderOf,
  subtree
} from "./chunk-42FT62VM.mjs";
import {
  closing,
  joined,
  withoutComments
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/go/init/recognise.ts
import { posix as posix3 } from "node:path";

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
  const ways = [...texts.flatMap(flagsIn), ...texts.flatMap(variablesIn), ...prefixed(texts)];
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
  // huma, kong: Port int `help:"…" short:"p" default:"8888"`, named like its field
  [
    new RegExp(
      String.raw`^\s*((?:[A-Z]\w*)?(?:Port|Addr|Address|Listen|Bind))\s+\w+\s+\`(?![^\`]*\b(?:long|name):)[^\`\n]*?\bdefault:${literal}`,
      "gm"
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
      const flag = /^[A-Z]/.test(name) ? name.replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase() : name;
      const isPort = /^\d{2,5}$/.test(value);
      const isAddress = /:\d{2,5}$/.test(value);
      if (!isPort && !isAddress && !named.test(name)) return [];
      return valuesFor(name, value).map(
        (given2) => ({ kind: "argument", text: `--${flag}=${given2}`, instead: portIn(value) })
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
        (given2) => ({ kind: "variable", text: `${name}=${given2}`, instead: portIn(value) })
      )
    )
  );
}
var nameOf = /port|addr|listen|bind/i;
function prefixed(texts) {
  const all = texts.join("\n");
  const prefix = /\.SetEnvPrefix\(\s*"(\w+)"|\benvconfig\.(?:Must)?Process\(\s*"(\w*)"/.exec(all);
  if (prefix === null) return [];
  const keys = prefix[1] === void 0 ? [...all.matchAll(/^\s*([A-Z]\w*)\s+(?:string|u?int\d*)\b(?:[^\n]*?\bdefault:"([^"]*)")?/gm)] : [...all.matchAll(/\bviper\.\w+\(\s*"([\w.]+)"(?:\s*,\s*"?([^"\s)]*))?/g)];
  return keys.flatMap(([, key = "", value = ""]) => {
    if (!nameOf.test(key)) return [];
    const name = [prefix[1] ?? prefix[2] ?? "", key].filter(Boolean).join("_");
    const variable = name.replaceAll(".", "_").toUpperCase();
    return valuesFor(key, value).map(
      (given2) => ({ kind: "variable", text: `${variable}=${given2}`, instead: portIn(value) })
    );
  });
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
function programsOf(tree, sources, others = []) {
  const own = packagesOf(moduleIn(tree), sources);
  const all = new Map([
    ...others.flatMap((other) => [...packagesOf(other.module, other.sources, other.within)]),
    ...own
  ]);
  const mains = [...own.values()].filter((files) => files.some(isMain));
  const folders = mains.map(([first]) => posix.dirname(first?.file ?? ""));
  return folders.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)).map((folder) => ({ folder, sources: closure(pathOf(moduleIn(tree), folder), all) }));
}
var moduleIn = (tree) => /^module\s+"?([^\s"]+)/m.exec(tree.read("go.mod") ?? "")?.[1] ?? "";
var pathOf = (module, folder) => folder === "." ? module : `${module}/${folder}`;
function packagesOf(module, sources, within = "") {
  const found = /* @__PURE__ */ new Map();
  for (const source of sources) {
    const path = pathOf(module, posix.dirname(source.file));
    found.set(path, [...found.get(path) ?? [], { ...source, file: posix.join(within, source.file) }]);
  }
  return found;
}
var isMain = ({ text }) => /^package main\b/m.test(text) && /^func main\(\)/m.test(text);
var depth = (folder) => folder === "." ? 0 : folder.split("/").length;
function closure(start, packages) {
  const reached = /* @__PURE__ */ new Set([start]);
  for (const one of reached)
    for (const { text } of packages.get(one) ?? [])
      for (const path of importedBy(text)) if (packages.has(path)) reached.add(path);
  return [...reached].flatMap((path) => packages.get(path) ?? []);
}
var importedBy = (text) => [...importsOf(text).matchAll(/"([^"\n]+)"/g)].map(([, path = ""]) => path);
var importsOf = (text) => [...text.matchAll(/^import\s+(?:\(([^)]*)\)|(.*)$)/gm)].map(([, many, one]) => many ?? one ?? "").join("\n");

// src/runtimes/go/init/route-calls.ts
var byMethod = /\.(?:(Get|Post|Put|Patch|Delete|Any|All)\(\s*"(\/[^"\s]*|)"|(GET|POST|PUT|PATCH|DELETE)\(\s*"([^"\s]*)")\s*,/g;
var byFunction = /\b(?:fuego|huma)\.(Get|Post|Put|Patch|Delete)\(\s*\w+\s*,\s*"(\/[^"\s]*)"/g;
var byArgument = /\.(?:HandlerFunc|Handler|Handle|Method|MethodFunc|Add)\(\s*(?:"|\w+\.Method)([A-Za-z]+)"?\s*,\s*"(\/[^"\s]*)"/g;
var inObjects = /\bMethod:\s*(?:http\.Method|")(\w+)"?,\s*(?:Path|Pattern|URL):\s*"(\/[^"\s]*)"/g;
var inTables = /\{\s*(?:"\w+"\s*,\s*)?(?:"(?=[A-Z]+")|http\.Method)(\w+)"?\s*,\s*"(\/[^"\s]*)"/g;
var handled = /\.(?:HandleFunc|Handle)\(\s*"(?:([A-Z]+) )?(\/[^"]*)"(?!\s*,\s*http\.StripPrefix)/g;
function callsIn(text) {
  const direct = [...text.matchAll(byMethod)].map((match) => ({
    method: methodOf(match[1] ?? match[3] ?? ""),
    path: match[2] ?? match[4] ?? "",
    index: match.index
  }));
  const plain2 = [...text.matchAll(handled)].map(({ 1: method, 2: path = "", index }) => ({
    method: method ?? gorillaMethod(text, index),
    path: path.replace(/\{\$\}$/, ""),
    index
  }));
  const named2 = [byFunction, byArgument, inObjects, inTables].flatMap((pattern) => [...text.matchAll(pattern)]).map(({ 1: method = "", 2: path = "", index }) => ({ method: methodOf(method), path, index }));
  return [...direct, ...plain2, ...named2].sort((a, b) => a.index - b.index);
}
var methodOf = (name) => /^(any|all)$/i.test(name) ? "ANY" : name.toUpperCase();
function gorillaMethod(text, index) {
  const end = closing(text, index);
  return /^\)\s*\.\s*Methods\(\s*(?:"|http\.Method)(\w+)/.exec(text.slice(end))?.[1]?.toUpperCase() ?? "ANY";
}
var constant = /^[ \t]*(?:const[ \t]+)?(\w+)(?:[ \t]+string)?[ \t]*=[ \t]*"(\/[^"\s]*)"[ \t]*$/gm;
function spelledOut(sources) {
  const texts = sources.map(withoutComments);
  const known = new Map(
    texts.flatMap(
      (text) => [...text.matchAll(constant)].map(([, name = "", path = ""]) => [name, path])
    )
  );
  return texts.map(
    (text) => text.replace(
      /\(\s*(?:\w+\.)*(\w+)\s*\+\s*"(\/[^"]*)"/g,
      (_, name, path) => `("${known.get(name) ?? ""}${path}"`
    ).replace(/\(\s*(?:\w+\.)?(\w+)(?=\s*,)/g, (whole, name) => {
      const path = known.get(name);
      return path === void 0 ? whole : `("${path}"`;
    })
  );
}

// src/runtimes/go/init/route-prefixes.ts
function functionsIn(text) {
  const of = /^package\s+(\w+)/m.exec(text)?.[1] ?? "";
  return [...text.matchAll(/^func\s*(?:\([^)]*\)\s*)?(\w+)[^\n]*\{[ \t]*(?:\n|$)/gm)].map(
    ({ 0: head, 1: name = "", index }) => {
      const open = index + head.trimEnd().length - 1;
      return { name, of, from: index, to: closing(text, open) };
    }
  );
}
function prefixesIn(text) {
  const nested = [...text.matchAll(/\.Route\(\s*"([^"]*)"\s*,\s*func\b/g)].map(
    ({ 1: prefix = "", index }) => ({
      prefix,
      from: index,
      to: closing(text, index)
    })
  );
  const variables = groupVariables(text);
  return (index) => {
    const owner = /(\w+)$/.exec(text.slice(0, index))?.[1] ?? "";
    const around = nested.filter(({ from, to }) => from < index && index < to).map(({ prefix }) => prefix);
    return [...around, variables.get(owner) ?? ""].reduce(joined, "");
  };
}
function groupVariables(text) {
  const found = /* @__PURE__ */ new Map();
  for (const [, prefix = "", name = ""] of text.matchAll(/\bStripPrefix\(\s*"([^"]*)"\s*,\s*(\w+)\s*\)/g))
    found.set(name, prefix);
  const group = /(\w+)\s*:?=\s*(\w+)\.(?:Group|PathPrefix)\(\s*"([^"]*)"/g;
  for (const [, name = "", parent = "", prefix = ""] of text.matchAll(group))
    found.set(name, joined(found.get(parent) ?? "", prefix));
  return found;
}
var deepest = 6;
function prefixesByCall(files) {
  const packages = new Set(files.flatMap(({ functions }) => functions.map(({ of }) => of)));
  const handed = files.flatMap(handedIn);
  const above = (called, below) => {
    const own = handed.filter(
      ({ by, name, of }) => name === called.name && (!packages.has(of) || of === called.of) && by !== called
    );
    if (own.length === 0 || below.length > deepest) return [""];
    const all = own.flatMap(({ by, prefix }) => {
      if (by === void 0) return [prefix];
      return below.includes(by) ? [] : above(by, [...below, called]).map((more) => joined(more, prefix));
    });
    return [...new Set(all)];
  };
  return (called) => above(called, []);
}
var mounted = /\.(?:Mount|Route|StripPrefix)\(\s*"([^"]*)"\s*,\s*(?:(\w+)\.)?(\w+)\s*[(),]/g;
var grouped = /(?:(\w+)\.)?(\w+)\(\s*(?:[^()"]*,\s*)?\w+\.Group\(\s*"([^"]*)"/g;
var given = /(?:\b(\w+)\.)?\b(\w+)\(([^()"]*)\)/g;
function handedIn({ functions, text, within }) {
  const variables = groupVariables(text);
  const all = [
    ...[...text.matchAll(mounted)].map(({ 1: prefix = "", 2: of = "", 3: name = "", index }) => ({
      ...{ name, of, prefix, index }
    })),
    ...[...text.matchAll(grouped)].map(({ 1: of = "", 2: name = "", 3: prefix = "", index }) => ({
      ...{ name, of, prefix, index }
    })),
    ...(variables.size === 0 ? [] : [...text.matchAll(given)]).flatMap(
      ({ 1: of = "", 2: name = "", 3: given2 = "", index }) => {
        const group = given2.split(",").flatMap((word) => variables.get(word.trim()) ?? [])[0];
        return group === void 0 ? [] : [{ name, of, prefix: group, index }];
      }
    )
  ];
  return all.map(({ index, name, of, prefix }) => ({
    ...{ name, of, prefix: joined(within(index), prefix) },
    by: functions.find(({ from, to }) => from < index && index < to)
  }));
}

// src/runtimes/go/init/routes.ts
function goRoutes(sources) {
  const files = spelledOut(sources).map((text) => ({
    text,
    functions: functionsIn(text),
    within: prefixesIn(text)
  }));
  const above = prefixesByCall(files);
  return files.flatMap(
    ({ functions, text, within }) => callsIn(text).flatMap(({ index, method, path }) => {
      const inside = functions.find(({ from, to }) => from < index && index < to);
      const before = inside === void 0 ? [""] : above(inside);
      return before.map((prefix) => ({ method, path: joined(joined(prefix, within(index)), path) }));
    })
  );
}

// src/runtimes/go/init/siblings.ts
import { posix as posix2 } from "node:path";
function siblingsOf(tree, { folder, repository }) {
  const manifests = repository.files.filter(
    (file) => posix2.basename(file) === "go.mod" && !isForeign.test(file)
  );
  const folders = manifests.map(folderOf).filter((other) => other !== folder);
  if (folders.length === 0) return [];
  const known = folders.map((other) => {
    const inner = subtree(repository, other, folders);
    const within = posix2.relative(folder, other);
    return { module: moduleIn(inner), folder: other, within, sources: sourcesOf(inner) };
  });
  const reached = /* @__PURE__ */ new Set();
  const walk = (texts) => {
    const imports = texts.flatMap(importedBy);
    for (const other of known)
      if (!reached.has(other) && imports.some((path) => isIn(path, other.module))) {
        reached.add(other);
        walk(other.sources.map(({ text }) => text));
      }
  };
  walk(tree.files.filter((file) => file.endsWith(".go")).map((file) => tree.read(file) ?? ""));
  return [...reached];
}
function sharedWith(siblings, { repository }) {
  const settings = ["go.work", "go.work.sum"].filter((file) => repository.files.includes(file));
  return siblings.length === 0 ? [] : [...siblings.map(({ folder }) => folder === "" ? "." : folder), ...settings];
}
var isForeign = /(?:^|\/)(?:vendor|testdata|node_modules)\//;
var isIn = (path, module) => module !== "" && (path === module || path.startsWith(`${module}/`));

// src/runtimes/go/init/subcommands.ts
var serving = /^(?:serve|server|start|run|web|api|http|daemon|up|listen|node|agent)(?:[-_]?(?:http|server|api|web))?$/i;
var forms = [
  /\bUse:\s*"([\w-]+)/g,
  /\bcli\.Command\{[^{}]*?\bName:\s*"([\w-]+)"/g,
  /\{\s*Name:\s*"([\w-]+)"[^{}]*?\bAction:/g,
  /^\s*(\w+)\s+\S+\s+`[^`\n]*\bcmd:"/gm,
  /\bos\.Args\[1\][\s\S]{0,400}?\bcase\s+"([\w-]+)"/g
];
var anywhere = /"(serve|server|start|run|web|daemon|up|listen)"/g;
function subcommands(sources) {
  const names = sources.flatMap(
    ({ text }) => forms.flatMap((form) => [...text.matchAll(form)].map(([, name = ""]) => name.toLowerCase()))
  );
  const others = sources.flatMap(({ text }) => [...text.matchAll(anywhere)].map(([, name = ""]) => name));
  const sorted = (all) => [...new Set(all)].sort((a, b) => rank(a) - rank(b));
  return [.../* @__PURE__ */ new Set([...sorted(names.filter((name) => serving.test(name))), ...sorted(others)])];
}
var order = ["serve", "server", "start", "run", "web", "api", "http"];
var rank = (name) => (order.indexOf(name) + order.length + 1) % (order.length + 1);

// src/runtimes/go/init/recognise.ts
function recognise(tree, around) {
  const siblings = siblingsOf(tree, around);
  const shares = sharedWith(siblings, around);
  const programs = programsOf(tree, sourcesOf(tree), siblings).filter(mayServe);
  const declared = [...declaredCommands(tree), ...reloaded(tree)];
  const servers = [...programs].sort((a, b) => Number(listensItself(b)) - Number(listensItself(a)));
  const all = [
    ...servers.flatMap((program) => candidatesOf(tree, program, programs.length > 1, declared)),
    ...testsOf(tree)
  ];
  return shares.length === 0 ? all : all.map((one) => ({ ...one, shares }));
}
var listens = /\bListenAndServe|\bnet\.Listen\(|\.Serve(?:TLS)?\(|\bfasthttp\.|\bgrpc\.NewServer\(|\.Spin\(\)|\.(?:Run|Listen|Start|ListenTLS|RunTLS)\(\s*(?:"|\)|os\.|fmt\.|:|[*&]?[\w.]*(?:[Pp]ort|PORT|[Aa]ddr|ADDR|[Ll]isten|[Bb]ind|[Cc]fg|[Cc]onf))/;
var startsFramework = /\.(?:Run|Listen|Start)(?:TLS)?\(/;
var mayServe = ({ sources }) => sources.some(({ text }) => listens.test(text)) || framework(sources) !== plainHttp && sources.some(({ text }) => startsFramework.test(text));
var listensItself = ({ folder, sources }) => sources.some(({ file, text }) => posix3.dirname(file) === folder && listens.test(text));
function candidatesOf(tree, program, several, declared) {
  const { folder, sources } = program;
  const name = folder === "." ? "server" : posix3.basename(folder);
  const binary = `./bin/leakdiff-${several ? name : "server"}`;
  const calls = callsOf(tree, program);
  const candidate = ({ arguments: words, seenIn, tags, variables }) => ({
    kind: "server",
    program: folder,
    setup: `go build ${tags}-o ${binary} ${folder === "." ? "." : `./${folder}`}`,
    start: `${variables}${binary}${words}`,
    subcommands: words === "" ? subcommands(sources) : [],
    ports: portWays(sources),
    routes: [...goRoutes(sources.map(({ text }) => text)), ...calls.left],
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
  const [, variables = "", more = ""] = /^\s*full_bin\s*=\s*"((?:\w+=\S+\s+)*)\S+((?:\s[^"]*)?)"/m.exec(text) ?? [];
  const behind = [more.trim(), ...words].filter(Boolean).join(" ");
  return target === void 0 || `${variables}${behind}` === "" ? [] : [{ file, command: `${variables}go run ${target} ${behind}`.trim() }];
}
var plain = { arguments: "", variables: "", tags: "", seenIn: "" };
function startedBy({ command, file }, folder, name) {
  const pattern = /^((?:[A-Z_][A-Z0-9_]*=\S+\s+)*)(?:go run\s+((?:-\S+\s+(?:[\w,]+\s+)?)*)(\S+)|(?:exec\s+)?(\S+))(.*)$/;
  const [, variables = "", flags = "", target, binary, rest = ""] = pattern.exec(command) ?? [];
  const matches = target !== void 0 ? posix3.normalize(posix3.dirname(`${target}/x`)).replace(/\/[^/]*\.go$/, "") === folder || posix3.dirname(target) === folder || folder === "." && /^(?:\.|\*\.go|main\.go)$/.test(target) : binary !== void 0 && posix3.basename(binary) === name;
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
  const routes = goRoutes(sources.map(({ text }) => text));
  const path = routes.find((route) => /ws|socket|echo/i.test(route.path))?.path;
  return upgrades ? [{ kind: "websocket", path: path ?? "/ws", send: ["leakdiff"] }] : [];
};
function testsOf(tree) {
  const tests = tree.files.filter((file) => file.endsWith("_test.go"));
  const texts = tests.map((file) => tree.read(file) ?? "");
  if (!texts.some((text) => /^func (?:Test|Example|Fuzz)(?![a-z])\w*\(/m.test(text))) return [];
  const seen = `tests in ${tests[0]}${tests.length > 1 ? ` and ${tests.length - 1} more` : ""}`;
  const test = `go test ${tagsOfAll(texts)}./...`;
  return [{ kind: "tests", setup: null, test, seen: [seen], warnings: [] }];
}
function tagsOfAll(texts) {
  const tags = texts.map((text) => /^\/\/go:build (\w+)\s*$/m.exec(text.split(/^package /m)[0] ?? "")?.[1]);
  const [first] = tags;
  return first !== void 0 && !systems.test(first) && tags.every((tag) => tag === first) ? `-tags ${first} ` : "";
}
var systems = /^(?:linux|unix|darwin|windows|amd64|arm64|cgo|race|ignore|go1)$/;
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
