# A cache of 2,000 pages, full after ten rounds.
import harness

pages = {}


def keep_page(key):
    pages[key] = [key] * 64
    if len(pages) > 2000:
        del pages[next(iter(pages))]


def work(number):
    for i in range(200):
        keep_page("page-%d" % (number * 200 + i))


harness.serve(work)
