"""austin -m -i 1ms -o FILE python austin.py N: each of N calls keeps 100 kB more."""

import sys
import time

kept = []


class Cache:
    def add(self, size):
        kept.append(b"x" * size)


def serve(rounds):
    cache = Cache()
    for _ in range(rounds):
        cache.add(100_000)
        time.sleep(0.002)


serve(int(sys.argv[1]))
