# Events are kept until a compaction every eighteenth round lets go of all of them.
import harness

events = []


def work(number):
    if number % 18 == 0:
        events.clear()
    for i in range(100):
        events.append([i] * 128)


harness.serve(work)
