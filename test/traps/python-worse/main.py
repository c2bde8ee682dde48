# python-thread, three at a time.
import threading

import harness

never = threading.Event()


def wait_for_answer():
    never.wait()


def work(number):
    for _ in range(3):
        threading.Thread(target=wait_for_answer, daemon=True).start()


harness.serve(work)
