import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  commitTime
} from "./chunk-75E2IP3J.mjs";
import {
  resolveCommit
} from "./chunk-FCXXWOM4.mjs";
import {
  deviations,
  meanOf
} from "./chunk-JIHZRTOJ.mjs";
import {
  shallowEnds
} from "./chunk-GQSSEWYV.mjs";
import {
  runtimes
} from "./chunk-DSLFNXAD.mjs";
import {
  tasksOf
} from "./chunk-OKCNATIS.mjs";
import {
  git
} from "./chunk-HJVQHNAO.mjs";

// src/history/drift/judge-drift.ts
var together = 3;
function judgeDrift(all, { anchor, share }) {
  return all.filter(({ points }) => points.at(-1)?.budget != null).map((series) => {
    const at = anchor(series.points);
    return at === null ? { series, verdict: "unknown" } : driftOf(series, at, share);
  });
}
function driftOf(series, at, share) {
  const { points } = series;
  const [then, now] = [points[at], points.at(-1)];
  if (then === void 0 || now === void 0) return { series, verdict: "unknown" };
  const values = points.map(({ growth }) => growth);
  const noise = deviations(points);
  const before = meanOf(values, noise, { from: Math.max(0, at - together + 1), to: at + 1 });
  const last = { from: Math.max(at + 1, points.length - together), to: points.length };
  const after = last.from < last.to ? meanOf(values, noise, last) : before;
  const wide = Math.hypot(before.noise, after.noise);
  const grew = before.growth > Math.max(then.floor, before.noise);
  const allowed = grew ? share * before.growth : then.floor;
  const beyond = after.growth - before.growth - wide > allowed;
  const ends = { from: before.growth, to: after.growth, noise: wide, allowed };
  return { series, then, now, ...ends, verdict: beyond ? "beyond" : "within" };
}
var daysBefore = (days, now) => (points) => lastIndex(points, ({ committed }) => Date.parse(committed) <= now.getTime() - days * 24 * 36e5);
var asOldAs = (time) => (points) => lastIndex(points, ({ committed }) => Date.parse(committed) <= Date.parse(time));
var amongCommits = (commits) => (points) => lastIndex(points, ({ commit }) => commits.has(commit));
function lastIndex(points, is) {
  const at = points.findLastIndex(is);
  return at < 0 ? null : at;
}
function driftVerdict(drifts) {
  if (drifts.some(({ verdict }) => verdict === "beyond")) return "fail";
  return drifts.length === 0 || drifts.some(({ verdict }) => verdict === "unknown") ? "inconclusive" : "pass";
}

// src/history/drift/since.ts
async function anchorOf(repository, { since }, now) {
  if (since.kind === "days") return daysBefore(since.days, now);
  const sha = await resolveCommit(repository, since.revision);
  if ((await shallowEnds(repository)).size > 0) return asOldAs(await commitTime(repository, sha));
  return amongCommits(new Set((await git(repository, ["rev-list", sha])).split("\n")));
}

// src/history/series.ts
function seriesOf(history, only) {
  return [...history].flatMap(
    ([workload, records]) => only === void 0 || only === workload ? legsOf(records).flatMap((of) => totalsOf(workload, of)) : []
  );
}
function legsOf(records) {
  const legs = /* @__PURE__ */ new Map();
  for (const one of records) {
    const before = legs.get(one.leg);
    if (before?.at(-1)?.workloadHash === one.workloadHash) before.push(one);
    else legs.set(one.leg, [one]);
  }
  return [...legs.values()];
}
function totalsOf(workload, records) {
  const found = /* @__PURE__ */ new Map();
  for (const { commit, committed, leg, operations, runtime, totals, versions } of records)
    for (const { quantity, role, ...figures } of totals) {
      const key = `${quantity} ${role}`;
      const one = found.get(key) ?? { workload, leg, runtime, operations, role, quantity, points: [] };
      one.points.push({ commit, committed, ...figures, ...versions });
      found.set(key, one);
    }
  return [...found.values()];
}

// src/pipeline/history/trend.ts
async function trendOf({ drift, history, now, repository, workload }) {
  const series = seriesOf(history, workload);
  if (drift === null) return { series, drift: null, tasks };
  const drifts = judgeDrift(series, { share: drift.share, anchor: await anchorOf(repository, drift, now) });
  return { series, tasks, drift: { budget: drift.text, verdict: driftVerdict(drifts), drifts } };
}
var known = new Map(Object.values(runtimes).map((runtime) => [runtime.name, runtime]));
function tasks(name) {
  const runtime = known.get(name);
  return runtime && tasksOf(runtime);
}

export {
  trendOf
};
