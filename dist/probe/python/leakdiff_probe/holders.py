"""Who holds what was born since a mark: a search from what the program can name to what is new. For the diagnostic run alone."""
import gc
import re
import sys
import time
import types
from collections import deque

from . import tasks
from .created import Creator, creators

_most_objects = 3_000_000
_most_seconds = 40
_most_told = 3
_longest_path = 6
# Names of variables and attributes are told, never the keys of a table that only happens to be one of attributes.
_name = re.compile(r"[A-Za-z_]\w{0,39}\Z")
_most_names = 64
_untold = (types.FunctionType, types.ModuleType, types.CodeType, types.FrameType, types.CellType)


class Holders:
    def __init__(self):
        self._before = {}

    def mark(self):
        gc.collect()
        self._before = _containers()
        # What is frozen is not listed by get_objects any more: what is listed later, is new.
        gc.freeze()

    def found(self):
        """Rows of path, share and bytes; and whether all was looked through."""
        gc.collect()
        return _Search({id(one) for one in gc.get_objects()}, self._before).run()


def _containers():
    """Length and bytes of each by its id: what holds nothing but texts and numbers is not tracked, and neither are those."""
    found = {}
    for one in gc.get_objects():
        for candidate in (one, *gc.get_referents(one)) if not _is_a(one, _containing) else (one,):
            length = _length(candidate)
            if length is not None:
                found[id(candidate)] = length, sys.getsizeof(candidate)
    return found


_containing = (list, dict, set, deque)


def _is_a(one, kind):
    """By its type: a proxy answers isinstance as what it stands for, and may have to make that first."""
    return issubclass(type(one), kind)


def _length(one):
    kind = next((kind for kind in _containing if _is_a(one, kind)), None)
    return None if kind is None else kind.__len__(one)


def _newest(one, count):
    """What was put into a container last: lists and tables keep their order."""
    if _is_a(one, dict):
        return [part for pair in list(dict.items(one))[-count:] for part in pair]
    return [] if _is_a(one, set) else list(one)[-count:]


class _Search:
    def __init__(self, new, before):
        self.new = new
        self.before = before
        self.new.discard(id(new))
        self.above = {}  # by id: (id of what refers to it, the name by which it does)
        self.kind = {}  # by id: what a reader calls it
        self.holder = {}  # by id of something new: (id of the holder, what it holds, by which name)
        self.open = deque()
        self.kept = []  # so that no id is used again meanwhile
        self.bytes = {}
        self.total = 0

    def run(self):
        deadline = time.monotonic() + _most_seconds
        for one, label in _roots():
            self.meet(one, None, label)
        while self.open and time.monotonic() < deadline and len(self.above) < _most_objects:
            self.spread(self.open.popleft())
        found = {}
        for key, size in self.bytes.items():
            path = self.path(*key)
            if path is not None:
                found[path] = found.get(path, 0) + size
        ranked = sorted(_by_holder(found).items(), key=lambda item: -item[1])[:_most_told]
        return [[path, size / self.total, size] for path, size in ranked], not self.open

    def spread(self, one):
        own = id(one)
        if own not in self.new and own in self.before:
            self.grown(one, *self.before[own])
        named = _named(one)
        for label, value in named:
            self.meet(value, own, label)
        for value in gc.get_referents(one):
            self.meet(value, own, "")

    def grown(self, one, length, size):
        """An old container: what it holds more than before is new, and so is the room it takes for that."""
        added = (_length(one) or 0) - length
        if added <= 0:
            return
        self.new.update(id(value) for value in _newest(one, added) if not gc.is_tracked(value))
        self.add((id(one), "", ""), sys.getsizeof(one) - size)

    def add(self, held, size):
        self.total += size
        self.bytes[held] = self.bytes.get(held, 0) + size

    def meet(self, one, above, label):
        key = id(one)
        if key in self.above or type(one) is Creator or any(one is own for own in (creators, self.new, self.before, self.above, self.kept, self.bytes)):
            return
        self.above[key] = (above, label)
        # Of classes that are made anew, each has a name of its own.
        kind = self.kind[key] = "class" if key in self.new and _is_a(one, type) else _kind(one)
        self.kept.append(one)
        self.open.append(one)
        held = self.holder.get(above)
        if held is None and key in self.new and above is not None:
            held = (above, kind, label)
        elif held is not None and not held[1]:
            held = (held[0], kind, held[2])
        if held is None:
            return
        self.holder[key] = held
        try:
            size = sys.getsizeof(one)
        except Exception:
            return
        self.add(held, size)

    def path(self, holder, kind, label):
        parts = [part for part in (kind, label) if part]
        at = holder
        while at is not None:
            above, name = self.above[at]
            if self.kind[at]:
                parts.append(self.kind[at])
            if name:
                parts.append(name)
            at = above
        parts.reverse()
        # A class or an object that goes by its own name is told once.
        told = [part for i, part in enumerate(parts) if i == 0 or part != parts[i - 1].rpartition(".")[2]]
        if len(told) > _longest_path:
            told = told[: _longest_path - 3] + ["…"] + told[-2:]
        return " → ".join(told) if len(told) > 1 else None


def _by_holder(found):
    """Keys and values of one table are held by one, which is told with what is most of it."""
    merged = {}
    for path, size in sorted(found.items(), key=lambda item: -item[1]):
        most, sum_of_all = merged.get(path.rpartition(" → ")[0], (path, 0))
        merged[path.rpartition(" → ")[0]] = most, sum_of_all + size
    return dict(merged.values())


def _roots():
    """The program's own modules first, then those that it uses; then what runs."""
    modules = [(name, module) for name, module in list(sys.modules.items()) if _is_a(module, types.ModuleType)]
    ranked = sorted(modules, key=lambda pair: _is_installed(getattr(pair[1], "__file__", None)))
    for name, module in ranked:
        if name.startswith("leakdiff_probe") or not hasattr(module, "__dict__"):
            continue
        main = getattr(module, "__file__", None) if name == "__main__" else None
        short = main.rpartition("/")[2].rpartition(".")[0] if main else name
        for key, value in list(vars(module).items()):
            if _is_a(key, str) and _name.match(key) and not _is_a(value, types.ModuleType):
                yield value, "%s.%s" % (short, key)
    for task in tasks.asyncio_tasks():
        yield task, "task of %s" % _qualified(task.get_coro())
    for ident, frame in tasks._frames_of_threads().items():
        while frame is not None and ident not in tasks.own_threads:
            for key, value in list(frame.f_locals.items()):
                if _name.match(key):
                    yield value, "%s in %s" % (key, frame.f_code.co_name)
            frame = frame.f_back


def _is_installed(file):
    if not file:
        return 2
    return 1 if "/site-packages/" in file or "/dist-packages/" in file else 2 if "/lib/python3" in file else 0


def _named(one):
    """What it refers to by a name: attributes, variables that a function closes over, locals that a coroutine keeps."""
    if _is_a(one, types.FunctionType):
        cells = zip(one.__code__.co_freevars, one.__closure__ or ())
        return [("%s in %s" % (name, one.__qualname__), cell) for name, cell in cells]
    if _is_a(one, (types.CoroutineType, types.GeneratorType)):
        frame = one.cr_frame if _is_a(one, types.CoroutineType) else one.gi_frame
        if frame is None:
            return ()
        return [("%s in %s" % (name, one.__qualname__), value) for name, value in list(frame.f_locals.items()) if _name.match(name)]
    if _is_a(one, types.ModuleType):
        return ()
    try:
        attributes = object.__getattribute__(one, "__dict__") if not _is_a(one, type) else type.__dict__["__dict__"].__get__(one)
    except (AttributeError, TypeError):
        return ()
    if not 0 < len(attributes) <= _most_names:
        return ()
    return [(key, value) for key, value in list(attributes.items()) if _is_a(key, str) and _name.match(key)]


def _kind(one):
    if _is_a(one, type):
        return one.__name__
    if _is_a(one, _untold):
        return ""
    name = type(one).__name__
    if name == "_lru_cache_wrapper":
        return "lru_cache"
    if name in ("coroutine", "generator", "async_generator"):
        return "%s of %s" % (name, _qualified(one))
    return name if _name.match(name) else ""


def _qualified(one):
    return getattr(one, "__qualname__", type(one).__name__)
