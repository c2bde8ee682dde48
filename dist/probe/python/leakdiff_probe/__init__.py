"""What of leakdiff is inside a measured Python process. The standard library alone, and as little of it as can be."""
import os
import sys

# Start other programs, or install them: never what is measured.
_wrappers = frozenset(
    "pip pip3 pipx pipenv poetry uv uvx hatch pdm rye tox nox virtualenv venv ensurepip build compileall".split()
)


def begin():
    if _is_wrapper():
        return
    from . import process

    process.begin(
        sockets=os.environ["LEAKDIFF_SOCKETS"],
        frames=int(os.environ.get("LEAKDIFF_FRAMES") or 0),
        diagnosing="LEAKDIFF_DIAGNOSE" in os.environ,
        tests=os.environ.get("LEAKDIFF_TESTS"),
    )


def _is_wrapper():
    words = getattr(sys, "orig_argv", None) or _command_line()
    # Before Python 3.8 there are no arguments yet.
    arguments = getattr(sys, "argv", words[1:])
    program = os.path.basename(arguments[0]) if arguments else ""
    if program == "-m" and "-m" in words[:-1]:
        program = words[words.index("-m") + 1]
    return program.split(".")[0] in _wrappers


def _command_line():
    try:
        with open("/proc/self/cmdline", "rb") as file:
            return os.fsdecode(file.read()).split("\0")[:-1]
    except OSError:
        return []
