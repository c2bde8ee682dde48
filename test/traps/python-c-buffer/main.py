# Memory of C, that Python knows nothing of, is kept: 64 kB a round.
import ctypes

import harness

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p


def keep_buffer():
    ctypes.memset(libc.malloc(65536), 1, 65536)


def work(number):
    keep_buffer()


harness.serve(work)
