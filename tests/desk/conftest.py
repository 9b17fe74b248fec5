"""The desk as its tests find it: everybody who may come in, a row of each table, and a paper that readers see."""

import pytest

from articles.actions import erasing, logins, photos, placing, publishing, recalls, stories
from articles.models import (
    Contributor,
    Correction,
    Page,
    Photo,
    Publication,
    Section,
    Source,
    SourceTitle,
    Tag,
    Tries,
    Withdrawal,
    drafts,
)
from tests.actions.heard import PDF, entered
from tests.conftest import member
from tests.desk.before_readers import a_photo, an_author
from tests.desk.photos.pictures import quay


@pytest.fixture
def people(reporter, copy_editor, editor, chief, administrator, nobody):
    return {user.username: user for user in (reporter, copy_editor, editor, chief, administrator, nobody)}


@pytest.fixture
def desk(client, chief):
    """The desk, as a chief works at it. Where another does, a file says so."""
    client.force_login(chief)
    return client


@pytest.fixture
def copy_desk(client, copy_editor):
    client.force_login(copy_editor)
    return client


@pytest.fixture
def changed_story(live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers accept"), version=1, by=None)
    return live_story


def erase(gone, **by):
    """After all else that can become of a story: published, corrected, withdrawn."""
    publishing.publish(gone, revision=1, by=None)
    stories.revise(gone, drafts.with_changes(gone, headline="Gone"), version=1, by=None)
    publishing.correct(gone, revision=2, by=None, kind="correction", right="So")
    publishing.withdraw(gone, by=None, reason="Wrong")
    erasing.erase(gone, reason="A court", **by)


@pytest.fixture
def samples(db, chief, union, lina, live_story, make_story, arabic, english, soon):
    """A row of each table, and for each button a story of which it is offered."""
    second = member("second", "editor")
    placing.place(live_story, slot=1, by=None)
    stories.revise(live_story, drafts.with_changes(live_story, headline="Changed"), version=1, by=None)
    coming = make_story(headline="To come")
    publishing.publish(coming, revision=1, by=None, at=soon)
    erase(make_story(headline="To go"), by=chief, agreed_by=second)
    Page.objects.create(edition=english, slug="ethics", title="Ethics", body="<p>Ethics.</p>")
    unseen = Photo.objects.create(slug="quay", image=quay())
    seen = Photo.objects.create(slug="seen", image=quay(), credit="Sami Idris")
    seen.texts.create(language="en", alt_text="A quay")
    publishing.publish(make_story(headline="Seen", lead_photo=seen), revision=1, by=None)
    recalled = recalls.recall(union, by=None, reason="It recanted.")
    Tries.objects.create(key="waits", count=logins.HERE, until=soon, account=second, address="192.0.2.1")
    return {
        "story": live_story,
        "evidence": entered(live_story, file=PDF),
        "statement": live_story.attributions.get(),
        "recall": recalled,
        "story/…/call-off/": coming,
        "user": member("someone"),
        "edition": english,
        "publication": Publication.objects.live().get(story=live_story),
        "correction": Correction.objects.get(),
        "withdrawal": Withdrawal.objects.get(),
        "tag": Tag.objects.named_or_new("Harbours", "en"),
        "source": Source.objects.create(slug="mayor", name="The mayor"),
        "contributor": Contributor.objects.create(slug="amal", name="Amal"),
        "tag, seen": Tag.objects.get(name="Ports"),
        "source, seen": union,
        "contributor, seen": lina,
        "photo": unseen,
        "photo, seen": seen,
        "section": english.sections.first(),
        "what survives": {"tag": Tag.objects.get(name="Pay"), "section": english.sections.last()},
    }


@pytest.fixture
def paper(live_story, make_story, english, arabic, union, lina, chief, soon):
    """A paper in which each table that readers see has rows: with a live version, and with one that is scheduled."""
    public, drafted = (a_photo(slug) for slug in ("public", "portrait"))
    lina.names.create(language="en", name="Lina H.", about="Reports on ports.")
    Contributor.objects.filter(pk=lina.pk).update(portrait=drafted)
    photos.choose_as_portrait(drafted, by=chief)
    union.names.create(language="en", name="The Dockers’ Union")
    SourceTitle.objects.create(source=union, language="en", title="Union of dockers")
    ports = Tag.objects.get(name="Ports")
    there = Tag.objects.create(name="موانئ", key="موانئ", slug="موانئ", language="ar")
    for tag in (ports, there):
        Tag.objects.filter(pk=tag.pk).update(family="ports")
    Tag.objects.create(name="أجور", key="أجور", slug="أجور", language="ar")
    Section.objects.create(edition=arabic, name="عالم", slug="عالم", family="free")
    Page.objects.create(edition=english, slug="ethics", title="Ethics", body="<p>Ethics.</p>")
    pictured = make_story(headline="A quay", lead_photo=public, slug="quay", tags=["Ports"])
    publishing.publish(pictured, revision=1, by=chief)
    later = make_story(
        headline="Tomorrow", lead_photo=a_photo("later"), slug="later", tags=["Tomorrow"], bylines=[an_author()]
    )
    publishing.publish(later, revision=1, by=chief, at=soon)
    return live_story
