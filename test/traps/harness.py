import http.server
import os


def serve(work):
    """Answers POST /work with one round of work; rounds count from 1, warm-up included."""
    number = 0

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            nonlocal number
            number += 1
            work(number)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
