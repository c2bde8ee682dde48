from rounds import run


class Session:
    def __init__(self, number):
        self.number = number
        self.basket = [number] * 20


def work():
    for number in range(500):
        Session(number)


run(work)
