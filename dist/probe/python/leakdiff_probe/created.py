"""Who created the tasks that live, for the diagnostic run alone: threads by a hook on their start, asyncio tasks by its debug mode."""
import sys
import weakref

from . import tasks

_creators = weakref.WeakKeyDictionary()
_deepest = 24


def follow():
    import threading

    start = threading.Thread.start

    def followed(self, *args, **kwargs):
        _creators[self] = _caller(sys._getframe(1))
        return start(self, *args, **kwargs)

    threading.Thread.start = followed


def _caller(frame):
    frames = []
    while frame is not None and len(frames) < _deepest:
        frames.append(tasks._row(frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return tuple(reversed(frames))


def told():
    """Rows as `tasks.stacks` gives them, one a task, with what tells it apart and the stack that created it."""
    threads = dict(sys.modules["threading"]._active)
    rows = []
    for ident, frame in tasks._frames_of_threads().items():
        if ident not in tasks.own_threads:
            creator = _creators.get(threads.get(ident)) if ident in threads else None
            rows.append([1, "thread", tasks._thread_frames(frame), None, [ident], creator])
    for task in tasks.asyncio_tasks():
        rows.append([1, "task", *tasks._awaits(task), [id(task)], _source(task)])
    return rows


def _source(task):
    """What asyncio's debug mode keeps: the stack that created the task, without asyncio's own frames at its end."""
    frames = getattr(task, "_source_traceback", None)
    return frames and [(frame.name, frame.filename, frame.lineno or 0) for frame in frames[-_deepest:]]
