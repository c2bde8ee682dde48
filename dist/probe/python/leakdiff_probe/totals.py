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
    """
    Collections are what a first trial costs: one here, and one before the heap is counted. After a single one FastAPI's
    objects differ by 180 from round to round, after two by 10 at most.
    """
    _forget_lookups()
    _collect()


def count():
    """What is polled until it stands still: nothing is collected for it."""
    return {"tasks": tasks.count()}


class Totals:
    def __init__(self, frames):
        self._traced = frames > 0
        self._malloc = malloc.reader()
        # What was last read of tracemalloc, until a snapshot takes it.
        self._traces = None

    def heap(self):
        self._traces = None
        _collect()
        totals = count()
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
        # Before the list, which takes memory of its own.
        allocated, mapped_regions = self._malloc()
        tables = _tracemalloc.get_tracemalloc_memory()
        self._traces = traces = _tracemalloc._get_traces()
        large = [size for size in map(_sizes, traces) if size > _largest_small]
        ours = tables + malloc.of_a_trace * len(traces)
        return allocated - ours - malloc.of_blocks(large, mapped_regions)

    def take_traces(self):
        """Those of the last count, when it read them: to list all of them takes as long as to write them."""
        traces, self._traces = self._traces, None
        return _tracemalloc._get_traces() if traces is None else traces
