"""What runs from left to right in an Arabic story is drawn so at the desk: in lists, history, comparisons, previews."""

import pytest
from django.urls import reverse

from articles.actions import publishing, stories
from articles.models import drafts

pytestmark = pytest.mark.django_db
ISOLATED = '<bdi dir="ltr">+974 4412 3456</bdi>'


@pytest.fixture
def story(make_story, arabic, chief):
    said = "اتصلوا على +974 4412 3456 الآن"
    story = make_story(arabic, headline=said, body=f"<p>{said}</p>", by=chief)
    draft = drafts.with_changes(story, body="<p>اتصلوا على +974 4412 9999 الآن</p>")
    return stories.revise(story, draft, version=1, by=chief)


@pytest.fixture
def shown(client, chief):
    client.force_login(chief)
    return lambda path: client.get(path).content.decode()


@pytest.mark.parametrize("page", ["changelist", "history", "compare", "publish", "withdraw"])
def test_a_headline_is_drawn_so_on_each_page(story, shown, page):
    publishing.publish(story, revision=2, by=None)
    args = [] if page == "changelist" else [story.pk]
    assert ISOLATED in shown(reverse(f"admin:articles_story_{page}", args=args))


def test_the_walls_lines_and_the_preview_too(story, shown):
    assert ISOLATED in shown("/admin/")
    assert '<bdi dir="ltr">+974 4412 9999</bdi>' in shown(reverse("admin:articles_story_preview_page", args=[story.pk]))


def test_a_comparison_isolates_a_number_across_what_has_changed(story, shown):
    page = shown(reverse("admin:articles_story_compare", args=[story.pk]) + "?to=2")
    assert "\u2066+974 4412 <del>3456</del><ins>9999\u2069</ins>" in page
