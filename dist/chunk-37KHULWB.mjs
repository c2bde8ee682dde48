import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  acceptUntil,
  amounts,
  contextOf,
  culpritOf,
  headline,
  mappedLine,
  nextStep,
  profileFiles,
  renderComment,
  renderHtml,
  renderJson,
  renderSummary,
  tellFinding
} from "./chunk-4ZALGVKS.mjs";
import {
  pageScript
} from "./chunk-P6OYUYKH.mjs";
import {
  clip,
  plain
} from "./chunk-ATJKPRVI.mjs";
import {
  shellWord
} from "./chunk-YT4OKNQJ.mjs";
import {
  shareOf
} from "./chunk-CYTD46RV.mjs";
import {
  textOf
} from "./chunk-Z6EOCORI.mjs";
import {
  asWritten
} from "./chunk-TWVSIB4K.mjs";
import {
  configInput,
  workloadInputs
} from "./chunk-LTN4BDOO.mjs";
import {
  inputKeys,
  runKeys
} from "./chunk-AMEXP2G4.mjs";

// src/report/render/annotations.ts
var mostOfAKind = 10;
var mostCharacters = 4096;
function annotations(result, options = {}) {
  const all = result.workloads.flatMap(
    (workload) => workload.findings.flatMap((finding) => {
      const kind = kinds[finding.ruling];
      const context = contextOf(result, workload, options);
      const place = kind === void 0 ? null : lineOf(context, finding);
      if (kind === void 0 || place === null) return [];
      const told = amounts(context, finding);
      const verb = kind === "error" ? "leaks" : "may leak";
      const title = `${workload.name} ${verb} ${told}`;
      const message = `${textOf(tellFinding(context, finding))}
Next: ${textOf(nextStep(context, finding))}`;
      return [{ kind, ...place, title: visible(title, 200), message: visible(message, mostCharacters) }];
    })
  );
  const single = all.filter((a, i) => all.findIndex((b) => sameLine(a, b)) === i);
  return ["error", "warning"].flatMap(
    (kind) => single.filter((a) => a.kind === kind).slice(0, mostOfAKind)
  );
}
var kinds = {
  leak: "error",
  worse: "error",
  suspect: "warning"
};
var sameLine = (a, b) => a.file === b.file && a.line === b.line && a.kind === b.kind;
function lineOf(context, finding) {
  const culprit = culpritOf(context, finding);
  const [changed] = finding.changedLines;
  if (changed !== void 0 && !(culprit?.inProject && culprit.changed)) return lineAt(context, changed);
  const own = culprit?.inProject ? culprit : finding.stack.findLast((frame) => frame.inProject);
  const creator = finding.createdBy?.inProject === true ? finding.createdBy : null;
  const place = finding.registeredBy ?? own ?? finding.startedBy ?? creator;
  if (place === null || place.file === "") return null;
  return lineAt(context, place);
}
var lineAt = ({ result }, place) => ({
  file: plain(place.file),
  line: Math.max(1, mappedLine(result, place).line)
});
function visible(text, most) {
  const shown2 = text.split("\n").map(plain).join("\n");
  return shown2.length <= most ? shown2 : clip(shown2, Math.floor(most / 2));
}

// src/github/publish/reproduce.ts
var shown = ["comment", "fail-on", "name"];
function isFree(key) {
  const type = inputKeys.find(({ input }) => input === key)?.type;
  return type === void 0 || typeof type === "string" && type !== "duration";
}
function reproduceCommand(given, workload) {
  const { base, committed, file, inputs, starter } = given;
  const defined = definedHere(inputs, workload);
  const isText = inputs.config !== null && "configText" in configInput(inputs.config);
  if (isText && !defined) return null;
  const texts = committed.flatMap((one) => one.workload === null ? [one.texts] : []);
  const written = (key, value) => asWritten(
    value,
    texts.flatMap((one) => one[key] ?? [])
  ) ?? `(${key} of this step)`;
  const own = defined ? workloadInputs(inputs.scalars) : [];
  const measured = Object.entries(inputs.scalars).filter(
    ([key]) => !shown.includes(key) && (isOfRun(key) || own.includes(key))
  );
  const flags = [
    ...inputs.config !== null && !isText ? [["config", file ?? written("config", inputs.config)]] : [],
    ...defined ? [["name", workload]] : [],
    // A file may define others beside a named one.
    ...!defined || inputs.scalars.name !== void 0 ? [["workload", workload]] : [],
    ...measured.map(([key, value]) => [key, isFree(key) ? written(key, value) : value]),
    ...base ? [["base", base.sha]] : []
  ];
  return {
    command: [`${starter} run`, ...flags.map(([key, value]) => `--${key} ${shellWord(value)}`)].join(" "),
    complete: !flags.some(([, value]) => value.includes("${{") || /^\(\S+ of this step\)$/.test(value))
  };
}
function definedHere({ scalars }, workload) {
  if (workloadInputs(scalars).length === 0) return false;
  return scalars.name === void 0 || scalars.name.trim() === workload;
}
var isOfRun = (key) => runKeys.some(({ name }) => name === key);

// src/github/publish/rendered.ts
function optionsOf(job, inputs, result, texts, pullRequest = null) {
  const { owner, repo } = job.repository;
  const { base } = result;
  return {
    repositoryUrl: `${job.serverUrl}/${owner}/${repo}`,
    reproduce: (workload) => reproduceCommand({ starter: job.starter, inputs, base, ...texts }, workload),
    acceptUntil: acceptUntil(/* @__PURE__ */ new Date()),
    room: inputs.matrix === "null" ? null : shareOf(inputs.legs),
    about: { date: (/* @__PURE__ */ new Date()).toISOString(), runUrl: job.runUrl, pullRequest },
    whole: job.runUrl === null ? null : { label: "job summary", url: job.runUrl }
  };
}
var profileFolder = "profiles";
function formsOf(result, given, trials = [], kept = false) {
  const profiles = result.verdict === "pass" ? [] : profileFiles(trials);
  const files = profiles.map(({ name }) => `${profileFolder}/${name}`);
  const options = { ...given, profiles: kept ? { where: "in the artifact of this run", files } : null };
  return {
    profiles: () => profiles,
    headline: () => textOf(headline(result, options)),
    comment: () => renderComment(result, options),
    summary: () => renderSummary(result, options),
    annotations: () => annotations(result, options),
    json: () => renderJson(result),
    html: async () => renderHtml(result, { ...options, trials, script: await pageScript() })
  };
}

export {
  optionsOf,
  profileFolder,
  formsOf
};
