import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { node } from '../../src/runtimes/node/index.ts'
import { start } from '../runtimes/node/program.ts'

const scratch = mkdtempSync(join(tmpdir(), 'retainers-'))

afterAll(() => rmSync(scratch, { recursive: true }))

/** The file of objects after a marked round and three more. */
async function graphOf(program: string): Promise<string> {
  const running = await start(program)
  try {
    const probe = await running.probe()
    const directory = mkdtempSync(join(scratch, 'snapshot-'))
    await running.round()
    await probe.snapshot(directory, { round: 1, dump: true, graph: 'mark' })
    for (let round = 2; round <= 4; round++) await running.round()
    const files = await probe.snapshot(directory, { round: 4, dump: true, graph: 'write' })
    const [graph = ''] = files.filter((file) => file.endsWith('.heapsnapshot'))
    return graph
  } finally {
    await running.stop()
  }
}

it.each([
  // Half of what is new are the pages of the last rounds.
  ['leaks-objects.mjs', 'sessions → Array → Session', 0.4],
  ['keeps-sessions.cjs', 'sessions → Map → Session', 0.6],
  // The pool is new, and in a variable of Node's own: it is no part of what is shared out.
  ['keeps-sessions-beside-buffers.cjs', 'sessions → Map → Object', 0.5],
  ['rewrites-a-journal.cjs', 'journal → Buffer', 0.5],
  ['keeps-jobs-in-a-registry.cjs', 'jobs → Job', 0.6],
  ['keeps-timers.cjs', 'timer list → Timeout', 0.5],
  ['adds-listeners.cjs', 'bus → EventEmitter → _events → tick → Array → function', 0.95],
  // Above what a module exports stands the loader of Node, which is nobody's to look through.
  ['adds-listeners-to-an-export.mjs', 'config → EventEmitter → _events → reload → Array → function', 0.7],
  ['keeps-records-in-an-export.mjs', 'exports → Array → Item', 0.6],
  // What V8 keeps between a promise and who waits for it has no name.
  ['races-a-promise.cjs', 'process → _events → function → listener → function → Promise → function', 0.7],
  ['keeps-entries-in-a-block.cjs', 'ledger → Array → Entry', 0.6],
  ['keeps-entries-beside-a-count.cjs', 'Array → Entry', 0.6],
  // Neither what is old nor what we hold while we write may hide 4 kB.
  ['adds-few-listeners.cjs', 'bus → EventEmitter → _events → reload → Array → function', 0.3],
])('%s: what is new is held by %s', async (program, path, share) => {
  const all = (await node.objectGraph?.retainers(await graphOf(program))) ?? []
  const [first] = all
  expect(first?.path).toBe(path)
  expect(all.map((one) => one.path).join()).not.toMatch(/internalBinding|system|cascadedLoader/)
  for (const { path } of all) expect(path).not.toMatch(/→ +→|^ |^→|→ ?$/)
  expect(first?.share).toBeGreaterThan(share)
  expect(first?.path).not.toMatch(/canary|secret/)
})

it.each([
  ['keeps-sessions.cjs', 'sessions'],
  ['keeps-orders-in-a-service.cjs', 'Orders.recent'],
  ['keeps-entries-in-a-block.cjs', 'ledger'],
])('%s: what grew is %s by its own name, whoever wraps it', async (program, collection) => {
  const [first] = (await node.objectGraph?.retainers(await graphOf(program))) ?? []
  expect(first?.collection).toBe(collection)
})

it('tells the function that was registered, by its place', async () => {
  const [first] = (await node.objectGraph?.retainers(await graphOf('adds-listeners.cjs'))) ?? []
  expect(first?.registered).toMatchObject({ file: expect.stringMatching(/adds-listeners\.cjs$/) })
  const text = readFileSync(first?.registered?.file ?? '', 'utf8').split('\n')
  expect(text[(first?.registered?.line ?? 0) - 1]).toContain("on('tick'")
})

it('is for the owner’s eyes alone, and refused when it was cut short', async () => {
  const graph = await graphOf('keeps-sessions.cjs')
  const { mode, size } = statSync(graph)
  expect(mode & 0o077).toBe(0)
  truncateSync(graph, Math.floor(size / 2))
  await expect(node.objectGraph?.retainers(graph)).rejects.toThrow('The heap snapshot is damaged')
})
