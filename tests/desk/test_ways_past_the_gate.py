"""The ways past the gate: by none of them does a new quotation that nobody owns come before readers."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import yaml
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.test import Client
from django.utils import timezone

from articles.actions import locking, no_quotations, publishing, stories
from articles.actions.refusals import Refused
from articles.models import Attribution, Publication, drafts
from tests import declared
from tests.desk.forms import form_of
from tests.desk.stories.buttons import LATER, at, press

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "We asked for rest,"
BODY = f"<p>“{WORDS}” the guild said.</p>"


@pytest.fixture
def story(make_story):
    return make_story(body=BODY)


def by_the_button(desk, story, **_cast):
    press(desk, story, "publish")


def by_a_forged_form(client, story, editor, **_cast):
    """Whatever the page does not offer is sent all the same: an editor's reason, the box that was off."""
    client.force_login(editor)
    forged = {"revision": "1", "seen": "", "is_all_the_same": "1", "all_the_same": "Because", "override": "1"}
    for name in ("publish", "schedule", "correct"):
        client.post(at(story, name), forged | {"at": LATER, "kind": "update", "right": "So"})


def by_an_action_of_the_list(desk, story, **_cast):
    for action in ("publish", "schedule", "make_live", "import_version", "section"):
        desk.post("/admin/articles/story/", {"action": action, "_selected_action": [story.pk]})


def in_bulk(desk, story, **_cast):
    sent = {"seen": f"{story.pk}:1", f"of_{story.edition_id}": story.edition.sections.last().pk}
    desk.post("/admin/articles/story/bulk/section/", sent | {"stage": "ready", "publish": "on"})


def by_a_schedule(desk, story, **_cast):
    press(desk, story, "schedule", at=LATER)


def by_an_action_in_a_shell(story, **_cast):
    with pytest.raises(Refused):
        publishing.publish(story, revision=1, by=None)


def by_a_fixture(story, tmp_path, **_cast):
    """A version that is loaded beside its story: the database knows of no event that says who."""
    now = timezone.now() + timedelta(seconds=1)
    moment = {name: now.isoformat() for name in ("first_live_at", "live_from", "updated_at")}
    fields = {"story": story.pk, "edition": story.edition_id, "section": story.section_id, "family": story.family}
    fields |= moment | {"number": 1, "revision": 1, "change": "first", "kind": "news", "headline": "Loaded"}
    fields |= {"body": BODY, "day": str(now.date()), "slug": "loaded", "content_hash": "0" * 64, "vector": ""}
    address = {"edition": story.edition_id, "day": str(now.date()), "slug": "loaded", "story": story.pk}
    path = tmp_path / "loaded.yaml"
    rows = [{"model": "articles.address", "fields": address}, {"model": "articles.publication", "fields": fields}]
    path.write_text(yaml.safe_dump(rows))
    with pytest.raises(DatabaseError), declared.nothing(), transaction.atomic():
        call_command("loaddata", str(path), verbosity=0)


def by_an_import(story, **_cast):
    with pytest.raises(Refused):
        publishing.import_version(story, live_from=locking.clock() - timedelta(hours=23), by=None)


def by_two_at_once(make_story, **_cast):
    """One takes the owner away while another publishes what was owned: whoever comes second is refused."""
    union = make_story.union
    for number in range(5):
        said = Attribution(source=union, words=WORDS)
        story = make_story(body=BODY, headline=f"Race {number}", attributions=[said])
        draft = drafts.with_changes(story, attributions=[])
        attempts = (
            lambda story=story: publishing.publish(story, revision=1, by=None),
            lambda story=story, draft=draft: stories.revise(story, draft, version=1, by=None),
            lambda story=story: publishing.publish(story, revision=2, by=None),
        )
        with ThreadPoolExecutor(3) as pool:
            list(pool.map(_attempt, attempts))
        for version in story.publications.all():
            assert version.statements.count() == 1
            assert version.unowned_count == 0


def _attempt(action):
    try:
        return action()
    except Refused as refusal:
        return refusal
    finally:
        connections.close_all()


def by_an_old_tab(desk, make_story, **_cast):
    """The page was opened while the words were owned; they are not any more."""
    story = make_story(body=BODY, attributions=[Attribution(source=make_story.union, words=WORDS)])
    page = form_of(desk.get(at(story, "publish")))
    stories.revise(story, drafts.with_changes(story, attributions=[]), version=1, by=None)
    desk.post(at(story, "publish"), page)
    # Pressed again, it takes the newest: which is refused for what it lacks.
    desk.post(at(story, "publish"), page | {"revision": "2"})
    assert not story.publications.exists()


def by_a_mark_that_was_made_of_other_words(make_story, **_cast):
    story = make_story(body=BODY)
    no_quotations.mark(story, words=WORDS, by=None)
    changed = BODY.replace("rest", "bread")
    stories.revise(story, drafts.with_changes(story, body=changed), version=1, by=None)
    with pytest.raises(Refused):
        publishing.publish(story, revision=2, by=None)


WAYS = (
    by_the_button,
    by_a_forged_form,
    by_an_action_of_the_list,
    in_bulk,
    by_a_schedule,
    by_an_action_in_a_shell,
    by_a_fixture,
    by_an_import,
    by_two_at_once,
    by_an_old_tab,
    by_a_mark_that_was_made_of_other_words,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_way_leads_past_the_gate(way, desk, story, make_story, union, editor, tmp_path):
    make_story.union = union
    way(desk=desk, client=Client(), story=story, make_story=make_story, editor=editor, tmp_path=tmp_path)
    with transaction.atomic():
        assert not Publication.objects.exclude(unowned_count=0).exists()
        assert not story.publications.exists()


def test_what_is_scheduled_can_be_changed_no_more(story, make_story, union, soon):
    """What was judged is what goes out: the words of a version are record from the moment it is written."""
    owned = make_story(body=BODY, attributions=[Attribution(source=union, words=WORDS)])
    publishing.publish(owned, revision=1, by=None, at=soon)
    for change in ({"body": BODY.replace("rest", "bread")}, {"kind": "sponsored"}, {"unowned_count": 3}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Publication.objects.update(**change)
