import asyncio

running = set()


async def follow(number):
    await asyncio.Event().wait()


async def order(number):
    task = asyncio.create_task(follow(number))
    running.add(task)
    await asyncio.sleep(0)
    task.cancel()
    running.discard(task)
