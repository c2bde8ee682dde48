"""Writes what lives after a round: tasks by their stacks, and where memory is traced, who asked for it."""
import json
import marshal
import os

from . import tasks
from .refusal import _tracemalloc

_dump, _marshal = json.dump, marshal.dumps


class Snapshots:
    def __init__(self, frames, diagnosing, take_traces):
        self._frames = frames
        self._diagnosing = diagnosing
        self._take_traces = take_traces
        self._holders = None
        self._marked = False

    def begin(self):
        if self._frames and not self._diagnosing:
            _tracemalloc.start(self._frames)
        if self._diagnosing:
            from .holders import Holders
            from .wrapped import follow_threads

            follow_threads()
            self._holders = Holders()

    def frames(self):
        """
        How many are traced now. A diagnostic run tells what is born from its mark on: to trace so many frames of what a program makes
        as it starts, and of the mark itself, takes ten times as long as these do.
        """
        return self._frames if self._marked or not self._diagnosing else 0

    def write(self, request):
        name = os.path.join(request["directory"], "py-%d" % os.getpid())
        paths = [self._write_tasks(name + ".tasks.json")]
        if self._holders is not None and request.get("graph") == "mark":
            self._mark()
        if self._frames:
            # Grouped and named by who reads it: here every step of that would be traced itself.
            paths.append(_written(name + ".heap.marshal", _marshal(self._take_traces(), 4)))
        if self._holders is not None and request.get("graph") == "write":
            _tracemalloc.stop()
            path = name + ".holders.json"
            holders, finished = self._holders.found()
            with open(path, "w") as file:
                _dump({"format": "leakdiff-python-holders", "holders": holders, "finished": finished}, file)
            paths.append(path)
            self._trace()
        return paths

    def _mark(self):
        if _tracemalloc.is_tracing():
            _tracemalloc.stop()
        self._holders.mark()
        self._trace()

    def _trace(self):
        _tracemalloc.start(self._frames)
        self._marked = True

    def _write_tasks(self, path):
        rows = tasks.stacks()
        if self._diagnosing:
            from .created import told
            from .wrapped import follow_asyncio

            # A snapshot comes before the first round whose tasks are told.
            follow_asyncio()
            rows = told()
        with open(path, "w") as file:
            _dump({"format": "leakdiff-python-tasks", "tasks": rows}, file)
        return path


def _written(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path
