import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import { type Source, sourceOf } from '../../profile-diff/input/source.ts'
import type { DiffIo } from '../../profile-diff/pair.ts'
import { err, out } from '../out.ts'
import { readStream } from './stream.ts'

/** `runDiff`'s files and streams in a Node process; `headers` are sent with every request for a profile. */
export function nodeIo(headers: readonly string[] = []): DiffIo {
  return {
    open: async (path) => {
      if (path === '-') return sourceOf('standard input', await readStream(process.stdin, 'standard input'))
      if (/^https?:\/\//i.test(path)) return (await import('./url.ts')).openUrl(path, headers)
      return explained(path, 'read', () => openFile(path))
    },
    listFiles: (path) =>
      path === '-' || /^https?:\/\//i.test(path)
        ? null
        : explained(path, 'read', () => (statSync(path).isDirectory() ? filesBelow(path) : null)),
    pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    writeFile: (path, text) => explained(path, 'written', () => writeFileSync(path, text)),
    stdout: (text) => (typeof text === 'string' ? out(text) : void process.stdout.write(text)),
    stderr: err,
  }
}

/** A file is read where it lies; a pipe, such as a shell's `<(…)`, is read whole. */
function openFile(path: string): Source {
  const fd = openSync(path, 'r')
  const found = fstatSync(fd)
  if (!found.isFile()) {
    closeSync(fd)
    return sourceOf(path, readFileSync(path))
  }
  return {
    name: path,
    size: found.size,
    read: (start, length) => {
      const bytes = Buffer.allocUnsafeSlow(Math.min(length, Math.max(0, found.size - start)))
      let read = 0
      while (read < bytes.length) {
        const more = readSync(fd, bytes, read, bytes.length - read, start + read)
        if (more === 0) break
        read += more
      }
      return bytes.subarray(0, read)
    },
  }
}

function filesBelow(folder: string): readonly string[] {
  const below = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  // Links may lead nowhere, and files of a running program vanish.
  return below.filter((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile())
}

const permissions = 'Check the path and its permissions.'

function explained<T>(path: string, verb: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const remedy = /^[\w.-]+:\d+\//.test(path) ? `Use http://${path} if it is a server.` : permissions
    throw new UserError(`${path} cannot be ${verb}: ${why}.`, remedy, { cause })
  }
}
