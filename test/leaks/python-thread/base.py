import queue
import threading


def send(orders):
    while orders.get() is not None:
        pass


async def order(number):
    orders = queue.Queue()
    sender = threading.Thread(target=send, args=(orders,), daemon=True)
    sender.start()
    orders.put(number)
    orders.put(None)
    sender.join()
