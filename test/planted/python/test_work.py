import unittest

from work import work


class Work(unittest.TestCase):
    def test_work(self):
        work()
