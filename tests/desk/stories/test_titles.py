"""What the browser's window is called: a name keeps its own direction, whatever the language of the desk."""

import re

import pytest
from django.urls import reverse

from articles.models import User

pytestmark = pytest.mark.django_db
HEADLINES = {
    "السعر +964 770 123": "\u2068السعر \u2066+964 770 123\u2069\u2069",
    "Dockers (all) stop!": "\u2068Dockers (all) stop!\u2069",
    "قال: نعم!": "\u2068قال: نعم!\u2069",
}


@pytest.mark.parametrize("where", ["change", "history", "preview", "publish"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_stands_apart_in_the_title_of_each_page(desk, chief, make_story, where, language, headline):
    User.objects.filter(pk=chief.pk).update(desk_language=language)
    story = make_story(headline=headline)
    html = desk.get(reverse(f"admin:articles_story_{where}", args=[story.pk])).content.decode()
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1]
    assert HEADLINES[headline] in title
    assert title.split(HEADLINES[headline])[1].lstrip().startswith("|")


def test_a_page_without_a_name_has_no_marks_in_its_title(desk):
    html = desk.get(reverse("admin:articles_story_add")).content.decode()
    assert not re.search(r"<title>[^<]*[\u2066-\u2069]", html)
