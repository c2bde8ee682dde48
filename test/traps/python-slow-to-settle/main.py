# Twenty threads a round that end after two seconds.
import threading
import time

import harness


def linger():
    time.sleep(2)


def work(number):
    for _ in range(20):
        threading.Thread(target=linger).start()


harness.serve(work)
