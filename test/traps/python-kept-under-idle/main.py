# Sessions are kept for ever; what each of them opened, four times as large, closes after five seconds.
import threading
import time
from collections import deque

import harness

sessions = []
connections = deque()


class Session:
    def __init__(self):
        self.pages = bytearray(1024)


class Connection:
    def __init__(self):
        self.closes = time.monotonic() + 5
        self.buffer = bytearray(4096)


def close_idle():
    while True:
        while connections and connections[0].closes < time.monotonic():
            connections.popleft()
        time.sleep(0.2)


def work(_):
    for _ in range(100):
        sessions.append(Session())
        connections.append(Connection())


threading.Thread(target=close_idle, daemon=True).start()
harness.serve(work)
