import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ConfigRequest, configInput, loadConfig } from '../../src/configure/load.ts'
import { minimalConfig } from '../../src/configure/minimal.ts'
import { ConfigError } from '../../src/errors.ts'

const minimal = 'workloads:\n  reconnect:\n    start: ./bin/node\n    round: ./round.sh\n'
let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'leakdiff-config-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function write(file: string, text: string | Buffer) {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}

const load = (request: Partial<ConfigRequest> = {}) =>
  loadConfig({ root, inputs: {}, defaultName: 'job', ...request })

const text = (configText: string, request: Partial<ConfigRequest> = {}) => load({ configText, ...request })

async function problem(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ConfigError)
  return error instanceof ConfigError ? `${error.message}\n${error.remedy}` : ''
}

const waiver = (fields: string) => workload(`    waivers: [{ ${fields} }]\n`)
const workload = (lines: string) => `workloads:\n  x:\n    start: a\n    round: b\n${lines}`

test('a minimal file gets every default', async () => {
  await write('.github/leakdiff.yml', minimal)
  expect(await load()).toMatchObject({
    workloads: [
      {
        name: 'reconnect',
        form: 'server',
        runtime: null,
        directory: '.',
        changed: [],
        copy: [],
        driver: [],
        setup: null,
        start: './bin/node',
        ready: { kind: 'probe' },
        round: './round.sh',
        stop: null,
        operations: 1,
        warmup: 2,
        rounds: 8,
        repeat: 'auto',
        trials: 3,
        measureBase: 'always',
        settle: { quiet: 250, limit: 10_000 },
        timeout: { setup: 600_000, ready: 60_000, round: 120_000, stop: 30_000 },
        measure: 'all',
        profiles: [],
        budgets: {
          heap: 'auto',
          external: 'auto',
          tasks: 0,
          files: 0,
          threads: 2,
          objects: 'auto',
          classes: 'auto',
          instances: 'auto',
          rss: 'off',
        },
        waivers: [],
      },
    ],
    comment: 'auto',
    failOn: 'inconclusive',
  })
})

test('every key is read', async () => {
  const config = await text(`
comment: never
fail-on: leak
time-limit: 20m
workloads:
  all-keys:
    runtime: go
    directory: ./services/api/
    changed: [services/api/**, go.mod, '!**/*.md']
    copy: [./services/api/.env.test]
    driver: [scripts, ./test/load]
    setup: go build -o bin/node .
    start: ./bin/node
    ready: http://127.0.0.1:$PORT/status
    round: |
      for i in 1 2 3; do
        ./hit.sh
      done
    stop: docker compose down
    operations: 100
    warmup: 0
    rounds: 6
    repeat: 4
    trials: 2
    measure-base: when-needed
    settle: { quiet: 1.5s, limit: 20s }
    timeout: { setup: 1h, ready: 2m, round: 90s, stop: 500ms }
    measure: started
    profiles: { api: "http://127.0.0.1:6060/debug/pprof", worker: "http://127.0.0.1:$PORT/debug/pprof" }
    budgets: { heap: 64 kB, external: 8 KiB, tasks: "2", files: off, threads: 4, objects: 128, rss: 1.5MB }
    waivers:
      - { site: "cache.(*LRU).Add", quantity: heap-bytes, up-to: 64 kB, reason: filled, expires: 2027-03-01 }
      - { site: "run*", up-to: 2, reason: a pool, expires: 2027-03-01 }
`)
  expect(config).toMatchObject({ comment: 'never', failOn: 'leak', timeLimit: 1_200_000 })
  expect(config.workloads).toMatchObject([
    {
      name: 'all-keys',
      form: 'server',
      runtime: 'go',
      directory: 'services/api',
      changed: ['services/api/**', 'go.mod', '!**/*.md'],
      copy: ['services/api/.env.test'],
      driver: ['scripts', 'test/load'],
      setup: 'go build -o bin/node .',
      start: './bin/node',
      ready: { kind: 'url', url: 'http://127.0.0.1:$PORT/status' },
      round: 'for i in 1 2 3; do\n  ./hit.sh\ndone',
      stop: 'docker compose down',
      operations: 100,
      warmup: 0,
      rounds: 6,
      repeat: 4,
      trials: 2,
      measureBase: 'when-needed',
      settle: { quiet: 1500, limit: 20_000 },
      timeout: { setup: 3_600_000, ready: 120_000, round: 90_000, stop: 500 },
      measure: 'started',
      profiles: [
        { name: 'api', url: 'http://127.0.0.1:6060/debug/pprof' },
        { name: 'worker', url: 'http://127.0.0.1:$PORT/debug/pprof' },
      ],
      budgets: {
        heap: 64_000,
        external: 8192,
        tasks: 2,
        files: 'off',
        threads: 4,
        objects: 128,
        rss: 1_500_000,
      },
      waivers: [
        {
          site: 'cache.(*LRU).Add',
          quantity: 'heap-bytes',
          upTo: 64_000,
          unit: 'bytes',
          reason: 'filled',
          expires: '2027-03-01',
        },
        {
          site: 'run*',
          quantity: null,
          upTo: 2,
          unit: 'count',
          reason: 'a pool',
          expires: '2027-03-01',
        },
      ],
    },
  ])
})

test('inputs define one workload, empty ones are left out, lists come a line each', async () => {
  const { workloads, comment } = await load({
    inputs: {
      runtime: '',
      start: ' ./node ',
      round: './round.sh',
      operations: ' 100 ',
      driver: 'scripts\n\n  test/load\n',
      profiles: 'api: http://127.0.0.1:1/p\nworker: http://127.0.0.1:2/p',
      'settle-limit': '5s',
      'timeout-round': '3m',
      'budgets-heap': '64 kB',
      'budgets-tasks': '1',
      comment: 'always',
    },
  })
  expect(comment).toBe('always')
  expect(workloads).toMatchObject([
    {
      name: 'job',
      runtime: null,
      start: './node',
      operations: 100,
      driver: ['scripts', 'test/load'],
      profiles: [
        { name: 'api', url: 'http://127.0.0.1:1/p' },
        { name: 'worker', url: 'http://127.0.0.1:2/p' },
      ],
      settle: { quiet: 250, limit: 5000 },
      timeout: { round: 180_000 },
      budgets: { heap: 64_000, tasks: 1, files: 0 },
    },
  ])
})

test('what is wrong in an input is said by its name', async () => {
  const inputs = { start: 'a', round: 'b', rounds: 'many', 'settle-limit': '5', 'budgets-tasks': '-1' }
  const said = await problem(load({ inputs }))
  expect(said).toContain('input rounds: expected a whole number from 6 to 10000')
  expect(said).toContain('input settle-limit: expected a duration')
  expect(said).toContain('input budgets-tasks: ')
  expect(await problem(load({ inputs: { start: 'a', round: 'b', 'time-out': '1' } }))).toMatch(
    /input time-out is not known/,
  )
  const flags = {
    inputs: { start: 'a' },
    naming: { of: (key: string) => `--${key}`, described: 'see --help' },
  }
  expect(await problem(load(flags))).toMatch(/^--round: is missing/)
})

test('a workload in both places is refused, naming both', async () => {
  await write('.github/leakdiff.yml', minimal)
  const inputs = { start: 'a', round: 'b' }
  for (const request of [
    { inputs },
    { inputs: { ...inputs, name: 'reconnect' } },
    { inputs, workload: 'reconnect' },
  ]) {
    const said = await problem(load(request))
    expect(said).toContain('.github/leakdiff.yml')
    expect(said).toContain('input start, input round')
  }
  const both = await load({ inputs: { ...inputs, name: 'other' } })
  expect(both.workloads.map(({ name }) => name)).toEqual(['reconnect', 'other'])
  const one = await load({ inputs, workload: 'other' })
  expect(one.workloads.map(({ name }) => name)).toEqual(['other'])
})

test('inputs of the run go with a file', async () => {
  await write('.github/leakdiff.yml', `comment: always\n${minimal}`)
  const inputs = { comment: 'never', 'fail-on': 'never' }
  expect(await load({ inputs })).toMatchObject({ comment: 'never', failOn: 'never' })
  expect(await problem(load({ inputs: { name: 'reconnect' } }))).toContain('input name')
})

test('one workload is selected by name', async () => {
  const two = `${minimal}  other:\n    start: a\n    round: b\n`
  expect((await text(two, { workload: 'other' })).workloads.map(({ name }) => name)).toEqual(['other'])
  const said = await problem(text(two, { workload: 'reconect' }))
  expect(said).toContain('There is no workload `reconect`; did you mean `reconnect`?')
  expect(said).toContain('reconnect, other')
})

test.each([
  ['test', 'go test ./...'],
  ['run', './integration.sh'],
])('%s is a form of its own', async (form, command) => {
  const [workload] = (await text(`workloads:\n  x:\n    ${form}: ${command}\n`)).workloads
  expect(workload).toMatchObject({ form, [form]: command })
  expect((await load({ inputs: { [form]: command } })).workloads).toMatchObject([{ form, [form]: command }])
})

test('problems of a file are listed together, with line and column', async () => {
  await write(
    '.github/leakdiff.yml',
    `workloads:
  reconnect:
    round: ./round.sh
    rouns: 8
    warmup: two
    settle:
      quite: 1s
      limit: 10
    budgets: { heap: 64 KB, tasks: -1 }
    directory: ../elsewhere
    setup:
coment: never
`,
  )
  expect(await problem(load())).toBe(`The configuration has 10 problems:
  .github/leakdiff.yml:2:3: missing key \`workloads.reconnect.start\` (or test, or run: a workload is one of the three)
  .github/leakdiff.yml:4:5: unknown key \`workloads.reconnect.rouns\`; did you mean \`rounds\`?
  .github/leakdiff.yml:5:13: \`workloads.reconnect.warmup\`: expected a whole number from 0 to 10000, got "two"
  .github/leakdiff.yml:7:7: unknown key \`workloads.reconnect.settle.quite\`; did you mean \`quiet\`?
  .github/leakdiff.yml:8:14: \`workloads.reconnect.settle.limit\`: expected a duration from 1ms to 24h, such as 250ms, 10s, 2m or 1h, got 10
  .github/leakdiff.yml:9:22: \`workloads.reconnect.budgets.heap\`: expected auto, off, a number of bytes, or a size such as 64 kB, got "64 KB"
  .github/leakdiff.yml:9:36: \`workloads.reconnect.budgets.tasks\`: expected auto, off, a number, got -1
  .github/leakdiff.yml:10:16: \`workloads.reconnect.directory\`: expected a path inside the repository, relative and without .., got "../elsewhere"
  .github/leakdiff.yml:11:11: \`workloads.reconnect.setup\` is empty: expected a command
  .github/leakdiff.yml:12:1: unknown key \`coment\`; did you mean \`comment\`?
Correct the configuration; every key is described in schema/config.schema.json of leakdiff.`)
})

test.each([
  ['a duplicate key', workload('    round: c\n'), /config:5:5: duplicate key `round`/],
  ['a tab', 'workloads:\n\tx: 1\n', /config:2:1: Tabs are not allowed/],
  ['a list', '- a\n', /config:1:1: the configuration: expected a map with the key workloads, got a list/],
  ['a word', 'hello\n', /expected a map with the key workloads, got "hello"/],
  ['only a comment', '# nothing\n', /config: is empty/],
  ['no workload', 'workloads: {}\n', /config defines no workload/],
  ['an empty workload', 'workloads:\n  x:\n', /config:2:5: `workloads.x` is empty/],
  ['two documents', `${minimal}---\n${minimal}`, /config:5:1: expected one document/],
  ['an unknown tag', workload('    stop: !secret x\n'), /config:5:11: .*secret/],
  ['an open quote', workload('    stop: "x\n'), /config:\d+:\d+: Missing closing/],
  [
    'a key of a workload at the top level',
    'start: node server.js\n',
    /config:1:1: unknown key `start` at the top level: it belongs to a workload, below `workloads: NAME:`/,
  ],
  [
    'a key of the top level in a workload',
    workload('    comment: never\n'),
    /config:5:5: unknown key `workloads.\w+.comment`: it belongs at the top level, beside `workloads`/,
  ],
  ['a misspelt key at the top level', `${minimal}rond: x\n`, /unknown key `rond`; known here: workloads/],
  ['__proto__', workload('    __proto__: { stop: x }\n'), /config:5:5: unknown key `__proto__`/],
  ['an unresolved alias', workload('    stop: *x\n'), /config:\d+:\d+: .*alias/i],
  [
    'a name with a slash',
    'workloads:\n  a/b:\n    start: a\n    round: b\n',
    /config:2:3: .*expected a name/,
  ],
  [
    'all budgets off',
    workload(
      `    budgets: { ${'heap external tasks files threads objects rss'
        .split(' ')
        .map((key) => `${key}: off`)
        .join(', ')} }\n`,
    ),
    /could ever fail/,
  ],
  [
    'few rounds',
    workload('    rounds: 5\n'),
    /config:5:13: .*from 6 to 10000: fewer rounds cannot be judged, got 5/,
  ],
  ['no repetition', workload('    repeat: 0\n'), /config:5:13: .*expected auto, or a whole number from 1/],
  ['one trial', workload('    trials: 1\n'), /config:5:13: .*two fresh starts.*, got 1/],
  ['no operation', workload('    operations: 0\n'), /`workloads.x.operations`/],
  ['half a round', workload('    rounds: 8.5\n'), /`workloads.x.rounds`/],
  ['not a number', workload('    warmup: .nan\n'), /`workloads.x.warmup`/],
  ['a negative warm-up', workload('    warmup: -1\n'), /`workloads.x.warmup`/],
  ['an absolute directory', workload('    directory: /etc\n'), /expected a path inside the repository/],
  ['a home directory', workload('    directory: ~/x\n'), /expected a path inside the repository/],
  [
    'an absolute driver',
    workload('    driver: [scripts, /etc/passwd]\n'),
    /config:5:23: .*driver\.1.*inside/,
  ],
  ['a climbing copy', workload('    copy: [../.env]\n'), /copy\.0.*expected a path inside/],
  ['git itself as copy', workload('    copy: [.git/config]\n'), /expected a part of the checkout/],
  ['a climbing glob', workload('    changed: [../**]\n'), /expected a glob inside/],
  ['a climbing driver', workload('    driver: [a/../../b]\n'), /expected a path inside/],
  ['all as driver', workload('    driver: [./]\n'), /would measure head twice/],
  ['git as driver', workload('    driver: [.git/hooks]\n'), /would measure head twice/],
  [
    'a driver that is no list',
    workload('    driver: scripts\n'),
    /expected a list of files and folders, got "scripts"/,
  ],
  ['a broken ready', workload('    ready: /(/\n'), /is not a regular expression/],
  ['a stateful ready', workload('    ready: /x/g\n'), /no other flags than i, m, s and u/],
  [
    'a bare port as ready',
    workload('    ready: 8080\n'),
    /expected a URL, host:port, or \/regex\/.*, got 8080/,
  ],
  ['a file as profiles', workload('    profiles: heap.pprof\n'), /expected the URL of a pprof endpoint/],
  ['no profiles', workload('    profiles: {}\n'), /expected the URL of a pprof endpoint/],
  [
    'profiles of node',
    workload('    runtime: node\n    profiles: http://127.0.0.1/p\n'),
    /expected runtime go/,
  ],
  [
    'a snapshot of node',
    workload('    runtime: node\n    snapshot: curl x\n'),
    /x\.snapshot`: expected runtime go/,
  ],
  [
    'a snapshot beside an endpoint',
    workload('    profiles: http://127.0.0.1/p\n    snapshot: curl x\n'),
    /config:6:15: .*either profiles or snapshot, not both/,
  ],
  [
    'a snapshot of tests',
    'workloads:\n  x:\n    test: a\n    snapshot: b\n',
    /snapshot`: has no meaning beside test/,
  ],
  [
    'files of a server',
    workload('    files: { heap: a }\n'),
    /config:5:5: .*files`: has no meaning beside start/,
  ],
  ['files of tests', 'workloads:\n  x:\n    test: a\n    files: { heap: b }\n', /no meaning beside test/],
  [
    'files that name nothing',
    'workloads:\n  x:\n    run: a\n    files: {}\n',
    /expected a map with at least one of heap, tasks/,
  ],
  [
    'files by a wrong name',
    'workloads:\n  x:\n    run: a\n    files: { task: b }\n',
    /files\.task`.*did you mean .*tasks/,
  ],
  [
    'files of node',
    'workloads:\n  x:\n    run: a\n    runtime: node\n    files: { heap: b }\n',
    /x\.files`: expected runtime go/,
  ],
  ['an unknown runtime', workload('    runtime: golang\n'), /expected go, node, python or jvm, got "golang"/],
  [
    'a size of tasks',
    workload('    budgets: { tasks: 64 kB }\n'),
    /budgets\.tasks`: expected auto, off, a number, got "64 kB"/,
  ],
  ['an endless time-out', workload('    timeout: { round: 1000h }\n'), /expected a duration from 1ms to 24h/],
  ['a wait of nothing', workload('    settle: { quiet: 0s }\n'), /expected a duration from 1ms/],
  [
    'quiet above limit',
    workload('    settle: { quiet: 20s }\n'),
    /config:5:13: .*quiet to be no longer than limit/,
  ],
  ['an empty command', workload('    setup: "  "\n'), /expected a command/],
  ['a NUL in a command', workload('    setup: "a\\0b"\n'), /without NUL bytes/],
  ['keys not there yet', workload('    holders: true\n    retry: []\n'), /has 2 problems/],
  [
    'two forms',
    workload('    test: go test\n'),
    /config:5:5: `workloads.x.test`: a workload has either start or test, not both/,
  ],
  [
    'a form with a key of another',
    'workloads:\n  x:\n    run: a\n    ready: localhost:1\n',
    /config:4:5: `workloads.x.ready`: has no meaning beside run/,
  ],
  [
    'tests of a program with an endpoint',
    'workloads:\n  x:\n    test: a\n    profiles: http://localhost:1\n',
    /config:4:5: `workloads.x.profiles`: has no meaning beside test/,
  ],
  ['a waiver without a bound', waiver('site: a, reason: b, expires: 2027-03-01'), /waivers.0.up-to/],
  ['a waiver of everything', waiver('site: "*", up-to: 1, reason: b, expires: 2027-03-01'), /more than \*/],
  [
    'a waiver of tasks in bytes',
    waiver('site: a, quantity: tasks, up-to: 1 kB, reason: b, expires: 2027-03-01'),
    /a number of tasks/,
  ],
  ['a day that is none', waiver('site: a, up-to: 1, reason: b, expires: 2027-02-30'), /last valid day/],
  [
    'a waiver with a typo',
    waiver('sit: a, up-to: 1, reason: b, expires: 2027-02-20'),
    /did you mean `site`/i,
  ],
])('%s is refused', async (_, configText, expected) => {
  expect(await problem(text(configText))).toMatch(expected)
})

test('a bomb of aliases is refused', async () => {
  const level = (n: number) =>
    `l${n}: &l${n} [${Array(10)
      .fill(n === 0 ? 'x' : `*l${n - 1}`)
      .join(', ')}]\n`
  const bomb = Array.from({ length: 12 }, (_, n) => level(n)).join('')
  expect(await problem(text(bomb))).toMatch(/config:1:1: anchors and aliases: Excessive alias count/)
})

test('a problem behind an alias is found', async () => {
  const aliased = 'workloads:\n  a: &a { start: s, round: r, rounds: 2 }\n  b: *a\n'
  expect(await problem(text(aliased))).toMatch(
    /config:2:39: `workloads.a.rounds`.*\n.*config:3:6: `workloads.b.rounds`/,
  )
})

test('the configuration that is offered to start from is one', async () => {
  await write('.github/leakdiff.yml', minimalConfig)
  const [workload] = (await load()).workloads
  expect(workload).toMatchObject({ name: 'server', form: 'server', operations: 100 })
})

test('files that cannot be read are named', async () => {
  expect(await problem(load())).toMatch(
    /no workload to measure\nLet `leakdiff init` write a first one, .*or start from this in .*\n\nworkloads:\n {2}server:\n {4}start:/,
  )
  expect(await problem(load({ configFile: 'no.yml' }))).toContain('no.yml does not exist')
  await mkdir(join(root, 'folder.yml'))
  expect(await problem(load({ configFile: 'folder.yml' }))).toMatch(/folder.yml cannot be read: EISDIR/)
  await write('.github/leakdiff.yml', Buffer.from([0x77, 0xff, 0xfe]))
  expect(await problem(load())).toContain('is not UTF-8 text')
  await write('.github/leakdiff.yml', '')
  expect(await problem(load())).toContain('.github/leakdiff.yml: is empty')
  await write('.github/leakdiff.yaml', minimal)
  await write('.github/leakdiff.yml', minimal)
  expect(await problem(load())).toContain('two configuration files')
  await write('other.yml', workload('    x: 1\n'))
  expect(await problem(load({ configFile: 'other.yml' }))).toContain('other.yml:5:5: unknown key')
})

test('the input config is a path or text', () => {
  expect(configInput('ci/leakdiff.yml')).toEqual({ configFile: 'ci/leakdiff.yml' })
  expect(configInput(minimal)).toEqual({ configText: minimal })
  expect(configInput('workloads: {}')).toEqual({ configText: 'workloads: {}' })
})

test('files are written beside run, as inputs too, and nothing of them is warm-up', async () => {
  const files = { heap: 'mem-*.pprof', tasks: '$LEAKDIFF_DIR/g-*.txt' }
  const inputs = { run: './drive', 'files-heap': files.heap, 'files-tasks': ` ${files.tasks} ` }
  const { workloads } = await load({ inputs })
  expect(workloads).toMatchObject([{ form: 'run', run: './drive', files, warmup: 0 }])
})
