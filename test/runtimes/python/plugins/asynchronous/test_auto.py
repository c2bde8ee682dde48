"""pytest-asyncio in its automatic mode, with one loop for the session: its fixtures live as long."""
import asyncio
import unittest

import pytest


@pytest.fixture(scope="session")
async def queue():
    queue = asyncio.Queue()

    async def answer():
        while True:
            (await queue.get()).set()

    worker = asyncio.create_task(answer())
    yield queue
    worker.cancel()


async def test_asks(queue):
    answered = asyncio.Event()
    await queue.put(answered)
    await answered.wait()


@pytest.mark.asyncio(loop_scope="function")
async def test_in_a_loop_of_its_own():
    await asyncio.gather(*[asyncio.sleep(0) for _ in range(10)])


class Case(unittest.IsolatedAsyncioTestCase):
    async def test_case(self):
        await asyncio.sleep(0)
