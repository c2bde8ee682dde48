import http.server
import os

from work import work


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        work()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
