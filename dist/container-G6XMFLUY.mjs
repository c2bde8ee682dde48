import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  probeFile
} from "./chunk-2JWBHFLQ.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";

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
