// What action.yml and docs/configuration.md say of each key of src/configure/keys.ts. Pure:
// schemas.mjs writes it, a test holds it equal.

/** @import { Key, KeyType } from '../src/configure/key.ts' */
/** @import { InputKey } from '../src/configure/keys.ts' */

/** The marks between which a part stands, by the file that it is in. */
const marks = {
  'action.yml': [
    '  # From src/configure/keys.ts, by scripts/schemas.mjs.\n',
    '\n  # Inputs of the action alone.\n',
  ],
  'docs/configuration.md': [
    '<!-- The table comes from src/configure/keys.ts, by scripts/schemas.mjs. -->\n',
    '<!-- end of the table -->\n',
  ],
}

/**
 * The text of a file with its part written anew.
 * @param {keyof typeof marks} file
 * @param {string} text
 * @param {{ inputKeys: readonly InputKey[], workloadKeys: readonly Key[], runKeys: readonly Key[] }} keys
 */
export function withKeys(file, text, { inputKeys, workloadKeys, runKeys }) {
  const [before = '', after = ''] = marks[file]
  const [start, end] = [text.indexOf(before), text.indexOf(after)]
  if (start < 0 || end < start) throw new Error(`${file} has lost the marks around what its keys say`)
  const part = file === 'action.yml' ? inputsOf(inputKeys) : tableOf([...workloadKeys, ...runKeys])
  return `${text.slice(0, start)}${before}${part}${text.slice(end)}`
}

/** @param {readonly InputKey[]} keys */
function inputsOf(keys) {
  return keys
    .map(({ input, help, default: value }) => {
      const description = value === undefined ? help : `${help} Default: \`${value}\`.`
      return `  ${input}:\n    description: ${JSON.stringify(description)}\n`
    })
    .join('')
}

/** @param {readonly Key[]} keys */
function tableOf(keys) {
  const rows = keys.map(({ name, type, default: value, help }) => {
    const cells = [`\`${name}\``, written(type), value === undefined ? '' : `\`${value}\``, help]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  })
  return `| key | written as | default | |\n| --- | --- | --- | --- |\n${rows.join('')}`
}

/** @type {Readonly<Record<Extract<KeyType, string>, string>>} */
const words = {
  command: 'a command',
  path: 'a path',
  paths: 'a list of paths',
  driver: 'a list of paths',
  globs: 'a list of globs',
  ready: 'a URL, host:port, or /regex/',
  endpoints: 'a URL, or a map of URLs by name',
  glob: 'a glob',
  duration: 'a duration, such as `250ms` or `2m`',
  history: '`ref`, a directory, or `off`',
  drift: 'a share and a time, such as `5 % since v1.4`',
}

/** @param {KeyType} type */
function written(type) {
  if (typeof type === 'string') return words[type]
  if ('oneOf' in type) return type.oneOf.map((word) => `\`${word}\``).join(', ')
  if ('from' in type) return `${type.auto ? '`auto`, or ' : ''}${type.from} to ${type.to}`
  const unit = type.budget.endsWith('-bytes') ? 'a size such as `64 kB`' : 'a number'
  return `\`auto\`, \`off\`, or ${unit}`
}
