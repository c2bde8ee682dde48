"""Who created the tasks that live, for the diagnostic run alone."""
import sys
import weakref

from . import tasks

creators = weakref.WeakKeyDictionary()
_deepest = 24


class Creator(tuple):
    """The stack of a call that created a task, the outermost frame first."""

    __slots__ = ()


def remember(task, frame):
    try:
        creators[task] = _stack(frame)
    except TypeError:  # a program's own kind of task may do without what a table needs
        pass


def _stack(frame):
    frames = []
    while frame is not None and len(frames) < _deepest:
        frames.append(tasks._row(frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return Creator(reversed(frames))


def told():
    """Rows as `tasks.stacks` gives them, one a task, with what tells it apart and the stack that created it."""
    threads = dict(sys.modules["threading"]._active)
    rows = []
    for ident, frame in tasks._frames_of_threads().items():
        if ident not in tasks.own_threads:
            creator = creators.get(threads.get(ident)) if ident in threads else None
            rows.append([1, "thread", tasks._thread_frames(frame), None, [ident], creator])
    for task in tasks.asyncio_tasks():
        rows.append([1, "task", *tasks._awaits(task), [id(task)], _creator_of(task)])
    return rows


def _creator_of(task):
    try:
        return creators.get(task)
    except TypeError:
        return None
