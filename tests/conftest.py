"""The cast of all tests: a member of each role and one of none, two editions, and stories from the desk."""

import os
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from articles.actions import locking, publishing, stories
from articles.models import Attribution, Contributor, Edition, Section, Source, User, drafts
from tests import database, declared, proofs

# Synchronous Playwright keeps an event loop in the thread that the live server's tests use the ORM in.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# A busy machine is not a bug.
hypothesis.register_profile(
    "untimed",
    hypothesis.get_profile(hypothesis.get_current_profile_name()),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis.load_profile("untimed")


def pytest_configure(config):
    config.pluginmanager.register(proofs.Table(config))
    database.prepare()
    declared.prepare()


def pytest_runtest_setup():
    declared.again()


def pytest_unconfigure(config):
    database.release()


DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What never asks the database is as true on one server as on another, and need not be run on both."""
    for item in items:
        if item.get_closest_marker("django_db") or not DATABASE.isdisjoint(item.fixturenames):
            item.add_marker("database")


def pytest_fixture_setup(fixturedef, request):
    if fixturedef.argname in DATABASE and request.scope == "function" and "database" not in request.node.keywords:
        pytest.fail(f"{request.node.nodeid} asks for {fixturedef.argname} where it is not seen: let a fixture name it")


def member(name, role=None):
    user = User.objects.create_user(name, password="newsroom-demo", is_staff=True)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def reporter(db):
    return member("reporter", "reporter")


@pytest.fixture
def copy_editor(db):
    return member("copy", "copy")


@pytest.fixture
def editor(db):
    return member("editor", "editor")


@pytest.fixture
def chief(db):
    return member("chief", "chief")


@pytest.fixture
def administrator(db):
    return member("admin", "admin")


@pytest.fixture
def nobody(db):
    """On the staff, without a role."""
    return member("nobody")


@pytest.fixture
def english(db):
    edition = Edition.objects.create(
        language="en", name="The Meridian", direction="ltr", time_zone="Europe/London", is_default=True
    )
    Section.objects.create(edition=edition, name="Economy", slug="economy", family="economy")
    Section.objects.create(edition=edition, name="World", slug="world", family="world", position=1)
    return edition


@pytest.fixture
def arabic(db):
    edition = Edition.objects.create(
        language="ar", name="خط الزوال", direction="rtl", time_zone="Asia/Beirut", position=1
    )
    Section.objects.create(edition=edition, name="اقتصاد", slug="اقتصاد", family="economy")
    return edition


@pytest.fixture
def union(db):
    return Source.objects.create(slug="dockers-union", name="Dockers’ Union", kind="organisation")


@pytest.fixture
def lina(db):
    return Contributor.objects.create(slug="lina-hasko", name="Lina Hasko")


# Nobody is quoted in it. One that is given a source quotes it.
TEXT = "<p>Two years of building, the union said, and not one line on casual workers.</p>"
QUOTING = TEXT.replace("Two years of building,", "“Two years of building,”")


@pytest.fixture
def make_story(english):
    """A story that is ready to go out, as the desk writes it."""

    def make(edition=None, by=None, **written):
        edition = edition or english
        body = QUOTING if written.get("attributions") else TEXT
        ready = {"headline": "Dockers reject pay offer", "body": body, "section": edition.sections.first()}
        return stories.start(drafts.new(edition, **ready | written), by=by)

    return make


@pytest.fixture
def live_story(make_story, union, lina):
    """A story that readers see, with a byline, two tags and a quotation."""
    said = Attribution(source=union, words="Two years of building,", capacity="Secretary", occasion="a speech")
    story = make_story(bylines=[lina], tags=["Ports", "Pay"], attributions=[said])
    publishing.publish(story, revision=story.version, by=None)
    return story


@pytest.fixture
def now(db):
    return locking.clock()


@pytest.fixture
def soon(now):
    return now + timedelta(hours=2)


@pytest.fixture
def behind_the_wall(settings):
    """Readers' pages over the readers' own connection, as they are deployed. For tests that commit."""
    settings.READERS_ALIAS = "readers"


@pytest.fixture
def proof(record_property):
    """Where a proof of `make prove` tells what it has tried, for the table."""
    tally = proofs.Tally(record_property)
    yield tally
    record_property("tried", tally.tried)
    record_property("failed", tally.failed)
