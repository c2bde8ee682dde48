import { expect, it } from 'vitest'
import { renderComment } from '../../src/report/render/markdown.ts'
import type { FindingResult, Result } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

const frame = (name: string, file: string, inProject = false): FindingResult['stack'][number] => ({
  function: name,
  file,
  line: file === '' ? 0 : 7,
  inProject,
  changed: false,
})

it('a stack ends soon after the code of the project, without frames that have neither name nor file', () => {
  const result = resultOf('heap-red')
  const runner = ['tick', 'next', 'runTests', 'runTest', 'callTest', 'call'].map((name) =>
    frame(name, 'node_modules/runner/index.js'),
  )
  const stack = [
    ...runner,
    frame('(anonymous)', ''),
    frame('callback of it', 'a.test.js', true),
    frame('open', 'a.js', true),
  ]
  const told: Result = {
    ...result,
    workloads: result.workloads.map((workload) => ({
      ...workload,
      findings: workload.findings.map((finding) => ({ ...finding, stack })),
    })),
  }
  const [, block = ''] = /```text\n(open[^`]*)```/.exec(renderComment(told, options)) ?? []
  expect(block.trim().split('\n')).toEqual([
    'open (a.js:7)',
    'callback of it (a.test.js:7)',
    'call (node_modules/runner/index.js:7)',
    'callTest (node_modules/runner/index.js:7)',
    'runTest (node_modules/runner/index.js:7)',
    '… 3 more frames',
  ])
})

it('names of commands in what is told of the measuring are code', () => {
  const result = resultOf('heap-red')
  const note = { code: 'thread-left-out', text: 'A worker thread of `node server.js` gave no answer.' }
  const told = { ...result, workloads: result.workloads.map((w) => ({ ...w, notes: [note] })) }
  expect(renderComment(told, options)).toContain('- A worker thread of `node server.js` gave no answer.')
})
