"""Live tasks: the program's threads, and the asyncio tasks of all its loops."""
import gc
import sys
from collections import Counter

own_threads = set()
_frames_of_threads = sys._current_frames


def forget_own_threads():
    own_threads.clear()


def count():
    return len(_frames_of_threads()) - len(own_threads) + len(asyncio_tasks())


def asyncio_tasks():
    """Those that are not done, from asyncio's own registries: the heap is never searched for them."""
    module = sys.modules.get("asyncio.tasks")
    if module is None:
        return []
    found = {}
    # To 3.11 one registry, then two.
    for name in ("_all_tasks", "_scheduled_tasks", "_eager_tasks"):
        for task in _copied(getattr(module, name, ())):
            found[id(task)] = task
    if sys.version_info >= (3, 14):
        for loop in _loops():
            for task in module.all_tasks(loop):
                found[id(task)] = task
    return [task for task in found.values() if not task.done()]


def _copied(registry):
    while True:
        try:
            return list(registry)
        except RuntimeError:  # it changed meanwhile, as asyncio.all_tasks expects too
            continue


def _loops():
    """From 3.14 on tasks are registered per loop: those that run are on the stack of the thread that runs them."""
    kind = sys.modules["asyncio.events"].AbstractEventLoop
    loops = {}
    for frame in _frames_of_threads().values():
        while frame is not None:
            if frame.f_code.co_name in ("run_forever", "run_until_complete", "run"):
                for value in list(frame.f_locals.values()):
                    for loop in (value, getattr(value, "_loop", None)):
                        if issubclass(type(loop), kind):
                            loops[id(loop)] = loop
            frame = frame.f_back
    return loops.values()


def stacks():
    """Rows [how many, kind, frames from the outermost on, what the innermost waits for or None]."""
    rows = Counter()
    for ident, frame in _frames_of_threads().items():
        if ident not in own_threads:
            rows[("thread", _thread_frames(frame), None)] += 1
    for task in asyncio_tasks():
        rows[("task", *_awaits(task))] += 1
    return [[number, *row] for row, number in rows.items()]


def _thread_frames(frame):
    frames = []
    while frame is not None:
        frames.append(_row(frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return tuple(reversed(frames))


def _awaits(task):
    """From the outermost coroutine to what the innermost awaits."""
    frames = []
    seen = set()
    at = task.get_coro()
    while at is not None:
        code = _first(at, "cr_code", "gi_code", "ag_code")
        frame = _first(at, "cr_frame", "gi_frame", "ag_frame")
        if code is None:
            within = _within(at)
            if within is None or id(within) in seen:
                return tuple(frames), _awaited_name(at if within is None else within)
            seen.add(id(within))
            at = within
            continue
        frames.append(_row(code, code.co_firstlineno if frame is None else frame.f_lineno))
        at = _first(at, "cr_await", "gi_yieldfrom", "ag_await")
    return tuple(frames), None


def _within(at):
    """What an awaitable made in C only leads to: a coroutine or generator, else a future, itself included."""
    if _is_future(at):
        return None
    referents = gc.get_referents(at)
    running = [one for one in referents if _first(one, "cr_code", "gi_code", "ag_code") is not None]
    # Of `anext(…, default)` one such thing within another.
    wrapped = [one for one in referents if hasattr(type(one), "__await__")]
    return next(iter([*running, *filter(_is_future, referents), *wrapped]), None)


def _is_future(one):
    return getattr(type(one), "_asyncio_future_blocking", None) is not None


def _awaited_name(at):
    """Of a task the coroutine that it runs; of a future what it is, as its users call it."""
    if hasattr(type(at), "get_coro"):
        coroutine = at.get_coro()
        return getattr(coroutine, "__qualname__", type(coroutine).__name__)
    kind = type(at)
    if kind.__name__ == "_GatheringFuture":
        return "asyncio.gather"
    return "asyncio.Future" if kind.__module__.partition(".")[0] in ("asyncio", "_asyncio") else kind.__qualname__


def _first(value, *names):
    for name in names:
        found = getattr(value, name, None)
        if found is not None:
            return found
    return None


def _row(code, line):
    return getattr(code, "co_qualname", code.co_name), code.co_filename, line or 0
