"""What a framework's own test helpers add to with every test, and never take out."""
import sys


def cut_back():
    """After each round. A framework that was not imported is not looked for."""
    dispatcher = sys.modules.get("django.dispatch.dispatcher")
    if dispatcher is not None:
        _signals_of_django(dispatcher)


def _signals_of_django(dispatcher):
    """
    Django's test client takes `close_old_connections` off a signal and puts it on again with every request, and each time a
    `weakref.finalize` stays. All of them do the same, so one is enough.
    """
    weakref = sys.modules["weakref"]
    remove = getattr(dispatcher.Signal, "_remove_receiver", None)
    seen = set()
    for entry, info in list(getattr(weakref.finalize, "_registry", {}).items()):
        signal = getattr(info.func, "__self__", None)
        if remove is None or getattr(info.func, "__func__", None) is not remove:
            continue
        which = id(signal), id(info.weakref())
        if which in seen:
            entry.detach()
        seen.add(which)
