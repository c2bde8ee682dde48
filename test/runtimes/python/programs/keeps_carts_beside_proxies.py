"""Proxies of Django and Celery say that they are what they stand for, though they are not."""
from rounds import run

carts = {}


class Proxy:
    @property
    def __class__(self):
        return dict


class Cart:
    def __init__(self, number):
        self.number = number
        self.basket = [number] * 20
        self.user = Proxy()


proxies = [Proxy() for _ in range(10)]


def work():
    for _ in range(100):
        carts[len(carts)] = Cart(len(carts))


run(work)
