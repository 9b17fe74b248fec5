"""The paper's signature: how many statements by how many sources, under a byline, in lists, and where it is shared."""

import re
from html import unescape

import pytest
from django.utils import translation

from articles.actions import publishing
from articles.composing.owners import sourcing
from articles.models import Attribution, Publication, Source
from articles.templatetags import sourcing as words
from tests.readers.in_memory import ENGLISH, render, story

SAID = "Two years of building,", "and not one line on casual workers."


@pytest.mark.parametrize(
    ("count", "statements", "sources", "unnamed"),
    [
        (1, "قول واحد", "مصدر واحد", "واحد بلا اسم"),
        (2, "قولان", "مصدران", "اثنان بلا اسم"),
        (3, "٣ أقوال", "٣ مصادر", "٣ بلا اسم"),
        (10, "١٠ أقوال", "١٠ مصادر", "١٠ بلا اسم"),
        (11, "١١ قولاً", "١١ مصدراً", "١١ بلا اسم"),
        (100, "١٠٠ قول", "١٠٠ مصدر", "١٠٠ بلا اسم"),
        (103, "١٠٣ أقوال", "١٠٣ مصادر", "١٠٣ بلا اسم"),
    ],
)
def test_arabic_counts_in_its_six_forms(count, statements, sources, unnamed):
    with translation.override("ar"):
        said = words.as_statements(count), words.as_sources(count), words.as_unnamed(count)
    assert said == (statements, sources, unnamed)


def test_the_line_names_what_is_unnamed_only_where_there_is_any():
    assert words.signed_briefly({"sources": 1, "unnamed": 0}) == "1 source"
    assert words.signed_briefly({"sources": 8, "unnamed": 2}) == "8 sources, 2 unnamed"
    assert words.in_figures("8 sources, 12 < 20") == "<b>8</b> sources, <b>12</b> &lt; <b>20</b>"


def test_a_story_without_statements_is_not_signed():
    html = render("stories/story.html", ENGLISH, sourcing=sourcing("", []))
    assert 'class="signature"' not in html
    assert "statements.js" not in html


def test_in_memory_a_teaser_has_it_in_its_small_print():
    shown = story(ENGLISH)
    shown.sourced = {"sources": 8, "unnamed": 2}
    html = render("sections/section.html", ENGLISH, first=[(shown, "wide")])
    assert '<span class="sources"><b>8</b> sources, <b>2</b> unnamed</span>' in html


@pytest.mark.parametrize("line", ["reported", "voice", "timed", "latest"])
def test_every_line_of_every_list_is_signed_and_one_without_statements_is_not(line):
    signed, plain = story(ENGLISH), story(ENGLISH, pk=8)
    signed.sourced = {"sources": 8, "unnamed": 2}
    said = '<span class="sources"><b>8</b> sources, <b>2</b> unnamed</span>'
    for shown, times in ((signed, 1), (plain, 0)):
        html = render(f"partials/{line}.html", ENGLISH, story=shown, river=[shown])
        assert (html.count(said), html.count('class="sources"')) == (times, times)


@pytest.fixture
def signed(make_story, union, db):
    """A story by two sources, one of whom is not named, and one of whom says two things."""
    made = make_story()
    insider = Source.objects.create(slug="insider", name="an official", protected_in=made)
    rows = [
        Attribution(source=union, words=SAID[0]),
        Attribution(source=union, words=SAID[1]),
        Attribution(source=insider, words="the union said", terms="background"),
    ]
    for position, row in enumerate(rows):
        row.story, row.position = made, position
        row.save()
    publishing.publish(made, revision=made.version, by=None)
    return made.publications.get()


def test_lists_count_the_sources_of_each_story(signed, make_story):
    bare = make_story(headline="Nobody is quoted", body="<p>Nobody.</p>")
    publishing.publish(bare, revision=1, by=None)
    listed = {row.headline: row.sourced for row in Publication.objects.live().for_list("en")}
    assert listed == {"Dockers reject pay offer": {"sources": 2, "unnamed": 1}, "Nobody is quoted": None}


def test_a_source_that_two_versions_name_is_counted_of_each_alone(signed, client):
    publishing.rename(signed.story, slug="pay-talks", by=None)
    [row] = Publication.objects.live().for_list("en")
    assert row.sourced == {"sources": 2, "unnamed": 1}
    assert "<b>2</b> sources, <b>1</b> unnamed" in client.get("/economy/").content.decode()


def test_it_stands_under_the_byline_and_where_the_story_is_shared(signed, client):
    html = client.get(signed.get_absolute_url()).content.decode()
    assert "<b>3</b> statements · <b>2</b> sources · <b>1</b> unnamed" in html
    shared = unescape(re.search('og:description" content="([^"]*)"', html)[1])
    assert shared == "Dockers reject pay offer 3 statements · 2 sources · 1 unnamed"
