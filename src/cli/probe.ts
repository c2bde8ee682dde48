import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ConfigError, exitStatus } from '../errors.ts'
import type { ContainerRecipe } from '../runtimes/container.ts'
import { runtimes } from '../runtimes/index.ts'
import { anyOf, runtimeNames } from '../runtimes/names.ts'
import { out } from './out.ts'

/**
 * `leakdiff probe`: writes what an image or a mount needs for its program to be measured, and says what to do
 * with it.
 */
export async function probeCommand(
  directory: string,
  { runtime }: { readonly runtime: string },
): Promise<number> {
  const name = runtimeNames.find((one) => one === runtime)
  if (name === undefined) {
    const flags = runtimeNames.map((one) => `--runtime ${one}`)
    throw new ConfigError(`--runtime is \`${runtime}\``, `Write ${anyOf(flags)}.`)
  }
  const recipe = await runtimes[name].container()
  await mkdir(directory, { recursive: true })
  for (const [file, content] of Object.entries(recipe.files)) {
    const path = join(directory, file)
    await ('text' in content ? writeFile(path, content.text) : cp(content.copyOf, path))
  }
  out(instructions(recipe, directory))
  return exitStatus.pass
}

/** A Dockerfile takes paths from its own folder, a mount takes absolute ones. */
function instructions({ environment, files, image }: ContainerRecipe, directory: string): string {
  const folder = resolve(directory)
  const built = image?.(directory)
  const variables = Object.entries(environment(folder)).map(([name, value]) => `      ${name}: ${value}`)
  return [
    ...(built
      ? [`In the Dockerfile, ${built.where}:`, '', ...built.lines.map((line) => `    ${line}`), '']
      : []),
    service,
    ...variables,
    ...(built || Object.keys(files).length === 0
      ? []
      : ['and among its volumes:', `      - "${folder}:${folder}:ro"`]),
    configuration,
  ].join('\n')
}

const service = `In the service, under a name of your choice (here api), which is its role in the report:

    volumes:
      - "\${LEAKDIFF_SOCKETS}/api:\${LEAKDIFF_SOCKETS}/api"   # the same path on both sides
    environment:
      LEAKDIFF_SOCKETS: \${LEAKDIFF_SOCKETS}/api`

const configuration = `
In the configuration:

    start: mkdir -m 777 "$LEAKDIFF_SOCKETS/api" && docker compose up --detach
    stop: docker compose down --timeout 5
`
