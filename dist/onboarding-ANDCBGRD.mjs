import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  closing,
  joined,
  withoutComments
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/node/init/driver.ts
var driver = { ending: "mjs", command: "node", text: script };
function script({ address, heading, paths, requests }) {
  const port = address.kind === "fixed" ? String(address.port) : "process.env.PORT";
  return `${heading.map((line) => `// ${line}`).join("\n")}
import http from 'node:http'

const port = ${port}
const paths = [
${paths.map((path) => `  ${JSON.stringify(path)},`).join("\n")}
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

// src/runtimes/node/init/routes.ts
import { posix } from "node:path";
var byMethod = /\b(?!axios|request|supertest|http|https|fetch|api|client|agent|page|cache|map|headers|params|config)\w+\s*\.\s*(get|post|put|patch|delete|all)\(\s*(['"`])(\/[^'"`\s]*)\2\s*,/g;
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
  const direct = [...text.matchAll(byMethod)].map(({ 1: method = "", 3: path = "", index }) => ({
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
  const path = posix.join(posix.dirname(from), module);
  const stem = path.replace(/\.[cm]?js$/, "");
  const endings = ["", ".js", ".mjs", ".cjs", ".ts", "/index.js", "/index.mjs", "/index.ts"];
  return [path, ...endings.map((ending) => `${stem}${ending}`)].find((file) => files.includes(file));
}

// src/runtimes/node/init/recognise.ts
var isTest = /(^|\/)(__tests__|tests?|spec|e2e|cypress|scripts|public)\/|\.(test|spec)\.[cm]?[jt]sx?$|\.d\.ts$/;
var isSource = /\.[cm]?[jt]s$|(^|\/)bin\/[\w-]+$/;
function recognise(tree) {
  const manifest = manifestOf(tree.read("package.json"));
  const files = tree.files.filter((file) => isSource.test(file) && !isTest.test(file));
  const sources = files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
  const listening = sources.filter(({ text }) => listens.test(text));
  const { text: setup, warnings } = setupOf(tree, manifest);
  const start = startOf(
    manifest,
    listening.map(({ file }) => file)
  );
  const server = (command) => ({
    kind: "server",
    setup,
    warnings,
    start: command,
    address: nodeAddress([...listening, ...sources], command),
    routes: nodeRoutes(tree, files),
    seen: [`${framework(manifest)} server, started by \`${command}\``]
  });
  const tests = (test2) => ({
    kind: "tests",
    setup,
    warnings,
    test: test2,
    seen: [`tests, run by \`${test2}\``]
  });
  const test = testOf(manifest);
  return [...start === null ? [] : [server(start)], ...test === null ? [] : [tests(test)]];
}
function testOf({ scripts }) {
  const script2 = scripts.test ?? "";
  if (/^node (?:[^&|;]* )?--test\b[^&|;]*$/.test(script2)) return script2;
  return /^vitest(?: run)?$/.test(script2) ? "npx vitest run" : null;
}
var listens = /\.\s*listen\(|\bserve\(\s*[\w{]/;
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
  if (start === "npm start" && !sources.some(({ text }) => listens.test(text))) return { kind: "environment" };
  if (sources.some(({ text }) => usesPort.test(text))) return { kind: "environment" };
  for (const { file, text } of sources) {
    const literal = /\.listen\(\s*(?:\{[^}]*\bport:\s*)?(\d{2,5})\b/.exec(text)?.[1];
    const named = /\b(?:const|let|var)\s+port\s*=\s*(\d{2,5})\b/i.exec(text)?.[1];
    const port = literal ?? (listens.test(text) ? named : void 0);
    if (port !== void 0) return { kind: "fixed", port: Number(port), file };
  }
  return { kind: "environment" };
}
var frameworks = ["express", "fastify", "koa", "hono", "@hapi/hapi", "@nestjs/core"];
var framework = ({ dependencies }) => frameworks.find((name2) => dependencies.includes(name2)) ?? "http";

// src/runtimes/node/init/onboarding.ts
var setupNode = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";
var onboarding = {
  manifests: ["package.json"],
  foreign: ["node_modules", "dist", "build"],
  looksFor: { server: "a package.json", tests: "a script `test` of node --test or vitest" },
  recognise,
  workflowSteps,
  driver
};
function workflowSteps(tree, projects) {
  const file = versionFile(
    tree,
    projects.map(({ folder }) => folder)
  );
  const version = file === null ? "    node-version: 24 # the project names none" : `    node-version-file: ${file} # the version that the project names`;
  const needsCorepack = projects.some(({ setup }) => /^(pnpm|yarn) /.test(setup ?? ""));
  return [
    `- uses: ${setupNode}`,
    "  with:",
    version,
    ...needsCorepack ? ["- run: corepack enable # the package manager of the lock file"] : []
  ];
}
function versionFile(tree, folders) {
  const candidates = [...folders, ""].flatMap(
    (folder) => [".nvmrc", ".node-version", "package.json"].map((name2) => folder === "" ? name2 : `${folder}/${name2}`)
  );
  const names = (file) => !file.endsWith("package.json") || namesVersion(tree.read(file));
  return candidates.find((file) => tree.files.includes(file) && names(file)) ?? null;
}
var namesVersion = (manifest) => /"engines"\s*:\s*\{[^}]*"node"\s*:|"volta"\s*:\s*\{[^}]*"node"\s*:/.test(manifest ?? "");
export {
  onboarding
};
