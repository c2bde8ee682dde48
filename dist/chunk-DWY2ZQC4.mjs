import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  assemble,
  baseFor,
  changesOf,
  createLimit,
  dayOf,
  decision,
  definedBy,
  goalOf,
  keeper,
  measureWorkload,
  millisecondsOf,
  notMeasured,
  notReached,
  ofHead,
  openRoles,
  pathsOf,
  planWorkloads,
  prepareRevisions,
  repeatsOf,
  runtimeOf,
  shareOf,
  timingOf,
  unmeasured,
  withNotes
} from "./chunk-CA6YT6O6.mjs";
import {
  hostOf
} from "./chunk-4KNU7ZCZ.mjs";
import {
  fetchCommit
} from "./chunk-GQSSEWYV.mjs";
import {
  ancestryOf,
  behindStarter,
  buildResult,
  commonFramesOf,
  creatorSeen,
  filesOf,
  libraryCall,
  namesOf,
  wholeStack
} from "./chunk-OKCNATIS.mjs";
import {
  compare
} from "./chunk-QKW4WOB4.mjs";
import {
  clearShare,
  evenGrowth,
  fallenShare,
  flatShare,
  partsOf,
  spareTrials
} from "./chunk-BSZV5EKB.mjs";
import {
  growthOf
} from "./chunk-AM356UNS.mjs";
import {
  shownAt
} from "./chunk-QFJ3QIYI.mjs";
import {
  git,
  runGit
} from "./chunk-HJVQHNAO.mjs";
import {
  workloadHash
} from "./chunk-LTN4BDOO.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import {
  UserError,
  describeError,
  reasonOfThrown
} from "./chunk-EEIPMXOZ.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/checkout/changes/moved-lines.ts
async function movedLines(repository, {
  measured,
  sha,
  files
}) {
  if (files.length === 0) return { sha, moved: {} };
  try {
    for (const commit of [measured, sha]) await fetchCommit(repository, commit);
    const moved2 = [];
    for (const file of new Set(files)) {
      const moves = movesOf(await git(repository, [...differences, measured, sha, "--", `:(literal)${file}`]));
      if (moves.length > 0) moved2.push([file, moves]);
    }
    return { sha, moved: Object.fromEntries(moved2) };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
var differences = [
  "diff",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--unified=0",
  "--inter-hunk-context=0"
];
function movesOf(patch) {
  let by = 0;
  return [...patch.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)].flatMap((hunk) => {
    const [start, here, there] = [Number(hunk[1]), Number(hunk[2] ?? 1), Number(hunk[3] ?? 1)];
    by += there - here;
    return here === 0 ? [{ from: start + 1, by }] : [
      { from: start, by: null },
      { from: start + here, by }
    ];
  });
}
var withoutLines = (sha, files) => ({
  sha,
  moved: Object.fromEntries(files.map((file) => [file, [{ from: 1, by: null }]]))
});

// src/explain/blame/changed-lines.ts
function changedLines(changes) {
  const byPath = new Map(changes.map((change) => [change.path, change.added]));
  return (frame) => {
    const path = pathOf(frame);
    return path !== null && (byPath.get(path) ?? []).some(([from, to]) => frame.line >= from && frame.line <= to);
  };
}
var closeBy = 15;
function nearest(edits, frame) {
  const path = pathOf(frame);
  const distance = (edit) => Math.min(...[edit.line, ...edit.added].map((line) => Math.abs(line - frame.line)));
  const [found] = edits.filter(({ file, within }) => file === path && within === null && frame.line > 0).toSorted((a, b) => distance(a) - distance(b));
  return found !== void 0 && distance(found) <= closeBy ? found : null;
}
function pathOf({ location }) {
  return location.origin === "runtime" ? null : location.path;
}

// src/explain/blame/dependency-lines.ts
import { readFile as readFile2 } from "node:fs/promises";
import { basename as basename2, join as join2 } from "node:path";

// src/explain/blame/users.ts
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
var mostFiles = 500;
function usersIn(head) {
  const read = /* @__PURE__ */ new Map();
  return (name) => {
    if (name === void 0) return Promise.resolve([]);
    const users = read.get(name.source) ?? named(head, name);
    read.set(name.source, users);
    return users;
  };
}
async function named(head, name) {
  const listed = await git({ root: head }, ["ls-files", "-z"]).catch(() => "");
  const paths = listed.split("\0").filter((path) => name.test(basename(path)));
  return await Promise.all(
    paths.slice(0, mostFiles).map(async (path) => {
      const text = await readFile(join(head, path), "utf8").catch(() => "");
      return { path, lines: text.split("\n") };
    })
  );
}

// src/explain/blame/dependency-lines.ts
var mostCharacters = 32 * 2 ** 20;
async function dependencyLines({ dependencyFiles, installedPackages }, changes, head) {
  const usersOf = usersIn(head);
  const found = dependencyFiles.flatMap(
    (file) => changes.filter(({ path }) => isCalled(path, file) && installedPackages?.test(path) !== true).map(async (change) => {
      const others = (await usersOf(file.usedIn)).filter(({ path }) => path !== change.path);
      return await linesOf(file, change, { head, users: others.map(({ lines: lines2 }) => lines2) });
    })
  );
  const lines = (await Promise.all(found)).flat();
  return [...lines.filter(({ by }) => by === void 0), ...lines.filter(({ by }) => by !== void 0)];
}
var isCalled = (path, { name }) => typeof name === "string" ? basename2(path) === name : name.test(path);
async function linesOf({ listsAll, read }, { path, added, hunks }, { head, users }) {
  const text = await readFile2(join2(head, path), "utf8").catch(() => "");
  if (text.length > mostCharacters) return [];
  const lines = text.split("\n");
  const found = added.flatMap(
    ([from, to]) => lines.slice(from - 1, to).flatMap(
      (_, offset) => read(lines, from - 1 + offset, users).map((taken) => ({
        file: path,
        line: from + offset,
        ...taken,
        exact: listsAll === true || taken.by !== void 0
      }))
    )
  );
  if (!found.some(({ by }) => by !== void 0)) return found;
  const before = linesBefore(lines, hunks);
  const listed = new Set(before.flatMap((_, index) => read(before, index, users)).map(keyOf));
  return found.filter((one) => one.by === void 0 || !listed.has(keyOf(one)));
}
var keyOf = (taken) => `${taken.package} ${taken.version}`;
function linesBefore(lines, hunks) {
  const parts = hunks.flatMap(({ after, lines: count, removed }, index) => {
    const previous = hunks[index - 1];
    const from = previous === void 0 ? 0 : previous.after + previous.lines;
    return index === hunks.length - 1 ? [...lines.slice(from, after), ...removed, ...lines.slice(after + count)] : [...lines.slice(from, after), ...removed];
  });
  return parts;
}
function lineOf(lines, taken) {
  const covers = ({ package: name }) => taken.package === name || taken.package.startsWith(`${name}/`);
  const speaks = ({ exact, version: version2 }) => !exact || version2 === taken.version;
  return lines.find((line) => covers(line) && speaks(line)) ?? null;
}

// src/explain/blame/related-edits.ts
function partsOf2(sources, frames) {
  const parts = frames.flatMap((frame) => {
    const path = frame.location.origin === "project" ? pathOf(frame) : null;
    return path === null ? [] : sources.partAt(path, frame.line) ?? [];
  });
  return [...new Map(parts.toReversed().map((part) => [keyOf2(part), part])).values()].toReversed();
}
var keyOf2 = ({ file, lines }) => `${file}\0${lines.join("-")}`;
function inside(edits, parts) {
  return parts.flatMap(
    (part) => edits.filter(({ within }) => within !== null && keyOf2(within) === keyOf2(part))
  );
}
function called(edits, parts) {
  return edits.filter(({ within }) => {
    const name = within?.name?.at(-1);
    if (name === void 0 || within === null) return false;
    const call = new RegExp(`(?<![\\w$])${escaped(name)}\\s*(?:\\[[^\\]]*\\]\\s*)?\\(`);
    return parts.some((part) => keyOf2(part) !== keyOf2(within) && call.test(part.text));
  });
}
function ofSameType(edits, { identifiers }, frames) {
  const types = new Set(
    frames.filter(({ location }) => location.origin === "project").map(({ site }) => identifiers(site)).flatMap(([type, ...more]) => type === void 0 || more.length === 0 ? [] : [type])
  );
  const own = edits.filter(({ within }) => {
    const [type, ...more] = within?.name ?? [];
    return type !== void 0 && more.length > 0 && types.has(type);
  });
  return [...own, ...edits.filter(({ within }) => [...types].some((type) => names(within?.text ?? "", type)))];
}
var inSameFile = (edits, parts) => edits.filter(({ file, within }) => within !== null && parts.some((part) => part.file === file));
function namingHolder(edits, sources, paths) {
  const found = paths.flatMap((path) => {
    const [root = "", ...below] = path.split(" \u2192 ");
    const variable = /^(?:.* [\w$.]*\.|[\w$.]*?)([\w$]{2,})$/.exec(root)?.[1];
    if (variable === void 0) return [];
    return edits.flatMap(
      (edit) => edit.added.flatMap((line) => {
        const text = sources.code(edit.file)?.[line - 1] ?? "";
        const weight = names(text, variable) ? below.filter((name) => names(text, name)).length + 1 : 0;
        return weight > 0 ? [{ edit, line, weight }] : [];
      })
    );
  });
  return found.toSorted((a, b) => b.weight - a.weight);
}
var names = (text, name) => /^[\w$-]+$/.test(name) && new RegExp(`(?<![\\w$])${escaped(name)}(?![\\w$])`).test(text);
var escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&");

// src/explain/blame/edit-lines.ts
function editLines(pull, frames) {
  const [first] = relatedEdits(pull, frames);
  if (first === void 0) return [];
  const own = inOrder(inside(pull.edits, partsOf2(pull.sources, frames)), pull.generated);
  const other = own.find(({ isTest, kind }) => !isTest && kind !== "added" && kind !== first.kind);
  const both = first.kind === "added" || other === void 0 ? [first] : [first, other];
  return both.toSorted((a, b) => Number(b.kind === "removed") - Number(a.kind === "removed")).flatMap(lineOfEdit);
}
function relatedEdits({ edits, generated, source, sources }, frames) {
  const parts = partsOf2(sources, frames);
  const isCut = ({ kind }) => kind !== "added";
  const own = inside(edits, parts);
  const cuts = edits.filter(isCut);
  const found = [
    ...own.filter(isCut),
    ...called(cuts, parts),
    ...own,
    ...ofSameType(cuts, source, frames),
    ...inSameFile(cuts, parts)
  ];
  return inOrder(found, generated);
}
function inOrder(edits, generated) {
  const isLast = ({ file, isTest }) => Number(isTest || generated.has(file));
  return edits.toSorted((a, b) => isLast(a) - isLast(b));
}
function alone({ edits, generated }) {
  const [only, ...others] = edits.filter(({ file, isTest }) => !isTest && !generated.has(file));
  if (only === void 0 || others.length > 0) return [];
  return lineOfEdit(only).map((line) => line.why === "near" ? { ...line, why: "alone" } : line);
}
function lineOfEdit(edit) {
  if (edit === null) return [];
  const { file, kind, line, text } = edit;
  return [{ file, line, why: kind === "added" ? "near" : kind, ...text === void 0 ? {} : { text } }];
}

// src/explain/blame/blame.ts
function changedLinesOf(pull, finding, leads) {
  const frames = framesOf(finding, leads.frames);
  const steps = [
    () => withCuts(pull, certainOf(pull, frames), [...frames, ...leads.ancestry]),
    () => partLines(pull, finding),
    () => certainOf(pull, leads.ancestry).map((line) => line.package ? { ...line, started: true } : line),
    () => calledOf(pull, frames),
    () => frames.length === 0 && native.includes(finding.quantity) ? takenBy(pull) : [],
    () => holderLines(pull, leads.holders),
    () => editLines(pull, [...frames, ...leads.ancestry]),
    () => frames.flatMap((frame) => lineOfEdit(nearest(pull.edits, frame))).slice(0, 1),
    () => alone(pull)
  ];
  for (const step of steps) {
    const lines = step();
    if (lines.length > 0) return unique(lines);
  }
  return [];
}
function isUntouched(pull, finding, leads) {
  const frames = [...framesOf(finding, leads.frames), ...leads.ancestry];
  const creators = finding.site?.tasks?.creators ?? [];
  const known = leads.ancestry.length > 0 || creators.every(({ frame }) => frame.location.origin === "project");
  const parts = partsOf2(pull.sources, frames);
  const seen = frames.filter(({ location }) => location.origin === "project");
  return known && parts.length > 0 && seen.every(isRead(pull)) && inside(pull.edits, parts).length === 0;
}
var isRead = ({ sources }) => (frame) => sources.partAt(pathOf(frame) ?? "", frame.line) !== null;
function withCuts(pull, lines, frames) {
  const isRewritten = ({ file, line, why }) => why === "stack" && pull.edits.some((edit) => edit.file === file && edit.kind === "rewritten" && edit.added.includes(line));
  if (lines.length === 0 || !lines.every(isRewritten)) return lines;
  const inFunctions = inOrder(inside(pull.edits, partsOf2(pull.sources, frames)), pull.generated);
  const removed = inFunctions.find(({ kind }) => kind === "removed");
  return [...lines, ...lineOfEdit(removed ?? null)];
}
function partLines(pull, { parts }) {
  return parts.flatMap(
    ({ culprit }) => culprit === null ? [] : certainOf(pull, [culprit]).map((line) => ({ ...line, part: culprit.function }))
  );
}
function holderLines({ edits, generated, sources }, holders) {
  return namingHolder(inOrder(edits, generated), sources, holders).slice(0, 1).map(({ edit, line }) => ({ ...placeOfHolder(edit, line), why: "holder" }));
}
var placeOfHolder = ({ file, kind, line: first, text }, line) => kind === "rewritten" && first === line && text !== void 0 ? { file, line, text } : { file, line };
var native = ["rss-bytes", "external-bytes"];
function takenBy({ dependencies }) {
  const named2 = dependencies.filter(({ by }) => by === void 0);
  const first = new Map(named2.toReversed().map((line) => [line.package, line]));
  const names2 = [...first.keys()];
  const isPart = (name) => names2.some((whole) => name.startsWith(`${whole}-`));
  return [...first.values()].toReversed().filter((line) => !isPart(line.package)).map(told);
}
function certainOf(pull, frames) {
  const exact = frames.filter(pull.changed).flatMap((frame) => {
    const file = pathOf(frame);
    return file === null ? [] : [{ file, line: frame.line, why: "stack" }];
  });
  return [...written(pull, exact), ...dependencyOf(pull, frames)];
}
function framesOf({ culprit, kin = [], site }, others) {
  const creators = (site?.tasks?.creators ?? []).map((creator) => creator.frame);
  const stacks = [...site === null ? [] : [site.stack], ...kin].flatMap((stack) => stack.toReversed());
  return [...culprit === null ? [] : [culprit], ...stacks, ...creators, ...others];
}
function dependencyOf({ dependencies }, frames) {
  for (const { location } of frames) {
    const line = location.origin === "dependency" ? lineOf(dependencies, location) : null;
    if (line !== null) return [told(line)];
  }
  return [];
}
function calledOf(pull, frames) {
  const frame = frames.find(({ location }) => location.origin === "project");
  const names2 = frame === void 0 ? [] : pull.packagesCalled(frame);
  const lines = names2.flatMap((name) => lineOf(pull.dependencies, { package: name, version: null }) ?? []);
  return lines.slice(0, 1).map((line) => ({ ...told(line), called: true }));
}
var told = ({ exact: _, ...line }) => ({ ...line, why: "dependency" });
var written = ({ generated }, lines) => lines.toSorted((a, b) => Number(generated.has(a.file)) - Number(generated.has(b.file)));
function unique(lines) {
  return [
    ...new Map(lines.map((line) => [`${line.file}\0${line.line}`, line]).reverse()).values()
  ].reverse();
}

// src/explain/blame/edits.ts
function editsOf(source, sources, changes) {
  return changes.flatMap(({ hunks, path }) => {
    const code = source.sources.test(path) ? sources.code(path) : null;
    if (code === null) return [];
    const isTest = source.tests.test(path);
    return hunks.flatMap((hunk) => {
      const edit = editOf(hunk, code, codeOf(source, hunk.removed));
      return edit === null ? [] : [{ ...edit, file: path, within: withinOf(sources, path, hunk), isTest }];
    });
  });
}
var codeOf = ({ withoutComments }, lines) => withoutComments(lines.join("\n")).split("\n");
function editOf(hunk, code, gone) {
  const { after, lines } = hunk;
  const came = code.slice(after, after + lines);
  const old = new Set(gone.map(plain));
  const fresh = new Set(came.map(plain));
  const added = came.flatMap(
    (line2, index) => saysSomething(line2) && !old.has(plain(line2)) ? [after + 1 + index] : []
  );
  const removed = gone.flatMap(
    (line2, index) => saysSomething(line2) && !fresh.has(plain(line2)) ? [hunk.removed[index] ?? ""] : []
  );
  const [line] = added;
  const [text] = removed;
  if (text === void 0) return line === void 0 ? null : { kind: "added", line, added };
  const only = removed.length === 1 && hunk.gone <= hunk.removed.length ? { text } : {};
  if (line === void 0)
    return { kind: "removed", line: Math.max(1, after + stillBefore(gone, fresh)), added, ...only };
  return { kind: "rewritten", line, added, ...only };
}
function stillBefore(gone, fresh) {
  const first = gone.findIndex((line) => saysSomething(line) && !fresh.has(plain(line)));
  return gone.slice(0, first).filter((line) => fresh.has(plain(line))).length;
}
var plain = (line) => line.replace(/\s+/g, "").replace(/[{};,]+$/, "");
var saysSomething = (line) => /[\p{L}\p{N}]/u.test(line);
function withinOf(sources, file, { after, lines }) {
  const first = sources.partAt(file, lines > 0 ? after + 1 : after);
  if (first !== null && (lines > 0 || first.lines[1] > after)) return first;
  const next = sources.partAt(file, after + 1);
  return lines > 0 || next === null || next.lines[0] > after ? null : next;
}

// src/explain/blame/generated.ts
import { open } from "node:fs/promises";
import { join as join3 } from "node:path";
var beginning = 4096;
async function generatedFiles(mark, changes, head) {
  const found = /* @__PURE__ */ new Set();
  for (const { path } of changes) {
    if (mark.test(await beginningOf(join3(head, path)))) found.add(path);
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

// src/explain/blame/packages-called.ts
import { readFileSync } from "node:fs";
import { join as join4 } from "node:path";
function packagesCalled({ packagesUsed }, head) {
  return (frame) => {
    const path = packagesUsed === void 0 ? null : pathOf(frame);
    if (packagesUsed === void 0 || path === null) return [];
    try {
      return packagesUsed(readFileSync(join4(head, path), "utf8"), frame.line);
    } catch {
      return [];
    }
  };
}

// src/explain/blame/sources.ts
import { readFileSync as readFileSync2, statSync } from "node:fs";
import { join as join5 } from "node:path";
var mostBytes = 2 * 2 ** 20;
function sourcesOf({ around, definitions, withoutComments }, head) {
  const read = /* @__PURE__ */ new Map();
  const code = (file) => {
    const known = read.get(file);
    if (known !== void 0) return known;
    const text = textOf(join5(head, file));
    const lines = text === null ? null : withoutComments(text).split("\n");
    read.set(file, lines);
    return lines;
  };
  const partAt = (file, line) => {
    const lines = code(file);
    const found = lines === null || line < 1 ? null : around(lines, line);
    if (lines === null || found === null) return null;
    const text = lines.slice(found[0] - 1, found[1]).join("\n");
    return { file, lines: found, name: definedBy(definitions, lines[found[0] - 1] ?? ""), text };
  };
  return { code, partAt };
}
function textOf(path) {
  try {
    return statSync(path).size > mostBytes ? null : readFileSync2(path, "utf8");
  } catch {
    return null;
  }
}

// src/explain/blame/pull-request.ts
async function pullRequest({ changes, head, source }) {
  const sources = sourcesOf(source, head);
  const edits = editsOf(source, sources, changes);
  const lines = new Set(edits.flatMap(({ added, file }) => added.map((line) => `${file}\0${line}`)));
  return {
    changed: (frame) => lines.has(`${pathOf(frame)}\0${frame.line}`),
    edits,
    sources,
    source,
    dependencies: await dependencyLines(source, changes, head),
    packagesCalled: packagesCalled(source, head),
    generated: await generatedFiles(source.generated, changes, head)
  };
}

// src/explain/native.ts
var leastBytes = 8192;
var leastShare = 0.1;
var leastCounted = 0.5;
function nativeGrowth({
  after,
  before,
  resident = 0
}) {
  const then = byName(before.native);
  const grown = [...byName(after.native)].flatMap(([name, value]) => {
    const more = value - (then.get(name) ?? 0);
    return more > 0 ? [{ name, more }] : [];
  });
  const bytes = grown.reduce((sum, { more }) => sum + more, 0);
  const kinds = grown.map(({ more, name }) => ({ name, share: more / bytes })).filter(({ share }) => share >= leastShare).toSorted((a, b) => b.share - a.share);
  const uncounted = resident >= leastBytes && bytes < leastCounted * resident ? resident : 0;
  if (then.size === 0 || bytes < leastBytes && uncounted === 0) return null;
  return { bytes, kinds, resident: uncounted };
}
var byName = (samples) => new Map(samples.map(({ stack, value }) => [stack.at(-1)?.function ?? "", value]));

// src/explain/opened.ts
var most = 0.5;
function openedBy({ before, after }) {
  const groups = /* @__PURE__ */ new Map();
  const add = ({ stack, value }, sign) => {
    const key = ownOf(stack).map(({ site, line }) => `${site}\0${line}`).join("\0");
    const group = groups.get(key);
    if (group === void 0) groups.set(key, { stack, value: sign * value });
    else group.value += sign * value;
  };
  for (const sample of after.files) add(sample, 1);
  for (const sample of before.files) add(sample, -1);
  const grown = [...groups.values()].filter(({ value }) => value > 0);
  const [first] = grown.toSorted((a, b) => b.value - a.value);
  const culprit = first === void 0 ? void 0 : ownOf(first.stack).at(-1);
  if (first === void 0 || culprit === void 0) return null;
  const all = grown.reduce((sum, { value }) => sum + value, 0);
  return first.value >= most * all ? { stack: first.stack, culprit } : null;
}
var ownOf = (stack) => stack.filter(({ location }) => location.origin !== "runtime");

// src/explain/started.ts
var starterOf = (role, names2) => names2 === "" ? null : starterIn(role, (task) => namesOf(task.stack) === names2);
var starterOfPart = (role, { quantity }, culprit) => quantity !== "tasks" || culprit === null ? null : starterIn(role, ({ stack }) => stack[0]?.site === culprit.site);
function starterIn(role, wanted) {
  const own = role.after.tasks.filter(wanted);
  if (own.some(({ stack }) => stack.some(isCode))) return null;
  const lives = new Set(role.before.tasks.flatMap(({ ids }) => ids));
  const starters = /* @__PURE__ */ new Map();
  const add = (task, by) => {
    const frame = callOf(task, lives);
    if (frame === null) return;
    const key = `${frame.site}\0${frame.line}`;
    const starter = starters.get(key);
    if (starter === void 0) starters.set(key, { frame, value: by });
    else starter.value += by;
  };
  for (const task of own) add(task, task.value);
  for (const task of role.before.tasks.filter(wanted)) add(task, -task.value);
  const [first] = [...starters.values()].toSorted((a, b) => b.value - a.value);
  return first !== void 0 && first.value > 0 ? first.frame : null;
}
function callOf({ ancestry, parents }, lives) {
  const lasting = parents.length > 0 && parents.every((id) => lives.has(id));
  const led = (lasting ? ancestry.slice(0, 1) : ancestry).flatMap((stack) => stack.toReversed());
  return led.find(({ location }) => location.origin === "project") ?? led.find(isCode) ?? null;
}
var isCode = ({ location }) => location.origin !== "runtime";

// src/explain/explain.ts
async function explainer(request) {
  const pull = await pullRequest(request);
  const roles = new Map(
    (request.diagnosis?.roles ?? []).map((role) => [role.name, { role, commonFrames: commonFramesOf(role) }])
  );
  return {
    changed: pull.changed,
    explain: (finding) => explainOne(pull, finding, roles.get(finding.role), request.taskStack)
  };
}
var besideHeap = ["rss-bytes", "classes"];
function explainOne(pull, finding, seen, taskStack) {
  const tasks = finding.quantity === "tasks" && finding.site !== null ? namesOf(finding.site.stack) : "";
  const common = seen?.commonFrames.get(tasks) ?? null;
  const startedBy = seen === void 0 ? null : starterOf(seen.role, tasks);
  const opened = finding.quantity === "files" && seen !== void 0 ? openedBy(seen.role) : null;
  const whole = seen === void 0 ? null : wholeStack(seen.role, finding);
  const registeredBy = registeredFor(finding, seen?.role.retainers ?? []);
  const partsStartedBy = finding.parts.map(
    (part) => seen === void 0 || part.role !== finding.role ? null : starterOfPart(seen.role, part, part.culprit)
  );
  const held = common && { path: common.frame.function, share: common.share };
  const made = held === null ? [] : [{ ...held, why: "made by the same operation" }];
  const holders = retained(finding, seen?.role.retainers ?? []);
  const leads = {
    frames: [
      registeredBy,
      startedBy,
      common?.frame ?? null,
      ...partsStartedBy,
      ...(whole ?? []).toReversed(),
      ...openingFrames(opened)
    ].filter((frame) => frame !== null),
    ancestry: seen === void 0 ? [] : ancestryOfAll(seen.role, finding, tasks),
    holders: holders.map(({ path }) => path)
  };
  return {
    holders: [...holders, ...made],
    changedLines: changedLinesOf(pull, finding, leads),
    untouched: isUntouched(pull, finding, leads),
    createdBy: seen === void 0 ? null : behindStarter(seen.role, finding) ?? creatorSeen(seen.role, finding, taskStack),
    startedBy,
    registeredBy,
    partsStartedBy,
    opened,
    native: seen !== void 0 && besideHeap.includes(finding.quantity) ? nativeGrowth(seen.role) : null,
    whole,
    through: common?.through ?? callsOf(opened) ?? librariesOf(finding)
  };
}
function ancestryOfAll(role, { parts, role: name }, tasks) {
  const sites = parts.flatMap(
    ({ culprit, quantity, role: of }) => quantity === "tasks" && of === name && culprit !== null ? [culprit.site] : []
  );
  return [...ancestryOf(role, { names: tasks }), ...sites.flatMap((site) => ancestryOf(role, { site }))];
}
var openingFrames = (opened) => opened === null ? [] : [opened.culprit, ...opened.stack.toReversed()];
var leastHeld = 0.25;
function retained({ quantity, ruling, site, types: grown = [] }, retainers) {
  if (ruling !== "leak" && ruling !== "worse") return [];
  if (quantity === "files" || quantity === "classes")
    return retainers.flatMap(({ [quantity]: share = 0, path }) => holding(path, share));
  if (quantity === "instances") return ofTypes([site?.names.at(-1) ?? ""], retainers);
  const byType = quantity === "external-bytes" ? ofTypes(grown, retainers) : [];
  if (byType.length > 0) return byType;
  if (!/^(?:tasks|heap-.*|external-bytes)$/.test(quantity)) return [];
  return retainers.filter(({ share }) => share >= leastHeld).map(({ classes, files, registered, types, ...holder }) => ({ ...holder, why: "holds" }));
}
function ofTypes(wanted, retainers) {
  return retainers.flatMap(({ path, types = {} }) => holding(path, Math.max(0, ...wanted.map((type) => types[type] ?? 0)))).toSorted((a, b) => b.share - a.share);
}
var holding = (path, share) => share >= leastHeld ? [{ path, share, why: "holds" }] : [];
var mostlyHeld = 0.5;
function registeredFor(finding, retainers) {
  if (!finding.quantity.startsWith("heap-") || retained(finding, retainers).length === 0) return null;
  const [first] = retainers;
  const frame = first !== void 0 && first.share >= mostlyHeld ? first.registered ?? null : null;
  return frame?.location.origin === "project" ? frame : null;
}
function callsOf(opened) {
  const call = opened === null ? null : libraryCall(opened.stack);
  return call === null ? null : [call];
}
var librariesOf = ({ kin = [], quantity, site }) => quantity === "tasks" ? [] : [...new Set([site?.stack ?? [], ...kin].flatMap((stack) => libraryCall(stack) ?? []))];

// src/judge/trials/base-matters.ts
function baseMatters({ totals, verdict }) {
  if (verdict === "inconclusive") return true;
  if (verdict === "pass") return totals.some(({ excused }) => excused);
  return totals.some((total) => total.standing === "red" && !isPlain(total));
}
var baseMayMatter = ({ totals }) => totals.some((total) => total.standing === "suspected" && !isPlain(total));
function isPlain({ diff, head, threshold }) {
  const least = threshold ?? 0;
  const rounds = shortest(diff.base);
  if (head === null || diff.base.length === 0) return false;
  const begun = head.series.slice(0, rounds);
  const begin = growthOf(begun).steady;
  const atMost = (share) => Math.max(least / 2, share * head.growth.steady);
  const even = begin > evenGrowth * partsOf(begun, least, "whole").noiseOfChanges;
  return even && begin > least && 2 * begin >= head.growth.steady && diff.base.every((b) => climbed(b) <= atMost(flatShare) && moved(b) <= atMost(fallenShare));
}
var shortest = (trials) => Math.min(...trials.map(({ series }) => series.length));
function climbed({ growth, series }) {
  const climbs = series.map((value, i) => value - Math.min(...series.slice(0, i + 1)));
  return Math.max(growth.steady, growth.plain, Math.max(...climbs) / Math.max(1, series.length - 1));
}
function moved({ growth, series }) {
  const range = Math.max(...series) - Math.min(...series);
  return Math.max(growth.steady, growth.plain, range / Math.max(1, series.length - 1));
}

// src/judge/trials/early.ts
function isClear(totals, soFar) {
  const suspects = totals.filter(({ standing }) => standing === "suspected");
  const known = new Set(totals.map(({ diff }) => keyOf3(diff)));
  return suspects.length > 0 && // What the first trial did not read may be what grew.
  soFar.totals.every((diff) => known.has(keyOf3(diff))) && suspects.every(({ diff, excess, threshold }) => {
    const limit = threshold ?? 0;
    const now = soFar.totals.find((t) => t.role === diff.role && t.quantity === diff.quantity);
    const trial = now?.head.at(-1);
    return excess > limit && trial !== void 0 && moved(trial) <= clearShare * limit;
  });
}
var keyOf3 = ({ quantity, role }) => `${quantity} ${role}`;

// src/pipeline/base-cache.ts
import { createHash } from "node:crypto";
import { join as join6 } from "node:path";
async function findBase(request, base) {
  const { cache, log, runtime, workload } = request;
  if (cache === null || base === null) return null;
  const toolchain = await toolchainOf(runtime, join6(base.directory, workload.directory));
  const key = toolchain === null ? null : await keyOf4(request, base.sha, toolchain);
  if (key === null) return null;
  const found = await cache.find(key);
  if (found === null) return null;
  if (toolchain !== null && isOf(found, request, base, toolchain)) return { ...found, how: base.how };
  log.step("The cache of base trials held a trial of something else; base is measured anew.");
  return null;
}
async function keepHead(request, trials) {
  const keep = request.cache?.keep;
  const first = trials.find(({ number, side }) => side === "head" && number === 1);
  if (!keep || first === void 0) return;
  const key = await keyOf4(request, first.sha, first.versions.toolchain);
  if (key !== null) await keep(key, { ...first, side: "base" });
}
async function keyOf4({ head, repository, runtime, workload }, sha, toolchain) {
  const driver = await driverOf(repository, head, workload);
  if (driver === null) return null;
  const parts = [
    1,
    sha,
    workload.name,
    workloadHash(workload),
    driver,
    runtime.name,
    toolchain,
    version,
    hostOf()
  ];
  return `leakdiff-base-${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}
async function driverOf(repository, head, workload) {
  if (workload.form !== "server") return "";
  if (workload.driver.length === 0) return null;
  const listed = await runGit(
    repository,
    ["ls-tree", "-r", "-z", "--full-tree", head.sha, "--", ...workload.driver],
    {}
  );
  return listed.status === 0 ? listed.stdout : null;
}
async function toolchainOf(runtime, directory) {
  try {
    return await runtime.toolchain(directory);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
function isOf(trial, { runtime, workload }, base, toolchain) {
  const host = hostOf();
  return trial.workload === workload.name && trial.workloadHash === workloadHash(workload) && trial.runtime === runtime.name && trial.side === "base" && trial.number === 1 && trial.stage === "first" && trial.sha === base.sha && trial.versions.leakdiff === version && trial.versions.toolchain === toolchain && trial.host.cpus === host.cpus && trial.host.image === host.image && trial.failures.length === 0;
}

// src/pipeline/run.ts
async function run(given) {
  const started = performance.now();
  given.signal.throwIfAborted();
  const { base, head } = given.commits;
  const config = await shownAt(head.sha, given);
  const request = { ...given, config };
  const plan = await planWorkloads(request);
  const workloads = plan.skipped.size === config.workloads.length ? config.workloads.map(notMeasured) : await measureAll(request, plan);
  return buildResult({
    version,
    head,
    base,
    reasons: [],
    pullRequest: await linesOf2(request.repository, head, workloads),
    workloads: workloads.map((w) => withNotes(w, plan.notes.get(w.name) ?? [])),
    seconds: (performance.now() - started) / 1e3
  });
}
async function measureAll(request, plan) {
  var _stack = [];
  try {
    const revisions = __using(_stack, await prepareRevisions(request, plan), true);
    const { config } = request;
    const changes = await changesOf(request);
    const results = [];
    const errors = [];
    const clock = { spent: 0 };
    for (const workload of config.workloads) {
      const stopped = request.signal.aborted && results.some(({ verdict }) => verdict === "fail");
      if (plan.skipped.has(workload.name)) results.push(notMeasured(workload));
      else if (stopped) results.push(notReached(workload));
      else
        try {
          results.push(await runWorkload(request, workload, revisions, changes, clock));
        } catch (error) {
          errors.push(error);
          results.push(notRun(request, workload, error));
        }
    }
    const measured = config.workloads.length - plan.skipped.size;
    const decided = results.some(({ verdict }) => verdict === "fail");
    if (errors.length === measured || request.signal.aborted && !decided) throw errors[0];
    return results;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function notRun({ log, signal }, workload, error) {
  if (signal.aborted) return notReached(workload);
  if (!(error instanceof UserError)) log.detail(describeError(error), []);
  return unmeasured(workload, reasonOfThrown(error));
}
async function linesOf2(repository, { merged: sha, sha: measured }, workloads) {
  if (sha === void 0 || sha === measured) return null;
  return await movedLines(repository, { measured, sha, files: filesOf(workloads) });
}
async function runWorkload(request, workload, revisions, changes, clock) {
  const started = performance.now();
  const { head } = revisions;
  const base = await baseFor(revisions, workload);
  const runtime = await runtimeOf(workload, head);
  const today = dayOf(/* @__PURE__ */ new Date());
  const decide = decision(workload, runtime, today, changes);
  const caching = { ...request, cache: request.baseCache ?? null, workload, runtime, head };
  const timing = timingOf(request, workload, clock);
  const cachedBase = await findBase(caching, base);
  const repeats = repeatsOf(workload, cachedBase);
  const limit = createLimit(repeats);
  const state = { judgement: null };
  const next = (trials) => {
    const judgement = decide(trials, workload.trials, spareTrials);
    state.judgement = judgement;
    if (judgement.next === "done") return "done";
    if (workload.form === "server") limit.follow(judgement);
    return timing.confirm(trials, workload.form === "test" ? shareOf(openRoles(judgement), trials) : 1);
  };
  const ahead = (trials) => {
    const judgement = decide(trials, workload.trials);
    if (judgement.next === "done" || request.config.timeLimit !== null) return false;
    state.judgement = judgement;
    limit.ahead(judgement);
    return true;
  };
  const measured = await measureWorkload({
    workload,
    workloadHash: workloadHash(workload),
    runtime,
    base,
    head,
    cachedBase,
    repeats,
    ahead,
    fits: (trials) => limit.fits(decide(trials, workload.trials)),
    scratch: revisions.folder,
    rounds: timing.rounds,
    version,
    next,
    undecided: () => state.judgement === null ? /* @__PURE__ */ new Set() : openRoles(state.judgement),
    isClear: (soFar) => isClear(state.judgement?.totals ?? [], compare([], [soFar])),
    baseMatters: (trials) => baseMatters(decide(trials, workload.trials)),
    baseMayMatter: (trials) => baseMayMatter(decide(trials, workload.trials)),
    grows: (trial) => decide([trial], workload.trials).next === "confirm",
    goal: (trials) => request.unexplained !== true && timing.diagnose(trials) ? goalOf(decide(trials, ofHead(trials).length), runtime) : null,
    keep: keeper(request.out ?? revisions.folder),
    keepProfiles: request.keepProfiles,
    changed: changes.flatMap(pathsOf),
    testsLimit: timing.firstTrial,
    log: request.log,
    signal: request.signal
  });
  await keepHead(caching, measured.trials);
  clock.spent += millisecondsOf(measured.trials);
  request.onTrials?.(measured.trials);
  return assemble({
    workload,
    runtime,
    sides: { ...measured, absent: revisions.base !== null && base === null },
    decide,
    problems: [],
    late: timing.reason(),
    notes: [...revisions.notes, ...timing.notes()],
    changedPaths: changes.map(({ path }) => path),
    explained: await explainer({
      diagnosis: measured.diagnosis,
      changes,
      head: head.directory,
      source: runtime.source,
      taskStack: runtime.taskStack
    }),
    today,
    spans: { measure: (performance.now() - started) / 1e3 }
  });
}

export {
  withoutLines,
  changedLines,
  run,
  linesOf2 as linesOf
};
