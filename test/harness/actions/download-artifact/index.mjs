import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const library = join(process.env.BENCH_ROOT, 'node_modules/@actions/artifact/lib/artifact.js')
const { DefaultArtifactClient } = await import(pathToFileURL(library).href)
const pattern = new RegExp(`^${process.env.INPUT_PATTERN.split('*').join('.*')}$`)
const client = new DefaultArtifactClient()
const { artifacts } = await client.listArtifacts()
for (const { id, name } of artifacts.filter((artifact) => pattern.test(artifact.name)))
  await client.downloadArtifact(id, { path: resolve(process.env.INPUT_PATH, name) })
