baskets = {}


class Basket:
    def __init__(self):
        self.items = ["bread", "milk"]

    def add(self, item):
        self.items.append(item)


def open_basket(number):
    baskets[number] = Basket()
    return baskets[number]


def close(number):
    baskets[number].items.sort()
