import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placeholders, runWorkflow } from '../harness/act.ts'
import { makePullRequest } from '../harness/pull-request.ts'
import { act, node24, pathOrSkip, root } from '../harness/toolchain.ts'

const tools = { act: pathOrSkip(act()), node: pathOrSkip(node24()) }
const said = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8' }).trim()

/** What the project's own workflow needs of it, the bundle as it was just built. */
function ownFiles(): Readonly<Record<string, Uint8Array>> {
  const needed = [
    '.github',
    'action.yml',
    'package.json',
    'package-lock.json',
    'src',
    'test/self',
    'test/judge',
  ]
  const tracked = said('git', 'ls-files', ...needed, 'test/explain/fixtures').split('\n')
  const built = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
  const bundle = built.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name).slice(root.length + 1))
  return Object.fromEntries([...tracked, ...bundle].map((path) => [path, readFileSync(join(root, path))]))
}

describe.skipIf(tools.act === null || tools.node === null)('the project’s own workflow', () => {
  test('measures the project itself, and finds that nothing grows', async () => {
    const pull = makePullRequest(ownFiles(), { 'note.md': 'a change' })
    // Steps have a home of their own, without npm's settings and cache.
    const npm = (key: string) => [`npm_config_${key}`, said('npm', 'config', 'get', key)] as const
    const environment = Object.fromEntries(['cache', 'userconfig', 'registry'].map(npm))
    const workflow = readFileSync(join(root, '.github/workflows/leaks.yml'), 'utf8')
    try {
      const { commands, log, status } = await runWorkflow({
        act: tools.act ?? '',
        node: tools.node ?? '',
        workspace: pull.workspace,
        workflow: '.github/workflows/leaks.yml',
        payload: pull.payload(1),
        apiUrl: 'http://127.0.0.1:9',
        // Without one nothing is asked of GitHub.
        token: '',
        environment,
        actions: placeholders(workflow, root),
      })
      expect(status, log).toBe(0)
      const outputs = commands.filter(({ command }) => command === 'set-output')
      expect(outputs.find(({ name }) => name === 'verdict')?.arg, log).toBe('pass')
    } finally {
      pull.remove()
    }
  })
})
