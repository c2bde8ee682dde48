import type { Tree } from '../../onboarding/onboarding.ts'
import { moduleOf, needs, type Source, type Started } from './sources.ts'

/** As it is deployed where that is known, else as it is developed with. */
export function djangoOf(tree: Tree, sources: readonly Source[]): readonly Started[] {
  if (!tree.files.includes('manage.py')) return []
  const module = (name: string) => {
    const found = sources.find(({ file }) => file.endsWith(`/${name}.py`))
    return found === undefined ? null : moduleOf(found.file, sources).name
  }
  const [asgi, wsgi] = [module('asgi'), module('wsgi')]
  const words = [
    asgi !== null && needs(tree, 'daphne') ? `-m daphne -b 127.0.0.1 -p $PORT ${asgi}:application` : null,
    wsgi !== null && needs(tree, 'gunicorn') ? `-m gunicorn --bind 127.0.0.1:$PORT ${wsgi}` : null,
    asgi !== null && needs(tree, 'uvicorn')
      ? `-m uvicorn --host 127.0.0.1 --port $PORT ${asgi}:application`
      : null,
    'manage.py runserver --noreload 127.0.0.1:$PORT',
  ]
  return words.flatMap((one) => (one === null ? [] : [{ what: 'Django', words: one }]))
}

/** Its tables, where they are in a file: a revision that was checked out has none. */
export const migration = (tree: Tree): string | null =>
  tree.files.includes('manage.py') &&
  tree.files.some((file) => /settings/.test(file) && /backends\.sqlite3/.test(tree.read(file) ?? ''))
    ? 'manage.py migrate --noinput'
    : null
