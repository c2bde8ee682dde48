# A thousand cycles a round, which only a collection lets go of.
import harness


class Node:
    def __init__(self):
        self.itself = self
        self.lines = [0] * 16


def work(number):
    for _ in range(1000):
        Node()


harness.serve(work)
