# Three threads in every third round: a leak that does not come evenly.
import threading

import harness

never = threading.Event()


def wait_for_answer():
    never.wait()


def work(number):
    if number % 3 != 0:
        return
    for _ in range(3):
        threading.Thread(target=wait_for_answer, daemon=True).start()


harness.serve(work)
