// Bundles src/ into dist/: node scripts/build.mjs [--out DIR]. The same sources give the same bytes;
// CI rebuilds and compares.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const flag = process.argv.indexOf('--out')
const out = resolve(root, flag > 0 ? process.argv[flag + 1] : 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

mkdirSync(dirname(out), { recursive: true })
const staging = mkdtempSync(join(dirname(out), '.build-'))
/** @satisfies {import('esbuild').BuildOptions} */
const common = /** @type {const} */ ({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  legalComments: 'none',
  metafile: true,
  define: { __VERSION__: JSON.stringify(version) },
})

/**
 * What @actions/core offers and nothing here uses: it does not say that importing it does nothing, so undici
 * would be loaded for it, half of the action's start.
 */
const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\/(oidc-utils|platform)\.js$/ }, async (args) => {
      const { importer, kind, path, pluginData, resolveDir } = args
      if (pluginData === 'asked' || !importer.includes('/@actions/core/')) return null
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: 'asked' })
      return { ...found, sideEffects: false }
    })
  },
}

/**
 * commander loads it for commands that are programs of their own, which we have none of:
 * with all that Node loads for it, a twentieth of the command line's start.
 */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/commander/') ? { path: 'none', namespace: 'without-child-process' } : null,
    )
    onLoad({ filter: /.*/, namespace: 'without-child-process' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const main = await build({
  ...common,
  plugins: [withoutUnused, withoutChildProcess],
  entryPoints: { action: 'src/action.ts', cli: 'src/cli.ts', cache: 'src/github/cache/cache-child.ts' },
  format: 'esm',
  splitting: true,
  outdir: staging,
  chunkNames: '[name]-[hash]',
  // CommonJS dependencies ask for Node's own modules by require().
  // An older Node is told so by whatever part of it runs first.
  banner: {
    js: [
      "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
      'if(Number.parseInt(process.versions.node)<20){',
      'process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\\n`);',
      'process.exit(2)}',
    ].join(''),
  },
})
// What of a runtime goes into the programs that it measures: scripts of its own, bundled,
// and folders that are copied as they are.
const runtimes = join(root, 'src/runtimes')
const parts = readdirSync(runtimes)
  .filter((name) => existsSync(join(runtimes, name, 'bundle.json')))
  .map((name) => ({ name, ...JSON.parse(readFileSync(join(runtimes, name, 'bundle.json'), 'utf8')) }))
const each = (kind) =>
  parts.flatMap(({ name, [kind]: files = {} }) =>
    Object.entries(files).map(([target, file]) => [target, `src/runtimes/${name}/${file}`]),
  )
const probes = await build({
  ...common,
  entryPoints: Object.fromEntries(each('entries')),
  format: 'cjs',
  outdir: join(staging, 'probe'),
  outExtension: { '.js': '.cjs' },
})
for (const [target, folder] of each('copies')) {
  cpSync(join(root, folder), join(staging, 'probe', target), { recursive: true })
}
// The page's script: one file that the report carries in it.
// d3-hierarchy asks its nodes for the name of their class.
const page = await build({
  ...common,
  entryPoints: { page: 'src/report/page/browser/main.ts' },
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  keepNames: true,
  loader: { '.css': 'empty' },
  outdir: staging,
  outExtension: { '.js': '.js' },
})
writeFileSync(join(staging, 'LICENSES.txt'), licences([main.metafile, probes.metafile, page.metafile]))

// Moved into place whole, so that a program that reads dist/ meanwhile never sees half a build.
const old = `${staging}-old`
if (existsSync(out)) renameSync(out, old)
renameSync(staging, out)
rmSync(old, { recursive: true, force: true })

/** One entry a bundled package: name, version, licence and the text of its licence file. */
function licences(metafiles) {
  const packages = new Map()
  for (const input of metafiles.flatMap((m) => Object.keys(m.inputs))) {
    const match = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(input)
    if (match) packages.set(match[1], match[2])
  }
  const entry = ([directory, name]) => {
    const manifest = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, directory)).find((f) => /^(licen[cs]e|copying)/i.test(f))
    const text = file
      ? readFileSync(join(root, directory, file), 'utf8').trim()
      : 'The package ships no licence file.'
    return `${name} ${manifest.version} (${manifest.license ?? 'licence not stated'})\n\n${text}\n`
  }
  const byName = [...packages].sort(([a], [b]) => (a < b ? -1 : 1))
  return byName.map(entry).join(`\n${'-'.repeat(80)}\n\n`)
}
