import { afterEach, describe, expect, test, vi } from 'vitest'
import { createProgress } from '../../src/cli/terminal/progress.ts'
import { annotate, createLog, info, warn } from '../../src/github/job/log.ts'
import { inertLine } from '../../src/log.ts'

afterEach(() => void vi.restoreAllMocks())

/** Every command that the runner knows, and some that others obey. */
const names = [
  'add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'internal-set-repo-path',
  'notice', 'remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning',
] // biome-ignore format: a list
const commands = names.flatMap((name) => [
  `::${name}::x`,
  `::${name} name=a,file=b::x`,
  `  \t::${name}::x`,
  `\u0085::${name}::x`,
  `\u3000::${name}::x`,
  `\ufeff::${name}::x`,
  `\u200b::${name}::x`,
  `text\r::${name}::x`,
  `text\n::${name}::x`,
  `text\u2028::${name}::x`,
  `##[${name}]x`,
  `text ##[${name} name=a;]x`,
  `####[${name}]x`,
  `#\u0000#[${name}]x`,
  `#\u200b#[${name}]x`,
  `text\r##[${name}]x`,
])
const others = [
  '##vso[task.setvariable variable=a]x',
  "##teamcity[buildStop comment='x']",
  '\u001b[0Ksection_start:1:a',
]

/** As the runner reads its log: `::` where a line begins, white space aside; `##[` anywhere. */
const obeyed = (line: string): boolean =>
  /^[\s\u0085\u180e\ufeff\u200b]*::/.test(line) || /##\w*\[/.test(line) || line.includes('\u001b')
const linesOf = (text: string) => text.split(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/)

function printed(): string[] {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  return written
}

test.each([...commands, ...others])('%j is text', (command) => {
  expect(linesOf(inertLine(command)).filter(obeyed)).toEqual([])
})

test('what is no command stays as it is', () => {
  for (const text of ['std::vector<int>::push_back', 'a ## b [c]', 'Тест ☃ 🙈', '  indented\ttab'])
    expect(inertLine(text)).toBe(text)
})

describe('no command gets through the door', () => {
  test.each([
    ['of the action, as a step', (text: string) => createLog().step(text)],
    ['of the action, as what a program printed', (text: string) => createLog().detail(text, [text])],
    ['of the action, as a headline', (text: string) => info(text)],
  ])('%s', (_, say) => {
    const written = printed()
    for (const command of [...commands, ...others]) say(command)
    const own = /^::(?:group|endgroup)::/
    expect(linesOf(written.join('')).filter((line) => obeyed(line) && !own.test(line))).toEqual([])
    expect(written.join('')).not.toMatch(/##\[/)
  })

  test('of the action, as an annotation: one command of ours, whatever it says', () => {
    const written = printed()
    for (const command of commands) {
      warn(command)
      annotate('error', command, { file: command, startLine: 1, title: command })
    }
    expect(
      linesOf(written.join('')).filter((line) => obeyed(line) && !/^::(?:warning|error) /.test(line)),
    ).toEqual([])
    expect(written.join('')).not.toMatch(/##\[/)
  })

  test('of the command line where CI is set', () => {
    const written: string[] = []
    const stream = {
      isTTY: false,
      write: (text: string) => written.push(text) > 0,
    } as unknown as NodeJS.WriteStream
    const progress = createProgress(stream, true)
    for (const command of commands) {
      progress.step(command)
      progress.detail(command, [command])
    }
    const own = /^::(?:group|endgroup)::/
    expect(linesOf(written.join('')).filter((line) => obeyed(line) && !own.test(line))).toEqual([])
  })
})
