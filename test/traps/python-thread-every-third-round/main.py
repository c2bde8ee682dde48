# One thread every third round that waits for an answer.
import threading

import harness

never = threading.Event()


def wait_for_answer():
    never.wait()


def work(number):
    if number % 3 == 0:
        threading.Thread(target=wait_for_answer, daemon=True).start()


harness.serve(work)
