import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/diff/growth.ts
var z99 = 2.5758;
var t99 = 4.0321;
function growthOf(series) {
  const half = Math.ceil(series.length / 2);
  const slopes = pairSlopes(series);
  const whole = median(slopes);
  const late = median(pairSlopes(series.slice(series.length - half)));
  const last = lastSlope(series);
  const noise = t99 * slopeNoise(series);
  const { low, high } = interval(slopes, series.length);
  return {
    steady: Math.max(0, Math.min(whole, late, last)),
    whole,
    early: median(pairSlopes(series.slice(0, half))),
    late,
    plain: leastSquares(series),
    settled: settledSlope(series),
    low: Math.min(low, whole - noise),
    high: Math.max(high, whole + noise)
  };
}
var quartered = 16;
var doubt = 3;
function lastSlope(series) {
  if (series.length < quartered) return Number.POSITIVE_INFINITY;
  const last = series.slice(series.length - Math.ceil(series.length / 4) - 1);
  return median(pairSlopes(last)) + doubt * slopeNoise(last);
}
function settledSlope(series) {
  if (series.length < quartered) return null;
  const quarter = Math.floor(series.length / 4);
  const slopeFrom = (back) => {
    const end = series.length - quarter * back;
    return median(pairSlopes(series.slice(end - quarter - 1, end)));
  };
  const [second, third, fourth] = [slopeFrom(2), slopeFrom(1), slopeFrom(0)];
  if (!(second > third && third > fourth && fourth > 0 && second - third > third - fourth)) return fourth;
  return (second * fourth - third * third) / (second + fourth - 2 * third);
}
function slopeNoise(series) {
  const n = series.length;
  const lag = Math.max(1, Math.floor(n / 4));
  const white = whiteNoise(series);
  const walk = scaleOf(differences(series, lag)) / Math.sqrt(lag) * Math.sqrt(1.2 / n);
  return n < 2 ? 0 : Math.max(white, walk);
}
function whiteNoise(series) {
  return scaleOf(differences(series)) / Math.SQRT2 * (8 / series.length ** 1.5);
}
function mixedNoise(series) {
  const n = series.length;
  const lag = Math.floor(n / 4);
  if (lag < 2) return slopeNoise(series);
  const [near, far] = [varianceOf(differences(series)), varianceOf(differences(series, lag))];
  const walk = Math.max(0, (far - near) / (lag - 1));
  const white = Math.max(0, near - walk) / 2;
  const mixed = Math.sqrt(white * (64 / n ** 3) + walk * (1.2 / n));
  return Math.max(whiteNoise(series), mixed);
}
function varianceOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
function differences(series, lag = 1) {
  return series.slice(lag).map((value, i) => value - (series[i] ?? value));
}
function scaleOf(values) {
  const centre = medianOf(values);
  return 1.4826 * medianOf(values.map((value) => Math.abs(value - centre)));
}
var medianOf = (values) => median(Float64Array.from(values).sort());
function pairSlopes(series) {
  const slopes = new Float64Array(series.length * (series.length - 1) / 2);
  let made = 0;
  for (const [i, from] of series.entries()) {
    for (let j = i + 1; j < series.length; j++) slopes[made++] = ((series[j] ?? from) - from) / (j - i);
  }
  return slopes.sort();
}
function interval(slopes, n) {
  const reach = z99 * Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
  const from = Math.max(0, Math.floor((slopes.length - reach) / 2) - 1);
  const to = Math.min(slopes.length - 1, Math.ceil((slopes.length + reach) / 2));
  return { low: slopes[from] ?? 0, high: slopes[to] ?? 0 };
}
function leastSquares(series) {
  const centre = (series.length - 1) / 2;
  let product = 0;
  let square = 0;
  for (const [i, value] of series.entries()) {
    product += (i - centre) * value;
    square += (i - centre) ** 2;
  }
  return square === 0 ? 0 : product / square;
}
function median(sorted) {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export {
  growthOf,
  slopeNoise,
  mixedNoise,
  differences,
  scaleOf,
  medianOf,
  leastSquares
};
