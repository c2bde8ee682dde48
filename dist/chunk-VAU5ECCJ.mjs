import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  withoutSecrets
} from "./chunk-3D67X6WZ.mjs";

// src/github/comment/key.ts
import { createHash } from "node:crypto";
var longest = 100;
function commentKey(use) {
  return short(spaceOf(use) + (use.given === null ? partsOf(use) : ""));
}
function spaceOf({ given, workflow }) {
  return given === null ? encoded(workflow) : digest(given);
}
function partsOf({ config, job, name, step }) {
  const own = stepName(step);
  const choice = name === null && config === null ? [] : [digest(JSON.stringify([name, config]))];
  return ["", encoded(job), ...own === "" ? [] : [encoded(own)], ...choice].join("/");
}
function stepName(step) {
  if (!step.startsWith("__")) return step;
  return /_(\d+)$/.exec(step)?.[1] ?? "";
}
function legOf({ matrix, name }) {
  const values = valuesOf(matrix);
  if (values.length === 0) return null;
  const parts = values.map(
    ([key, value]) => typeof value === "string" ? `${encoded(key)}=${encoded(value)}` : `${encoded(key)}==${encoded(JSON.stringify(value))}`
  );
  return short([...parts, ...name === null ? [] : [digest(name)]].join("/"));
}
function legTitle({ matrix, name }) {
  const values = valuesOf(matrix).map(
    ([, value]) => typeof value === "string" ? value : JSON.stringify(value)
  );
  return withoutSecrets([...values, ...name === null ? [] : [name]].join("/"));
}
function marker(key) {
  return `<!-- leakdiff:${key} -->`;
}
function artifactName(kind, use) {
  const leg = legOf(use);
  const key = spaceOf(use) + partsOf(use) + (leg === null ? "" : `/${leg}`);
  return `${artifactPrefix(kind)}${short(key).replaceAll("/", "+")}`;
}
var artifactPrefix = (kind) => `leakdiff-${kind}-`;
function encoded(text) {
  return text.replace(
    /[^\w.-]|-(?=-)|-$|^$/gu,
    (character) => `~${character.codePointAt(0)?.toString(16) ?? ""}.`
  );
}
var digest = (text) => `~~${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
var short = (key) => key.length <= longest ? key : `${key.slice(0, longest - 20)}${digest(key)}`;
function valuesOf(matrix) {
  try {
    const values = JSON.parse(matrix);
    return values === null || typeof values !== "object" ? [] : Object.entries(values);
  } catch {
    return [["matrix", matrix]];
  }
}

export {
  commentKey,
  spaceOf,
  legOf,
  legTitle,
  marker,
  artifactName,
  artifactPrefix
};
