baskets = {}


class Basket:
    def __init__(self, number):
        self.lines = [number] * 10


async def order(number):
    key = len(baskets), number
    baskets[key] = Basket(number)
    basket = baskets.pop(key)
    return len(basket.lines)
