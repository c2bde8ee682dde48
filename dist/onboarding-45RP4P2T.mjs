import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  closing,
  joined,
  withoutComments
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/go/init/recognise.ts
import { posix } from "node:path";

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
  const plain = [...text.matchAll(handled)].map(({ 1: method, 2: path = "", index }) => ({
    method: method ?? gorillaMethod(text, index),
    path: at(index, path.replace(/\{\$\}$/, "")),
    index
  }));
  return [...direct, ...plain].sort((a, b) => a.index - b.index).map(({ method, path }) => ({ method, path }));
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

// src/runtimes/go/init/recognise.ts
function recognise(tree) {
  const files = tree.files.filter((file) => file.endsWith(".go"));
  const sources = files.filter((file) => !file.endsWith("_test.go")).map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
  const server = goServer(sources);
  const tests = files.filter((file) => file.endsWith("_test.go"));
  const hasTests = tests.some((file) => /^func Test[^a-z]\w*\(/m.test(tree.read(file) ?? ""));
  const seen = `tests in ${tests[0]}${tests.length > 1 ? ` and ${tests.length - 1} more` : ""}`;
  const test = {
    kind: "tests",
    setup: null,
    test: "go test ./...",
    seen: [seen],
    warnings: []
  };
  return [...server === null ? [] : [server], ...hasTests ? [test] : []];
}
var listens = /\bListenAndServe(?:TLS)?\(|\.Run\(\s*(?:"|\)|os\.|port|addr|:)|\b(?:app|e|r|router|server|srv)\.(?:Listen|Start|Run)\(/i;
function goServer(sources) {
  const mains = [
    ...new Set(
      sources.filter(({ text }) => /^package main\b/m.test(text) && /^func main\(\)/m.test(text)).map(({ file }) => posix.dirname(file))
    )
  ];
  const listening = sources.filter(({ text }) => listens.test(text));
  const direct = mains.filter((main2) => listening.some(({ file }) => posix.dirname(file) === main2));
  const [main] = direct.length > 0 ? direct : mains;
  const routes = sources.flatMap(({ text }) => goRoutes(text));
  if (main === void 0 || listening.length === 0) return null;
  const address = goAddress([...listening, ...sources]);
  const others = (direct.length > 0 ? direct : mains).filter((other) => other !== main);
  return {
    kind: "server",
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
