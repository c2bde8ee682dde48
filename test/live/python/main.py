import threading

import harness
from settings import churn, kept_bytes, kept_tasks

never = threading.Event()
kept = []


def poll_for_ever():
    threading.Thread(target=never.wait, daemon=True).start()


def make_garbage(size):
    """Allocates what is dropped at once, in the sizes of everyday objects."""
    left = size
    while left > 0:
        length = 4 << (left // 64 % 8)
        dropped = {"at": left, "lines": [left / 2] * length}
        left -= 64 + 8 * length
    dropped = None
    return dropped


def keep_bytes():
    kept.append(bytearray(kept_bytes))


def work(_):
    make_garbage(int(churn * 1e6))
    for _ in range(kept_tasks):
        poll_for_ever()
    if kept_bytes > 0:
        keep_bytes()


harness.serve(work)
