from django.test import TestCase, TransactionTestCase

from shop.models import Order


class Orders(TestCase):
    @classmethod
    def setUpTestData(cls):
        Order.objects.create(name="a")

    def test_create(self):
        Order.objects.create(name="b")
        self.assertEqual(Order.objects.count(), 2)

    def test_list(self):
        for _ in range(10):
            self.assertEqual(len(self.client.get("/orders/").json()["orders"]), 1)


class Committed(TransactionTestCase):
    def test_create(self):
        Order.objects.create(name="b")
        self.assertEqual(Order.objects.count(), 1)
