import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  probeFile
} from "./chunk-WQJLFMES.mjs";
import "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/go/container.ts
var container = {
  files: {
    "zz_leakdiff.go": { copyOf: probeFile("zz_leakdiff.go") },
    "zz_leakdiff_main.go": { text: 'package main\n\nimport _ "runtime/pprof"\n' }
  },
  image: (folder) => ({
    where: "before `go build` of a package main in ./cmd/api",
    lines: [
      `COPY ${folder}/zz_leakdiff.go /usr/local/go/src/runtime/pprof/`,
      `COPY ${folder}/zz_leakdiff_main.go ./cmd/api/`,
      "ENV GOFLAGS=-trimpath"
    ]
  }),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
  environment: () => ({ GODEBUG: "${GODEBUG}" })
};
export {
  container
};
