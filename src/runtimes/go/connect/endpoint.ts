import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../errors.ts'
import { dumpLimit } from '../../../profile/formats/goroutine-text/parse.ts'
import type { Total } from '../../../profile/profile.ts'
import type { Probe } from '../../probe.ts'
import { endings } from '../parse.ts'
import { type Get, onOneConnection } from './http.ts'

/** Room for the figures of runtime.MemStats that follow a heap profile in text. */
const footer = 64 * 1024
/** A dump stops the world for as long as it takes to print every goroutine. */
const mostDumped = 20_000

/**
 * Measure through the program's own `net/http/pprof`, at its `/debug/pprof` URL.
 * Throws UserError when it does not answer as that.
 */
export async function connectEndpoint(url: string): Promise<Probe> {
  const at = (path: string): URL => below(url, path)
  await onOneConnection((get) => countTasks(get, at('goroutine?debug=1')))
  return {
    pid: null,
    // What sync.Pool keeps takes two collections to free.
    collect: () =>
      onOneConnection(async (get) => {
        await get(at('heap?gc=1'))
        await get(at('heap?gc=1'))
      }),
    count: () =>
      onOneConnection(async (get) => {
        const heap = await get(at('heap?debug=1&gc=1'), { tail: footer })
        const tasks = await countTasks(get, at('goroutine?debug=1'))
        return [...heapTotals(heap.toString('latin1')), { quantity: 'tasks', value: tasks }]
      }),
    snapshot: (directory, { round, dump }) =>
      onOneConnection(async (get) => {
        const save = async (profile: Buffer, ending: string): Promise<string> => {
          const file = join(directory, `endpoint.r${round}${ending}`)
          await writeFile(file, profile)
          return file
        }
        const files = [
          await save(await get(at('heap')), endings.heap),
          await save(await get(at('goroutine')), endings.tasks),
        ]
        if (!dump || (await countTasks(get, at('goroutine?debug=1'))) > mostDumped) return files
        const text = await get(at('goroutine?debug=2'))
        return text.length < dumpLimit ? [...files, await save(text, endings.dump)] : files
      }),
    close: async () => {},
  }
}

/** The user's own query, a token for one, stays. */
function below(base: string, path: string): URL {
  const [name = '', query = ''] = path.split('?')
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${name}`
  for (const [key, value] of new URLSearchParams(query)) url.searchParams.set(key, value)
  return url
}

function heapTotals(text: string): readonly Total[] {
  const figure = (name: string): number => {
    const value = new RegExp(`^# ${name} = (\\d+)$`, 'm').exec(text)?.[1]
    if (value === undefined) throw notPprof(`its end has no ${name}`)
    return Number(value)
  }
  return [
    { quantity: 'heap-bytes', value: figure('HeapAlloc') },
    { quantity: 'heap-objects', value: figure('HeapObjects') },
  ]
}

// A goroutine that was just created has no stack yet: the server makes one for each request.
const reading = /\snet\/http\.\(\*connReader\)\.backgroundRead|^\d+ @\s*$/
const finishing = /\snet\/http\.\(\*(?:response\)\.finishRequest|conn\)\.(?:close|finalFlush))/
const answering = /\s(?:net\/http|runtime)\/pprof\./

/**
 * All goroutines but the one that answers, the one that meanwhile reads from its connection,
 * and those that are done with a request and about to end: the connection before this one may be among them.
 */
async function countTasks(get: Get, url: URL): Promise<number> {
  const text = (await get(url)).toString('latin1')
  const [, total, body = ''] = /^goroutine profile: total (\d+)\n([\s\S]*)$/.exec(text) ?? []
  if (total === undefined) throw notPprof('it does not begin with the number of goroutines')
  const groups = body.trim().split('\n\n')
  const count = (kind: RegExp): number =>
    groups.reduce((sum, group) => (kind.test(group) ? sum + Number.parseInt(group, 10) : sum), 0)
  return Number(total) - count(answering) - count(finishing) - Math.min(1, count(reading))
}

function notPprof(why: string): UserError {
  return new UserError(
    `\`profiles\` answers, but not as Go’s net/http/pprof does: ${why}.`,
    'Give the URL under which net/http/pprof itself is served, which ends in /debug/pprof.',
  )
}
