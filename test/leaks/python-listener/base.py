class Stock:
    def __init__(self):
        self.listeners = []

    def subscribe(self, listener):
        self.listeners.append(listener)

    def unsubscribe(self, listener):
        self.listeners.remove(listener)


stock = Stock()


class Page:
    def __init__(self, number):
        self.lines = [number] * 10

    def show(self):
        return self.lines


async def order(number):
    page = Page(number)
    stock.subscribe(page.show)
    stock.unsubscribe(page.show)
