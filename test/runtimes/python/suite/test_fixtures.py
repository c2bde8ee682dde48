"""Fixtures of every scope, parameters, captured output, a class, a rerun, warnings: what pytest keeps for its only run."""
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
