import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError } from '../../src/errors.ts'
import { readEvent } from '../../src/github/job/event.ts'

const directory = mkdtempSync(join(tmpdir(), 'event-'))
const path = join(directory, 'event.json')
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function event(name: string, text: string) {
  writeFileSync(path, text)
  return readEvent({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path })
}
const from = (head: object | null) =>
  JSON.stringify({
    pull_request: { number: 7, head: { repo: head }, base: { repo: { full_name: 'acme/widget' } } },
  })

describe('the event', () => {
  test('tells the pull request and whether a fork made it', async () => {
    const own = await event('pull_request', from({ full_name: 'acme/widget' }))
    expect(own.pullRequest).toEqual({ number: 7, fromFork: false, closed: false })
    const fork = await event('pull_request', from({ full_name: 'mallory/widget' }))
    expect(fork.pullRequest).toEqual({ number: 7, fromFork: true, closed: false })
    const deleted = await event('pull_request', from(null))
    expect(deleted.pullRequest).toEqual({ number: 7, fromFork: true, closed: false })
  })

  test('tells that the pull request is closed', async () => {
    const repo = { repo: { full_name: 'acme/widget' } }
    const closed = { pull_request: { number: 7, state: 'closed', head: repo, base: repo } }
    expect((await event('pull_request', JSON.stringify(closed))).pullRequest?.closed).toBe(true)
  })

  test('of a push has no pull request, and is passed on whole', async () => {
    const push = await event('push', '{"before":"1f0c3a2"}')
    expect(push).toEqual({
      name: 'push',
      payload: { before: '1f0c3a2' },
      pullRequest: null,
      defaultBranch: null,
    })
  })

  test.each([['not JSON'], ['[]'], ['{"pull_request":{"number":"7"}}']])(
    'that is %s is an error with its path',
    async (text) => {
      await expect(event('pull_request', text)).rejects.toThrow(path)
      await expect(event('pull_request', text)).rejects.toBeInstanceOf(ConfigError)
    },
  )

  test('is missing outside a workflow', async () => {
    await expect(readEvent({})).rejects.toThrow('GITHUB_EVENT_PATH')
  })
})
