import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import getPort from 'get-port'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRepository } from '../../src/checkout/git/repository.ts'
import { candidates } from '../../src/init/init.ts'
import { openCopy } from '../../src/init/try/copy.ts'
import { tryAll } from '../../src/init/try/try.ts'
import { configText } from '../../src/init/write/config-text.ts'
import { driverFile, named } from '../../src/init/write/named.ts'
import { commit, init } from '../checkout/repositories.ts'

const hasRedis = spawnSync('redis-server', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'leakdiff-test-worker-'))
const place = { port: 0, redis: undefined as ReturnType<typeof spawn> | undefined }

beforeAll(async () => {
  if (!hasRedis) return
  place.port = await getPort()
  place.redis = spawn('redis-server', ['--port', `${place.port}`, '--save', '', '--dir', folder], {
    stdio: 'ignore',
  })
})
afterAll(() => {
  place.redis?.kill()
  rmSync(folder, { recursive: true, force: true })
})

const shop = (port: number) => ({
  'shop/__init__.py': '',
  'shop/celery.py': `from celery import Celery

app = Celery("shop", broker="redis://127.0.0.1:${port}/0", include=["shop.tasks"])
`,
  'shop/tasks.py': `from celery import shared_task


@shared_task
def count():
    return 1


@shared_task(bind=True, name="refresh")
def refresh_prices(self):
    count.delay()


@shared_task
def receipt(order, colour="red"):
    return order


@shared_task
def send_letters():
    return 0


@shared_task
def price():
    raise ValueError("card 4711")
`,
  'requirements.txt': 'celery\n',
})

/** The worker, installed by a link to what tests of servers have installed already. */
async function tried(port: number) {
  const root = init(join(mkdtempSync(join(folder, 'shop-'))))
  commit(root, 'as it is', shop(port))
  const repository = await openRepository(root)
  const python = execFileSync('node', ['scripts/install-python.mjs', 'servers'], { encoding: 'utf8' }).trim()
  const setup = `ln -s ${dirname(dirname(python))} .venv`
  const all = (await candidates(repository)).map((one) => ({ ...one, setup }))
  await using copy = await openCopy(
    repository,
    { step: () => {}, detail: () => {} },
    new AbortController().signal,
  )
  const [found] = await tryAll(copy, all, 120_000)
  if (found === undefined) throw new Error('no worker was recognised')
  return found
}

it.runIf(hasRedis)('sends a worker of Celery what needs nothing, until all of it is done', async () => {
  const found = await tried(place.port)
  if (found.kind !== 'worker') throw new Error(JSON.stringify(found))
  expect(found.jobs).toEqual(['refresh', 'shop.tasks.count'])
  expect(found.left).toEqual([
    'shop.tasks.price: failed when it was tried, with ValueError',
    'shop.tasks.receipt: needs order',
    'shop.tasks.send_letters: may do what cannot be undone, by its name',
  ])
  expect(found.services.map(({ at, name }) => ({ at, name }))).toEqual([{ at: place.port, name: 'redis' }])
  expect(found.roles.length).toBeGreaterThan(0)
  const workloads = named([found])
  expect(configText(workloads)).toContain('round: .venv/bin/python .github/leakdiff/worker.py')
  expect(workloads.flatMap(driverFile)[0]?.text).not.toContain('4711')
})

it.runIf(hasRedis)('says what to start where nothing answers as its broker', async () => {
  const port = await getPort()
  const found = await tried(port)
  if (found.kind !== 'failed') throw new Error(JSON.stringify(found))
  expect(found.why).toContain(`Nothing answers at redis://127.0.0.1:${port}/0`)
  expect(found.remedy).toContain(`docker run --rm -p ${port}:6379 redis:8`)
})
