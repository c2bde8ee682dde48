# Eight tables of 64 kB, each made when its round first comes.
import harness

tables = {}


def work(number):
    tables.setdefault(number % 8, [0] * 8192)[0] += 1


harness.serve(work)
