import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  writeSummary
} from "./chunk-SMRRN24X.mjs";
import {
  stepStatus
} from "./chunk-DM3AJQTQ.mjs";
import {
  profileFolder
} from "./chunk-37KHULWB.mjs";
import {
  patience
} from "./chunk-GOXNDPBR.mjs";
import {
  trialFiles
} from "./chunk-ZSCABBQN.mjs";
import {
  annotate,
  info,
  warn
} from "./chunk-ELK54PMQ.mjs";
import {
  setOutput
} from "./chunk-QA6YXA5M.mjs";

// src/github/publish/publish.ts
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/github/publish/annotate.ts
var mostOfAKind = 10;
function annotate2(level, headline, annotations) {
  const left = { error: mostOfAKind, warning: mostOfAKind };
  left[level]--;
  annotate(level, headline);
  for (const { kind, file, line, title, message } of annotations) {
    const shown = level === "warning" ? level : kind;
    if (left[shown]-- > 0) annotate(shown, message, { file, startLine: line, title });
  }
}

// src/github/publish/outputs.ts
function setOutputs(result, files, directory) {
  setOutput("verdict", result.verdict);
  setOutput("leaks", leaks(result));
  setOutput("result", files?.json ?? "");
  setOutput("report", files?.html ?? "");
  setOutput("trials", directory);
}
function leaks(result) {
  const red = (ruling) => ruling === "leak" || ruling === "worse";
  return result.workloads.flatMap((w) => w.findings).filter((f) => red(f.ruling)).length;
}

// src/github/publish/publish.ts
async function publish(result, forms, target, deadline = Date.now() + patience) {
  const status = stepStatus(result.verdict, target.failOn);
  const files = await attempt("The report could not be written", () => writeReport(forms, target));
  setOutputs(result, files, target.directory);
  await attempt("The job summary could not be written", () => writeSummary(forms.summary()));
  const [url] = await Promise.all([
    attempt("The comment could not be written", () => comment(result, forms, target, deadline)),
    attempt("The report could not be kept as an artifact", () => upload(files, target))
  ]);
  setOutput("comment-url", url ?? "");
  await attempt("The annotations could not be made", () => headlineAndPlaces(result, forms, status));
  return status;
}
async function writeReport(forms, target) {
  const { directory } = target;
  const files = { json: join(directory, "leakdiff.json"), html: join(directory, "report.html") };
  await mkdir(directory, { recursive: true });
  await writeFile(files.json, forms.json());
  await writeFile(files.html, await forms.html());
  await attempt("The profiles could not be written", () => writeProfiles(forms, directory));
  return files;
}
async function writeProfiles(forms, directory) {
  const profiles = forms.profiles();
  if (profiles.length > 0) await mkdir(join(directory, profileFolder), { recursive: true });
  for (const { bytes, name } of profiles) await writeFile(join(directory, profileFolder, name), bytes);
}
async function profilesIn(directory) {
  const folder = join(directory, profileFolder);
  return existsSync(folder) ? (await readdir(folder)).map((name) => join(folder, name)) : [];
}
async function upload(files, target) {
  if (!target.artifact || files === null) return;
  const { keepArtifact } = await import("./artifact-PN2S773E.mjs");
  const trials = existsSync(target.directory) ? await trialFiles(target.directory) : [];
  const profiles = await profilesIn(target.directory);
  const all = [files.json, files.html, ...profiles, ...trials];
  await keepArtifact(target.artifactName, target.directory, all);
}
async function comment(result, forms, target, deadline) {
  const { pullRequest, token } = target;
  if (target.comment === "never" || !pullRequest) return null;
  if (!token) return warned("There is no comment: the input `token` is empty.");
  const news = result.verdict !== "pass" && !pullRequest.closed;
  const when = target.comment === "always" || news ? "always" : "standing";
  const { tryComment } = await import("./try-comment-XREKCR4F.mjs");
  const outcome = await tryComment({
    job: target.job,
    pullRequest,
    token,
    voice: target.voice,
    body: forms.comment(),
    when,
    deadline
  });
  const say = isLoud(target.voice) ? warn : info;
  if (outcome.did === "refused") say(`The comment could not be written: ${outcome.why}`);
  if (outcome.did === "refused") return null;
  if (outcome.but !== null) say(`An older comment could not be removed: ${outcome.but}`);
  if (outcome.isCrowded) warn(crowded);
  return outcome.url;
}
var isLoud = ({ index, legs }) => legs <= 1 || index === null || index === 0;
var crowded = "Two uses of leakdiff that GitHub does not tell apart write to this pull request: give each a `comment-key` of its own.";
function headlineAndPlaces(result, forms, status) {
  if (result.verdict === "pass") info(forms.headline());
  else annotate2(status === 0 ? "warning" : "error", forms.headline(), forms.annotations());
}
function warned(text) {
  warn(text);
  return null;
}
async function attempt(failure, work) {
  try {
    return await work();
  } catch (error) {
    return warned(`${failure}: ${firstLine(error)}`);
  }
}
function firstLine(error) {
  if (!(error instanceof Error)) return String(error);
  return error.message.split("\n")[0] || error.name;
}

export {
  publish
};
