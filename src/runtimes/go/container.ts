import type { ContainerRecipe } from '../container.ts'
import { probeFile } from './build/overlay.ts'

/**
 * What the overlay does outside of containers: the probe in package runtime/pprof, and a program that imports
 * it.
 */
export const container: ContainerRecipe = {
  files: {
    'zz_leakdiff.go': { copyOf: probeFile('zz_leakdiff.go') },
    'zz_leakdiff_main.go': { text: 'package main\n\nimport _ "runtime/pprof"\n' },
  },
  image: (folder) => ({
    where: 'before `go build` of a package main in ./cmd/api',
    lines: [
      `COPY ${folder}/zz_leakdiff.go /usr/local/go/src/runtime/pprof/`,
      `COPY ${folder}/zz_leakdiff_main.go ./cmd/api/`,
      'ENV GOFLAGS=-trimpath',
    ],
  }),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
  environment: () => ({ GODEBUG: '${GODEBUG}' }),
}
