# Two hundred callbacks a round on one signal, each with what it closes over.
import harness

callbacks = []


def watch_shop(number):
    seen = [number] * 16
    callbacks.append(lambda: seen.append(1))


def work(number):
    for i in range(200):
        watch_shop(i)


harness.serve(work)
