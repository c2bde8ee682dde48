import subprocess
import sys
import unittest


class Basket(unittest.TestCase):
    made = 0

    @classmethod
    def setUpClass(cls):
        cls.made += 1

    def test_empty(self):
        self.assertEqual([], [])

    @unittest.skip("no")
    def test_skipped(self):
        self.fail()

    def test_starts_a_program(self):
        subprocess.run([sys.executable, "-c", ""], check=True)


class Loop(unittest.IsolatedAsyncioTestCase):
    async def test_awaits(self):
        self.assertTrue(True)
