# One thread a round that waits for an answer.
import threading

import harness

never = threading.Event()


def wait_for_answer():
    never.wait()


def work(number):
    threading.Thread(target=wait_for_answer, daemon=True).start()


harness.serve(work)
