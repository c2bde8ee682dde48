"""Fixtures of every scope, parameters, captured output, a class, reruns, parts of tests, warnings: what pytest keeps for its only run."""
import unittest
import warnings

import pytest

from shop import order

torn_down = []


@pytest.fixture(scope="session")
def whole():
    yield "whole"
    torn_down.append("session")


@pytest.fixture(scope="module")
def module(whole):
    yield "module"
    torn_down.append("module")


@pytest.fixture
def one(module, tmp_path):
    yield tmp_path


@pytest.mark.parametrize("number", range(20))
def test_orders(number, one, whole, record_property):
    record_property("number", number)
    print("out", number)
    assert order().lines[0] == 0


def test_output(capsys):
    print("x")
    assert capsys.readouterr().out == "x\n"


def test_log(caplog):
    import logging

    logging.getLogger("shop").warning("w")
    assert caplog.records


def test_the_session_is_not_torn_down():
    assert "session" not in torn_down


@pytest.mark.filterwarnings("error")
def test_warnings():
    with pytest.raises(UserWarning):
        warnings.warn("w")


class TestCart:
    def test_state(self, one):
        assert not hasattr(self, "seen")
        self.seen = True


@pytest.mark.skip
def test_skipped():
    raise AssertionError


@pytest.mark.flaky(reruns=2)
def test_rerun(request):
    request.config.tries = getattr(request.config, "tries", 0) + 1
    assert request.config.tries != 1


@pytest.fixture(scope="session")
def asked(whole):
    yield "asked"


@pytest.fixture
def asks(request):
    return request.getfixturevalue("asked")


@pytest.mark.parametrize("number", range(3))
def test_asks_for_a_fixture_as_it_runs(asks, number):
    assert asks == "asked"


def test_tells_a_warning():
    warnings.warn("number %d" % id(object()))


@pytest.mark.flaky(reruns=2)
def test_fails_every_second_time(request):
    request.config.times = getattr(request.config, "times", 0) + 1
    assert request.config.times % 2 == 0


class Parts(unittest.TestCase):
    def test_parts(self):
        for part in range(3):
            with self.subTest(part=part):
                self.assertLess(part, 3)
