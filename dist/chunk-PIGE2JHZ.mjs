import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  confirmFactor,
  defaultFloors,
  excessOf,
  findingShare,
  fixedShare,
  growthOf,
  outcomeOf,
  plainExcessOf,
  recogniseRuntime,
  runtimes,
  shapeOf,
  smallestVisible,
  stays
} from "./chunk-6PGW3NJ4.mjs";
import {
  createSiteTable,
  readTrial,
  writeTrial
} from "./chunk-K5YJIIKY.mjs";
import {
  quantities
} from "./chunk-XRGHWONV.mjs";
import {
  workloadHash
} from "./chunk-7ZYAI5EC.mjs";
import {
  workloadKeys
} from "./chunk-L6CBNR6R.mjs";
import {
  closeFolder,
  openFolder,
  ownsWorktreesOf,
  sweep
} from "./chunk-G5KNRJGF.mjs";
import {
  didYouMean
} from "./chunk-VU2LTKMN.mjs";
import {
  askGit,
  git,
  gitLines
} from "./chunk-YP36PRDE.mjs";
import {
  buildResult,
  workloadResult
} from "./chunk-2LHJRCZ5.mjs";
import {
  budgetKeys
} from "./chunk-VFIJF76T.mjs";
import {
  version
} from "./chunk-KVCXQRUY.mjs";
import {
  ConfigError,
  FormatError,
  InconclusiveError,
  UserError
} from "./chunk-RVF3GSDA.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

// src/pipeline.ts
import { join as join13 } from "node:path";

// src/checkout/changes.ts
var comparison = [
  "--find-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules",
  "--no-color"
];
async function changesBetween(repository, base, head) {
  const names = await git(repository, ["diff", ...comparison, "--name-status", "-z", base, head]);
  const files = filesOf(names.split("\0"));
  const hunks = await hunksOf(repository, base, head);
  return files.flatMap(
    ({ deleted, path, oldPath }, index) => deleted ? [] : [{ path, oldPath, ...hunks[index] ?? noHunks() }]
  );
}
function filesOf(fields) {
  const files = [];
  for (let at2 = 0; at2 + 1 < fields.length; ) {
    const [status = "", first = "", second = ""] = fields.slice(at2, at2 + 3);
    const moved = /^[RC]/.test(status);
    at2 += moved ? 3 : 2;
    if (moved) files.push({ path: second, oldPath: first, deleted: false });
    else if (status === "A") files.push({ path: first, oldPath: null, deleted: false });
    else if (status === "T") files.push(...retyped(first));
    else files.push({ path: first, oldPath: first, deleted: status === "D" });
  }
  return files;
}
function retyped(path) {
  return [
    { path, oldPath: path, deleted: true },
    { path, oldPath: path, deleted: false }
  ];
}
var noHunks = () => ({ added: [], removedAfter: [], removed: [] });
async function hunksOf(repository, base, head) {
  const patch = ["diff", ...comparison, "--patch", "--unified=0", "--inter-hunk-context=0", base, head];
  const sections = [];
  for await (const line of gitLines(repository, patch)) {
    if (line.startsWith("diff --git ")) sections.push(noHunks());
    else if (line.startsWith("@@ ")) addHunk(sections.at(-1), line);
    else if (line.startsWith("-")) addRemoved(sections.at(-1), line);
  }
  return sections;
}
function addHunk(section, line) {
  const [, gone = "1", from, count = "1"] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
  if (section === void 0 || from === void 0) return;
  if (count === "0") section.removedAfter.push(Number(from));
  if (count === "0" && gone === "1") section.removed.push({ after: Number(from), text: "" });
  if (count !== "0") section.added.push([Number(from), Number(from) + Number(count) - 1]);
}
var longestText = 100;
function addRemoved(section, line) {
  const last = section?.removed.at(-1);
  const text = line.slice(1).trim();
  if (last?.text === "" && last.after === section?.removedAfter.at(-1) && text.length <= longestText)
    last.text = text;
}

// src/checkout/worktree.ts
import { lstat as lstat2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/checkout/driver.ts
import { cp, lstat, mkdir, readdir, realpath, rm } from "node:fs/promises";
import { dirname, join, posix, sep } from "node:path";
async function requireDriver(head, driver) {
  for (const path of driver) {
    if (!await holds(head, path)) throw await missing(head, "driver", path);
  }
}
async function copyDriver(head, base, driver) {
  await requireDriver(head, driver);
  for (const path of driver) {
    const target = join(base.directory, path);
    await makeParents(base.directory, path);
    await rm(target, { recursive: true, force: true });
    await cp(join(head.directory, path), target, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true
    });
  }
}
async function missing(head, key, path) {
  const parent = posix.dirname(path);
  const siblings = await readdir(join(head.directory, parent)).catch(() => []);
  const names = siblings.map((name) => posix.join(parent, name));
  return new ConfigError(
    `\`${key}\`: head ${head.sha.slice(0, 7)} has no ${path}${didYouMean(path, names)}`,
    "Correct the path, which is taken from the root of the repository, or commit it: ignored files are not a part of it."
  );
}
async function holds({ directory }, path) {
  const [root, parent] = await Promise.all([
    realpath(directory),
    realpath(join(directory, dirname(path))).catch(() => null)
  ]);
  if (parent === null || parent !== root && !parent.startsWith(root + sep)) return false;
  return await lstat(join(directory, path)).then(
    () => true,
    () => false
  );
}
async function makeParents(root, path) {
  let folder = root;
  for (const name of posix.dirname(path).split("/").filter((part) => part !== ".")) {
    folder = join(folder, name);
    const stats = await lstat(folder).catch(() => null);
    if (stats !== null && !stats.isDirectory()) await rm(folder, { force: true });
    await mkdir(folder, { recursive: true });
  }
}

// src/checkout/worktree.ts
async function checkOut(repository, commits, options) {
  const common2 = await git(repository, ["rev-parse", "--path-format=absolute", "--git-common-dir"]);
  for (const problem of sweep(common2)) options.warn?.(problem);
  const folder = await openFolder();
  const release2 = async () => {
    const problem = await closeFolder(folder);
    if (problem !== null) options.warn?.(problem);
  };
  try {
    ownsWorktreesOf(folder, common2);
    return { ...await fill(folder, repository, commits, options), folder, [Symbol.asyncDispose]: release2 };
  } catch (error) {
    await release2();
    throw error;
  }
}
async function fill(folder, repository, commits, { workloads }) {
  const driver = [...new Set(workloads.flatMap((workload) => workload.driver))];
  const head = await addWorktree(repository, folder, "head", commits.head);
  await requireDirectories(head, workloads);
  await requireDriver(head, driver);
  const base = commits.base === null ? null : await addWorktree(repository, folder, "base", commits.base);
  if (base !== null) await copyDriver(head, base, driver);
  return { base, head, notes: await submodules(head) };
}
async function addWorktree(repository, folder, side, commit) {
  const directory = join2(folder, side);
  await git(repository, ["worktree", "add", "--quiet", "--detach", directory, commit.sha]);
  return { ...commit, side, directory };
}
async function requireDirectories(head, workloads) {
  for (const { directory } of workloads) {
    if (!await containsDirectory(head, directory)) throw await missing(head, "directory", directory);
  }
}
async function containsDirectory(revision, directory) {
  const tree = directory === "." ? "" : directory;
  const worktree = { root: revision.directory, trusted: true };
  return await askGit(worktree, ["cat-file", "-t", `${revision.sha}:${tree}`], [128]) === "tree";
}
async function submodules(head) {
  const stats = await lstat2(join2(head.directory, ".gitmodules")).catch(() => null);
  if (stats === null) return [];
  const text = "The repository has submodules; they are empty in both revisions unless `setup` fetches them.";
  return [{ code: "submodules", text }];
}

// src/diff/compare.ts
function compare(base, head) {
  const totals = /* @__PURE__ */ new Map();
  const sites = /* @__PURE__ */ new Map();
  for (const trial of [...head, ...base]) {
    collectTotals(trial, totals);
    collectSites(trial, sites);
  }
  const first = head[0] ?? base[0];
  return {
    workload: first?.workload ?? "",
    roles: first?.roles ?? [],
    totals: [...totals.values()],
    sites: [...sites.values()]
  };
}
function collectTotals(trial, totals) {
  for (const [index, role] of trial.roles.entries()) {
    const measured = new Set(
      trial.rounds.flatMap((r) => r.totals.filter((t) => t.role === index).map((t) => t.quantity))
    );
    for (const quantity of measured) {
      const valueIn = (snapshot) => snapshot.totals.find((t) => t.role === index && t.quantity === quantity)?.value ?? null;
      const growth = trialGrowth(trial, valueIn);
      if (growth === null) continue;
      const key = `${role.name}\0${quantity}`;
      const { name, started } = role;
      const diff = totals.get(key) ?? {
        role: name,
        started,
        quantity,
        unit: quantities[quantity],
        base: [],
        head: []
      };
      diff[trial.side].push(growth);
      totals.set(key, diff);
    }
  }
}
function collectSites(trial, sites) {
  const rounds = trial.rounds.map((round) => new Map(round.sites));
  const drained = trial.drained && new Map(trial.drained.sites);
  const rested = trial.rested ? new Map(trial.rested.sites) : null;
  for (const [index, site] of trial.sites.entries()) {
    const series = rounds.map((values) => values.get(index) ?? 0);
    const diff = siteDiff(trial, site, sites);
    diff[trial.side].push({
      number: trial.number,
      stage: trial.stage,
      series,
      growth: growthOf(series),
      left: drained && (drained.get(index) ?? 0) - (series[0] ?? 0),
      rest: rested && restOf(trial, (rested.get(index) ?? 0) - (series.at(-1) ?? 0))
    });
  }
}
function siteDiff(trial, site, sites) {
  const stack = site.stack.map((i) => trial.frames[i]).filter((f) => f !== void 0);
  const role = trial.roles[site.role]?.name ?? "";
  const names = stack.map((f) => f.site);
  const key = [role, site.quantity, ...names].join("\0");
  const known = sites.get(key);
  const tasks = site.tasks ?? null;
  const unit = quantities[site.quantity];
  if (known === void 0) {
    const created = { role, quantity: site.quantity, unit, names, stack, tasks, base: [], head: [] };
    sites.set(key, created);
    return created;
  }
  if (known.tasks !== null || tasks === null || known.head.length > 0 && trial.side === "base") return known;
  const filled = { ...known, tasks };
  sites.set(key, filled);
  return filled;
}
function trialGrowth(trial, valueIn) {
  const values = trial.rounds.map(valueIn);
  const series = values.filter((v) => v !== null);
  if (series.length < values.length) return null;
  const last = trial.drained && valueIn(trial.drained);
  const rested = trial.rested ? valueIn(trial.rested) : null;
  return {
    number: trial.number,
    stage: trial.stage,
    series,
    growth: growthOf(series),
    left: last === null ? null : last - (series[0] ?? last),
    rest: rested === null ? null : restOf(trial, rested - (series.at(-1) ?? rested))
  };
}
function restOf({ rounds, rested }, added) {
  const first = rounds[0]?.elapsed;
  const last = rounds.at(-1)?.elapsed;
  if (first === void 0 || last === void 0 || !rested || rested.elapsed <= last) return null;
  const perMillisecond = Math.max(0, added) / (rested.elapsed - last);
  const round = (last - first) / Math.max(1, rounds.length - 1);
  return { perRound: perMillisecond * round, perSecond: perMillisecond * 1e3 };
}

// src/explain/changed-lines.ts
function changedLines(changes) {
  const byPath = new Map(changes.map((change) => [change.path, change.added]));
  return (frame) => {
    const path = pathOf(frame);
    return path !== null && (byPath.get(path) ?? []).some(([from, to]) => frame.line >= from && frame.line <= to);
  };
}
var closeBy = 15;
function nearestChange(changes, frame) {
  const change = changes.find(({ path }) => path === pathOf(frame));
  if (change === void 0 || frame.line === 0) return null;
  const text = (after) => change.removed?.find((one) => one.after === after)?.text ?? "";
  const near = [
    ...change.added.map(([from, to]) => ({
      line: Math.min(Math.max(frame.line, from), to),
      why: "near"
    })),
    ...change.removedAfter.map((after) => ({
      line: Math.max(1, after),
      why: "removed",
      ...text(after) === "" ? {} : { text: text(after) }
    }))
  ];
  const distance = ({ line }) => Math.abs(line - frame.line);
  const [nearest] = near.toSorted((a, b) => distance(a) - distance(b));
  return nearest !== void 0 && distance(nearest) <= closeBy ? nearest : null;
}
function pathOf({ location }) {
  return location.origin === "runtime" ? null : location.path;
}

// src/explain/dependency-lines.ts
import { readFile } from "node:fs/promises";
import { basename, join as join3 } from "node:path";
var readers = {
  "go.mod": moduleLine,
  "go.work": moduleLine,
  "package.json": manifestLine,
  "package-lock.json": lockLine,
  "npm-shrinkwrap.json": lockLine,
  "modules.txt": vendoredLine,
  "go.sum": sumLine
};
var mostCharacters = 32 * 2 ** 20;
async function dependencyLines(changes, head) {
  const found = await Promise.all(changes.map((change) => linesOf(change, head)));
  const order = Object.keys(readers);
  const rank = ({ file }) => order.indexOf(basename(file));
  return found.flat().toSorted((a, b) => rank(a) - rank(b));
}
async function linesOf({ path, added }, head) {
  const read = Object.hasOwn(readers, basename(path)) ? readers[basename(path)] : void 0;
  if (read === void 0 || /(?:^|\/)node_modules\//.test(path)) return [];
  const text = await readFile(join3(head, path), "utf8").catch(() => "");
  if (text.length > mostCharacters) return [];
  const lines = text.split("\n");
  return added.flatMap(
    ([from, to]) => lines.slice(from - 1, to).flatMap(
      (_, offset) => read(lines, from - 1 + offset).map((named) => ({ file: path, line: from + offset, ...named }))
    )
  );
}
function moduleLine(lines, index) {
  const words = (lines[index] ?? "").replace(/\/\/.*$/, "").trim().split(/\s+/).map(unquoted);
  const rest = /^(?:require|replace|use)$/.test(words[0] ?? "") ? words.slice(1) : words;
  const arrow = rest.indexOf("=>");
  const named = (part) => {
    const [name = "", version2 = null] = part;
    return name === "" || /^[.(/)]/.test(name) ? [] : [{ package: name, version: version2 }];
  };
  if (arrow < 0) return /^v\d/.test(rest[1] ?? "") ? named(rest) : [];
  const target = rest.slice(arrow + 1);
  const taken = target[1] ?? null;
  return [...named([rest[0] ?? "", ...taken === null ? [] : [taken]]), ...named(target)];
}
function vendoredLine(lines, index) {
  const [, name, version2] = /^# (\S+) (v\S+)/.exec(lines[index] ?? "") ?? [];
  return name === void 0 || version2 === void 0 ? [] : [{ package: name, version: version2 }];
}
function sumLine(lines, index) {
  const [, name, version2] = /^(\S+) (v[^\s/]+) h1:/.exec(lines[index] ?? "") ?? [];
  return name === void 0 || version2 === void 0 ? [] : [{ package: name, version: version2 }];
}
function manifestLine(lines, index) {
  const [, name, version2] = /^\s+"([^"]+)":\s*"([^"]+)",?\s*$/.exec(lines[index] ?? "") ?? [];
  if (name === void 0 || version2 === void 0) return [];
  const block = enclosing(lines, index);
  return /[dD]ependencies$|^overrides$|^resolutions$/.test(block ?? "") ? [{ package: name, version: version2 }] : [];
}
function lockLine(lines, index) {
  const version2 = /^\s+"version":\s*"([^"]+)"/.exec(lines[index] ?? "")?.[1];
  const block = version2 === void 0 ? null : enclosing(lines, index);
  const name = block?.slice(block.lastIndexOf("node_modules/")).replace("node_modules/", "");
  return version2 === void 0 || !name ? [] : [{ package: name, version: version2 }];
}
function enclosing(lines, index) {
  const depth = (line) => line.length - line.trimStart().length;
  const own = depth(lines[index] ?? "");
  for (let at2 = index - 1; at2 >= 0; at2--) {
    const line = lines[at2] ?? "";
    if (line.trim() !== "" && depth(line) < own) return /^\s*"([^"]*)":\s*\{\s*$/.exec(line)?.[1] ?? null;
  }
  return null;
}
var unquoted = (word) => word.replace(/^["`]|["`]$/g, "");
function lineOf(lines, taken) {
  const covers2 = ({ package: name }) => taken.package === name || taken.package.startsWith(`${name}/`);
  const speaks = ({ file, version: version2 }) => basename(file) !== "go.sum" || version2 === taken.version;
  return lines.find((line) => covers2(line) && speaks(line)) ?? null;
}

// src/explain/blame.ts
function changedLinesOf(pull, finding, holders) {
  const frames = framesOf(finding, holders);
  const exact = frames.filter(pull.changed).flatMap((frame) => at(frame, { line: frame.line, why: "stack" }));
  const certain = [...written(pull, exact), ...dependencyOf(pull, frames)];
  if (certain.length > 0) return unique(certain);
  const near = frames.flatMap((frame) => at(frame, nearestChange(pull.changes, frame)));
  return unique(written(pull, near)).slice(0, 1);
}
function framesOf({ culprit, site }, holders) {
  const creators = (site?.tasks?.creators ?? []).map((creator) => creator.frame);
  const stack = site?.stack.toReversed() ?? [];
  return [...culprit === null ? [] : [culprit], ...stack, ...creators, ...holders];
}
function at(frame, change) {
  const file = pathOf(frame);
  return file === null || change === null ? [] : [{ file, ...change }];
}
function dependencyOf({ dependencies }, frames) {
  for (const { location } of frames) {
    const line = location.origin === "dependency" ? lineOf(dependencies, location) : null;
    if (line !== null) return [{ ...line, why: "dependency" }];
  }
  return [];
}
var written = ({ generated }, lines) => lines.toSorted((a, b) => Number(generated.has(a.file)) - Number(generated.has(b.file)));
function unique(lines) {
  return [
    ...new Map(lines.map((line) => [`${line.file}\0${line.line}`, line]).reverse()).values()
  ].reverse();
}

// src/explain/fork.ts
function forksOf(role) {
  const growth = heapGrowth(role);
  const total = growth.reduce((sum2, { value }) => sum2 + value, 0);
  const lives = steadyPaths(role);
  const candidates = stayingGroups(role).flatMap(({ names, tasks }) => {
    const meets = growth.flatMap((grown2) => {
      const fork = deepest(tasks, grown2.path);
      return fork.length === 0 || isLife(lives, fork) ? [] : [{ ...grown2, fork }];
    });
    return meets.length === 0 ? [] : [{ names, meets }];
  });
  return shared(candidates, total);
}
var namesOf = (stack) => stack.map((frame) => frame.site).join("\0");
function shared(candidates, total) {
  const forks = candidates.map(({ names, meets }) => ({ names, ...main(meets), through: throughOf(meets) }));
  const taken = /* @__PURE__ */ new Map();
  const found = /* @__PURE__ */ new Map();
  for (const { names, fork, below, through } of forks.toSorted((a, b) => b.fork.length - a.fork.length)) {
    const frame = fork.at(-1);
    if (frame === void 0) continue;
    const free = below.filter(({ path }) => (taken.get(keyOf(path)) ?? fork.length) <= fork.length);
    for (const { path } of free) taken.set(keyOf(path), fork.length);
    const share = free.reduce((sum2, { value }) => sum2 + value, 0) / total;
    if (share >= leastShare)
      found.set(names, { frame, depth: fork.length, share: Math.min(1, share), through });
  }
  return found;
}
var throughOf = (meets) => [
  ...new Set(
    meets.toSorted((a, b) => b.value - a.value).flatMap(({ through }) => through === null ? [] : [through])
  )
];
function libraryCall(stack) {
  const own = stack.findLastIndex((frame) => frame.location.origin !== "runtime");
  return own < 0 ? null : stack[own + 1]?.function ?? null;
}
var leastShare = 0.1;
var most = 0.5;
function main(meets) {
  const all = meets.reduce((sum2, { value }) => sum2 + value, 0);
  const forks = [...new Map(meets.map((meet) => [keyOf(meet.fork), meet.fork])).values()];
  const sized = forks.map((fork) => {
    const below = meets.filter((meet) => startsWith(meet.fork, fork));
    return { fork, below, value: below.reduce((sum2, { value }) => sum2 + value, 0) };
  });
  const weighty2 = sized.filter(({ value }) => value >= most * all);
  const [best] = weighty2.toSorted((a, b) => b.fork.length - a.fork.length || b.value - a.value);
  return best ?? { fork: [], below: [] };
}
function deepest(tasks, path) {
  let longest = 0;
  for (const task of tasks) {
    for (const other of [task.stack, ...task.ancestry])
      longest = Math.max(longest, sharedLength(path, codeOf(other)));
  }
  return path.slice(0, longest);
}
var slack = 2;
function sharedLength(path, other) {
  let length = 0;
  let from = 0;
  for (const [index, { site }] of path.entries()) {
    const found = other.slice(from, from + slack + 1).findIndex((frame) => frame.site === site);
    if (found >= 0) {
      length = index + 1;
      from += found + 1;
    } else if (index - length >= slack) break;
  }
  return length;
}
function stayingGroups({ before, after }) {
  const was = groupsOf(before.tasks);
  return [...groupsOf(after.tasks)].flatMap(([names, tasks]) => {
    const now = idsOf(tasks);
    const then = idsOf(was.get(names) ?? []);
    const stayed2 = [...then].filter((id) => now.has(id)).length;
    return now.size > then.size && stayed2 > then.size / 2 ? [{ names, tasks }] : [];
  });
}
function groupsOf(tasks) {
  const groups = /* @__PURE__ */ new Map();
  for (const task of tasks) {
    const names = namesOf(task.stack);
    const group = groups.get(names);
    if (group === void 0) groups.set(names, [task]);
    else group.push(task);
  }
  return groups;
}
var idsOf = (tasks) => new Set(tasks.flatMap((t) => t.ids));
function steadyPaths(role) {
  const was = groupsOf(role.before.tasks);
  const grown2 = new Set(stayingGroups(role).map((group) => group.names));
  return role.after.tasks.flatMap((task) => {
    const names = namesOf(task.stack);
    return was.has(names) && !grown2.has(names) ? [codeOf(task.stack)] : [];
  });
}
var isLife = (lives, fork) => lives.some((life) => startsWith(life, fork));
var startsWith = (path, beginning2) => beginning2.length <= path.length && beginning2.every((frame, index) => frame.site === path[index]?.site);
function heapGrowth({ before, after, period }) {
  const grown2 = /* @__PURE__ */ new Map();
  const add = ({ stack, value }, sign) => {
    const path = codeOf(stack);
    const through = libraryCall(stack);
    const key = `${keyOf(path)}\0${through}`;
    const known = grown2.get(key);
    if (known === void 0) grown2.set(key, { path, value: sign * value, through });
    else known.value += sign * value;
  };
  for (const sample of before.heap) add(sample, -1);
  for (const sample of after.heap) add(sample, 1);
  return [...grown2.values()].filter(({ value }) => value > 2 * period);
}
var codeOf = (stack) => stack.filter((frame) => frame.location.origin !== "runtime");
var keyOf = namesOf;

// src/explain/generated.ts
import { open } from "node:fs/promises";
import { join as join4 } from "node:path";
var marks = /^\/\/ Code generated .* DO NOT EDIT\.\r?$|^(?:\/\/|\/?\*+|#) *@generated\b/m;
var beginning = 4096;
async function generatedFiles(changes, head) {
  const found = /* @__PURE__ */ new Set();
  for (const { path } of changes) {
    if (/\.(?:go|[cm]?[jt]sx?)$/.test(path) && marks.test(await beginningOf(join4(head, path))))
      found.add(path);
  }
  return found;
}
async function beginningOf(path) {
  const file = await open(path).catch(() => null);
  if (file === null) return "";
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning), 0, beginning, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } catch {
    return "";
  } finally {
    await file.close();
  }
}

// src/explain/explain.ts
async function explainer({ look, changes, head }) {
  const changed = changedLines(changes);
  const pull = {
    changes,
    changed,
    dependencies: await dependencyLines(changes, head),
    generated: await generatedFiles(changes, head)
  };
  const roles = new Map((look?.roles ?? []).map((role) => [role.name, { role, forks: forksOf(role) }]));
  return {
    changed,
    explain: (finding) => {
      const tasks = finding.quantity === "tasks" && finding.site !== null ? namesOf(finding.site.stack) : "";
      const seen = roles.get(finding.role);
      const fork = seen?.forks.get(tasks) ?? null;
      const startedBy = seen === void 0 ? null : starterOf(seen.role, tasks);
      const held = fork && { findingId: null, path: fork.frame.function, share: fork.share };
      const made = held === null ? [] : [{ ...held, why: "made by the same operation" }];
      return {
        holders: [...retained(finding, seen?.role.retainers ?? []), ...made],
        changedLines: changedLinesOf(pull, finding, [
          ...startedBy === null ? [] : [startedBy],
          ...fork === null ? [] : [fork.frame]
        ]),
        startedBy,
        through: fork?.through ?? librariesOf(finding)
      };
    }
  };
}
var leastHeld = 0.25;
function retained({ ruling, quantity }, retainers) {
  if (ruling !== "leak" && ruling !== "worse") return [];
  if (!/^(?:tasks|heap-.*|external-bytes)$/.test(quantity)) return [];
  return retainers.filter(({ share }) => share >= leastHeld).map(({ path, share }) => ({ findingId: null, path, share, why: "holds" }));
}
function starterOf({ after }, names) {
  if (names === "") return null;
  const own = after.tasks.filter(({ stack }) => namesOf(stack) === names);
  if (own.some(({ stack }) => stack.some(({ location }) => location.origin !== "runtime"))) return null;
  const inner = own.flatMap(({ ancestry }) => ancestry.flatMap((stack) => stack.toReversed()));
  return inner.find(({ location }) => location.origin === "project") ?? null;
}
var librariesOf = ({ kin = [], quantity, site }) => quantity === "tasks" ? [] : [...new Set([site?.stack ?? [], ...kin].flatMap((stack) => libraryCall(stack) ?? []))];

// src/judge/budget-notes.ts
function budgetNotes(totals, budgets) {
  return Object.keys(budgetKeys).flatMap((key) => {
    const budget = budgets[key];
    if (typeof budget !== "number" || String(budget) === defaultOf(key)) return [];
    const coarse = totals.filter((t) => t.diff.quantity === budgetKeys[key] && t.smallestVisible > budget);
    const most2 = Math.max(0, ...coarse.map((t) => t.smallestVisible));
    if (most2 === 0) return [];
    const { unit } = coarse[0]?.diff ?? { unit: "" };
    const text = `\`budgets.${key}\` accepts ${budget} ${unit} a round, but this run could only see growth from ${Math.ceil(most2)} ${unit} a round on: more operations a round make it finer.`;
    return [{ code: "budget-below-visible", text }];
  });
}
var defaultOf = (key) => workloadKeys.find((known) => known.key === `budgets-${key}`)?.default;

// src/judge/groups.ts
function naming(comparison2, taskStack) {
  const running = (site) => site.quantity === "tasks" && taskStack === "running";
  return { comparison: comparison2, culpritOf: (site) => running(site) ? outermost(site) : innermost(site) };
}
var moreThanBase = {
  grown: (site) => plainSlope(site.head) - plainSlope(site.base),
  stays: (site) => stayed(site.head)
};
var onBase = { grown: (site) => plainSlope(site.base), stays: (site) => stayed(site.base) };
function growingGroups({ comparison: comparison2, culpritOf }, { role, quantity, measure }) {
  const wanted = comparison2.sites.filter(
    (s) => s.role === role && s.quantity === quantity && measure.stays(s)
  );
  const groups = groupBy(wanted, (site) => identity(site, culpritOf(site))).map((sites) => {
    const ordered = sites.toSorted((a, b) => measure.grown(b) - measure.grown(a));
    const culprit = ordered[0] === void 0 ? null : culpritOf(ordered[0]);
    return { culprit, sites: ordered, grown: ordered.reduce((sum2, site) => sum2 + measure.grown(site), 0) };
  });
  return groups.filter((group) => group.grown > 0).sort((a, b) => Number(isRuntime(a.culprit)) - Number(isRuntime(b.culprit)) || b.grown - a.grown);
}
function identity(site, culprit) {
  return site.quantity === "tasks" || culprit === null ? site.names.join("\0") : culprit.site;
}
var newest = (trials) => trials.at(-1) ?? null;
var plainSlope = (trials) => newest(trials)?.growth.plain ?? 0;
var stayed = (trials) => {
  const trial = newest(trials);
  return trial !== null && stays(trial);
};
var isRuntime = (frame) => frame === null || frame.location.origin === "runtime";
function outermost(site) {
  return site.stack.find((frame) => !isRuntime(frame)) ?? site.stack[0] ?? null;
}
function innermost(site) {
  return site.stack.findLast((frame) => !isRuntime(frame)) ?? site.stack.at(-1) ?? null;
}
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === void 0) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// src/judge/waivers.ts
function byDay(waivers, today) {
  const holds2 = (waiver) => today <= waiver.expires;
  return { active: waivers.filter(holds2), expired: waivers.filter((waiver) => !holds2(waiver)) };
}
function waive(names, total, waivers) {
  if (waivers.length === 0 || !["red", "between", "suspected"].includes(total.standing)) return total;
  const fitting = waivers.filter((waiver) => fits(waiver, total.diff.quantity));
  const rows2 = rowsOf(names, total);
  const covering = rows2.length === 0 ? [fitting.find((waiver) => matcher(waiver.site)(total.diff.role))] : rows2.map((row) => fitting.find((waiver) => covers(waiver, row)));
  const used = [...new Set(covering.filter((waiver) => waiver !== void 0))];
  const [first] = used;
  if (first === void 0) return total;
  if (covering.includes(void 0)) return { ...total, waiver: { waiver: first, used, state: "not alone" } };
  const bound = used.reduce((sum2, waiver) => sum2 + waiver.upTo, 0);
  if (total.excess > bound) return { ...total, waiver: { waiver: first, used, state: "exceeded" } };
  return { ...total, standing: "waived", waiver: { waiver: first, used, state: "applied" } };
}
var fits = ({ quantity, unit }, wanted) => quantity === null ? unit === "bytes" === wanted.endsWith("-bytes") : quantity === wanted;
function rowsOf(names, { diff }) {
  const quantity = diff.quantity === "heap-objects" ? "heap-bytes" : diff.quantity;
  const groups = growingGroups(names, { role: diff.role, quantity, measure: moreThanBase });
  const total = groups.reduce((sum2, group) => sum2 + group.grown, 0);
  return groups.filter((group) => group.grown >= findingShare * total);
}
function covers(waiver, row) {
  const matches = matcher(waiver.site);
  const grown2 = (sites) => sites.reduce((sum2, s) => sum2 + Math.max(0, plainSlope(s.head) - plainSlope(s.base)), 0);
  const matching = row.sites.filter((s) => s.stack.some((f) => matches(f.function) || matches(f.site)));
  return matching.length > 0 && grown2(matching) >= (1 - findingShare) * grown2(row.sites);
}
function matcher(pattern) {
  const [head = "", ...rest] = pattern.split("*");
  const tail = rest.pop();
  if (tail === void 0) return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(head) || !name.endsWith(tail)) return false;
    let from = head.length;
    for (const piece of rest) {
      const at2 = name.indexOf(piece, from);
      if (at2 < 0) return false;
      from = at2 + piece.length;
    }
    return from <= name.length - tail.length;
  };
}
var headroom = 1.25;
function acceptances(names, total) {
  const { diff, excess } = total;
  const rows2 = rowsOf(names, total);
  const grown2 = rows2.reduce((sum2, row) => sum2 + row.grown, 0);
  const upTo = (share) => roundUp(excess * share * headroom);
  if (rows2.length === 0) return [{ site: diff.role, quantity: diff.quantity, upTo: upTo(1) }];
  const named = rows2.map((row) => ({
    site: row.culprit?.function ?? diff.role,
    quantity: diff.quantity,
    upTo: upTo(row.grown / grown2)
  }));
  return merged(named, (a, b) => a + b);
}
function merged(entries, join14) {
  const known = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const key = `${entry.quantity}\0${entry.site}`;
    const upTo = known.get(key)?.upTo;
    known.set(key, upTo === void 0 ? entry : { ...entry, upTo: join14(upTo, entry.upTo) });
  }
  return [...known.values()];
}
function roundUp(value) {
  const step2 = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.max(1, Math.ceil(value / step2) * step2);
}
var usedBy = (totals) => [
  ...new Set(totals.flatMap((total) => total.waiver?.used ?? []))
];

// src/judge/findings.ts
function findingsOf(names, totals) {
  const told = totals.flatMap((total) => {
    const story = storyOf(total);
    return story === null ? [] : [{ total, story }];
  });
  const byRole = groupBy(told, ({ total, story }) => `${total.diff.role}\0${story}`);
  return joinRoles(byRole.flatMap((one) => ofRole(names, one))).sort(byWeight);
}
function storyOf({ standing, threshold, base }) {
  if (threshold === null) return null;
  if (standing === "red") return "leak";
  if (standing === "waived") return "waived";
  if (standing === "between" || standing === "suspected") return "suspect";
  return base !== null && base.growth.steady > threshold && stays(base) ? "past" : null;
}
var measureOf = (story) => story === "past" ? onBase : moreThanBase;
function ofRole(names, told) {
  const of = (...wanted) => told.find((t) => wanted.includes(t.total.diff.quantity));
  const tasks = of("tasks");
  const heap = of("heap-bytes") ?? of("heap-objects");
  const others = told.filter((t) => t !== tasks && !/^heap-/.test(t.total.diff.quantity));
  const leading = tasks ? ofTasks(names, tasks) : heap ? ofHeap(names, heap) : [];
  const [first, ...rest] = leading.length > 0 ? leading : others.slice(0, 1).map((t) => unnamed(t));
  if (first === void 0) return [];
  const beside = leading.length > 0 ? others : others.slice(1);
  const parts = [
    ...first.parts,
    ...tasks && heap ? rows(names, heap, "heap-bytes") : [],
    ...beside.map(totalPart)
  ];
  const kinds = others.flatMap((t) => t.total.diff.quantity === "files" ? rows(names, t, "files") : []);
  return [{ ...first, parts: [...parts, ...kinds], ...excuses(names, told) }, ...rest];
}
function excuses(names, told) {
  const uses = told.flatMap(({ total }) => total.waiver === null ? [] : [total.waiver]);
  const failing = told.filter(({ story }) => story === "leak" || story === "suspect");
  return {
    waiver: uses.find(({ state }) => state !== "applied") ?? uses[0] ?? null,
    accept: failing.flatMap(({ total }) => acceptances(names, total))
  };
}
function ofTasks(names, told) {
  const groups = weighty(names, told, "tasks");
  return groups.length === 0 ? [unnamed(told)] : groups.map((group) => fromGroup(told, group));
}
function ofHeap(names, told) {
  const [first, ...rest] = weighty(names, told, "heap-bytes");
  if (first === void 0) return [unnamed(told)];
  return [{ ...fromGroup(told, first), parts: rest.map((group) => groupPart(told, "heap-bytes", group)) }];
}
function weighty(names, told, quantity) {
  const groups = growingGroups(names, {
    role: told.total.diff.role,
    quantity,
    measure: measureOf(told.story)
  });
  const total = groups.reduce((sum2, group) => sum2 + group.grown, 0);
  return groups.filter((group) => group.grown >= findingShare * total);
}
var mostRows = 3;
var rows = (names, told, quantity) => weighty(names, told, quantity).slice(0, mostRows).map((group) => groupPart(told, quantity, group));
function fromGroup(told, group) {
  const site = group.sites[0] ?? null;
  const base = slopeOf(group.sites.map((s) => newest(s.base)));
  const head = slopeOf(group.sites.map((s) => newest(s.head))) ?? none;
  const was = group.sites.reduce((sum2, s) => sum2 + plainSlope(s.base), 0);
  const is = group.sites.reduce((sum2, s) => sum2 + plainSlope(s.head), 0);
  return {
    ...unnamed(told),
    ruling: rulingOf(told, was, is),
    quantity: site?.quantity ?? told.total.diff.quantity,
    unit: site?.unit ?? told.total.diff.unit,
    culprit: group.culprit,
    site,
    kin: group.sites.slice(1, mostKin).map(({ stack }) => stack),
    base,
    head,
    excess: is - was
  };
}
var mostKin = 8;
var none = { perRound: 0, low: 0, high: 0 };
function rulingOf({ story, total }, was, is) {
  const threshold = total.threshold ?? 0;
  if (story === "suspect" || story === "waived") return story;
  if (story === "leak") return was > Math.max(threshold, fixedShare * is) ? "worse" : "leak";
  return is <= Math.max(threshold, fixedShare * was) ? "fixed" : "existing";
}
function unnamed(told) {
  const { diff, head, base, excess, threshold } = told.total;
  const ruling = rulingOf(told, base?.growth.steady ?? 0, head?.growth.steady ?? 0);
  const shown = ruling === "fixed" ? base : head;
  return {
    ruling,
    quantity: diff.quantity,
    unit: diff.unit,
    role: diff.role,
    started: diff.started,
    culprit: null,
    site: null,
    base: slopeOf([base]),
    head: slopeOf([head]) ?? none,
    excess,
    threshold,
    shape: shown === null ? "flat" : shapeOf(shown, threshold ?? 0),
    parts: [],
    waiver: null,
    accept: []
  };
}
function slopeOf(trials) {
  const growths = trials.flatMap((t) => t === null ? [] : [t.growth]);
  if (growths.length === 0) return null;
  const sum2 = (of) => growths.reduce((a, growth) => a + of(growth), 0);
  return {
    perRound: sum2((g) => g.plain),
    low: sum2((g) => Math.min(g.low, g.plain)),
    high: sum2((g) => Math.max(g.high, g.plain))
  };
}
var groupPart = ({ total }, quantity, group) => ({
  quantity,
  role: total.diff.role,
  function: group.culprit?.function ?? null,
  perRound: group.grown
});
var totalPart = ({ total }) => ({
  quantity: total.diff.quantity,
  role: total.diff.role,
  function: null,
  perRound: total.excess
});
function joinRoles(findings) {
  const rowOf = (f) => f.site === null ? f.role : identity(f.site, f.culprit);
  const worse = (ruling) => ruling === "worse" ? "leak" : ruling;
  return groupBy(findings, (f) => `${worse(f.ruling)}\0${f.quantity}\0${rowOf(f)}`).flatMap((same) => {
    const [first, ...others] = same.toSorted(
      (a, b) => Number(b.started) - Number(a.started) || Math.abs(b.excess) - Math.abs(a.excess)
    );
    if (first === void 0) return [];
    const parts = others.flatMap((f) => [
      { quantity: f.quantity, role: f.role, function: f.culprit?.function ?? null, perRound: f.excess },
      ...f.parts
    ]);
    const accept = merged(
      same.flatMap((f) => f.accept),
      Math.max
    );
    const waiver = same.find((f) => f.waiver !== null)?.waiver ?? null;
    return [{ ...first, parts: [...first.parts, ...parts], waiver, accept }];
  });
}
var severity = ["leak", "worse", "suspect", "waived", "existing", "fixed"];
var speaking = ["tasks", "files", "heap-bytes", "heap-objects", "external-bytes"];
function byWeight(a, b) {
  const plainness = (f) => speaking.includes(f.quantity) ? speaking.indexOf(f.quantity) : speaking.length;
  const rank = (f) => severity.indexOf(f.ruling) * 10 + plainness(f);
  return rank(a) - rank(b) || Math.abs(b.excess) - Math.abs(a.excess);
}

// src/judge/judge.ts
function judge({ comparison: comparison2, threshold, taskStack, trials, waivers = [] }) {
  const names = naming(comparison2, taskStack);
  const totals = comparison2.totals.map(
    (diff) => waive(names, judgeTotal(diff, threshold(diff.quantity)), waivers)
  );
  const measured = Math.max(0, ...comparison2.totals.map((diff) => diff.head.length));
  const undecided2 = totals.filter((t) => t.standing === "suspected" || t.standing === "between");
  const next = undecided2.length > 0 && measured < trials ? "confirm" : "done";
  const red = totals.some((t) => t.standing === "red");
  const verdict = red ? "fail" : undecided2.length > 0 ? "inconclusive" : "pass";
  return {
    next,
    verdict,
    totals,
    findings: next === "confirm" ? [] : findingsOf(names, totals),
    used: usedBy(totals)
  };
}
function judgeTotal(diff, threshold) {
  const head = diff.head.at(-1) ?? null;
  const limit = threshold ?? Number.POSITIVE_INFINITY;
  const standing = standingOf(diff, limit);
  const steady = head === null ? 0 : excessOf(head, diff.base);
  const stepped = head !== null && standing === "red" && steady <= limit;
  return {
    diff,
    standing,
    threshold,
    excess: stepped ? plainExcessOf(head, diff.base) : steady,
    smallestVisible: smallestVisible(diff, threshold ?? 0),
    head,
    base: diff.base.at(-1) ?? null,
    shape: head === null ? "flat" : shapeOf(head, threshold ?? 0),
    waiver: null
  };
}
function standingOf(diff, threshold) {
  const outcome = (trial) => outcomeOf(trial, diff.base, threshold);
  const [first, ...confirming] = diff.head;
  if (first === void 0 || outcome(first) === "quiet") return "quiet";
  const last = confirming.at(-1);
  if (last === void 0) return "suspected";
  const judged = confirming.map(outcome);
  if (judged.includes("leaks")) return "red";
  return open2.includes(outcome(last)) ? "between" : "cleared";
}
var open2 = ["levels", "unsure", "at rest"];

// src/judge/threshold.ts
function thresholdOf(budgets, floors) {
  return (quantity) => {
    const key = Object.keys(budgetKeys).find((k) => budgetKeys[k] === quantity);
    const budget = key === void 0 ? "off" : budgets[key];
    if (budget === "off") return null;
    const floor = floors[quantity] ?? defaultFloors[quantity];
    return budget === "auto" ? floor : Math.max(floor, budget);
  };
}

// src/judge/waiver-notes.ts
function waiverNotes(waivers, today, judgement) {
  const { active, expired } = byDay(waivers, today);
  const used = judgement?.used ?? active;
  const uses = (judgement?.totals ?? []).flatMap((total) => total.waiver === null ? [] : [total.waiver]);
  const short = (state) => [
    ...new Set(uses.filter((use) => use.state === state).map((use) => use.waiver))
  ];
  return [
    ...short("exceeded").map((waiver) => ({
      code: "waiver-exceeded",
      text: `The waiver of \`${waiver.site}\` does not hold: more grows than its up-to allows.`
    })),
    ...short("not alone").map((waiver) => ({
      code: "waiver-not-alone",
      text: `The waiver of \`${waiver.site}\` does not suffice: something grows that no waiver names.`
    })),
    ...expired.map((waiver) => ({
      code: "waiver-expired",
      text: `The waiver of \`${waiver.site}\` ended on ${waiver.expires} and is ignored. Its reason was: ${waiver.reason}`
    })),
    ...active.filter((waiver) => !used.includes(waiver)).map((waiver) => ({
      code: "waiver-unused",
      text: `The waiver of \`${waiver.site}\` excuses nothing any more: remove it.`
    }))
  ];
}

// src/measure/workload.ts
import { mkdtemp as mkdtemp2 } from "node:fs/promises";
import { join as join12 } from "node:path";

// src/measure/both-sides.ts
async function measureBothSides(request) {
  const trials = [];
  const notes = [];
  const failures = { head: null, base: null };
  const ended2 = () => ({
    trials,
    notes,
    headFailure: failures.head && blame(failures.head, failures.base, request.base !== null && !request.only),
    baseFailure: failures.base
  });
  const setUp = async (revision) => {
    failures[revision.side] = await setUpFailure(request, revision);
  };
  const measure = async (revision, number) => {
    if (failures[revision.side] !== null) return;
    const { trial, repeated } = await twice(request, revision, number, number === 1 ? "first" : "confirm");
    if (repeated !== null) notes.push(repeated);
    const failure = trial.failures[0];
    if (failure === void 0) trials.push(trial);
    else failures[revision.side] = onSide(revision.side, "trial", failure);
  };
  const { base, head } = request;
  if (request.baseWhenNeeded && base !== null && request.only === void 0) {
    await begin(setUp, measure, head);
    if (failures.head !== null) return ended2();
    if (request.next(trials) === "done") return { ...ended2(), notes: [...notes, notNeeded] };
    await begin(setUp, measure, base);
    if (failures.base !== null || request.next(trials) === "done") return ended2();
  } else {
    for (const revision of sidesOf(request)) await setUp(revision);
    if (failures[request.only ?? "head"] !== null) return ended2();
  }
  for (let number = trials.length > 0 ? 2 : 1; ; number++) {
    for (const revision of sidesOf(request)) await measure(revision, number);
    if (hasFailed(failures) || request.next(trials) === "done") return ended2();
  }
}
async function begin(setUp, measure, revision) {
  await setUp(revision);
  await measure(revision, 1);
}
var hasFailed = ({ head, base }) => head !== null || base !== null;
var notNeeded = {
  code: "base-not-needed",
  text: "Base was not measured: head alone does not grow (`measure-base: when-needed`)."
};
var sidesOf = ({ base, head, only }) => (base === null ? [head] : [base, head]).filter(({ side }) => only === void 0 || side === only);
async function setUpFailure(request, revision) {
  try {
    await request.setUp(revision);
    return null;
  } catch (error) {
    return onSide(revision.side, "setup", request.reasonOf(error));
  }
}
async function twice(request, revision, number, stage) {
  const trial = await request.trial(revision, number, stage);
  const failure = trial.failures[0];
  if (failure === void 0) return { trial, repeated: null };
  const text = `Trial ${number} of ${revision.side} was thrown away and measured anew: ${failure.text}`;
  return { trial: await request.trial(revision, number, stage), repeated: { code: "trial-repeated", text } };
}
var onSide = (side, step2, reason) => ({
  ...reason,
  code: `${side}-${step2}-${reason.code}`,
  text: `On ${side}: ${reason.text}`
});
function blame(head, baseFailure, baseTried) {
  if (!baseTried) return head;
  const comparison2 = baseFailure === null ? "Base does not fail." : `It fails on base as well. ${baseFailure.text}`;
  return { ...head, text: `${head.text} ${comparison2}` };
}

// src/measure/look.ts
import { readFile as readFile3, rm as rm3 } from "node:fs/promises";
import { basename as basename4 } from "node:path";

// src/measure/bench.ts
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir as mkdir2, mkdtemp, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";

// node_modules/get-port/index.js
import net from "node:net";
import os from "node:os";
var Locked = class extends Error {
  constructor(port) {
    super(`${port} is locked`);
  }
};
var lockedPorts = {
  old: /* @__PURE__ */ new Set(),
  young: /* @__PURE__ */ new Set()
};
var releaseOldLockedPortsIntervalMs = 1e3 * 15;
var reservedPorts = /* @__PURE__ */ new Set();
var minPort = 1024;
var maxPort = 65535;
var timeout;
var getLocalHosts = () => {
  const interfaces = os.networkInterfaces();
  const results = /* @__PURE__ */ new Set([void 0, "0.0.0.0"]);
  for (const _interface of Object.values(interfaces)) {
    for (const config of _interface) {
      results.add(config.address);
    }
  }
  return results;
};
var checkAvailablePort = (options) => new Promise((resolve2, reject) => {
  const server = net.createServer();
  server.unref();
  server.on("error", reject);
  server.listen(options, () => {
    const { port } = server.address();
    server.close(() => {
      resolve2(port);
    });
  });
});
var getAvailablePort = async (options, hosts) => {
  if (options.host || options.port === 0) {
    return checkAvailablePort(options);
  }
  for (const host of hosts) {
    try {
      await checkAvailablePort({ port: options.port, host });
    } catch (error) {
      if (!["EADDRNOTAVAIL", "EINVAL"].includes(error.code)) {
        throw error;
      }
    }
  }
  return options.port;
};
var isLockedPort = (port) => lockedPorts.old.has(port) || lockedPorts.young.has(port) || reservedPorts.has(port);
var portCheckSequence = function* (ports) {
  if (ports) {
    yield* ports;
  }
  yield 0;
};
async function getPorts(options) {
  let ports;
  let exclude = /* @__PURE__ */ new Set();
  if (options) {
    if (options.port) {
      ports = typeof options.port === "number" ? [options.port] : options.port;
    }
    if (options.exclude) {
      const excludeIterable = options.exclude;
      if (typeof excludeIterable[Symbol.iterator] !== "function") {
        throw new TypeError("The `exclude` option must be an iterable.");
      }
      for (const element of excludeIterable) {
        if (typeof element !== "number") {
          throw new TypeError("Each item in the `exclude` option must be a number corresponding to the port you want excluded.");
        }
        if (!Number.isSafeInteger(element)) {
          throw new TypeError(`Number ${element} in the exclude option is not a safe integer and can't be used`);
        }
      }
      exclude = new Set(excludeIterable);
    }
  }
  const { reserve, ...netOptions } = options ?? {};
  if (timeout === void 0) {
    timeout = setTimeout(() => {
      timeout = void 0;
      lockedPorts.old = lockedPorts.young;
      lockedPorts.young = /* @__PURE__ */ new Set();
    }, releaseOldLockedPortsIntervalMs);
    if (timeout.unref) {
      timeout.unref();
    }
  }
  const hosts = getLocalHosts();
  for (const port of portCheckSequence(ports)) {
    try {
      if (exclude.has(port)) {
        continue;
      }
      let availablePort = await getAvailablePort({ ...netOptions, port }, hosts);
      while (isLockedPort(availablePort)) {
        if (port !== 0) {
          throw new Locked(port);
        }
        availablePort = await getAvailablePort({ ...netOptions, port }, hosts);
      }
      if (reserve) {
        reservedPorts.add(availablePort);
      } else {
        lockedPorts.young.add(availablePort);
      }
      return availablePort;
    } catch (error) {
      if (!["EADDRINUSE", "EACCES"].includes(error.code) && !(error instanceof Locked)) {
        throw error;
      }
    }
  }
  throw new Error("No available ports found");
}
function portNumbers(from, to) {
  if (!Number.isInteger(from) || !Number.isInteger(to)) {
    throw new TypeError("`from` and `to` must be integer numbers");
  }
  if (from < minPort || from > maxPort) {
    throw new RangeError(`'from' must be between ${minPort} and ${maxPort}`);
  }
  if (to < minPort || to > maxPort) {
    throw new RangeError(`'to' must be between ${minPort} and ${maxPort}`);
  }
  if (from > to) {
    throw new RangeError("`to` must be greater than or equal to `from`");
  }
  const generator = function* (from2, to2) {
    for (let port = from2; port <= to2; port++) {
      yield port;
    }
  };
  return generator(from, to);
}

// src/measure/environment.ts
var separators = { GOFLAGS: " ", GODEBUG: ",", NODE_OPTIONS: " " };
var withheld = /^(INPUT_|LEAKDIFF_|ACTIONS_(RUNTIME|RESULTS|CACHE)_)/;
function commandEnvironment(user, variables, command) {
  const inherited = Object.entries(user).flatMap(
    ([k, v]) => v === void 0 || withheld.test(k) ? [] : [[k, v]]
  );
  const environment = {
    ...Object.fromEntries(inherited),
    LEAKDIFF_TRIAL: variables.trial,
    LEAKDIFF_COMMAND: command.name,
    LEAKDIFF_SIDE: variables.side,
    LEAKDIFF_ROUND: String(command.round),
    LEAKDIFF_ROUNDS: String(variables.rounds),
    LEAKDIFF_DIR: variables.directory,
    LEAKDIFF_HEAD: variables.head,
    PORT: String(variables.port)
  };
  for (const [name, value] of Object.entries(command.instrumentation ?? {})) {
    environment[name] = appended(name, environment[name], value);
  }
  return environment;
}
function appended(name, users, ours) {
  const separator = separators[name];
  return separator !== void 0 && users?.trim() ? `${users}${separator}${ours}` : ours;
}
function replacedVariables(actual, instrumentation) {
  return Object.entries(instrumentation).flatMap(([name, value]) => {
    const found = actual.get(name);
    const kept = name in separators ? found?.includes(value) : found === value;
    return kept ? [] : [name];
  });
}

// src/measure/processes.ts
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
function assertMeasurable(platform = process.platform) {
  if (platform !== "linux") {
    throw new UserError(
      `Measuring needs Linux: processes are read from /proc, which ${platform} does not have.`,
      "Run it on a Linux runner (`runs-on: ubuntu-latest`) or in a Linux container; `leakdiff diff` and `leakdiff report` work here."
    );
  }
  if (readFields("self") === null) {
    throw new UserError(
      "/proc cannot be read, and processes are measured from it.",
      "Mount /proc in this container."
    );
  }
}
function startShell(command, directory, environment) {
  return spawn("bash", ["-eo", "pipefail", "-c", command], {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"]
  });
}
function findProcesses(selection) {
  const living2 = listLiving();
  const found = new Set(living2.filter((p) => carries(p.pid, selection)).map((p) => p.pid));
  const sessions = new Set(living2.filter((p) => found.has(p.pid)).map((p) => p.session));
  sessions.delete(readFields("self")?.session ?? -1);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const p of living2) if (sessions.has(p.session) || found.has(p.parent)) found.add(p.pid);
  }
  return living2.filter((p) => found.has(p.pid)).flatMap((p) => readProcess(p.pid) ?? []);
}
async function endProcesses(selection, grace2) {
  const terminated = /* @__PURE__ */ new Set();
  const began = performance.now();
  for (; ; ) {
    const elapsed = performance.now() - began;
    const left = findProcesses(selection).map((p) => p.pid);
    if (left.length === 0 || elapsed > grace2 + 5e3) return left;
    for (const pid of left) {
      if (elapsed >= grace2) kill(pid, "SIGKILL");
      else if (!terminated.has(pid)) kill(pid, "SIGTERM");
      terminated.add(pid);
    }
    await sleep(20);
  }
}
function killProcesses(selection) {
  for (const { pid } of findProcesses(selection)) kill(pid, "SIGKILL");
}
function readProcess(pid) {
  const fields = readFields(pid);
  const line = fields && readText(`/proc/${pid}/cmdline`);
  if (!fields || line === null) return null;
  const words = line.replace(/\0+$/, "").split("\0");
  return { ...fields, arguments: words[0] === "" ? [] : words };
}
function isAlive(info) {
  return readFields(info.pid)?.startTime === info.startTime;
}
function readEnvironment(pid) {
  const text = readText(`/proc/${pid}/environ`);
  if (text === null) return null;
  const entries = text.split("\0").filter((e) => e.includes("="));
  return new Map(entries.map((e) => [e.slice(0, e.indexOf("=")), e.slice(e.indexOf("=") + 1)]));
}
function readUsage(pid, ownSockets) {
  const status = readText(`/proc/${pid}/status`);
  const files = countFiles(pid, ownSockets);
  const rss = /^VmRSS:\s+(\d+) kB/m.exec(status ?? "");
  const threads = /^Threads:\s+(\d+)/m.exec(status ?? "");
  if (!rss || !threads || !files) return null;
  return { rssBytes: Number(rss[1]) * 1024, threads: Number(threads[1]), files };
}
function listenersOn(port, processes) {
  return processes.filter(({ pid }) => {
    const inodes = /* @__PURE__ */ new Set([...listening(pid, "tcp", port), ...listening(pid, "tcp6", port)]);
    return inodes.size > 0 && openLinks(pid)?.some((link) => inodes.has(socketInode(link) ?? ""));
  });
}
function listening(pid, table, port) {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const lines = (readText(`/proc/${pid}/net/${table}`) ?? "").split("\n").slice(1);
  const rows2 = lines.map((line) => line.trim().split(/\s+/));
  return rows2.flatMap((r) => r[1]?.endsWith(`:${hex}`) && r[3] === "0A" ? r[9] ?? [] : []);
}
function countFiles(pid, ownSockets) {
  const links = openLinks(pid);
  if (!links) return null;
  const own = boundBelow(pid, ownSockets);
  const counts = /* @__PURE__ */ new Map();
  for (const link of links) {
    const inode = socketInode(link);
    if (inode && own.has(inode)) continue;
    counts.set(kindOf(link), (counts.get(kindOf(link)) ?? 0) + 1);
  }
  return counts;
}
function boundBelow(pid, directory) {
  const rows2 = (readText(`/proc/${pid}/net/unix`) ?? "").split("\n").map((line) => line.split(/\s+/));
  return new Set(rows2.flatMap((r) => r[7]?.startsWith(`${directory}/`) && r[6] ? [r[6]] : []));
}
function openLinks(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => readLink(`/proc/${pid}/fd/${fd}`) ?? []);
  } catch {
    return null;
  }
}
function kindOf(link) {
  if (link.startsWith("/memfd:")) return "memfd";
  if (link.startsWith("/dev/")) return "device";
  if (link.startsWith("/")) return link.endsWith(" (deleted)") ? "deleted file" : "file";
  return /^anon_inode:\[?(\w+)/.exec(link)?.[1] ?? /^\w+/.exec(link)?.[0] ?? "other";
}
function socketInode(link) {
  return /^socket:\[(\d+)\]$/.exec(link)?.[1];
}
function carries(pid, { trial, command }) {
  const environment = readText(`/proc/${pid}/environ`);
  if (!environment?.includes(trial)) return false;
  const entries = environment.split("\0");
  return entries.includes(`LEAKDIFF_TRIAL=${trial}`) && (!command || entries.includes(`LEAKDIFF_COMMAND=${command}`));
}
function listLiving() {
  return readdirSync("/proc").flatMap((name) => /^\d+$/.test(name) ? readFields(name) ?? [] : []);
}
function readFields(pid) {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ended2 = fields[0] === "Z" || fields[0] === "X";
  const [parent, session, startTime] = [Number(fields[1]), Number(fields[3]), Number(fields[19])];
  return ended2 ? null : { pid: Number.parseInt(text, 10), parent, session, startTime };
}
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
function readLink(path) {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
  }
}

// src/measure/bench.ts
var shortPath = 60;
var firstPort = 2e4;
var lastPort = 32e3;
async function openBench(request) {
  assertMeasurable();
  const { workload, revision, headDirectory } = request;
  const trial = randomUUID();
  const temporary = tmpdir().length > shortPath ? "/tmp" : tmpdir();
  const sockets = await mkdtemp(join5(temporary, "ld-"));
  const folder = await mkdtemp(join5(request.scratch, "trial-"));
  const [directory, profiles] = [join5(folder, "scratch"), join5(folder, "profiles")];
  await Promise.all([mkdir2(directory), mkdir2(profiles)]);
  const variables = {
    trial,
    side: revision.side,
    rounds: workload.warmup + request.rounds,
    directory,
    head: headDirectory,
    port: await freePort()
  };
  const leave = () => {
    killProcesses({ trial });
    rmSync(sockets, { recursive: true, force: true });
  };
  process.once("exit", leave);
  return {
    trial,
    sockets,
    profiles,
    command: (name, text, { round = 0, instrumentation = {} } = {}) => ({
      name,
      text,
      directory: join5(name === "round" ? headDirectory : revision.directory, workload.directory),
      environment: commandEnvironment(process.env, variables, { name, round, instrumentation })
    }),
    [Symbol.asyncDispose]: async () => {
      await endProcesses({ trial }, 2e3);
      process.off("exit", leave);
      await Promise.all(
        [sockets, folder].map((path) => rm2(path, { recursive: true, force: true, maxRetries: 3 }))
      );
    }
  };
}
function freePort() {
  const from = firstPort + Math.floor(Math.random() * (lastPort - firstPort));
  return getPorts({ port: portNumbers(from, lastPort + 700) });
}

// src/measure/roles.ts
import { basename as basename2, isAbsolute, relative, resolve } from "node:path";
var nameLimit = 200;
var wrappers = /* @__PURE__ */ new Set([
  "bash",
  "sh",
  "dash",
  "ash",
  "zsh",
  "busybox",
  "npm",
  "npx",
  "yarn",
  "yarnpkg",
  "pnpm",
  "pnpx",
  "corepack",
  "go",
  "make",
  "gmake",
  "env",
  "time",
  "timeout",
  "nice",
  "sudo",
  "tini",
  "dumb-init",
  "docker",
  "docker-compose"
]);
var wrapperScript = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)(-cli)?(\.(c|m)?js)?$/;
var wrapperFolder = /(?:^|\/)(\.yarn\/releases|corepack\/v?\d)\//;
function isWrapper({ arguments: words }) {
  const program = basename2(words[0]?.split(" ")[0] ?? "").replace(/^-/, "");
  if (program === "" || wrappers.has(program)) return true;
  const script = words.slice(1).find((word) => !word.startsWith("-"));
  if (!/^(node|nodejs|bun)$/.test(program) || script === void 0) return false;
  return wrapperScript.test(basename2(script)) || wrapperFolder.test(script);
}
function roleName(words, context) {
  const [program = "", ...rest] = words.map((word) => word.replace(/\s+/g, " ").trim());
  const hidden = rest.map((word, index) => secretFlag.test(rest[index - 1] ?? "") ? "*" : word);
  const name = [programName(program, context), ...hidden.map((word) => argumentName(word, context))].join(" ");
  return name.length > nameLimit ? `${name.slice(0, nameLimit)}\u2026` : name;
}
var secretFlag = /^--?[\w-]*(password|passwd|secret|token|credential|api-?key)[\w-]*$/i;
var secretValue = /^(--?[\w-]*(?:password|passwd|secret|token|credential|api-?key)[\w-]*=).*/i;
function programName(program, context) {
  const inside = insidePath(program, context);
  if (inside !== null) return inside;
  return isAbsolute(program) ? basename2(program) : program.replace(/^(\.\/)+/, "");
}
function argumentName(word, context) {
  return word.replace(secretValue, "$1*").replace(/\/\/[^/@\s]+@/g, "//*@").replace(absolutePath, (path) => insidePath(path, context) ?? "*").replace(/^(\.\/)+(?=.)/, "").replace(randomId, "*").replace(
    /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w.])\d+(?:\.\d+)*(?:[a-zA-Z]{1,3})?(?![\w.])/g,
    (number) => /^\d{1,3}(\.\d{1,3}){3}$/.test(number) ? number : "*"
  );
}
var absolutePath = /(?<=^|[=,"'(@ ]|[^/]:)\/(?!\/)[^\s=,:"')]*/g;
var randomId = /\b(?=[0-9a-f-]*\d)(?=[0-9-]*[a-f])[0-9a-f]{8}(?:-?[0-9a-f]{4,12}){1,5}\b/gi;
function insidePath(path, { directory, roots }) {
  if (!isAbsolute(path)) return null;
  for (const root of [directory, ...roots]) {
    const inside = relative(root, resolve(path));
    if (!inside.startsWith("..") && !isAbsolute(inside)) return inside || ".";
  }
  return null;
}
function nameProcesses(processes, context) {
  const byPid = new Map(processes.map((p) => [p.pid, p]));
  const named = /* @__PURE__ */ new Map();
  const nameOf2 = (info) => {
    if (!info) return null;
    if (isWrapper(info)) return nameOf2(byPid.get(info.parent));
    const known = named.get(info.pid);
    if (known) return known;
    const parent = nameOf2(byPid.get(info.parent));
    const one = { key: processKey(info), name: roleName(info.arguments, context), parent };
    named.set(info.pid, one);
    return one;
  };
  for (const info of processes) nameOf2(info);
  return named;
}
var processKey = ({ pid, startTime }) => `${pid}@${startTime}`;
function poolNames(members) {
  const lineage = (m) => m.parent ? `${m.name} (child of ${lineage(m.parent)})` : m.name;
  const parentsOf = /* @__PURE__ */ new Map();
  for (const m of members) {
    const parent = m.parent ? lineage(m.parent) : "";
    parentsOf.set(m.name, (parentsOf.get(m.name) ?? /* @__PURE__ */ new Set()).add(parent));
  }
  const shared2 = (m) => (parentsOf.get(m.name)?.size ?? 0) > 1;
  return new Map(members.map((m) => [m.key, shared2(m) ? lineage(m) : m.name]));
}

// src/measure/roll-call.ts
var snapshotsToCount = 2;
function createRollCall() {
  const answers = /* @__PURE__ */ new Map();
  const pools = /* @__PURE__ */ new Set();
  return (reading, when) => {
    const probed = reading.map((r) => r.member).filter((m) => m.probes.length > 0);
    for (const [key, { name, started, count }] of answers) {
      if (probed.some((m) => m.named.key === key)) continue;
      const replaced = pools.has(name) && probed.some((m) => m.named.name === name);
      if (!replaced && (started || count >= snapshotsToCount)) throw ended(name, started, when);
      answers.delete(key);
    }
    for (const { named, started } of probed) {
      if (probed.filter((m) => m.named.name === named.name).length > 1) pools.add(named.name);
      answers.set(named.key, { name: named.name, started, count: (answers.get(named.key)?.count ?? 0) + 1 });
    }
  };
}
function ended(name, started, when) {
  return new InconclusiveError(
    started ? "program-ended" : "role-vanished",
    `\`${name}\` ended by itself ${when}.`,
    started ? "Its last lines are in the log. The program has to live until the last round." : "Have it live until the last round, or measure the started process alone: `measure: started`."
  );
}

// src/measure/cast.ts
function castRoles(observations) {
  const all = [...appearances(observations).values()];
  const sure = all.filter((a) => a.answers >= snapshotsToCount);
  const end2 = observations.at(-1);
  const newest2 = all.filter((a) => !sure.includes(a) && a.last === end2 && sure.some((s) => samePool(s, a)));
  const counted = [...sure, ...newest2];
  const names = poolNames(counted.map((a) => a.named));
  const roleNames = [...new Set(counted.map((a) => nameOf(names, a)))];
  const roleOf = new Map(counted.map((a) => [a.named.key, roleNames.indexOf(nameOf(names, a))]));
  const roles = roleNames.map((name, index) => {
    const players = counted.filter((a) => nameOf(names, a) === name);
    const processes = Math.max(...observations.map((o) => playing(o, roleOf, index).length));
    const seen = players.some((a) => a.probed) ? "probe" : "proc";
    return { name, started: players.some((a) => a.started), seen, processes };
  });
  const gone = all.filter((a) => !counted.includes(a));
  return {
    roles,
    roleOf,
    notes: [...shortLived(gone), ...procOnly(roles), ...late(roles, roleOf, observations)]
  };
}
function appearances(observations) {
  const found = /* @__PURE__ */ new Map();
  for (const observation of observations) {
    for (const { member } of observation.reading) {
      const { named, started, probes } = member;
      const known = found.get(named.key);
      found.set(named.key, {
        named,
        started,
        probed: probes.length > 0 || known?.probed === true,
        answers: (known?.answers ?? 0) + 1,
        last: observation
      });
    }
  }
  return found;
}
var samePool = (a, b) => a.named.name === b.named.name && a.named.parent?.key === b.named.parent?.key;
var nameOf = (names, { named }) => names.get(named.key) ?? named.name;
function playing(o, roleOf, role) {
  return o.reading.map((r) => r.member).filter((m) => roleOf.get(m.named.key) === role);
}
function shortLived(gone) {
  const counts = /* @__PURE__ */ new Map();
  for (const { named } of gone) counts.set(named.name, (counts.get(named.name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({
    code: "short-lived",
    text: `${count === 1 ? "A process" : `${count} processes`} of \`${name}\` came and went, and ${count === 1 ? "is" : "are"} not counted.`
  }));
}
function procOnly(roles) {
  return roles.filter((role) => role.seen === "proc").map(({ name }) => ({
    code: "proc-only",
    text: `\`${name}\` has no probe: its memory, threads and open files are seen from /proc alone.`
  }));
}
function late(roles, roleOf, observations) {
  const rounds = observations.filter((o) => o.moment === "round");
  return roles.flatMap(({ name, seen }, index) => {
    const there = rounds.filter((o) => playing(o, roleOf, index).length > 0).length;
    if (seen === "proc" || there === rounds.length) return [];
    const text = `\`${name}\` was there in ${there} of ${rounds.length} rounds only: its totals are not judged. More warm-up rounds may start it earlier.`;
    return [{ code: "role-incomplete", text }];
  });
}

// src/measure/commands.ts
import { once } from "node:events";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { setTimeout as sleep3 } from "node:timers/promises";

// src/measure/output.ts
var keptCharacters = 64 * 1024;
var keptLines = 40;
var lineLength = 400;
function createOutputTail() {
  let kept = "";
  const take = (chunk) => {
    kept = (kept + chunk).slice(-keptCharacters);
  };
  return {
    watch: (stream) => {
      stream.setEncoding("utf8");
      stream.on("data", take);
      stream.on("error", () => {
      });
    },
    lines: () => lastLines(kept),
    text: () => kept
  };
}
function lastLines(text) {
  const lines = text.replace(/\s+$/, "").split(/\r?\n/).slice(-keptLines);
  const cut = lines.map((line) => line.length > lineLength ? `${line.slice(0, lineLength)} \u2026` : line);
  return cut.length === 1 && cut[0] === "" ? [] : cut;
}

// src/measure/waiting.ts
import { setTimeout as sleep2 } from "node:timers/promises";
function clockUntil(signal) {
  return { now: () => performance.now(), pause: (milliseconds) => pause(milliseconds, signal) };
}
async function pause(milliseconds, signal) {
  throwIfAborted(signal);
  try {
    await sleep2(milliseconds, void 0, { signal });
  } catch (error) {
    throwIfAborted(signal);
    throw error;
  }
}
function abortReason(signal) {
  if (signal.reason instanceof UserError) return signal.reason;
  return new InconclusiveError("interrupted", "The run was interrupted.", "Run it again.");
}
function throwIfAborted(signal) {
  if (signal.aborted) throw abortReason(signal);
}
async function within(work, bounds) {
  const stop = new AbortController();
  const limit = pause(bounds.milliseconds, AbortSignal.any([bounds.signal, stop.signal])).then(() => {
    throw bounds.late();
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop.abort();
    limit.catch(() => {
    });
    work.catch(() => {
    });
  }
}
function formatDuration(milliseconds) {
  if (milliseconds % 6e4 === 0 && milliseconds > 0) return `${milliseconds / 6e4}m`;
  return milliseconds % 1e3 === 0 ? `${milliseconds / 1e3}s` : `${milliseconds}ms`;
}

// src/measure/commands.ts
var CommandError = class extends InconclusiveError {
  name = "CommandError";
  output;
  constructor(code, problem, remedy, output) {
    super(code, problem, remedy);
    this.output = output;
  }
};
function startCommand(command) {
  if (!existsSync(command.directory)) {
    throw new InconclusiveError(
      "no-directory",
      `\`${command.name}\` cannot run: there is no directory ${command.directory}.`,
      "Correct `directory`, or add the directory to this revision."
    );
  }
  const child = startShell(command.text, command.directory, command.environment);
  const output = createOutputTail();
  const streams = [child.stdout, child.stderr].flatMap((stream) => stream ?? []);
  for (const stream of streams) output.watch(stream);
  const release2 = () => {
    for (const stream of streams) stream.destroy();
    child.unref();
  };
  return { pid: child.pid ?? null, output, ended: commandEnd(child), release: release2 };
}
async function runCommand(command, timeout2, signal) {
  throwIfAborted(signal);
  const running = startCommand(command);
  try {
    const late2 = () => commandFailure(command, `timed out after ${formatDuration(timeout2)}`, running.output);
    const end2 = await within(running.ended, { milliseconds: timeout2, signal, late: late2 });
    if (!end2.ok) throw commandFailure(command, `ended with ${end2.how}`, running.output);
  } catch (error) {
    await endCommand(command);
    throw error;
  } finally {
    running.release();
  }
}
async function endCommand({ name, environment }) {
  await endProcesses({ trial: environment.LEAKDIFF_TRIAL ?? "", command: name }, 1e3);
}
function commandFailure({ name, text, environment }, reason, output) {
  const hung = reason.startsWith("timed out");
  const where = `${environment.LEAKDIFF_SIDE}${name === "round" ? `, ${roundName(environment)}` : ""}`;
  const remedy = hung ? `Its last lines are in the log. Make it end by itself, or raise \`timeout: { ${name}: \u2026 }\`.` : "Its last lines are in the log. Run it by hand in this revision, and correct it until it ends with exit 0.";
  const problem = `\`${name}\` ${reason} (${where}): ${shorten(text)}`;
  return new CommandError(hung ? `${name}-hung` : `${name}-failed`, problem, remedy, output.lines());
}
function roundName(environment) {
  return environment.LEAKDIFF_ROUND === "0" ? "in warm-up" : `round ${environment.LEAKDIFF_ROUND}`;
}
function shorten(command) {
  const line = command.trim().replace(/\s*\n\s*/g, "; ");
  return `\`${line.length > 160 ? `${line.slice(0, 160)}\u2026` : line}\``;
}
async function commandEnd(child) {
  const closed = once(child, "close").catch(() => {
  });
  try {
    const [code, signal] = await once(child, "exit");
    if (code !== 0) await Promise.race([closed, sleep3(200)]);
    return { ok: code === 0, how: signal ? `signal ${signal}` : `exit ${code}${signalName(code ?? 0)}` };
  } catch (error) {
    return { ok: false, how: error instanceof Error ? error.message : String(error) };
  }
}
function signalName(code) {
  const name = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return name ? ` (${name})` : "";
}

// src/measure/failure.ts
function reasonOf(error, log) {
  if (error instanceof CommandError) log.detail(error.message, error.output);
  if (error instanceof UserError) {
    const code = error instanceof InconclusiveError ? error.code : "not-measured";
    return { code, text: error.message, remedy: error.remedy };
  }
  if (error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT")) {
    const text = `The disk is full: ${error.message}`;
    return { code: "disk-full", text, remedy: "Free some space, or have the workload write less." };
  }
  throw error;
}

// src/measure/ready.ts
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { connect } from "node:net";

// src/configure/expand.ts
var reference = /\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})/g;
function expand(text, env) {
  return text.replace(reference, (_, bare, braced) => {
    const name = bare ?? braced ?? "";
    const value = env[name];
    if (value !== void 0) return value;
    throw new ConfigError(
      `\`${text}\` uses $${name}, which is not set${didYouMean(name, Object.keys(env))}`,
      `Set ${name} in the environment of leakdiff, or write its value.`
    );
  });
}

// src/measure/ready.ts
var answerLimit = 5e3;
function readyCheck(ready, environment, output) {
  switch (ready.kind) {
    case "probe":
      return null;
    case "url": {
      const url = expand(ready.url, environment);
      if (!URL.canParse(url)) throw new ConfigError(`\`ready\` is not a URL: ${url}`, "Correct `ready`.");
      return () => checkUrl(new URL(url));
    }
    case "port": {
      const address = expand(ready.address, environment);
      const colon = address.lastIndexOf(":");
      const host = address.slice(0, colon).replace(/^\[|\]$/g, "");
      return () => checkPort(host, Number(address.slice(colon + 1)));
    }
    case "output": {
      const pattern = new RegExp(ready.pattern, ready.flags);
      return async () => pattern.test(output()) ? null : `no line matched /${ready.pattern}/`;
    }
  }
}
function checkUrl(url) {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve2) => {
    const sent = request(url, { agent: false, headers: { connection: "close" }, rejectUnauthorized: false });
    sent.setTimeout(answerLimit, () => sent.destroy(new Error(`no answer within ${answerLimit / 1e3}s`)));
    sent.on("error", (error) => resolve2(error.message));
    sent.on("response", (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      resolve2(status < 500 ? null : `status ${status}`);
    });
    sent.end();
  });
}
function checkPort(host, port) {
  return new Promise((resolve2) => {
    const socket = connect({ host, port, timeout: answerLimit });
    const end2 = (problem) => {
      socket.destroy();
      resolve2(problem);
    };
    socket.on("connect", () => end2(null));
    socket.on("timeout", () => end2("no answer"));
    socket.on("error", (error) => end2(error.message));
  });
}

// src/measure/lifecycle.ts
var grace = 2e3;
function startProgram({ trial, workload, start, stop, onEnd, phase }) {
  const running = startCommand(start);
  const gone = new AbortController();
  const state = { ending: false };
  const failureOf = (ended3) => {
    if (onEnd) return onEnd(ended3, running.output.lines());
    const daemon = ended3.ok && (workload.profiles.length > 0 || livesOn(trial));
    return daemon ? null : programEnded(start, `${ended3.how} ${phase()}`, running);
  };
  running.ended.then((ended3) => {
    const failure = state.ending ? null : failureOf(ended3);
    if (failure !== null) gone.abort(failure);
  });
  const end2 = async () => {
    state.ending = true;
    try {
      if (stop) await runCommand(stop, workload.timeout.stop, new AbortController().signal);
    } finally {
      await endProcesses({ trial }, grace);
      running.release();
    }
  };
  const { ended: ended2 } = running;
  return { gone: gone.signal, ended: ended2, output: running.output.lines, text: running.output.text, end: end2 };
}
async function waitUntilReady(program, census, lifecycle, instrumentation, signal) {
  const { workload, start } = lifecycle;
  const deadline = performance.now() + workload.timeout.ready;
  const check = readyCheck(workload.ready, start.environment, program.text);
  if (check) await until(check, deadline, signal, (answer) => neverReady(workload, answer, program));
  await waitForProbe(program, census, lifecycle, instrumentation, signal, deadline);
}
async function waitForProbe(program, census, { trial, workload, start }, instrumentation, signal, deadline) {
  const extended = Math.max(deadline, performance.now() + 1e3);
  await until(
    async () => probeAnswers(await census.take()),
    extended,
    signal,
    (answer) => workload.profiles.length > 0 ? noEndpoint(answer, program) : noProbe(trial, start, instrumentation, program)
  );
}
async function until(check, deadline, signal, late2) {
  let answer = "nothing";
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 250)) {
    const milliseconds = deadline - performance.now();
    if (milliseconds <= 0) throw late2(answer);
    const found = await within(attempt(check), { milliseconds, signal, late: () => late2(answer) });
    if (found === null) return;
    answer = found;
    await pause(Math.min(wait, milliseconds), signal);
  }
}
async function attempt(check) {
  try {
    return await check();
  } catch (error) {
    const failed = error instanceof UserError && !(error instanceof ConfigError) || isSystemError(error);
    if (failed) return error.message;
    throw error;
  }
}
var isSystemError = (error) => error instanceof Error && typeof error.code === "string";
async function probeAnswers(members) {
  const probes = members.flatMap((m) => m.probes);
  const [first] = probes;
  if (!first) return "no probe";
  await Promise.all(probes.map((probe) => probe.count()));
  return null;
}
function livesOn(trial) {
  return findProcesses({ trial, command: "start" }).some((p) => !isWrapper(p));
}
function programEnded(start, how, { output }) {
  const taken = /address already in use|EADDRINUSE/i.test(output.text());
  const problem = `The program ended by itself with ${how}${taken ? ", and says that an address is already in use" : ""}: ${shorten(start.text)}`;
  const remedy = taken ? "Have it listen on $PORT, a free port that all commands of a trial are told. Its last lines are in the log." : "Its last lines are in the log. `start` has to stay in the foreground, or leave a daemon behind, until the last round.";
  return new CommandError("program-ended", problem, remedy, output.lines());
}
function neverReady(workload, answer, program) {
  return new CommandError(
    "not-ready",
    `The program was not ready within ${formatDuration(workload.timeout.ready)}; \`ready\` found last: ${answer}.`,
    "Its last lines are in the log. Correct `ready`, or raise `timeout: { ready: \u2026 }`.",
    program.output()
  );
}
function noEndpoint(answer, program) {
  const remedy = "Open the URL by hand while the program runs; `profiles` takes the URL that ends with /debug/pprof.";
  return new CommandError(
    "no-probe",
    `The endpoint in \`profiles\` gave no figures: ${answer}`,
    remedy,
    program.output()
  );
}
function noProbe(trial, start, instrumentation, program) {
  const processes = findProcesses({ trial, command: start.name }).filter((p) => !isWrapper(p));
  const replaced = processes.flatMap(
    (p) => replacedVariables(readEnvironment(p.pid) ?? /* @__PURE__ */ new Map(), instrumentation)
  );
  const names = [...new Set(replaced)].join(", ");
  const why = names ? `its environment does not hold what leakdiff set in ${names}` : `it was not built by \`setup\` or \`${start.name}\` of this workload, or has another runtime`;
  const remedy = names ? `Where the program is started, keep what is in ${names}, and append to it.` : `Build it in \`setup\` or \`${start.name}\` with no prebuilt binary, check \`runtime\`, or give its own pprof endpoint in \`profiles\`.`;
  return new CommandError("no-probe", `No probe answers in the program: ${why}.`, remedy, program.output());
}

// src/measure/rounds.ts
import { mkdir as mkdir3 } from "node:fs/promises";
import { join as join6 } from "node:path";

// src/measure/drain.ts
var firstPause = 250;
var longestPause = 2e3;
var shortestDrain = 5500;
var noise = 0.02;
async function drain(draining) {
  const { read, levels, limit, clock } = draining;
  const began = clock.now();
  let reading = await read();
  for (let pause2 = firstPause; grown(draining, levels(reading)).size > 0; pause2 = Math.min(pause2 * 2, longestPause)) {
    const left = limit - (clock.now() - began);
    if (left <= 0) return { reading, settled: false };
    const before = levels(reading);
    await clock.pause(Math.min(pause2, left));
    reading = await read();
    const still = !hasDropped(draining, before, levels(reading));
    if (still && clock.now() - began >= shortestDrain) break;
  }
  return { reading, settled: true };
}
function grown({ first, negligible }, now) {
  const growth = [...now].map(([key, value]) => [key, value - (first.get(key) ?? 0)]);
  return new Map(growth.filter(([key, value]) => value > negligible(key)));
}
function hasDropped(draining, before, now) {
  return [...grown(draining, before)].some(([key, growth]) => {
    const drop = (before.get(key) ?? 0) - (now.get(key) ?? 0);
    return drop > noise * growth;
  });
}

// src/measure/reading.ts
import { setTimeout as sleep4 } from "node:timers/promises";
async function collectAll(members, patience) {
  const done = await Promise.all(members.map((m) => ask(m, patience, (probe) => probe.collect())));
  return members.filter((_, index) => done[index] !== null);
}
async function readAll(members, sockets, patience) {
  const readings = await Promise.all(members.map((m) => readMember(m, sockets, patience)));
  return readings.flatMap((r) => r ?? []);
}
async function readMember(member, sockets, patience) {
  const counts = await ask(member, patience, (probe) => probe.count());
  if (counts === null) return null;
  const totals = /* @__PURE__ */ new Map();
  for (const { quantity, value } of counts.flat()) totals.set(quantity, (totals.get(quantity) ?? 0) + value);
  if (member.process === null) return { member, totals, files: /* @__PURE__ */ new Map() };
  const usage = readUsage(member.process.pid, sockets);
  if (usage === null || !isAlive(member.process)) return null;
  totals.set("rss-bytes", usage.rssBytes);
  totals.set("threads", usage.threads);
  totals.set("files", sum(usage.files.values()));
  return { member, totals, files: usage.files };
}
async function snapshotAll(members, patience, request) {
  const { directory, ...asked } = request;
  const taken = await Promise.all(
    members.map(async (member) => {
      const files = await ask(
        member,
        patience,
        async (probe, index) => probe.snapshot(await directory(member, index), asked)
      );
      return files === null || member.probes.length === 0 ? [] : [[member.named.key, files]];
    })
  );
  return new Map(taken.flat());
}
function levelsOf(reading, watched) {
  const levels = /* @__PURE__ */ new Map();
  for (const { member, totals } of reading) {
    for (const quantity of watched) {
      const value = totals.get(quantity);
      const key = levelKey(quantity, member.named.name);
      if (value !== void 0) levels.set(key, (levels.get(key) ?? 0) + value);
    }
  }
  return levels;
}
var levelKey = (quantity, name) => `${quantity} ${name}`;
async function ask(member, patience, question) {
  const late2 = () => new Error(`no answer within ${patience.milliseconds / 1e3}s`);
  try {
    return await Promise.all(member.probes.map((p, i) => within(question(p, i), { ...patience, late: late2 })));
  } catch (error) {
    if (patience.signal.aborted) throw error;
    if (await hasEnded(member)) return null;
    throw noSnapshot(member, error);
  }
}
function noSnapshot({ named }, cause) {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new InconclusiveError(
    "no-snapshot",
    `The probe in ${named.name} gave no figures: ${why}`,
    "Look whether the program still answers then; a program that is stopped, or blocked for long, cannot be measured.",
    { cause }
  );
}
async function hasEnded({ process: process2 }) {
  for (let tries = 0; process2 && tries < 50; tries++) {
    if (!isAlive(process2)) return true;
    await sleep4(10);
  }
  return false;
}
function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

// src/measure/rest.ts
var restRounds = 3;
function restTime(request) {
  const { first, last, negligible, rounds, milliseconds } = request;
  const grew = [...last].some(([key, value]) => value - (first.get(key) ?? 0) > negligible(key));
  return grew ? restRounds * milliseconds / rounds : 0;
}

// src/measure/settle.ts
var firstPause2 = 10;
var longestPause2 = 100;
async function settle({
  read,
  levels,
  previous,
  quiet,
  limit,
  clock
}) {
  const began = clock.now();
  let quietSince = began;
  let reading = await read();
  for (let pause2 = firstPause2; ; pause2 = Math.min(pause2 * 2, longestPause2)) {
    if (previous && isNotAbove(levels(reading), previous)) return { reading, settled: true };
    if (clock.now() - began >= limit) return { reading, settled: false };
    await clock.pause(pause2);
    const before = levels(reading);
    reading = await read();
    const now = levels(reading);
    if (hasFallen(before, now)) quietSince = clock.now();
    if (agree(before, now) && clock.now() - quietSince >= quiet) return { reading, settled: true };
  }
}
function isNotAbove(now, previous) {
  return [...now].every(([key, value]) => value <= (previous.get(key) ?? -1));
}
function hasFallen(before, now) {
  return [...before].some(([key, value]) => (now.get(key) ?? 0) < value);
}
function agree(before, now) {
  return before.size === now.size && [...now].every(([key, value]) => before.get(key) === value);
}

// src/measure/rounds.ts
var settledBy = ["tasks", "files"];
var drainedBy = ["tasks", "files", "heap-bytes", "heap-objects", "external-bytes"];
async function runRounds(request) {
  const { warmup, rounds, onObservation } = request;
  const observe = createObserver(request);
  const began = performance.now();
  let first = /* @__PURE__ */ new Map();
  let last = /* @__PURE__ */ new Map();
  let firstEnded = began;
  if (warmup === 0) onObservation(await observe("warm-up", 0, began));
  for (let repetition = 1; repetition <= warmup + rounds; repetition++) {
    const round = Math.max(0, repetition - warmup);
    await request.runRound(round);
    const observation = await observe(round === 0 ? "warm-up" : "round", round, began);
    onObservation(observation);
    last = levelsOf(observation.reading, drainedBy);
    if (round !== 1) continue;
    first = last;
    firstEnded = performance.now();
  }
  if (!request.drains) return;
  const milliseconds = performance.now() - firstEnded;
  const idle2 = restTime({ first, last, negligible: negligibleIn(request), rounds: rounds - 1, milliseconds });
  if (idle2 > 0 && request.onRest !== null) {
    request.onRest();
    await request.clock.pause(idle2);
    onObservation(await observe("rested", rounds, began));
  }
  request.onDrain();
  onObservation(await observe("drained", rounds, began, first));
}
function createObserver(request) {
  const { patience, profiles } = request;
  const rollCall = createRollCall();
  let previous = null;
  let count = 0;
  return async (moment, round, began, first) => {
    throwIfAborted(patience.signal);
    const { reading, settled } = await (first ? readDrained(request, first) : readSettled(request, previous));
    previous = levelsOf(reading, settledBy);
    const place = join6(profiles, String(++count));
    const files = await snapshotAll(
      reading.map((r) => r.member),
      patience,
      {
        directory: (member, probe) => makeDirectory(place, member, probe),
        round,
        dump: moment === "drained" || request.look === true && round === 1,
        ...request.look === true ? graphAt(moment, round) : {}
      }
    );
    const answered = reading.filter(({ member }) => member.probes.length === 0 || files.has(member.named.key));
    rollCall(answered, moment === "round" || moment === "warm-up" ? roundText(round) : "after the last round");
    return {
      moment,
      round,
      elapsed: Math.round(performance.now() - began),
      settled,
      reading: answered,
      files
    };
  };
}
function graphAt(moment, round) {
  if (moment === "drained") return { graph: "write" };
  return moment === "round" && round === 1 ? { graph: "mark" } : {};
}
async function readSettled(request, previous) {
  const { census, clock, patience, sockets } = request;
  const members = await collectAll(await census.take(), patience);
  return settle({
    read: () => readAll(members, sockets, patience),
    levels: (reading) => levelsOf(reading, settledBy),
    previous,
    ...request.settle,
    clock
  });
}
function readDrained(request, first) {
  const { census, clock, patience, sockets } = request;
  return drain({
    read: async () => readAll(await collectAll(await census.take(), patience), sockets, patience),
    levels: (reading) => levelsOf(reading, drainedBy),
    first,
    negligible: negligibleIn(request),
    limit: request.settle.limit,
    clock
  });
}
function negligibleIn({ rounds, runtime }) {
  const floors = runtime.floors;
  return (key) => (floors[key.slice(0, key.indexOf(" "))] ?? 0) * rounds;
}
async function makeDirectory(place, { named }, probe) {
  const directory = join6(place, `${named.key.replace(/[^\w@]+/g, "-")}-${probe}`);
  await mkdir3(directory, { recursive: true });
  return directory;
}
var roundText = (round) => round === 0 ? "in warm-up" : `in round ${round}`;
function assertAnswered(observations, rounds) {
  const answered = observations.filter((o) => o.moment === "round" && o.files.size > 0);
  if (answered.length === rounds) return;
  throw new InconclusiveError(
    "no-snapshot",
    `Only ${answered.length} of ${rounds} rounds gave a snapshot.`,
    "Look in the log for processes that ended, and have the measured program live until the last round."
  );
}

// src/measure/forms/form.ts
import { join as join8 } from "node:path";

// src/measure/census.ts
import { readdirSync as readdirSync2 } from "node:fs";
import { connect as connect2 } from "node:net";
import { join as join7 } from "node:path";
function createCensus(request) {
  const sockets = createSocketProbes(request);
  const endpoints = createEndpointProbes(request);
  const parents = /* @__PURE__ */ new Map();
  let started = null;
  const take = async () => {
    await sockets.look();
    const found = withProcesses(
      findProcesses({ trial: request.trial, command: request.command }),
      sockets.pids()
    );
    const named = nameProcesses(found, request.context);
    const processes = found.flatMap((info) => {
      const fresh = isWrapper(info) ? void 0 : named.get(info.pid);
      if (!fresh) return [];
      if (!parents.has(fresh.key)) parents.set(fresh.key, fresh.parent);
      return [{ info, named: { ...fresh, parent: parents.get(fresh.key) ?? null } }];
    });
    started ??= firstStarted(processes);
    const answering = await endpoints.look(processes.map((p) => p.info));
    const members = processes.map((p) => ({
      named: p.named,
      process: p.info,
      started: p.named.key === started,
      probes: [
        ...sockets.of(p.info.pid),
        ...answering.flatMap((e) => e.pid === p.info.pid ? [e.probe] : [])
      ]
    }));
    const distant = answering.filter((e) => !processes.some((p) => p.info.pid === e.pid)).map(distantMember);
    return request.workload.measure === "started" ? members.filter((m) => m.started) : [...members, ...distant];
  };
  const close = async () => {
    await Promise.allSettled([...sockets.all(), ...endpoints.all()].map((probe) => probe.close()));
  };
  return { take, close };
}
function withProcesses(found, pids) {
  const missing2 = pids.filter((pid) => !found.some((p) => p.pid === pid));
  return [...found, ...missing2.flatMap((pid) => readProcess(pid) ?? [])];
}
function firstStarted(processes) {
  const top = processes.filter((p) => p.named.parent === null);
  top.sort((a, b) => a.info.startTime - b.info.startTime || a.info.pid - b.info.pid);
  return top[0]?.named.key ?? null;
}
function distantMember({ name, probe }) {
  return { named: { key: name, name, parent: null }, process: null, started: false, probes: [probe] };
}
function createSocketProbes({ sockets, runtime }) {
  const known = /* @__PURE__ */ new Map();
  const forget = async (file) => {
    const probe = known.get(file)?.probe;
    known.delete(file);
    await probe?.close().catch(() => {
    });
  };
  const meet = async (file) => {
    const pid = runtime.socketPid(file);
    const owner = pid === null || known.has(file) ? null : readProcess(pid);
    if (!owner) return;
    const probe = await runtime.connect({ kind: "socket", path: join7(sockets, file) }).catch(() => null);
    if (probe) known.set(file, { owner, probe });
  };
  const ofProcess = (pid) => [...known].filter(([, s]) => s.owner.pid === pid && isAlive(s.owner));
  const hasEnded3 = async (file, { owner }) => {
    if (!isAlive(owner)) return true;
    return ofProcess(owner.pid).length > 1 && !await listens(join7(sockets, file));
  };
  const look = async () => {
    for (const [file, probe] of [...known]) if (await hasEnded3(file, probe)) await forget(file);
    await Promise.all(readdirSync2(sockets).map(meet));
  };
  return {
    look,
    of: (pid) => ofProcess(pid).map(([, s]) => s.probe),
    pids: () => [...new Set([...known.values()].map((s) => s.owner.pid))],
    all: () => [...known.values()].map((s) => s.probe)
  };
}
function listens(path) {
  return new Promise((resolve2) => {
    const socket = connect2(path);
    socket.on("connect", () => resolve2(true));
    socket.on("error", () => resolve2(false));
    socket.on("connect", () => socket.destroy());
  });
}
function createEndpointProbes({ workload, runtime, environment }) {
  const known = /* @__PURE__ */ new Map();
  const look = async (processes) => {
    const found = [];
    for (const endpoint of workload.profiles) {
      const url = expand(endpoint.url, environment);
      const probe = known.get(url) ?? await runtime.connect({ kind: "url", url });
      known.set(url, probe);
      const pid = probe.pid ?? listener(url, processes);
      found.push({ name: endpoint.name ?? endpoint.url, pid, probe });
    }
    return found;
  };
  return { look, all: () => [...known.values()] };
}
function listener(url, processes) {
  const { port, protocol } = new URL(url);
  const listeners = listenersOn(Number(port || (protocol === "https:" ? 443 : 80)), processes);
  return [...listeners].sort((a, b) => a.startTime - b.startTime)[0]?.pid ?? null;
}

// src/measure/forms/form.ts
function programCommand({ bench, request }, name, text, more = {}) {
  const { lookEnv, runEnv } = request.instrumentation;
  const looking = request.look === true ? lookEnv?.(bench.sockets) : void 0;
  const instrumentation = looking ?? runEnv(request.stage, bench.sockets);
  const start = bench.command(name, text, { instrumentation: { ...instrumentation, ...more } });
  return { start, instrumentation };
}
async function withProgram(making, { start, onEnd, phase }, makeRounds2) {
  const { bench, request } = making;
  const { workload } = request;
  const stop = workload.stop === null ? null : bench.command("stop", workload.stop);
  const lifecycle = { trial: bench.trial, workload, start, stop, phase, ...onEnd && { onEnd } };
  step(request, start.name);
  const program = startProgram(lifecycle);
  try {
    await makeRounds2(program, lifecycle);
  } finally {
    await endProgram(program, making);
  }
}
async function endProgram(program, { notes, request }) {
  step(request, "stop");
  try {
    await program.end();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push({ code: "stop-failed", text: reasonOf(error, request.log).text });
  }
}
function censusOf({ bench, request }, { name, environment }) {
  const { headDirectory, revision, runtime, workload } = request;
  const directory = join8(revision.directory, workload.directory);
  return createCensus({
    trial: bench.trial,
    command: name === "test" || name === "run" ? name : "start",
    sockets: bench.sockets,
    runtime,
    workload,
    environment,
    context: { directory, roots: [revision.directory, headDirectory] }
  });
}
function roundsOf(making, signal) {
  const { bench, onObservation, request } = making;
  const { rounds, runtime, stage, workload } = request;
  return {
    runtime,
    rounds,
    warmup: workload.warmup,
    settle: workload.settle,
    drains: stage === "confirm",
    look: request.look === true,
    onObservation,
    onRest: null,
    onDrain: () => step(request, "drain"),
    patience: { milliseconds: workload.timeout.round, signal },
    clock: clockUntil(signal),
    sockets: bench.sockets,
    profiles: bench.profiles
  };
}
function step({ log, look, number, revision }, text) {
  log.step(`${revision.side}, ${look === true ? "a look at who holds it" : `trial ${number}`}: ${text}`);
}
var roundStep = (round, { rounds }) => round === 0 ? "warm-up round" : `round ${round} of ${rounds}`;

// src/measure/forms/round-calls.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { createServer } from "node:http";
async function openRoundCalls() {
  const path = `/${randomUUID2()}`;
  const state = {
    waiting: null,
    early: null,
    pending: false,
    over: false
  };
  const server = createServer((request, response) => {
    request.resume();
    const refusal = refusalOf(request, `${path}/round`, state);
    if (refusal !== null) return reply(response, ...refusal);
    state.pending = true;
    const call = {
      answer: (round, left) => {
        state.pending = false;
        reply(response, 200, { round, left });
      }
    };
    if (state.waiting === null) state.early = call;
    else state.waiting(call);
    state.waiting = null;
  });
  server.requestTimeout = 0;
  await new Promise((resolve2, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve2);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    next: () => new Promise((resolve2) => {
      if (state.early === null) state.waiting = resolve2;
      else resolve2(state.early);
      state.early = null;
    }),
    close: () => {
      state.over = true;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve2) => server.close(resolve2));
    }
  };
}
function refusalOf({ method, url }, path, { over, pending }) {
  if (url !== path) return [404, { error: "call POST $LEAKDIFF_URL/round" }];
  if (method !== "POST") return [405, { error: "call POST $LEAKDIFF_URL/round" }];
  if (over) return [410, { error: "no round is left" }];
  return pending ? [409, { error: "the round before this one is still being measured" }] : null;
}
function reply(response, status, body) {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(`${JSON.stringify(body)}
`);
}

// src/measure/forms/run.ts
async function makeOwnRounds(making, workload) {
  var _stack = [];
  try {
    const { request } = making;
    const total = workload.warmup + request.rounds;
    const state = { made: 0, total, call: null, over: false };
    const calls = __using(_stack, await openRoundCalls(), true);
    const { start, instrumentation } = programCommand(making, "run", workload.run, { LEAKDIFF_URL: calls.url });
    const phase = () => roundText(Math.max(0, state.made + 1 - workload.warmup));
    const onEnd = (end2, output) => state.over ? null : endedEarly(state, end2, output);
    await withProgram(making, { start, onEnd, phase }, async (program, lifecycle) => {
      const until2 = AbortSignal.any([request.signal, program.gone]);
      const census = censusOf(making, start);
      try {
        await runRounds({
          ...roundsOf(making, until2),
          census,
          runRound: async (round) => {
            step(request, roundStep(round, request));
            const first = state.made === 0;
            const limit = workload.timeout.round + (first ? workload.timeout.ready : 0);
            await nextCall(state, calls, program, { limit, signal: until2 });
            if (first)
              await waitForProbe(program, census, lifecycle, instrumentation, until2, performance.now() + 1e3);
          }
        });
        await census.close();
        await letEnd(state, calls, program, workload.timeout.stop, request.signal);
      } finally {
        await census.close();
      }
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function nextCall(state, calls, program, { limit, signal }) {
  const late2 = () => new CommandError(
    "run-hung",
    `\`run\` made ${state.made} of ${state.total} rounds, and told of no further one within ${formatDuration(limit)}.`,
    "Have it call POST $LEAKDIFF_URL/round after each round, or raise `timeout: { round: \u2026 }`. Its last lines are in the log.",
    program.output()
  );
  const next = calls.next();
  state.call?.answer(state.made, state.total - state.made);
  state.call = await within(next, { milliseconds: limit, signal, late: late2 });
  state.made++;
}
async function letEnd(state, calls, program, milliseconds, signal) {
  state.over = true;
  calls.close();
  state.call?.answer(state.made, 0);
  const lasting = { ok: true, how: "still running" };
  const late2 = new Error("late");
  const end2 = await within(program.ended, { milliseconds, signal, late: () => late2 }).catch((error) => {
    if (error === late2) return lasting;
    throw error;
  });
  if (!end2.ok)
    throw new CommandError(
      "run-failed",
      `\`run\` made all of its ${state.total} rounds, and then failed: it ended with ${end2.how}.`,
      "Its last lines are in the log. Correct it until it ends with exit 0.",
      program.output()
    );
}
function endedEarly({ made, total }, { ok, how }, output) {
  const problem = `\`run\` ended early${ok ? "" : ` with ${how}`}: it made ${made} of ${total} rounds.`;
  if (!ok) return new CommandError("run-failed", problem, "Its last lines are in the log.", output);
  return new InconclusiveError(
    "too-few-rounds",
    problem,
    "Have it make $LEAKDIFF_ROUNDS rounds and call POST $LEAKDIFF_URL/round after each, until the answer is 410."
  );
}

// src/measure/forms/server.ts
import { setTimeout as sleep5 } from "node:timers/promises";
async function makeServerRounds(making, workload) {
  const { request } = making;
  const state = { phase: "at start" };
  const { start, instrumentation } = programCommand(making, "start", workload.start);
  await withProgram(making, { start, phase: () => state.phase }, async (program, lifecycle) => {
    const until2 = AbortSignal.any([request.signal, program.gone]);
    const census = censusOf(making, start);
    try {
      await waitUntilReady(program, census, { ...lifecycle, workload }, instrumentation, until2);
      await runRounds({
        ...roundsOf(making, until2),
        census,
        onRest: () => step(request, "at rest"),
        runRound: (round) => {
          state.phase = roundText(round);
          return runRound(making, workload, program, round, until2);
        }
      });
    } finally {
      await census.close();
    }
  });
}
async function runRound({ bench, request }, { round: text, timeout: timeout2 }, program, round, signal) {
  step(request, roundStep(round, request));
  try {
    await runCommand(bench.command("round", text, { round }), timeout2.round, signal);
  } catch (error) {
    if (error instanceof CommandError) await sleep5(200);
    throw program.gone.aborted ? program.gone.reason : error;
  }
}

// src/measure/forms/test.ts
import { readdirSync as readdirSync3 } from "node:fs";
import { join as join10 } from "node:path";

// src/measure/forms/merge-observations.ts
function mergeObservations(series) {
  const longest = Math.max(0, ...series.map((s) => s.length));
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) => {
    const [first, ...others] = series.flatMap((s) => s[index] ?? []);
    return first === void 0 ? [] : [others.reduce(both, first)];
  });
}
var both = (a, b) => ({
  ...a,
  elapsed: a.elapsed + b.elapsed,
  settled: a.settled && b.settled,
  reading: [...a.reading, ...b.reading],
  files: new Map([...a.files, ...b.files])
});

// src/measure/forms/test-session.ts
import { join as join9 } from "node:path";
var LeftOut = class extends Error {
  name = "LeftOut";
  outcome;
  constructor(outcome, text) {
    super(text);
    this.outcome = outcome;
  }
};
async function measureSession(making, program, process2, earlier) {
  const { request } = making;
  const again = earlier.filter((s) => s.name === process2.name).length;
  const name = again === 0 ? process2.name : `${process2.name} (${again + 1})`;
  const info = process2.pid === null ? null : readProcess(process2.pid);
  const observations = [];
  const session = { making, program, process: process2, info, name, repetition: 0 };
  const profiles = join9(making.bench.profiles, `tests-${earlier.length + 1}`);
  try {
    await runRounds({
      ...roundsOf({ ...making, onObservation: (seen) => observations.push(seen) }, request.signal),
      profiles,
      census: censusOfOne({ name, info, process: process2 }),
      runRound: (round) => repeat(session, round)
    });
    return { name: process2.name, outcome: "measured", observations, note: null };
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    const note = error.outcome === "no-test" ? null : { code: error.outcome, text: error.message };
    return { name: process2.name, outcome: error.outcome, observations: [], note };
  } finally {
    await end(session);
  }
}
function censusOfOne({
  name,
  info,
  process: process2
}) {
  const named = { key: name, name, parent: null };
  const member = { named, process: info, started: true, probes: [process2] };
  return { take: async () => [member], close: async () => {
  } };
}
async function repeat(session, round) {
  const { making, name, program } = session;
  session.repetition++;
  step(making.request, `${name}: ${roundStep(round, making.request)}`);
  const { executed, failed } = await runTests(session, round);
  if (executed === 0 && failed === null) throw new LeftOut("no-test", "");
  if (failed === null) return;
  if (session.repetition === 2) throw notRepeatable(name, failed);
  throw new CommandError(
    "test-failed",
    `${testName(failed)} of ${name} fails ${roundText(round)}.`,
    "Its last lines are in the log. Run the tests by hand in this revision, and correct them until they pass.",
    program.output()
  );
}
async function runTests(session, round) {
  const { making, name, process: process2, program } = session;
  const { signal, workload } = making.request;
  const milliseconds = workload.timeout.round;
  const late2 = () => new CommandError(
    "test-hung",
    `The tests of ${name} did not end within ${formatDuration(milliseconds)} (${roundText(round)}).`,
    "Its last lines are in the log. Select fewer tests, or raise `timeout: { round: \u2026 }`.",
    program.output()
  );
  try {
    return await within(process2.round(), { milliseconds, signal, late: late2 });
  } catch (error) {
    if (error instanceof CommandError || signal.aborted) throw error;
    await hasEnded2(session);
    const failed = lastFailure(program.text());
    if (session.repetition === 2) throw notRepeatable(name, failed);
    throw new CommandError(
      "test-crashed",
      `The process with the tests of ${name} ended by itself ${roundText(round)}${failed === "" ? "" : `, in ${failed}`}.`,
      "Its last lines are in the log. Run the tests by hand in this revision, and correct them until they pass.",
      program.output()
    );
  }
}
async function hasEnded2({ info, making, program }) {
  const { signal } = making.request;
  for (let tries = 0; tries < 60; tries++) {
    if ((info === null || !isAlive(info)) && lastFailure(program.text()) !== "") return;
    await pause(50, signal);
  }
}
var lastFailure = (output) => [...output.matchAll(/--- FAIL: (\S+)/g)].at(-1)?.[1] ?? "";
var testName = (failed) => failed === "" ? "A test" : `\`${failed}\``;
function notRepeatable(name, failed) {
  const text = `${testName(failed)} of ${name} passes once and not twice in one process: the tests of ${name} are not repeatable, and left out.`;
  return new LeftOut("not-repeatable", text);
}
async function end({ info, making, process: process2 }) {
  const { signal, workload } = making.request;
  if (signal.aborted || info === null || !isAlive(info)) return;
  await process2.end().catch(() => {
  });
  await process2.close();
  const deadline = performance.now() + workload.timeout.stop;
  while (isAlive(info) && !signal.aborted) {
    if (performance.now() > deadline)
      throw new InconclusiveError(
        "test-hung",
        `The tests of ${process2.name} did not end within ${formatDuration(workload.timeout.stop)} after their last round.`,
        "Look at what TestMain does after the tests, or raise `timeout: { stop: \u2026 }`."
      );
    await pause(20, signal);
  }
}

// src/measure/forms/test.ts
async function makeTestRounds(making, workload) {
  const { request } = making;
  const { tests, name } = request.runtime;
  if (tests === void 0)
    throw new ConfigError(
      `leakdiff cannot repeat tests of ${name}.`,
      "Measure a program instead (`start` and `round`), or have the workload make its rounds itself (`run`)."
    );
  const { start } = programCommand(making, "test", tests.command(workload.test));
  const sessions = [];
  const onEnd = () => null;
  await withProgram(making, { start, onEnd, phase: () => "in its tests" }, async (program) => {
    try {
      for await (const path of testProcesses(making, program)) {
        sessions.push(await measureSession(making, program, await tests.connect(path), sessions));
      }
    } finally {
      for (const seen of mergeObservations(sessions.map((s) => s.observations))) making.onObservation(seen);
    }
    await assertAllRan(program, tests, sessions);
  });
  for (const session of sessions) if (session.note !== null) making.notes.push(session.note);
  assertMeasured(sessions);
}
async function* testProcesses({ bench, request }, program) {
  const { signal, workload } = request;
  const known = /* @__PURE__ */ new Set();
  const limit = workload.timeout.setup;
  const state = { over: false };
  program.ended.then(() => {
    state.over = true;
  });
  for (let since = performance.now(); ; await pause(50, signal)) {
    const { over } = state;
    const fresh = readdirSync3(bench.sockets).find(
      (name) => !known.has(name) && request.runtime.socketPid(name) !== null
    );
    if (fresh !== void 0 && !over) {
      known.add(fresh);
      yield join10(bench.sockets, fresh);
      since = performance.now();
    } else if (over) return;
    if (performance.now() - since > limit) throw silentTests(program, limit);
  }
}
function silentTests(program, limit) {
  return new CommandError(
    "test-hung",
    `\`test\` ran for ${formatDuration(limit)} without coming to any tests.`,
    "Its last lines are in the log. Build in `setup` what takes long, or raise `timeout: { setup: \u2026 }`.",
    program.output()
  );
}
async function assertAllRan(program, tests, sessions) {
  const { ok, how } = await program.ended;
  if (ok) return;
  const failures = tests.failures(program.text());
  const unmeasured = failures.filter((name) => !sessions.some((s) => s.name === name));
  if (unmeasured.length === 0 && failures.length > 0) return;
  const which = unmeasured.length > 0 ? ` Not measured: ${unmeasured.slice(0, 5).join(", ")}.` : "";
  throw new CommandError(
    "test-failed",
    `\`test\` ended with ${how}.${which}`,
    "Its last lines are in the log. Run it by hand in this revision, and correct it until it ends with exit 0.",
    program.output()
  );
}
function assertMeasured(sessions) {
  if (sessions.some((s) => s.outcome === "measured")) return;
  const [unrepeatable] = sessions.filter((s) => s.outcome === "not-repeatable");
  if (unrepeatable?.note)
    throw new InconclusiveError(
      "not-repeatable",
      `No tests could be repeated in one process. ${unrepeatable.note.text}`,
      "Have tests leave the process as they found it (no registering twice, no fixed state), or select others."
    );
  throw new InconclusiveError(
    "no-test",
    "`test` executed no test.",
    "Correct its pattern or its packages; tests that are skipped measure nothing."
  );
}

// src/measure/forms/make-rounds.ts
async function makeRounds(making) {
  const { workload } = making.request;
  if (workload.form === "server") return makeServerRounds(making, workload);
  if (workload.form === "run") return makeOwnRounds(making, workload);
  return makeTestRounds(making, workload);
}

// src/measure/trial-run.ts
import { join as join11 } from "node:path";

// src/measure/fold-profiles.ts
import { readFile as readFile2 } from "node:fs/promises";
import { basename as basename3 } from "node:path";
var living = (profile) => !profile.quantity.startsWith("alloc-");
async function foldProfiles(runtime, locate, observations, cast) {
  const table = createSiteTable(runtime, locate, observations.length);
  const folding = { runtime, table, observations, failures: /* @__PURE__ */ new Map(), periods: [] };
  for (const [key, role] of cast.roleOf) await foldMember(folding, key, role);
  foldFiles(folding, cast);
  return {
    ...table.result(),
    period: Math.max(0, ...folding.periods),
    failures: [...folding.failures.values()]
  };
}
async function foldMember(folding, key, role) {
  const { observations } = folding;
  const present = observations.flatMap((o, index) => o.files.has(key) ? [index] : []);
  const periods = /* @__PURE__ */ new Set();
  for (const index of present) {
    const isLast = index === present.at(-1);
    for (const paths of observations[index]?.files.get(key) ?? []) {
      const profiles = await readProfiles(folding, paths);
      for (const period of checkedPeriods(folding, profiles)) periods.add(period);
      for (const profile of valued(profiles)) foldProfile(folding, { role, index, present }, profile);
      if (isLast) describeTasks(folding, role, profiles);
    }
  }
  if (periods.size > 1) fail(folding, changedPeriod([...periods]));
  folding.periods.push(...periods);
}
function foldProfile(folding, where, { quantity, samples }) {
  const { role, index, present } = where;
  for (const { attributes, stack, value } of samples) {
    if (isInnocent(folding.runtime, quantity, stack)) continue;
    const born = attributes?.born;
    if (born === void 0) folding.table.add({ role, quantity, stack }, value, [index]);
    else if (index === present.at(-1)) {
      const lived = present.filter((i) => bornBy(folding.observations[i], born));
      folding.table.add({ role, quantity, stack }, value, lived);
    }
  }
}
function bornBy(observation, born) {
  return observation?.moment === "rested" || observation?.moment === "drained" || born <= (observation?.round ?? -1);
}
function isInnocent(runtime, quantity, stack) {
  return runtime.innocent.some((r) => (r.quantity === "any" || r.quantity === quantity) && r.matches(stack));
}
function valued(profiles) {
  const tasks = profiles.filter((p) => p.quantity === "tasks");
  const plain = tasks.find((p) => p.samples.every((s) => !s.attributes?.state && !s.attributes?.createdBy));
  const chosen = plain ?? tasks[0];
  return profiles.filter((p) => living(p) && (p.quantity !== "tasks" || p === chosen));
}
function describeTasks({ table, runtime }, role, profiles) {
  const described = profiles.filter((p) => p.quantity === "tasks").findLast(tellsState);
  for (const { stack, value, attributes } of described?.samples ?? []) {
    if (!attributes || isInnocent(runtime, "tasks", stack)) continue;
    table.describe({ role, quantity: "tasks", stack }, value, attributes);
  }
}
var tellsState = (profile) => profile.samples.some((s) => s.attributes?.state !== void 0 || s.attributes?.createdBy !== void 0);
async function readProfiles(folding, paths) {
  const profiles = await Promise.all(
    paths.map(async (path) => {
      try {
        return folding.runtime.parse(basename3(path), await readFile2(path));
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        const text = `A profile of the measured program cannot be read: ${error.message}`;
        fail(folding, { code: "profile-broken", text, remedy: error.remedy });
        return [];
      }
    })
  );
  return profiles.flat();
}
function checkedPeriods(folding, profiles) {
  const { floors } = folding.runtime;
  for (const quantity of ["tasks", "heap-bytes"]) {
    if (floors[quantity] === void 0 || profiles.some((p) => p.quantity === quantity)) continue;
    const text = `A snapshot holds no profile of ${quantity}.`;
    fail(folding, {
      code: quantity === "tasks" ? "no-task-profile" : "no-heap-profile",
      text,
      remedy: unreadable
    });
  }
  return profiles.flatMap(({ exact, period, quantity }) => {
    if (quantity !== "heap-bytes") return [];
    if (exact) return [0];
    if (period !== void 0 && period > 0) return [period];
    const text = "A heap profile does not tell its sampling period.";
    fail(folding, { code: "period-unknown", text, remedy: unreadable });
    return [];
  });
}
var unreadable = "Look whether the program sets its profiles up itself; leave that to leakdiff, or to the runtime.";
function changedPeriod(periods) {
  return {
    code: "period-changed",
    text: `The program changed its heap sampling period within the trial: ${periods.join(", ")} bytes.`,
    remedy: "Have it set the period once, before the first allocation, or not at all."
  };
}
function foldFiles({ observations, table }, cast) {
  for (const [index, { reading }] of observations.entries()) {
    for (const { member, files } of reading) {
      const role = cast.roleOf.get(member.named.key);
      if (role === void 0) continue;
      for (const [kind, count] of files) {
        table.add({ role, quantity: "files", stack: [{ function: kind, file: "", line: 0 }] }, count, [index]);
      }
    }
  }
}
function fail({ failures }, reason) {
  failures.set(`${reason.code} ${reason.text}`, reason);
}

// src/measure/host.ts
import { availableParallelism, release } from "node:os";
function hostOf() {
  const { ImageOS, ImageVersion } = process.env;
  const image = ImageOS ? `${ImageOS}-${ImageVersion}` : `${process.platform}-${process.arch}-${release()}`;
  return { cpus: availableParallelism(), image };
}

// src/measure/trial-run.ts
async function measureTrial(request) {
  var _stack = [];
  try {
    const began = performance.now();
    const observations = [];
    const failures = [];
    const notes = [];
    const bench = __using(_stack, await openBench(request), true);
    try {
      await makeRounds({ request, bench, notes, onObservation: (seen2) => observations.push(seen2) });
      assertAnswered(observations, request.rounds);
    } catch (error) {
      failures.push(reasonOf(error, request.log));
    }
    const seen = request.signal.aborted ? [] : observations.filter((o) => o.moment !== "warm-up");
    const cast = castRoles(observations);
    const folded = await foldProfiles(request.runtime, await locator(request), seen, cast);
    return {
      ...identity2(request),
      roles: cast.roles,
      frames: folded.frames,
      sites: folded.sites,
      period: folded.period,
      ...snapshots(seen, cast, folded),
      failures: [...failures, ...folded.failures],
      notes: [...cast.notes, ...notes, ...profileNotes(request, folded)],
      seconds: (performance.now() - began) / 1e3
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function locator({ revision, runtime, workload }) {
  return runtime.locator({
    root: revision.directory,
    directory: join11(revision.directory, workload.directory)
  });
}
function identity2(request) {
  const { number, revision, runtime, stage, versions, workload, workloadHash: workloadHash2 } = request;
  const { how, sha, side } = revision;
  return {
    workload: workload.name,
    workloadHash: workloadHash2,
    side,
    number,
    stage,
    sha,
    how,
    runtime: runtime.name,
    versions,
    host: hostOf()
  };
}
function snapshots(seen, cast, folded) {
  const all = seen.map((observation, index) => snapshotOf(observation, cast, folded.values[index] ?? []));
  const at2 = (moment) => all.filter((_, index) => seen[index]?.moment === moment);
  const [rested] = at2("rested");
  return {
    rounds: at2("round"),
    ...rested === void 0 ? {} : { rested },
    drained: at2("drained")[0] ?? null
  };
}
function snapshotOf({ elapsed, reading, settled }, cast, sites) {
  const totals = /* @__PURE__ */ new Map();
  for (const { member, totals: figures } of reading) {
    const role = cast.roleOf.get(member.named.key);
    if (role === void 0) continue;
    for (const [quantity, value] of figures) {
      const key = `${role} ${quantity}`;
      totals.set(key, { role, quantity, value: value + (totals.get(key)?.value ?? 0) });
    }
  }
  return { elapsed, settled, totals: [...totals.values()], sites };
}
var coarsePeriod = 512 * 1024;
function profileNotes({ workload }, { dropped, period }) {
  const notes = [];
  if (workload.profiles.length > 0 && period >= coarsePeriod) {
    const text = `The program samples its heap every ${period} bytes: totals are exact, but small growth is named poorly. Start it with GODEBUG=memprofilerate=16384.`;
    notes.push({ code: "coarse-sampling", text });
  }
  if (dropped > 0) notes.push({ code: "sites-dropped", text: `The ${dropped} smallest sites were left out.` });
  return notes;
}

// src/measure/look.ts
var lookRounds = 4;
async function takeLook(trial) {
  var _stack = [];
  try {
    const request = { ...trial, look: true, stage: "confirm", rounds: lookRounds };
    const observations = [];
    const bench = __using(_stack, await openBench(request), true);
    try {
      await makeRounds({ request, bench, notes: [], onObservation: (seen) => observations.push(seen) });
      return { roles: await rolesOf(request.runtime, await locator(request), observations), failure: null };
    } catch (error) {
      if (error instanceof FormatError)
        return { roles: [], failure: { code: "look-broken", text: error.message, remedy: error.remedy } };
      return { roles: [], failure: reasonOf(error, request.log) };
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function rolesOf(runtime, locate, observations) {
  const first = observations.find((o) => o.moment === "round");
  const last = observations.find((o) => o.moment === "drained");
  if (first === void 0 || last === void 0) return [];
  const cast = castRoles(observations);
  const framed = (frame) => ({
    ...frame,
    site: runtime.site(frame),
    location: locate(frame)
  });
  return Promise.all(
    cast.roles.map(async ({ name }, role) => {
      const members = [...cast.roleOf].flatMap(([key, index]) => index === role ? [key] : []);
      const retainers = await retainersOf(runtime, last, members);
      const before = await profilesOf(runtime, first, members);
      const after = await profilesOf(runtime, last, members);
      const period = Math.max(0, ...after.map((p) => p.quantity === "heap-bytes" ? p.period ?? 0 : 0));
      return {
        name,
        before: momentOf(runtime, before, framed),
        after: momentOf(runtime, after, framed),
        period,
        retainers
      };
    })
  );
}
async function retainersOf(runtime, { files }, members) {
  const found = [];
  for (const path of members.flatMap((key) => (files.get(key) ?? []).flat()).filter(isGraph)) {
    try {
      found.push(...await runtime.retainers?.(path) ?? []);
    } finally {
      await rm3(path, { force: true });
    }
  }
  return found.toSorted((a, b) => b.share - a.share);
}
var isGraph = (path) => path.endsWith(".heapsnapshot");
async function profilesOf(runtime, { files }, members) {
  const paths = members.flatMap((key) => (files.get(key) ?? []).flat()).filter((path) => !isGraph(path));
  const parsed = await Promise.all(
    paths.map(async (path) => runtime.parse(basename4(path), await readFile3(path)))
  );
  return parsed.flat();
}
function momentOf(runtime, profiles, framed) {
  const innocent = (quantity, stack) => runtime.innocent.some((r) => (r.quantity === "any" || r.quantity === quantity) && r.matches(stack));
  const samplesOf = (quantity) => profiles.filter((p) => p.quantity === quantity).flatMap((p) => p.samples).filter((sample) => !innocent(quantity, sample.stack));
  return {
    heap: samplesOf("heap-bytes").map(({ stack, value }) => ({ stack: stack.map(framed), value })),
    tasks: samplesOf("tasks").flatMap(({ stack, value, attributes }) => {
      const { ancestry, ids } = attributes ?? {};
      if (ids === void 0 || ancestry === void 0) return [];
      return [{ stack: stack.map(framed), value, ids, ancestry: ancestry.map((one) => one.map(framed)) }];
    })
  };
}

// src/measure/setup.ts
async function runSetup(request) {
  const { workload, revision, instrumentation, log, signal } = request;
  const bench = await openBench(request);
  if (workload.setup === null) return bench;
  log.step(`${revision.side}: setup`);
  try {
    const command = bench.command("setup", workload.setup, { instrumentation: instrumentation.buildEnv });
    await runCommand(command, workload.timeout.setup, signal);
    return bench;
  } catch (error) {
    await bench[Symbol.asyncDispose]();
    if (error instanceof CommandError) log.detail(error.message, error.output);
    throw error;
  }
}

// src/measure/workload.ts
async function measureWorkload(request) {
  const prepared = /* @__PURE__ */ new Map();
  try {
    const sides = await measureBothSides({
      base: request.base,
      head: request.head,
      only: request.only,
      baseWhenNeeded: request.workload.measureBase === "when-needed",
      setUp: async (revision) => void prepared.set(revision.side, await prepare(request, revision)),
      trial: async (revision, number, stage) => {
        const side = prepared.get(revision.side);
        if (side === void 0) throw new Error(`${revision.side} is measured before it is set up`);
        const trial = await measureTrial({ ...common(request, revision, stage), ...side, number, stage });
        request.signal.throwIfAborted();
        return trial.failures.length > 0 ? trial : await request.keep(trial);
      },
      next: request.next,
      reasonOf: (error) => reasonOf2(error, request.signal)
    });
    return { ...sides, look: await lookAt(request, sides, prepared.get("head")) };
  } finally {
    for (const side of prepared.values()) await side.leftRunning[Symbol.asyncDispose]();
  }
}
async function lookAt(request, { baseFailure, headFailure, trials }, head) {
  if (head?.instrumentation.lookEnv === void 0 || headFailure !== null || baseFailure !== null) return null;
  if (request.workload.form !== "server" || !request.isRed(trials)) return null;
  const number = trials.filter((trial) => trial.side === "head").length + 1;
  const look = await takeLook({
    ...common(request, request.head, "confirm"),
    ...head,
    number,
    stage: "confirm"
  });
  request.signal.throwIfAborted();
  return look;
}
async function prepare(request, revision) {
  const { runtime, workload } = request;
  const directory = join12(revision.directory, workload.directory);
  const scratch = await mkdtemp2(join12(request.scratch, `${revision.side}-`));
  const toolchain = await runtime.toolchain(directory);
  request.log.step(`${revision.side}: ${runtime.name} ${toolchain}`);
  const instrumentation = await runtime.instrument({ workload, directory, scratch });
  const leftRunning = await runSetup({ ...common(request, revision, "first"), scratch, instrumentation });
  return { instrumentation, versions: { leakdiff: request.version, toolchain }, scratch, leftRunning };
}
function common(request, revision, stage) {
  const { workload, workloadHash: workloadHash2, runtime, head, log, signal } = request;
  const rounds = request.rounds(stage);
  return { workload, workloadHash: workloadHash2, runtime, revision, headDirectory: head.directory, rounds, log, signal };
}
function reasonOf2(error, signal) {
  signal.throwIfAborted();
  if (!(error instanceof UserError)) throw error;
  const code = error instanceof InconclusiveError ? error.code : "not-measured";
  return { code, text: error.message, remedy: error.remedy };
}

// src/measure/time-plan.ts
var besides = 8;
var idle = 3;
function planConfirming({ trials, warmup, rounds, left }) {
  if (left === null) return { rounds: rounds.confirm };
  const firsts = trials.filter((trial) => trial.stage === "first");
  const perRound = firsts.map((trial) => trial.seconds / (warmup + Math.max(1, trial.rounds.length)));
  const seconds = (count) => perRound.reduce((sum2, one) => sum2 + one * (warmup + count + idle) + besides, 0);
  for (let count = rounds.confirm; count >= rounds.first; count--) {
    if (seconds(count) * 1e3 <= left) return { rounds: count };
  }
  return { missing: seconds(rounds.confirm) * 1e3 - left };
}

// src/timing.ts
var millisecondsOf = (trials) => 1e3 * trials.reduce((sum2, trial) => sum2 + trial.seconds, 0);
function timingOf(request, workload, clock) {
  const limit = request.config.timeLimit ?? null;
  const rounds = { first: workload.rounds, confirm: workload.rounds * confirmFactor };
  const state = { confirm: rounds.confirm, missing: 0 };
  return {
    rounds: (stage) => stage === "first" ? rounds.first : state.confirm,
    confirm: (trials) => {
      const left = limit === null ? null : limit - clock.spent - millisecondsOf(trials);
      const plan = planConfirming({ trials, warmup: workload.warmup, rounds, left });
      if ("missing" in plan) {
        state.missing = plan.missing;
        return "done";
      }
      state.confirm = plan.rounds;
      if (plan.rounds < rounds.confirm) request.log.step(`${plan.rounds} confirming rounds: time-limit`);
      return "confirm";
    },
    reason: () => limit === null || state.missing === 0 ? null : outOfTime(limit, state.missing),
    notes: () => state.confirm < rounds.confirm ? [shortened(state.confirm, rounds.confirm)] : []
  };
}
var minutes = (milliseconds) => Math.max(1, Math.ceil(milliseconds / 6e4));
function outOfTime(limit, missing2) {
  return {
    code: "out-of-time",
    text: `Something grows, and \`time-limit\` left no time for the longer trials that confirm it.`,
    remedy: `It needs about ${minutes(missing2)} min more: \`time-limit: ${minutes(limit + missing2)}m\`.`
  };
}
var shortened = (made, wanted) => ({
  code: "rounds-dropped",
  text: `Confirming trials had ${made} rounds instead of ${wanted}: \`time-limit\`.`
});

// src/pipeline.ts
async function run(request) {
  var _stack = [];
  try {
    const started = performance.now();
    const { commits, config, log, repository } = request;
    const revisions = __using(_stack, await checkOut(repository, commits, {
      workloads: config.workloads,
      warn: (text) => log.detail(text, [])
    }), true);
    const changes = commits.base === null ? [] : await changesBetween(repository, commits.base.sha, commits.head.sha);
    const workloads = [];
    const clock = { spent: 0 };
    for (const workload of config.workloads) {
      workloads.push(await runWorkload(request, workload, revisions, changes, clock));
    }
    const seconds = (performance.now() - started) / 1e3;
    return buildResult({ version, head: commits.head, base: commits.base, reasons: [], workloads, seconds });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function runWorkload(request, workload, revisions, changes, clock) {
  const started = performance.now();
  const { head } = revisions;
  const base = revisions.base !== null && await containsDirectory(revisions.base, workload.directory) ? revisions.base : null;
  const runtime = await runtimeOf(workload, join13(head.directory, workload.directory));
  const today = dayOf(/* @__PURE__ */ new Date());
  const decide = decision(workload, runtime, today);
  const timing = timingOf(request, workload, clock);
  const measured = await measureWorkload({
    workload,
    workloadHash: workloadHash(workload),
    runtime,
    base,
    head,
    scratch: revisions.folder,
    rounds: timing.rounds,
    version,
    next: (trials) => decide(trials, workload.trials).next === "done" ? "done" : timing.confirm(trials),
    isRed: (trials) => isWorthALook(decide(trials, ofHead(trials).length), runtime),
    keep: keeper(request.out ?? revisions.folder),
    log: request.log,
    signal: request.signal
  });
  clock.spent += millisecondsOf(measured.trials);
  const concluded = outOfTime2(conclude(measured, decide), timing.reason());
  const absent = revisions.base !== null && base === null;
  const waivers = waiverNotes(workload.waivers, today, concluded.judgement);
  return workloadResult({
    workload,
    runtime: runtime.name,
    ...concluded,
    notes: [
      ...revisions.notes,
      ...measured.notes,
      ...timing.notes(),
      ...budgetNotes(concluded.judgement?.totals ?? [], workload.budgets),
      ...notesOf(measured, absent, workload),
      ...waivers
    ],
    trials: measured.trials,
    ...await explainer({ look: measured.look, changes, head: head.directory }),
    spans: { measure: (performance.now() - started) / 1e3 }
  });
}
var roundsOf2 = (workload, stage) => workload.rounds * (stage === "first" ? 1 : confirmFactor);
function decision(workload, runtime, today) {
  const waivers = byDay(workload.waivers, today).active;
  const threshold = thresholdOf(workload.budgets, runtime.floors);
  const ofSide = (trials, side) => trials.filter((t) => t.side === side);
  return (trials, most2) => judge({
    comparison: compare(ofSide(trials, "base"), ofSide(trials, "head")),
    threshold,
    taskStack: runtime.taskStack,
    trials: most2,
    waivers
  });
}
var ofHead = (trials) => trials.filter((trial) => trial.side === "head");
function isWorthALook({ findings, verdict }, { taskStack }) {
  const leaks = findings.filter(({ ruling }) => ruling === "leak" || ruling === "worse");
  const joined = ({ parts, quantity }) => quantity === "tasks" && parts.some((p) => p.quantity === "heap-bytes");
  return verdict === "fail" && (taskStack === "creation" ? leaks.length > 0 : leaks.some(joined));
}
function conclude({ trials, headFailure, baseFailure }, decide) {
  const heads = ofHead(trials).length;
  const judgement = heads === 0 ? null : decide(trials, heads);
  if (headFailure !== null) return { judgement: judgement && undecided(judgement), reasons: [headFailure] };
  if (baseFailure === null || judgement?.verdict === "pass") return { judgement, reasons: [] };
  return { judgement: judgement && undecided(judgement), reasons: [baseFailure] };
}
function outOfTime2(concluded, reason) {
  if (reason === null || concluded.judgement?.verdict !== "inconclusive") return concluded;
  return { ...concluded, reasons: [...concluded.reasons, reason] };
}
var undecided = (judgement) => ({ ...judgement, verdict: "inconclusive" });
function notesOf({ trials, baseFailure, look }, absent, workload) {
  const notes = [...new Map(trials.flatMap((t) => t.notes).map((note) => [note.text, note])).values()];
  if (baseFailure !== null)
    notes.push({ code: "without-base", text: `Judged without a base. ${baseFailure.text}` });
  if (look?.failure)
    notes.push({ code: "not-explained", text: `Who holds it was not seen: ${look.failure.text}` });
  if (absent) {
    const text = `Base does not contain \`${workload.directory}\`: all growth is this pull request's.`;
    notes.push({ code: "base-absent", text });
  }
  return notes;
}
var dayOf = (now) => now.toISOString().slice(0, 10);
function keeper(directory) {
  return async (trial) => readTrial(await writeTrial(directory, trial));
}
var runtimeOf = async (workload, directory) => workload.runtime === null ? await recogniseRuntime(directory) : runtimes[workload.runtime];

export {
  changesBetween,
  checkOut,
  containsDirectory,
  changedLines,
  waiverNotes,
  blame,
  hostOf,
  measureWorkload,
  run,
  roundsOf2 as roundsOf,
  decision,
  conclude,
  undecided,
  notesOf,
  dayOf,
  keeper,
  runtimeOf
};
