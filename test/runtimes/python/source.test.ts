import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { python } from '../../../src/runtimes/python/index.ts'

const { source } = python

/** What each line of a file says. */
function taken(path: string, text: string): readonly (readonly [number, string, string | null])[] {
  const file = source.dependencyFiles.find(({ name }) =>
    typeof name === 'string' ? path.endsWith(name) : name.test(path),
  )
  const lines = text.split('\n')
  return lines.flatMap((_, index) =>
    (file?.read(lines, index, []) ?? []).map((one) => [index + 1, one.package, one.version] as const),
  )
}

it('requirements name packages, options and comments do not', () => {
  const text = [
    '# comment',
    '-r base.txt',
    'Django==4.2.1',
    'uvicorn[standard]>=0.20,<1 ; python_version > "3.8"',
    'ruamel_yaml~=0.17',
    'local @ file:///srv/local',
    '    --hash=sha256:abc',
    './folder',
    'flask',
  ].join('\n')
  const expected = [
    [3, 'django', '4.2.1'],
    [4, 'uvicorn', '0.20'],
    [5, 'ruamel-yaml', '0.17'],
    [6, 'local', null],
    [9, 'flask', null],
  ]
  for (const path of ['requirements.txt', 'deploy/requirements-prod.txt', 'requirements/base.txt'])
    expect(taken(path, text), path).toEqual(expected)
  expect(taken('notes.txt', text)).toEqual([])
})

it('pyproject.toml names them in lists and in tables of dependencies alone', () => {
  const text = [
    '[project]',
    'name = "shop"',
    'dependencies = [',
    '  "multidict==6.6.3",',
    '  "aiohttp>=3.9",',
    ']',
    '[project.optional-dependencies]',
    'dev = ["pytest>=8"]',
    '[dependency-groups]',
    'lint = [',
    '  "ruff>=0.1",',
    ']',
    '[tool.poetry.dependencies]',
    'python = "^3.11"',
    'pydantic = "^2.7.0"',
    'rich = { version = "13.0", optional = true }',
    'mine = { path = "../mine" }',
    '[tool.black]',
    'line-length = "100"',
  ].join('\n')
  expect(taken('pyproject.toml', text)).toEqual([
    [4, 'multidict', '6.6.3'],
    [5, 'aiohttp', '3.9'],
    [8, 'pytest', '8'],
    [11, 'ruff', '0.1'],
    [15, 'pydantic', '2.7.0'],
    [16, 'rich', '13.0'],
    [17, 'mine', null],
  ])
})

it('lock files name them by the line of the version', () => {
  const toml =
    '[[package]]\nname = "sse-starlette"\nversion = "3.1.0"\n\n[[package]]\nname = "A_b"\nversion = "1"\n'
  for (const path of ['uv.lock', 'poetry.lock', 'pdm.lock'])
    expect(taken(path, toml)).toEqual([
      [3, 'sse-starlette', '3.1.0'],
      [7, 'a-b', '1'],
    ])
  expect(taken('pylock.toml', '[[packages]]\nname = "yarl"\nversion = "1.9.2"\n')).toEqual([
    [3, 'yarl', '1.9.2'],
  ])
  const pipenv =
    '{\n  "default": {\n    "yarl": {\n      "hashes": [\n        "x"\n      ],\n      "version": "==1.9.2"\n    }\n  }\n}'
  expect(taken('Pipfile.lock', pipenv)).toEqual([[7, 'yarl', '1.9.2']])
  expect(taken('Pipfile', '[packages]\nyarl = "==1.9.2"\n[requires]\npython_version = "3.11"')).toEqual([
    [2, 'yarl', '1.9.2'],
  ])
})

it('a line leads to the packages whose imported names it uses', () => {
  const text = [
    'import os, yarl as y',
    'from multidict import (',
    '    CIMultiDict as Headers,',
    '    MultiDict,',
    ')',
    'from .own import thing',
    'def work():',
    '    return Headers(y.URL("/"))',
    '    thing()',
  ].join('\n')
  expect(source.packagesUsed?.(text, 8)).toEqual(['multidict', 'yarl'])
  expect(source.packagesUsed?.(text, 9)).toEqual([])
})

it('definitions and sites call a function alike', () => {
  const defined = (line: string) => source.definitions.map((one) => one.exec(line)?.[1]).find(Boolean)
  expect(defined('async def put(self):')).toBe('put')
  expect(defined('class Cart(Base):')).toBe('Cart')
  expect(source.identifiers('Cart.put (cart.py)')).toEqual(['put'])
  expect(source.identifiers('work.<locals>.inner (cart.py)')).toEqual(['inner'])
})

it('frames are the project’s, a distribution’s with its version, or Python’s', async () => {
  const root = mkdtempSync(join(tmpdir(), 'python-locate-'))
  try {
    const packages = join(root, '.venv/lib/python3.11/site-packages')
    const write = (path: string, text = '') => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    write('shop/cart.py')
    write('.venv/lib/python3.11/site-packages/yaml/reader.py')
    write(
      '.venv/lib/python3.11/site-packages/PyYAML-6.0.1.dist-info/RECORD',
      'yaml/__init__.py,sha256=x,1\nyaml/reader.py,sha256=y,2\n',
    )
    write('.venv/lib/python3.11/site-packages/lonely.py')
    const locate = await python.locator({ root, directory: root })
    const of = (file: string) => locate({ function: 'f', file, line: 1 })
    expect(of(join(root, 'shop/cart.py'))).toEqual({ origin: 'project', path: 'shop/cart.py' })
    expect(of(join(packages, 'yaml/reader.py'))).toEqual({
      origin: 'dependency',
      package: 'pyyaml',
      version: '6.0.1',
      path: '.venv/lib/python3.11/site-packages/yaml/reader.py',
    })
    expect(of(join(packages, 'lonely.py'))).toMatchObject({ package: 'lonely', version: null })
    const threading = { origin: 'runtime', path: 'threading.py' }
    expect(of('/usr/lib/python3.11/threading.py')).toEqual(threading)
    expect(of('/home/somebody/.pyenv/versions/3.11.7/lib/python3.11/http/server.py')).toEqual({
      origin: 'runtime',
      path: 'http/server.py',
    })
    expect(of('<string>')).toEqual({ origin: 'runtime' })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

it('sites have neither lines nor folders of a revision nor versions of Python', () => {
  const site = (file: string) => python.site({ function: 'f', file, line: 7 })
  expect(site('/tmp/a/base/shop/cart.py')).toBe('f (cart.py)')
  expect(site('/tmp/a/base/shop/__init__.py')).toBe('f (shop/__init__.py)')
  expect(site('/x/.venv/lib/python3.11/site-packages/yaml/reader.py')).toBe('f (yaml/reader.py)')
  expect(site('/usr/lib/python3.12/asyncio/tasks.py')).toBe('f (asyncio/tasks.py)')
  expect(site('<frozen runpy>')).toBe('f (<frozen runpy>)')
})

it('ignore rules have a reason each, and know what they are for', () => {
  const rule = (name: string) => python.ignoreRules.find((one) => one.name === name)
  const leaf = (file: string) => [
    { function: 'work', file: '/srv/app.py', line: 1 },
    { function: 'f', file, line: 1 },
  ]
  for (const [name, file] of [
    ['import', '<frozen importlib._bootstrap_external>'],
    ['linecache', '/usr/lib/python3.11/linecache.py'],
    ['re', '/usr/lib/python3.9/sre_compile.py'],
    ['re', '/usr/lib/python3.11/re/_parser.py'],
    ['typing', '/usr/lib/python3.11/typing.py'],
  ] as const) {
    expect(rule(name)?.matches(leaf(file)), file).toBe(true)
    expect(rule(name)?.matches(leaf('/srv/re/app.py')), name).toBe(false)
  }
})

it('options that keep the probe out are told, those of the program are its own', () => {
  const why = (line: string) => python.unreachable?.(line.split(' '), process.pid)?.why ?? null
  expect(why('python3 -I server.py')).toBe('it runs with -I, which has Python ignore PYTHONPATH')
  expect(why('/srv/.venv/bin/python3.11 -uE -m shop')).toMatch(/^it runs with -E/)
  expect(why('python -X dev -W error -S server.py')).toMatch(/^it runs with -S/)
  for (const line of [
    'python3 server.py -I',
    'python -m shop -E',
    'python -u -c pass -S',
    'node -S',
    'python',
  ])
    expect(why(line), line).toBeNull()
})
