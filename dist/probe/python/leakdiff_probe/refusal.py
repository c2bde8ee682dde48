"""What is not measured, each with its sentence: [what is so, what to do]."""
import sys

import_error = None
try:
    import _tracemalloc
except ImportError as error:  # PyPy has another
    _tracemalloc = None
    import_error = error


def at_start(frames):
    if sys.implementation.name != "cpython":
        return ["It runs on %s, which leakdiff cannot measure." % sys.implementation.name, "Run it on CPython."]
    if sys.version_info < (3, 9):
        return [
            "It runs on Python %d.%d, which leakdiff cannot measure." % sys.version_info[:2],
            "Run it on CPython 3.9 or later.",
        ]
    if not getattr(sys, "_is_gil_enabled", lambda: True)():
        return [
            "It runs on a free-threaded build of Python, which leakdiff cannot measure yet.",
            "Run it on the ordinary build of the same version.",
        ]
    return _own_tracing if _tracemalloc.is_tracing() else None


def of_tracing(frames):
    """The program and the probe cannot trace at the same time: who stops tracing loses the other's figures."""
    tracing = _tracemalloc.is_tracing()
    as_started = tracing and _tracemalloc.get_traceback_limit() == frames if frames else not tracing
    return None if as_started else _own_tracing


_own_tracing = [
    "The program uses tracemalloc itself, which can be used by one at a time.",
    "Leave out PYTHONTRACEMALLOC, -X tracemalloc and tracemalloc.start() while it is measured.",
]
