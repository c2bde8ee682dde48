import asyncio
from contextlib import asynccontextmanager


class Price:
    def __init__(self, item):
        self.item = item
        self.value = 2.5
        self.changed = asyncio.Event()


class Prices:
    def __init__(self):
        # A loop alone does not keep its tasks.
        self.following = set()

    @asynccontextmanager
    async def followed(self, item):
        price = Price(item)
        following = asyncio.create_task(follow(price))
        self.following.add(following)
        following.add_done_callback(self.following.discard)
        try:
            yield price
        finally:
            price.value = 0


async def follow(price):
    while True:
        await price.changed.wait()
        price.changed.clear()
        price.value += 1
