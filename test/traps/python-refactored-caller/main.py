# python-list with one caller more between the round and the leak.
import harness

orders = []


def place_order(i):
    orders.append({"lines": [i, i + 1, i + 2], "by": str(i)})


def place_orders(number):
    for i in range(200):
        place_order(number * 1000 + i)


def work(number):
    place_orders(number)


harness.serve(work)
