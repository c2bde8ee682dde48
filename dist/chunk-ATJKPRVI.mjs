import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  levelsOf,
  stepsOf
} from "./chunk-JIHZRTOJ.mjs";
import {
  noiseOf,
  percent,
  plusMinus,
  supported,
  wordsFor
} from "./chunk-DWPA6LHS.mjs";

// src/report/render/escape.ts
var unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
var space = /(?:(?!\u00A0)\s|[\u0085\u2028\u2029])+/gu;
function plain(text) {
  return text.replace(space, " ").replace(unseen, "\uFFFD").trim();
}
function plainLine(text) {
  return `${/^ */.exec(text)?.[0] ?? ""}${plain(text)}`;
}
function clip(text, most) {
  const characters = [...text];
  if (characters.length <= most) return text;
  const head = Math.floor((most - 1) / 2);
  return `${characters.slice(0, head).join("")}\u2026${characters.slice(characters.length - (most - 1 - head)).join("")}`;
}
var longestName = 240;
function markdownCode(text, where = "text") {
  const shown = clip(plain(text), longestName) || " ";
  const safe = where === "cell" ? shown.replaceAll("|", "\xA6") : shown;
  const fence = "`".repeat(1 + longestRun(safe));
  const pad = /^`|`$/.test(safe) ? " " : "";
  return `${fence}${pad}${safe}${pad}${fence}`;
}
var longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
var linked = /@|\$|:\/\/|www\.|#\d|\b[A-Za-z]{2,}-\d|\b[0-9a-f]{7,}\b|:[\w+-]+:|^(?:mailto|xmpp):/i;
function markdownText(text, where = "text") {
  return eachWord(
    text,
    (word) => markdownCode(word, where),
    (word, first) => {
      const inert = word.replace(/[\\`*_{}[\]<>|~^$&#!]/g, "\\$&");
      return first ? disarmed(inert) : inert;
    }
  );
}
var disarmed = (word) => word.replace(/^(\d{1,9})([.)])$/, "$1\\$2").replace(/^([-+=][-=]*)$/, "\\$1");
function summaryText(text) {
  return eachWord(text, (word) => `<code>${htmlText(clip(word, longestName))}</code>`, htmlText);
}
function eachWord(text, risky, harmless) {
  const before = /^\s/.test(text) ? " " : "";
  const after = /\S\s+$/.test(text) ? " " : "";
  const words = plain(text).split(" ");
  const shown = words.map((word, i) => {
    if (!linked.test(word)) return harmless(word, i === 0);
    const [, open = "", core = word, close = ""] = /^([("]*)(.*?)([)",.;:!?]*)$/.exec(word) ?? [];
    return core === "" ? risky(word) : `${open}${risky(core)}${close}`;
  });
  return `${before}${shown.join(" ")}${after}`;
}
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;"
};
function htmlText(text) {
  return text.replace(space, " ").replace(unseen, "\uFFFD").replace(/[&<>"'`]/g, (character) => entities[character] ?? "");
}
var htmlLine = (text) => `${/^ */.exec(text)?.[0] ?? ""}${htmlText(plain(text))}`;
function markdownFence(text, language) {
  const lines = text.split(/\r?\n/).map(plainLine).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}${language}
${lines}
${fence}`;
}
var safeUrl = (url) => /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url);

// src/report/render/sparkline.ts
var blocks = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
function longest(trials) {
  return trials.reduce((best, trial) => trial.length >= best.length ? trial : best, []);
}
function sparkline(series, width = 12) {
  const values = thinned(series, width);
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return values.map((v) => blocks[span > 0 ? Math.round((v - low) / span * 7) : 0] ?? "").join("");
}
function thinned(series, width) {
  if (series.length <= width) return series;
  return Array.from({ length: width }, (_, i) => {
    const from = Math.floor(i * series.length / width);
    const part = series.slice(from, Math.max(from + 1, Math.floor((i + 1) * series.length / width)));
    return part.reduce((a, b) => a + b, 0) / part.length;
  });
}
var rises = (series) => series.filter((value, i) => i > 0 && value > (series[i - 1] ?? value)).length;

// src/report/trend/trend.ts
function groupsOf({ drift, series, tasks }) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of series) {
    const title = one.leg === null ? one.workload : `${one.workload}, ${one.leg}`;
    const lines = groups.get(title) ?? [];
    lines.push(lineOf(one, drift, tasks));
    groups.set(title, lines);
  }
  return [...groups].flatMap(([title, lines]) => {
    const sorted = lines.toSorted((a, b) => weight(b) - weight(a));
    return sorted[0] === void 0 ? [] : [{ title, first: sorted[0].series, lines: sorted }];
  });
}
function lineOf(series, drift, tasks) {
  const said = tasks(series.runtime);
  const levels = levelsOf(series.points);
  const { growth = 0, noise = 0 } = levels.at(-1) ?? {};
  return {
    series,
    words: wordsFor({ operations: series.operations, ...said && { tasks: said } }),
    steps: stepsOf(series.points),
    now: { growth, noise },
    drift: drift?.drifts.find((one) => one.series === series) ?? null
  };
}
function weight({ drift, series, steps }) {
  const counts = series.points.at(-1)?.budget === null ? 0 : 4;
  return (drift?.verdict === "beyond" ? 8 : 0) + (steps.length > 0 ? 2 + counts : 0) + counts / 8;
}
var shortSha = (sha) => sha.slice(0, 7);
var dayOf = (time) => time.slice(0, 10);
function withNoise({ series, words }, growth, noise) {
  const seen = noiseOf(growth, growth - noise, growth + noise);
  const figure = (value) => words.figure(value, series.quantity);
  return `${figure(supported(growth, noise))}${plusMinus(growth, seen, figure)}`;
}
function stepText(line, { before, from, point, to }) {
  const { series, words } = line;
  const ends = `${words.amount(from, series.quantity)} \u2192 ${words.amount(to, series.quantity)}`;
  const versions = before.toolchain === point.toolchain ? "" : `; there ${before.toolchain} became ${point.toolchain}`;
  return `${ends} ${each(line)} at ${shortSha(point.commit)} (${dayOf(point.committed)}), the first measured after ${shortSha(before.commit)}${versions}`;
}
var each = ({ words }) => words.each === "round" ? "a round" : "an operation";
function driftText(line, budget) {
  const { drift, series, words } = line;
  if (drift === null) return null;
  if (drift.verdict === "unknown") return `no record is old enough for ${budget}`;
  const more = withNoise(line, drift.to - drift.from, drift.noise);
  const since = `since ${shortSha(drift.then.commit)} (${dayOf(drift.then.committed)})`;
  return `${more}${shareOf(drift)} more ${each(line)} ${since}; ${budget} allows ${words.amount(Number(drift.allowed.toPrecision(2)), series.quantity)}`;
}
var shareOf = ({ from, then, to }) => to > from && from > then.floor ? ` (${percent((to - from) / from)})` : "";

export {
  longest,
  sparkline,
  rises,
  plain,
  plainLine,
  clip,
  markdownCode,
  markdownText,
  summaryText,
  htmlText,
  htmlLine,
  markdownFence,
  safeUrl,
  groupsOf,
  shortSha,
  dayOf,
  withNoise,
  stepText,
  each,
  driftText
};
