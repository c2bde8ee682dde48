# An unbounded cache on a method keeps every object that it was called on.
import functools

import harness


class Report:
    def __init__(self, number):
        self.number = number
        self.lines = ["line %d" % number] * 10

    @functools.lru_cache(maxsize=None)
    def total(self):
        return [self.number] * 10


def work(number):
    for i in range(100):
        Report(number * 1000 + i).total()


harness.serve(work)
