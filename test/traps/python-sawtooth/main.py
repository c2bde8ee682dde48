# A cache that is emptied every third round.
import harness

pages = []


def work(number):
    if number % 3 == 0:
        pages.clear()
    for i in range(100):
        pages.append([i] * 128)


harness.serve(work)
