import { posix } from 'node:path'
import type { Tree } from '../../../onboarding/onboarding.ts'
import type { Source } from '../sources.ts'

const address = String.raw`(?:rediss?|amqps?|pyamqp):\/\/[^\s"'#]+`
const settings =
  /^(?:(?:docker-)?compose[\w.-]*\.ya?ml|\.env(?:\.(?:example|sample|template|dist))?|Dockerfile)$/
const variable = new RegExp(
  String.raw`\b([A-Z][A-Z0-9_]*)["']?\s*[:=]\s*["']?(${address}|[\w.-]+(?=["']?\s*$))`,
  'gm',
)

/** `backend="redis://…"`, `RESULT_BACKEND = os.getenv("RESULTS", "redis://…")`. */
const backend = new RegExp(
  String.raw`backend["']?\s*[:=]\s*(?:[\w.]+\(\s*["'][^"'\n]*["']\s*,\s*)?["'](${address})`,
  'gi',
)

/**
 * Variables by which a program that is told of a container's broker (`redis://redis:6379/0`) finds the same
 * one at this machine; '' where none is told so. Celery takes the first two itself, since 5.0.
 */
export function localBroker(tree: Tree, sources: readonly Source[]): string {
  const files = tree.files.filter((file) => settings.test(posix.basename(file)))
  const texts = files.map((file) => tree.read(file) ?? '')
  const told = texts.flatMap((text) =>
    [...text.matchAll(variable)].map(([, name = '', value = '']) => ({ name, value })),
  )
  const isRead = (name: string) => sources.some(({ text }) => text.includes(name))
  const named = told.flatMap(({ name, value }) => {
    const local = /_HOST$/.test(name)
      ? /REDIS|RABBIT|BROKER/.test(name) && '127.0.0.1'
      : here(value) !== null && here(value)
    return local && isRead(name) ? [[name, local] as const] : []
  })
  const everywhere = [...texts, ...sources.map(({ text }) => text)].flatMap((text) =>
    [...text.matchAll(new RegExp(address, 'g'))].flatMap(([found]) => here(found) ?? []),
  )
  const [first] = everywhere
  const results = sources.flatMap(({ text }) =>
    [...text.matchAll(backend)].flatMap(([, found = '']) => here(found) ?? []),
  )
  const own = [
    ...(first === undefined ? [] : [['CELERY_BROKER_URL', first] as const]),
    ...results.slice(0, 1).map((found) => ['CELERY_RESULT_BACKEND', found] as const),
  ]
  return [...new Map([...own, ...named])].map(([name, value]) => `${name}=${value}`).join(' ')
}

/** The same address at this machine; null where it stands there already, or has parts that are not known. */
function here(text: string): string | null {
  if (/[${}<>]/.test(text) || !URL.canParse(text)) return null
  const { hostname } = new URL(text)
  if (/^(?:localhost|127\..*|\[::1\])$/.test(hostname) || hostname === '') return null
  // The first name may be the protocol's: `redis://redis`.
  return text.replace(/(:\/\/(?:[^@/]*@)?)[^:/?]+/, (_, before: string) => `${before}127.0.0.1`)
}
