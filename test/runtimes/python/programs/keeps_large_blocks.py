from rounds import run

blocks = []


def work():
    for _ in range(10):
        blocks.append(bytes(10_000))


run(work)
