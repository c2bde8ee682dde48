# Five asyncio tasks a round that nobody cancels.
import asyncio
import threading

import harness

loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()


async def watch_price():
    while True:
        await asyncio.sleep(3600)


async def begin():
    for _ in range(5):
        asyncio.ensure_future(watch_price())


def work(number):
    asyncio.run_coroutine_threadsafe(begin(), loop).result()


harness.serve(work)
