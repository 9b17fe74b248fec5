"""A retraction or an apology stands before the text, which it marks; and what was not checked says so."""

from datetime import timedelta

import pytest

from articles.actions import publishing
from articles.composing.owners import sourcing
from articles.composing.stories import taken_back
from articles.models import Attribution, Correction
from articles.pictures import contrast
from articles.public import stylesheet
from articles.rules.words import Change, CorrectionKind
from tests.pictures.library import library
from tests.readers.in_memory import ARABIC, ENGLISH, remembered, render, statement, story

IN_MEMORY = pytest.mark.parametrize("of", [ENGLISH, ARABIC], ids=["english", "arabic"])


def correction(kind, **fields):
    known = {"kind": kind, "wrong": "It said so.", "right": "It is not so.", "at": story(ENGLISH).updated_at}
    return Correction(**known | fields)


def page(of, *kinds):
    said = [correction(kind) for kind in kinds]
    return render("stories/story.html", of, corrections=said, taken_back=taken_back(said))


@pytest.mark.parametrize("kind", ["retraction", "apology"])
@IN_MEMORY
def test_it_stands_between_standfirst_and_byline_and_no_picture_is_above_it(of, kind):
    html = page(of, kind)
    notice = html.index("It is not so.")
    assert html.index('class="standfirst"') < notice < html.index('class="byline"')
    assert notice < html.index("<figure>") < html.index('class="text"')
    assert html.count("It is not so.") == 1
    assert f'<article class="story {kind}">' in html


@IN_MEMORY
def test_a_retraction_marks_the_headline_too_and_an_apology_does_not(of):
    assert page(of, "retraction").index('class="verdict"') < page(of, "retraction").index("<h1>")
    assert 'class="verdict"' not in page(of, "apology")


@pytest.mark.parametrize("kind", ["update", "clarification", "correction"])
def test_other_corrections_stand_behind_the_text_and_mark_nothing(kind):
    html = page(ENGLISH, kind)
    assert html.index('class="text"') < html.index("It is not so.")
    assert '<article class="story">' in html


def test_the_gravest_marks_the_text():
    kinds = ["correction", "retraction", "apology"]
    assert taken_back([correction(kind) for kind in kinds]) == "retraction"
    assert taken_back([correction("apology"), correction("update")]) == "apology"
    assert taken_back([correction("update")]) is None
    assert taken_back([]) is None


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [CorrectionKind.RETRACTION, CorrectionKind.APOLOGY])
def test_a_story_that_was_taken_back_says_so_first(make_story, client, now, kind):
    story = make_story(standfirst="It works.", lead_photo=library("quay"))
    publishing.import_version(story, live_from=now - timedelta(days=1), live_until=now, by=None)
    said = correction(kind)
    version = publishing.import_version(story, live_from=now, by=None, change=Change.CORRECTION, correction=said)
    html = client.get(version.get_absolute_url()).content.decode()
    assert html.index("It works.</p>") < html.index("It is not so.") < html.index('class="byline"')
    assert f'class="story {kind.value}"' in html


def test_styles_mark_it_on_the_screen_and_on_paper():
    screen, paper = stylesheet.sheet().split("@media print {", 1)
    for rule in (".retraction .text", ".correction.grave", "grayscale(1)"):
        assert rule in screen
    assert ".retraction .text" in paper
    assert "border-inline-start" in paper


# What was not checked


@pytest.mark.parametrize("check", ["none", ""])
@IN_MEMORY
def test_where_nothing_was_chosen_readers_are_told_that_it_was_not_checked(of, check):
    told = statement(check_made=check)
    assert not told.is_checked
    for template, context in (
        ("stories/story.html", {"sourcing": sourcing("", [told])}),
        ("sources/source.html", {"memory": remembered(story(of), [told])}),
    ):
        told.publication = story(of)
        assert 'class="unchecked"' in render(template, of, **context)


@pytest.mark.parametrize("check", ["heard", "seen", "recording", "confirmed"])
def test_what_was_checked_says_how_and_is_no_warning(check):
    told = statement(check_made=check)
    html = render("stories/story.html", ENGLISH, sourcing=sourcing("", [told]))
    assert told.get_check_made_display() in html
    assert "unchecked" not in html


@pytest.mark.django_db
def test_an_old_statement_is_told_the_same_way(make_story, union, client, now):
    said = Attribution(source=union, words="Two years of building,")
    version = publishing.import_version(make_story(attributions=[said]), live_from=now - timedelta(days=900), by=None)
    assert version.statements.get().check_made == "none"
    for path in (version.get_absolute_url(), "/sources/dockers-union/"):
        assert "Not checked by us" in client.get(path).content.decode()


@pytest.mark.parametrize(("warning", "paper"), [("#9a3b00", "#fbfaf7"), ("#f2a365", "#131416")])
def test_the_warning_can_be_read_in_both_looks(warning, paper):
    assert f"--warning: {warning}" in stylesheet.sheet()
    assert contrast.ratio(warning, paper) >= contrast.LEAST
