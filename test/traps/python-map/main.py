# A map gets two hundred new keys a round and never loses one.
import harness

sessions = {}


def open_session(key):
    sessions[key] = {"key": key, "pages": [0] * 16}


def work(number):
    for i in range(200):
        open_session("%d-%d" % (number, i))


harness.serve(work)
