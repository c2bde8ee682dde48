# python-list with its leak in a file of its own.
import harness
import orders


def work(number):
    for i in range(200):
        orders.place_order(number * 1000 + i)


harness.serve(work)
