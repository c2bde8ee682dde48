"""The tests of one file, repeated in the process that their runner gave them: a session, which leakdiff tells when to run."""
import _thread
import os
import sys

from . import framework_tests, sockets, tasks


class Watch:
    """What runners need to have their tests repeated."""

    def __init__(self, folder, directory, process):
        self._folder = folder
        self._directory = directory
        self._process = process

    def repeat(self, file, run, leave, goes_on):
        """
        Opens a session for the tests of `file`, and runs them in this thread whenever it is told to, until it is told to end.
        `run(first)` returns how many were executed and the names of those that failed; `leave(names)` takes them out.
        """
        # What tests start must not wait for rounds.
        os.environ.pop("LEAKDIFF_SOCKETS", None)
        session = _Session(os.path.relpath(os.path.realpath(file), self._directory), goes_on)
        server = sockets.Server(self._folder, session.answering(self._process.answer))
        session.at_end = server.end
        server.listen()
        _thread.start_new_thread(server.run, ())
        # A child of the tests is not the session.
        _servers.append(server)
        session.follow(run, leave)
        _servers.remove(server)
        server.wait()


_servers = []


def _forget_in_child():
    for server in _servers:
        server.close_inherited()
    tasks.forget_own_threads()


class _Session:
    def __init__(self, name, goes_on):
        self._name = {"name": name, "goesOn": goes_on}
        self._told, self._done = _locked(), _locked()
        self._request = None
        self._reply = None
        self.at_end = None

    def answering(self, otherwise):
        def answer(request):
            if request["do"] == "name":
                return {"answer": self._name}
            if request["do"] not in ("round", "leave", "end"):
                return otherwise(request)
            if request["do"] == "end":
                self.at_end()
            self._request = request["do"]
            self._told.release()
            self._done.acquire()
            reply, self._reply = self._reply, None
            return reply

        return answer

    def follow(self, run, leave):
        first = True
        failing = []
        while True:
            self._told.acquire()
            if self._request == "end":
                self._reply = {"answer": None}
                self._done.release()
                return
            if self._request == "leave":
                leave(frozenset(failing))
                self._reply = {"answer": None}
                self._done.release()
                continue
            try:
                executed, failing = run(first)
                framework_tests.cut_back()
                failed = failing[0] if failing else None
                self._reply = {"answer": {"executed": executed, "failed": failed, "failing": failing}}
            finally:
                if self._reply is None:
                    self._reply = {"problem": "the tests were broken off"}
                self._done.release()
            first = False


def _locked():
    lock = _thread.allocate_lock()
    lock.acquire()
    return lock


def prepare(folder, directory, process):
    """Waits for pytest or unittest in this process. What neither of them runs in is not measured."""
    os.register_at_fork(after_in_child=_forget_in_child)
    watch = Watch(folder, os.path.realpath(directory), process)
    from . import unittest_runner

    unittest_runner.follow(watch)
    plugins = os.environ.get("PYTEST_PLUGINS")
    os.environ["PYTEST_PLUGINS"] = "%s,%s" % (plugins, plugin_name) if plugins else plugin_name
    sys.modules[__name__].watch = watch


watch = None
plugin_name = "leakdiff_probe.pytest_plugin"
