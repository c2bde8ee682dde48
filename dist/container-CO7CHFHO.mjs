import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  exactMalloc,
  installedProbe
} from "./chunk-PRUK76QJ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/python/container.ts
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
async function container() {
  const folder = installedProbe();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".py")).map((entry) => join(entry.parentPath, entry.name));
  return {
    files: Object.fromEntries(paths.map((path) => [relative(folder, path), { copyOf: path }])),
    image: null,
    environment: (place) => ({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
      LEAKDIFF_FRAMES: "${LEAKDIFF_FRAMES}",
      PYTHONPATH: place,
      ...exactMalloc,
      // The folder is mounted to be read alone.
      PYTHONDONTWRITEBYTECODE: '"1"'
    })
  };
}
export {
  container
};
