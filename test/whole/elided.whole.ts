import { expect, it } from 'vitest'
import { leakdiff, project } from '../cli/project.ts'

// A program that writes dumps of its goroutines,
// whose stacks the runtime has cut in the middle and at the end.

const program = `import { writeFileSync } from 'node:fs'
const grow = Number(process.argv[2])
const leaked = (id, markers) => \`goroutine \${id} [IO wait, \${id % 7} minutes]:
internal/poll.runtime_pollWait(0x1, 0x72)
	/go/src/runtime/netpoll.go:157 +0x55
\${markers[0]}
acme/transport.(*Client[...]).keepalive(0xc000, {0x1, 0x2})
	/src/acme/transport/client.go:1301 +0x22
\${markers[1]}
created by acme/transport.NewClient in goroutine 1
	/src/acme/transport/client.go:270 +0xab
\`
const first = 'goroutine 1 [chan receive]:\\nmain.main()\\n\\t/src/acme/main.go:20 +0x1\\n'
const markers = [['...23 frames elided...', '...additional frames elided...'], ['(frames elided)', '... 12 more']]
for (let round = 0; round < 8; round++) {
  const many = 10 + grow * 20 * round
  const dump = Array.from({ length: many }, (_, at) => leaked(100 + at, markers[at % 2]))
  writeFileSync(\`goroutines-\${round}.txt\`, [first, ...dump].join('\\n'))
}
`
const config = `workloads:
  soak:
    runtime: go
    run: sh soak.sh
    files: { tasks: "goroutines-*.txt" }
    operations: 20
`
const files = (grow: number) => ({
  'blocks.mjs': program,
  'soak.sh': `node blocks.mjs ${grow}\n`,
  '.gitignore': 'goroutines-*\n',
  '.github/leakdiff.yml': config,
})

it('a marker for frames that were left out is never a function, a site or a waiver', async () => {
  const { status, stdout, result } = await leakdiff(project(files(0), files(1)), '--accept')
  expect(status, stdout).toBe(1)
  const [finding] = result?.workloads[0]?.findings ?? []
  expect(finding).toMatchObject({
    ruling: 'leak',
    quantity: 'tasks',
    function: 'acme/transport.(*Client[...]).keepalive',
  })
  expect(stdout).toContain('keepalive')
  expect(JSON.stringify(result)).not.toMatch(/elided|12 more/)
  expect(stdout).not.toMatch(/elided|12 more/)
})
