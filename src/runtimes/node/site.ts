import type { Frame } from '../../profile/profile.ts'

/**
 * `name (file)`: the function without what changes from build to build, and its file,
 * as half of all functions in JavaScript have no name. The file is given from its last `node_modules/` on,
 * else by its base name alone: folders above it are the revision's. No lines;
 * hashes that bundlers put into file names become `*`.
 */
export function site(frame: Frame): string {
  const name = plainName(frame.function)
  return frame.file === '' ? name : `${name} (${plainFile(frame.file)})`
}

function plainName(name: string): string {
  const plain = name
    .replace(/^(?:async |new |bound )+/, '')
    .replace(/^Object\.<anonymous>$|^<anonymous>$/, '(anonymous)')
    .replace(/^Object\.<anonymous>\.(?=.)/, '') // so jest 29 calls the wrapper around a module
  return plain === '' ? '(anonymous)' : plain
}

function plainFile(file: string): string {
  if (file.startsWith('node:')) return file
  const path = file.replace(/[?#].*$/, '').replaceAll('\\', '/')
  const from = path.lastIndexOf('/node_modules/')
  const short = from < 0 ? path.slice(path.lastIndexOf('/') + 1) : path.slice(from + '/node_modules/'.length)
  return short.replace(hashes, '$1*')
}

// One or more at the end of a name: `index-DfK9s2Lq.js`; Vite's copy of a configuration has two.
const hashes = /([.-])(?=[^./-]*\d)[0-9A-Za-z_]{8,}(?=(?:-[0-9A-Za-z_]{8,})*(?:\.\w+)*\.[cm]?js$)/g
