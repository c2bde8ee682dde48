import { expect, test } from 'vitest'
import { asWritten, committedIn, textsOf, valuesIn, withShown } from '../../src/configure/committed.ts'
import { loadConfig } from '../../src/configure/load.ts'

test.each([
  ['itself', 'npm ci', ['npm ci\n'], 'npm ci'],
  [
    'with an expression in its place',
    'echo s3cr3t >x',
    ['echo ${{ secrets.A }} >x'],
    'echo ${{ secrets.A }} >x',
  ],
  ['the plain one of two', 'npm ci', ['npm ${{ inputs.how }}', 'npm ci'], 'npm ci'],
  ['not one of another command', 'rm -rf x', ['npm ${{ inputs.how }}'], null],
  ['not by characters that mean something to a pattern', 'a+b', ['a.b ${{ x }}'], null],
])('a text is shown as it is written: %s', (_, text, written, shown) => {
  expect(asWritten(text, written)).toBe(shown)
})

test('what expressions stand for is told apart by their words', () => {
  expect(valuesIn('a=1 b=two', 'a=${{ matrix.a }} b=${{ secrets.B }}')).toEqual([
    { expression: 'matrix.a', value: '1' },
    { expression: 'secrets.B', value: 'two' },
  ])
})

test('a workload shows what stands in the repository, and nothing else', async () => {
  const inputs = {
    setup: 'make',
    start: 'node a.js --key hunter2hunter2',
    round: 'sh r.sh',
    ready: '127.0.0.1:$PORT',
  }
  const config = await loadConfig({ root: '/nowhere', inputs, defaultName: 'x' })
  const texts = { setup: 'make', start: 'node a.js --key ${{ secrets.KEY }}', ready: '127.0.0.1:1' }
  const [shown] = withShown(config, [{ workload: null, texts }]).workloads
  expect(shown?.shown).toEqual({ setup: 'make', start: 'node a.js --key ${{ secrets.KEY }}' })
})

test('a configuration file is compared key by key, groups and lists too', async () => {
  const workloads = {
    a: { run: 'sh x', driver: ['x', 'y'], files: { heap: '*.pb' }, settle: { limit: '2s' } },
  }
  const [committed] = committedIn({ workloads })
  expect(committed).toEqual({
    workload: 'a',
    texts: { run: 'sh x', driver: 'x\ny', 'files-heap': '*.pb', 'settle-limit': '2s' },
  })
  const inputs = { run: 'sh x', driver: 'x\ny', 'files-heap': '*.pb' }
  const { workloads: made } = await loadConfig({ root: '/nowhere', inputs, defaultName: 'a' })
  expect(made.map(textsOf)).toEqual([{ run: 'sh x', driver: 'x\ny', 'files-heap': '*.pb' }])
})
