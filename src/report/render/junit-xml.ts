import { clip, plain, plainLine } from './escape.ts'

/**
 * What became of one case: `failure` fails the check, `error` could not be decided,
 * `skipped` is known and accepted.
 */
export interface Outcome {
  readonly tag: 'failure' | 'error' | 'skipped'
  readonly type: string
  readonly message: string
  readonly text: string
}

export interface Case {
  readonly name: string
  /** null: nothing is wrong. */
  readonly outcome: Outcome | null
}

export interface Suite {
  readonly name: string
  readonly seconds: number
  readonly cases: readonly Case[]
}

const longestMessage = 1_000

/**
 * The suites as a document. Format: https://github.com/testmoapp/junitxml,
 * and what Jenkins and GitLab read of it.
 */
export function junitXml(suites: readonly Suite[], seconds: number): string {
  const cases = suites.flatMap((suite) => suite.cases)
  const whole = { name: 'leakdiff', ...counts(cases), time: seconds.toFixed(3) }
  const lines = [`<testsuites${attributes(whole)}>`, ...suites.flatMap(suiteLines), '</testsuites>']
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`
}

function suiteLines({ cases, name, seconds }: Suite): readonly string[] {
  const about = { name, ...counts(cases), skipped: tally(cases, 'skipped'), time: seconds.toFixed(3) }
  return [
    `  <testsuite${attributes(about)}>`,
    ...cases.flatMap((one) => caseLines(name, one)),
    '  </testsuite>',
  ]
}

function caseLines(suite: string, { name, outcome }: Case): readonly string[] {
  const open = `    <testcase${attributes({ classname: suite, name })}`
  if (outcome === null) return [`${open}/>`]
  const { message, tag, text, type } = outcome
  const told = `<${tag}${attributes({ type, message })}>${escaped(text.split('\n').map(plainLine).join('\n'))}</${tag}>`
  return [`${open}>`, `      ${told}`, '    </testcase>']
}

const counts = (cases: readonly Case[]) => ({
  tests: String(cases.length),
  failures: tally(cases, 'failure'),
  errors: tally(cases, 'error'),
})

const tally = (cases: readonly Case[], tag: Outcome['tag']): string =>
  String(cases.filter((c) => c.outcome?.tag === tag).length)

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(clip(plain(value), longestMessage))}"`)
    .join('')

/**
 * No character reference of XML stands for what cannot be seen, so none is left;
 * nor for the two that `plain` lets through.
 */
const escaped = (text: string): string =>
  text.replace(/[\uFFFE\uFFFF]/g, '\uFFFD').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
