from django.db import transaction
from django.db.models import F
from django.dispatch import Signal
from django.shortcuts import render

from shop.models import Item

ordered = Signal()


class Receipt:
    def __init__(self):
        self.notes = ["order %d" % number for number in range(5)]

    def note(self, sender, item, **_):
        self.notes = [*self.notes[-5:], item.name]


def order(request):
    receipt = Receipt()
    ordered.connect(receipt.note, weak=False)
    with transaction.atomic():
        item, _ = Item.objects.select_for_update().get_or_create(name="tea")
        Item.objects.filter(pk=item.pk).update(sold=F("sold") + 1)
        ordered.send(sender=Item, item=item)
    return render(request, "order.html", {"item": item, "notes": receipt.notes})
