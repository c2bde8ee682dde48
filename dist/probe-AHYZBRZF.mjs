import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  ConfigError,
  exitStatus
} from "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/cli/probe.ts
import { cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
var installed = (name) => createRequire(import.meta.url).resolve(`#probe/${name}`);
async function probeCommand(directory, { runtime }) {
  if (runtime !== "go" && runtime !== "node")
    throw new ConfigError(`--runtime is \`${runtime}\``, "Write --runtime go or --runtime node.");
  await mkdir(directory, { recursive: true });
  if (runtime === "node") await cp(installed("node.cjs"), join(directory, "node.cjs"));
  else {
    await cp(installed("go/zz_leakdiff.go"), join(directory, "zz_leakdiff.go"));
    await writeFile(join(directory, "zz_leakdiff_main.go"), importing);
  }
  process.stdout.write(runtime === "node" ? ofNode(resolve(directory)) : ofGo(directory));
  return exitStatus.pass;
}
var importing = 'package main\n\nimport _ "runtime/pprof"\n';
var shared = `In the service, under a name of your choice (here api), which is its role in the report:

    volumes:
      - "\${LEAKDIFF_SOCKETS}/api:\${LEAKDIFF_SOCKETS}/api"   # the same path on both sides
    environment:
      LEAKDIFF_SOCKETS: \${LEAKDIFF_SOCKETS}/api`;
var start = `
In the configuration:

    start: mkdir -m 777 "$LEAKDIFF_SOCKETS/api" && docker compose up --detach
    stop: docker compose down --timeout 5
`;
var ofNode = (directory) => `${shared}
      LEAKDIFF_RATE: \${LEAKDIFF_RATE}
      NODE_OPTIONS: --require ${directory}/node.cjs
and among its volumes:
      - "${directory}:${directory}:ro"
${start}`;
var ofGo = (directory) => `In the Dockerfile, before \`go build\` of a package main in ./cmd/api:

    COPY ${directory}/zz_leakdiff.go /usr/local/go/src/runtime/pprof/
    COPY ${directory}/zz_leakdiff_main.go ./cmd/api/
    ENV GOFLAGS=-trimpath

${shared}
      GODEBUG: \${GODEBUG}
${start}`;
export {
  probeCommand
};
