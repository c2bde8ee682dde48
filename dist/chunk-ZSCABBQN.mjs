import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  siteLimit,
  stackLimit
} from "./chunk-UKAJ636F.mjs";
import {
  hows
} from "./chunk-BHRHD77J.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  exactOptional,
  int,
  literal,
  number,
  strictObject,
  string,
  tuple
} from "./chunk-YB2R2HBG.mjs";
import {
  runtimeNames
} from "./chunk-ILNH45AH.mjs";
import {
  FormatError,
  UserError,
  firstIssue
} from "./chunk-EEIPMXOZ.mjs";

// src/trial/schema.ts
var absurd = "no figure that a program can have";
var limits = {
  inflated: 64 * 1024 * 1024,
  sites: siteLimit,
  stack: stackLimit,
  text: 2e4,
  /** Of lists that a program or a measurement makes short. */
  list: 1e4,
  /** Rounds of the workload in a measured one. */
  repeat: 1e3,
  /**
   * Of objects and of lists in one file, before any is made: each takes many times the memory of its text.
   */
  objects: 2e6,
  lists: 6e6
};
var text = string().max(limits.text);
var most = 1e15;
var figure = number().min(-most, { error: absurd }).max(most, { error: absurd });
var amount = number().min(0, { error: absurd }).max(most, { error: absurd });
var count = int().nonnegative();
var short = (item) => array(item).max(limits.list).readonly();
var quantity = _enum(Object.keys(quantities));
var location = discriminatedUnion("origin", [
  strictObject({ origin: literal("project"), path: text }),
  strictObject({
    origin: literal("dependency"),
    package: text,
    version: text.nullable(),
    path: text.nullable()
  }),
  strictObject({ origin: literal("runtime"), path: text.optional() })
]);
var frame = strictObject({ function: text, file: text, line: count, site: text, location });
var tasks = strictObject({
  state: text.nullable(),
  minutes: amount.nullable(),
  creators: short(strictObject({ frame, count: amount }))
});
var site = strictObject({
  role: count,
  quantity,
  stack: array(count).max(limits.stack).readonly(),
  tasks: exactOptional(tasks)
});
var total = strictObject({ role: count, quantity, value: amount });
var snapshot = strictObject({
  elapsed: amount,
  settled: boolean(),
  totals: short(total),
  sites: array(tuple([count, figure]).readonly()).max(limits.sites).readonly()
});
var role = strictObject({
  name: text,
  started: boolean(),
  seen: _enum(["probe", "proc"]),
  processes: count,
  renewed: exactOptional(literal(true)),
  repeat: exactOptional(int().positive().max(limits.repeat))
});
var reason = strictObject({ code: text, text, remedy: text });
var how = _enum(hows);
var trial = strictObject({
  schemaVersion: literal(1),
  workload: text,
  workloadHash: text,
  side: _enum(["base", "head"]),
  number: int().positive(),
  stage: _enum(["first", "confirm"]),
  sha: string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, { error: "not the name of a commit" }),
  how,
  runtime: _enum(runtimeNames),
  versions: strictObject({ leakdiff: text, toolchain: text }),
  host: strictObject({ cpus: count, image: text }),
  roles: short(role),
  frames: array(frame).max(limits.sites).readonly(),
  sites: array(site).max(limits.sites).readonly(),
  period: amount,
  rounds: short(snapshot),
  drained: snapshot.nullable(),
  idled: exactOptional(snapshot),
  failures: short(reason),
  notes: short(
    strictObject({
      code: text,
      text,
      subject: exactOptional(text),
      paths: exactOptional(short(text))
    })
  ),
  seconds: amount,
  alone: exactOptional(literal(true))
});
var trialFileSchema = trial.superRefine((file, context) => {
  const problem = strayIndex(file);
  if (problem) context.addIssue({ code: "custom", message: problem });
});
function strayIndex({ drained, frames, idled, roles, rounds, sites }) {
  const snapshots = [...rounds, ...[idled, drained].flatMap((s) => s ?? [])];
  const strayFrame = sites.some((s) => s.stack.some((index) => index >= frames.length));
  const straySite = snapshots.some((s) => s.sites.some(([index]) => index >= sites.length));
  const strayRole = [...sites, ...snapshots.flatMap((s) => s.totals)].some((s) => s.role >= roles.length);
  if (strayFrame) return "a stack names a frame that is not there";
  if (straySite) return "a snapshot names a site that is not there";
  return strayRole ? "a site or total names a role that is not there" : null;
}

// src/trial/file.ts
import { lstat, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
function trialPath(directory, { number: number2, side, workload }) {
  const folder = workload.replace(/[^\w.-]/g, "_").replace(/^\.+$/, "_");
  return join(directory, "trials", folder, `${side}-${number2}.json.gz`);
}
async function writeTrial(directory, trial2) {
  const path = trialPath(directory, trial2);
  const bytes = await promisify(gzip)(JSON.stringify({ schemaVersion: 1, ...trial2 }));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  return path;
}
async function readTrial(path, name = path) {
  const size = (await lstat(path)).size;
  if (size > limits.inflated) throw broken(name, `it is ${size} bytes long`);
  return parseTrial(await readFile(path), name);
}
var mostFiles = 2e3;
async function trialFiles(directory) {
  const entries = await listFolder(directory);
  const files = entries.filter((e) => e.isFile() && e.name.endsWith(".json.gz"));
  if (files.length > mostFiles) throw broken(directory, `it holds ${files.length} files`);
  return files.map((e) => join(e.parentPath, e.name)).sort();
}
async function listFolder(folder) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    const remedy = "Name the directory that `leakdiff measure` or `leakdiff run --out` has written.";
    throw new UserError(`There are no trials in ${folder}.`, remedy, { cause });
  }
}
async function parseTrial(bytes, name) {
  const parsed = trialFileSchema.safeParse(parseJson(await inflate(bytes, name), name));
  if (parsed.success) {
    const { schemaVersion: _, ...trial2 } = parsed.data;
    return trial2;
  }
  throw broken(name, firstIssue(parsed.error, "not a trial"));
}
async function inflate(bytes, name) {
  try {
    return bounded(await promisify(gunzip)(bytes, { maxOutputLength: limits.inflated }), name);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const tooLarge = error instanceof RangeError;
    throw broken(
      name,
      tooLarge ? `it inflates to more than ${limits.inflated} bytes` : "it is not a complete gzip file"
    );
  }
}
function bounded(inflated, name) {
  const [objects, lists] = [limits.objects, limits.lists];
  if (holdsMore(inflated, "{", objects)) throw broken(name, `it holds more than ${objects} objects`);
  if (holdsMore(inflated, "[", lists)) throw broken(name, `it holds more than ${lists} lists`);
  return inflated.toString("utf8");
}
function holdsMore(bytes, mark, most2) {
  const code = mark.charCodeAt(0);
  let found = 0;
  for (let at = bytes.indexOf(code); at >= 0 && found <= most2; at = bytes.indexOf(code, at + 1)) found++;
  return found > most2;
}
function parseJson(text2, name) {
  try {
    return JSON.parse(text2);
  } catch {
    throw broken(name, "it is not JSON");
  }
}
function broken(name, why) {
  return new FormatError(
    "broken",
    `${name} is not a trial file: ${why}`,
    "Measure again with this version of leakdiff."
  );
}

export {
  limits,
  trialPath,
  writeTrial,
  readTrial,
  trialFiles
};
