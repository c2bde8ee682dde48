import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  scriptDriver
} from "./chunk-LTIT2TOK.mjs";
import {
  findTests,
  onlyJudges
} from "./chunk-4SCVFKWV.mjs";
import {
  declaredCommands
} from "./chunk-J5VOPG4U.mjs";
import {
  foldersAbove,
  subtree
} from "./chunk-42FT62VM.mjs";
import {
  closing,
  joined,
  withoutComments
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/node/init/elsewhere.ts
var bunsOwn = /\bBun\.(?:serve|listen|file|write|sql|env)\b|\bfrom\s+['"]bun(?::\w+)?['"]|\brequire\(['"]bun:/;
var denosOwn = /\bDeno\.(?:serve|listen|env|readTextFile)\b/;
var fetches = /\bexport\s+default\s+(?:app\b|\w+\s*$|\{[^}]*\bfetch\b)/m;
function runsElsewhere({ dependencies, scripts }, texts, listensItself) {
  const some = (pattern) => texts.some((text) => pattern.test(text));
  if (some(bunsOwn)) return "Bun";
  if (some(denosOwn)) return "Deno";
  if (listensItself || !some(fetches)) return null;
  const started = Object.values(scripts).join("\n");
  if (/\bwrangler\b/.test(started) || dependencies.includes("wrangler")) return "workerd";
  if (/^(?:\w+=\S+ )*bun\b/m.test(started) || dependencies.includes("@types/bun")) return "Bun";
  return /^deno\b/m.test(started) ? "Deno" : null;
}
var writtenFor = (runtime) => ({
  why: `The program is written for ${runtime}, and leakdiff measures programs of Node`,
  remedy: "Write what Node can start as well, and name it in `start`: what exports a function `fetch` is served by @hono/node-server or srvx, for one."
});

// src/runtimes/node/init/install.ts
import { posix } from "node:path";

// src/runtimes/node/init/manifest.ts
function readManifest(tree, file = "package.json") {
  const all = parsed(tree.read(file));
  const { main, name: name2, packageManager, type } = all;
  const scripts = Object.entries(record(all.scripts)).flatMap(
    ([key, script]) => typeof script === "string" ? [[key, script]] : []
  );
  return {
    name: typeof name2 === "string" ? name2 : null,
    isModule: type === "module",
    scripts: Object.fromEntries(scripts),
    dependencies: Object.keys({ ...record(all.dependencies), ...record(all.devDependencies) }),
    packageManager: typeof packageManager === "string" ? packageManager : null,
    workspaces: globs(Array.isArray(all.workspaces) ? all.workspaces : record(all.workspaces).packages),
    ...typeof main === "string" && { main }
  };
}
var record = (value) => typeof value === "object" && value !== null ? { ...value } : {};
var globs = (value) => Array.isArray(value) ? value.filter((glob) => typeof glob === "string") : [];
function parsed(text) {
  try {
    return record(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

// src/runtimes/node/init/install.ts
var lockFiles = [
  ["pnpm-lock.yaml", "pnpm", "pnpm install --frozen-lockfile"],
  ["yarn.lock", "yarn", "yarn install"],
  ["package-lock.json", "npm", "npm ci --no-audit --no-fund"],
  ["npm-shrinkwrap.json", "npm", "npm ci --no-audit --no-fund"]
];
function installationOf(tree, manifest, around) {
  const root = workspaceRoot(around);
  const own = lockIn(tree);
  const shared = own === null && root !== null ? lockIn(subtree(around.repository, root.folder)) : null;
  const [file, manager, install] = own ?? shared ?? [null, "npm", "npm install --no-audit --no-fund"];
  const command = manager === "yarn" ? yarnInstall(around, root?.folder ?? around.folder) : install;
  const up = root === null || own !== null ? "" : posix.relative(around.folder, root.folder);
  const ownBuild = manifest.scripts.build === void 0 ? null : `${manager} run build`;
  const rootBuild = up === "" || root?.manifest.scripts.build === void 0 ? null : `(cd ${up} && ${manager} run build)`;
  const used = up === "" || root === null ? [] : usedOf(manifest, around, root);
  const folders = [around.folder, ...up === "" || root === null ? [] : [root.folder], ...used];
  return {
    install: up === "" ? command : `(cd ${up} && ${command})`,
    build: rootBuild ?? ownBuild,
    manager,
    run: manager === "yarn" && isPlugAndPlay(around, root?.folder ?? around.folder) ? byYarn : (text) => text,
    warnings: file === null && manifest.dependencies.length > 0 ? [unlocked(tree)] : [],
    shares: up === "" || root === null ? [] : [...used, ...filesOf(root, file)],
    modules: folders.map((folder) => inFolder(folder, "node_modules"))
  };
}
var lockIn = (tree) => lockFiles.find(([file]) => tree.files.includes(file)) ?? null;
function yarnInstall({ repository }, folder) {
  const isModern = repository.files.includes(inFolder(folder, ".yarnrc.yml")) || /^__metadata:/m.test(repository.read(inFolder(folder, "yarn.lock")) ?? "");
  return `yarn install ${isModern ? "--immutable" : "--frozen-lockfile"}`;
}
function isPlugAndPlay(around, folder) {
  const settings = around.repository.read(inFolder(folder, ".yarnrc.yml")) ?? "";
  return yarnInstall(around, folder).endsWith("--immutable") && !/^nodeLinker:\s*['"]?(?:node-modules|pnpm)\b/m.test(settings);
}
var byYarn = (command) => command.replace(
  /(^|&& |\b[A-Z_]\w*=\S+ )(npx|node) /g,
  (_, before, program) => program === "npx" ? `${before}yarn ` : `${before}yarn node `
);
function unlocked(tree) {
  const bun = tree.files.find((file) => /^bun\.lockb?$/.test(file));
  if (bun !== void 0)
    return `${bun} is read by Bun alone, which leakdiff does not measure: npm installs, and both sides may get other versions of dependencies. Commit package-lock.json as well.`;
  return "There is no lock file: both sides may get other versions of dependencies. Commit package-lock.json.";
}
function workspaceRoot({ folder, repository }) {
  for (const at of foldersAbove(folder)) {
    const tree = subtree(repository, at);
    if (!tree.files.includes("package.json")) continue;
    const manifest = readManifest(tree);
    const globs2 = [...manifest.workspaces, ...pnpmGlobs(tree)];
    if (globs2.some((glob) => matches(glob, posix.relative(at, folder))))
      return { folder: at, manifest, globs: globs2 };
  }
  return null;
}
var pnpmGlobs = (tree) => {
  const list = /^packages:\s*\n((?:\s*-.*\n?)+)/m.exec(tree.read("pnpm-workspace.yaml") ?? "")?.[1] ?? "";
  return [...list.matchAll(/-\s*['"]?([^'"\n#]+)/g)].map(([, glob = ""]) => glob.trim());
};
var matches = (glob, path) => new RegExp(
  `^${glob.replace(/^\.\//, "").replace(/\/$/, "").replace(/[.+]/g, "\\$&").replace(/\*\*/g, "\0").replace(/\*/g, "[^/]*").replaceAll("\0", ".*")}$`
).test(path);
var inFolder = (folder, name2) => folder === "" ? name2 : `${folder}/${name2}`;
var filesOf = (root, lock) => [lock, "package.json"].flatMap((file) => file === null ? [] : [inFolder(root.folder, file)]);
var membersOf = (repository, root) => repository.files.flatMap((file) => {
  const folder = posix.dirname(file);
  const isMember = posix.basename(file) === "package.json" && root.globs.some((glob) => matches(glob, posix.relative(root.folder, folder)));
  return isMember ? [{ folder, manifest: readManifest(repository, file) }] : [];
});
function packagesOf(tree, manifest, around) {
  const root = { folder: around.folder, globs: [...manifest.workspaces, ...pnpmGlobs(tree)] };
  return membersOf(around.repository, root);
}
function usedOf(manifest, { repository }, root) {
  const members = membersOf(repository, root);
  const used = /* @__PURE__ */ new Set();
  const walk = ({ dependencies }) => {
    for (const member2 of members)
      if (member2.manifest.name !== null && dependencies.includes(member2.manifest.name) && !used.has(member2)) {
        used.add(member2);
        walk(member2.manifest);
      }
  };
  walk(manifest);
  return [...used].map(({ folder }) => folder);
}

// src/runtimes/node/init/ports.ts
function portWays(tree, texts) {
  const set = tree.files.filter((file) => /^\.env(?:\.\w+)*$/.test(file)).map((file) => tree.read(file) ?? "");
  const mapped = tree.read("config/custom-environment-variables.json") ?? "";
  const values = [...mapped.matchAll(/:\s*"([A-Z][A-Z0-9_]*)"/g)].map(([, name2 = ""]) => name2);
  const names = /* @__PURE__ */ new Set([
    ...texts.flatMap(namesIn),
    ...set.flatMap(namesSet),
    ...values,
    ...texts.flatMap(wordsIn)
  ]);
  const all = [...names].filter((name2) => name2 !== "PORT" && /(?:^|_)PORT$|LISTEN|^ADDR/.test(name2));
  const told = [...all.filter((name2) => !ofOthers.test(name2)), ...all.filter((name2) => ofOthers.test(name2))];
  const given = (kind, text) => ({ kind, text, instead: null });
  return [
    ...told.slice(0, 6).map((name2) => given("variable", `${name2}=${/PORT$/.test(name2) ? "" : "127.0.0.1:"}$PORT`)),
    given("argument", "--port $PORT"),
    given("argument", "--host 127.0.0.1 --port $PORT"),
    given("argument", "-p $PORT")
  ];
}
var variable = /\bprocess\.env\.([A-Z][A-Z0-9_]*)|\benv\(?['"[.]*\b([A-Z][A-Z0-9_]*)|process\.env\[['"]([A-Z][A-Z0-9_]*)/g;
function namesIn(text) {
  const taken = [...text.matchAll(/\{([^{}]*)\}\s*=\s*process\.env\b/g)].flatMap(
    ([, inside = ""]) => inside.match(/\b[A-Z][A-Z0-9_]*\b/g) ?? []
  );
  return [...[...text.matchAll(variable)].map(([, a, b, c]) => a ?? b ?? c ?? ""), ...taken];
}
var wordsIn = (text) => text.match(/\b[A-Z][A-Z0-9_]*_PORT\b/g) ?? [];
var ofOthers = /^(?:DB|DATABASE|POSTGRES|PG|MYSQL|MARIADB|MONGO|REDIS|SMTP|MAIL|KAFKA|AMQP|RABBIT|ELASTIC|DEBUG|INSPECT|METRICS)/;
var namesSet = (text) => [...text.matchAll(/^(?:export )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name2 = ""]) => name2);

// src/runtimes/node/init/routes/files.ts
function fileRoutes(files) {
  const paths = files.flatMap(
    (file) => nextApp(file) ?? svelte(file) ?? remix(file) ?? nitro(file) ?? pages(file) ?? []
  );
  return [...new Set(paths)].map((path) => ({ method: "GET", path }));
}
function nextApp(file) {
  const [, folders] = /^(?:src\/)?app\/((?:.*\/)?)(?:page|route)\.[jt]sx?$/.exec(file) ?? [];
  if (folders === void 0) return null;
  const steps = folders.split("/").filter((step) => step !== "" && !/^\(.*\)$|^@/.test(step));
  return steps.some((step) => step.startsWith("[...") || step.startsWith("[[")) ? null : pathOf(steps);
}
function svelte(file) {
  const [, folders] = /^src\/routes\/((?:.*\/)?)\+(?:page\.svelte|server\.[jt]s)$/.exec(file) ?? [];
  if (folders === void 0 || folders.includes("[...") || folders.includes("[[")) return null;
  return pathOf(folders.split("/").filter((step) => step !== "" && !/^\(.*\)$/.test(step)));
}
function nitro(file) {
  const [, folder, name2 = "", method] = /^server\/(api|routes)\/(.*?)(?:\.(get|post|put|patch|delete))?\.[jt]s$/.exec(file) ?? [];
  if (folder === void 0 || name2.includes("[...") || method !== void 0 && method !== "get") return null;
  const steps = [folder === "api" ? "api" : "", ...name2.split("/")];
  return pathOf(steps.filter((step) => step !== "" && step !== "index"));
}
function pages(file) {
  const [, name2] = /^(?:src\/|app\/)?pages\/(.*)\.(?:[jt]sx?|vue|astro|mdx?)$/.exec(file) ?? [];
  if (name2 === void 0 || /(?:^|\/)_|\[\.\.\./.test(name2)) return null;
  return pathOf(name2.split("/").filter((step) => step !== "index"));
}
function remix(file) {
  const [, name2] = /^app\/routes\/(.*?)(?:\/route)?\.[jt]sx?$/.exec(file) ?? [];
  if (name2 === void 0 || name2 === "$") return null;
  const steps = name2.split(/[./]/).filter((step) => step !== "" && !step.startsWith("_"));
  return pathOf(steps.map((step) => step.replace(/^\$(.+)/, "[$1]").replace(/_$/, "")));
}
var pathOf = (steps) => joined("", steps.map((step) => step.replace(/^\[(\w+)\]$/, ":$1")).join("/"));

// src/runtimes/node/init/routes/graphql.ts
var packages = [
  "@apollo/server",
  "apollo-server",
  "apollo-server-express",
  "graphql-yoga",
  "express-graphql",
  "graphql-http",
  "mercurius",
  "@nestjs/graphql"
];
function graphqlQueries(dependencies, texts) {
  if (!packages.some((name2) => dependencies.includes(name2))) return [];
  const bodies = texts.flatMap(
    (text) => [...text.matchAll(/\btype\s+Query\s*\{([^}]*)\}/g)].map(([, body = ""]) => body)
  );
  const fields = bodies.flatMap((body) => [
    ...body.matchAll(/^\s*(\w+)\s*:\s*\[?(\w+)/gm),
    ...body.matchAll(/^\s*(\w+)\s*:\s*\[?(\w+)/g)
  ]);
  const queries = fields.slice(0, 5).map(([, name2 = "", type = ""]) => scalars.has(type) ? `{${name2}}` : `{${name2}{__typename}}`);
  const path = dependencies.includes("@apollo/server") && texts.some((text) => /startStandaloneServer\(/.test(text)) ? "/" : "/graphql";
  return [...new Set(queries.length > 0 ? queries : ["{__typename}"])].map((query) => ({
    kind: "get",
    path: `${path}?query=${encodeURIComponent(query)}`,
    // Apollo refuses what a form of another site could send:
    // https://www.apollographql.com/docs/apollo-server/security/cors
    headers: { accept: "application/json", "apollo-require-preflight": "true" }
  }));
}
var scalars = /* @__PURE__ */ new Set(["Int", "Float", "String", "Boolean", "ID"]);

// src/runtimes/node/init/routes/calls.ts
var clients = /^(?:axios|request|supertest|https?|fetch|api|client|agent|page|cache|map|headers|params|config)(?!\w*(?:Rout|App\b|Server))|(?:Client|Service|Axios|Http|Cache|Config|Request|Agent)$/;
var isRouter = (text, called) => new RegExp(
  String.raw`\b(?:const|let|var)\s+${called}\b[^=\n]*=\s*(?:await\s+)?(?:new\s+\w*(?:Hono|Router|Koa|Elysia)|express|[fF]astify|Router|polka|restify)\b` + String.raw`|\.\s*(?:register|group)\([^;]{0,200}?\(\s*${called}\b`
).test(text);
var byMethod = new RegExp(
  String.raw`(?:\b(\w+)|\))\s*\.\s*(get|post|put|patch|delete|all)\(\s*` + String.raw`(?:(?:['"\`][\w.-]+['"\`]\s*,\s*)?(['"\`])(\/[^'"\`\s]*)\3|\[((?:\s*['"\`]\/[^'"\`\s]*['"\`]\s*,?)+)\s*\])\s*,`,
  "g"
);
var callsIn = (text) => [...direct(text), ...chained(text), ...objects(text)].sort((a, b) => a.index - b.index);
var direct = (text) => [...text.matchAll(byMethod)].flatMap(({ 1: on, 2: word = "", 4: path, 5: several = "", index }) => {
  if (on !== void 0 && clients.test(on) && !isRouter(text, on)) return [];
  const method = methodOf(word);
  return (path === void 0 ? quoted(several) : [path]).map((one) => ({ method, path: one, index }));
});
var quoted = (list) => [...list.matchAll(/['"`](\/[^'"`\s]*)['"`]/g)].map(([, path = ""]) => path);
var methodOf = (word) => word === "all" ? "ANY" : word.toUpperCase();
function chained(text) {
  return [...text.matchAll(/\.\s*route\(\s*(['"`])(\/[^'"`\s]*)\1\s*\)/g)].flatMap(
    ({ 0: whole, 2: path = "", index }) => {
      const calls = [];
      for (let at = index + whole.length; ; ) {
        const method = /^\s*\.\s*(get|post|put|patch|delete|all)\(/.exec(text.slice(at, at + 200));
        if (method === null) return calls;
        calls.push({ method: methodOf(method[1] ?? ""), path, index });
        at = closing(text, at + method[0].length - 1) + 1;
      }
    }
  );
}
function objects(text) {
  return [...text.matchAll(/(\b(?:route|createRoute)\(\s*\[?\s*)?\{(?=[^{}]*\bmethod:)/g)].flatMap(
    ({ 0: before, 1: called, index }) => {
      const from = index + before.length - 1;
      const body = text.slice(from, closing(text, from) + 1);
      const method = /\bmethod:\s*\[?\s*['"`](\w+)['"`]/.exec(body)?.[1];
      const path = /\b(?:url|path):\s*['"`](\/[^'"`]*)['"`]/.exec(body)?.[1];
      if (method === void 0 || path === void 0) return [];
      if (called === void 0 && !/\bhandler\b/.test(body)) return [];
      return [{ method: method.toUpperCase(), path, index }];
    }
  );
}

// src/runtimes/node/init/routes/decorators.ts
var decorated = /@(?:http)?(get|post|put|patch|del(?:ete)?|all)\(\s*(?:['"`]([^'"`]*)['"`])?/gi;
var controller = /@(?:(?:Json|Rest)?Controller|controller|Route)\(\s*(?:\{[^}]*\bpath:\s*)?(?:['"`]([^'"`]*)['"`])?/g;
function decoratedRoutes(text) {
  const controllers = [...text.matchAll(controller)];
  if (controllers.length === 0) return methodsIn(text, "");
  return controllers.flatMap(({ 1: prefix = "", index }) => {
    const start = text.indexOf("{", text.indexOf("class ", index));
    return methodsIn(text.slice(start, closing(text, start)), prefix);
  });
}
var methodsIn = (text, prefix) => [...text.matchAll(decorated)].map(([, verb = "", path = ""]) => ({
  method: /^all$/i.test(verb) ? "ANY" : verb.toUpperCase(),
  path: joined(prefix, path)
}));
var globalPrefix = (texts) => texts.flatMap((text) => /\.setGlobalPrefix\(\s*['"`]([^'"`]*)/.exec(text)?.[1] ?? [])[0] ?? "";

// src/runtimes/node/init/routes/mounts.ts
import { posix as posix2 } from "node:path";

// src/runtimes/node/init/routes/imports.ts
var name = String.raw`[A-Za-z_$][\w$]*`;
var named = String.raw`\{[^{}]*\}`;
var required = new RegExp(
  String.raw`(?:(?:const|let|var)\s+(${name}|${named})|\bimport\s+(${name}))\s*=\s*require\(\s*['"]([^'"]+)['"]`,
  "g"
);
var imported = new RegExp(
  String.raw`\bimport\s+(?:(${name})\s*,?\s*)?(?:\*\s*as\s+(${name})|(${named}))?\s*from\s*['"]([^'"]+)['"]`,
  "g"
);
function modulesOf(text) {
  const taken = [
    ...[...text.matchAll(required)].map(([, a, b, module = ""]) => ({ names: [a, b], module })),
    ...[...text.matchAll(imported)].map(([, a, b, c, module = ""]) => ({ names: [a, b, c], module }))
  ];
  return new Map(
    taken.flatMap(
      ({ names, module }) => names.flatMap((text2) => text2 === void 0 ? [] : namesIn2(text2).map((one) => [one, module]))
    )
  );
}
var namesIn2 = (text) => text.startsWith("{") ? text.slice(1, -1).split(",").flatMap((part) => part.match(/[\w$]+\s*$/)?.[0].trim() ?? []) : [text];

// src/runtimes/node/init/routes/mounts.ts
var deepest = 6;
function prefixesByMount(sources) {
  const files = sources.map(({ file }) => file);
  const mounts = sources.flatMap(({ file, text }) => mountsOf(file, text, files));
  const above = (file, below) => {
    const own = below.length > deepest ? [] : mounts.filter(({ target }) => target === file);
    const others = own.filter(({ from }) => from !== file && !below.includes(from));
    if (others.length === 0) return [""];
    const all = others.flatMap(
      ({ from, prefix }) => above(from, [...below, file]).map((more) => joined(more, prefix))
    );
    return [...new Set(all)];
  };
  return (file) => mounts.some(({ target }) => target === file) ? above(file, []) : [];
}
var passedOn = /\bexport\s*(?:\*|\{[^{}]*\})\s*from\s*['"]([^'"]+)['"]/g;
var inline = String.raw`(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)`;
function mountsOf(file, text, files) {
  const modules = modulesOf(text);
  const used = new RegExp(
    String.raw`\.(?:use|route)\(\s*(?:['"\`](\/[^'"\`]*)['"\`]\s*,\s*)?(?:${name}(?:\([^()]*\))?\s*,\s*)*(?:${inline}|(${name}))`,
    "g"
  );
  const registered = new RegExp(
    String.raw`\.register\(\s*(?:${inline}|(${name}))\s*(?:,\s*\{[^}]*\bprefix:\s*['"\`]([^'"\`]*)['"\`])?`,
    "g"
  );
  const mount = (module, prefix) => {
    const target = module === void 0 ? void 0 : resolved(file, module, files);
    return target === void 0 ? [] : [{ from: file, target, prefix }];
  };
  return [
    ...[...text.matchAll(passedOn)].flatMap(([, path]) => mount(path, "")),
    ...[...text.matchAll(used)].flatMap(
      ([, prefix = "", path, variable2 = ""]) => mount(path ?? modules.get(variable2), prefix)
    ),
    ...[...text.matchAll(registered)].flatMap(
      ([, path, variable2 = "", prefix = ""]) => mount(path ?? modules.get(variable2), prefix)
    )
  ];
}
function resolved(from, module, files) {
  const [, own] = /^(?:[@~]|src)\/(.+)/.exec(module) ?? [];
  const paths = module.startsWith(".") ? [posix2.join(posix2.dirname(from), module)] : own === void 0 ? [] : [`src/${own}`, own];
  const endings = ["", ".js", ".mjs", ".cjs", ".ts", "/index.js", "/index.mjs", "/index.ts"];
  return paths.flatMap((path) => [path, ...endings.map((ending) => `${path.replace(/\.[cm]?js$/, "")}${ending}`)]).find((file) => files.includes(file));
}

// src/runtimes/node/init/routes/plain.ts
var compared = /\b(?:\w+\.url|url|path|pathname|\w+\.pathname|\w+\.path|\w+\[['"]:path['"]\])\s*(?:===?\s*|\.startsWith\(\s*)['"`](\/[^'"`\s]*)['"`]/g;
var cases = /\bcase\s+['"`](\/[^'"`\s]*)['"`]\s*:/g;
function comparedRoutes(text) {
  if (!/\bcreate(?:Secure)?Server\(|\bBun\.serve|\bfetch\s*\(\s*req/.test(text)) return [];
  const found = [...text.matchAll(compared), ...text.matchAll(cases)];
  return found.sort((a, b) => a.index - b.index).map(({ 1: path = "", index }) => ({ method: methodAround(text, index), path }));
}
function methodAround(text, index) {
  const line = text.slice(text.lastIndexOf("\n", index) + 1, text.indexOf("\n", index) + 1 || text.length);
  return /['"](POST|PUT|PATCH|DELETE)['"]/.exec(line)?.[1] ?? "GET";
}

// src/runtimes/node/init/routes/prefixes.ts
function prefixesIn(text) {
  const own = ownPrefix(text);
  const regions = regionsIn(text);
  const mounted = mountedVariables(text);
  return ({ index }) => {
    const around = regions.filter(({ from, to }) => from < index && index < to).map(({ prefix }) => prefix);
    const variable2 = mounted.size === 0 ? "" : mounted.get(receiverAt(text, index)) ?? "";
    return [variable2, own, ...around].reduce(joined, "");
  };
}
var ownPrefix = (text) => /\bnew\s+Router\(\s*\{[^}]*\bprefix:\s*['"`](\/[^'"`]*)|\.basePath\(\s*['"`](\/[^'"`]*)/.exec(text)?.slice(1).find((prefix) => prefix !== void 0) ?? "";
function regionsIn(text) {
  return [
    ...[...text.matchAll(/\.\s*register\(\s*(?=(?:async\b|function\b|\())/g)].flatMap(
      ({ 0: call, index }) => {
        const from = index + call.trimEnd().length - 1;
        const to = closing(text, from);
        const prefix = /\bprefix:\s*['"`](\/[^'"`]*)['"`][^{}]*\}[\s,]*$/.exec(text.slice(from, to))?.[1];
        return prefix === void 0 ? [] : [{ from, to, prefix }];
      }
    ),
    ...[...text.matchAll(/\.\s*group\(\s*['"`](\/[^'"`]*)['"`]\s*,/g)].map(({ 1: prefix = "", index }) => {
      const from = text.indexOf("(", index);
      return { from, to: closing(text, from), prefix };
    })
  ];
}
var use = new RegExp(
  String.raw`\.\s*(?:use|route)\(\s*['"\`](\/[^'"\`]*)['"\`]\s*,\s*(?:${name}(?:\([^()]*\))?\s*,\s*)*(${name})\s*(?:\.routes\(\))?\s*[,)]`,
  "g"
);
function mountedVariables(text) {
  const modules = modulesOf(text);
  const found = [...text.matchAll(use)].flatMap(
    ([, prefix = "", variable2 = ""]) => modules.has(variable2) ? [] : [[variable2, prefix]]
  );
  return new Map(found);
}
var statement = new RegExp(
  String.raw`(?:^|[\n;{])[ \t]*(?:export\s+)?(?:(?:const|let|var)\s+(${name})[^=\n;]*=|(${name})\s*(?=\.))`,
  "g"
);
function receiverAt(text, index) {
  const [, made, called] = [...text.matchAll(statement)].findLast((begun) => begun.index <= index) ?? [];
  return made ?? called ?? "";
}

// src/runtimes/node/init/routes/constants.ts
var quoted2 = String.raw`(['"\`])(/[\w\-./:{}*]*)`;
var assigned = new RegExp(String.raw`\bconst\s+(${name})(?:\s*:\s*string)?\s*=\s*${quoted2}\2`, "g");
var table = new RegExp(
  String.raw`\b(?:const\s+(${name})(?:\s*:[^={}]*)?\s*=|enum\s+(${name}))\s*(?:Object\.freeze\(\s*)?\{([^{}]*)\}`,
  "g"
);
var member = new RegExp(String.raw`(?:^|[,{\n])\s*['"]?(${name})['"]?\s*[:=]\s*${quoted2}\2`, "g");
function constantsIn(text) {
  const plain = [...text.matchAll(assigned)].map(([, called = "", , path = ""]) => [called, path]);
  const members = [...text.matchAll(table)].flatMap(
    ([, object, enumeration, body = ""]) => [...body.matchAll(member)].map(
      ([, key = "", , path = ""]) => [`${object ?? enumeration}.${key}`, path]
    )
  );
  return new Map([...plain, ...members]);
}
function sharedConstants(texts) {
  const paths = /* @__PURE__ */ new Map();
  for (const text of texts)
    for (const [called, path] of constantsIn(text))
      paths.set(called, (paths.get(called) ?? /* @__PURE__ */ new Set()).add(path));
  return new Map(
    [...paths].flatMap(([called, [path = "", ...more]]) => more.length > 0 ? [] : [[called, path]])
  );
}
function withConstants(text, shared) {
  const own = constantsIn(text);
  return [...new Map([...shared, ...own])].filter(([called]) => text.includes(called)).reduce((told, [called, path]) => {
    const reference = String.raw`(?<![\w$.])${called.replaceAll(/[$.]/g, String.raw`\$&`)}(?![\w$.])`;
    return told.replaceAll(`\${${called}}`, path).replace(
      new RegExp(String.raw`${reference}\s*\+\s*(['"\`])`, "g"),
      (_, quote) => `${quote}${path}`
    ).replace(
      new RegExp(
        String.raw`((?:\.\s*|@)\w+\(\s*|\b(?:url|path|prefix):\s*)${reference}(?=\s*[,)}\n])`,
        "g"
      ),
      (_, call) => `${call}'${path}'`
    );
  }, text);
}

// src/runtimes/node/init/routes/spelled-out.ts
function spelledOut(sources) {
  const texts = sources.map((text) => withoutTypes(withoutComments(text)));
  const shared = sharedConstants(texts);
  return texts.map((text) => withConstants(text, shared));
}
var typed = /\.\s*(?:get|post|put|patch|delete|all|route|register|use|group|openapi)\s*</g;
var longest = 2e3;
function withoutTypes(text) {
  let out = "";
  let done = 0;
  for (const { 0: match, index } of text.matchAll(typed)) {
    const open = index + match.length - 1;
    const end = open < done ? -1 : endOfTypes(text, open);
    if (end < 0 || !/^\s*\(/.test(text.slice(end, end + 40))) continue;
    out += text.slice(done, open);
    done = end;
  }
  return out + text.slice(done);
}
function endOfTypes(text, open) {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + longest); at++) {
    if (text[at] === "<") depth++;
    else if (text[at] === ">" && text[at - 1] !== "=" && --depth === 0) return at + 1;
  }
  return -1;
}

// src/runtimes/node/init/routes/routes.ts
function nodeRoutes(tree, files) {
  const texts = spelledOut(files.map((file) => tree.read(file) ?? ""));
  const sources = files.map((file, index) => ({ file, text: texts[index] ?? "" }));
  const mounted = prefixesByMount(sources);
  const prefixed = globalPrefix(sources.map(({ text }) => text));
  const others = sources.flatMap(({ text }) => [
    ...decoratedRoutes(text).map(({ method, path }) => ({ method, path: joined(prefixed, path) })),
    ...comparedRoutes(text)
  ]);
  const usesAutoload = sources.some(({ text }) => text.includes("@fastify/autoload"));
  const called = sources.flatMap(({ file, text }) => {
    const around = mounted(file);
    const autoloaded = usesAutoload ? /(?:^|\/)routes\/(.+)\/[^/]+$/.exec(file)?.[1] ?? "" : "";
    const within = prefixesIn(text);
    const calls = callsIn(text).map((call) => ({ ...call, path: joined(within(call), call.path) }));
    return (around.length > 0 ? around : [autoloaded]).flatMap(
      (prefix) => calls.map(({ method, path }) => ({ method, path: joined(prefix, path) }))
    );
  });
  return [...called, ...others];
}

// src/runtimes/node/init/start.ts
var reloads = /\b(?:nodemon|ts-node-dev|tsnd|tsx watch|node-dev|concurrently)\b|--watch\b|\bwatch\b|\b(?:next|nuxt|astro|remix|react-router|vinxi|wrangler|nuxi) (?:vite:)?dev\b|^vite(?: dev| serve)?(?: --\S+(?: \S+)?)*$/;
var scriptNames = [
  "start",
  "start:prod",
  "start:production",
  "prod",
  "production",
  "serve",
  "server",
  "preview",
  "start:server",
  "start:api"
];
function starts(tree, manifest, manager, listening) {
  const { scripts } = manifest;
  const named2 = scriptOrder(scripts).flatMap((name2) => {
    const script = scripts[name2];
    return script === void 0 || reloads.test(script) || isNothing(script) ? [] : [ofScript(name2, script, manifest, manager)];
  });
  const declared = declaredCommands(tree).map(({ command, file }) => ({ command: command.replace(/^exec\s+/, ""), file })).filter(({ command }) => /^(?:[A-Z_]+=\S+\s+)*(?:node|npx)\s/.test(command) && !reloads.test(command)).map(({ command, file }) => ({ command, seen: `started by \`${command}\`, as ${file} does` }));
  const developed = developing(scripts).flatMap((name2) => {
    const script = withoutReloading(settled(scripts[name2] ?? "", tree, manifest));
    return script === null ? [] : [{ command: script, seen: `started by \`${script}\`, the script \`${name2}\` without its reloading` }];
  });
  const files = filesThatListen(manifest, listening).map(
    (command) => ({ command, seen: `started by \`${command}\`` })
  );
  const all = [...named2, ...declared, ...developed, ...files];
  return all.filter((one, i) => all.findIndex(({ command }) => command === one.command) === i).slice(0, most);
}
var scriptOrder = ({ start = "" }) => /^nest start|\bts-node\b/.test(start) ? [...scriptNames.slice(1, 5), "start", ...scriptNames.slice(5)] : scriptNames;
var most = 5;
var isNothing = (script) => /^echo\b|^react-scripts\b|^(?:bun|deno)\b|^expo\b|^electron\b/.test(script) || ofAnother.test(script);
var ofAnother = /^(?:npm|pnpm|yarn|npx)\b.*\s(?:-w|--workspaces?|--filter|-F|-C|--prefix|--cwd)(?:[\s=]|$)|^(?:npx )?(?:turbo|nx|lerna|rush|moon)\s|^yarn workspaces?\s|^cd\s/;
function ofScript(name2, script, { scripts }, manager) {
  const direct2 = /^(?:[A-Z_][A-Z0-9_]*=[\w./:-]+ )*node [\w./ =@:-]+$/.test(script) && scripts[`pre${name2}`] === void 0;
  const built = /^(?:npm|yarn|pnpm)(?: run)? build\s*&&\s*(node [\w./ =-]+)$/.exec(script)?.[1];
  if (direct2 || built !== void 0)
    return { command: built ?? script, seen: `started by \`${built ?? script}\`` };
  const run = name2 === "start" ? `${manager} start` : `${manager} run ${name2}`;
  const dashes = manager === "npm" ? " -- " : " ";
  return {
    command: run,
    withArguments: (words) => `${run}${dashes}${words}`,
    seen: `started by \`${run}\` (${script})`
  };
}
var developing = (scripts) => [
  ...["start", "dev", "develop", "start:dev"],
  ...Object.keys(scripts).filter(
    (name2) => /^(?:dev|watch)[:-](?:server|api|backend|http)$|^(?:server|api)[:-]dev$/.test(name2)
  )
];
function settled(script, tree, { main }) {
  if (!/\bnodemon$/.test(script.trim())) return script;
  const [, exec] = /"exec"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(tree.read("nodemon.json") ?? tree.read("package.json") ?? "") ?? [];
  return exec === void 0 ? `${script.trim()} ${main ?? "index.js"}` : `${script.trim()} --exec '${exec}'`;
}
function withoutReloading(script) {
  if (!reloads.test(script)) return null;
  const [, variables = "", rest = ""] = /^((?:(?:cross-env )?(?:[A-Z_][A-Z0-9_]*=\S+ )+)?)(.*)$/.exec(script) ?? [];
  const given = variables.replace("cross-env ", "");
  const [, tsx] = /^(?:npx )?tsx (?:watch )?(.*)$/.exec(rest.replace(/\s*--(?:watch|clear-screen=false)(?=\s|$)/g, "")) ?? [];
  if (tsx !== void 0) return `${given}npx tsx ${tsx}`;
  const [, tsnode] = /^(?:ts-node-dev|tsnd) (?:--(?:respawn|transpile-only|transpileOnly|rs) )*(\S+)/.exec(rest) ?? [];
  if (tsnode !== void 0) return `${given}npx ts-node --transpile-only ${tsnode}`;
  if (/^node /.test(rest))
    return `${given}${rest.replace(/\s--watch(?:-path(?:=|\s)\S+|-preserve-output)?/g, "")}`;
  const [, file, exec] = /^nodemon (?:-w \S+ |--watch \S+ |-e \S+ |--ext \S+ )*(?:(\S+\.[cm]?[jt]s)|(?:-x|--exec) ['"]?([^'"]+))/.exec(
    rest
  ) ?? [];
  if (exec !== void 0) return `${given}${/^(?:node|npx|npm|yarn|pnpm) /.test(exec) ? exec : `npx ${exec}`}`;
  if (file !== void 0) return `${given}${/ts$/.test(file) ? "npx tsx" : "node"} ${file}`;
  if (/^next dev/.test(rest)) return `${given}npx next start`;
  if (/^nest start/.test(rest)) return `${given}npx nest start`;
  return /^vite\b/.test(rest) ? `${given}npx vite preview` : null;
}
function filesThatListen({ dependencies, main }, listening) {
  const scripts = listening.filter((file) => /\.[cm]?js$|(?:^|\/)bin\//.test(file));
  const typed2 = listening.filter((file) => /\.[cm]?ts$/.test(file));
  const first = scripts.filter((file) => file === main);
  const built = main !== void 0 && /^(?:\.\/)?(?:dist|build|lib|out)\//.test(main) ? [`node ${main}`] : [];
  const runner = dependencies.includes("tsx") ? "npx tsx" : dependencies.includes("ts-node") ? "npx ts-node" : null;
  return [
    ...built,
    ...[...first, ...scripts.filter((file) => file !== main)].map((file) => `node ${file}`),
    // A Node of today runs TypeScript by itself.
    ...typed2.map((file) => `${runner ?? "node"} ${file}`)
  ];
}

// src/runtimes/node/init/tests.ts
function testCommand({ scripts }, packages2 = []) {
  const { test } = scripts;
  if (test === void 0 || isNothing2.test(test)) return null;
  const found = findTests(test, scripts);
  if (found?.kind === "delegated" && packages2.some((one) => testCommand(one) !== null)) return null;
  if (found?.kind === "missing" || found === null && onlyJudges(test, scripts)) return null;
  return found?.kind === "repeatable" ? found.command : "npm test";
}
var everywhere = /^(?:vitest|jest)$/;
var chooses = /\s--(?:root|rootDir|dir|project|projects|selectProjects|config|testPathPatterns?)\b|\s-c\s|\/\S*(?:\s|$)/;
var configured = /^(?:(?:vitest|vite|jest)\.config\.[cm]?[jt]s|vitest\.workspace\.[cm]?[jt]s|jest\.config\.json)$/;
var limits = /\b(?:include|dir|root|roots|rootDir|testMatch|testRegex)["']?\s*:/;
var namesProjects = /\b(?:projects|workspace|defineWorkspace)\b/;
function coveredBy(tree, { scripts }, packages2) {
  const runnerOf = (all) => {
    const found = findTests(all.test ?? "", all);
    return found?.kind === "repeatable" && everywhere.test(found.runner) ? found : null;
  };
  const own = runnerOf(scripts);
  if (own === null || chooses.test(own.command)) return [];
  const settings = tree.files.filter((file) => configured.test(file)).map((file) => tree.read(file) ?? "");
  if (settings.some((text) => limits.test(text) && !namesProjects.test(text))) return [];
  return packages2.filter(({ manifest }) => runnerOf(manifest.scripts)?.runner === own.runner).map(({ folder }) => folder);
}
var isNothing2 = /^\s*(?:(?:echo|printf)\b|exit\b|true\b|:\s*$|$)/;

// src/runtimes/node/init/recognise.ts
var isTest = /(^|\/)(__tests__|tests?|spec|e2e|cypress|scripts|public)\/|\.(test|spec)\.[cm]?[jt]sx?$|\.d\.ts$|(^|\/)[\w.-]+\.config\.[cm]?[jt]s$/;
var isSource = /\.[cm]?[jt]sx?$|(^|\/)bin\/[\w-]+$/;
function recognise(tree, around) {
  const manifest = readManifest(tree);
  const files = tree.files.filter((file) => isSource.test(file) && !isTest.test(file));
  const sources = files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
  const texts = sources.map(({ text }) => text);
  const listening = sources.filter(({ text }) => listens.test(text)).map(({ file }) => file);
  const { build, install, manager, modules, run, shares, warnings } = installationOf(tree, manifest, around);
  const setup = build === null ? install : `${install} && ${build}`;
  const installed = { paths: modules, setup: build };
  const common = { setup, warnings, installed, ...shares.length > 0 && { shares } };
  const serves = listening.length > 0 || manifest.scripts.start !== void 0 || scriptNames.some((name2) => /\bnode\s+\S/.test(manifest.scripts[name2] ?? "")) || manifest.dependencies.some((name2) => servers.includes(name2));
  const elsewhere = runsElsewhere(manifest, texts, listening.length > 0);
  const commands = elsewhere === null && serves ? starts(tree, manifest, manager, listening) : [];
  const asked = {
    subcommands: [],
    ports: portWays(tree, texts),
    routes: [...nodeRoutes(tree, files), ...fileRoutes(tree.files.filter((file) => !isTest.test(file)))],
    exchanges: exchangesOf(manifest, texts)
  };
  const packages2 = packagesOf(tree, manifest, around);
  const suite = testCommand(
    manifest,
    packages2.map((one) => one.manifest)
  );
  const covers = coveredBy(tree, manifest, packages2);
  const test = suite === null ? null : run(suite);
  const refused = (runtime) => ({
    ...{ ...common, ...asked, kind: "server", program: "", start: `node ${files[0] ?? "."}` },
    seen: [`a program for ${runtime}`],
    refused: writtenFor(runtime)
  });
  return [
    ...elsewhere === null ? [] : [refused(elsewhere)],
    ...commands.map(
      ({ command, seen, withArguments }) => ({
        ...common,
        ...asked,
        kind: "server",
        program: "",
        start: run(command),
        ...withArguments && { withArguments },
        seen: [`${framework(manifest)} server, ${seen.replace(command, () => run(command))}`]
      })
    ),
    // Most suites need no build, and one that does is told by trying.
    ...(test === null ? [] : [.../* @__PURE__ */ new Set([install, setup])]).map(
      (set) => ({
        ...common,
        setup: set,
        installed: { paths: modules, setup: set === setup ? build : null },
        kind: "tests",
        test: test ?? "",
        ...covers.length > 0 && { covers },
        seen: [
          `tests, run by \`${test}\``,
          ...covers.length > 0 ? [`with those of ${listed(covers)}`] : []
        ]
      })
    )
  ];
}
var listed = (folders) => folders.length > 3 ? `${folders.slice(0, 2).join(", ")} and ${folders.length - 2} more` : folders.join(", ");
var listens = /\.\s*listen\(|\bserve\(\s*[\w{]|\bnew\s+(?:WebSocketServer|WebSocket\.Server|Server)\(\s*[{\w]|\bstartStandaloneServer\(|\bnew\s+\(?require\(['"]ws['"]\)/;
var servers = [
  "next",
  "vite",
  "@remix-run/serve",
  "@react-router/serve",
  "@nestjs/core",
  "fastify-cli",
  "astro",
  "nuxt",
  "nitropack",
  "@strapi/strapi",
  "json-server",
  "serve",
  "http-server"
];
function exchangesOf({ dependencies }, texts) {
  const has = (name2) => dependencies.includes(name2);
  const some = (pattern) => texts.some((text) => pattern.test(text));
  const sockets = { kind: "websocket", path: "/socket.io/?EIO=4&transport=websocket", send: ["40"] };
  const path = texts.flatMap((text) => /\bpath:\s*['"](\/[\w/-]*)['"]/.exec(text)?.[1] ?? [])[0];
  const isWs = has("ws") && some(/WebSocketServer|WebSocket\.Server/);
  return [
    ...has("socket.io") && !has("@nestjs/core") ? [sockets] : [],
    ...isWs ? [{ kind: "websocket", path: path ?? "/", send: ["leakdiff"] }] : [],
    ...graphqlQueries(dependencies, texts)
  ];
}
var frameworks = [
  ...["@nestjs/core", "next", "@remix-run/serve", "@react-router/serve", "@apollo/server", "graphql-yoga"],
  ...["express", "fastify", "koa", "hono", "@hapi/hapi", "polka", "restify", "socket.io", "ws", "vite"]
];
var framework = ({ dependencies }) => frameworks.find((name2) => dependencies.includes(name2)) ?? "http";

// src/runtimes/node/init/onboarding.ts
var setupNode = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";
var onboarding = {
  manifests: ["package.json"],
  foreign: ["node_modules", "dist", "build"],
  looksFor: {
    server: "a package.json with a script that starts it",
    tests: "a script `test` of node --test, vitest, jest or mocha"
  },
  recognise,
  workflowSteps,
  driver: scriptDriver
};
function workflowSteps(tree, projects) {
  const file = versionFile(
    tree,
    projects.map(({ folder }) => folder)
  );
  const version = file === null ? "    node-version: 24 # the project names none" : `    node-version-file: ${file} # the version that the project names`;
  const needsCorepack = projects.some(({ setup }) => /(?:^|[ (])(?:pnpm|yarn) /.test(setup ?? ""));
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
