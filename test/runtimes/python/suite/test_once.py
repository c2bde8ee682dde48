"""Passes once and not twice in one process."""
seen = []


def test_once():
    assert not seen
    seen.append(1)


def test_again():
    assert True
