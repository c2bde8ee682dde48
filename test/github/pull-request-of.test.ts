import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pullRequestOf } from '../../src/github/pull-request-of.ts'

const sha = 'a'.repeat(40)

describe('the pull request of a commit', () => {
  const asked: string[] = []
  const server = createServer(({ headers, url }, response) => {
    asked.push(`${url} ${headers.authorization}`)
    const pull = {
      number: 7,
      title: 'Remind',
      html_url: 'https://github.com/acme/widget/pull/7',
      merged_at: '2026-01-01T00:00:00Z',
    }
    response.writeHead(url?.includes('broken') ? 500 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(url?.includes('none') ? [] : [{ ...pull, number: 6, merged_at: null }, pull]))
  })
  let api = ''
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())
  const env = () => ({ GITHUB_TOKEN: 'secret-1', GITHUB_API_URL: api })

  it.each([
    'https://github.com/acme/widget.git',
    'git@github.com:acme/widget.git',
    'ssh://git@github.com/acme/widget',
  ])('is the one that was merged, of %s', async (remote) => {
    asked.length = 0
    expect(await pullRequestOf(sha, remote, env())).toMatchObject({ number: 7, title: 'Remind' })
    expect(asked).toEqual([`/repos/acme/widget/commits/${sha}/pulls token secret-1`])
  })

  it('is unknown where there is none', async () => {
    expect(await pullRequestOf(sha, 'https://github.com/acme/none', env())).toBeNull()
  })

  it('is not asked for without a token, an origin, or a forge that the token is for', async () => {
    asked.length = 0
    expect(await pullRequestOf(sha, 'https://github.com/acme/widget', { GITHUB_API_URL: api })).toBeNull()
    expect(await pullRequestOf(sha, null, env())).toBeNull()
    expect(
      await pullRequestOf(sha, 'https://elsewhere.example/acme/widget', { GITHUB_TOKEN: 'secret-1' }),
    ).toBeNull()
    expect(asked).toEqual([])
  })
})
