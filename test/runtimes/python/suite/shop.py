orders = []


class Order:
    def __init__(self):
        self.lines = list(range(20))


def order():
    return Order()


def order_kept():
    orders.append(Order())
    return orders[-1]
