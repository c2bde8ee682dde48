"""Each test leaves a task that nobody ends."""
import asyncio

kept = []


async def test_leaves_a_task():
    kept.append(asyncio.create_task(asyncio.Event().wait()))
