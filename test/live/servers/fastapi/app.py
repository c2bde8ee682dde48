import asyncio

from fastapi import Depends, FastAPI
from pydantic import BaseModel

from prices import Prices

app = FastAPI()
prices = Prices()


class Order(BaseModel):
    item: str
    number: int
    price: float


async def found(item: str = "tea"):
    await asyncio.sleep(0)
    return item


@app.get("/work")
async def work(number: int = 1, item: str = Depends(found)) -> Order:
    async with prices.followed(item) as price:
        return Order(item=item, number=number, price=price.value * number)
