import asyncio

import pytest


@pytest.mark.asyncio
async def test_awaits():
    await asyncio.sleep(0)
