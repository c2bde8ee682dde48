import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Total } from '../../profile/profile.ts'
import type { Probe } from '../runtime.ts'
import { get } from './http.ts'
import { dumpLimit, endings } from './parse.ts'

/** Room for the figures of runtime.MemStats that follow a heap profile in text. */
const footer = 64 * 1024
/** A dump stops the world for as long as it takes to print every goroutine. */
const mostDumped = 20_000

/** Measure through the program's own `net/http/pprof`, at its `/debug/pprof` URL. Throws UserError when it does not answer as that. */
export async function connectEndpoint(url: string): Promise<Probe> {
  const at = (path: string): URL => below(url, path)
  await countTasks(at('goroutine?debug=1'))
  return {
    pid: null,
    collect: async () => {
      // What sync.Pool keeps takes two collections to free.
      await get(at('heap?gc=1'))
      await get(at('heap?gc=1'))
    },
    count: async () => [
      ...heapTotals(at('heap'), (await get(at('heap?debug=1&gc=1'), { tail: footer })).toString('latin1')),
      { quantity: 'tasks', value: await countTasks(at('goroutine?debug=1')) },
    ],
    snapshot: async (directory, { round, dump }) => {
      const save = async (profile: Buffer, ending: string): Promise<string> => {
        const file = join(directory, `endpoint.r${round}${ending}`)
        await writeFile(file, profile)
        return file
      }
      const files = [
        await save(await get(at('goroutine')), endings.tasks),
        await save(await get(at('heap')), endings.heap),
      ]
      if (!dump || (await countTasks(at('goroutine?debug=1'))) > mostDumped) return files
      const text = await get(at('goroutine?debug=2'))
      return text.length < dumpLimit ? [...files, await save(text, endings.dump)] : files
    },
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

function heapTotals(url: URL, text: string): readonly Total[] {
  const figure = (name: string): number => {
    const value = new RegExp(`^# ${name} = (\\d+)$`, 'm').exec(text)?.[1]
    if (value === undefined) throw notPprof(url, `its end has no ${name}`)
    return Number(value)
  }
  return [
    { quantity: 'heap-bytes', value: figure('HeapAlloc') },
    { quantity: 'heap-objects', value: figure('HeapObjects') },
  ]
}

/** All goroutines but those that write profiles: the one that answers, for one. */
async function countTasks(url: URL): Promise<number> {
  const text = (await get(url)).toString('latin1')
  const total = /^goroutine profile: total (\d+)\n/.exec(text)?.[1]
  if (total === undefined) throw notPprof(url, 'it does not begin with the number of goroutines')
  const profilers = text.split('\n\n').filter((group) => /\s(?:net\/http|runtime)\/pprof\./.test(group))
  return profilers.reduce((rest, group) => rest - Number(/^(\d+) @/m.exec(group)?.[1] ?? 0), Number(total))
}

function notPprof({ host, pathname }: URL, why: string): UserError {
  return new UserError(
    `${host}${pathname} answers, but not as Go’s net/http/pprof does: ${why}.`,
    'Give the URL under which net/http/pprof itself is served, which ends in /debug/pprof.',
  )
}
