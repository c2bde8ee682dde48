import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/configure/committed.ts
function withShown(config, committed) {
  return { ...config, workloads: config.workloads.map((workload) => shownOf(workload, committed)) };
}
function shownOf(workload, committed) {
  const own = committed.filter(({ workload: name }) => name === null || name === workload.name);
  const shown = Object.entries(textsOf(workload)).flatMap(([key, text]) => {
    const found = asWritten(
      text,
      own.flatMap(({ texts }) => texts[key] ?? [])
    );
    return found === null ? [] : [[key, found]];
  });
  return { ...workload, shown: Object.fromEntries(shown) };
}
function textsOf(workload) {
  const { driver, profiles, setup, stop } = workload;
  const texts = {
    setup,
    stop,
    driver: driver.length === 0 ? null : driver.join("\n"),
    profiles: profiles.length === 0 ? null : profiles.map(endpointText).join("\n"),
    ...workload.form === "test" ? { test: workload.test } : {},
    ...workload.form === "run" ? runTexts(workload) : {},
    ...workload.form === "server" ? {
      start: workload.start,
      round: workload.round,
      snapshot: workload.snapshot ?? null,
      ready: readyText(workload.ready)
    } : {}
  };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => typeof text === "string" ? [[key, text]] : [])
  );
}
var runTexts = ({ files, run }) => ({
  run,
  "files-heap": files?.heap ?? null,
  "files-tasks": files?.tasks ?? null
});
var endpointText = ({ name, url }) => name === null ? url : `${name}: ${url}`;
function readyText(ready) {
  if (ready.kind === "url") return ready.url;
  if (ready.kind === "port") return ready.address;
  return ready.kind === "output" ? `/${ready.pattern}/${ready.flags}` : null;
}
var expression = /\$\{\{([\s\S]*?)\}\}/;
function asWritten(text, written) {
  const plain = written.map((one) => one.trim());
  return plain.find((one) => one === text.trim()) ?? plain.find((one) => valuesIn(text, one) !== null) ?? null;
}
function valuesIn(text, written) {
  const [first = "", ...rest] = written.trim().split(expression);
  if (rest.length === 0) return first === text.trim() ? [] : null;
  const expressions = rest.filter((_, index) => index % 2 === 0);
  const literals = rest.filter((_, index) => index % 2 === 1);
  const pattern = [first, ...literals].map(literal).join("([\\s\\S]*)");
  const found = new RegExp(`^${pattern}$`).exec(text.trim());
  return found && expressions.map((words, index) => ({ expression: words.trim(), value: found[index + 1] ?? "" }));
}
var literal = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
function committedIn(value) {
  const workloads = isMap(value) && isMap(value.workloads) ? value.workloads : {};
  return Object.entries(workloads).flatMap(
    ([workload, written]) => isMap(written) ? [{ workload, texts: flattened(written) }] : []
  );
}
function flattened(written) {
  const entries = Object.entries(written).flatMap(([key, value]) => {
    if (Array.isArray(value)) return [[key, value.map(String).join("\n")]];
    if (key === "profiles" && isMap(value))
      return [
        [
          key,
          Object.entries(value).map(([name, url]) => `${name}: ${url}`).join("\n")
        ]
      ];
    if (isMap(value)) return Object.entries(value).map(([inner, text]) => [`${key}-${inner}`, String(text)]);
    return [[key, String(value)]];
  });
  return Object.fromEntries(entries);
}
var isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export {
  withShown,
  textsOf,
  asWritten,
  valuesIn,
  committedIn
};
