"""The commands that check the record and make its search anew."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.actions import erasing, publishing, stories
from articles.models import Publication, drafts
from articles.text import search

pytestmark = pytest.mark.django_db


def said(command):
    out = io.StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


@pytest.fixture
def history(live_story, chief, editor, make_story):
    """Three versions with a correction, a renaming, and a second story that was erased."""
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="Put right"), version=1, by=None)
    publishing.correct(live_story, revision=2, by=None, kind="apology", wrong="4,000", right="3,400")
    publishing.rename(live_story, slug="renamed", by=None)
    erased = make_story(headline="Erased")
    publishing.publish(erased, revision=1, by=None)
    erasing.erase(erased, by=chief, agreed_by=editor, reason="A court.")
    return live_story


def test_the_record_verifies(history):
    assert "4 versions, each as it was published." in said("verify_record")


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE articles_publication SET body = body || '<p>More.</p>' WHERE number = 1",
        "UPDATE articles_publication SET previous_hash = content_hash WHERE number = 2",
        "UPDATE articles_statement SET name = 'Somebody else'",
        "UPDATE articles_correction SET \"right\" = 'Nothing.'",
    ],
)
def test_tampering_is_found_even_by_someone_who_takes_the_guard_away(history, tampering):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("publication", "statement", "correction"):
            cursor.execute(f"ALTER TABLE articles_{table} DISABLE TRIGGER USER")
        cursor.execute(tampering)
    with pytest.raises(CommandError, match="are not what was published"):
        said("verify_record")


def test_search_can_be_made_anew(history):
    before = dict(Publication.objects.values_list("pk", "vector"))
    Publication.objects.filter(erasure=None).update(vector="")
    assert "3 versions" in said("rebuild_search")
    assert dict(Publication.objects.values_list("pk", "vector")) == before


@pytest.mark.parametrize("word", ["dockers", "docker", "building", "casual"])
def test_a_version_is_found_by_its_words(live_story, word):
    with connection.cursor() as cursor:
        from_words = "SELECT count(*) FROM articles_publication WHERE vector @@ %s::tsquery"
        cursor.execute(from_words, [search.query(word, "en")])
        assert cursor.fetchone() == (1,)


@pytest.mark.parametrize("word", ["وزير", "الوزير", "للوزير"])
def test_a_word_of_arabic_is_found_in_each_of_its_forms(arabic, make_story, word):
    publishing.publish(make_story(arabic, headline="الوزير يرفض", body="<p>نص</p>"), revision=1, by=None)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM articles_publication WHERE vector @@ %s::tsquery", [search.query(word, "ar")]
        )
        assert cursor.fetchone() == (1,)
