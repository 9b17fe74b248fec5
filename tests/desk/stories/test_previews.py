"""Preview: the readers' own page of what publishing a revision would make."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from articles.actions import erasing, publishing, stories
from articles.models import (
    Attribution,
    ContributorName,
    Correction,
    Event,
    Photo,
    PhotoText,
    Publication,
    Source,
    SourceName,
    Tag,
    drafts,
)
from articles.rules.words import CorrectionKind
from tests.desk.forms import fill
from tests.desk.stories.form import change
from tests.readers.pages import main

FIGURE = '<figure data-photo="quay"><figcaption>Here</figcaption></figure>'
TEXT = (
    f"<p>“Two years of building,” <em>the union</em> said.</p><h2>After</h2>{FIGURE}<p>It said: “and not one line”.</p>"
)


def preview(story, **query):
    return reverse("admin:articles_story_preview", args=[story.pk], query=query)


def page(story, **query):
    return reverse("admin:articles_story_preview_page", args=[story.pk], query=query)


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


@pytest.fixture
def photo(db):
    made = {"made_as": "a1", "widths": [480], "width": 1200, "height": 800}
    photo = Photo.objects.create(slug="quay", image="photos/quay.webp", credit="N. Noor", **made)
    for language in ("en", "ar"):
        PhotoText.objects.create(photo=photo, language=language, alt_text=f"A quay ({language})", caption="The quay")
    return photo


@pytest.fixture
def full_story(english, arabic, make_story, union, lina, photo):
    """A story in the Arabic edition, with all that a page can have, and a sibling that is live."""
    SourceName.objects.create(source=union, language="ar", name="نقابة عمال الموانئ")
    ContributorName.objects.create(contributor=lina, language="ar", name="لينا حسكو")
    sibling = make_story()
    publishing.publish(sibling, revision=1, by=None)
    story = make_story(
        arabic,
        family=sibling.family,
        headline="عمال الموانئ يرفضون",
        kicker="الموانئ",
        standfirst="بعد عامين",
        dateline="صور",
        kind="analysis",
        body=TEXT,
        lead_photo=photo,
        lead_caption="الرصيف",
        bylines=[lina],
        tags=["موانئ", "أجور"],
    )
    hidden = Source.objects.create(slug="an-official", name="مسؤول", protected_in=story)
    said = [
        Attribution(source=union, words="Two years of building,", capacity="أمين", obtained_on=date(2026, 3, 1)),
        Attribution(source=hidden, words="and not one line", terms="unattributed", check_made="heard"),
    ]
    return stories.revise(story, drafts.with_changes(story, attributions=said), version=1, by=None)


def test_a_preview_is_the_page_that_publishing_makes(desk, full_story):
    before = main(desk.get(page(full_story)))
    version = publishing.publish(full_story, revision=2, by=None)
    after = main(desk.get(version.get_absolute_url()))
    assert before == after
    assert before.count('class="passage"') == 2
    assert "نقابة عمال الموانئ" in before
    assert 'class="sibling"' in before


def test_what_to_read_on_is_the_same(desk, full_story, make_story, arabic, union):
    said = Attribution(source=union, words="Two years of building,")
    for tags in (["موانئ"], ["أجور", "موانئ"], []):
        publishing.publish(make_story(arabic, tags=tags, attributions=[said] if not tags else []), revision=1, by=None)
    before = main(desk.get(page(full_story)))
    version = publishing.publish(full_story, revision=2, by=None)
    assert before == main(desk.get(version.get_absolute_url()))
    assert before.count('class="teaser') == 3


def test_a_preview_of_what_is_live_tells_of_corrections_and_updates(desk, full_story):
    publishing.publish(full_story, revision=2, by=None)
    stories.revise(full_story, drafts.with_changes(full_story, headline="عنوان آخر"), version=2, by=None)
    asked = {"kind": CorrectionKind.CORRECTION, "wrong": "خطأ", "right": "صواب"}
    publishing.correct(full_story, revision=3, by=None, **asked)
    stories.revise(
        full_story, drafts.with_changes(full_story, headline="عنوان ثالث", tags=["أجور"]), version=3, by=None
    )
    before = main(desk.get(page(full_story)))
    version = publishing.publish(full_story, revision=4, by=None)
    assert before == main(desk.get(version.get_absolute_url()))
    assert Correction.objects.get().right in before
    assert main(desk.get(page(full_story))) == before


def test_an_earlier_revision_is_shown_as_it_was(desk, full_story):
    stories.revise(
        full_story,
        drafts.with_changes(full_story, headline="x", body="<p>x</p>", bylines=[], tags=[], attributions=[]),
        version=2,
        by=None,
    )
    text = main(desk.get(page(full_story, revision=2)))
    assert "عمال الموانئ يرفضون" in text
    assert "لينا حسكو" in text
    assert "لينا حسكو" not in main(desk.get(page(full_story)))


def test_a_merged_tag_is_shown_as_its_survivor(desk, full_story, chief):
    into = Tag.objects.named_or_new("مرافئ", "ar")
    Tag.objects.filter(key=Tag.objects.named("موانئ", "ar").key).update(merged_into=into)
    text = main(desk.get(page(full_story)))
    assert "مرافئ" in text
    assert ">موانئ<" not in text


def test_a_story_with_nothing_in_it_can_be_looked_at(desk, english):
    story = stories.start(drafts.new(english), by=None)
    assert desk.get(page(story)).status_code == 200


def test_a_schedule_is_shown_with_its_moment(desk, make_story, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    assert soon.astimezone(story.edition.zone).isoformat(timespec="seconds") in desk.get(page(story)).content.decode()


def test_a_preview_writes_nothing(desk, full_story, django_assert_num_queries):
    desk.get(preview(full_story))
    with django_assert_num_queries(27) as asked:
        desk.get(page(full_story))
    assert all(each["sql"].startswith("SELECT") for each in asked.captured_queries)
    assert not Publication.objects.filter(story=full_story).exists()


def test_it_is_for_the_desk_alone(desk, client, full_story):
    for address in (preview(full_story), page(full_story)):
        response = desk.get(address)
        assert "no-store" in response.headers["Cache-Control"]
        assert "private" in response.headers["Cache-Control"]
    assert desk.get(preview(full_story)).headers["X-Frame-Options"] == "DENY"
    framed = desk.get(page(full_story))
    assert (framed.headers["X-Frame-Options"], framed.headers["X-Robots-Tag"]) == ("SAMEORIGIN", "noindex, nofollow")
    assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
    assert "frame-src 'self'" in desk.get(preview(full_story)).headers["Content-Security-Policy"]
    client.logout()
    assert client.get(page(full_story)).status_code == 302


def test_who_has_no_role_sees_none(client, nobody, full_story):
    client.force_login(nobody)
    for address in (preview(full_story), page(full_story)):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("number", ["99", "0", "9" * 30])
def test_a_revision_that_there_never_was_is_not_found(desk, full_story, number):
    for address in (preview(full_story, revision=number), page(full_story, revision=number)):
        assert desk.get(address).status_code == 404


def test_an_erased_revision_is_said_to_be_erased(desk, make_story, chief, editor):
    story = make_story()
    publishing.publish(story, revision=1, by=None)
    erasing.erase(story, by=chief, agreed_by=editor, reason="a court")
    assert "has been erased" in desk.get(preview(story)).content.decode()
    assert desk.get(page(story)).status_code == 404


def test_preview_saves_what_is_typed_first(desk, make_story):
    story = make_story()
    response = fill(desk, change(story), headline="Typed and looked at", _then="preview")
    assert response.url == preview(story, revision=2)
    shown = desk.get(response.url).content.decode()
    assert "Preview of revision 2" in shown
    assert shown.count(page(story, revision=2)) >= 2
    assert "Typed and looked at" in desk.get(page(story, revision=2)).content.decode()
    assert [event.verb for event in Event.objects.order_by("pk")] == ["started", "revised"]
    fill(desk, change(story), _then="preview")
    assert Event.objects.count() == 2


def test_who_may_not_save_looks_at_what_is_saved(client, administrator, make_story):
    client.force_login(administrator)
    buttons = client.get(change(make_story())).context["buttons"]
    assert [(each["name"], each["saves"]) for each in buttons] == [("preview", False)]


def test_its_picture_comes_from_the_desk(desk, full_story, photo):
    assert reverse("admin:articles_photo_file", args=[photo.pk]) in desk.get(page(full_story)).content.decode()


def test_an_embargo_stands_in_nobodys_way(desk, full_story, soon):
    stories.revise(
        full_story, drafts.with_changes(full_story, embargo_until=soon + timedelta(days=1)), version=2, by=None
    )
    assert desk.get(page(full_story)).status_code == 200


def test_a_correction_stands_on_the_preview_as_it_is_being_written(desk, live_story):
    said = {"kind": "correction", "wrong": "We wrote <six>.", "right": "It was seven."}
    shown = main(desk.post(page(live_story), said))
    assert "We wrote &lt;six&gt;. It was seven." in shown
    assert not Correction.objects.exists()
    for missing in ({"kind": "x"}, {"right": " "}):
        assert 'class="correction"' not in main(desk.post(page(live_story), said | missing))
