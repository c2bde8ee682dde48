"""What an extension takes from malloc is known to nothing in Python."""
import ctypes

from rounds import run

malloc = ctypes.CDLL(None).malloc
malloc.restype = ctypes.c_void_p


def work():
    for _ in range(10):
        malloc(10_000)


run(work)
