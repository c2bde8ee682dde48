# A table of 4 MB, made once in the sixth round.
import harness

table = []


def work(number):
    if number == 6:
        table.extend(range(1000, 132072))


harness.serve(work)
