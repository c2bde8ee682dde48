"""Has pytest repeat the tests of each file. Loaded by PYTEST_PLUGINS; the tests and their configuration stay as they are."""
import os

import pytest
from _pytest.unittest import TestCaseFunction

from . import tests

# What the tests start, another pytest among it, is none of ours.
_others = [name for name in os.environ.get("PYTEST_PLUGINS", "").split(",") if name not in ("", tests.plugin_name)]
if _others:
    os.environ["PYTEST_PLUGINS"] = ",".join(_others)
else:
    os.environ.pop("PYTEST_PLUGINS", None)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if getattr(config.option, "forked", False):
        pytest.exit("leakdiff: tests of pytest --forked cannot be repeated in one process", returncode=1)
    # Tests that several processes share are run by this one: each file is a session of its own.
    if getattr(config.option, "dist", "no") != "no":
        config.option.dist = "no"
        config.option.tx = []
        config.option.numprocesses = None
    config.pluginmanager.register(_Repeating(config), "leakdiff-repeating")


class _Repeating:
    def __init__(self, config):
        # Reports of the round that runs now.
        self._reports = []
        # Whether nobody else is told of them: of the first round pytest reports as usual.
        self._quiet = False
        self._warned = config.hook.pytest_warning_recorded
        for name in _told:
            self._silence(getattr(config.hook, name))
        # Those that were ever set up, by id: a test may ask for one as it runs.
        self._definitions = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_fixture_setup(self, fixturedef):
        self._definitions[id(fixturedef)] = fixturedef

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session):
        if tests.watch is None or session.config.option.collectonly or session.testsfailed or not session.items:
            return None
        files = {}
        for item in session.items:
            files.setdefault(str(item.path) if hasattr(item, "path") else str(item.fspath), []).append(item)
        last = len(files)
        for number, (file, items) in enumerate(files.items(), 1):
            kept = _Kept(session, self._definitions)
            tests.watch.repeat(
                file,
                lambda first: self._round(session, items, kept, first),
                lambda failing: _without(items, failing),
                number < last,
            )
        return True

    def _silence(self, hook):
        """What a round does is told to nobody while it is quiet, whichever plugin tells it: reruns, parts of tests, warnings."""
        call = hook._hookexec

        def unless_quiet(*words):
            if not self._quiet:
                return call(*words)
            self._reports.extend(word["report"] for word in words if isinstance(word, dict) and "report" in word)
            return []

        hook._hookexec = unless_quiet

    def pytest_runtest_logreport(self, report):
        self._reports.append(report)

    def _round(self, session, items, kept, first):
        if not items:
            return 0, []
        self._reports = reports = []
        self._quiet = not first
        warned = _length_of_history(self._warned)
        if not first:
            for item in items:
                _with_a_new_instance(item)
        try:
            for item, following in zip(items, [*items[1:], _Outside(items[-1])]):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if first and session.shouldfail:
                    raise session.Failed(session.shouldfail)
                if session.shouldstop:
                    raise session.Interrupted(session.shouldstop)
        finally:
            self._quiet = False
            self._reports = []
            if not first and warned is not None:
                del self._warned._call_history[warned:]
        executed = len({report.nodeid for report in reports if report.when == "call" and report.outcome != "skipped"})
        kept.cut_back(items, first)
        # Each once, in order: a test may fail in its body and in a fixture.
        return executed, list(dict.fromkeys(report.nodeid for report in reports if _has_failed(report)))


# Told to reporters; warnings are kept for those that are registered later as well.
_told = "pytest_runtest_logstart", "pytest_runtest_logreport", "pytest_runtest_logfinish", "pytest_warning_recorded"


def _length_of_history(hook):
    return None if hook._call_history is None else len(hook._call_history)


def _without(items, failing):
    items[:] = [item for item in items if item.nodeid not in failing]


def _with_a_new_instance(item):
    """A test of a class has an instance of its own, which pytest makes once."""
    if isinstance(item.parent, pytest.Class) and not isinstance(item, TestCaseFunction):
        for name in ("_instance", "_obj"):
            vars(item).pop(name, None)


def _has_failed(report):
    # What a rerun makes good has failed first, and is reported as `rerun`.
    return report.outcome == "failed"


class _Outside:
    """Stands for a test of another file: before it, all that belongs to this file alone is torn down."""

    def __init__(self, item):
        chain = item.listchain()
        module = next((i for i, node in enumerate(chain) if isinstance(node, pytest.Module)), len(chain) - 1)
        self._chain = chain[:module]
        self.session = item.session
        self.config = item.config
        self.nodeid = "(another file)"

    def listchain(self):
        return self._chain


class _Kept:
    """What pytest adds to lists with every test and would take out at the end of its only run."""

    def __init__(self, session, definitions):
        self._session = session
        self._definitions = definitions
        self._lengths = {}

    def cut_back(self, items, first):
        for owner, growing in self._lists():
            key = id(owner)
            # What had none yet was not set up: what it has now is its own teardown.
            if first or not self._lengths.get(key):
                self._lengths[key] = len(growing)
            else:
                del growing[self._lengths[key] :]
        for item in items:
            del item._report_sections[:]
            del item.user_properties[:]

    def _lists(self):
        """Finalizers of fixtures that outlive a file: those that a later round added are of what it has torn down."""
        for definition in self._definitions.values():
            growing = getattr(definition, "_finalizers", None)
            if isinstance(growing, list):
                yield definition, growing
        for node, entry in getattr(self._session._setupstate, "stack", {}).items():
            growing = entry[0] if isinstance(entry, tuple) else entry
            if isinstance(growing, list):
                yield node, growing
