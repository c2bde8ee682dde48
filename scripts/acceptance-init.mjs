// Four projects as their frameworks' guides lay them out, brought to a verdict by `leakdiff init` alone,
// then a leak in a handler.
//   node scripts/acceptance.mjs init [NAME...]
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leakdiff, root } from './scenario.mjs'

const waits = '\tgo func() { <-make(chan struct{}) }()\n'
const goModule = (name, dependency) => [
  ['go', 'mod', 'init', `example.com/${name}`],
  ['go', 'get', dependency],
  ['go', 'mod', 'tidy'],
]
const npm = [['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error']]

/** `prepare` makes what the guides have people make; `leak` is put after a line of a handler. */
export const projects = [
  {
    name: 'chi',
    prepare: goModule('chi', 'github.com/go-chi/chi/v5@v5.2.3'),
    leak: {
      file: 'articles.go',
      after: 'func GetArticle(w http.ResponseWriter, r *http.Request) {\n',
      text: waits,
    },
    culprit: 'GetArticle',
  },
  {
    name: 'gin',
    prepare: goModule('gin', 'github.com/gin-gonic/gin@v1.10.1'),
    leak: {
      file: 'main.go',
      after: 'func getUser(c *gin.Context) {\n',
      text: '\tdb[strconv.Itoa(len(db))] = strings.Repeat("x", 1000)\n',
      imports: ['import (\n', '\t"strconv"\n\t"strings"\n'],
    },
    culprit: 'getUser',
  },
  {
    name: 'express',
    prepare: npm,
    leak: {
      file: 'routes/users.js',
      after: 'function listUsers(req, res, next) {\n',
      text: '  seen.push({ url: req.originalUrl, headers: req.headers });\n',
      imports: ['var router = express.Router();\n', 'var seen = [];\n'],
    },
    culprit: 'listUsers',
  },
  {
    name: 'fastify',
    prepare: npm,
    leak: {
      file: 'routes/index.js',
      after: 'async function getAnimal(request, reply) {\n',
      text: '    setInterval(() => request.params, 60_000)\n',
    },
    culprit: 'getAnimal',
  },
]

export async function acceptInit(only) {
  const chosen = projects.filter(({ name }) => only.length === 0 || only.includes(name))
  let failed = 0
  for (const project of chosen) {
    const rows = await tryOut(project)
    for (const row of rows) {
      console.log(
        `${row.ok ? 'ok    ' : 'NOT OK'}  ${project.name}: ${row.what}, ${Math.round(row.seconds)} s`,
      )
      if (!row.ok) console.log(row.detail)
    }
    failed += rows.filter(({ ok }) => !ok).length
  }
  return failed
}

async function tryOut({ name, prepare, leak, culprit }) {
  const directory = mkdtempSync(join(tmpdir(), `leakdiff-init-${name}-`))
  const repository = join(directory, name)
  try {
    make(name, prepare, repository)
    const told = execFileSync(process.execPath, [join(root, 'dist/cli.mjs'), 'init'], {
      cwd: repository,
      encoding: 'utf8',
    })
    console.log(told)
    // A folder each: a run that ends without a result must not show that of the one before.
    const first = await leakdiff(repository, mkdtempSync(join(directory, 'first-')), [])
    plant(repository, leak)
    const second = await leakdiff(repository, mkdtempSync(join(directory, 'second-')), [])
    return [
      { what: `first verdict: ${verdictOf(first)}`, ok: verdictOf(first) === 'pass', ...timed(first) },
      {
        what: `with a leak: ${verdictOf(second)}, ${namesOf(second)}`,
        ok: isNamed(second, culprit),
        ...timed(second),
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The project as somebody has it who followed the guide: installed, committed. */
export function make(name, prepare, repository) {
  cpSync(join(root, 'test/init/projects', name), repository, { recursive: true })
  for (const file of readdirSync(repository, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.txt')) renameSync(join(repository, file), join(repository, file.slice(0, -4)))
  }
  for (const [command, ...args] of prepare) {
    execFileSync(command, args, { cwd: repository, stdio: ['ignore', 'ignore', 'pipe'] })
  }
  writeFileSync(join(repository, '.gitignore'), 'node_modules\n')
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
      cwd: repository,
    })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'As the guide says')
}

function plant(repository, { file, after, text, imports = ['', ''] }) {
  const path = join(repository, file)
  const before = readFileSync(path, 'utf8')
  if (!before.includes(after)) throw new Error(`${file} has no ${after}`)
  const [anchor, added] = imports
  writeFileSync(path, before.replace(after, after + text).replace(anchor, anchor + added))
}

const verdictOf = ({ result, status }) => result?.verdict ?? `exit status ${status}`
const findingsOf = ({ result }) => (result?.workloads ?? []).flatMap(({ findings }) => findings.slice(0, 1))
const namesOf = (ended) =>
  findingsOf(ended)
    .map(({ function: name }) => name)
    .join(' and ') || 'nothing named'
const isNamed = (ended, culprit) =>
  verdictOf(ended) === 'fail' && findingsOf(ended).some((f) => JSON.stringify(f).includes(culprit))
const timed = ({ seconds, stdout, stderr }) => ({ seconds, detail: `${stderr.slice(-3000)}\n${stdout}` })
