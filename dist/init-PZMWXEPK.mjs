import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  openRepository
} from "./chunk-YWJDASJB.mjs";
import {
  defaultFiles
} from "./chunk-RSSAQIA3.mjs";
import {
  git,
  runGit
} from "./chunk-ZDFI45DI.mjs";
import "./chunk-MA4ODPTC.mjs";
import {
  version
} from "./chunk-KVCXQRUY.mjs";
import {
  ConfigError,
  UserError
} from "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/init/init.ts
import { lstat, mkdir, writeFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";

// src/init/config-text.ts
import { posix } from "node:path";

// src/init/drivers.ts
var requests = 200;
function driverText(server) {
  return server.runtime === "go" ? shell(server) : script(server);
}
var head = (mark, { routes }) => [
  `${mark} One round for leakdiff: every path below, ${requests} times. Written by leakdiff init; yours to edit.`,
  ...routes.left.length > 0 ? [`${mark} Not asked for:`] : [],
  ...routes.left.map((route) => `${mark}   ${route}`)
].join("\n");
var paths = ({ routes }, quote) => routes.asked.map(quote).join("\n");
function shell(server) {
  const { address } = server;
  const port = address.kind === "fixed" ? String(address.port) : "$PORT";
  return `#!/usr/bin/env bash
${head("#", server)}
set -euo pipefail
paths='
${paths(server, (path) => path)}
'
for path in $paths; do
  for _ in {1..${requests}}; do
    printf 'url = "http://127.0.0.1:%s%s"\\noutput = /dev/null\\n' "${port}" "$path"
  done
done |
  curl --config - --globoff --silent --show-error --max-time 30 --write-out '%{http_code} %{url_effective}\\n' |
  # Not done: an error of the server, or no path that it knows at all.
  awk '
    $1 == "000" || $1 >= 500 { if (!failed++) print "first failure: " $0 }
    $1 >= 200 && $1 < 400 { fine++ }
    END { if (failed || !fine) { print failed + 0 " of " NR " requests failed, " fine + 0 " succeeded"; exit 1 } }'
`;
}
function script(server) {
  const { address } = server;
  const port = address.kind === "fixed" ? String(address.port) : "process.env.PORT";
  return `${head("//", server)}
import http from 'node:http'

const port = ${port}
const paths = [
${paths(server, (path) => `  ${JSON.stringify(path)},`)}
]
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
const statuses = []
for (const path of paths) for (let i = 0; i < ${requests}; i += 1) statuses.push(await get(path))
agent.destroy()

// Not done: an error of the server, or no path that it knows at all.
const failed = statuses.filter((status) => status >= 500)
if (failed.length > 0) throw new Error(\`\${failed.length} of \${statuses.length} requests failed with status \${failed[0]}\`)
if (!statuses.some((status) => status < 400)) throw new Error('no request succeeded: correct the paths')

function get(path) {
  return new Promise((resolve, reject) => {
    const request = http.get({ agent, host: '127.0.0.1', port, path, timeout: 30_000 }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode)).on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error(\`\${path}: no answer within 30 s\`)))
    request.on('error', reject)
  })
}
`;
}

// src/init/config-text.ts
function named(all) {
  const taken = /* @__PURE__ */ new Set();
  return all.map((recognised) => {
    const several = all.some((other) => other.folder !== recognised.folder);
    const prefix = several && recognised.folder !== "" ? `${wordOf(recognised.folder)}-` : "";
    const name2 = free(`${prefix}${recognised.kind}`, taken);
    taken.add(name2);
    const ending2 = recognised.runtime === "go" ? "sh" : "mjs";
    return {
      name: name2,
      recognised,
      several,
      driver: recognised.kind === "server" ? `.github/leakdiff/${name2}.${ending2}` : null
    };
  });
}
var wordOf = (folder) => posix.basename(folder).replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[.-]+/, "") || "project";
function free(name2, taken) {
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name2 : `${name2}-${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}
function configText(workloads) {
  const lines = workloads.flatMap((workload) => [
    [`  ${workload.name}:`, "a name, shown in reports"],
    ...workloadLines(workload).map(([text, why]) => [`    ${text}`, why])
  ]);
  const width = Math.max(...lines.map(([text]) => text.length).filter((length) => length <= 70));
  return [
    "# What leakdiff measures on every pull request, on base and on head. Written by leakdiff init; yours to edit.",
    "workloads:",
    ...lines.map(([text, why]) => `${text.padEnd(width)}  # ${why}`),
    ""
  ].join("\n");
}
function workloadLines(workload) {
  const { recognised, several } = workload;
  const { folder, runtime } = recognised;
  const own = recognised.kind === "server" ? serverLines(workload, recognised) : testLines(recognised);
  return [
    [`runtime: ${runtime}`, "what runs it"],
    ...folder === "" ? [] : placeLines(folder, several),
    ...own
  ];
}
function placeLines(folder, several) {
  const directory = [`directory: ${yaml(folder)}`, "where its commands run"];
  const changed = [
    `changed: [${JSON.stringify(folder)}]`,
    "measured only when something in it changed; add what it shares with others"
  ];
  return several ? [directory, changed] : [directory];
}
function serverLines({ driver }, server) {
  const { address, folder, setup, start } = server;
  const root = folder === "" ? "" : "$LEAKDIFF_HEAD/";
  const run = server.runtime === "go" ? "bash" : "node";
  const script2 = root === "" ? driver : `"${root}${driver}"`;
  const ready = address.kind === "environment" ? ["ready: 127.0.0.1:$PORT", "started once it listens there; leakdiff chooses PORT"] : [
    `ready: 127.0.0.1:${address.port}`,
    `started once it listens there: the port that ${address.file} names`
  ];
  return [
    [`setup: ${yaml(setup)}`, "builds one revision, once"],
    [`start: ${yaml(start)}`, "the long-lived program"],
    ready,
    [`round: ${yaml(`${run} ${script2}`)}`, "gives it work; exit 0 = the round was done"],
    [`operations: ${requests}`, `in a round: ${requests} requests to each path`]
  ];
}
var testLines = ({ setup, test }) => [
  ...setup === null ? [] : [[`setup: ${yaml(setup)}`, "builds one revision, once"]],
  [`test: ${yaml(test)}`, "tests as they are, repeated as rounds in one process"]
];
function yaml(text) {
  const plain = /^[A-Za-z0-9_./$][^#]*$/.test(text) && !/: |:$/.test(text);
  return plain ? text : JSON.stringify(text);
}

// src/init/go.ts
import { posix as posix2 } from "node:path";

// src/init/routes.ts
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
function joined(prefix, path) {
  const whole = `/${prefix}/${path}`.replace(/\/{2,}/g, "/");
  return whole.length > 1 ? whole.replace(/\/$/, "") : whole;
}

// src/init/source-text.ts
function withoutComments(text) {
  return text.replace(tokens, (token) => /^\/[/*]/.test(token) ? token.replace(/[^\n]/g, " ") : token);
}
var tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
function closing(text, from) {
  const bracket = new RegExp(`${tokens.source}|[({[]|[)}\\]]`, "g");
  bracket.lastIndex = from;
  let depth2 = 0;
  for (const { 0: token, index } of matchesFrom(text, bracket)) {
    if (/^[({[]$/.test(token)) depth2 += 1;
    else if (/^[)}\]]$/.test(token) && --depth2 <= 0) return index;
  }
  return text.length;
}
function* matchesFrom(text, pattern) {
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) yield match;
}

// src/init/go-routes.ts
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
  const plain = [...text.matchAll(handled)].map(({ 1: method, 2: path = "", index }) => ({
    method: method ?? gorillaMethod(text, index),
    path: at(index, path.replace(/\{\$\}$/, "")),
    index
  }));
  return [...direct, ...plain].sort((a, b) => a.index - b.index).map(({ method, path }) => ({ method, path }));
}
var methodOf = (name2) => /^(any|all)$/i.test(name2) ? "ANY" : name2.toUpperCase();
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
  for (const [, name2 = "", parent = "", prefix = ""] of text.matchAll(group)) {
    found.set(name2, joined(found.get(parent) ?? "", prefix));
  }
  return found;
}

// src/init/go.ts
function recogniseGo(tree, folder) {
  const files = tree.files.filter((file) => file.endsWith(".go"));
  const sources = files.filter((file) => !file.endsWith("_test.go")).map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
  const server = goServer(sources, folder);
  const tests = files.filter((file) => file.endsWith("_test.go"));
  const hasTests = tests.some((file) => /^func Test[^a-z]\w*\(/m.test(tree.read(file) ?? ""));
  const seen = `tests in ${tests[0]}${tests.length > 1 ? ` and ${tests.length - 1} more` : ""}`;
  const test = {
    kind: "tests",
    runtime: "go",
    folder,
    setup: null,
    test: "go test ./...",
    seen: [seen],
    warnings: []
  };
  return [...server === null ? [] : [server], ...hasTests ? [test] : []];
}
var listens = /\bListenAndServe(?:TLS)?\(|\.Run\(\s*(?:"|\)|os\.|port|addr|:)|\b(?:app|e|r|router|server|srv)\.(?:Listen|Start|Run)\(/i;
function goServer(sources, folder) {
  const mains = [
    ...new Set(
      sources.filter(({ text }) => /^package main\b/m.test(text) && /^func main\(\)/m.test(text)).map(({ file }) => posix2.dirname(file))
    )
  ];
  const listening = sources.filter(({ text }) => listens.test(text));
  const direct = mains.filter((main2) => listening.some(({ file }) => posix2.dirname(file) === main2));
  const [main] = direct.length > 0 ? direct : mains;
  const routes = plan(sources.flatMap(({ text }) => goRoutes(text)));
  if (main === void 0 || listening.length === 0 || routes.asked.length === 0) return null;
  const address = goAddress([...listening, ...sources]);
  const others = (direct.length > 0 ? direct : mains).filter((other) => other !== main);
  return {
    kind: "server",
    runtime: "go",
    folder,
    setup: `go build -o ./bin/leakdiff-server ${main === "." ? "." : `./${main}`}`,
    start: "./bin/leakdiff-server",
    address,
    routes,
    seen: [`${framework(sources)} server in ${main === "." ? "the module\u2019s root" : `./${main}`}`],
    warnings: others.length > 0 ? [
      `There are other programs (${others.map((other) => `./${other}`).join(", ")}): they are not measured.`
    ] : []
  };
}
function goAddress(sources) {
  if (sources.some(({ text }) => /env\w*\(\s*"PORT"/i.test(text) || /\.Run\(\s*\)/.test(text)))
    return { kind: "environment" };
  for (const { file, text } of sources) {
    const port = /"(?:localhost|127\.0\.0\.1|0\.0\.0\.0)?:(\d{2,5})"/.exec(text)?.[1];
    if (port !== void 0) return { kind: "fixed", port: Number(port), file };
  }
  return { kind: "environment" };
}
var frameworks = [
  ["github.com/go-chi/chi", "chi"],
  ["github.com/gin-gonic/gin", "gin"],
  ["github.com/labstack/echo", "echo"],
  ["github.com/gofiber/fiber", "fiber"],
  ["github.com/gorilla/mux", "gorilla/mux"]
];
var framework = (sources) => frameworks.find(([path]) => sources.some(({ text }) => text.includes(`"${path}`)))?.[1] ?? "net/http";

// src/init/node-routes.ts
import { posix as posix3 } from "node:path";
var byMethod2 = /\b(?!axios|request|supertest|http|https|fetch|api|client|agent|page|cache|map|headers|params|config)\w+\s*\.\s*(get|post|put|patch|delete|all)\(\s*(['"`])(\/[^'"`\s]*)\2\s*,/g;
function nodeRoutes(tree, files) {
  const sources = files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
  const mounts = sources.flatMap(({ file, text }) => mountsOf(file, text, files));
  return sources.flatMap(({ file, text }) => {
    const prefixes = mounts.filter(({ target }) => target === file).map(({ prefix }) => prefix);
    const autoloaded = /(?:^|\/)routes\/(.+)\/[^/]+$/.exec(file)?.[1];
    const usesAutoload = sources.some((source) => source.text.includes("@fastify/autoload"));
    const around = prefixes.length > 0 ? prefixes : [usesAutoload ? autoloaded ?? "" : ""];
    return around.flatMap(
      (prefix) => routesOf(text).map(({ method, path }) => ({ method, path: joined(prefix, path) }))
    );
  });
}
function routesOf(text) {
  const direct = [...text.matchAll(byMethod2)].map(({ 1: method = "", 3: path = "", index }) => ({
    method: method === "all" ? "ANY" : method.toUpperCase(),
    path,
    index
  }));
  const objects = [...text.matchAll(/\.route\(\s*\{/g)].flatMap(({ index }) => {
    const body = text.slice(index, closing(text, index));
    const method = /\bmethod:\s*['"`](\w+)['"`]/.exec(body)?.[1];
    const path = /\b(?:url|path):\s*['"`](\/[^'"`]*)['"`]/.exec(body)?.[1];
    return method === void 0 || path === void 0 ? [] : [{ method: method.toUpperCase(), path, index }];
  });
  return [...direct, ...objects].sort((a, b) => a.index - b.index);
}
var name = String.raw`[A-Za-z_$][\w$]*`;
var required = new RegExp(
  String.raw`(?:const|let|var)\s+(${name})\s*=\s*require\(\s*['"]([^'"]+)['"]|import\s+(${name})\s+from\s+['"]([^'"]+)['"]`,
  "g"
);
var inline = String.raw`require\(\s*['"]([^'"]+)['"]\s*\)`;
function mountsOf(file, text, files) {
  const modules = new Map(
    [...text.matchAll(required)].map(([, a, b, c, d]) => [a ?? c ?? "", b ?? d ?? ""])
  );
  const used = new RegExp(String.raw`\.use\(\s*['"\`](\/[^'"\`]*)['"\`]\s*,\s*(?:${inline}|(${name}))`, "g");
  const registered = new RegExp(
    String.raw`\.register\(\s*(?:${inline}|(${name}))\s*,\s*\{[^}]*\bprefix:\s*['"\`]([^'"\`]*)['"\`]`,
    "g"
  );
  const mount = (module, prefix) => {
    const target = module?.startsWith(".") ? resolved(file, module, files) : void 0;
    return target === void 0 ? [] : [{ target, prefix }];
  };
  return [
    ...[...text.matchAll(used)].flatMap(
      ([, prefix = "", path, variable = ""]) => mount(path ?? modules.get(variable), prefix)
    ),
    ...[...text.matchAll(registered)].flatMap(
      ([, path, variable = "", prefix = ""]) => mount(path ?? modules.get(variable), prefix)
    )
  ];
}
function resolved(from, module, files) {
  const path = posix3.join(posix3.dirname(from), module);
  const stem = path.replace(/\.[cm]?js$/, "");
  const endings = ["", ".js", ".mjs", ".cjs", ".ts", "/index.js", "/index.mjs", "/index.ts"];
  return [path, ...endings.map((ending2) => `${stem}${ending2}`)].find((file) => files.includes(file));
}

// src/init/node.ts
var isTest = /(^|\/)(__tests__|tests?|spec|e2e|cypress|scripts|public)\/|\.(test|spec)\.[cm]?[jt]sx?$|\.d\.ts$/;
var isSource = /\.[cm]?[jt]s$|(^|\/)bin\/[\w-]+$/;
function recogniseNode(tree, folder) {
  const manifest = manifestOf(tree.read("package.json"));
  const files = tree.files.filter((file) => isSource.test(file) && !isTest.test(file));
  const sources = files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
  const listening = sources.filter(({ text }) => listens2.test(text));
  const start = startOf(
    manifest,
    listening.map(({ file }) => file)
  );
  const routes = plan(nodeRoutes(tree, files));
  const { text: setup, warnings } = setupOf(tree, manifest);
  const common = { runtime: "node", folder, setup, warnings };
  const server = start === null || routes.asked.length === 0 ? [] : [
    {
      ...common,
      kind: "server",
      start,
      address: nodeAddress([...listening, ...sources], start),
      routes,
      seen: [`${framework2(manifest)} server, started by \`${start}\``]
    }
  ];
  const test = testOf(manifest);
  const left = server.length > 0 ? [] : warnings;
  const tests = test === null ? [] : [{ ...common, kind: "tests", test, warnings: left, seen: [`tests, run by \`${test}\``] }];
  return [...server, ...tests];
}
function testOf({ scripts }) {
  const script2 = scripts.test ?? "";
  if (/^node (?:[^&|;]* )?--test\b[^&|;]*$/.test(script2)) return script2;
  return /^vitest(?: run)?$/.test(script2) ? "npx vitest run" : null;
}
var listens2 = /\.\s*listen\(|\bserve\(\s*[\w{]/;
function manifestOf(text) {
  const all = parsed(text);
  const record = (value) => typeof value === "object" && value !== null ? { ...value } : {};
  const scripts = Object.entries(record(all.scripts)).flatMap(
    ([name2, script2]) => typeof script2 === "string" ? [[name2, script2]] : []
  );
  const dependencies = Object.keys({ ...record(all.dependencies), ...record(all.devDependencies) });
  const { main } = all;
  return { scripts: Object.fromEntries(scripts), dependencies, ...typeof main === "string" && { main } };
}
function parsed(text) {
  try {
    const value = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
var reloads = /\b(nodemon|ts-node-dev|tsx watch|--watch|next dev|vite)\b/;
function startOf({ main, scripts }, listening) {
  const script2 = scripts.start;
  if (script2 !== void 0 && !reloads.test(script2)) {
    return /^node [\w./-]+$/.test(script2) ? script2 : "npm start";
  }
  const file = listening.find((f) => f === main) ?? listening.find((f) => /\.[cm]?js$/.test(f));
  return file === void 0 ? null : `node ${file}`;
}
function setupOf(tree, { dependencies, scripts }) {
  const has = (file) => tree.files.includes(file);
  const [install, runner] = has("pnpm-lock.yaml") ? ["pnpm install --frozen-lockfile", "pnpm"] : has("yarn.lock") ? ["yarn install --frozen-lockfile", "yarn"] : has("package-lock.json") || has("npm-shrinkwrap.json") ? ["npm ci --no-audit --no-fund", "npm"] : ["npm install --no-audit --no-fund", "npm"];
  const build = scripts.build === void 0 ? "" : ` && ${runner} run build`;
  const unlocked = install.startsWith("npm install") && dependencies.length > 0;
  const text = "There is no lock file: both sides may get other versions of dependencies. Commit package-lock.json.";
  return { text: `${install}${build}`, warnings: unlocked ? [text] : [] };
}
function nodeAddress(sources, start) {
  const usesPort = /\bprocess\.env\.PORT\b|\benv\.PORT\b|process\.env\[['"]PORT/;
  if (start === "npm start" && !sources.some(({ text }) => listens2.test(text))) return { kind: "environment" };
  if (sources.some(({ text }) => usesPort.test(text))) return { kind: "environment" };
  for (const { file, text } of sources) {
    const literal = /\.listen\(\s*(?:\{[^}]*\bport:\s*)?(\d{2,5})\b/.exec(text)?.[1];
    const named2 = /\b(?:const|let|var)\s+port\s*=\s*(\d{2,5})\b/i.exec(text)?.[1];
    const port = literal ?? (listens2.test(text) ? named2 : void 0);
    if (port !== void 0) return { kind: "fixed", port: Number(port), file };
  }
  return { kind: "environment" };
}
var frameworks2 = ["express", "fastify", "koa", "hono", "@hapi/hapi", "@nestjs/core"];
var framework2 = ({ dependencies }) => frameworks2.find((name2) => dependencies.includes(name2)) ?? "http";

// src/init/tree.ts
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
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
var foreign = /(^|\/)(node_modules|vendor|testdata|examples?|fixtures|third_party|dist|build)\//;
function foldersWith(tree, name2) {
  return tree.files.filter((file) => (file === name2 || file.endsWith(`/${name2}`)) && !foreign.test(file)).map((file) => file.slice(0, -name2.length).replace(/\/$/, ""));
}
function subtree(tree, folder, others) {
  const prefix = folder === "" ? "" : `${folder}/`;
  const inner = others.filter((other) => other !== folder && other.startsWith(prefix)).map((o) => `${o}/`);
  const files = tree.files.filter(
    (file) => file.startsWith(prefix) && !foreign.test(file) && !inner.some((other) => file.startsWith(other))
  );
  return {
    files: files.map((file) => file.slice(prefix.length)),
    read: (file) => tree.read(`${prefix}${file}`)
  };
}

// src/init/recognise.ts
function recognise(tree) {
  const modules = foldersWith(tree, "go.mod");
  const packages = foldersWith(tree, "package.json");
  const found = [
    ...modules.flatMap((folder) => recogniseGo(subtree(tree, folder, modules), folder)),
    ...packages.flatMap((folder) => recogniseNode(subtree(tree, folder, packages), folder))
  ];
  return found.sort((a, b) => depth(a.folder) - depth(b.folder) || (a.folder < b.folder ? -1 : 1));
}
var depth = (folder) => folder === "" ? 0 : folder.split("/").length;

// src/init/workflow-text.ts
var pinned = {
  checkout: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  go: "actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0",
  node: "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0"
};
function workflowText(all, tree, source) {
  const steps = [...goSteps(all), ...nodeSteps(all, tree)].map((line) => `      ${line}`);
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
    steps:
      - uses: ${pinned.checkout}
        with:
          persist-credentials: false # the program under test never sees the token
${steps.join("\n")}
      - uses: ${source.repository}@${source.commit} # v${source.version}
`;
}
function goSteps(all) {
  const folders = foldersOf(all, "go");
  const [first] = folders;
  if (first === void 0) return [];
  const inside = (name2) => first === "" ? name2 : `${first}/${name2}`;
  return [
    `- uses: ${pinned.go}`,
    "  with:",
    `    go-version-file: ${inside("go.mod")} # the version that the module asks for`,
    ...first === "" ? [] : [`    cache-dependency-path: ${inside("go.sum")}`]
  ];
}
function nodeSteps(all, tree) {
  const folders = foldersOf(all, "node");
  if (folders.length === 0) return [];
  const file = versionFile(tree, folders);
  const version2 = file === null ? "    node-version: 24 # the project names none" : `    node-version-file: ${file} # the version that the project names`;
  const needsCorepack = folders.some((folder) => /^(pnpm|yarn) /.test(setupOf2(all, folder)));
  return [
    `- uses: ${pinned.node}`,
    "  with:",
    version2,
    ...needsCorepack ? ["- run: corepack enable # the package manager of the lock file"] : []
  ];
}
var setupOf2 = (all, folder) => all.flatMap((one) => one.folder === folder && one.setup !== null ? [one.setup] : []).join();
function versionFile(tree, folders) {
  const candidates = [...folders, ""].flatMap(
    (folder) => [".nvmrc", ".node-version", "package.json"].map((name2) => folder === "" ? name2 : `${folder}/${name2}`)
  );
  const names = (file) => !file.endsWith("package.json") || namesVersion(tree.read(file));
  return candidates.find((file) => tree.files.includes(file) && names(file)) ?? null;
}
var namesVersion = (manifest) => /"engines"\s*:\s*\{[^}]*"node"\s*:|"volta"\s*:\s*\{[^}]*"node"\s*:/.test(manifest ?? "");
var foldersOf = (all, runtime) => [
  ...new Set(all.filter((one) => one.runtime === runtime).map(({ folder }) => folder))
];

// src/init/init.ts
var workflow = ".github/workflows/leakdiff.yml";
async function initialise(repository, source) {
  const tree = await treeOf(repository);
  const workloads = named(recognise(tree));
  if (workloads.length === 0) throw nothing(repository);
  const kept = await configured(repository);
  const config = kept.length > 0 ? [] : configFiles(workloads);
  const others = tree.files.filter((file) => usesLeakdiff(tree, file));
  const all = workloads.map(({ recognised }) => recognised);
  const steps = source === null || others.length > 0 ? [] : [{ file: workflow, text: workflowText(all, tree, source) }];
  const done = await Promise.all(
    [...config, ...steps].map(async ({ file, text }) => ({
      file,
      isNew: await create(repository.root, file, text)
    }))
  );
  const those = (isNew) => done.filter((one) => one.isNew === isNew).map(({ file }) => file);
  return { workloads, written: those(true), kept: [...kept, ...others, ...those(false)] };
}
function configFiles(workloads) {
  const drivers = workloads.flatMap(
    ({ driver, recognised }) => driver === null || recognised.kind !== "server" ? [] : [{ file: driver, text: driverText(recognised) }]
  );
  return [{ file: defaultFiles[0], text: configText(workloads) }, ...drivers];
}
async function configured({ root }) {
  const present = await Promise.all(
    defaultFiles.map(
      (file) => lstat(join2(root, file)).then(
        () => [file],
        () => []
      )
    )
  );
  return present.flat();
}
var usesLeakdiff = (tree, file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file) && /uses:\s*\S*leakdiff\S*@/.test(tree.read(file) ?? "");
async function create(root, file, text) {
  const path = join2(root, file);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
function nothing({ root }) {
  return new UserError(
    `leakdiff recognises no Go or Node server and no tests in ${root}`,
    'Looked for: a Go main package or a package.json whose program listens and has routes written as text (GET "/ping"), Go test files, and a script `test` of node --test or vitest. Write .github/leakdiff.yml by hand: start and round, or test, or run; `leakdiff run --help` tells each key.'
  );
}

// src/init/source.ts
import { existsSync, readFileSync as readFileSync2 } from "node:fs";
import { dirname as dirname2, join as join3 } from "node:path";
import { fileURLToPath } from "node:url";
function givenSource(text) {
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text) ?? [];
  if (repository !== void 0 && commit !== void 0) return { repository, commit, version };
  throw new ConfigError(
    `--action is not OWNER/NAME@SHA: ${text}`,
    "Give the repository of the action and the full SHA of a commit."
  );
}
async function ownSource() {
  const root = packageRoot(dirname2(fileURLToPath(import.meta.url)));
  if (root === null) return null;
  return installed(root) ?? await cloned(root);
}
function packageRoot(from) {
  for (let at = from; at !== dirname2(at); at = dirname2(at)) {
    if (existsSync(join3(at, "action.yml")) && existsSync(join3(at, "package.json"))) return at;
  }
  return null;
}
function installed(root) {
  const lock = join3(dirname2(root), ".package-lock.json");
  return existsSync(lock) ? sourceOf(/"resolved":\s*"([^"]*\/leakdiff[^"]*)"/.exec(readFileSync2(lock, "utf8"))?.[1]) : null;
}
async function cloned(root) {
  const ask = async (...args) => (await runGit({ root }, args, {})).stdout.trim();
  if (await ask("rev-parse", "--show-prefix") !== "" || !existsSync(join3(root, ".git"))) return null;
  return sourceOf(`${await ask("remote", "get-url", "origin")}#${await ask("rev-parse", "HEAD")}`);
}
function sourceOf(address) {
  const pattern = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?#([0-9a-f]{40})$/;
  const [, repository, commit] = pattern.exec(address ?? "") ?? [];
  return repository === void 0 || commit === void 0 ? null : { repository, commit, version };
}

// src/cli/init.ts
async function initCommand({ action }) {
  const repository = await openRepository(process.cwd());
  const source = action === void 0 ? await ownSource() : givenSource(action);
  const { kept, workloads, written } = await initialise(repository, source);
  const sections = [
    workloads.map(recognisedLine),
    warningsOf(workloads).map((text) => `note        ${text}`),
    kept.map((file) => `left alone  ${file}: it was there already`),
    written.map((file) => `wrote       ${file}`),
    source === null ? [unknownSource] : []
  ];
  const next = written.length === 0 ? "Nothing to write." : "Next: look at what was written, then";
  process.stdout.write(`${[...sections.flat(), "", next, "", "  leakdiff run", ""].join("\n")}`);
  return 0;
}
var recognisedLine = ({ name: name2, recognised }) => {
  const where = recognised.folder === "" ? "" : `${recognised.folder}: `;
  const routes = recognised.kind === "server" ? `; ${count(recognised.routes.asked, "path")} to ask for, ${count(recognised.routes.left, "route")} left out` : "";
  return `recognised  ${name2}: ${where}${recognised.seen.join("; ")}${routes}`;
};
var count = (all, what) => `${all.length} ${what}${all.length === 1 ? "" : "s"}`;
function warningsOf(workloads) {
  return workloads.flatMap(({ name: name2, recognised }) => {
    const fixed = recognised.kind === "server" && recognised.address.kind === "fixed" ? [
      `${recognised.address.file} names port ${recognised.address.port}: nothing else may listen there while leakdiff runs. Take PORT from the environment, and leakdiff chooses a free one.`
    ] : [];
    return [...recognised.warnings, ...fixed].map((text) => `${name2}: ${text}`);
  });
}
var unknownSource = "not written  .github/workflows/leakdiff.yml: this copy of leakdiff does not tell which commit of which repository it is. Say it: --action OWNER/NAME@SHA";
export {
  initCommand
};
