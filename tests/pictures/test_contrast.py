"""The colours of an edition can be read."""

import pytest
from django.urls import reverse

from articles.models import Edition
from articles.pictures import contrast
from tests.desk.forms import errors_of, fill


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#0d5c63", "#0d5c63", 1), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_as_the_standard_counts_it(one, other, ratio):
    assert contrast.ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast.ratio(one, other) == contrast.ratio(other, one)


@pytest.mark.parametrize(("name", "colour"), [("accent", "#6cc0c4"), ("accent_dark", "#0d5c63")])
def test_a_colour_that_is_hard_to_read_is_refused_with_its_contrast(client, chief, english, name, colour):
    client.force_login(chief)
    response = fill(client, reverse("admin:articles_edition_change", args=[english.pk]), **{name: colour})
    assert f"Text in {colour} is hard to read" in str(errors_of(response))
    assert getattr(Edition.objects.get(), name) != colour


def test_a_colour_that_is_read_is_taken(client, chief, english):
    client.force_login(chief)
    fill(client, reverse("admin:articles_edition_change", args=[english.pk]), accent="#8a2c1f")
    assert Edition.objects.get().accent == "#8a2c1f"
