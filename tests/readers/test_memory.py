"""A source's page is a memory: by story, in the order spoken, each passage once, and nothing that was paid for."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest

from articles.actions import publishing, stories
from articles.composing.memory import in_stories, of_whole_stories
from articles.composing.paging import PAGE_SIZE, Page
from articles.models import Attribution, Publication, Source, drafts
from articles.public.views.stories import put_right
from articles.rules.words import Kind, SourceKind
from articles.text import answers
from tests.readers.in_memory import AT, ENGLISH, remembered, render, source, statement, story

ASKED = ["An opening.", "“What is the red bead?”", "It is the clerk.", "You doubt it.", "I do.", "كم مرة؟", "مرتين"]


def said(words, of=1, position=0, text="", **fields):
    """A statement in the story of that number; the higher, the newer."""
    row = statement(words=words, publication=story(ENGLISH, pk=of), position=position, story_id=of, **fields)
    row.pk, row.first_live_at, row.asked_in = 10 * of + position, AT + timedelta(days=of), text
    return row


def words_of(found):
    return [(each.publication.pk, [told.statement.words for told in each.told]) for each in found]


# What was asked


@pytest.mark.parametrize(
    ("words", "question"),
    [("It is", "“What is the red bead?”"), ("I do.", ""), ("مرتين", "كم مرة؟"), ("An opening.", ""), ("Nobody", "")],
)
def test_the_question_is_the_paragraph_before_if_it_asks(words, question):
    assert answers.question(ASKED, words) == question


def test_answers_stand_in_the_order_in_which_they_were_given_each_under_its_question():
    text = "<p><strong>Why?</strong></p><p>“Because.”</p><p><strong>When?</strong></p><p>“Now.” And later: “Soon.”</p>"
    [found] = in_stories([said("Soon.", text=text), said("Now.", position=1, text=text), said("Because.", 1, 2, text)])
    assert [(told.statement.words, told.question) for told in found.told] == [
        ("Because.", "Why?"), ("Now.", "When?"), ("Soon.", "When?"),
    ]  # fmt: skip


# By story, each passage once


def test_statements_stand_by_story_the_newest_first_and_in_each_in_their_order():
    rows = [said("Four", 2, 1), said("Three", 2, 0), said("One", 1, 0), said("Two", 1, 1)]
    assert words_of(in_stories(rows)) == [(2, ["Three", "Four"]), (1, ["One", "Two"])]


def test_a_passage_that_was_used_again_stands_where_it_was_first_used():
    first, last = (
        "We count at the speed of the slowest honest clerk",
        "we count at  the speed of the SLOWEST honest clerk",
    )
    found = in_stories([said(last, 3), said("the speed of the slowest honest clerk,", 2), said(first, 1)])
    assert words_of(found) == [(1, [first])]
    assert [publication.pk for publication in found[0].told[0].again] == [3, 2]


def test_a_few_words_are_no_passage_of_another_and_one_story_repeats_itself_once():
    found = in_stories([said("the clerk", 2), said("the clerk counts", 1), said("the clerk counts", 1, 1)])
    assert words_of(found) == [(2, ["the clerk"]), (1, ["the clerk counts"])]
    assert found[1].told[0].again == []


def test_how_it_was_told_is_said_again_only_where_it_was_told_otherwise():
    rows = [
        said("One"),
        said("Two", 1, 1),
        said("Three", 1, 2, occasion="A letter"),
        said("Four", 1, 3, check_made="seen"),
    ]
    assert [told.is_told for told in in_stories(rows)[0].told] == [True, False, True, True]


def test_a_page_ends_with_a_whole_story_and_goes_on_behind_it():
    rows = [said("a", 3), said("b", 2), said("c", 2, 1), said("d", 1)]
    cut = of_whole_stories(Page(rows, "1-1"))
    assert [row.words for row in cut.rows] == ["a", "b", "c"]
    assert cut.older.endswith(f"-{rows[2].pk}")
    assert of_whole_stories(Page(rows, "")).rows == rows
    long = Page([said(str(number), 1, number) for number in range(PAGE_SIZE)], "1-1")
    assert of_whole_stories(long) == long


# What stands over it, and beside it


@pytest.mark.parametrize(
    ("kind", "telling"),
    [
        (SourceKind.PERSON, "What they told us"), (SourceKind.ORGANISATION, "What they told us"),
        (SourceKind.DOCUMENT, "What it says"), (SourceKind.DATASET, "What it shows"),
    ],
)  # fmt: skip
def test_people_tell_documents_say_and_data_show(kind, telling):
    shown = source()
    shown.kind = kind
    assert f'id="told">{telling}</h2>' in render("sources/source.html", ENGLISH, source=shown)


def test_what_there_is_to_know_at_a_glance_and_no_count_of_what_is_but_a_part():
    row = said("One")
    whole = remembered(row.publication, [row, said("Two", terms="background")])
    html = render("sources/source.html", ENGLISH, memory=whole)
    assert "<b>2</b> statements · <b>1</b> story" in html
    assert "<b>1</b> on the record" in html
    whole.is_whole = False
    assert "statements" not in render("sources/source.html", ENGLISH, memory=whole)


# As readers have it


@pytest.fixture
def told(make_story, union, now):
    """A story of ten days ago and an interview of today, in which the source says the same again and more."""
    old = make_story(headline="Old", attributions=[Attribution(source=union, words="Two years of building,")])
    publishing.import_version(old, live_from=now - timedelta(days=10), by=None)
    body = "<p>And now?</p><p>“Two years of building,” and “we wait.”</p>"
    rows = [Attribution(source=union, words=words) for words in ("we wait.", "Two years of building,")]
    new = make_story(headline="New", kind=Kind.INTERVIEW, body=body, attributions=rows)
    publishing.publish(new, revision=new.version, by=None)
    return old, new


@pytest.mark.django_db
def test_a_source_s_page_has_each_passage_once_with_its_question_and_where_it_was_used_again(told, client):
    html = client.get("/sources/dockers-union/").content.decode()
    assert html.count("“Two years of building”") == 1
    assert re.search(r'class="question">And now\?</p>\s*<blockquote><p>“we wait.”', html)
    assert re.search(r'class="again">Used again in <a href="[^"]*/new/">New</a>', html)


@pytest.mark.django_db
def test_corrections_of_the_stories_stand_beside_it(told, client):
    old = told[0]
    stories.revise(old, drafts.with_changes(old, standfirst="Put right"), version=1, by=None)
    version = publishing.correct(old, revision=2, by=None, kind="correction", wrong="4,000.", right="3,400.")
    assert put_right(Publication.objects.live().for_page("en").get(pk=version.pk))
    html = client.get("/sources/dockers-union/").content.decode()
    facts = html[html.index('class="facts"') :]
    assert re.search(r"Correction, .*: <a href=\"[^\"]*/old/\">Old</a>", facts)


@pytest.mark.django_db
def test_nothing_that_was_paid_for_stands_there(told, make_story, union, client, now, monkeypatch):
    monkeypatch.setattr("articles.actions.versions.Kind", SimpleNamespace(SPONSORED="as it was before"))
    railway = Source.objects.create(slug="railway", name="Coastal Railway", kind="organisation")
    rows = [Attribution(source=each, words="Two years of building,") for each in (union, railway)]
    paid = make_story(kind="sponsored", headline="A winter by the window", attributions=rows)
    publishing.import_version(paid, live_from=now - timedelta(days=1), by=None)
    monkeypatch.undo()
    html = client.get("/sources/dockers-union/").content.decode()
    assert "A winter by the window" not in html
    assert "<b>3</b> statements · <b>2</b> stories" in html
    assert "Two years" not in client.get("/sources/railway/").content.decode()
