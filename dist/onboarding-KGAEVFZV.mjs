import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  declaredCommands
} from "./chunk-J5VOPG4U.mjs";
import {
  foldersAbove,
  subtree
} from "./chunk-42FT62VM.mjs";
import {
  joined
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/python/init/sources.ts
var notServed = /(?:^|\/)(?:tests?|testing|docs|examples?|migrations|versions|benchmarks?|scripts)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup|noxfile|tasks|fabfile)\.py$/;
var servedSources = (tree) => tree.files.filter((file) => file.endsWith(".py") && !notServed.test(file)).map((file) => ({ file, text: tree.read(file) ?? "" })).toSorted((a, b) => likelihood(a.file) - likelihood(b.file));
function likelihood(file) {
  const names = ["main", "app", "asgi", "wsgi", "server", "run", "__main__", "application", "__init__"];
  const at = names.indexOf(/([^/]*)\.py$/.exec(file)?.[1] ?? "");
  return 20 * file.split("/").length + (at < 0 ? names.length : at);
}
function moduleOf(file, sources) {
  const steps = file.replace(/(?:(?:^|\/)__(?:init|main)__)?\.py$/, "").split("/");
  const depth = steps.findIndex((step, index) => index < steps.length - 1 && isImported(step, sources));
  const isSrc = steps[0] === "src" && !sources.some((one) => one.file === "src/__init__.py");
  const skipped = depth >= 0 ? depth : isSrc && steps.length > 1 ? 1 : 0;
  return { name: steps.slice(skipped).join("."), path: steps.slice(0, skipped).join("/") };
}
var isImported = (name, sources) => sources.some(({ text }) => new RegExp(String.raw`^\s*(?:from|import)\s+${name}\b(?!\s*=)`, "m").test(text));
var pathVariable = (tree, { path }) => path === "" || path === "src" && isPackage(tree) ? "" : `PYTHONPATH=${path}:$PYTHONPATH`;
var isPackage = (tree) => tree.files.includes("setup.py") || /^\[build-system\]/m.test(tree.read("pyproject.toml") ?? "") || /^\[metadata\]/m.test(tree.read("setup.cfg") ?? "");
function needs(tree, name) {
  const lists2 = tree.files.filter(
    (file) => /(?:^|\/)(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[^/]+\.(?:txt|in)|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/.test(
      file
    )
  );
  return lists2.some((file) => new RegExp(`(?:^|["'\\s])${name}\\b`, "mi").test(tree.read(file) ?? ""));
}

// src/runtimes/python/init/applications.ts
var frameworks = [
  { what: "FastAPI", makes: String.raw`(?:fastapi\.)?FastAPI`, serves: "asgi" },
  { what: "Starlette", makes: String.raw`(?:\w+\.)*Starlette`, serves: "asgi" },
  { what: "Litestar", makes: "Litestar", serves: "asgi" },
  { what: "Quart", makes: String.raw`(?:quart\.)?Quart`, serves: "asgi" },
  { what: "BlackSheep", makes: "Application", serves: "asgi", imports: /\bblacksheep\b/ },
  { what: "Sanic", makes: String.raw`(?:sanic\.)?Sanic`, serves: "sanic" },
  { what: "Flask", makes: String.raw`(?:flask\.)?Flask`, serves: "wsgi", imports: /\bflask\b/ },
  { what: "Flask", makes: "APIFlask|OpenAPI", serves: "wsgi", imports: /\b(?:apiflask|flask_openapi3)\b/ },
  { what: "Dash", makes: String.raw`(?:dash\.)?Dash`, serves: "wsgi", served: ".server" },
  { what: "Falcon", makes: String.raw`falcon\.asgi\.App`, serves: "asgi" },
  { what: "Falcon", makes: String.raw`falcon\.(?:App|API)`, serves: "wsgi" },
  { what: "Pyramid", makes: String.raw`\w+\.make_wsgi_app`, serves: "wsgi" },
  { what: "Bottle", makes: String.raw`(?:bottle\.)?Bottle`, serves: "wsgi", imports: /\bbottle\b/ }
];
function applicationsOf(tree, sources) {
  return frameworks.flatMap((framework) => {
    const own = sources.filter(({ text }) => framework.imports?.test(text) ?? true);
    const targets = targetsOf(framework, own, sources);
    return targets.flatMap((target) => {
      const words = servedBy(tree, framework, target);
      return words === null ? [] : [{ what: framework.what, words, variables: pathVariable(tree, target.module) }];
    });
  });
}
var assigned = (makes) => new RegExp(String.raw`^(\w+)\s*(?::[^=\n]+)?=\s*(?:${makes})\(`, "gm");
function targetsOf({ makes }, own, sources) {
  const factories = own.flatMap(({ file, text }) => factoriesIn(text, makes).map((one) => ({ file, ...one })));
  const names = factories.map(({ name }) => name);
  const made = names.length === 0 ? makes : String.raw`${makes}|(?:\w+\.)?(?:${names.join("|")})`;
  const objects = sources.flatMap(({ file, text }) => {
    if (!own.some((one) => one.file === file) && !names.some((name2) => text.includes(name2))) return [];
    const [name] = [...text.matchAll(assigned(made))].map((match) => match[1] ?? "");
    return name === void 0 ? [] : [{ module: moduleOf(file, sources), name, isFactory: false }];
  });
  const functions = factories.filter(({ isCallable }) => isCallable).map(({ file, name }) => ({ module: moduleOf(file, sources), name, isFactory: true }));
  return [...objects, ...functions];
}
var defined = /^(?:async )?def (\w+)\(([^)]*)\)[^\n]*\n((?:[ \t)][^\n]*\n?|\n)*)/gm;
var factoriesIn = (text, makes) => [...text.matchAll(defined)].filter(([, , , body = ""]) => new RegExp(String.raw`\b(?:${makes})\(`).test(body)).map(([, name = "", parameters = ""]) => ({
  name,
  isCallable: !/(?:^|,)\s*\w[^=*,]*(?:,|$)/.test(parameters.trim())
}));
var asgiServers = ["uvicorn", "hypercorn", "granian", "daphne"];
function servedBy(tree, { serves, served = "" }, target) {
  const name = `${target.module.name}:${target.name}`;
  if (serves === "asgi") {
    const server = asgiServers.find((one) => needs(tree, one)) ?? "uvicorn";
    return asgi[server](name, target.isFactory);
  }
  const made = `${name}${served}${target.isFactory ? "()" : ""}`;
  if (serves === "sanic")
    return `-m sanic ${name}${target.isFactory ? " --factory" : ""} --host 127.0.0.1 --port $PORT --single-process`;
  if (needs(tree, "gunicorn"))
    return `-m gunicorn --bind 127.0.0.1:$PORT ${target.isFactory ? `'${made}'` : made}`;
  if (needs(tree, "waitress"))
    return `-m waitress --listen=127.0.0.1:$PORT ${target.isFactory ? "--call " : ""}${name}${served}`;
  const byItself = target.isFactory && !/^(?:create|make)_app$/.test(target.name) ? `'${made}'` : name;
  return needs(tree, "flask") || served === "" ? `-m flask --app ${byItself} run --host 127.0.0.1 --port $PORT` : null;
}
var asgi = {
  uvicorn: (name, isFactory) => `-m uvicorn --host 127.0.0.1 --port $PORT ${isFactory ? "--factory " : ""}${name}`,
  hypercorn: (name, isFactory) => `-m hypercorn --bind 127.0.0.1:$PORT ${isFactory ? `'${name}()'` : name}`,
  granian: (name, isFactory) => `-m granian --interface asgi --host 127.0.0.1 --port $PORT ${isFactory ? "--factory " : ""}${name}`,
  daphne: (name) => `-m daphne -b 127.0.0.1 -p $PORT ${name}`
};

// src/runtimes/python/init/scripts.ts
var listens = /\bweb\.run_app\(|\basyncio\.start_(?:unix_)?server\(|\bloop\.create_server\(|HTTPServer\(|\bmake_server\(|\buvicorn\.(?:run|Server)\(|\bhypercorn\b.*\bserve\(|\bwaitress\b[\s\S]*\bserve\(|\bsocketio\.run\(|\bapp(?:lication)?\.(?:run|run_server|listen)\(|^\s*run\(.*\b(?:host|port)\s*=|\bcherrypy\.quickstart\(|\bWSGIServer\(|\bwebsockets\.serve\(|\bgrpc\.(?:aio\.)?server\(|\.launch\(.*server_port|\brun_simple\(|\bsocketserver\.\w+Server\(/m;
var isProgram = /__name__\s*==\s*["']__main__["']/;
function scriptsOf(tree, sources) {
  const listening = sources.filter(({ text }) => listens.test(text));
  const programs = listening.filter(({ file, text }) => isProgram.test(text) || file.endsWith("__main__.py"));
  const scripts = (programs.length > 0 ? programs : listening).map(
    (source) => ({
      what: whatOf(source),
      words: wordsOf(source, sources),
      variables: isModule(source) ? pathVariable(tree, moduleOf(source.file, sources)) : "",
      ports: portWays(source)
    })
  );
  return [...commandsOf(tree, listening, sources), ...scripts];
}
var whatOf = ({ text }) => /\bweb\.run_app\(/.test(text) ? "aiohttp" : "Python";
var isModule = ({ file, text }) => file.endsWith("__main__.py") || file.includes("/") && /^\s*from \.+\w* import\b/m.test(text);
var wordsOf = (source, sources) => isModule(source) ? `-m ${moduleOf(source.file, sources).name}` : source.file;
var entry = /^\s*["']?([\w.-]+)["']?\s*=\s*["']([\w.]+):\w+["']/gm;
function commandsOf(tree, listening, sources) {
  const text = tree.read("pyproject.toml") ?? "";
  const tables = [...text.matchAll(/^\[(?:project|tool\.poetry)\.scripts\]\s*\n((?:(?!\[)[^\n]*\n?)*)/gm)];
  return tables.flatMap(
    ([, body = ""]) => [...body.matchAll(entry)].flatMap(([, command = "", module = ""]) => {
      const source = listening.find(({ file }) => moduleOf(file, sources).name === module);
      return source === void 0 ? [] : [{ what: whatOf(source), words: "", command, ports: portWays(source) }];
    })
  );
}
function portWays({ text }) {
  const variables = [...text.matchAll(/(?:environ(?:\.get)?|getenv)\s*[[(]\s*["'](\w*PORT\w*)["']/g)];
  const flags = [...text.matchAll(/(?:add_argument|option)\([^)]*["'](--[\w-]*port[\w-]*)["']/gi)];
  return [
    ...variables.map(
      ([, name = ""]) => ({ kind: "variable", text: `${name}=$PORT`, instead: null })
    ),
    ...flags.map(([, name = ""]) => ({ kind: "argument", text: `${name} $PORT`, instead: null }))
  ].filter(({ text: way }) => way !== "PORT=$PORT");
}

// src/runtimes/python/init/declared.ts
var declaredServers = (tree, sources) => declaredCommands(tree).flatMap(({ command, file }) => {
  const started = startedBy(command, tree, sources);
  return started === null ? [] : [{ ...started, declaredIn: file }];
});
function startedBy(command, tree, sources) {
  const parts = command.split(/\s*(?:&&|;)\s*/);
  if (parts.some((part) => /^cd\s/.test(part))) return null;
  const [, variables = "", rest = ""] = /^((?:[A-Za-z_]\w*=\S+\s+)*)(.*)$/.exec(parts.at(-1) ?? "") ?? [];
  const words = (rest.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).filter((word) => !/^\$\{?\w/.test(word));
  const [tool = "", ...given] = withoutWrappers(words);
  const server = servers[tool.replace(/^.*\//, "")];
  const started = server === void 0 ? script(tool, given, tree, sources) : server(given);
  return started === null ? null : { ...started, variables: literal(variables) };
}
var literal = (variables) => variables.trim().split(/\s+/).filter((one) => one !== "" && !one.includes("$") && !/^PORT=/.test(one)).map((one) => /^PYTHONPATH=/.test(one) ? `${one}:$PYTHONPATH` : one).join(" ");
var wrappers = /^(?:exec|env|(?:poetry|pipenv|pdm|hatch|rye|uv) run(?: --?[\w-]+(?:=\S+)?)*|opentelemetry-instrument|ddtrace-run|newrelic-admin run-program|tini(?: -g)? --|dumb-init(?: --)?|python[\d.]*(?: -[uOB]+)* -m) /;
function withoutWrappers(words) {
  const line = `${words.join(" ")} `;
  const inner = line.replace(wrappers, "");
  return inner === line ? words : withoutWrappers(inner.match(/"[^"]*"|'[^']*'|\S+/g) ?? []);
}
function without(words, valued, bare = []) {
  const kept = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (valued.includes(word)) at++;
    else if (!bare.includes(word) && !valued.some((one) => attached(word, one))) kept.push(word);
  }
  return kept.join(" ");
}
var attached = (word, option) => option.startsWith("--") ? word.startsWith(`${option}=`) : word.startsWith(option) && !word.startsWith("--");
var reloads = ["--reload", "--debug", "--dev", "--auto-reload"];
var places = ["--host", "--port", "-h", "-p", "--workers", "--uds", "--fd"];
var servers = {
  uvicorn: (given) => ({
    what: "ASGI",
    words: `-m uvicorn --host 127.0.0.1 --port $PORT ${without(given, [...places, "--reload-dir", "--reload-include", "--reload-exclude"], reloads)}`
  }),
  hypercorn: (given) => ({
    what: "ASGI",
    words: `-m hypercorn --bind 127.0.0.1:$PORT ${without(given, ["--bind", "-b", "--workers", "-w"], reloads)}`
  }),
  granian: (given) => ({
    what: "ASGI",
    words: `-m granian --host 127.0.0.1 --port $PORT ${without(given, places, reloads)}`
  }),
  daphne: (given) => ({
    what: "ASGI",
    words: `-m daphne -b 127.0.0.1 -p $PORT ${without(given, ["-b", "-p", "--bind", "--port"])}`
  }),
  // A worker that is replaced after some requests takes its leak with it.
  gunicorn: (given) => ({
    what: "WSGI",
    words: `-m gunicorn --bind 127.0.0.1:$PORT ${without(given, ["--bind", "-b", "--workers", "-w", "--max-requests", "--max-requests-jitter", "--pid", "-p"], [...reloads, "--daemon", "-D", "--preload"])}`
  }),
  "waitress-serve": (given) => ({
    what: "WSGI",
    words: `-m waitress --listen=127.0.0.1:$PORT ${without(given, ["--listen", "--host", "--port"])}`
  }),
  flask: (given) => given.includes("run") ? { what: "Flask", words: `-m flask ${without(given, places, reloads)} --host 127.0.0.1 --port $PORT` } : null,
  fastapi: ([, ...given]) => ({
    what: "FastAPI",
    words: `-m fastapi run --host 127.0.0.1 --port $PORT ${without(given, places, reloads)}`
  }),
  sanic: (given) => ({
    what: "Sanic",
    words: `-m sanic ${without(given, [...places, "-H", "-w"], [...reloads, "--fast"])} --host 127.0.0.1 --port $PORT --single-process`
  }),
  streamlit: (given) => ({
    what: "Streamlit",
    words: `-m streamlit ${without(given, ["--server.port", "--server.address", "--server.headless"])} --server.address 127.0.0.1 --server.port $PORT --server.headless true`
  })
};
function script(tool, given, tree, sources) {
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(tool);
  const [first = "", ...rest] = isPython ? given.filter((word) => !/^-[uOB]+$/.test(word)) : [tool, ...given];
  if (first === "manage.py" && tree.files.includes(first))
    return rest[0] === "runserver" ? { what: "Django", words: "manage.py runserver --noreload 127.0.0.1:$PORT" } : null;
  const file = isPython ? first.replace(/^\.\//, "") : `${first.replaceAll(".", "/")}/__main__.py`;
  const source = sources.find((one) => one.file === file);
  if (source === void 0) return null;
  const words = isPython ? file : `-m ${first}`;
  return { what: "Python", words: [words, ...rest].join(" "), ports: portWays(source) };
}

// src/runtimes/python/init/django.ts
function djangoOf(tree, sources) {
  if (!tree.files.includes("manage.py")) return [];
  const module = (name) => {
    const found = sources.find(({ file }) => file.endsWith(`/${name}.py`));
    return found === void 0 ? null : moduleOf(found.file, sources).name;
  };
  const [asgi2, wsgi] = [module("asgi"), module("wsgi")];
  const words = [
    asgi2 !== null && needs(tree, "daphne") ? `-m daphne -b 127.0.0.1 -p $PORT ${asgi2}:application` : null,
    wsgi !== null && needs(tree, "gunicorn") ? `-m gunicorn --bind 127.0.0.1:$PORT ${wsgi}` : null,
    asgi2 !== null && needs(tree, "uvicorn") ? `-m uvicorn --host 127.0.0.1 --port $PORT ${asgi2}:application` : null,
    "manage.py runserver --noreload 127.0.0.1:$PORT"
  ];
  return words.flatMap((one) => one === null ? [] : [{ what: "Django", words: one }]);
}
var migration = (tree) => tree.files.includes("manage.py") && tree.files.some((file) => /settings/.test(file) && /backends\.sqlite3/.test(tree.read(file) ?? "")) ? "manage.py migrate --noinput" : null;

// src/runtimes/python/init/installation.ts
import { posix } from "node:path";
var managers = [
  { lock: "poetry.lock", install: "POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction" },
  { lock: "pdm.lock", install: "PDM_VENV_IN_PROJECT=true pdm install --frozen-lockfile" },
  { lock: "Pipfile.lock", install: "PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev" }
];
function installationOf(tree, around) {
  const treeAt = (folder) => folder === around.folder ? tree : subtree(around.repository, folder);
  const above = foldersAbove(around.folder);
  const workspace = locked.test(tree.files.join("\n")) ? void 0 : above.find((folder) => isWorkspace(treeAt(folder)));
  const found = workspace ?? [around.folder, ...above].find((folder) => isInstalled(treeAt(folder)));
  if (found === void 0 || found === around.folder) return installed(tree, "");
  const shares = treeAt(found).files.filter((file) => !file.includes("/") && lists.test(file));
  return {
    ...installed(treeAt(found), `${posix.relative(around.folder, found)}/`, tree),
    shares: shares.map((file) => posix.join(found, file))
  };
}
var locked = /^(?:uv|poetry|pdm|Pipfile)\.lock$/m;
var isWorkspace = (tree) => tree.files.includes("uv.lock") && /^\[tool\.uv\.workspace\]/m.test(tree.read("pyproject.toml") ?? "");
var lists = /^(?:uv\.lock|poetry\.lock|pdm\.lock|Pipfile(?:\.lock)?|pyproject\.toml|setup\.(?:py|cfg)|[\w.-]*requirements[\w.-]*\.(?:txt|in))$/;
var isInstalled = (tree) => tree.files.some((file) => lists.test(file) || inFolder.test(file));
function installed(tree, up, own = tree) {
  const has = (file) => tree.files.includes(file);
  const settings = tree.read("pyproject.toml") ?? "";
  if (has("uv.lock")) {
    const extras = extrasIn(own.read("pyproject.toml") ?? "").map((name) => ` --extra ${name}`);
    const uv = `uv sync --frozen${extras.join("")}`;
    return whole(
      uv,
      "uv run --no-sync python",
      (names) => `${uv} && uv pip install --quiet ${names.join(" ")}`
    );
  }
  const manager = managers.find(({ lock }) => has(lock)) ?? (/^\[tool\.poetry\]/m.test(settings) ? managers[0] : void 0);
  if (manager !== void 0) {
    const python = `${up}.venv/bin/python`;
    return whole(
      manager.install,
      python,
      (names) => `${manager.install} && ${python} -m pip install --quiet ${names.join(" ")}`
    );
  }
  if (isListAlone(tree, settings)) {
    const list = [
      "--requirement",
      `${up}pyproject.toml`,
      ...extrasIn(settings).map((name) => `--extra ${name}`)
    ];
    const byUv = (more) => `${inVenv("uv")} && .venv/bin/uv pip install --quiet ${[...list, ...more].join(" ")}`;
    return { ...whole(byUv([]), ".venv/bin/python", byUv), warnings: [unlocked] };
  }
  const packages = packagesOf(tree, settings, up);
  const setup = (more) => inVenv([...packages.words, ...more].join(" "));
  return { ...whole(setup([]), ".venv/bin/python", setup), warnings: packages.warnings };
}
var whole = (setup, python, withMore) => ({
  setup,
  python,
  withMore,
  warnings: [],
  shares: []
});
var pip = ".venv/bin/pip install --quiet --disable-pip-version-check";
var newer = `${pip} --upgrade pip`;
var inVenv = (words) => [
  "python3 -m venv .venv",
  ...words.includes("--group ") ? [newer] : [],
  ...words === "" ? [] : [`${pip} ${words}`]
].join(" && ");
var unlocked = "There is no lock file: on another day both sides may get other versions of their packages.";
function packagesOf(tree, settings, up) {
  const required = requirements(tree.files).map((file) => `--requirement ${up}${file}`);
  const extras = extrasIn(`${settings}
${tree.read("setup.cfg") ?? ""}
${tree.read("setup.py") ?? ""}`);
  const groups = groupsIn(settings).map((name) => `--group ${up}pyproject.toml:${name}`);
  const whole2 = `${up === "" ? "." : up}${extras.length > 0 ? `[${extras.join(",")}]` : ""}`;
  const isWhole = isPackage(tree) && (required.length === 0 || isImportable(tree));
  const own = isWhole ? ["--editable", quoted(whole2), ...groups] : required.length === 0 ? groups : [];
  return {
    words: [...required, ...own],
    warnings: own.length > 0 && required.length === 0 ? [unlocked] : []
  };
}
var isListAlone = (tree, settings) => !isPackage(tree) && requirements(tree.files).length === 0 && /^\[project\]/m.test(settings) && /^dependencies\s*=\s*\[\s*["']/m.test(settings);
var quoted = (text) => text.includes("[") ? `'${text}'` : text;
var isImportable = (tree) => tree.files.some((file) => /^src\/\w+\/__init__\.py$/.test(file));
var inFolder = /^requirements\/([\w.-]+)\.txt$/;
var wanted = /^(?:(?:dev|test|tests)[-_.])?requirements(?:[-_.](?:dev|development|test|tests|testing|local))?\.txt$/;
function requirements(files) {
  const beside = files.filter((file) => wanted.test(file));
  const inside = files.filter((file) => inFolder.test(file));
  const named = (pattern) => inside.filter((file) => pattern.test(inFolder.exec(file)?.[1] ?? ""));
  const [develop] = named(/^(?:local|dev|develop|development)$/);
  const tests = named(/^(?:tests?|testing)$/);
  const base = named(/^(?:base|common|main|default|requirements|prod|production)$/).slice(0, 1);
  const chosen = [...develop === void 0 ? base : [develop], ...tests];
  return [...beside, ...chosen.length > 0 || beside.length > 0 ? chosen : inside];
}
var forTests = /^(?:dev|develop|development|tests?|testing)$/;
function extrasIn(settings) {
  const tables = [
    ...settings.matchAll(
      /^\[(?:project\.optional-dependencies|options\.extras_require)\]\s*\n((?:(?!^\[)[^\n]*\n?)*)/gm
    ),
    ...settings.matchAll(/\bextras_require\s*=\s*\{([\s\S]*?)\}/g)
  ];
  return keysIn(tables.map(([, body = ""]) => body));
}
var groupsIn = (settings) => keysIn(
  [...settings.matchAll(/^\[dependency-groups\]\s*\n((?:(?!^\[)[^\n]*\n?)*)/gm)].map(
    ([, body = ""]) => body
  )
);
var keysIn = (bodies) => [
  ...new Set(
    bodies.flatMap(
      (body) => [...body.matchAll(/^\s*["']?([\w-]+)["']?\s*[:=]/gm)].flatMap(
        ([, key = ""]) => forTests.test(key) ? [key] : []
      )
    )
  )
];

// src/runtimes/python/init/routes/constants.ts
var assigned2 = /^\s*(\w+)\s*(?::[^=\n]+)?=\s*(?:Field\(\s*(?:default\s*=\s*)?)?["'](\/[\w\-./]*)["']/gm;
function constantsOf(sources) {
  const all = /* @__PURE__ */ new Map();
  for (const { text } of sources)
    for (const [, name = "", path = ""] of text.matchAll(assigned2))
      all.set(name, (all.get(name) ?? /* @__PURE__ */ new Set()).add(path));
  return new Map([...all].flatMap(([name, [path = "", ...more]]) => more.length > 0 ? [] : [[name, path]]));
}
function prefixIn(given, constants) {
  const [, literal2, reference] = /\b(?:url_)?(?:prefix|path)\s*=\s*(?:f?["']([^"'\n]*)["']|(?:\w+\.)*(\w+))/.exec(given) ?? [];
  if (reference !== void 0) return constants.get(reference) ?? "";
  return (literal2 ?? "").replace(
    /\{(?:\w+\.)*(\w+)\}/g,
    (whole2, name) => constants.get(name) ?? whole2
  );
}

// src/runtimes/python/init/routes/django.ts
var entry2 = /\b(?:re_)?(?:path|url)\(\s*r?["']([^"'\n]*)["']\s*,\s*(?:include\(\s*[([]?\s*(?:["']([\w.]+)["']|((?:\w+\.)*\w+))?|)/g;
var registered = /\b(\w+)\.register\(\s*r?["']([^"'\n]*)["']/g;
function djangoRoutes(sources, imports) {
  const lists2 = sources.filter(({ text }) => /\burlpatterns\b/.test(text));
  const mounts = /* @__PURE__ */ new Map();
  const entries = lists2.flatMap(
    ({ file, text }) => [...text.matchAll(entry2)].flatMap(([whole2, pattern = "", module, name]) => {
      const path = plain(pattern);
      if (path === null) return [];
      if (!whole2.includes("include(")) return [{ file, path }];
      const target = module === void 0 ? imports.resolved(file, name ?? "").file : imports.fileOf(module);
      if (target !== null && target !== file)
        mounts.set(target, [...mounts.get(target) ?? [], { by: file, prefix: path }]);
      return name === void 0 ? [] : ofRouter(text, name, path).map((one) => ({ file, path: one }));
    })
  );
  const above = (file, seen) => {
    const around = (mounts.get(file) ?? []).filter(({ by }) => by !== file && !seen.includes(by));
    if (around.length === 0) return [""];
    return around.flatMap(({ by, prefix }) => above(by, [...seen, file]).map((outer) => outer + prefix));
  };
  return entries.flatMap(
    ({ file, path }) => above(file, []).map((outer) => ({ method: "GET", path: slashed(outer + path) }))
  );
}
var ofRouter = (text, name, prefix) => name.endsWith(".urls") ? [...text.matchAll(registered)].filter(([, by]) => by === name.slice(0, -".urls".length)).flatMap(([, , path = ""]) => [`${prefix}${path}/`, `${prefix}${path}/<pk>/`]) : [];
function plain(pattern) {
  const path = pattern.replace(/^\^|\$$/g, "");
  return /[()[\]\\*+?|]/.test(path) ? null : path;
}
var slashed = (path) => `/${path}`.replace(/\/{2,}/g, "/");

// src/runtimes/python/init/routes/imports.ts
import { posix as posix2 } from "node:path";
var from = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n(]+))/gm;
var plain2 = /^[ \t]*import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?[ \t]*$/gm;
function createImports(sources) {
  const files = new Map(sources.map((source) => [source.file, source]));
  const known = /* @__PURE__ */ new Map();
  function fileOf(module, folder) {
    const path = module.replaceAll(".", "/");
    const names = [path === "" ? "__init__.py" : `${path}.py`, posix2.join(path, "__init__.py")];
    if (folder !== null)
      return names.map((name) => posix2.join(folder, name)).find((file) => files.has(file)) ?? null;
    const endings = names.map((name) => `/${name}`);
    return [...files.keys()].find((file) => endings.some((ending) => `/${file}`.endsWith(ending))) ?? null;
  }
  function importsOf(file) {
    const told = known.get(file);
    if (told !== void 0) return told;
    const found = /* @__PURE__ */ new Map();
    for (const one of importedIn(files.get(file)?.text ?? "")) {
      const folder = one.dots === 0 ? null : folderAbove(file, one.dots);
      const target = referenceOf(one, folder);
      if (target !== null) found.set(one.alias, target);
    }
    known.set(file, found);
    return found;
  }
  function referenceOf({ module, name }, folder) {
    const inner = fileOf([module, name ?? ""].filter((step) => step !== "").join("."), folder);
    if (inner !== null) return { file: inner, name: null };
    const outer = name === null ? null : fileOf(module, folder);
    return outer === null ? null : { file: outer, name };
  }
  function resolved(file, expression, depth = 5) {
    const imported = importsOf(file);
    const steps = expression.split(".");
    for (let length = steps.length; length > 0; length--) {
      const target = imported.get(steps.slice(0, length).join("."));
      if (target === void 0) continue;
      const rest = [...target.name === null ? [] : [target.name], ...steps.slice(length)].join(".");
      if (rest === "") return target;
      return depth === 0 || target.file === file ? { ...target, name: rest } : resolved(target.file, rest, depth - 1);
    }
    return { file, name: expression };
  }
  return { fileOf: (module) => fileOf(module, null), resolved };
}
function importedIn(text) {
  const names = [...text.matchAll(from)].flatMap(
    ([, dots = "", module = "", listed2, line = ""]) => (listed2 ?? line).replace(/#[^\n]*/g, "").split(",").flatMap((part) => {
      const [, name, alias = name] = /^\s*(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
      return name === void 0 || alias === void 0 ? [] : [{ dots: dots.length, module, name, alias }];
    })
  );
  const modules = [...text.matchAll(plain2)].map(([, module = "", alias = module]) => ({
    dots: 0,
    module,
    name: null,
    alias
  }));
  return [...names, ...modules];
}
var folderAbove = (file, dots) => dots === 1 ? posix2.dirname(file) : folderAbove(posix2.dirname(file), dots - 1);

// src/runtimes/python/init/routes/routers.ts
var router = /(\w+)\s*(?::[^=\n]+)?=\s*(?:\w+\.)?(?:APIRouter|APIBlueprint|Blueprint|Router|Quart|Flask|FastAPI)\(([^)]*)\)/g;
var included = /\b(?:(\w+)\.)?(?:include_router|register_blueprint|blueprint|register_module|mount)\(\s*(?:(["'][^"']*["'])\s*,\s*)?((?:\w+\.)*\w+)([^)]*)\)/g;
function createRouters(sources, imports, constants) {
  const own = /* @__PURE__ */ new Map();
  const mounts = /* @__PURE__ */ new Map();
  const keyOf = (file, name) => {
    const target = imports.resolved(file, name);
    return `${target.file}:${target.name ?? "router"}`;
  };
  for (const { file, text } of sources) {
    for (const [, name = "", given = ""] of text.matchAll(router))
      own.set(`${file}:${name}`, prefixIn(given, constants));
    for (const [, by = "", path, name = "", given = ""] of text.matchAll(included)) {
      const key = keyOf(file, name);
      const prefix = path === void 0 ? prefixIn(given, constants) : path.slice(1, -1);
      mounts.set(key, [...mounts.get(key) ?? [], { by: keyOf(file, by), prefix }]);
    }
  }
  function prefixes(key, above) {
    const inside = own.get(key) ?? "";
    const around = (mounts.get(key) ?? []).filter(({ by }) => !above.includes(by) && by !== key);
    if (around.length === 0) return [inside];
    return around.flatMap(
      ({ by, prefix }) => prefixes(by, [...above, key]).map((outer) => joined(joined(outer, prefix), inside))
    );
  }
  return (file, name) => [...new Set(prefixes(keyOf(file, name), []))];
}

// src/runtimes/python/init/routes/routes.ts
var decorated = /@(?:(\w+)\.)?(get|post|put|patch|delete|route|api_route)\(\s*(?:path\s*=\s*)?(?:f?["']([^"'\n]*)["']|((?:\w+\.)*[A-Z]\w*)|(?=\)))([^)]*)\)/g;
var listed = /\b(?:web\.(get|post|put|patch|delete)|add_(get|post|put|patch|delete)|(?:Route|add_route|add_api_route|add_url_rule|add_view))\(\s*(?:["'][\w.-]+["']\s*,\s*)?r?["'](\/[^"'\n]*)["']([^)\n]*)/g;
var handled = /\(\s*r?["'](\/[\w\-./]*)["']\s*,\s*(?:\w+\.)*\w*(?:Handler|Resource)\b/g;
var controller = /^class \w+\((?:\w+\.)*\w*Controller\)[^\n]*\n((?:[ \t][^\n]*\n?|\n)*)/gm;
function pythonRoutes(files) {
  const sources = files.map(({ file, text }) => ({ file, text: withoutComments(text) }));
  const constants = constantsOf(sources);
  const imports = createImports(sources);
  const prefixesOf = createRouters(sources, imports, constants);
  const routes = sources.flatMap(({ file, text }) => {
    const within = controllersIn(text, constants);
    const found = [...text.matchAll(decorated)].flatMap(
      ({ index, 1: owner = "", 2: verb = "", 3: literal2, 4: reference, 5: rest = "" }) => {
        const path = literal2 ?? constants.get(reference?.split(".").at(-1) ?? "");
        if (path === void 0 && reference !== void 0) return [];
        const around = owner === "" ? [within(index)] : prefixesOf(file, owner);
        return around.flatMap(
          (prefix) => methodsOf(verb, rest).map((method) => ({ method, path: reached(prefix, path ?? "") }))
        );
      }
    );
    const tables = [...text.matchAll(listed)].flatMap(
      ([, one, two, path = "", rest = ""]) => methodsOf(one ?? two ?? "route", rest).map((method) => ({ method, path: joined("", path) }))
    );
    const handlers = [...text.matchAll(handled)].map(([, path = ""]) => ({ method: "GET", path }));
    return [...found, ...tables, ...handlers];
  });
  return [...routes, ...djangoRoutes(sources, imports)];
}
function controllersIn(text, constants) {
  const regions = [...text.matchAll(controller)].map(({ 0: whole2, 1: body = "", index }) => ({
    from: index,
    to: index + whole2.length,
    prefix: prefixIn(/^\s+path\s*=[^\n]*/m.exec(body)?.[0] ?? "", constants)
  }));
  return (index) => regions.find(({ from: from2, to }) => from2 < index && index < to)?.prefix ?? "";
}
function reached(prefix, path) {
  const whole2 = joined(prefix, path);
  return path.endsWith("/") && whole2 !== "/" ? `${whole2}/` : whole2;
}
function methodsOf(verb, rest) {
  if (verb !== "route" && verb !== "api_route") return [verb.toUpperCase()];
  const list = /methods?\s*=\s*(?:[[({]([^\])}]*)|(["']\w+["']))/.exec(rest);
  return list === null ? ["GET"] : [...(list[1] ?? list[2] ?? "").matchAll(/["'](\w+)["']/g)].map(([, name = ""]) => name.toUpperCase());
}
var withoutComments = (text) => text.replace(/^[ \t]*#.*$/gm, "");

// src/runtimes/python/init/tests.ts
var isTest = /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/;
function testsOf(tree, installation) {
  const tests = tree.files.filter((file) => isTest.test(file));
  const [first] = tests;
  if (first === void 0) return null;
  const texts = tests.map((file) => tree.read(file) ?? "");
  const isListed = needs(tree, "pytest");
  const isPytest = isListed || usesPytest(tree, texts);
  const isDjangos = tree.files.includes("manage.py") && texts.some((text) => /\bdjango\.test\b/.test(text));
  if (!isPytest && (isDjangos || !texts.some((text) => /\bunittest\b/.test(text)))) return null;
  const { python, setup, shares, warnings, withMore } = installation;
  const test = isPytest ? `${python} -m pytest` : `${python} -m unittest discover`;
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : "";
  return {
    kind: "tests",
    setup: isPytest && !isListed ? withMore(["pytest"]) : setup,
    test,
    shares,
    seen: [`tests in ${first}${more}, run by \`${test}\``],
    warnings
  };
}
var usesPytest = (tree, texts) => texts.some((text) => /^\s*(?:import|from) pytest\b/m.test(text)) || tree.files.some(
  (file) => /^(?:pytest\.ini|(?:.*\/)?conftest\.py)$/.test(file) || /^(?:tox\.ini|setup\.cfg|noxfile\.py)$/.test(file) && /\bpytest\b/.test(tree.read(file) ?? "")
) || // Plain functions with plain assertions are found by nothing else.
texts.some((text) => /^(?:async )?def test_/m.test(text)) && !texts.some((text) => /\bunittest\b/.test(text));

// src/runtimes/python/init/recognise.ts
function recognise(tree, around) {
  const sources = servedSources(tree);
  const installation = installationOf(tree, around);
  const tests = testsOf(tree, installation);
  return [...serversOf(tree, sources, installation), ...tests === null ? [] : [tests]];
}
var most = 5;
function serversOf(tree, sources, installation) {
  const ways = [
    ...declaredServers(tree, sources),
    ...djangoOf(tree, sources),
    ...applicationsOf(tree, sources),
    ...scriptsOf(tree, sources)
  ].map((started) => ({ started, start: commandOf(started, installation) }));
  const different = ways.filter((one, at) => ways.findIndex(({ start }) => start === one.start) === at);
  const routes = pythonRoutes(sources);
  const tables = migration(tree);
  return different.slice(0, most).map(({ started: { declaredIn, ports = [], what }, start }) => ({
    kind: "server",
    setup: tables === null ? installation.setup : `${installation.setup} && ${installation.python} ${tables}`,
    program: "",
    start,
    subcommands: [],
    ports,
    exchanges: [],
    routes,
    shares: installation.shares,
    seen: [
      `${what} server, started by \`${start}\`${declaredIn === void 0 ? "" : `, as ${declaredIn} does`}`
    ],
    warnings: installation.warnings
  }));
}
function commandOf({ command, variables = "", words }, { python }) {
  const program = command === void 0 ? python : python.replace(/python$/, command);
  return [variables, program, words].filter((part) => part !== "").join(" ").trim();
}

// src/runtimes/python/init/onboarding.ts
var setupPython = "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0";
var onboarding = {
  manifests: [
    "pyproject.toml",
    "requirements.txt",
    "manage.py",
    "setup.py",
    "Pipfile",
    "requirements-dev.txt",
    "requirements/base.txt",
    "requirements/dev.txt",
    "requirements/local.txt",
    "requirements/production.txt",
    "tox.ini",
    "pytest.ini"
  ],
  standalone: ["main.py", "app.py", "server.py"],
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
