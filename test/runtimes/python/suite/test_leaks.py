from shop import order_kept


def test_orders():
    for _ in range(20):
        assert order_kept()
