import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { withKeys } from '../../scripts/key-parts.mjs'
import * as keys from '../../src/configure/keys.ts'
import { root } from '../harness/toolchain.ts'

const text = readFileSync(join(root, 'action.yml'), 'utf8')
const action = parse(text) as {
  readonly runs: object
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}
const own = [
  'mode',
  'side',
  'trial',
  'shards',
  'path',
  'config',
  'workload',
  'base',
  'token',
  'comment-key',
  'artifact',
  'cache',
  'matrix',
  'legs',
  'leg',
]

describe('action.yml', () => {
  test('runs the committed bundle on the newest Node of the runner', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.mjs' })
  })

  test('takes every scalar key of the configuration, described as there, and its own inputs', () => {
    expect(Object.keys(action.inputs)).toEqual([...keys.inputKeys.map(({ input }) => input), ...own])
    expect(text).toBe(withKeys('action.yml', text, keys))
  })

  test('has defaults only where a configuration file says nothing', () => {
    const withDefault = Object.entries(action.inputs).filter(([, input]) => input.default !== undefined)
    expect(withDefault.map(([name]) => name)).toEqual(['mode', 'token', 'matrix', 'legs', 'leg'])
  })

  test('names every output that is set', () => {
    const source = ['publish/outputs.ts', 'publish/publish.ts']
      .map((f) => readFileSync(join(root, 'src/github', f), 'utf8'))
      .join('\n')
    const set = [...source.matchAll(/setOutput\('([a-z-]+)'/g)].map(([, name]) => name)
    expect(Object.keys(action.outputs).sort()).toEqual([...new Set(set)].sort())
  })

  test('reads every own input', () => {
    const source = readFileSync(join(root, 'src/github/job/inputs.ts'), 'utf8')
    for (const name of own) expect(source).toContain(`'${name}'`)
  })
})
