"""As many as in the round before: what goes has gone only once a collection looks through what is old."""
from collections import deque

from rounds import run


class Order:
    def __init__(self):
        self.itself = self
        self.lines = ["tea"] * 20


orders = deque((Order() for _ in range(1000)), maxlen=1000)


def work():
    orders.extend(Order() for _ in range(100))


run(work)
