"""The demo newspaper as a first start loads it: from nothing, with every size of every picture."""

import pytest
from django.core.files.storage import InMemoryStorage
from django.core.management import call_command

from articles.actions import picturing
from articles.models import Photo, Publication
from newsroom import settings as deployed

pytestmark = [pytest.mark.prove, pytest.mark.django_db]


def test_it_is_loaded_from_nothing_and_each_picture_is_drawn_once(settings, monkeypatch, proof):
    """Pictures are what a first start waits for."""
    # A storage of its own: in the tests' own, an earlier demo may have left its renditions.
    monkeypatch.setattr(picturing, "default_storage", InMemoryStorage())
    settings.PICTURE_WIDTHS = deployed.PICTURE_WIDTHS
    cards, draw = [], picturing.renditions.card
    monkeypatch.setattr(picturing.renditions, "card", lambda *given: cards.append(given) or draw(*given))
    with proof.timed("the demo, loaded"):
        call_command("load_demo", verbosity=0)
    assert len(cards) == Photo.objects.count()
    assert Publication.objects.live().count() > 50
