"""Passes once and not twice in one process."""
seen = []


def test_once():
    assert not seen
    seen.append(1)
