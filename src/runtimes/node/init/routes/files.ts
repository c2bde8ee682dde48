import type { Route } from '../../../onboarding/onboarding.ts'
import { joined } from '../../../onboarding/source-text.ts'

/**
 * Routes that are files: of Next, in `app/` and `pages/`, and of Remix and React Router, in `app/routes/`.
 */
export function fileRoutes(files: readonly string[]): readonly Route[] {
  const paths = files.flatMap((file) => nextApp(file) ?? nextPages(file) ?? remix(file) ?? [])
  return [...new Set(paths)].map((path) => ({ method: 'GET', path }))
}

function nextApp(file: string): string | null {
  const [, folders] = /^(?:src\/)?app\/((?:.*\/)?)(?:page|route)\.[jt]sx?$/.exec(file) ?? []
  if (folders === undefined) return null
  const steps = folders.split('/').filter((step) => step !== '' && !/^\(.*\)$|^@/.test(step))
  return steps.some((step) => step.startsWith('[...') || step.startsWith('[[')) ? null : pathOf(steps)
}

function nextPages(file: string): string | null {
  const [, name] = /^(?:src\/)?pages\/(.*)\.[jt]sx?$/.exec(file) ?? []
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
