import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  commitTree
} from "./chunk-56PIOOTV.mjs";
import {
  fetchCommit,
  hasRemote,
  lookUpRemote
} from "./chunk-GQSSEWYV.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  askGit,
  git,
  gitFailure,
  runGit
} from "./chunk-HJVQHNAO.mjs";
import {
  iso_exports
} from "./chunk-HRQOVSRH.mjs";
import {
  _enum,
  array,
  int,
  literal,
  number,
  strictObject,
  string
} from "./chunk-YB2R2HBG.mjs";
import {
  FormatError,
  UserError,
  firstIssue
} from "./chunk-EEIPMXOZ.mjs";

// src/history/store/store.ts
import { resolve } from "node:path";

// src/history/store/directory.ts
import { randomBytes } from "node:crypto";
import { lstat, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/history/record.ts
var limits = {
  /** Bytes of one workload's records. */
  file: 8 * 1024 * 1024,
  workloads: 200,
  /** Records of one workload, those that a larger history is thinned to. */
  records: 600,
  totals: 60
};
var line = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;
var text = (most2) => string().max(most2).regex(line);
var most = 1e15;
var figure = number().min(-most).max(most);
var amount = number().min(0).max(most);
var total = strictObject({
  role: text(300),
  quantity: _enum(Object.keys(quantities)),
  /** Growth an operation, in units, with its 99 % interval. */
  growth: figure,
  low: figure,
  high: figure,
  /** The smallest growth an operation that counts as a leak. */
  smallestVisible: amount,
  /** Growth an operation that is noise, whatever the team accepts. */
  floor: amount,
  /** Growth an operation beyond base that one pull request may bring; null: it fails nothing. */
  budget: amount.nullable()
});
var record = strictObject({
  schemaVersion: literal(1),
  /** SHA-256 of all that shapes a trial: another one begins a new series. */
  workloadHash: string().regex(/^[0-9a-f]{64}$/),
  /** What a matrix calls the leg that measured it; null without one. */
  leg: text(200).nullable(),
  commit: string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  /** When the commit was made and when it was measured; ISO 8601, UTC. */
  committed: iso_exports.datetime(),
  measured: iso_exports.datetime(),
  verdict: _enum(["pass", "fail", "inconclusive"]),
  runtime: string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  versions: strictObject({ leakdiff: text(60), toolchain: text(120) }),
  operations: int().positive().max(1e9),
  totals: array(total).max(limits.totals).readonly()
});
var workloadName = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
function parseRecords(content, place) {
  if (content.length > limits.file) throw broken(place, `it is ${content.length} characters long`);
  const lines = content.split("\n").filter((one) => one.trim() !== "");
  if (lines.length > 2 * limits.records) throw broken(place, `it holds ${lines.length} records`);
  return lines.map((one, i) => parseRecord(one, `${place}, line ${i + 1}`));
}
function parseRecord(content, place) {
  const value = parseJson(content, place);
  const checked = record.safeParse(value);
  if (checked.success) return checked.data;
  const version = versionOf(value);
  if (version !== null && version > 1)
    throw new FormatError(
      "not-supported",
      `${place} is of a newer leakdiff (version ${version} of its records)`,
      "Use that version of leakdiff here as well."
    );
  throw broken(place, firstIssue(checked.error, "no record"));
}
function versionOf(value) {
  if (typeof value !== "object" || value === null || !("schemaVersion" in value)) return null;
  return typeof value.schemaVersion === "number" ? value.schemaVersion : null;
}
function parseJson(content, place) {
  try {
    return JSON.parse(content);
  } catch {
    throw broken(place, "it is not JSON");
  }
}
var linesOf = (records) => records.map((one) => `${JSON.stringify(one)}
`).join("");
function broken(place, why) {
  const remedy = "Find out who wrote it; take the broken line out, or delete the history to start over.";
  return new FormatError("broken", `${place} is not a record of leakdiff: ${why}`, remedy);
}

// src/history/merge.ts
var newest = 200;
function withRecords(history, added) {
  const merged = new Map(history);
  for (const name of new Set(added.map(({ workload }) => workload))) {
    const of = (ifMissing) => added.filter((one) => one.workload === name && (one.ifMissing ?? false) === ifMissing).map(({ record: record2 }) => record2);
    merged.set(name, thinned([...of(true), ...merged.get(name) ?? [], ...of(false)]));
  }
  return merged;
}
function thinned(records) {
  const ordered = inOrder(lastOf(records, ({ commit, leg, workloadHash }) => [commit, leg, workloadHash]));
  const [old, young] = [ordered.slice(0, -newest), ordered.slice(-newest)];
  const weekly = lastOf(old, ({ committed, leg, workloadHash }) => [weekOf(committed), leg, workloadHash]);
  return [...weekly, ...young].slice(-limits.records);
}
function lastOf(records, key) {
  const last = /* @__PURE__ */ new Map();
  for (const one of records) last.set(JSON.stringify(key(one)), one);
  return [...last.values()];
}
var inOrder = (records) => records.toSorted((a, b) => Date.parse(a.committed) - Date.parse(b.committed));
var week = 7 * 24 * 36e5;
var weekOf = (time) => Math.floor(Date.parse(time) / week);

// src/history/store/files.ts
var fileOf = (workload) => `${workload}.jsonl`;
var marker = "README.md";
var markerText = `# leakdiff history

How much each workload grew an operation, one line a run of the default branch. Written by leakdiff; \`leakdiff history\` shows it.
`;
function workloadOf(file) {
  const name = file.endsWith(".jsonl") ? file.slice(0, -".jsonl".length) : "";
  return workloadName.test(name) ? name : null;
}
async function readFiles(place, files, read) {
  const alien = files.find(({ name, plain }) => !plain || name !== marker && workloadOf(name) === null);
  if (alien !== void 0) throw foreign(place, alien.name);
  const named = files.flatMap(({ name, size }) => {
    const workload = workloadOf(name);
    return workload === null ? [] : [{ name, size, workload }];
  });
  if (named.length > limits.workloads) throw tooLarge(place, `${named.length} workloads`);
  const history = /* @__PURE__ */ new Map();
  for (const { name, size, workload } of named) {
    if (size > limits.file) throw tooLarge(place, `${size} bytes in ${JSON.stringify(name)}`);
    history.set(workload, parseRecords(await read(name), `${place}, ${name}`));
  }
  return history;
}
var foreign = (place, name) => new FormatError(
  "not-this-format",
  `${place} holds ${JSON.stringify(name.slice(0, 80))}, which is not a history of leakdiff`,
  "Keep other files out of that place, or set `history` to another directory."
);
var tooLarge = (place, what) => new FormatError(
  "broken",
  `${place} holds ${what}, more than leakdiff ever writes`,
  "Find out who wrote it, and delete it to start over."
);

// src/history/store/directory.ts
function directoryStore(directory) {
  const read = async () => {
    const files = (await listed(directory)).filter(({ name }) => workloadOf(name) !== null);
    return await readFiles(directory, files, (name) => readFile(join(directory, name), "utf8"));
  };
  return {
    name: directory,
    read,
    append: async (records) => {
      const history = withRecords(await read(), records);
      await mkdir(directory, { recursive: true });
      await writeFile(join(directory, marker), markerText, { flag: "wx" }).catch(isThere);
      for (const { workload } of records)
        await replace(join(directory, fileOf(workload)), linesOf(history.get(workload) ?? []));
    }
  };
}
async function listed(directory) {
  const entries = await readdir(directory, { withFileTypes: true }).catch(noEntries);
  return await Promise.all(
    entries.map(async (entry) => ({
      name: entry.name,
      plain: entry.isFile(),
      size: (await lstat(join(directory, entry.name))).size
    }))
  );
}
async function replace(path, content) {
  const part = `${path}.${randomBytes(6).toString("hex")}.part`;
  await writeFile(part, content);
  await rename(part, path);
}
function noEntries(error) {
  if (error.code === "ENOENT") return [];
  throw error;
}
function isThere(error) {
  if (error.code !== "EEXIST") throw error;
}

// src/history/store/ref.ts
import { mkdtemp, rm, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/history/store/push.ts
async function push(repository, { last, next, ref, tip }) {
  const args = await hasRemote(repository) ? ["push", "--quiet", "--no-verify", "origin", `${next}:${ref}`] : ["update-ref", ref, next, tip ?? "0".repeat(next.length)];
  const ended = await runGit(repository, args, {});
  if (ended.status === 0) return true;
  if (raced.test(ended.stderr) && !last) return false;
  if (forbidden.test(ended.stderr)) throw notAllowed(repository, args, ended);
  throw gitFailure(repository, args, ended);
}
var raced = /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|reference already exists|incorrect old value|but expected|Unable to create '.*\.lock'/;
var forbidden = /\b40[13]\b|[Pp]ermission (?:to \S+ )?denied|not granted|not allowed|protected|declined|GH0\d\d|Authentication failed|could not read Username|read-only|Read-only/;
function notAllowed(...failed) {
  const remedy = "Give the job `permissions: contents: write`, for pushes to the default branch alone; or keep the history in a directory, or none: `history: off`.";
  return new UserError("it may not be written with the rights that this job has", remedy, {
    cause: gitFailure(...failed)
  });
}

// src/history/store/ref.ts
var historyRef = "refs/leakdiff/history";
var attempts = 12;
function refStore(repository) {
  return {
    name: historyRef,
    read: async () => await historyAt(repository, await tipOf(repository)),
    append: async (records) => {
      for (let attempt = 1; ; attempt++) {
        const tip = await tipOf(repository);
        const next = await commitOf(repository, tip, records);
        if (await push(repository, { next, ref: historyRef, tip, last: attempt === attempts })) return;
        await sleep(Math.random() * 200 * attempt);
      }
    }
  };
}
async function tipOf(repository) {
  if (!await hasRemote(repository))
    return await askGit(repository, ["rev-parse", "--verify", "--quiet", historyRef]);
  const tip = (await lookUpRemote(repository, [historyRef])).get(historyRef) ?? null;
  if (tip !== null) await fetchCommit(repository, tip);
  return tip;
}
async function historyAt(repository, tip) {
  if (tip === null) return /* @__PURE__ */ new Map();
  const listing = await git(repository, ["ls-tree", "-z", "-l", `${tip}^{commit}`]);
  const files = listing.split("\0").flatMap((row) => {
    const [, mode, , size, name] = /^(\d+) (\w+) \w+ +(\d+|-)\t(.+)$/s.exec(row) ?? [];
    return name === void 0 ? [] : [{ name, plain: mode === "100644", size: Number(size) }];
  });
  return await readFiles(historyRef, files, (name) => git(repository, ["cat-file", "blob", `${tip}:${name}`]));
}
async function commitOf(repository, tip, records) {
  const history = withRecords(await historyAt(repository, tip), records);
  const changed = [...new Set(records.map(({ workload }) => workload))];
  const files = [
    { name: marker, content: markerText },
    ...changed.map((workload) => ({ name: fileOf(workload), content: linesOf(history.get(workload) ?? []) }))
  ];
  const folder = await mkdtemp(join2(tmpdir(), "leakdiff-history-"));
  try {
    const index = { GIT_INDEX_FILE: join2(folder, "index") };
    await git(repository, ["read-tree", tip ?? "--empty"], index);
    for (const file of files) {
      const path = join2(folder, "file");
      await writeFile2(path, file.content);
      const blob = await git(repository, ["hash-object", "-w", "--no-filters", "--", path]);
      await git(repository, ["update-index", "--add", "--cacheinfo", `100644,${blob},${file.name}`], index);
    }
    const tree = await git(repository, ["write-tree"], index);
    const message = `Record ${changed.join(", ")} at ${records[0]?.record.commit.slice(0, 12) ?? ""}`;
    return await commitTree(repository, { tree, parent: tip, message });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// src/history/store/store.ts
function storeOf(history, repository) {
  if (history === "off") return null;
  return history === "ref" ? refStore(repository) : directoryStore(resolve(repository.root, history));
}

// src/history/commit-time.ts
async function commitTime(repository, sha) {
  const seconds = await git(repository, ["show", "--no-patch", "--format=%ct", sha]);
  return new Date(Number(seconds) * 1e3).toISOString();
}

export {
  limits,
  workloadName,
  storeOf,
  commitTime
};
