import { describe, expect, it } from 'vitest'
import { recognise } from '../../../src/runtimes/python/init/recognise.ts'

type Files = Readonly<Record<string, string>>

const workersOf = (files: Files) => {
  const tree = { files: Object.keys(files).sort(), read: (file: string) => files[file] ?? null }
  return recognise(tree, { repository: tree, folder: '' }).filter((one) => one.kind === 'worker')
}
const own =
  '--concurrency 2 --loglevel INFO --hostname leakdiff@$PORT --queues leakdiff-$PORT -- task.default_queue=leakdiff-$PORT'
const started = (words: string, before = '') =>
  `CELERY_WORKER_SUCCESSFUL_MAX=50 ${before}.venv/bin/python -m celery -A ${words} ${own}`

const made = 'from celery import Celery\n\napp = Celery("shop")\n'
const listed = { 'requirements.txt': 'celery==5.7.0\n' }

describe('a worker of Celery', () => {
  it.each<[string, Files, string]>([
    ['of a module that is called tasks', { 'tasks.py': made }, 'tasks:app worker'],
    [
      'of Django',
      { 'manage.py': '', 'shop/celery.py': `${made}app.autodiscover_tasks()\n` },
      'shop.celery:app worker',
    ],
    [
      'of an extension of Flask',
      {
        'make_celery.py':
          'from shop import create_app\n\nflask_app = create_app()\ncelery_app = flask_app.extensions["celery"]\n',
        ...listed,
      },
      'make_celery:celery_app worker',
    ],
    [
      'as Procfile starts it, without what replaces its children or sends by the clock',
      {
        Procfile:
          'web: gunicorn shop\nworker: celery --app=shop worker -B -l info -c 8 --max-tasks-per-child=10 -P threads -Q mails,celery\n',
        ...listed,
      },
      'shop worker -P threads',
    ],
    [
      'as a compose file lists its words',
      {
        'compose.yml':
          'services:\n  worker:\n    command: ["celery", "-A", "shop.worker", "worker", "-l", "info"]\n',
        ...listed,
      },
      'shop.worker worker',
    ],
    [
      'as a script waits for its database and starts it',
      {
        'deploy/start-worker.sh':
          '#!/bin/sh\nwait-for db &&\n  exec celery \\\n  -A shop.celery:app worker --pool=solo > log\n',
        'shop/celery.py': made,
      },
      'shop.celery:app worker --pool=solo',
    ],
    [
      'of a Makefile, as Celery 4 took it',
      { Makefile: 'worker:\n\tcelery worker -A shop -l info\n', ...listed },
      'shop worker',
    ],
  ])('%s', (_, files, words) => {
    expect(workersOf(files)[0]?.start).toBe(started(words))
  })

  it('is none where tasks are only watched or sent by the clock', () => {
    expect(
      workersOf({ Procfile: 'beat: celery -A shop beat\nflower: celery -A shop flower\n', ...listed }),
    ).toEqual([])
  })

  it('finds at this machine the broker that is a container’s', () => {
    const files = {
      'shop/celery.py': `import os\n${made.replace('"shop"', '"shop", broker=os.environ["BROKER"]')}`,
      'docker-compose.yml':
        'services:\n  worker:\n    environment:\n      BROKER: redis://redis:6379/1\n      OTHER: redis://redis:6379/2\n',
    }
    const variables = 'CELERY_BROKER_URL=redis://127.0.0.1:6379/1 BROKER=redis://127.0.0.1:6379/1 '
    const [first, second] = workersOf(files)
    expect(first?.start).toBe(started('shop.celery:app worker', variables))
    expect(first?.driver.command).toBe(`${variables}.venv/bin/python`)
    expect(second?.start).toBe(started('shop.celery:app worker'))
    expect(second?.program).toBe(first?.program)
  })

  it('finds where it keeps results there as well', () => {
    const app =
      'from celery import Celery\napp = Celery("a", broker=os.getenv("B", "redis://redis/0"), backend=os.getenv("R", "redis://redis/1"))\n'
    const variables = 'CELERY_BROKER_URL=redis://127.0.0.1/0 CELERY_RESULT_BACKEND=redis://127.0.0.1/1 '
    expect(workersOf({ 'tasks.py': app })[0]?.start).toBe(started('tasks:app worker', variables))
  })

  it('tells a server of it too, after it was tried without', () => {
    const tree: Files = {
      'manage.py': '',
      'shop/settings.py': 'REDIS = os.environ["REDIS_URL"]\nENGINE = "django.db.backends.sqlite3"\n',
      'compose.yml': 'services:\n  web:\n    environment:\n      - REDIS_URL=redis://redis:6379/0\n',
    }
    const files = { files: Object.keys(tree).sort(), read: (file: string) => tree[file] ?? null }
    const found = recognise(files, { repository: files, folder: '' }).filter((one) => one.kind === 'server')
    const variables = 'CELERY_BROKER_URL=redis://127.0.0.1:6379/0 REDIS_URL=redis://127.0.0.1:6379/0'
    const start = '.venv/bin/python manage.py runserver --noreload 127.0.0.1:$PORT'
    expect(found.map((one) => one.start)).toEqual([start, `${variables} ${start}`])
    expect(found[1]?.setup).toContain(`${variables} .venv/bin/python manage.py migrate`)
  })

  it('stands behind the server of the same project', () => {
    const tree = {
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      'worker.py': made,
    }
    const all = { files: Object.keys(tree), read: (file: string) => tree[file as keyof typeof tree] ?? null }
    const found = recognise(all, { repository: all, folder: '' })
    expect(found.map(({ kind }) => kind)).toEqual(['server', 'worker'])
  })

  it('tells of a failed task the name of its error alone', () => {
    const output =
      '[2026-01-01 10:00:00,000: ERROR/ForkPoolWorker-1] Task shop.tasks.pay[6b6a-1] raised unexpected: ValueError("card 4711")\n'
    const [worker] = workersOf({ 'tasks.py': made })
    expect([...(worker?.driver.failuresIn(output) ?? [])]).toEqual([['shop.tasks.pay', 'ValueError']])
  })

  it('needs as services of a workflow what its addresses name', () => {
    const [worker] = workersOf({ 'tasks.py': made })
    const places = [
      'amqp://guest@localhost//',
      'redis://localhost:6390/0',
      'redis://localhost:6390/1',
      'sqs://',
      'django-db',
    ]
    const seen = worker?.driver.servicesAt(places).map(({ at, name, port }) => ({ at, name, port }))
    expect(seen).toEqual([
      { name: 'rabbitmq', at: 5672, port: 5672 },
      { name: 'redis', at: 6390, port: 6379 },
    ])
  })
})
