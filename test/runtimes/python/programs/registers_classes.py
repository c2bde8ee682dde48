"""Each round registers handlers for classes that are made anew."""
import functools

from rounds import run


@functools.singledispatch
def show(value):
    return value


def work():
    for number in range(50):
        show.register(type("Made%d" % number, (), {}), lambda value: value)


run(work)
