"""What somebody has typed and not saved is on nobody else's screen, in no list, log, search or export."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from articles.actions import keeping
from articles.models import Edition, Event, Unsaved
from tests import costs
from tests.desk import permissions
from tests.desk.keeping import Tab

pytestmark = pytest.mark.django_db
# Asked for, and found with it if anything is: a page may well repeat what it was asked.
ASKED, CANARY = "zqasked", "zqunsaved"


@pytest.fixture
def planted(samples, reporter):
    """A word that stands only in what a reporter has typed of a story, and of one that was never saved."""
    fields = [[name, f"{ASKED} {CANARY} {name}"] for name in ("headline", "kicker", "body", "note", "tags", "slug")]
    for story, family in ((samples["story"].pk, ""), (None, "f" * 32)):
        keeping.keep(keeping.Page(reporter, story, family, tab="a" * 32, turn=1), fields, version=1)
    return samples


def body_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def everywhere(samples):
    """Each address of the desk, and its lists and look-ups asked for the word."""
    for address in permissions.addresses():
        if address.name not in ("logout/", "edition/add/"):
            path = address.filled(lambda hole, address=address: permissions.sample(address, hole, samples))
            yield path
            yield f"{path}?q={ASKED}&all=1&kept=1"
    for _name, path in permissions.look_ups():
        yield f"{path}{ASKED}"
    yield from (f"/admin/articles/story/add/?kept={row.pk}" for row in Unsaved.objects.all())


@pytest.mark.parametrize("who", ["chief", "admin", "editor"])
def test_it_is_on_no_page_that_another_opens(planted, people, who):
    client, seen = Client(), 0
    client.force_login(people[who])
    for path in everywhere(planted):
        response = client.get(path)
        seen += response.status_code == 200
        assert CANARY.encode() not in body_of(response), path
    assert seen > 60


def test_whose_it_is_finds_it_on_the_story_where_one_begins_and_on_the_first_page(planted, people):
    client = Client()
    client.force_login(people["reporter"])
    story = planted["story"].pk
    for path in ("/admin/", "/admin/articles/story/add/", f"/admin/articles/story/{story}/change/"):
        assert CANARY in client.get(path).content.decode(), path


@pytest.mark.parametrize("asked", [(), ("articles",), ("articles.unsaved",)])
def test_it_is_in_no_export(planted, asked):
    for more in ({}, {"use_base_manager": True}, {"use_natural_foreign_keys": True}):
        out = StringIO()
        call_command("dumpdata", *asked, stdout=out, **more)
        assert CANARY not in out.getvalue()
        assert "articles.unsaved" not in out.getvalue()
    out = StringIO()
    call_command("dumpdata", "articles.edition", stdout=out)
    assert Edition.objects.first().name in out.getvalue()


def test_it_is_no_event_no_revision_and_nothing_that_a_role_is_granted(planted):
    assert not Event.objects.filter(note__contains=CANARY).exists()
    assert not any(CANARY in str(revision.state) for revision in planted["story"].revisions.all())
    assert Unsaved._meta.default_permissions == ()


# In processor time, of a page of the desk that asks nothing but who is there.
MOST_TIMES = 6


def test_keeping_8000_words_costs_a_few_times_what_the_least_page_of_the_desk_does(desk, chief, make_story):
    tab = Tab(desk, chief, make_story(), body="<p>" + "It rained in the harbour all day. " * 1_150 + "</p>")

    def keep():
        for _key in range(20):
            assert tab.type().status_code == 200

    def least():
        for _key in range(20):
            desk.get("/admin/articles/story/pasted/")

    assert costs.seconds(keep) < MOST_TIMES * costs.seconds(least)
