import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  runtimes
} from "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import "./chunk-HHKBPYBW.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import "./chunk-AMEXP2G4.mjs";
import {
  anyOf,
  runtimeNames
} from "./chunk-ILNH45AH.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  ConfigError,
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/cli/probe.ts
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
async function probeCommand(directory, { runtime }) {
  const name = runtimeNames.find((one) => one === runtime);
  if (name === void 0) {
    const flags = runtimeNames.map((one) => `--runtime ${one}`);
    throw new ConfigError(`--runtime is \`${runtime}\``, `Write ${anyOf(flags)}.`);
  }
  const recipe = await runtimes[name].container();
  await mkdir(directory, { recursive: true });
  for (const [file, content] of Object.entries(recipe.files)) {
    const path = join(directory, file);
    await ("text" in content ? writeFile(path, content.text) : cp(content.copyOf, path));
  }
  out(instructions(recipe, directory));
  return exitStatus.pass;
}
function instructions({ environment, files, image }, directory) {
  const folder = resolve(directory);
  const built = image?.(directory);
  const variables = Object.entries(environment(folder)).map(([name, value]) => `      ${name}: ${value}`);
  return [
    ...built ? [`In the Dockerfile, ${built.where}:`, "", ...built.lines.map((line) => `    ${line}`), ""] : [],
    service,
    ...variables,
    ...built || Object.keys(files).length === 0 ? [] : ["and among its volumes:", `      - "${folder}:${folder}:ro"`],
    configuration
  ].join("\n");
}
var service = `In the service, under a name of your choice (here api), which is its role in the report:

    volumes:
      - "\${LEAKDIFF_SOCKETS}/api:\${LEAKDIFF_SOCKETS}/api"   # the same path on both sides
    environment:
      LEAKDIFF_SOCKETS: \${LEAKDIFF_SOCKETS}/api`;
var configuration = `
In the configuration:

    start: mkdir -m 777 "$LEAKDIFF_SOCKETS/api" && docker compose up --detach
    stop: docker compose down --timeout 5
`;
export {
  probeCommand
};
