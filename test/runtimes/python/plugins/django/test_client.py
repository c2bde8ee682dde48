"""pytest-django: the database in transactions and without, its client, a server in a thread, settings."""
import urllib.request

import pytest


@pytest.mark.django_db
def test_orders(client):
    assert client.post("/orders/").json()["orders"][0]["name"] == "x"


@pytest.mark.django_db(transaction=True)
def test_commits(client):
    assert len(client.post("/orders/").json()["orders"]) == 1


def test_user(admin_client, django_assert_num_queries, settings):
    settings.DEBUG = True
    with django_assert_num_queries(1):
        assert admin_client.get("/orders/").status_code == 200


def test_server(live_server):
    assert urllib.request.urlopen(live_server.url + "/orders/").status == 200
