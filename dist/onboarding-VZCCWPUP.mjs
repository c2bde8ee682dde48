import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  joined
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/python/init/installation.ts
var venv = "python3 -m venv .venv";
var pip = ".venv/bin/pip install --quiet --disable-pip-version-check";
var managers = [
  { lock: "poetry.lock", setup: "POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction" },
  { lock: "pdm.lock", setup: "PDM_VENV_IN_PROJECT=true pdm install --frozen-lockfile" },
  { lock: "Pipfile.lock", setup: "PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev" }
];
function installationOf(tree) {
  const has = (file) => tree.files.includes(file);
  if (has("uv.lock")) return { setup: "uv sync --frozen", python: "uv run --no-sync python", warnings: [] };
  const manager = managers.find(({ lock }) => has(lock));
  if (manager !== void 0) return { setup: manager.setup, python: ".venv/bin/python", warnings: [] };
  const lists = tree.files.filter((file) => /^requirements(?:[-_.](?:dev|test|tests))?\.txt$/.test(file));
  const unlocked = "There is no lock file: on another day both sides may get other versions of their packages.";
  if (lists.length > 0) return inVenv(`${pip} ${lists.map((file) => `--requirement ${file}`).join(" ")}`, []);
  if (has("setup.py") || /^\[build-system\]/m.test(tree.read("pyproject.toml") ?? ""))
    return inVenv(`${pip} --editable .`, [unlocked]);
  return inVenv(null, []);
}
var inVenv = (install, warnings) => ({
  setup: install === null ? venv : `${venv} && ${install}`,
  python: ".venv/bin/python",
  warnings
});

// src/runtimes/python/init/routes.ts
var decorated = /@(?:(\w+)\.)?(get|post|put|patch|delete|route|api_route)\(\s*(?:path\s*=\s*)?["']([^"'\n]*)["']([^)]*)\)/g;
var listed = /\b(?:web\.(get|post|put|patch|delete)|add_(get|post|put|patch|delete)|(Route))\(\s*["']([^"'\n]*)["']([^)\n]*)/g;
var django = /\bpath\(\s*["']([^"'\n]*)["']\s*,\s*(?!include\b)/g;
var router = /(\w+)\s*(?::[^=\n]+)?=\s*(?:APIRouter|Blueprint|Router)\(([^)]*)\)/g;
var included = /\.(?:include_router|register_blueprint)\(\s*(?:\w+\.)?(\w+)([^)]*)\)/g;
function pythonRoutes(sources) {
  const prefixes = prefixesOf(sources);
  return sources.flatMap((source) => {
    const text = withoutComments(source);
    const found = [...text.matchAll(decorated)].flatMap(
      ([, owner = "", verb = "", path = "", rest = ""]) => methodsOf(verb, rest).map((method) => ({
        method,
        path: joined(prefixes.get(owner) ?? "", path)
      }))
    );
    const tables = [...text.matchAll(listed)].flatMap(
      ([, one, two, , path = "", rest = ""]) => methodsOf(one ?? two ?? "route", rest).map((method) => ({ method, path: joined("", path) }))
    );
    const views = /\burlpatterns\b/.test(text) ? [...text.matchAll(django)].map(([, path = ""]) => ({ method: "GET", path: slashed(path) })) : [];
    return [...found, ...tables, ...views];
  });
}
var slashed = (path) => `/${path}`.replace(/\/{2,}/g, "/");
function methodsOf(verb, rest) {
  if (verb !== "route" && verb !== "api_route") return [verb.toUpperCase()];
  const list = /methods\s*=\s*[[({]([^\])}]*)/.exec(rest)?.[1];
  return list === void 0 ? ["GET"] : [...list.matchAll(/["'](\w+)["']/g)].map(([, name = ""]) => name.toUpperCase());
}
function prefixesOf(sources) {
  const own = /* @__PURE__ */ new Map();
  const prefixIn = (text) => /(?:url_)?prefix\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? "";
  for (const source of sources)
    for (const [, name = "", inside = ""] of source.matchAll(router)) own.set(name, prefixIn(inside));
  for (const source of sources)
    for (const [, name = "", inside = ""] of source.matchAll(included)) {
      const around = prefixIn(inside);
      if (around !== "") own.set(name, joined(around, own.get(name) ?? ""));
    }
  return own;
}
var withoutComments = (text) => text.replace(/^[ \t]*#.*$/gm, "");

// src/runtimes/python/init/recognise.ts
var isTest = /(?:^|\/)(?:tests?|docs|examples|migrations)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;
function recognise(tree) {
  const files = tree.files.filter((file) => file.endsWith(".py"));
  const sources = files.filter((file) => !isTest.test(file)).map((file) => ({ file, text: tree.read(file) ?? "" }));
  const installation = installationOf(tree);
  const server = serverOf(tree, sources, installation);
  const tests = testsOf(tree, files, installation);
  return [...server === null ? [] : [server], ...tests === null ? [] : [tests]];
}
function serverOf(tree, sources, { python, setup, warnings }) {
  const started = djangoOf(tree, sources) ?? applicationOf(tree, sources) ?? scriptOf(sources);
  if (started === null) return null;
  const start = `${python} ${started.words}`;
  return {
    kind: "server",
    setup,
    program: "",
    start,
    subcommands: [],
    ports: started.ports ?? [],
    exchanges: [],
    routes: pythonRoutes(sources.map(({ text }) => text)),
    seen: [`${started.what} server, started by \`${start}\``],
    warnings
  };
}
function djangoOf(tree, sources) {
  if (!tree.files.includes("manage.py")) return null;
  const wsgi = sources.find(({ file }) => file.endsWith("/wsgi.py"));
  const words = wsgi !== void 0 && needs(tree, "gunicorn") ? `-m gunicorn --bind 127.0.0.1:$PORT ${moduleOf(wsgi.file)}` : "manage.py runserver --noreload 127.0.0.1:$PORT";
  return { what: "Django", words };
}
var applications = [
  { what: "FastAPI", pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*(?:fastapi\.)?FastAPI\(/m, serves: "asgi" },
  { what: "Starlette", pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*Starlette\(/m, serves: "asgi" },
  { what: "Litestar", pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*Litestar\(/m, serves: "asgi" },
  { what: "Flask", pattern: /^(\w+)\s*(?::[^=\n]+)?=\s*(?:flask\.)?Flask\(/m, serves: "wsgi" },
  { what: "Flask", pattern: /^def (create_app|make_app)\(/m, serves: "wsgi" }
];
function applicationOf(tree, sources) {
  for (const { what, pattern, serves } of applications)
    for (const { file, text } of sources) {
      const name = pattern.exec(text)?.[1];
      if (name === void 0 || what === "Flask" && !/\bflask\b/.test(text)) continue;
      const target = `${moduleOf(file)}:${name}`;
      const asgi = `-m uvicorn --host 127.0.0.1 --port $PORT ${target}`;
      const wsgi = needs(tree, "gunicorn") ? `-m gunicorn --bind 127.0.0.1:$PORT '${target}${/^(?:create|make)_app$/.test(name) ? "()" : ""}'` : `-m flask --app ${target} run --host 127.0.0.1 --port $PORT`;
      return { what, words: serves === "asgi" ? asgi : wsgi };
    }
  return null;
}
var listens = /\bweb\.run_app\(|\basyncio\.start_server\(|\bloop\.create_server\(|HTTPServer\(|\bmake_server\(|\buvicorn\.run\(/;
function scriptOf(sources) {
  const listening = sources.filter(({ text }) => listens.test(text));
  const script = listening.find(({ text }) => /__name__\s*==\s*["']__main__["']/.test(text)) ?? listening[0];
  if (script === void 0) return null;
  const what = /\bweb\.run_app\(/.test(script.text) ? "aiohttp" : "Python";
  return { what, words: script.file, ports: portWays(script) };
}
function portWays({ text }) {
  const variables = [...text.matchAll(/(?:environ(?:\.get)?|getenv)\s*[[(]\s*["'](\w*PORT\w*)["']/g)];
  const flags = [...text.matchAll(/add_argument\([^)]*["'](--[\w-]*port[\w-]*)["']/gi)];
  return [
    ...variables.map(
      ([, name = ""]) => ({ kind: "variable", text: `${name}=$PORT`, instead: null })
    ),
    ...flags.map(([, name = ""]) => ({ kind: "argument", text: `${name} $PORT`, instead: null }))
  ].filter(({ text: way }) => way !== "PORT=$PORT");
}
var moduleOf = (file) => file.replace(/^src\//, "").replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
function needs(tree, name) {
  const lists = tree.files.filter(
    (file) => /(?:^|\/)(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/.test(file)
  );
  return lists.some((file) => new RegExp(`(?:^|["'\\s])${name}\\b`, "mi").test(tree.read(file) ?? ""));
}
function testsOf(tree, files, { python, setup, warnings }) {
  const tests = files.filter((file) => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(file));
  const [first] = tests;
  if (first === void 0) return null;
  const texts = tests.map((file) => tree.read(file) ?? "");
  const isPytest = needs(tree, "pytest") || texts.some((text) => /^\s*(?:import|from) pytest\b/m.test(text));
  if (!isPytest && !texts.some((text) => /\bunittest\b/.test(text))) return null;
  const test = isPytest ? `${python} -m pytest` : `${python} -m unittest discover`;
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : "";
  return { kind: "tests", setup, test, seen: [`tests in ${first}${more}, run by \`${test}\``], warnings };
}

// src/runtimes/python/init/onboarding.ts
var setupPython = "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0";
var onboarding = {
  manifests: ["pyproject.toml", "requirements.txt", "manage.py", "setup.py", "Pipfile"],
  foreign: [".venv", "venv", "site-packages", "dist", "build"],
  looksFor: {
    server: "a server of FastAPI, Starlette, Litestar, Flask, Django, aiohttp or asyncio",
    tests: "tests of pytest or unittest"
  },
  recognise,
  workflowSteps
};
function workflowSteps(tree, projects) {
  const candidates = [...projects.map(({ folder }) => folder), ""].map(
    (folder) => folder === "" ? ".python-version" : `${folder}/.python-version`
  );
  const file = candidates.find((path) => tree.files.includes(path));
  const version = file === void 0 ? '    python-version: "3.13" # the project names none' : `    python-version-file: ${file} # the version that the project names`;
  const managers2 = ["uv", "poetry", "pdm", "pipenv"].filter(
    (name) => projects.some(({ setup }) => setup?.split(" ").includes(name))
  );
  return [
    `- uses: ${setupPython}`,
    "  with:",
    version,
    ...managers2.map((name) => `- run: pipx install ${name} # what installs the lock file`)
  ];
}
export {
  onboarding
};
