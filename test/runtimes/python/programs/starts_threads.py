import threading

from rounds import run


def wait_for_nothing():
    threading.Event().wait()


def work():
    for _ in range(5):
        threading.Thread(target=wait_for_nothing, daemon=True).start()


run(work)
