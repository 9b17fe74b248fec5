"""Where the statements of a story come from, in one line, kept with the story."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import translation

from articles.actions import counting, publishing, stories, versions
from articles.models import Attribution, Publication, Source, Story, drafts
from articles.rules.facts import StatementFacts
from articles.rules.sourcing_line import Sources, counted, line

SAID = {"words": "x", "occurrence": 1, "is_quotation": True, "may_be_named": True, "source_is_of_story": True}


def said(kind="person", *, of="quotation", is_protected=False, is_checked=True):
    facts = {"source_kind": kind, "kind": of, "source_is_protected": is_protected, "is_checked": is_checked}
    return StatementFacts(**SAID | facts)


def test_each_statement_is_counted_once_by_what_it_comes_from():
    rows = [
        said(),
        said("organisation"),
        said("publication"),
        said("document"),
        said("agency"),
        said(is_protected=True),
    ]
    assert counted(rows) == Sources(3, 1, 1, 1, 0)
    assert counted([said("person", of="wire"), said("dataset", is_checked=False)]) == Sources(0, 1, 1, 0, 1)


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (Sources(3, 1, 1, 1, 2), "6 statements: 3 named, 1 document, 1 wire, 1 unnamed; 2 not verified"),
        (Sources(1, 0, 0, 0, 0), "1 statement: 1 named"),
        (Sources(0, 2, 2, 0, 1), "4 statements: 2 documents, 2 wires; 1 not verified"),
        (Sources(), "no statements"),
    ],
)
def test_the_line_says_so(sources, told):
    assert line(sources) == told


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "قول واحد: واحد مسمّى"), (2, "قولان: اثنان مسمّيان"), (3, "٣ أقوال: ٣ مسمّون"), (11, "١١ قولاً: ١١ مسمّى")],
)
def test_arabic_counts_as_arabic_does(count, told):
    with translation.override("ar"):
        arabic = line(Sources(count, 0, 0, 0, 0)).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert arabic == told


@pytest.mark.django_db
def test_a_save_keeps_it_with_the_story(make_story, union):
    paper = Source.objects.create(slug="paper", name="A paper", kind="document")
    rows = [Attribution(source=each, words="Two years of building,") for each in (union, paper)]
    story = Story.objects.get(pk=make_story(attributions=rows).pk)
    assert story.sourcing == Sources(1, 1, 0, 0, 2)
    stories.revise(story, drafts.with_changes(story, attributions=[]), version=1, by=None)
    assert Story.objects.get(pk=story.pk).sourcing == Sources()


@pytest.mark.django_db
def test_a_version_that_nobody_has_counted_is_counted_later_and_once(make_story, now, monkeypatch):
    insert = versions.insert

    def uncounted(version, *rest):
        version.unowned_count = None
        return insert(version, *rest)

    monkeypatch.setattr(versions, "insert", uncounted)
    story = make_story(body="<p>“We asked for rest,” the guild said.</p>")
    publishing.import_version(story, live_from=now - timedelta(days=9), by=None)
    assert [counting.count_unowned(), counting.count_unowned()] == [1, 0]
    assert Publication.objects.get().unowned_count == 1
    with pytest.raises(IntegrityError):
        Publication.objects.update(unowned_count=0)
