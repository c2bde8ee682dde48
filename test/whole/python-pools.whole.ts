import { describe, expect, it } from 'vitest'
import { configuration, leakdiff, project } from '../cli/project.ts'

const keys = {
  runtime: 'python',
  start: 'exec python3 server.py',
  round: '"curl -sS --fail-with-body -o /dev/null \\"http://127.0.0.1:$PORT/work?[1-20]\\""',
  operations: '20',
}

const work = (keep: string): string => `kept = []


def order(number):
    lines = ["tea"] * 20
    ${keep}
    return number
`

/** A server that gives each request's work to processes of `pool`, and what it does with what comes back. */
const server = (pool: string, hand: string): string => `import concurrent.futures
import http.server
import multiprocessing
import os

from work import order

kept = []


def main():
    pool = ${pool}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            ${hand}
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()


if __name__ == "__main__":
    main()
`

const executor = 'concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))'
const forked = 'multiprocessing.get_context("fork").Pool(2)'

describe.concurrent('a pool of processes of Python', () => {
  const compared = async (base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>) => {
    const { result, stderr, status } = await leakdiff(
      project({ ...base, '.github/leakdiff.yml': configuration(keys) }, head),
    )
    return { status, stderr, finding: result?.workloads[0]?.findings[0] }
  }
  const paths = (finding: Awaited<ReturnType<typeof compared>>['finding']) =>
    finding?.holders.map(({ path }) => path)

  it.each([
    ['that are spawned', executor, 'list(pool.map(order, range(20)))', 'multiprocessing.spawn'],
    ['that are forked', forked, 'pool.map(order, range(20), chunksize=1)', 'child of python3 server.py'],
  ])('is red where its processes keep what they make: %s', async (_, pool, hand, role) => {
    const base = { 'server.py': server(pool, hand), 'work.py': work('kept[:] = [lines]') }
    const { finding, status, stderr } = await compared(base, { 'work.py': work('kept.append(lines)') })
    expect(status, stderr).toBe(1)
    expect(finding).toMatchObject({ function: 'order', quantity: 'heap-bytes' })
    expect(finding?.role).toContain(role)
    expect(paths(finding)?.join('\n')).toContain('work.kept → list')
  })

  it('is red where the program keeps what comes back', async () => {
    const hand = (keep: string) =>
      `done = pool.map_async(order, range(20))\n            done.wait()\n            ${keep}`
    const base = { 'server.py': server(forked, hand('kept[:] = [done]')), 'work.py': work('pass') }
    const { finding, status, stderr } = await compared(base, {
      'server.py': server(forked, hand('kept.append(done)')),
    })
    expect(status, stderr).toBe(1)
    expect(finding?.role).toBe('python3 server.py')
    expect(paths(finding)?.join('\n')).toContain('server.kept → list → MapResult')
  })

  it('is green where nothing is kept', async () => {
    const base = {
      'server.py': server(executor, 'list(pool.map(order, range(20)))'),
      'work.py': work('kept[:] = [lines]'),
    }
    const { status, stderr } = await compared(base, { 'work.py': `# Orders.\n${work('kept[:] = [lines]')}` })
    expect(status, stderr).toBe(0)
  })
})
