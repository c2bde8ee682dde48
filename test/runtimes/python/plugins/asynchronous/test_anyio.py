import anyio
import pytest

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def anyio_backend():
    return "asyncio"


@pytest.fixture(scope="module")
async def limiter():
    yield anyio.CapacityLimiter(1)


async def test_tasks():
    async with anyio.create_task_group() as group:
        group.start_soon(anyio.sleep, 0)


async def test_threads(limiter):
    assert await anyio.to_thread.run_sync(len, "x", limiter=limiter) == 1
