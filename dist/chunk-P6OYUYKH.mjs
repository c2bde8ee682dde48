import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  clip,
  dayOf,
  driftText,
  each,
  groupsOf,
  htmlLine,
  htmlText,
  plain,
  safeUrl,
  shortSha,
  stepText,
  withNoise
} from "./chunk-ATJKPRVI.mjs";
import {
  textOf
} from "./chunk-Z6EOCORI.mjs";

// src/pipeline/page-script.ts
import { readFile } from "node:fs/promises";
async function pageScript() {
  try {
    return await readFile(new URL("./page.js", import.meta.url), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

// src/report/render/spark-svg.ts
function sparkSvg({ base, head }) {
  const rise = (trial) => trial.map((value) => value - (trial[0] ?? 0));
  const [bases, heads] = [base.map(rise), head.map(rise)];
  const values = [...bases, ...heads].flat();
  if (values.length === 0) return "";
  const low = values.reduce((a, b) => Math.min(a, b), 0);
  const high = values.reduce((a, b) => Math.max(a, b), 0);
  const line = (name) => (trial) => `<polyline class="${name}" points="${points(trial, low, high)}"/>`;
  const lines = [...bases.map(line("base")), ...heads.map(line("head"))].join("");
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="growth over the rounds">${lines}</svg>`;
}
var [width, height, margin] = [120, 28, 2];
function points(trial, low, high) {
  const x = (i) => margin + (trial.length > 1 ? i / (trial.length - 1) * (width - 2 * margin) : 0);
  const y = (value) => height - margin - (high > low ? (value - low) / (high - low) : 0) * (height - 2 * margin);
  return trial.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
}

// src/report/page/blocks.ts
function blockHtml(b) {
  switch (b.kind) {
    case "heading":
      return `<h${b.level - 1}>${inlinesHtml(b.content)}</h${b.level - 1}>`;
    case "paragraph":
      return `<p>${inlinesHtml(b.content)}</p>`;
    case "list":
      return `<ul>${b.items.map((item) => `<li>${inlinesHtml(item)}</li>`).join("\n")}</ul>`;
    case "table":
      return table(b);
    case "lines":
      return `<pre tabindex="0">${b.text.split(/\r?\n/).map(htmlLine).join("\n")}</pre>`;
    case "fold":
      return `<details><summary>${inlinesHtml(b.title)}</summary>
${b.blocks.map(blockHtml).join("\n")}
</details>`;
  }
}
function table({ columns, rows }) {
  const names = columns.map(({ title }) => textOf(title));
  const numbers = columns.map(({ align }) => align === "right");
  return tableHtml(
    "table",
    columns.map(({ title }, i) => ({
      html: inlinesHtml(title),
      name: names[i] ?? "",
      number: numbers[i] ?? false
    })),
    rows.map((row) => row.map(inlinesHtml))
  );
}
function tableHtml(label, columns, rows) {
  const kind = (column) => column?.number ? ' class="number"' : "";
  const head = columns.map((column) => `<th scope="col"${kind(column)}>${column.html}</th>`).join("");
  const cell = (html, i) => `<td${kind(columns[i])}${i === 0 ? "" : ` data-name="${htmlText(plain(columns[i]?.name ?? ""))}"`}>${html}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  return `<div class="wide" tabindex="0" role="region" aria-label="${htmlText(label)}"><table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`;
}
var inlinesHtml = (content) => content.map(inline).join("");
function inline(item) {
  if (typeof item === "string") return htmlText(item);
  switch (item.kind) {
    case "code":
      return `<code>${nameHtml(item.text)}</code>`;
    case "strong":
      return `<strong>${inlinesHtml(item.content)}</strong>`;
    case "link":
      return safeUrl(item.url) ? `<a href="${htmlText(item.url)}" rel="noreferrer nofollow"><code>${nameHtml(item.label)}</code></a>` : `<code>${nameHtml(item.label)}</code>`;
    case "series":
      return sparkSvg(item);
  }
}
var nameHtml = (text) => htmlText(clip(plain(text), 400));

// node_modules/d3-array/src/ticks.js
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function tickSpec(start, stop, count) {
  const step = (stop - start) / Math.max(0, count), power = Math.floor(Math.log10(step)), error = step / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
  let i1, i2, inc;
  if (power < 0) {
    inc = Math.pow(10, -power) / factor;
    i1 = Math.round(start * inc);
    i2 = Math.round(stop * inc);
    if (i1 / inc < start) ++i1;
    if (i2 / inc > stop) --i2;
    inc = -inc;
  } else {
    inc = Math.pow(10, power) * factor;
    i1 = Math.round(start / inc);
    i2 = Math.round(stop / inc);
    if (i1 * inc < start) ++i1;
    if (i2 * inc > stop) --i2;
  }
  if (i2 < i1 && 0.5 <= count && count < 2) return tickSpec(start, stop, count * 2);
  return [i1, i2, inc];
}
function ticks(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  if (!(count > 0)) return [];
  if (start === stop) return [start];
  const reverse = stop < start, [i1, i2, inc] = reverse ? tickSpec(stop, start, count) : tickSpec(start, stop, count);
  if (!(i2 >= i1)) return [];
  const n = i2 - i1 + 1, ticks2 = new Array(n);
  if (reverse) {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) * inc;
  } else {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) * inc;
  }
  return ticks2;
}

// src/report/trend/chart.ts
var size = { width: 760, height: 240, left: 84, right: 16, top: 26, bottom: 40 };
function trendChart(line) {
  const { points: points2 } = line.series;
  const scale = scaleOf(points2);
  const parts = [
    ...valueAxis(line, scale),
    ...timeAxis(points2, scale),
    noiseBand(points2, scale),
    ...line.steps.map((step) => mark(scale.x(step.at), shortSha(step.point.commit), stepText(line, step))),
    ...anchorMark(line, scale),
    curve(line, scale)
  ];
  const label = `${line.words.name(line.series.quantity)} ${each(line)} over ${points2.length} commits`;
  return `<svg class="chart trend" viewBox="0 0 ${size.width} ${size.height}" role="img" tabindex="0" aria-label="${htmlText(label)}">${parts.join("")}</svg>`;
}
function scaleOf(points2) {
  const grown = points2.map(({ growth }) => growth);
  const least = grown.reduce((a, b) => Math.min(a, b), 0);
  const most = grown.reduce((a, b) => Math.max(a, b), 0);
  const reach = Math.max(most - least, ...points2.map(({ floor }) => floor)) || 1;
  const [low, high] = [least - reach * 0.1, Math.max(most, least + reach) + reach * 0.15];
  const across = size.width - size.left - size.right;
  return {
    x: (index) => size.left + (index + 0.5) / Math.max(1, points2.length) * across,
    y: (value) => size.top + (high - Math.min(high, Math.max(low, value))) / (high - low) * (size.height - size.top - size.bottom),
    low,
    high
  };
}
function valueAxis({ series, words }, { high, low, y }) {
  const isZero = (value) => words.figure(value, series.quantity) === "0";
  const flat = series.points.every(({ growth }) => isZero(growth));
  const shown = ticks(low, high, 4).filter((value) => value === 0 || !(flat || isZero(value)));
  return shown.map(
    (value) => `<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${fixed(y(value))}" y2="${fixed(y(value))}"/><text class="value" x="${size.left - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${htmlText(words.figure(value, series.quantity))}</text>`
  );
}
function timeAxis(points2, { x }) {
  const step = Math.max(1, Math.ceil(points2.length / 7));
  const days = points2.flatMap(
    ({ committed }, i) => i % step === 0 && (i === 0 || i + step / 2 <= points2.length) ? [
      `<text class="day${i / step % 2 === 1 ? " other" : ""}" x="${fixed(x(i))}" y="${size.height - size.bottom + 16}" text-anchor="middle">${dayOf(committed)}</text>`
    ] : []
  );
  const bottom = size.height - 6;
  return [
    ...days,
    `<text class="axis" x="${size.width - size.right}" y="${bottom}" text-anchor="end">commits of the default branch</text>`
  ];
}
function noiseBand(points2, { x, y }) {
  const above = points2.map(({ high }, i) => `${fixed(x(i))},${fixed(y(high))}`);
  const below = points2.map(({ low }, i) => `${fixed(x(i))},${fixed(y(low))}`).reverse();
  return `<polygon class="noise" points="${[...above, ...below].join(" ")}"/>`;
}
function mark(x, name, told) {
  return `<g class="step"><title>${htmlText(told)}</title><line x1="${fixed(x)}" x2="${fixed(x)}" y1="${size.top}" y2="${size.height - size.bottom}"/><text x="${fixed(x)}" y="${size.top - 8}" text-anchor="middle">${htmlText(name)}</text></g>`;
}
function anchorMark({ drift, series }, { x }) {
  if (drift === null || drift.verdict === "unknown") return [];
  const at = series.points.indexOf(drift.then);
  return [mark(x(at), "since", `the drift budget counts from ${shortSha(drift.then.commit)}`)];
}
function curve(line, { x, y }) {
  const at = ({ growth }, i) => `${fixed(x(i))},${fixed(y(growth))}`;
  const { series } = line;
  const shown = series.points.map((point, i) => {
    const [cx, cy] = at(point, i).split(",");
    const told = `${shortSha(point.commit)}, ${dayOf(point.committed)}: ${withNoise(line, point.growth, (point.high - point.low) / 2)}, ${point.toolchain}`;
    return `<circle cx="${cx}" cy="${cy}" r="${series.points.length > 120 ? 2 : 3.2}"><title>${htmlText(told)}</title></circle>`;
  });
  return `<g class="head"><polyline points="${series.points.map(at).join(" ")}"/>${shown.join("")}</g>`;
}
var fixed = (value) => value.toFixed(1);

// src/report/trend/section.ts
var trendStyle = `.chart .step line { stroke: var(--text); stroke-dasharray: 3 3 } .chart.trend .step text { fill: var(--text) }
@media (max-width: 30rem) { .chart.trend text { font-size: 24px } .chart.trend .value { transform: translate(-74px, -7px) } .chart.trend .day.other { display: none } }
`;
var open = 3;
function trendHtml(trend) {
  return groupsOf(trend).map((group) => section(group, trend.drift?.budget ?? "")).join("\n");
}
function section({ lines, title }, budget) {
  const figures = lines.map((line) => figure(line, budget));
  const folded = figures.slice(open);
  const more = folded.length === 0 ? "" : `<details><summary>Everything else that was counted</summary>${folded.join("\n")}</details>`;
  return `<section class="pictures" aria-label="${htmlText(`${title}: trend`)}"><h2>${nameHtml(title)}: growth ${each(lines[0])}, commit by commit</h2>
<p class="about">Each point is a run of the default branch; the band is its 99 % interval.</p>
${figures.slice(0, open).join("\n")}${more}</section>`;
}
function figure(line, budget) {
  const { now, series, steps, words } = line;
  const told = `${withNoise(line, now.growth, now.noise)} ${each(line)} now`;
  const drift = line.drift?.verdict === "within" ? null : driftText(line, budget);
  const notes = [
    ...steps.map((step) => `Step: ${stepText(line, step)}.`),
    ...drift === null ? [] : [`Drift: ${drift}.`]
  ];
  const list = notes.length === 0 ? "" : `<ul>${notes.map((note) => `<li>${htmlText(note)}</li>`).join("")}</ul>`;
  return `<figure><figcaption><strong>${htmlText(words.name(series.quantity))}</strong> of <code>${nameHtml(series.role)}</code>: ${htmlText(told)}</figcaption>${trendChart(line)}<output class="reading" aria-live="polite"></output>${list}</figure>`;
}

// src/report/page/shell.ts
import { createHash } from "node:crypto";

// src/report/page/style.ts
var stylesheet = `
:root { --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #fff; --shade: #f6f8fa; --link: #0969da; --sign: #1a7f37; --head: #cf222e }
.fail { --sign: #cf222e } .inconclusive { --sign: #9a6700 }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --soft: #9198a1; --line: #3d444d; --back: #0d1117; --shade: #151b23; --link: #4493f8; --sign: #3fb950; --head: #ff7b72 }
  .fail { --sign: #f85149 } .inconclusive { --sign: #d29922 }
}
.pass { --head: var(--sign) }
* { box-sizing: border-box }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; border-top: 4px solid var(--sign) }
main { max-width: 56rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.4rem; line-height: 1.3; margin: .5rem 0 1rem }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line) }
h2.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0 }
p, ul { margin: 0 0 1rem; overflow-wrap: anywhere }
ul { padding-left: 1.25rem } li + li { margin-top: .25rem }
code, pre { font: .875em/1.45 ui-monospace, monospace }
code { background: var(--shade); padding: .15em .3em; border-radius: 4px }
pre { background: var(--shade); padding: .75rem; border-radius: 6px; overflow-x: auto; margin: 0 0 1rem }
a { color: var(--link) } a code { color: inherit }
.wide { overflow-x: auto; margin: 0 0 1rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .4rem .75rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap }
td:first-child, th:first-child { white-space: normal; min-width: 6.5rem; padding-left: 0 }
th { color: var(--soft); font-weight: 500; font-size: .875rem } .number { text-align: right }
details { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; margin: 0 0 .75rem }
summary { cursor: pointer } details[open] > summary { margin-bottom: .75rem }
svg { display: block } .spark polyline { fill: none; stroke-width: 1.75; stroke-linejoin: round }
.spark .head { stroke: var(--sign) } .spark .base { stroke: var(--soft); stroke-dasharray: 3 3 }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem } h4 { font-size: .9rem; margin: 1rem 0 .25rem }
.about { color: var(--soft); font-size: .875rem; margin: 0 0 .75rem } .again { border: 0; padding: 0 } .again pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 }
figure { margin: 0 0 1rem } figcaption { font-size: .9rem; margin-bottom: .25rem }
.chart { width: 100%; height: auto; max-height: 20rem } .chart text { font: 12px system-ui, sans-serif; fill: var(--soft) }
.chart .phase { fill: var(--shade); fill-opacity: .8 } .chart .phase-name { font-size: 11px; paint-order: stroke; stroke: var(--shade); stroke-width: 6px } .chart .grid { stroke: var(--line) }
.chart polyline { fill: none; stroke-width: 2; stroke-linejoin: round }
.chart .head polyline { stroke: var(--head) } .chart .head circle { fill: var(--head) }
.chart .base polyline { stroke: var(--soft); stroke-dasharray: 5 4 } .chart .base circle { fill: var(--soft); r: 2.2px }
.chart .fit { stroke: var(--text); stroke-width: 1; stroke-dasharray: 2 3 } .chart .noise { fill: var(--head); opacity: .12 }
.chart circle:hover, .chart circle.at { stroke: var(--text); stroke-width: 2 }
.keys { white-space: nowrap } .key { margin-left: .75rem } .key::before { content: ''; display: inline-block; width: 1.5em; margin-right: .3em; vertical-align: middle; border-top: 2px solid var(--head) }
.key.base::before { border-top: 2px dashed var(--soft) }
.reading { display: block; min-height: 1.4em; margin-bottom: .5rem; font-size: .85rem; color: var(--soft) }
.flame-tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 .5rem }
.flame-tools fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: .25rem }
.flame-tools button, .flame-tools input { font: inherit; font-size: .85rem; color: var(--text); background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .6rem }
.flame-tools button[aria-pressed=true] { background: var(--link); color: var(--back); border-color: var(--link) }
.flame-chart { overflow-x: auto } .d3-flame-graph rect { stroke: var(--back); stroke-width: .5 }
.d3-flame-graph rect:hover, .d3-flame-graph g:focus rect { stroke: var(--text); stroke-width: 1.5; cursor: pointer } .d3-flame-graph g:focus { outline: none }
.d3-flame-graph-label { font: 12px/18px ui-monospace, monospace; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding: 0 4px; color: #1f2328 }
.d3-flame-graph .fade { opacity: .55 }
.tree, .tree ul { list-style: none; padding-left: 1.1rem } .tree details { border: 0; padding: 0; margin: 0 } .tree details[open] > summary { margin: 0 }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
@media (max-width: 600px) {
  tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0 }
  th, td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .1rem 0; white-space: normal; overflow-wrap: anywhere; text-align: right }
  td:first-child, th:first-child { display: block; text-align: left } td:first-child { font-weight: 500 } td:empty, th + th { display: none }
  td[data-name]::before { content: attr(data-name); color: var(--soft); font-size: .875rem; text-align: left; white-space: nowrap }
  table, thead, tbody { display: block }
}
@media (max-width: 600px) { .chart { overflow: visible } .chart text, .chart .phase-name { font-size: 24px } .chart .value { text-anchor: start; transform: translate(-60px, -7px) } .chart .round { transform: translateY(12px) } .chart .axis { display: none } }
@media print { body { border: 0 } details > * { display: block } details::details-content { content-visibility: visible } h2, h3, h4, figcaption { break-after: avoid } .flame-tools { display: none } main { max-width: none } pre { white-space: pre-wrap } figure, tr, li { break-inside: avoid } }
.flame-chart svg { max-width: 100%; height: auto }
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
`;

// src/report/page/shell.ts
function pageHtml({ content, script, style = "", title, verdict }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${stylesheet}${style}</style>
</head>
<body class="${verdict}">
<main>
${content}
</main>
${script === "" ? "" : `<script>${script}</script>`}
</body>
</html>
`;
}
function policy(script) {
  const scripts = script === "" ? "" : ` script-src 'sha256-${createHash("sha256").update(script).digest("base64")}';`;
  return `default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'`;
}
var factsHtml = (facts) => `<p class="about">${facts.filter((fact) => fact !== "").join(" \xB7 ")}</p>`;
var timeHtml = (date) => `<time datetime="${htmlText(date)}">${htmlText(date.slice(0, 16).replace("T", " "))} UTC</time>`;
var shortCommand = 40;
var commandHtml = (command) => command.length <= shortCommand ? `<p class="about">Again: <code>${htmlText(command)}</code></p>` : `<details class="about again"><summary>Again: the command of this run</summary><pre tabindex="0">${htmlText(command)}</pre></details>`;
var anchor = (url, label) => safeUrl(url) ? `<a href="${htmlText(url)}" rel="noreferrer nofollow">${htmlText(label)}</a>` : htmlText(label);
var commitHtml = (sha, repositoryUrl) => repositoryUrl && /^[0-9a-f]{40,64}$/.test(sha) ? anchor(`${repositoryUrl}/commit/${sha}`, sha.slice(0, 7)) : `<code>${htmlText(sha.slice(0, 7))}</code>`;

export {
  pageScript,
  blockHtml,
  tableHtml,
  nameHtml,
  ticks,
  trendStyle,
  trendHtml,
  pageHtml,
  factsHtml,
  timeHtml,
  commandHtml,
  anchor,
  commitHtml
};
