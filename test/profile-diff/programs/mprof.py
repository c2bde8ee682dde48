"""python mprof.py N FILE: a heap profile of mprofile, written as pprof by pypprof."""

import sys

import mprofile
from pypprof.net_http import build_heap_pprof

kept = []


class Cache:
    def add(self, size):
        kept.append(bytearray(size))


def serve(count):
    cache = Cache()
    for _ in range(count):
        cache.add(1024)


mprofile.start(sample_rate=1024)
serve(int(sys.argv[1]))
with open(sys.argv[2], "wb") as file:
    file.write(build_heap_pprof(mprofile.take_snapshot()))
