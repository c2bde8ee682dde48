from rounds import run

sessions = {}


class Session:
    def __init__(self, number):
        self.number = number
        self.basket = [number] * 20


def work():
    for _ in range(100):
        sessions[len(sessions)] = Session(len(sessions))


run(work)
