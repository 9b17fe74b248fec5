"""What publishing asks the database, and that a draft is judged wherever it comes from."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import publishing, stories
from articles.models import Attribution, Source, drafts
from articles.rules import readiness
from tests.pictures.library import library

pytestmark = pytest.mark.django_db

BODY = (
    "<p>“Two years of building,” it said. “We got none of it,” it went on.</p>"
    '<figure data-photo="quay"></figure><p>Casual workers.</p>'
)


@pytest.fixture
def rich_story(make_story, union, lina):
    """One that has all that a story can have."""
    lead, _inner = library("lead"), library("quay")
    port = Source.objects.create(slug="port", name="The port", kind="organisation")
    sides = {"Two years of building,": union, "We got none of it,": port}
    said = [Attribution(source=source, words=words) for words, source in sides.items()]
    return make_story(body=BODY, lead_photo=lead, bylines=[lina], tags=["Ports", "Pay"], attributions=said)


def asked(action):
    """{table: how often it was asked} by an action, and how many statements there were in all."""
    with CaptureQueriesContext(connection) as queries:
        action()
    tables = [re.search(r'^SELECT.*? FROM "(articles_\w+)"', query["sql"]) for query in queries.captured_queries]
    return Counter(found[1] for found in tables if found), len(queries)


def test_publishing_asks_each_of_the_desks_tables_once(rich_story, editor):
    assert editor.has_perm("articles.publish_story")
    tables, statements = asked(lambda: publishing.publish(rich_story, revision=1, by=editor))
    # A story is locked, and its siblings' embargo looked at; of the record what is live, what waits and the last.
    assert tables.pop("articles_story") == 2
    assert tables.pop("articles_publication") == 3
    # What rests on evidence, and what is recalled, is told before the version is written, and settled with it.
    assert (tables.pop("articles_footing"), tables.pop("articles_recall")) == (2, 2)
    assert {table: times for table, times in tables.items() if times > 1} == {}
    # Among them the rules of sourcing that a chief may have set, what was marked as no quotation, and titles.
    assert statements == 35


def test_a_revision_is_judged_as_the_tables_are(rich_story, now):
    stories.revise(rich_story, drafts.with_changes(rich_story, headline="", bylines=[]), version=1, by=None)
    old, new = (drafts.of_revision(rich_story.revisions.get(number=number)) for number in (1, 2))
    assert readiness.findings(old.facts(), now) == []
    assert [finding.field for finding in readiness.findings(new.facts(), now)] == ["headline"]
    rich_story.refresh_from_db()
    assert drafts.of_story(rich_story).facts() == new.facts()


def test_a_draft_that_was_only_typed_is_judged_before_it_is_saved(english, union, now):
    said = Attribution(source=union, words="Nobody wrote this")
    draft = drafts.new(english, body="<p>“All of it,” it said.</p>", tags=["Not yet"], attributions=[said])
    fields = [finding.field for finding in readiness.findings(draft.facts(), now)]
    assert fields == ["headline", "section", "quotations", "sources", "attributions"]
