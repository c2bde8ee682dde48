from functools import lru_cache


class Report:
    def __init__(self, name):
        self.name = name

    @lru_cache(maxsize=64)
    def of(self, number):
        return ["%s %d" % (self.name, number + line) for line in range(10)]
