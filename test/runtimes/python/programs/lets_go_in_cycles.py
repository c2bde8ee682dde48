"""Each round keeps orders; after twelve of them all have gone, though only a collection can tell."""
from rounds import run


class Order:
    def __init__(self):
        self.itself = self
        self.lines = ["tea"] * 20


orders = []
rounds = 0


def work():
    global rounds
    rounds += 1
    orders.extend(Order() for _ in range(100))
    if rounds == 12:
        orders.clear()


run(work)
