import { afterEach, describe, expect, it, vi } from 'vitest'
import { FormatError, UserError } from '../../../src/errors.ts'
import { addedFlags, flagValue, splitFlags } from '../../../src/runtimes/go/build/goflags.ts'
import { hasMain, withProbe } from '../../../src/runtimes/go/build/with-probe.ts'
import { go } from '../../../src/runtimes/go/index.ts'
import { hasGo, repository } from './program.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('a directory', () => {
  it('is of Go when it has a module, or Go files inside one', async () => {
    const at = repository({
      'go.mod': 'module example.com/x\n',
      'cmd/main.go': '',
      'web/package.json': '{}',
      '.git/HEAD': '',
    })
    const told = ['', '/cmd', '/web', '/absent'].map((path) => go.recognise(`${at.directory}${path}`))
    expect(await Promise.all(told)).toEqual([true, true, false, false])
    at.remove()
  })

  it.skipIf(!hasGo)('has a toolchain, or is told that there is none', async () => {
    const at = repository({ 'go.mod': 'module example.com/x\n' })
    expect(await go.toolchain(at.directory)).toMatch(/^go1\.\d+/)
    vi.stubEnv('PATH', '/nowhere')
    const error = await go.toolchain(at.directory).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({ remedy: expect.stringContaining('actions/setup-go') })
    at.remove()
  })
})

it('reads GOFLAGS as Go does', () => {
  expect(splitFlags(` -a  '-b=c d' "-e='f'" `)).toEqual(['-a', '-b=c d', "-e='f'"])
  expect(flagValue(['-overlay=a', '--overlay=b'], 'overlay')).toBe('b')
  expect(flagValue(['-trimpath'], 'trimpath')).toBe('')
  expect(flagValue(['-tags=x'], 'trimpath')).toBeNull()
  const flags = ['-a', '-b=c d']
  expect(addedFlags({ flags, from: 'file' }, ["-o='x y'"])).toBe(`-a '-b=c d' "-o='x y'"`)
  expect(addedFlags({ flags, from: 'environment' }, ['-trimpath'])).toBe('-trimpath')
})

it('knows a file with a main function, and keeps its lines', () => {
  const source = '// package other\n\n/*\npackage other\n*/\npackage main // here\n\nfunc main() {}\n'
  expect(hasMain(source)).toBe(true)
  expect(hasMain('package main\n\nfunc mainly() {}\n')).toBe(false)
  expect(hasMain('package other\n\nfunc main() {}\n')).toBe(false)
  expect(hasMain('\r\npackage main\r\n\r\nfunc main () {\r\n}\r\n')).toBe(true)
  expect(withProbe(source)).toBe(source.replace('main //', 'main; import _ "runtime/pprof" //'))
})

it('tells the process of a socket by its name', () => {
  expect(['go-12.sock', 'node-12.sock', 'go-x.sock', 'go-12.sock.tmp'].map(go.socketPid)).toEqual([
    12,
    null,
    null,
    null,
  ])
})

it('refuses files that it did not write', () => {
  expect(() => go.parse('heap.json', Buffer.from('{}'))).toThrow(FormatError)
})
