"""
Calls of the program that pass through ours, so that it is known who made them, for the diagnostic run alone. asyncio's debug mode
would tell it too: it keeps a stack of each handle and of each future besides, and looks for every file on it each time, by which a
program of many timers comes to a standstill.
"""
import sys
import threading

from .created import remember

# By their modules: loops whose classes do not derive from asyncio's are not made of Python.
_loops = (("asyncio.base_events", "BaseEventLoop"), ("uvloop", "Loop"))
_followed = set()


def follow_threads():
    start = threading.Thread.start

    def followed(self, *args, **kwargs):
        remember(self, sys._getframe(1))
        return start(self, *args, **kwargs)

    threading.Thread.start = followed


def follow_asyncio():
    """Of loops that the program has imported by now: to import them for it would change the order of its own imports."""
    for module, name in _loops:
        loop = getattr(sys.modules.get(module), name, None)
        if loop is not None and loop not in _followed:
            _followed.add(loop)
            loop.create_task = _following(loop.create_task)


def _following(create):
    def create_task(self, *args, **kwargs):
        task = create(self, *args, **kwargs)
        remember(task, sys._getframe(1))
        return task

    return create_task
