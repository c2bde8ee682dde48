import type { Route } from '../../../onboarding/onboarding.ts'
import type { Source } from '../sources.ts'
import type { Imports } from './imports.ts'
import { createMounts } from './mounts.ts'

const entry =
  /\b(?:re_)?(?:path|url)\(\s*r?["']([^"'\n]*)["']\s*,\s*(?:include\(\s*[([]?\s*(?:["']([\w.]+)["']|((?:\w+\.)*\w+))?|)/g
/** Of Django REST framework. */
const registered = /\b(\w+)\.register\(\s*r?["']([^"'\n]*)["']/g

/** Routes of Django's lists of paths, each with the paths of the lists that include it. */
export function djangoRoutes(sources: readonly Source[], imports: Imports): readonly Route[] {
  const lists = sources.filter(({ text }) => /\burlpatterns\b/.test(text))
  const mounts = createMounts((outer, inner) => outer + inner)
  const entries = lists.flatMap(({ file, text }) =>
    [...text.matchAll(entry)].flatMap(([whole, pattern = '', module, name]) => {
      const path = plain(pattern)
      if (path === null) return []
      if (!whole.includes('include(')) return [{ file, path }]
      const target = module === undefined ? imports.resolved(file, name ?? '').file : imports.fileOf(module)
      if (target !== null && target !== file) mounts.add(target, { by: file, prefix: path })
      return name === undefined ? [] : ofRouter(text, name, path).map((one) => ({ file, path: one }))
    }),
  )
  return entries.flatMap(({ file, path }) =>
    mounts.pathsOf(file, () => '').map((outer) => ({ method: 'GET', path: slashed(outer + path) })),
  )
}

/** `include(router.urls)`: a list and one of it, of everything that is registered. */
const ofRouter = (text: string, name: string, prefix: string): readonly string[] =>
  name.endsWith('.urls')
    ? [...text.matchAll(registered)]
        .filter(([, by]) => by === name.slice(0, -'.urls'.length))
        .flatMap(([, , path = '']) => [`${prefix}${path}/`, `${prefix}${path}/<pk>/`])
    : []

/** A pattern of `re_path` that has no groups is a path; null: it has. */
function plain(pattern: string): string | null {
  const path = pattern.replace(/^\^|\$$/g, '')
  return /[()[\]\\*+?|]/.test(path) ? null : path
}

/** Django's paths end with a slash, or the request is sent on to them. */
const slashed = (path: string): string => `/${path}`.replace(/\/{2,}/g, '/')
