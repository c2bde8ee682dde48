import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { leakdiffIn, project } from './project.ts'

const server = {
  'package.json': '{"main":"server.js","dependencies":{"express":"^5"}}',
  'server.js': "app.get('/ping', pong)\napp.post('/users', add)\napp.listen(3000)\n",
}
const action = `acme/leakdiff@${'a'.repeat(40)}`

it('tells what it saw, what may stand in the way, what it wrote and what comes next', async () => {
  const { root } = project(server)
  const first = await leakdiffIn(root, ['init', '--action', action])
  expect({ status: first.status, stdout: first.stdout }).toEqual({
    status: 0,
    stdout: `recognised  server: express server, started by \`node server.js\`; 1 path to ask for, 1 route left out
note        server: There is no lock file: both sides may get other versions of dependencies. Commit package-lock.json.
note        server: server.js names port 3000: nothing else may listen there while leakdiff runs. Take PORT from the environment, and leakdiff chooses a free one.
wrote       .github/leakdiff.yml
wrote       .github/leakdiff/server.mjs
wrote       .github/workflows/leakdiff.yml

Next: look at what was written, then

  leakdiff run`,
  })
  const second = await leakdiffIn(root, ['init', '--action', action])
  expect(second.stdout).toContain('left alone  .github/leakdiff.yml: it was there already')
  expect(second.stdout).not.toContain('wrote')
})

it('recognising nothing is a wrong use, and nothing is written', async () => {
  const { root } = project({ 'README.md': 'words' })
  const { status, stderr } = await leakdiffIn(root, ['init'])
  expect(status).toBe(2)
  expect(stderr).toContain('recognises no Go, Node or Python server and no tests')
  expect(existsSync(join(root, '.github'))).toBe(false)
})
