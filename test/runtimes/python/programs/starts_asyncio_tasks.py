"""In a loop of a thread of its own, where no call from the main thread sees it."""
import asyncio
import threading

from rounds import run

loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
kept = []


async def forever():
    await asyncio.sleep(1e6)


async def watch():
    await forever()


async def open_watches():
    kept.extend(asyncio.create_task(watch()) for _ in range(5))
    asyncio.create_task(asyncio.sleep(0))
    await asyncio.sleep(0.01)


def work():
    asyncio.run_coroutine_threadsafe(open_watches(), loop).result()


run(work)
