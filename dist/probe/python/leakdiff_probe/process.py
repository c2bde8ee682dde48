"""One measured process: what is asked of it, and where it answers; in every child that it forks, anew."""
import _thread
import os
import sys

from . import refusal, sockets, tasks, totals
from .snapshot import Snapshots


class Process:
    def __init__(self, frames, diagnosing, freezes):
        self.refused = refusal.at_start(frames)
        self.totals = totals.Totals(frames, freezes)
        self.snapshots = Snapshots(frames, diagnosing, self.totals.take_traces)

    def answer(self, request):
        refused = self.refused or refusal.of_tracing(self.snapshots.frames())
        if refused:
            return {"refused": refused}
        what = request["do"]
        if what == "collect":
            self.totals.collect(request.get("atRest", False))
            return {"answer": None}
        if what == "count":
            return {"answer": totals.count()}
        if what == "heap":
            return {"answer": self.totals.heap()}
        if what == "snapshot":
            return {"answer": self.snapshots.write(request)}
        raise ValueError("the probe and leakdiff are of different versions")


def begin(sockets, frames, diagnosing, tests):
    # Tests may ask whether what an earlier one made has been collected.
    process = Process(frames, diagnosing, freezes=tests is None and not diagnosing)
    if not process.refused:
        process.snapshots.begin()
    if tests is not None:
        from . import tests as sessions

        sessions.prepare(sockets, tests, process)
        return
    serve(sockets, process.answer)


def serve(folder, answer):
    """Answers on a socket in `folder` from a thread of its own, here and in every child that is forked from here on."""
    served = [start(folder, answer)]

    def again():
        served.pop().close_inherited()
        tasks.forget_own_threads()
        served.append(start(folder, answer))

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=again)


def start(folder, answer):
    server = sockets.Server(folder, answer)
    try:
        server.listen()
        _thread.start_new_thread(server.run, ())
    except (OSError, RuntimeError) as error:
        sys.stderr.write("leakdiff: this process cannot be measured: %s\n" % (error,))
    return server
