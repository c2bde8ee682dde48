import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/trial/site-table.ts
var stackLimit = 256;
var siteLimit = 2e5;
function createSiteTable(runtime, locate, snapshots) {
  const entries = /* @__PURE__ */ new Map();
  const nameOf = cached((frame) => runtime.site(named(frame, locate)));
  const entryOf = (place) => {
    const stack = place.stack.slice(-stackLimit);
    const key = `${place.role} ${place.quantity}
${stack.map(nameOf).join("\n")}`;
    const known = entries.get(key);
    if (known) return known;
    const entry = { place, heaviest: 0, stack, minutes: null, states: /* @__PURE__ */ new Map(), creators: /* @__PURE__ */ new Map() };
    const created = { ...entry, values: new Array(snapshots).fill(0) };
    entries.set(key, created);
    return created;
  };
  return {
    add: (place, value, at) => {
      const entry = entryOf(place);
      for (const snapshot of at) entry.values[snapshot] = (entry.values[snapshot] ?? 0) + value;
      if (value <= entry.heaviest) return;
      entry.heaviest = value;
      entry.stack = place.stack.slice(-stackLimit);
    },
    describe: (place, value, attributes) => describe(entryOf(place), value, attributes),
    result: () => tableResult([...entries.values()], cached(framing(runtime, locate)), snapshots)
  };
}
function describe(entry, value, { state, minutes, createdBy }) {
  if (state) entry.states.set(state, (entry.states.get(state) ?? 0) + value);
  if (minutes !== void 0) entry.minutes = Math.max(entry.minutes ?? 0, minutes);
  if (!createdBy) return;
  const key = frameKey(createdBy);
  const creator = entry.creators.get(key);
  if (creator) creator.count += value;
  else entry.creators.set(key, { frame: createdBy, count: value });
}
function tableResult(entries, located, snapshots) {
  const lived = entries.filter((entry) => entry.values.some((value) => value !== 0));
  const kept = lived.length > siteLimit ? [...lived].sort(byWeight).slice(0, siteLimit) : lived;
  const indexes = /* @__PURE__ */ new Map();
  const frames = [];
  const indexOf = (frame) => {
    const key = frameKey(frame);
    const known = indexes.get(key);
    if (known !== void 0) return known;
    frames.push(located(frame));
    indexes.set(key, frames.length - 1);
    return frames.length - 1;
  };
  const sites = kept.map((entry) => siteOf(entry, entry.stack.map(indexOf), located));
  const values = Array.from(
    { length: snapshots },
    (_, snapshot) => kept.flatMap(({ values: values2 }, site) => values2[snapshot] ? [[site, values2[snapshot]]] : [])
  );
  return { frames, sites, values, dropped: lived.length - kept.length };
}
function siteOf({ place, states, minutes, creators }, stack, located) {
  const { role, quantity } = place;
  const described = states.size > 0 || creators.size > 0 || minutes !== null;
  if (quantity !== "tasks" || !described) return { role, quantity, stack };
  const state = [...states].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const byCount = [...creators.values()].sort((a, b) => b.count - a.count);
  const named2 = byCount.map(({ frame, count }) => ({ frame: located(frame), count }));
  return { role, quantity, stack, tasks: { state, minutes, creators: named2 } };
}
var byWeight = (a, b) => Math.max(...b.values) - Math.max(...a.values);
var frameKey = (frame) => `${frame.function}\0${frame.file}\0${frame.line}`;
function cached(compute) {
  const known = /* @__PURE__ */ new Map();
  return (frame) => {
    const key = frameKey(frame);
    const found = known.get(key);
    if (found !== void 0) return found;
    const value = compute(frame);
    known.set(key, value);
    return value;
  };
}
function framing({ readable = (name) => name, site }, locate) {
  return (frame) => {
    const known = named(frame, locate);
    return {
      ...frame,
      function: readable(known.function),
      site: readable(site(known)),
      ...placed(frame, locate)
    };
  };
}
function named(frame, locate) {
  const location = locate(frame);
  const called = location.origin === "runtime" ? void 0 : location.called;
  return called === void 0 ? frame : { ...frame, function: called };
}
function placed(frame, locate) {
  const location = locate(frame);
  if (location.origin === "runtime") return { line: frame.line, location };
  const { called: _, ...kept } = location;
  if (kept.origin !== "project") return { line: frame.line, location: kept };
  const { line = frame.line, ...place } = kept;
  return { line, location: place };
}

export {
  stackLimit,
  siteLimit,
  createSiteTable,
  framing
};
