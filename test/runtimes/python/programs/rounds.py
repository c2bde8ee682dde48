"""Has `work` called once for every line on standard input."""
import sys


def run(work):
    print("ready", flush=True)
    for _ in sys.stdin:
        work()
        print("done", flush=True)
