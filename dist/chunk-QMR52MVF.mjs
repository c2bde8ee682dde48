import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  stringWidth
} from "./chunk-LFXAUP2U.mjs";
import {
  clip,
  dayOf,
  driftText,
  each,
  groupsOf,
  plain,
  sparkline,
  stepText,
  withNoise
} from "./chunk-ATJKPRVI.mjs";

// src/report/trend/terminal.ts
function renderTrend(trend) {
  const groups = groupsOf(trend);
  const all = groups.flatMap((group) => groupText(group, trend.drift?.budget ?? ""));
  const end = trend.drift === null ? [] : ["", driftHeadline(trend.drift)];
  return `${[...all, ...end].join("\n")}
`;
}
var marks = { pass: "\u2705", fail: "\u274C", inconclusive: "\u26A0\uFE0F" };
function driftHeadline({ budget, drifts, verdict }) {
  const named = (of) => [
    ...new Set(drifts.filter((one) => one.verdict === of).map(({ series }) => series.workload))
  ];
  const said = {
    pass: `growth is within ${budget}`,
    fail: `${named("beyond").join(", ")} drifted beyond ${budget}`,
    inconclusive: drifts.length === 0 ? `there is no record yet to compare with for ${budget}` : `no record of ${named("unknown").join(", ")} is old enough for ${budget}`
  };
  return `${marks[verdict]} leakdiff: ${plain(said[verdict])}`;
}
function groupText({ first, lines, title }, budget) {
  const longest = lines.reduce((a, b) => b.series.points.length > a.series.points.length ? b : a);
  const { points } = longest.series;
  const [from, to] = [points[0], points.at(-1)];
  const span = from && to ? `${dayOf(from.committed)} to ${dayOf(to.committed)}` : "";
  const name = (line) => `${line.words.name(line.series.quantity)} of ${clip(plain(line.series.role), 40)}`;
  const width = lines.reduce((most, line) => Math.max(most, stringWidth(name(line))), 0);
  const head = `${plain(title)}: ${points.length} ${points.length === 1 ? "commit" : "commits"}, ${span}; ${plain(first.points.at(-1)?.toolchain ?? "")}`;
  return [head, "", ...lines.flatMap((line) => lineText(line, name(line), width, budget)), ""];
}
function lineText(line, name, width, budget) {
  const curve = sparkline(
    line.series.points.map(({ growth }) => growth),
    24
  );
  const now = `${withNoise(line, line.now.growth, line.now.noise)} ${each(line)}`;
  const drift = line.drift?.verdict === "beyond" ? driftText(line, budget) : null;
  return [
    `  ${name}${" ".repeat(width - stringWidth(name))}  ${curve.padEnd(24)}  ${now}`,
    ...line.steps.map((step) => `    step: ${plain(stepText(line, step))}`),
    ...drift === null ? [] : [`    drift: ${plain(drift)}`]
  ];
}

export {
  renderTrend,
  driftHeadline
};
