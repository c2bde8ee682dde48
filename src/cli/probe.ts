import { cp, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { ConfigError, exitStatus } from '../errors.ts'
import { out } from './out.ts'

const installed = (name: string): string => createRequire(import.meta.url).resolve(`#probe/${name}`)

/** `leakdiff probe`: writes what an image or a mount needs for its program to be measured, and says what to do with it. */
export async function probeCommand(
  directory: string,
  { runtime }: { readonly runtime: string },
): Promise<number> {
  if (runtime !== 'go' && runtime !== 'node')
    throw new ConfigError(`--runtime is \`${runtime}\``, 'Write --runtime go or --runtime node.')
  await mkdir(directory, { recursive: true })
  if (runtime === 'node') await cp(installed('node.cjs'), join(directory, 'node.cjs'))
  else {
    await cp(installed('go/zz_leakdiff.go'), join(directory, 'zz_leakdiff.go'))
    await writeFile(join(directory, 'zz_leakdiff_main.go'), importing)
  }
  out(runtime === 'node' ? ofNode(resolve(directory)) : ofGo(directory))
  return exitStatus.pass
}

const importing = 'package main\n\nimport _ "runtime/pprof"\n'

const shared = `In the service, under a name of your choice (here api), which is its role in the report:

    volumes:
      - "\${LEAKDIFF_SOCKETS}/api:\${LEAKDIFF_SOCKETS}/api"   # the same path on both sides
    environment:
      LEAKDIFF_SOCKETS: \${LEAKDIFF_SOCKETS}/api`

const start = `
In the configuration:

    start: mkdir -m 777 "$LEAKDIFF_SOCKETS/api" && docker compose up --detach
    stop: docker compose down --timeout 5
`

const ofNode = (directory: string): string => `${shared}
      LEAKDIFF_RATE: \${LEAKDIFF_RATE}
      NODE_OPTIONS: --require ${directory}/node.cjs
and among its volumes:
      - "${directory}:${directory}:ro"
${start}`

const ofGo = (
  directory: string,
): string => `In the Dockerfile, before \`go build\` of a package main in ./cmd/api:

    COPY ${directory}/zz_leakdiff.go /usr/local/go/src/runtime/pprof/
    COPY ${directory}/zz_leakdiff_main.go ./cmd/api/
    ENV GOFLAGS=-trimpath

${shared}
      GODEBUG: \${GODEBUG}
${start}`
