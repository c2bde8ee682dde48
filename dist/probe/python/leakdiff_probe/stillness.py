"""
When a program has ended what a round left for its threads and loops to do: closing a connection, for one, before and after
which a server of FastAPI has 180 objects more or less.
"""
import os
import sys
import time
from _thread import get_native_id

# Captured before the program begins: it may put other things in their place.
_blocks, _listdir, _sleep = sys.getallocatedblocks, os.listdir, time.sleep
_threads = "/proc/self/task"
# In seconds; a program that is never still is not waited for.
_between_looks = 0.025
_most_looks = 20
# Where the machine is busy, what a thread waits for may be late: after 0.05 s a connection was closed still.
_enough_looks = 4


def wait():
    before, still = None, 0
    for _ in range(_most_looks):
        now = _blocks()
        still = still + 1 if now == before and not _others_run() else 0
        if still == _enough_looks:
            return
        before = now
        _sleep(_between_looks)


def _others_run():
    """Whether another thread runs, or would if it had a core (proc_pid_stat(5), state)."""
    own = str(get_native_id())
    try:
        return any(_state(thread) == b"R" for thread in _listdir(_threads) if thread != own)
    except OSError:
        return False


def _state(thread):
    try:
        with open("%s/%s/stat" % (_threads, thread), "rb") as file:
            return file.read().rpartition(b")")[2].split(None, 1)[0]
    except OSError:  # it has ended
        return b""
