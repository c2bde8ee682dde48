// Writes schema/*.json from the schemas at the doors: node scripts/schemas.mjs. Tests hold them equal.
import { writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const entry = `
  export { configJsonSchema as config } from './src/configure/schema.ts'
  export { trialJsonSchema as trial } from './src/trial/schema.ts'
  export { resultJsonSchema as result } from './src/report/render/json.ts'
  export { diffJsonSchema as diff } from './src/profile-diff/schema.ts'
`
const { outputFiles } = await build({
  stdin: { contents: entry, resolveDir: root, loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
})
const module = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)
for (const [name, schema] of Object.entries(module)) {
  writeFileSync(join(root, `schema/${name}.schema.json`), `${JSON.stringify(schema(), null, 2)}\n`)
}
