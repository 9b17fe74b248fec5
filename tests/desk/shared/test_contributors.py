"""Contributors at the desk."""

from articles.models import Contributor
from tests.desk.forms import add, lookup


def test_a_contributors_slug_is_made_from_their_name(desk):
    add(desk, "contributor", name="Lina Hasko")
    add(desk, "contributor", name="Lina Hasko")
    assert list(Contributor.objects.order_by("pk").values_list("slug", flat=True)) == ["lina-hasko", "lina-hasko-2"]


def test_a_contributor_is_not_deleted_with_a_story(desk, live_story, lina):
    assert lookup(desk, "byline", "contributor", "lina") == ["Lina Hasko"]
