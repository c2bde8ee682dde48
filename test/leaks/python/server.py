"""`GET /work?n=K` has K orders made."""
import asyncio
import os

from shop import order


async def client(reader, writer):
    head = await reader.readuntil(b"\r\n\r\n")
    target = head.split(b" ")[1].decode()
    for number in range(int(target.partition("n=")[2] or 0)):
        await order(number)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\ndone\n")
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(client, "127.0.0.1", int(os.environ["PORT"]))
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
