"""The exact totals of a process. They are read often, and cost next to nothing where nothing is traced."""
import gc
import sys
from operator import itemgetter

from . import malloc, tasks
from .refusal import _tracemalloc

# Captured before the program begins: it may put other things in their place.
_collect = gc.collect
# Names of attributes that were looked up last, up to 4,096: those that are made anew each time fill it over many rounds.
_forget_lookups = getattr(sys, "_clear_internal_caches", None) or getattr(sys, "_clear_type_cache", lambda: None)
# What the small object allocator gives out; larger blocks are malloc's.
_largest_small = 512
_sizes = itemgetter(1)


def collect():
    """Until a collection finds nothing more: what finalizers let go of is found by the next one."""
    _forget_lookups()
    for _ in range(4):
        if _collect() == 0:
            break


class Totals:
    def __init__(self, frames):
        self._traced = frames > 0
        self._malloc = malloc.reader()

    def count(self):
        collect()
        totals = {"tasks": tasks.count()}
        # 0 where PYTHONMALLOC puts malloc in its place: what cannot be counted is left out.
        blocks = sys.getallocatedblocks()
        if blocks > 0:
            totals["heap-objects"] = blocks
        if self._traced:
            totals["heap-bytes"] = _tracemalloc.get_traced_memory()[0]
        if self._malloc is not None:
            totals["external-bytes"] = self._outside() if self._traced else self._malloc()[0]
        return totals

    def _outside(self):
        """malloc's bytes that are neither Python's large blocks nor tracemalloc's own tables."""
        traces = _tracemalloc._get_traces()
        number = len(traces)
        large = [size for size in map(_sizes, traces) if size > _largest_small]
        del traces
        allocated, mapped_regions = self._malloc()
        ours = _tracemalloc.get_tracemalloc_memory() + malloc.of_a_trace * number
        return allocated - ours - malloc.of_blocks(large, mapped_regions)
