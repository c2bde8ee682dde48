# A pool that gets a thread a round until there are twelve.
import threading

import harness

never = threading.Event()
workers = []


def work(number):
    if len(workers) < 12:
        workers.append(threading.Thread(target=never.wait, daemon=True))
        workers[-1].start()


harness.serve(work)
