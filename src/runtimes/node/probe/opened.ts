import type { EventEmitter } from 'node:events'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { type Captured, capture, creationText, withCallSites } from './tasks/creation.ts'

/** The program's open files, by the call that opened each. */
export interface OpenedFiles {
  /** One JSON text `[type, frames]` for each call whose files are open still, and how many. */
  live(): ReadonlyMap<string, number>
}

interface Entry {
  /** The stack once it is read: until then it keeps what stands on it alive. */
  from: Captured | string | null
  /** A number that was closed is given again: this tells the file. */
  readonly file: string
}

type Opening = (...args: unknown[]) => unknown

/**
 * Puts itself around the calls of node:fs that open files, and asks at each snapshot which of these are open
 * still. For a diagnostic run only: the program sees other functions than Node's.
 */
export function followFiles(): OpenedFiles {
  const entries = new Map<number, Entry>()
  const stat = fs.fstatSync
  const identityOf = (fd: number): string | null => {
    try {
      const { dev, ino } = stat(fd)
      return `${dev}:${ino}`
    } catch {
      return null
    }
  }
  const note = (fd: unknown, from: Captured): void => {
    const file = typeof fd === 'number' ? identityOf(fd) : null
    if (typeof fd === 'number' && file !== null) entries.set(fd, { from, file })
  }
  wrapSync(note)
  wrapCallback(note)
  wrapPromise(note)
  wrapStreams(note)
  syncBuiltinESMExports()
  return {
    live() {
      for (const [fd, { file }] of entries) if (identityOf(fd) !== file) entries.delete(fd)
      withCallSites(() => {
        for (const entry of entries.values())
          if (typeof entry.from === 'object' && entry.from !== null) entry.from = creationText(entry.from)
      })
      const counts = new Map<string, number>()
      for (const { from } of entries.values())
        if (typeof from === 'string') counts.set(from, (counts.get(from) ?? 0) + 1)
      return counts
    },
  }
}

type Note = (fd: unknown, from: Captured) => void

/** In the place of a function, one that has its name, its number of arguments and its properties. */
function replace(
  owner: object,
  name: string,
  around: (own: Opening, wrapped: () => Opening) => Opening,
): void {
  const own: unknown = Reflect.get(owner, name)
  if (typeof own !== 'function') return
  const wrapped: Opening = around(own as Opening, () => wrapped)
  Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(own))
  Reflect.set(owner, name, wrapped)
}

const wrapSync = (note: Note): void =>
  replace(
    fs,
    'openSync',
    (own, wrapped) =>
      function (this: unknown, ...args) {
        const fd = Reflect.apply(own, this, args)
        note(fd, capture('openSync', wrapped()))
        return fd
      },
  )

const wrapCallback = (note: Note): void =>
  replace(
    fs,
    'open',
    (own, wrapped) =>
      function (this: unknown, ...args) {
        const done = args.at(-1)
        if (typeof done !== 'function') return Reflect.apply(own, this, args)
        const from = capture('open', wrapped())
        const noted = function (this: unknown, error: unknown, fd: unknown) {
          if (!error) note(fd, from)
          return Reflect.apply(done, this, [error, fd])
        }
        return Reflect.apply(own, this, [...args.slice(0, -1), noted])
      },
  )

const wrapPromise = (note: Note): void =>
  replace(
    fs.promises,
    'open',
    (own, wrapped) =>
      async function (this: unknown, ...args) {
        const from = capture('promises.open', wrapped())
        const handle = await Reflect.apply(own, this, args)
        note((handle as { readonly fd: number }).fd, from)
        return handle
      },
  )

/** A stream opens its file on a later turn, on which nobody's call stands. */
function wrapStreams(note: Note): void {
  for (const name of ['createReadStream', 'createWriteStream'])
    replace(
      fs,
      name,
      (own, wrapped) =>
        function (this: unknown, ...args) {
          const stream = Reflect.apply(own, this, args) as EventEmitter
          const from = capture(name, wrapped())
          stream.once('open', (fd: number) => note(fd, from))
          return stream
        },
    )
}
