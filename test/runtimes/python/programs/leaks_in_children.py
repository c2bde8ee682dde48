"""A process that multiprocessing starts, by the method that the first argument names, keeps 100 objects a round."""
import multiprocessing
import sys

from rounds import run


class Session:
    pass


def work(requests, replies):
    kept = []
    for _ in iter(requests.get, None):
        kept.extend(Session() for _ in range(100))
        replies.put(len(kept))


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    requests, replies = context.SimpleQueue(), context.SimpleQueue()
    child = context.Process(target=work, args=(requests, replies), daemon=True)
    child.start()

    def one():
        requests.put(True)
        replies.get()

    run(one)
