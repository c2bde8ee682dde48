import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  didYouMean
} from "./chunk-W3PZ6JO2.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/configure/sources/source.ts
var saying = (source, path, text) => {
  const name = source.named(path);
  return name === null ? text : `\`${name}\`: ${text}`;
};
var missingKey = (source, path) => {
  const name = source.named(path);
  return name === null ? "is missing" : `missing key \`${name}\``;
};
var everyKey = "every key is described in schema/config.schema.json of leakdiff";
var dotted = (path) => path.map(String).join(".");

// src/configure/sources/problems.ts
function problemsOf(source, issues, knownKeys) {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => unknownKey(source, issue.path, key, knownKeys));
    return [wrongValue(source, issue)];
  });
}
function unknownKey(source, path, key, knownKeys) {
  const known = knownKeys(path);
  const written = valueAt(source.value, path);
  const left = known.filter((other) => !isRecord(written) || !(other in written));
  const hint = belonging(path, key, knownKeys) || didYouMean(key, left) || `; known here: ${known.join(", ")}`;
  return {
    place: source.place([...path, key], "key"),
    text: `unknown key \`${dotted([...path, key])}\`${hint}`
  };
}
function belonging(path, key, knownKeys) {
  if (path.length === 0 && knownKeys(["workloads", "NAME"]).includes(key))
    return " at the top level: it belongs to a workload, below `workloads: NAME:`";
  if (path.length === 2 && knownKeys([]).includes(key))
    return ": it belongs at the top level, beside `workloads`";
  return "";
}
function wrongValue(source, issue) {
  const { path } = issue;
  const value = valueAt(source.value, path);
  if (issue.code === "invalid_key") {
    const why = issue.issues[0]?.message ?? issue.message;
    return { place: source.place(path, "key"), text: said(source, path, why) };
  }
  if (value === void 0) return { place: source.place(path, "key"), text: missingKey(source, path) };
  const place = source.place(path, "value");
  const { message } = issue;
  if (value === null) return { place, text: `\`${dotted(path)}\` is empty: ${message}` };
  const got = message.startsWith("expected") ? `, got ${shown(value)}` : "";
  return { place, text: said(source, path, `${message}${got}`) };
}
var said = (source, path, text) => path.length === 0 ? `the configuration: ${text}` : saying(source, path, text);
function valueAt(value, path) {
  return path.reduce((inner, step) => isRecord(inner) ? inner[step] : void 0, value);
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
function shown(value) {
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "a map";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}\u2026` : text;
}
var byNumber = new Intl.Collator("en", { numeric: true });
function problemsError(problems, described = everyKey) {
  const inOrder = [...problems].sort((a, b) => byNumber.compare(a.place, b.place));
  const lines = inOrder.map(({ place, text }) => `${place}: ${text}`);
  const listed = `The configuration has ${lines.length} problems:
${lines.map((line) => `  ${line}`).join("\n")}`;
  const remedy = `Correct the configuration; ${described}.`;
  return new ConfigError(lines.length === 1 ? lines.join("") : listed, remedy);
}

export {
  saying,
  missingKey,
  everyKey,
  dotted,
  problemsOf,
  problemsError
};
