# python-thread with its function renamed.
import threading

import harness

never = threading.Event()


def wait_for_an_answer():
    never.wait()


def work(number):
    threading.Thread(target=wait_for_an_answer, daemon=True).start()


harness.serve(work)
