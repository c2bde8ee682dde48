# A list of orders gets two hundred more a round.
import harness

orders = []


def place_order(i):
    orders.append({"lines": [i, i + 1, i + 2], "by": str(i)})


def work(number):
    for i in range(200):
        place_order(number * 1000 + i)


harness.serve(work)
