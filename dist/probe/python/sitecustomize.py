"""Python's `site` imports this before the program begins, because its folder is the first on PYTHONPATH."""
import os
import sys


def _begin():
    here = os.path.dirname(os.path.abspath(__file__))
    try:
        if os.environ.get("LEAKDIFF_SOCKETS") and sys.version_info < (3, 6):
            sys.stderr.write("leakdiff: Python %d.%d cannot be measured. Run it on CPython 3.9 or later.\n" % sys.version_info[:2])
        elif os.environ.get("LEAKDIFF_SOCKETS"):
            import leakdiff_probe

            leakdiff_probe.begin()
    except Exception as error:
        sys.stderr.write("leakdiff: this process cannot be measured: %r\n" % (error,))
    # The program sees neither the folder nor this module; PYTHONPATH stays, for the programs that it starts.
    sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != here]
    sys.path_importer_cache.pop(here, None)
    _import_the_users_own()


def _import_the_users_own():
    ours = sys.modules.pop("sitecustomize", None)
    try:
        import sitecustomize  # noqa: F401
    except ImportError as error:
        # Before Python 3 an error does not know what it is about.
        if getattr(error, "name", "sitecustomize") != "sitecustomize":
            raise
    finally:
        if ours is not None:
            sys.modules.setdefault("sitecustomize", ours)


_begin()
