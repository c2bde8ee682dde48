import { serverOf } from '../cli/project.ts'
import { type Fault, keys } from './fault.ts'
import { placeOf } from './place.ts'

type Files = Readonly<Record<string, string>>

const failed = { verdict: 'inconclusive', status: 3 } as const
const passed = { verdict: 'pass', status: 0 } as const

/** A server that does `work` at each request, and `start` before it listens. */
const server = (work: string, start = ''): string => `import http.server
import os
import signal
import sys
import threading
import time

${start}


class Handler(http.server.BaseHTTPRequestHandler):
    served = 0

    def do_GET(self):
        Handler.served += 1
        ${work}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
`

const configured = (changed: Readonly<Record<string, string>> = {}): Files =>
  keys({ runtime: 'python', start: 'exec python3 server.py', ...changed })

const program = (work: string, start = '') => ({ 'server.py': server(work, start) })

/** A server in Python on both sides, with what head changes. */
const on =
  (head: Files, base: Files = {}) =>
  () =>
    placeOf(
      { ...serverOf(''), 'server.mjs': '', ...program('pass'), ...configured(), ...base },
      { more: 'x', ...head },
    )

/** A parent that forks the server anew whenever it ends. */
const forking = `while True:
    child = os.fork()
    if child == 0:
        break
    os.waitpid(child, 0)`

/** Programs in Python that start badly, end badly, or get in the way of who measures them. */
export const ofPython: readonly Fault[] = [
  {
    what: 'Python: there is none',
    place: on(configured({ start: 'env PATH=/nowhere python3 server.py' })),
    ...failed,
  },
  {
    what: 'Python: the virtual environment is broken',
    place: on({
      '.venv/bin/python': '#!/nowhere/python3\n',
      ...configured({ start: '.venv/bin/python server.py' }),
    }),
    ...failed,
  },
  {
    what: 'Python: a module that is not installed',
    place: on(program('pass', 'import no_such_module')),
    ...failed,
  },
  { what: 'Python: a syntax error', place: on({ 'server.py': 'def serve(:\n' }), ...failed },
  {
    what: 'Python: the program leaves its session (a daemon)',
    place: on({
      ...program('pass', 'if os.fork(): os._exit(0)\nos.setsid()\nif os.fork(): os._exit(0)'),
    }),
    ...passed,
  },
  {
    what: 'Python: `os._exit` in a round',
    place: on(program('if Handler.served > 35: os._exit(7)')),
    ...failed,
  },
  {
    what: 'Python: every signal is swallowed',
    place: on(
      program(
        'pass',
        'for number in signal.valid_signals():\n    try:\n        signal.signal(number, lambda *_: None)\n    except OSError:\n        pass',
      ),
    ),
    ...passed,
  },
  {
    what: 'Python: the program uses tracemalloc itself',
    place: on(program('pass', 'import tracemalloc\ntracemalloc.start()')),
    ...failed,
  },
  {
    what: 'Python: PYTHONPATH is set in `start`, and ours stays in it',
    place: on({
      ...program('pass', 'import mine'),
      'lib/mine.py': '',
      ...configured({ start: 'PYTHONPATH="$PYTHONPATH:lib" exec python3 server.py' }),
    }),
    ...passed,
  },
  {
    what: 'Python: PYTHONPATH is set in `start`, without ours',
    place: on({
      ...program('pass', 'import mine'),
      'lib/mine.py': '',
      ...configured({ start: 'PYTHONPATH=lib exec python3 server.py' }),
    }),
    ...failed,
  },
  {
    what: 'Python: a cleared environment',
    place: on(configured({ start: 'exec env -i PORT=$PORT PATH=$PATH python3 server.py' })),
    ...failed,
  },
  {
    what: 'Python: `-I`',
    place: on(configured({ start: 'exec python3 -I server.py' })),
    ...failed,
  },
  {
    what: 'Python: a flood of output',
    place: on(program('sys.stdout.write("x" * 1_000_000)')),
    ...passed,
  },
  {
    what: 'Python: the kernel ends the program for its memory',
    place: on(program('if Handler.served > 35: os.kill(os.getpid(), signal.SIGKILL)')),
    ...failed,
  },
  {
    what: 'Python: the worker that answers is killed in each round',
    place: on(program('if Handler.served % 10 == 5: os.kill(os.getpid(), signal.SIGKILL)', forking)),
    ...failed,
  },
  {
    what: 'Python: the kernel ends the program inside a snapshot',
    place: on(
      program(
        'pass',
        'def hook(event, words):\n    if event == "open" and "round-3" in str(words[0]) and str(words[0]).endswith(".tasks.json"):\n        os.kill(os.getpid(), signal.SIGKILL)\n\nsys.addaudithook(hook)',
      ),
    ),
    ...failed,
  },
  {
    what: 'Python: forks while it is counted, and in every request',
    place: on(
      program(
        'if os.fork() == 0: os._exit(0)',
        'import gc\n\ndef fork(phase, _):\n    if phase == "start" and os.fork() == 0:\n        time.sleep(0.05)\n        os._exit(0)\n\ngc.callbacks.append(fork)\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)',
      ),
    ),
    ...passed,
  },
  {
    what: 'Python: a request never ends',
    place: on({
      ...program('time.sleep(1000)'),
      ...configured({ timeout: '{ ready: 30s, round: 1s, stop: 1s }' }),
    }),
    ...failed,
  },
  {
    what: 'Python: a thread that holds the interpreter and never gives it back',
    place: on({
      ...program('if Handler.served > 30: ctypes.PyDLL(None).sleep(1000)', 'import ctypes'),
      ...configured({ timeout: '{ ready: 30s, round: 2s, stop: 1s }' }),
    }),
    ...failed,
  },
]
