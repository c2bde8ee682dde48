import _thread
import sys

from planted import planted

TASKS = 3
BLOCKS = 16
BLOCK = 4096

# Long enough, so that what holds the blocks does not grow.
kept = [None] * 65536
count = 0
never = _thread.allocate_lock()
never.acquire()


def wait_for_ever():
    never.acquire()


def make_block():
    return bytes(BLOCK - sys.getsizeof(b""))


def work():
    global count
    for _ in range(TASKS if planted else 0):
        _thread.start_new_thread(wait_for_ever, ())
    for _ in range(BLOCKS):
        block = make_block()
        if planted:
            kept[count] = block
            count += 1
