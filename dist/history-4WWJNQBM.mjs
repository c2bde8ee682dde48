import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  typed
} from "./chunk-FCNFBNTQ.mjs";
import {
  originOf
} from "./chunk-AMMUTEFF.mjs";
import {
  trendOf
} from "./chunk-DI7N2J5X.mjs";
import {
  storeOf
} from "./chunk-75E2IP3J.mjs";
import "./chunk-FCXXWOM4.mjs";
import "./chunk-56PIOOTV.mjs";
import {
  driftHeadline,
  renderTrend
} from "./chunk-QMR52MVF.mjs";
import "./chunk-LFXAUP2U.mjs";
import {
  anchor,
  commandHtml,
  commitHtml,
  factsHtml,
  pageHtml,
  pageScript,
  timeHtml,
  trendHtml,
  trendStyle
} from "./chunk-P6OYUYKH.mjs";
import {
  dayOf,
  htmlText
} from "./chunk-ATJKPRVI.mjs";
import {
  stepsOf
} from "./chunk-JIHZRTOJ.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-OKCNATIS.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-BSZV5EKB.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import "./chunk-DWPA6LHS.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import {
  openRepository
} from "./chunk-JVMPRNDK.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import {
  defaultFile,
  loadConfig,
  parseDrift
} from "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import {
  version
} from "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  ConfigError,
  UserError,
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/cli/history/history.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

// src/report/trend/exports/newest.ts
function newestOf(series) {
  return series.flatMap((one) => {
    const point = one.points.at(-1);
    if (point === void 0) return [];
    const leg = one.leg === null ? "" : ` (${one.leg})`;
    return [{ name: `${one.workload}${leg}: ${one.role}`, series: one, point }];
  });
}
var noiseOf = ({ high, low }) => Number(((high - low) / 2).toPrecision(6));

// src/report/trend/exports/bencher.ts
function bencherText(series) {
  const benchmarks = {};
  for (const { name, point, series: of } of newestOf(series)) {
    const measures = benchmarks[name] ?? {};
    measures[`${of.quantity}-per-operation`] = {
      value: point.growth,
      lower_value: point.low,
      upper_value: point.high
    };
    benchmarks[name] = measures;
  }
  return `${JSON.stringify(benchmarks, null, 2)}
`;
}

// src/report/trend/exports/github-action-benchmark.ts
function benchmarkActionText(series) {
  const entries = newestOf(series).map(({ name, point, series: of }) => ({
    name: `${name}, ${of.quantity}`,
    unit: `${quantities[of.quantity]}/operation`,
    value: point.growth,
    range: `\xB1 ${noiseOf(point)}`,
    extra: `smallest visible: ${point.smallestVisible}
${point.toolchain}, leakdiff ${point.leakdiff}`
  }));
  return `${JSON.stringify(entries, null, 2)}
`;
}

// src/report/trend/exports/json.ts
function trendJson({ drift, series }) {
  const told = {
    schemaVersion: 1,
    series: series.map((one) => ({
      ...one,
      steps: stepsOf(one.points).map(({ before, from, point, to }) => ({
        commit: point.commit,
        committed: point.committed,
        after: before.commit,
        from,
        to
      }))
    })),
    drift: drift && {
      budget: drift.budget,
      verdict: drift.verdict,
      totals: drift.drifts.map(({ series: of, ...one }) => {
        const about = { workload: of.workload, leg: of.leg, role: of.role, quantity: of.quantity };
        if (one.verdict === "unknown") return { ...about, verdict: one.verdict };
        const { allowed, from, noise, now, then, to, verdict } = one;
        return { ...about, verdict, since: then.commit, commit: now.commit, from, to, noise, allowed };
      })
    }
  };
  return `${JSON.stringify(told, null, 2)}
`;
}

// src/report/trend/exports/openmetrics.ts
var figures = {
  growth: { of: ({ growth }) => growth, help: "Growth an operation on the default branch." },
  growth_noise: { of: noiseOf, help: "Half of the 99 % interval of the growth an operation." },
  smallest_visible: {
    of: ({ smallestVisible }) => smallestVisible,
    help: "The smallest growth an operation that counts as a leak."
  }
};
function openMetricsText(series) {
  const units = [...new Set(series.map(({ quantity }) => quantities[quantity]))];
  const families = units.flatMap((unit) => {
    const counted = series.filter(({ quantity }) => quantities[quantity] === unit);
    return Object.entries(figures).flatMap(([figure, { help, of }]) => {
      const name = `leakdiff_${figure}_per_operation_${unit}`;
      return [
        `# TYPE ${name} gauge`,
        `# UNIT ${name} ${unit}`,
        `# HELP ${name} ${help}`,
        ...counted.flatMap((one) => samples(name, one, of))
      ];
    });
  });
  return `${[...families, "# EOF"].join("\n")}
`;
}
function samples(name, { leg, points, quantity, role, workload }, of) {
  const labels = { workload, ...leg === null ? {} : { leg }, role, quantity };
  const written = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  let last = 0;
  return points.map((point) => {
    const time = Math.max(Date.parse(point.committed), last + 1);
    last = time;
    return `${name}{${written.join(",")}} ${of(point)} ${(time / 1e3).toFixed(3)}`;
  });
}
var escaped = (value) => value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

// src/report/trend/page.ts
function renderTrendPage(trend, about) {
  const { branch, command, date, repository, repositoryUrl, script, version: version2 } = about;
  const title = trend.drift === null ? "leakdiff: growth over time" : driftHeadline(trend.drift);
  const facts = [
    repositoryUrl === null ? htmlText(repository) : anchor(repositoryUrl, repository),
    branch === null ? "the default branch" : `branch <code>${htmlText(branch)}</code>`,
    rangeHtml(trend, repositoryUrl),
    timeHtml(date),
    `leakdiff ${htmlText(version2)}`
  ];
  return pageHtml({
    title,
    verdict: trend.drift?.verdict ?? "pass",
    style: trendStyle,
    script,
    content: [`<h1>${htmlText(title)}</h1>`, factsHtml(facts), commandHtml(command), trendHtml(trend)].join(
      "\n"
    )
  });
}
function rangeHtml({ series }, repositoryUrl) {
  const points = series.flatMap((one) => one.points).toSorted((a, b) => a.committed.localeCompare(b.committed));
  const [first, last] = [points[0], points.at(-1)];
  if (first === void 0 || last === void 0) return "";
  const commits = new Set(points.map(({ commit }) => commit)).size;
  const told = ({ commit, committed }) => `${commitHtml(commit, repositoryUrl)} (${dayOf(committed)})`;
  return `${commits} ${commits === 1 ? "commit" : "commits"}, ${told(first)} to ${told(last)}`;
}

// src/cli/history/history.ts
var formats = {
  text: renderTrend,
  json: trendJson,
  openmetrics: ({ series }) => openMetricsText(series),
  bencher: ({ series }) => bencherText(series),
  "github-action-benchmark": ({ series }) => benchmarkActionText(series)
};
async function historyCommand(flags) {
  const format = formats[flags.format];
  if (format === void 0)
    throw new ConfigError(
      `--format is \`${flags.format}\``,
      `Write one of ${Object.keys(formats).join(", ")}.`
    );
  const repository = await openRepository(process.cwd());
  const settings = await settingsOf(repository, flags);
  if (flags.check && settings.drift === null) throw noBudget;
  const store = storeOf(settings.history, repository);
  if (store === null)
    throw new UserError("`history` is off: nothing is kept", "Give --history ref, or a directory.");
  const history = await store.read();
  if (history.size === 0 && !flags.check) throw nothingKept(store.name);
  const { workload } = flags;
  const trend = await trendOf({ repository, history, drift: settings.drift, now: /* @__PURE__ */ new Date(), workload });
  if (flags.html !== void 0) await writePage(flags.html, trend, repository);
  out(format(trend));
  return flags.check ? exitStatus[trend.drift?.verdict ?? "inconclusive"] : exitStatus.pass;
}
async function settingsOf({ root }, { config, drift, history }) {
  const given = drift === void 0 ? null : parseDrift(drift);
  if (drift !== void 0 && given === null)
    throw new ConfigError(`--drift is \`${drift}\``, 'Write a share and a time: --drift "5 % since v1.4".');
  const isWritten = config !== void 0 || await defaultFile(root) !== null;
  const written = isWritten ? await loadConfig({ root, configFile: config, inputs: {}, defaultName: "workload" }) : null;
  return { history: history ?? written?.history ?? "ref", drift: given ?? written?.drift ?? null };
}
async function writePage(file, trend, repository) {
  const { branch, name, url } = await originOf(repository);
  const date = (/* @__PURE__ */ new Date()).toISOString();
  const where = { repository: name, repositoryUrl: url, branch, command: typed(process.argv) };
  const page = { ...where, date, script: await pageScript(), version };
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, renderTrendPage(trend, page));
}
var noBudget = new ConfigError(
  "There is no drift budget to check",
  "Set `drift: 5 % since v1.4` in the configuration, or give --drift."
);
var nothingKept = (place) => new UserError(
  `No run has left its figures in ${place} yet`,
  "Runs of the action on the default branch do, with `permissions: contents: write`; elsewhere `leakdiff run --record` does."
);
export {
  historyCommand
};
