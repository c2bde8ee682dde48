import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  ConfigError
} from "./chunk-K5E42S7M.mjs";

// src/configure/sources/file.ts
import { readFile } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
var defaultFiles = [".github/leakdiff.yml", ".github/leakdiff.yaml"];
function configInput(text) {
  const isText = /\n\s*\S/.test(text.trim()) || /:(\s|$)/.test(text.trim()) || /^[{#]/.test(text.trim());
  return isText ? { configText: text } : { configFile: text.trim() };
}
async function namedFile(root, file) {
  const source = await readSource(root, file);
  if (source !== null) return source;
  throw new ConfigError(
    `The configuration file ${file} does not exist in ${root}`,
    "Correct its path, which is taken from the root of the checkout."
  );
}
async function defaultFile(root) {
  const sources = await Promise.all(defaultFiles.map((file) => readSource(root, file)));
  const found = sources.filter((source) => source !== null);
  if (found.length < 2) return found[0] ?? null;
  throw new ConfigError(
    `There are two configuration files: ${defaultFiles.join(" and ")}`,
    "Remove one of them."
  );
}
async function readSource(root, file) {
  const path = resolve(root, file);
  const bytes = await readFile(path).catch((error) => {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `The configuration file ${file} cannot be read: ${why}`,
      "Give the path of a readable file."
    );
  });
  if (bytes === null) return null;
  const inside = relative(root, path);
  return await textSource(decode(bytes, file), inside.startsWith("..") || isAbsolute(inside) ? path : inside);
}
async function textSource(text, label) {
  const { yamlSource } = await import("./yaml-OAS2GVRV.mjs");
  return yamlSource(text, label);
}
function decode(bytes, file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`The configuration file ${file} is not UTF-8 text`, "Save it as UTF-8.");
  }
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : void 0;
}

export {
  defaultFiles,
  configInput,
  namedFile,
  defaultFile,
  textSource
};
