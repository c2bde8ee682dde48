import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  stepStatus
} from "./chunk-KMNLSN4I.mjs";
import {
  trialFiles
} from "./chunk-FPB6MJ4T.mjs";
import {
  patience
} from "./chunk-M6ODLZFU.mjs";
import {
  artifactName
} from "./chunk-P63LPAWB.mjs";
import {
  error,
  info,
  setOutput,
  summary,
  warning
} from "./chunk-WGMDFKAV.mjs";

// src/github/publish/publish.ts
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/github/publish/annotate.ts
var mostOfAKind = 10;
function annotate(level, headline, annotations) {
  const say = { error, warning };
  const left = { error: mostOfAKind, warning: mostOfAKind };
  left[level]--;
  say[level](headline, { title: "leakdiff" });
  for (const { kind, file, line, title, message } of annotations) {
    const shown = level === "warning" ? level : kind;
    if (left[shown]-- > 0) say[shown](message, { file, startLine: line, title });
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

// src/github/publish/summary.ts
var longestSummary = 1024 * 1024;
async function writeSummary(markdown) {
  const size = Buffer.byteLength(markdown);
  if (size > longestSummary) throw new Error(`it has ${size} bytes and GitHub shows ${longestSummary}`);
  await summary.addRaw(markdown, true).write();
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
  await writeFile(files.html, forms.html());
  return files;
}
async function upload(files, target) {
  if (!target.artifact || files === null) return;
  const { keepArtifact } = await import("./artifact-TTX3GQW3.mjs");
  const trials = existsSync(target.directory) ? await trialFiles(target.directory) : [];
  await keepArtifact(artifactName(target.key), target.directory, [files.json, files.html, ...trials]);
}
async function comment(result, forms, target, deadline) {
  const { pullRequest, token } = target;
  if (target.comment === "never" || !pullRequest) return null;
  if (!token) return warn("There is no comment: the input `token` is empty.");
  const news = result.verdict !== "pass" && !pullRequest.closed;
  const when = target.comment === "always" || news ? "always" : "standing";
  const { tryComment } = await import("./try-comment-4NCYUZ7H.mjs");
  const outcome = await tryComment({
    job: target.job,
    pullRequest,
    token,
    key: target.commentKey,
    section: target.section,
    body: forms.comment(),
    when,
    deadline
  });
  if (outcome.did === "refused") return warn(`The comment could not be written: ${outcome.why}`);
  if (outcome.but !== null) warn(`An older comment could not be removed: ${outcome.but}`);
  return outcome.url;
}
function headlineAndPlaces(result, forms, status) {
  if (result.verdict === "pass") info(forms.headline());
  else annotate(status === 0 ? "warning" : "error", forms.headline(), forms.annotations());
}
function warn(text) {
  warning(text, { title: "leakdiff" });
  return null;
}
async function attempt(failure, work) {
  try {
    return await work();
  } catch (error2) {
    return warn(`${failure}: ${firstLine(error2)}`);
  }
}
function firstLine(error2) {
  if (!(error2 instanceof Error)) return String(error2);
  return error2.message.split("\n")[0] || error2.name;
}

export {
  publish
};
