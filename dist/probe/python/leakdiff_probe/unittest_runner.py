"""Has unittest repeat the tests of each file, whoever runs it: `python -m unittest`, a script, `manage.py test`."""
import copy
import sys


def follow(watch):
    import unittest

    run = unittest.TextTestRunner.run

    def repeating(self, test):
        return run(self, _suite_of(unittest, watch, test))

    unittest.TextTestRunner.run = repeating


def _suite_of(unittest, watch, test):
    files = {}
    for one in _flat(unittest, test):
        module = sys.modules.get(type(one).__module__)
        files.setdefault(getattr(module, "__file__", None) or "(no file)", []).append(one)

    class Repeating(unittest.TestSuite):
        def run(self, result, debug=False):
            last = len(files)
            for number, (file, tests) in enumerate(files.items(), 1):
                watch.repeat(
                    file,
                    lambda first: _round(unittest, tests, result if first else None),
                    lambda failing: _without(tests, failing),
                    number < last,
                )
            return result

        def countTestCases(self):
            return sum(map(len, files.values()))

    return Repeating()


def _flat(unittest, test):
    if isinstance(test, unittest.BaseTestSuite) or not hasattr(test, "run") or hasattr(test, "_tests"):
        for one in test:
            yield from _flat(unittest, one)
    else:
        yield test


def _round(unittest, tests, reported):
    """`reported`: the result that the runner prints; None: nothing is told of this round."""
    result = unittest.TestResult() if reported is None else reported
    before = result.testsRun, len(result.failures) + len(result.errors), len(result.skipped)
    # Some take being run once only: IsolatedAsyncioTestCase, since Python 3.11.
    unittest.TestSuite(map(copy.copy, tests))(result)
    failed = (result.failures + result.errors)[before[1] :]
    executed = result.testsRun - before[0] - (len(result.skipped) - before[2])
    return executed, list(dict.fromkeys(test.id() for test, _ in failed))


def _without(tests, failing):
    tests[:] = [test for test in tests if test.id() not in failing]
