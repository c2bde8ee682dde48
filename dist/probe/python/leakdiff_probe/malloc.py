"""What glibc's malloc has given out (mallinfo2; malloc/malloc.c for the sizes of its chunks)."""
from collections import Counter

# A trace that get_tracemalloc_memory does not tell whole: a chunk of 48 bytes for an entry of 32, and one of 32 for its figures.
of_a_trace = 48
_page = 4096
_least_mapped = 131072


def reader():
    """Returns a function that gives [bytes given out, regions mapped for single blocks]; None where malloc is another's."""
    try:
        import ctypes

        fields = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()
        libc = ctypes.CDLL(None)
        info, number = (libc.mallinfo2, ctypes.c_size_t) if hasattr(libc, "mallinfo2") else (libc.mallinfo, ctypes.c_uint)

        class Info(ctypes.Structure):
            _fields_ = [(name, number) for name in fields]

        info.restype = Info
        malloc, free = libc.malloc, libc.free
        malloc.restype = ctypes.c_void_p
        malloc.argtypes = [ctypes.c_size_t]
        free.argtypes = [ctypes.c_void_p]
    except (ImportError, OSError, AttributeError):
        return None

    def read():
        figures = info()
        return figures.uordblks + figures.hblkhd, figures.hblks

    # An allocator that was loaded in malloc's place leaves these figures as they are.
    before = read()[0]
    probe = malloc(1 << 20)
    seen = read()[0] - before
    free(probe)
    return read if seen >= 1 << 20 else None


def of_blocks(sizes, mapped_regions):
    """Bytes that malloc takes for blocks of these sizes, the largest of which have regions of their own."""
    mapped = sorted((size for size in sizes if size >= _least_mapped), reverse=True)[:mapped_regions]
    least = mapped[-1] if mapped else None
    return sum(count * _chunk(size, least) for size, count in Counter(sizes).items())


def _chunk(size, least_mapped):
    if least_mapped is not None and size >= least_mapped:
        return (size + 16 + _page - 1) // _page * _page
    return (size + 8 + 15) & ~15
