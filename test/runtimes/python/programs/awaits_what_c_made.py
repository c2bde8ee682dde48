"""Each round starts a task for every kind of thing that asyncio's C code awaits, none of which ever comes."""
import asyncio
import threading

from rounds import run

loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
kept = []


async def of_a_future():
    await loop.create_future()


async def of_a_task():
    await asyncio.create_task(of_a_future())


async def of_several():
    await asyncio.gather(of_a_future(), of_a_future())


async def of_an_event():
    await asyncio.Event().wait()


async def of_a_queue():
    await asyncio.Queue().get()


async def prices():
    await asyncio.sleep(1e6)
    yield 1


async def of_a_generator():
    async for _ in prices():
        pass


class Answer:
    def __await__(self):
        yield from of_a_future().__await__()


async def of_an_object():
    await Answer()


async def start():
    of = of_a_task, of_several, of_an_event, of_a_queue, of_a_generator, of_an_object
    kept.extend(asyncio.create_task(one()) for one in of)
    await asyncio.sleep(0.01)


run(lambda: asyncio.run_coroutine_threadsafe(start(), loop).result())
