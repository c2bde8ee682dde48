import type { ContractProgram } from '../contract/program.ts'

const server = `import http.server
import os
import threading
import traceback
import typing

kept = []
Prices = typing.Dict[str, typing.Optional[int]]
try:
    raise ValueError
except ValueError:
    traceback.format_exc()
routes = {}


class app:
    @staticmethod
    def get(path):
        return lambda handle: routes.setdefault(path, handle)


def wait_for_nothing():
    threading.Event().wait()


@app.get("/leak")
def leak():
    kept.append([0] * 100)
    threading.Thread(target=wait_for_nothing, daemon=True).start()


@app.get("/fine")
def fine():
    pass


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        routes[self.path]()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


if __name__ == "__main__":
    http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
`

const test = `import unittest


class Adds(unittest.TestCase):
    def test_adds(self):
        self.assertEqual(1 + 1, 2)
`

export const contract: ContractProgram = {
  available: true,
  files: {
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1.0.0"\n',
    'server.py': server,
    'test_adds.py': test,
  },
  leak: { site: 'wait_for_nothing (server.py)', path: 'server.py' },
  dependency: {
    file: 'pyproject.toml',
    text: '[project]\ndependencies = [\n  "multidict==6.6.3",\n]\n',
    package: 'multidict',
    version: '6.6.3',
  },
  test: 'test_adds.py',
}
