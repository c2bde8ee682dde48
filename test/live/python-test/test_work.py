import threading
import unittest

from settings import churn, kept_bytes, kept_tasks

operations = 20
never = threading.Event()
kept = []


def poll_for_ever():
    threading.Thread(target=never.wait, daemon=True).start()


def keep_bytes():
    kept.append(bytearray(kept_bytes))


class Work(unittest.TestCase):
    def test_work(self):
        for _ in range(operations):
            lines = [churn] * 64
            self.assertEqual(len(lines), 64)
            for _ in range(kept_tasks):
                poll_for_ever()
            if kept_bytes > 0:
                keep_bytes()
