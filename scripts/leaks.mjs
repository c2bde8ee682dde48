// The leaks of test/leaks, each measured for real at default settings;
// what is told of it is compared with its expected.md.
//   node scripts/acceptance.mjs leaks [--update] [NAME...]      --update:
// keep result.json and expected.md as they come out
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareSides, root } from './scenario.mjs'

const directory = join(root, 'test/leaks')

/** @typedef {import('./scenario.mjs').Scenario} Scenario */

/** Runs the leaks named (all without names); returns how many were not told as expected. */
export async function runLeaks(names, { update }) {
  let failed = 0
  for (const scenario of leaks().filter(({ name }) => names.length === 0 || names.includes(name))) {
    process.stderr.write(`${scenario.name} … `)
    const outcome = await compareSides(scenario, 'base', 'head')
    const told = outcome.markdown === null ? outcome.stderr.slice(-2000) : storyOf(outcome.markdown)
    if (update && outcome.result?.verdict === 'fail') keep(scenario.name, outcome.result, told)
    const expected = join(directory, scenario.name, 'expected.md')
    const ok = existsSync(expected) && withoutNoise(readFileSync(expected, 'utf8')) === withoutNoise(told)
    if (!ok) failed++
    process.stderr.write(`${ok ? 'as expected' : 'NOT AS EXPECTED'}, ${Math.round(outcome.seconds)} s\n`)
    if (!ok || update) process.stderr.write(`${told}\n`)
  }
  return failed
}

/** The paragraphs that tell what grows, who holds it and what to do. */
export const storyOf = (markdown) =>
  `${markdown
    .split('\n\n')
    .filter((block) => /^(?:## |\*\*(?:Who|Also|Next|Why))/.test(block))
    .join('\n\n')}\n`

/**
 * Figures differ from run to run, and what the heap's samples say by a little; names, lines and words do not.
 */
const withoutNoise = (text) =>
  text
    .replaceAll(/[\d.,]+\s(?:bytes|B|[kM]i?B)\b/g, '# bytes')
    // Where about half of the heap is made at either place, samples decide which of them is told.
    .replaceAll(/\d+\s% of the heap growth is made by .*?\. (?=\*\*)/g, '')
    .replaceAll(/\b\d+\s%/g, '# %')
    .replaceAll(/it grew in .*? If this is not such a cache: /g, '')
    .replaceAll(/\b[0-9a-f]{7}\b/g, 'commit')

function keep(name, result, told) {
  writeFileSync(join(directory, name, 'result.json'), `${JSON.stringify(result)}\n`)
  writeFileSync(join(directory, name, 'expected.md'), told)
}

/** How the program around the leaks is built and started. */
const commands = {
  go: { setup: 'go build -o server .', start: './server' },
  node: { setup: 'true', start: 'node server.js' },
  python: { setup: 'true', start: 'python3 server.py' },
  jvm: { setup: 'javac -d out *.java', start: 'exec java -cp out Server' },
}

/** @returns {Scenario[]} */
function leaks() {
  return readdirSync(directory)
    .filter((name) => /^(?:go|jvm|node|python)-/.test(name))
    .map((name) => {
      const [runtime] = name.split('-')
      const own = join(directory, name, 'leak.json')
      return {
        name,
        runtime,
        ...commands[runtime],
        ready: '127.0.0.1:$PORT',
        round: 'curl -sS --fail-with-body -X POST "http://127.0.0.1:$PORT/work?n=100"',
        operations: 100,
        ...(existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : {}),
        sides: { base: filesOf(name, 'base'), head: filesOf(name, 'head') },
        leaky: 'head',
        culprits: [],
      }
    })
}

/** The program that all leaks of a runtime share, and the leak's own files. */
function filesOf(name, side) {
  const [runtime] = name.split('-')
  const folder = runtime === 'go' ? 'shop/' : ''
  // A class has a file of its name.
  const shop = runtime === 'jvm' ? 'Shop.' : 'shop.'
  const read = (from, file) => readFileSync(join(directory, from, file))
  const shared = readdirSync(join(directory, runtime)).map((path) => ({ path, text: read(runtime, path) }))
  const own = readdirSync(join(directory, name)).filter((file) => /\.(?:go|java|js|py)$/.test(file))
  const [mine, others] = [`${side}.`, /^(?:base|head)\./]
  return [
    ...shared,
    ...own
      .filter((file) => file.startsWith(mine) || !others.test(file))
      .map((file) => ({ path: folder + file.replace(mine, shop), text: read(name, file) })),
  ]
}
