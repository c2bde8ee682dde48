# A cache of a thousand results, full after five rounds.
import functools

import harness


@functools.lru_cache(maxsize=1000)
def total(number):
    return [number] * 16


def work(number):
    for i in range(200):
        total(number * 200 + i)


harness.serve(work)
