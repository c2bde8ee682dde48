import type { Route } from '../../../onboarding/onboarding.ts'
import { joined } from '../../../onboarding/source-text.ts'

/**
 * Routes that are files: of Next, in `app/` and `pages/`, of Remix and React Router, in `app/routes/`, of
 * SvelteKit, in `src/routes/`, of Astro, in `src/pages/`, and of Nuxt and Nitro, in `pages/` and `server/`.
 */
export function fileRoutes(files: readonly string[]): readonly Route[] {
  const paths = files.flatMap(
    (file) => nextApp(file) ?? svelte(file) ?? remix(file) ?? nitro(file) ?? pages(file) ?? [],
  )
  return [...new Set(paths)].map((path) => ({ method: 'GET', path }))
}

function nextApp(file: string): string | null {
  const [, folders] = /^(?:src\/)?app\/((?:.*\/)?)(?:page|route)\.[jt]sx?$/.exec(file) ?? []
  if (folders === undefined) return null
  const steps = folders.split('/').filter((step) => step !== '' && !/^\(.*\)$|^@/.test(step))
  return steps.some((step) => step.startsWith('[...') || step.startsWith('[[')) ? null : pathOf(steps)
}

/** `src/routes/items/+server.ts`, `src/routes/+page.svelte`. */
function svelte(file: string): string | null {
  const [, folders] = /^src\/routes\/((?:.*\/)?)\+(?:page\.svelte|server\.[jt]s)$/.exec(file) ?? []
  if (folders === undefined || folders.includes('[...') || folders.includes('[[')) return null
  return pathOf(folders.split('/').filter((step) => step !== '' && !/^\(.*\)$/.test(step)))
}

/** `server/api/items.get.ts`, `server/routes/x.ts`; a method other than GET is no route to ask for. */
function nitro(file: string): string | null {
  const [, folder, name = '', method] =
    /^server\/(api|routes)\/(.*?)(?:\.(get|post|put|patch|delete))?\.[jt]s$/.exec(file) ?? []
  if (folder === undefined || name.includes('[...') || (method !== undefined && method !== 'get')) return null
  const steps = [folder === 'api' ? 'api' : '', ...name.split('/')]
  return pathOf(steps.filter((step) => step !== '' && step !== 'index'))
}

/** Of Next, Astro and Nuxt. */
function pages(file: string): string | null {
  const [, name] = /^(?:src\/|app\/)?pages\/(.*)\.(?:[jt]sx?|vue|astro|mdx?)$/.exec(file) ?? []
  if (name === undefined || /(?:^|\/)_|\[\.\.\./.test(name)) return null
  return pathOf(name.split('/').filter((step) => step !== 'index'))
}

/** Flat routes: `users.$id.tsx` is `/users/:id`, `_index.tsx` the folder's own. */
function remix(file: string): string | null {
  const [, name] = /^app\/routes\/(.*?)(?:\/route)?\.[jt]sx?$/.exec(file) ?? []
  if (name === undefined || name === '$') return null
  const steps = name.split(/[./]/).filter((step) => step !== '' && !step.startsWith('_'))
  return pathOf(steps.map((step) => step.replace(/^\$(.+)/, '[$1]').replace(/_$/, '')))
}

const pathOf = (steps: readonly string[]): string =>
  joined('', steps.map((step) => step.replace(/^\[(\w+)\]$/, ':$1')).join('/'))
