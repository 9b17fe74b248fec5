"""Photos in the text of a story: from the desk to the record, where they are frozen, and to readers."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.management import call_command
from django.db import connections
from django.urls import reverse

from articles import text
from articles.actions import erasing, previewing, publishing, stories
from articles.actions.refusals import NotReady
from articles.models import Photo, Publication, PublishedPhoto, drafts
from articles.text import figures, passages, quotations
from tests.pictures.library import library
from tests.raw_sql import refused, run

pytestmark = pytest.mark.django_db

WORDS = "<p>Two years, they said.</p>"
CAPTIONED = '<figure data-photo="quay"><figcaption>At last, at dawn</figcaption></figure>'
PLAIN = '<figure data-photo="رصيف"></figure>'
BODY = f"{WORDS}{CAPTIONED}<p>Then rain.</p>{PLAIN}"


@pytest.fixture
def photos():
    return library("quay"), library("رصيف", credit="سامي")


@pytest.fixture
def story(photos, make_story):
    return make_story(body=BODY)


@pytest.fixture
def live(story):
    return publishing.publish(story, revision=1, by=None)


def findings_of(story):
    with pytest.raises(NotReady) as refusal:
        publishing.publish(story, revision=story.version, by=None)
    return [(finding.field, finding.message) for finding in refusal.value.findings]


def read(live):
    return Publication.objects.live().for_page("en").get(pk=live.pk)


# In the text


def test_photos_are_found_in_a_text():
    assert figures.slugs(BODY + CAPTIONED) == ["quay", "رصيف"]
    assert figures.figures(PLAIN) == [("رصيف", "")]
    assert figures.replaced(f"a{PLAIN}b", lambda figure: figure.slug) == "aرصيفb"


def test_what_reads_a_text_passes_over_its_photos():
    assert text.paragraphs(BODY) == ["Two years, they said.", "At last, at dawn", "Then rain."]
    assert text.word_count(BODY) == text.word_count(BODY.replace(PLAIN, ""))
    quoting = BODY.replace("Two years,", "“Two years,”").replace("At last, at dawn", "“At last,” she said at dawn")
    assert [each.words for each in quotations.quotations(quoting)] == ["Two years,", "At last,"]


def test_words_in_a_caption_can_be_attributed():
    marked = passages.mark(BODY, [passages.Passage(1, "At last,"), passages.Passage(2, "Then rain")])
    assert 'href="#statement-1">At last' in figures.figures(marked)[0].caption_html
    assert figures.slugs(marked) == figures.slugs(BODY)


# What stands in the way


def test_a_photo_in_the_text_is_judged_as_the_lead_photo_is(make_story):
    photo = library("bare", credit="", licence_ends_on=date(2020, 1, 1))
    photo.texts.update(alt_text="")
    body = f'{WORDS}<figure data-photo="bare"></figure>'
    found = findings_of(make_story(body=body))
    assert {field for field, _message in found} == {"body"}
    assert len(found) == 3


def test_a_photo_that_nobody_knows_cannot_go_out(make_story):
    story = make_story(body=f'{WORDS}<figure data-photo="gone"></figure>')
    assert findings_of(story) == [("body", "There is no photo “gone” in the library.")]


# The record


def test_a_credit_is_written_as_the_edition_writes_it(make_story, arabic, photos):
    quay, bare = photos
    quay.texts.create(language="ar", alt_text="رصيف", credit="آن")
    bare.texts.create(language="ar", alt_text="رصيف")
    body = BODY.replace("Two years,", "عامان،")
    version = publishing.publish(make_story(arabic, body=body, lead_photo=quay), revision=1, by=None)
    assert version.photo_credit == "آن"
    assert list(version.publishedphotos.values_list("credit", flat=True)) == ["آن", "سامي"]


def test_what_was_said_of_a_photo_is_frozen(live, photos):
    rows = list(live.publishedphotos.values_list("photo__slug", "alt_text", "caption", "credit", "position"))
    assert rows == [("quay", "A quay", "", "Ann", 0), ("رصيف", "A رصيف", "Its own caption", "سامي", 1)]
    photos[0].texts.update(alt_text="Something else")
    Photo.objects.update(credit="Somebody else")
    assert [photo["credit"] for photo in read(live).photos] == ["Ann", "سامي"]


def test_the_hash_covers_it(live, capsys):
    call_command("verify_record")
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("ALTER TABLE articles_publishedphoto DISABLE TRIGGER guard_row")
    run("UPDATE articles_publishedphoto SET credit = 'Somebody else'")
    with pytest.raises(Exception, match="not what was published"):
        call_command("verify_record")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE articles_publishedphoto SET caption = 'x'",
        "UPDATE articles_publishedphoto SET position = 7",
        "DELETE FROM articles_publishedphoto",
        "TRUNCATE articles_publishedphoto",
    ],
)
def test_it_is_record(live, change):
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with refused("articles_publishedphoto_is_record"):
        run(change)


def test_a_renamed_story_keeps_its_photos(live, story):
    version = publishing.rename(story, slug="another", by=None)
    assert version.publishedphotos.count() == 2
    call_command("verify_record", verbosity=0)


def test_what_is_called_off_takes_its_photos_along(story, soon):
    publishing.publish(story, revision=1, by=None, at=soon)
    publishing.call_off(story, by=None)
    assert not PublishedPhoto.objects.exists()


def test_erasing_empties_what_was_said_of_them(live, story, chief, editor):
    erasing.erase(story, by=chief, agreed_by=editor, reason="A court")
    assert set(PublishedPhoto.objects.values_list("alt_text", "caption", "credit")) == {("", "", "")}
    call_command("verify_record", verbosity=0)


def test_captions_can_be_searched(live):
    before = Publication.objects.get().vector
    assert "caption" in before
    call_command("rebuild_search", verbosity=0)
    assert Publication.objects.get().vector == before


# Readers


def test_a_page_shows_them_where_they_stand(live, client):
    html = unescape(client.get(live.get_absolute_url()).content.decode())
    first, second = re.findall(r'<div class="text">.*?</div>', html, re.DOTALL)[0].split("Then rain.")
    assert 'alt="A quay"' in first
    assert re.search(r"<figcaption>At last, at dawn <bdi class=\"credit\">Ann</bdi></figcaption>", first)
    assert "Its own caption" not in first
    assert '<figcaption>Its own caption <bdi class="credit">سامي</bdi></figcaption>' in second
    assert second.count('loading="lazy"') == 1
    assert "data-photo" not in html


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_they_come_and_go_with_the_version_that_carries_them(story, photos):
    publishing.publish(story, revision=1, by=None)
    assert shown_slugs() == ["quay", "رصيف"]
    publishing.withdraw(story, by=None, reason="It was wrong.")
    assert shown_slugs() == []


def shown_slugs():
    with connections["readers"].cursor() as cursor:
        cursor.execute(
            "SELECT p.slug FROM articles_photo p JOIN articles_publishedphoto c ON c.photo_id = p.id ORDER BY 1"
        )
        return [slug for (slug,) in cursor]


def test_a_preview_shows_them_before_anyone_else_sees_them(story, client, chief):
    version = previewing.preview(story.revisions.get()).version
    assert [photo["slug"] for photo in version.photos] == ["quay", "رصيف"]
    client.force_login(chief)
    html = client.get(reverse("admin:articles_story_preview_page", args=[story.pk])).content.decode()
    assert html.count("/file/?width=320") >= 2


def test_a_later_version_without_them_leaves_the_earlier_one_as_it_was(live, story):
    stories.revise(story, drafts.with_changes(story, body=WORDS), version=1, by=None)
    newer = publishing.publish(story, revision=2, by=None)
    assert (live.publishedphotos.count(), newer.publishedphotos.count()) == (2, 0)
