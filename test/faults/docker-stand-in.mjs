// Does of `docker compose up` and `down` what the example asks for: starts each service in the background,
// with the environment of its files alone, as the daemon of docker would: no child of whoever asked,
// and none of their variables.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const words = process.argv.slice(2)
const files = words.flatMap((word, i) => (word === '-f' ? [words[i + 1]] : []))
const expand = (text) =>
  String(text).replace(/\$\{(\w+)(?::-(\w*))?\}/g, (_, name, other) => process.env[name] ?? other ?? '')
const names = '.stand-in'

if (words.includes('up')) {
  const environment = { PATH: process.env.PATH, FAULT_ROW: process.env.FAULT_ROW ?? '' }
  for (const file of files) {
    const { api } = parse(readFileSync(file, 'utf8')).services
    for (const [name, value] of Object.entries(api.environment ?? {})) environment[name] = expand(value)
    for (const volume of api.volumes ?? []) {
      const [outside, inside] = expand(volume).split(':')
      if (outside !== inside || !existsSync(outside)) throw new Error(`cannot mount ${volume}`)
    }
  }
  const [, command = ''] = /CMD (.*)/.exec(readFileSync('Dockerfile', 'utf8')) ?? []
  const [program, ...rest] = JSON.parse(command)
  const child = spawn(program, rest, { env: environment, detached: true, stdio: 'ignore' })
  child.unref()
  mkdirSync(names, { recursive: true })
  writeFileSync(`${names}/api`, String(child.pid))
}
if (words.includes('down') && existsSync(`${names}/api`)) {
  process.kill(Number(readFileSync(`${names}/api`, 'utf8')))
  rmSync(names, { recursive: true })
}
