import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  runtimes
} from "./chunk-RAJXZSMR.mjs";
import "./chunk-BWWQ237C.mjs";
import "./chunk-4HIZY6EU.mjs";
import "./chunk-S35DHJLG.mjs";
import "./chunk-KK2KOY2Q.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-D2MEEUNO.mjs";
import {
  openRepository
} from "./chunk-CIN3FQWY.mjs";
import {
  defaultFiles
} from "./chunk-CHK6VMMB.mjs";
import {
  git,
  runGit
} from "./chunk-DHZHNOYE.mjs";
import "./chunk-VVR75IK4.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import "./chunk-ZDWZW4UO.mjs";
import {
  anyOf,
  runtimeNames,
  runtimeTitles
} from "./chunk-WZFBWZ7I.mjs";
import "./chunk-TAZMSTTI.mjs";
import {
  require_dist
} from "./chunk-47TOMWEZ.mjs";
import "./chunk-ETTWXARN.mjs";
import {
  ConfigError,
  UserError
} from "./chunk-K5E42S7M.mjs";
import {
  __toESM
} from "./chunk-MUV4FIWC.mjs";

// src/init/init.ts
import { lstat, mkdir, writeFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";

// src/init/config-text.ts
var import_yaml = __toESM(require_dist(), 1);
import { posix } from "node:path";

// src/init/driver.ts
var requests = 200;
var shellDriver = { ending: "sh", command: "bash", text: script };
var heading = (left) => [
  `One round for leakdiff: every path below, ${requests} times. Written by leakdiff init; yours to edit.`,
  ...left.length > 0 ? ["Not asked for:"] : [],
  ...left.map((route) => `  ${route}`)
];
function script({ address, heading: heading2, paths, requests: requests2 }) {
  const port = address.kind === "fixed" ? String(address.port) : "$PORT";
  return `#!/usr/bin/env bash
${heading2.map((line) => `# ${line}`).join("\n")}
set -euo pipefail
paths='
${paths.join("\n")}
'
for path in $paths; do
  for _ in {1..${requests2}}; do
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

// src/init/config-text.ts
function named(all) {
  const taken = /* @__PURE__ */ new Set();
  return all.map((recognised) => {
    const several = all.some((other) => other.folder !== recognised.folder);
    const prefix = several && recognised.folder !== "" ? `${wordOf(recognised.folder)}-` : "";
    const name = free(`${prefix}${recognised.kind}`, taken);
    taken.add(name);
    const { ending: ending2 } = driverOf(recognised);
    const driver = recognised.kind === "server" ? `.github/leakdiff/${name}.${ending2}` : null;
    return { name, recognised, several, driver };
  });
}
var driverOf = ({ onboarding }) => onboarding.driver ?? shellDriver;
var wordOf = (folder) => posix.basename(folder).replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[.-]+/, "") || "project";
function free(name, taken) {
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name}-${i}`;
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
  const run = driverOf(server).command;
  const script2 = root === "" ? driver : `"${root}${driver}"`;
  const ready = address.kind === "environment" ? ["ready: 127.0.0.1:$PORT", "started once it listens there; leakdiff chooses PORT"] : [
    `ready: 127.0.0.1:${address.port}`,
    `started once it listens there: the port that ${address.file} names`
  ];
  return [
    ...setupLines(setup),
    [`start: ${yaml(start)}`, "the long-lived program"],
    ready,
    [`round: ${yaml(`${run} ${script2}`)}`, "gives it work; exit 0 = the round was done"],
    [`operations: ${requests}`, `in a round: ${requests} requests to each path`]
  ];
}
var setupLines = (setup) => setup === null ? [] : [[`setup: ${yaml(setup)}`, "builds one revision, once"]];
var testLines = ({ setup, test }) => [
  ...setupLines(setup),
  [`test: ${yaml(test)}`, "tests as they are, repeated as rounds in one process"]
];
var yaml = (text) => (0, import_yaml.stringify)(text, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();

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

// src/init/tree.ts
import { readFileSync, statSync } from "node:fs";
import { join, posix as posix2 } from "node:path";
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
var examples = ["example", "examples", "fixtures", "third_party"];
function ownTree(tree, foreign) {
  const left = /* @__PURE__ */ new Set([...examples, ...foreign]);
  const isOwn = (file) => !posix2.dirname(file).split("/").some((folder) => left.has(folder));
  return { ...tree, files: tree.files.filter(isOwn) };
}
function foldersWith(tree, names) {
  const manifests = tree.files.filter((file) => names.includes(posix2.basename(file)));
  return [...new Set(manifests.map((file) => posix2.dirname(file)))].map(
    (folder) => folder === "." ? "" : folder
  );
}
function subtree(tree, folder, others) {
  const prefix = folder === "" ? "" : `${folder}/`;
  const inner = others.filter((other) => other !== folder && other.startsWith(prefix)).map((o) => `${o}/`);
  const files = tree.files.filter(
    (file) => file.startsWith(prefix) && !inner.some((other) => file.startsWith(other))
  );
  return {
    files: files.map((file) => file.slice(prefix.length)),
    read: (file) => tree.read(`${prefix}${file}`)
  };
}

// src/init/recognise.ts
async function onboardings() {
  const all = Object.values(runtimes);
  return new Map(await Promise.all(all.map(async (one) => [one.name, await one.onboarding()])));
}
function recognise(tree, known) {
  const own = ownTree(
    tree,
    [...known.values()].flatMap(({ foreign }) => foreign)
  );
  const found = [...known].flatMap(([runtime, onboarding]) => {
    const folders = foldersWith(own, onboarding.manifests);
    return folders.flatMap((folder) => {
      const candidates = onboarding.recognise(subtree(own, folder, folders));
      return toldOnce(candidates.flatMap((one) => planned(one, { runtime, onboarding, folder })));
    });
  });
  return found.sort((a, b) => depth(a.folder) - depth(b.folder) || (a.folder < b.folder ? -1 : 1));
}
function planned(candidate, common) {
  if (candidate.kind === "tests") return [{ ...common, ...candidate }];
  const routes = plan(candidate.routes);
  return routes.asked.length === 0 ? [] : [{ ...common, ...candidate, routes }];
}
function toldOnce(all) {
  const [first, ...others] = all;
  if (first === void 0) return [];
  const more = others.map((one) => ({
    ...one,
    warnings: one.warnings.filter((text) => !first.warnings.includes(text))
  }));
  return [first, ...more];
}
var depth = (folder) => folder === "" ? 0 : folder.split("/").length;

// src/init/workflow-text.ts
var checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
function workflowText(all, tree, source) {
  const steps = toolchainSteps(all, tree).map((line) => `      ${line}`);
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
      - uses: ${checkout}
        with:
          persist-credentials: false # the program under test never sees the token
${steps.join("\n")}
      - uses: ${source.repository}@${source.commit} # v${source.version}
`;
}
function toolchainSteps(all, tree) {
  return runtimeNames.flatMap((name) => {
    const [first, ...others] = all.filter(({ runtime }) => runtime === name);
    if (first === void 0) return [];
    const project = ({ folder, setup }) => ({ folder, setup });
    return first.onboarding.workflowSteps(tree, [project(first), ...others.map(project)]);
  });
}

// src/init/init.ts
var workflow = ".github/workflows/leakdiff.yml";
async function initialise(repository, source) {
  const tree = await treeOf(repository);
  const known = await onboardings();
  const workloads = named(recognise(tree, known));
  if (workloads.length === 0) throw nothing(repository, known);
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
function driverText(server) {
  const { address, routes } = server;
  return driverOf(server).text({ heading: heading(routes.left), address, paths: routes.asked, requests });
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
function nothing({ root }, known) {
  const all = [...known.values()].map(({ looksFor }) => looksFor);
  const servers = anyOf(all.map(({ server }) => server));
  const tests = all.map(({ tests: one }) => one).join(", and ");
  return new UserError(
    `leakdiff recognises no ${anyOf(runtimeTitles)} server and no tests in ${root}`,
    `Looked for: ${servers} whose program listens and has routes written as text (GET "/ping"), ${tests}. Write .github/leakdiff.yml by hand: start and round, or test, or run; \`leakdiff run --help\` tells each key.`
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
  out(`${[...sections.flat(), "", next, "", "  leakdiff run", ""].join("\n")}`);
  return 0;
}
var recognisedLine = ({ name, recognised }) => {
  const where = recognised.folder === "" ? "" : `${recognised.folder}: `;
  const routes = recognised.kind === "server" ? `; ${count(recognised.routes.asked, "path")} to ask for, ${count(recognised.routes.left, "route")} left out` : "";
  return `recognised  ${name}: ${where}${recognised.seen.join("; ")}${routes}`;
};
var count = (all, what) => `${all.length} ${what}${all.length === 1 ? "" : "s"}`;
function warningsOf(workloads) {
  return workloads.flatMap(({ name, recognised }) => {
    const fixed = recognised.kind === "server" && recognised.address.kind === "fixed" ? [
      `${recognised.address.file} names port ${recognised.address.port}: nothing else may listen there while leakdiff runs. Take PORT from the environment, and leakdiff chooses a free one.`
    ] : [];
    return [...recognised.warnings, ...fixed].map((text) => `${name}: ${text}`);
  });
}
var unknownSource = "not written  .github/workflows/leakdiff.yml: this copy of leakdiff does not tell which commit of which repository it is. Say it: --action OWNER/NAME@SHA";
export {
  initCommand
};
