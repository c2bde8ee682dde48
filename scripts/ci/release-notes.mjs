// Prints what CHANGELOG.md says of the version in package.json; fails when it says nothing.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m)
const section = sections.find((text) => text.startsWith(`${version} `) || text.startsWith(`${version}\n`))
const notes = section?.slice(section.indexOf('\n')).trim() ?? ''
if (notes === '') throw new Error(`CHANGELOG.md has no section \`## ${version}\`: write what is new in it.`)
console.log(notes)
