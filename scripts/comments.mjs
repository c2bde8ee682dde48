// Comments end at 110 columns, as code does; the formatter leaves them as they are.
// node scripts/comments.mjs           wraps those that are longer
// node scripts/comments.mjs --check   lists them, and fails when there are any
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const columns = 110
/** Programs that tests measure, and what was captured from them: their lines are part of what is expected. */
const apart = /^test\/(cases|leaks|planted|live|traps)\/.*\/|\/(fixtures|programs|projects)\//
const line = /^(?<indent>\s*)(?<mark>\/\/ ?|\/\*\*? ?|\*(?: |$))(?<text>.*)$/

const check = process.argv.includes('--check')
const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'test', 'scripts'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
const files = tracked.split('\n').filter((file) => /\.(ts|mjs)$/.test(file) && !apart.test(file))
const long = files.flatMap((file) => (check ? longIn(file) : wrapIn(file)))
for (const place of long) console.log(place)
if (long.length > 0) {
  console.log(
    check ? 'Comments end at 110 columns: node scripts/comments.mjs wraps them.' : 'Wrap these by hand.',
  )
  process.exitCode = 1
}

/** @param {string} file */
function longIn(file) {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((text, at) => (isLong(text) ? [`${file}:${at + 1}`] : []))
}

/** A word alone that does not fit, an address for one, may stand. @param {string} text */
function isLong(text) {
  const { text: said = '' } = line.exec(text)?.groups ?? {}
  return [...text].length > columns && said.trim().includes(' ')
}

/**
 * Wraps the comments of a file. Returns what is left: a comment behind code, or one that only looks like a
 * comment. @param {string} file
 */
function wrapIn(file) {
  const before = readFileSync(join(root, file), 'utf8')
  if (!before.split('\n').some(isLong)) return []
  const lines = before.split('\n')
  /** @type {string[]} */
  const after = []
  while (lines.length > 0) {
    const text = lines.shift() ?? ''
    if (isLong(text)) lines.unshift(...wrapped(text, lines))
    else after.push(text)
  }
  const wrappedText = after.join('\n')
  // What looks like a comment may be a part of a string: then the program would be another.
  if (program(file, before) !== program(file, wrappedText)) return longIn(file)
  writeFileSync(join(root, file), wrappedText)
  return longIn(file)
}

/** @param {string} file @param {string} text */
function program(file, text) {
  const loader = file.endsWith('.ts') ? 'ts' : 'js'
  return transformSync(text, { loader, minifyWhitespace: true, legalComments: 'none' }).code
}

/**
 * The lines in place of a long one: what does not fit goes to the front of the next line of its paragraph,
 * which is taken out of `next`.
 * @param {string} text
 * @param {string[]} next
 */
function wrapped(text, next) {
  const { indent = '', mark = '', text: said = '' } = line.exec(text)?.groups ?? {}
  if (mark.startsWith('/*')) {
    const open = mark.trim()
    const body = said.endsWith('*/') ? said.slice(0, -2).trim() : said
    const star = `${indent} * ${body}`
    return [`${indent}${open}`, star, ...(said.endsWith('*/') ? [`${indent} */`] : [])]
  }
  const room = columns - [...indent, ...mark].length
  const last = said.lastIndexOf(' ', room)
  const at = last > 0 ? breakAt(said, last) : said.indexOf(' ')
  const head = `${indent}${mark}${said.slice(0, at).trimEnd()}`
  const tail = said.slice(at).trim()
  const hanging = /^(?:[-*] |\d+\. )/.test(said) ? '  ' : ''
  const following = line.exec(next[0] ?? '')?.groups
  const joins =
    following !== undefined &&
    following.indent === indent &&
    following.mark === mark &&
    !/^(?:$|\/|[-*@] ?|\d+\. |\s)/.test(following.text ?? '')
  if (!joins) return [head, `${indent}${mark}${hanging}${tail}`]
  next.shift()
  return [head, `${indent}${mark}${tail} ${following.text}`]
}

/**
 * A word or two alone on a line read badly: then the line ends where the sentence pauses,
 * if it does so late enough.
 * @param {string} said
 * @param {number} last
 */
function breakAt(said, last) {
  if (said.length - last > 25) return last
  const pause = Math.max(...['.', ';', ':', ','].map((mark) => said.lastIndexOf(`${mark} `, last - 1))) + 1
  return pause > said.length / 3 ? pause : last
}
