"""A cache on a method, which keeps whom it was called on as well."""
from functools import lru_cache

from rounds import run


class Price:
    @lru_cache(maxsize=None)
    def of(self, number):
        return [number] * 40


def work():
    for number in range(100):
        Price().of(number)


run(work)
