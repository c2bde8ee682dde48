import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Ended, leakdiff, project } from '../cli/project.ts'

const root = join(import.meta.dirname, '../..')
let program = ''

beforeAll(() => {
  const script = join(root, 'scripts/install-python.mjs')
  program = execFileSync(process.execPath, [script, 'pytest-plugins']).toString().trim()
})

const configured = (test: string) => ({
  '.github/leakdiff.yml': [
    'workloads:',
    '  tests:',
    '    runtime: python',
    "    setup: 'true'",
    `    test: ${JSON.stringify(test)}`,
    '    warmup: 1',
    '    rounds: 6',
    '    settle: { quiet: 50ms, limit: 2s }',
    '',
  ].join('\n'),
})

/** `leaves`: what an order and a watch leave behind. */
const shop = (leaves: boolean) => `import asyncio

kept = []


class Order:
    def __init__(self, number):
        self.number = number
        self.lines = ["tea"] * 20


def order(number):
    made = Order(number)
    ${leaves ? 'kept.append(made)' : 'kept[:] = [made]'}
    return made


async def follow(changed):
    await changed.wait()


async def watch():
    following = asyncio.get_running_loop().create_task(follow(asyncio.Event()))
    await asyncio.sleep(0)
    ${leaves ? 'kept.append(following)' : 'following.cancel()'}
`

const suite = {
  'test_plain.py': `import pytest
from shop import order

tried = []


@pytest.mark.parametrize("number", range(20))
def test_orders(number):
    assert order(number).number == number


def test_flaky():
    tried.append(1)
    first = len(tried) % 2 == 1
    if not first:
        tried.clear()
    assert not first
`,
  'test_asyncio_tasks.py': `import pytest
from shop import watch


@pytest.mark.asyncio(loop_scope="session")
async def test_watches():
    await watch()
`,
  'test_anyio_tasks.py': `import pytest
from shop import order


@pytest.fixture(scope="module")
def anyio_backend():
    return "asyncio"


@pytest.mark.anyio
async def test_orders():
    for number in range(20):
        order(number)
`,
  'test_cases.py': `import unittest

from shop import order


class Case(unittest.TestCase):
    def setUp(self):
        self.orders = [order(number) for number in range(10)]

    def test_orders(self):
        self.assertEqual(len(self.orders), 10)


class Loop(unittest.IsolatedAsyncioTestCase):
    async def test_orders(self):
        for number in range(10):
            order(number)
`,
}

/** Two processes, another order each time, and a second try for what fails. */
const throughMake = () => ({
  ...suite,
  ...configured('make test'),
  'pytest.ini': '[pytest]\naddopts = -n 2 --reruns 1\n',
  Makefile: 'test:\n\tsh ci/test.sh\n',
  'ci/test.sh': `set -e\n'${join(dirname(program), 'coverage')}' run --data-file="$(mktemp)" -m pytest -q\n`,
})

/** New ones: sqlite3 lists its cursors, and lets go of them after every 200, on base as well. */
const named = ({ result }: Ended) =>
  (result?.workloads[0]?.findings ?? []).flatMap(({ function: name, role, ruling }) =>
    ruling === 'existing' ? [] : [`${ruling} ${role} ${name}`],
  )

// Reds of whole suites take minutes: CI leaves them to `npm run test:companions`.
const limit = { timeout: 600_000 }
const red = it.runIf(process.env.COMPANIONS === 'all')

describe.concurrent('tests of pytest', limit, () => {
  red(
    'what each file leaves is named, by make, a script and coverage, over xdist, reruns and random order',
    async () => {
      const both = project({ ...throughMake(), 'shop.py': shop(false) }, { 'shop.py': shop(true) })
      const ended = await leakdiff(both)
      expect(ended.status, ended.stdout + ended.stderr).toBe(1)
      // One function in three files is told once, with the files as its parts.
      expect(
        named(ended)
          .map((text) => text.split(' ').at(-1))
          .toSorted(),
      ).toEqual(['Order.__init__', 'follow'])
      const [orders] = (ended.result?.workloads[0]?.findings ?? []).filter(
        ({ function: name }) => name !== 'follow',
      )
      const files = new Set([orders?.role, ...(orders?.parts ?? []).map(({ role }) => role)])
      expect([...files].toSorted()).toEqual(['test_anyio_tasks.py', 'test_cases.py', 'test_plain.py'])
    },
  )

  it('and without it nothing is', async () => {
    const equal = project({ ...throughMake(), 'shop.py': shop(false) }, { 'README.md': 'again' })
    const ended = await leakdiff(equal)
    expect([ended.status, named(ended)], ended.stdout + ended.stderr).toEqual([0, []])
  })

  red('tox hands on what it would keep from its tests', async () => {
    const files = {
      ...configured(`'${join(dirname(program), 'tox')}' -q`),
      'tox.ini': `[tox]\nenv_list = tests\nno_package = true\n[testenv]\nallowlist_externals = *\ncommands = '${program}' -m pytest -q -p no:randomly\n`,
      'test_anyio_tasks.py': suite['test_anyio_tasks.py'],
    }
    const ended = await leakdiff(project({ ...files, 'shop.py': shop(false) }, { 'shop.py': shop(true) }))
    expect(ended.status, ended.stdout + ended.stderr).toBe(1)
    expect(named(ended)).toEqual([expect.stringMatching(/Order\.__init__|order/)])
  })

  it('what keeps the environment from tests is told to hand it on', async () => {
    const files = {
      ...configured(`env -i '${program}' -m pytest -q -p no:randomly test_anyio_tasks.py`),
      ...suite,
      'shop.py': shop(false),
    }
    const { result, status } = await leakdiff(project(files, { 'shop.py': shop(true) }))
    expect([status, result?.workloads[0]?.reasons[0]?.remedy]).toEqual([
      3,
      'Correct its pattern or its packages; tests that are skipped measure nothing. Whatever starts the tests has to hand its environment on to them.',
    ])
  })
})

describe('tests of Django', limit, () => {
  const at = (path: string) => readFileSync(join(root, 'test/runtimes/python/plugins/django', path), 'utf8')
  const files = () => ({
    ...configured(`'${program}' -m pytest -q`),
    ...Object.fromEntries(
      [
        'pytest.ini',
        'settings.py',
        'urls.py',
        'test_client.py',
        'shop/__init__.py',
        'shop/models.py',
        'shop/views.py',
      ].map((path) => [path, at(path)]),
    ),
  })

  red('what a view keeps is named by the tests that call it, and without it nothing is', async () => {
    const keeping = at('shop/views.py').replace(
      'def orders(request):',
      'seen = []\n\n\ndef orders(request):\n    seen.extend([["x"] * 20 for _ in range(20)])',
    )
    const leaky = await leakdiff(project(files(), { 'shop/views.py': keeping }))
    expect([leaky.status, named(leaky)], leaky.stdout + leaky.stderr).toEqual([
      1,
      ['leak test_client.py orders'],
    ])
    const green = await leakdiff(project(files(), { 'README.md': 'again' }))
    expect([green.status, named(green)], green.stdout + green.stderr).toEqual([0, []])
  })
})
