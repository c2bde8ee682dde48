"""A loop with more timers after every round."""
import asyncio
import threading

from rounds import run

loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()


async def poll():
    for _ in range(100):
        loop.call_later(1e6, print)


def work():
    asyncio.run_coroutine_threadsafe(poll(), loop).result()


run(work)
