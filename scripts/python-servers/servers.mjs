// The servers of test/live/servers, each with a leak and without it.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { filesBelow, root } from '../scenario.mjs'

const url = 'http://127.0.0.1:$PORT/work'
const requests = (count) => ({
  ready: url,
  round: `curl -sS --fail-with-body -o /dev/null "${url}?[1-${count}]"`,
  operations: count,
})

/** Commands, the accepted culprits, who holds what leaks, and the line that is to blame. */
const servers = {
  django: {
    setup: '"$SERVERS/python" manage.py migrate --run-syncdb --verbosity 0',
    start: 'exec "$SERVERS/gunicorn" --workers 2 --bind 127.0.0.1:$PORT shop.wsgi',
    ...requests(50),
    culprits: ['Receipt.__init__', 'order'],
    holder: /ordered\b.*receivers/,
    blamed: 'shop/views.py',
  },
  flask: {
    setup: 'true',
    start: 'exec "$SERVERS/gunicorn" --threads 4 --bind 127.0.0.1:$PORT app:app',
    ...requests(100),
    culprits: ['Basket.__init__', 'open_basket'],
    holder: /basket\.baskets → dict/,
    blamed: 'basket.py',
  },
  fastapi: {
    setup: 'true',
    start: 'exec "$SERVERS/uvicorn" --host 127.0.0.1 --port $PORT --no-access-log app:app',
    ...requests(100),
    culprits: ['follow'],
    holder: /task of follow|Prices\.followed|follow/,
    blamed: 'prices.py',
  },
  celery: {
    setup: 'true',
    // It keeps the ids of so many tasks that it has done, 1,000 by default,
    // and would fill these in all rounds.
    start:
      'CELERY_WORKER_SUCCESSFUL_MAX=50 exec "$SERVERS/celery" --app work worker --concurrency 2 --loglevel INFO',
    ready: '/celery@.* ready/',
    round: '"$SERVERS/python" drive.py 40',
    operations: 40,
    culprits: ['Report.of', 'report'],
    holder: /Report.*lru_cache/,
    blamed: 'reports.py',
  },
}

/** By name; `environment` is that of the services. */
export function pythonServers(environment) {
  const script = join(root, 'scripts/install-python.mjs')
  const python = execFileSync(process.execPath, [script, 'servers']).toString().trim()
  return Object.entries(servers).map(([name, { culprits, holder, blamed, ...commands }]) => ({
    name,
    runtime: 'python',
    ...commands,
    sides: sidesOf(name),
    leaky: 'leaky',
    culprits,
    holder,
    blamed,
    env: { ...environment, SERVERS: dirname(python) },
  }))
}

function sidesOf(name) {
  const files = filesBelow(join(root, 'test/live/servers', name)).filter(
    ({ path }) => !path.includes('__pycache__'),
  )
  const clean = files.filter(({ path }) => !path.startsWith('leak/'))
  const leaking = files.filter(({ path }) => path.startsWith('leak/'))
  return {
    clean,
    leaky: [...clean, ...leaking.map(({ path, text }) => ({ path: path.slice('leak/'.length), text }))],
  }
}
