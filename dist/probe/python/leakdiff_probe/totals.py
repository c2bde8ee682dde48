"""The exact totals of a process. They are read often, and cost next to nothing where nothing is traced."""
import gc
import os
import sys
from operator import itemgetter

from . import malloc, stillness, tasks
from .refusal import _tracemalloc

# Captured before the program begins: it may put other things in their place.
_collect = gc.collect
_listdir = os.listdir
# Names of attributes that were looked up last, up to 4,096: those that are made anew each time fill it over many rounds.
_forget_lookups = getattr(sys, "_clear_internal_caches", None) or getattr(sys, "_clear_type_cache", lambda: None)
# What the small object allocator gives out; larger blocks are malloc's.
_largest_small = 512
_sizes = itemgetter(1)
# What may be left uncollected in all rounds together: half of what a single one may grow by unseen.
_negligible = {"tasks": 1, "files": 1, "heap-objects": 8, "heap-bytes": 2000, "malloc": 2000}


def count():
    """What is polled until it stands still: nothing is collected for it."""
    return {"tasks": tasks.count()}


class Totals:
    """
    Collections are what a first trial costs: one when it is told to collect, and one before the heap is counted. So what has
    survived is frozen, and later ones look through what is new. Only where that is more than before, what has become garbage
    among the old may make good for it: then all is looked through.
    """

    def __init__(self, frames, freezes):
        self._traced = frames > 0
        self._malloc = malloc.reader()
        # What was last read of tracemalloc, until a snapshot takes it.
        self._traces = None
        self._freezes = freezes
        # What lived when all was looked through.
        self._least = {}

    def collect(self, at_rest):
        """`at_rest`: nobody drives the program any more, and what dies now may be as old as it likes."""
        if at_rest:
            self._thaw()
            self._freezes = False
        _forget_lookups()
        _collect()

    def heap(self):
        self._traces = None
        _collect()
        if self._freezes and self._has_risen():
            # It may have something left to do.
            stillness.wait()
            _collect()
            if self._has_risen():
                self._look_through_all()
        return self._read()

    def _look_through_all(self):
        self._thaw()
        _collect()
        gc.freeze()
        self._least = self._figures()

    def _thaw(self):
        # What the program froze itself stays as it is until ours is thawed with it: it can only be collected sooner.
        if self._least:
            gc.unfreeze()

    def _has_risen(self):
        now = self._figures()
        return any(value - self._least.get(name, 0) >= _negligible[name] for name, value in now.items())

    def _figures(self):
        """What tells of growth, without a list of all that is traced."""
        figures = {"tasks": tasks.count(), "files": _open_files(), "heap-objects": sys.getallocatedblocks()}
        if self._traced:
            figures["heap-bytes"] = _tracemalloc.get_traced_memory()[0]
        if self._malloc is not None:
            ours = _tracemalloc.get_tracemalloc_memory() + malloc.of_a_trace * figures["heap-objects"] if self._traced else 0
            figures["malloc"] = self._malloc()[0] - ours
        return figures

    def _read(self):
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
        self._traces = traces = _listed()
        large = [size for size in map(_sizes, traces) if size > _largest_small]
        ours = tables + malloc.of_a_trace * len(traces)
        return allocated - ours - malloc.of_blocks(large, mapped_regions)

    def take_traces(self):
        """Those of the last count, when it read them: to list all of them takes as long as to write them."""
        traces, self._traces = self._traces, None
        return _listed() if traces is None else traces


def _open_files():
    try:
        return len(_listdir("/proc/self/fd"))
    except OSError:
        return 0


def _listed():
    """A list of so many tuples sets off collection after collection, half of what it takes."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        return _tracemalloc._get_traces()
    finally:
        if enabled:
            gc.enable()
