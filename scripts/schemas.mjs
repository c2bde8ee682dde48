// Writes what comes from the schemas at the doors and from the keys of the configuration: schema/*.json,
// the inputs of action.yml and the table in docs/configuration.md. Tests hold them equal.
// node scripts/schemas.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from './from-source.mjs'
import { withKeys } from './key-parts.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { inputKeys, workloadKeys, runKeys, ...schemas } = await bundled(`
  export { configJsonSchema as config } from './src/configure/schema.ts'
  export { trialJsonSchema as trial } from './src/trial/schema.ts'
  export { resultJsonSchema as result } from './src/report/render/json.ts'
  export { diffJsonSchema as diff } from './src/profile-diff/schema.ts'
  export { inputKeys, workloadKeys, runKeys } from './src/configure/keys.ts'
`)
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(root, `schema/${name}.schema.json`), `${JSON.stringify(schema(), null, 2)}\n`)
}
for (const file of /** @type {const} */ (['action.yml', 'docs/configuration.md'])) {
  const text = readFileSync(join(root, file), 'utf8')
  writeFileSync(join(root, file), withKeys(file, text, { inputKeys, workloadKeys, runKeys }))
}
