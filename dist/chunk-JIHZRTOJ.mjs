import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  differences,
  scaleOf
} from "./chunk-AM356UNS.mjs";

// src/history/steps/noise.ts
var z99 = 2.5758;
var least = 0.02;
var exact = 1e-6;
var tiny = 1e-9;
var unsure = 8;
function deviations(points) {
  const scale = scaleOf(differences(points.map(({ growth }) => growth))) / Math.SQRT2;
  const between = scale * (1 + unsure / points.length);
  return points.map(
    ({ growth, high, low, floor }) => Math.max((high - low) / 2 / z99, between, least * floor, exact * Math.abs(growth), tiny)
  );
}

// src/history/steps/segments.ts
var shortest = 2;
var penalty = 4;
function segments(values, deviations2) {
  const cost = costOf(values, deviations2);
  const price = penalty * Math.log(Math.max(2, values.length));
  const best = [-price];
  const lastStart = [0];
  let starts = [0];
  for (let end = 1; end <= values.length; end++) {
    const possible = starts.filter(
      (start) => end - start >= shortest || start === 0 && end === values.length
    );
    const priced = possible.map((start) => ({ start, sum: (best[start] ?? 0) + cost(start, end) }));
    const cheapest = priced.reduce((a, b) => b.sum < a.sum ? b : a, {
      start: 0,
      sum: Number.POSITIVE_INFINITY
    });
    best[end] = cheapest.sum + price;
    lastStart[end] = cheapest.start;
    const dear = new Set(priced.filter(({ sum }) => sum > (best[end] ?? 0)).map(({ start }) => start));
    starts = [...starts.filter((start) => !dear.has(start)), end];
  }
  return walkBack(lastStart, values.length);
}
function walkBack(lastStart, length) {
  const found = [];
  for (let to = length; to > 0; to = lastStart[to] ?? 0) found.push({ from: lastStart[to] ?? 0, to });
  return found.reverse();
}
function costOf(values, deviations2) {
  const [weights, sums, squares] = [[0], [0], [0]];
  const centre = values[0] ?? 0;
  for (const [i, value] of values.entries()) {
    const weight = 1 / (deviations2[i] ?? 1) ** 2;
    const distance = value - centre;
    weights.push((weights[i] ?? 0) + weight);
    sums.push((sums[i] ?? 0) + weight * distance);
    squares.push((squares[i] ?? 0) + weight * distance ** 2);
  }
  return (from, to) => {
    const of = (running) => (running[to] ?? 0) - (running[from] ?? 0);
    return Math.max(0, of(squares) - of(sums) ** 2 / of(weights));
  };
}

// src/history/steps/spikes.ts
var far = 4;
function withoutSpikes(values, deviations2) {
  if (values.length < 3) return values;
  return values.map((value, i) => {
    const from = Math.min(Math.max(0, i - 1), values.length - 3);
    const middle = values.slice(from, from + 3).toSorted((a, b) => a - b)[1] ?? value;
    return Math.abs(value - middle) > far * (deviations2[i] ?? 0) ? middle : value;
  });
}

// src/history/steps/steps.ts
function levelsOf(points) {
  if (points.length === 0) return [];
  const noise = deviations(points);
  const growths = points.map(({ growth }) => growth);
  const values = withoutSpikes(growths, noise);
  return segments(values, noise).map((segment) => ({ ...segment, ...meanOf(values, noise, segment) }));
}
var told = 0.25;
function stepsOf(points) {
  const levels = levelsOf(points);
  return levels.slice(1).flatMap((level, i) => {
    const [point, before, from] = [points[level.from], points[level.from - 1], levels[i]];
    if (point === void 0 || before === void 0 || from === void 0) return [];
    if (Math.abs(level.growth - from.growth) < told * point.floor) return [];
    return [{ at: level.from, point, before, from: from.growth, to: level.growth }];
  });
}
var z992 = 2.5758;
function meanOf(values, deviations2, { from, to }) {
  let [weights, sum] = [0, 0];
  for (let i = from; i < to; i++) {
    const weight = 1 / (deviations2[i] ?? 1) ** 2;
    weights += weight;
    sum += weight * (values[i] ?? 0);
  }
  return { growth: weights === 0 ? 0 : sum / weights, noise: weights === 0 ? 0 : z992 / Math.sqrt(weights) };
}

export {
  deviations,
  levelsOf,
  stepsOf,
  meanOf
};
