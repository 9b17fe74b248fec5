"""Each door of the house, gone through by the toy app."""

import re
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.signals import post_migrate
from django.urls import reverse

from articles import doors, migrated
from articles.actions import locking, publishing, stories
from articles.actions.gate import in_the_way
from articles.actions.refusals import Refused
from articles.models import Edition, Event, Story, drafts
from articles.wall.shown import Shown
from articles.wall.views import shown_tables

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("tests.toy"), reason="TOY=0: the toy app is out"),
]
LIST = Path(__file__).parents[2] / "docs/doors.md"


def listed():
    """{app: the doors that docs/doors.md says it opens}, from the columns of its table."""
    rows = [line.strip("|").split("|") for line in LIST.read_text().splitlines() if line.startswith("|")]
    head, _rule, *body = [[cell.strip() for cell in row] for row in rows]
    apps_of_the_house = [name.strip("`") for name in head[2:]]
    return {app: {row[0] for row in body if row[place]} for place, app in enumerate(apps_of_the_house, 2)}


def test_whoever_opens_a_door_is_listed_for_it():
    opened = {}
    for name, door in doors.ALL.items():
        for app, _thing in door.by_app():
            opened.setdefault(app, set()).add(name)
    assert opened == listed()


def test_an_app_that_opens_a_door_unlisted_is_found(monkeypatch):
    monkeypatch.setattr(doors.CHECKS, "_brought", [*doors.CHECKS.by_app(), ("stranger", print)])
    with pytest.raises(AssertionError, match="stranger"):
        test_whoever_opens_a_door_is_listed_for_it()


def test_both_the_toy_and_the_newsroom_itself_go_through_every_door():
    for app in ("articles", "toy"):
        assert listed()[app] == set(doors.ALL)


@pytest.fixture
def editors_desk(client, editor):
    client.force_login(editor)
    return client


def test_a_room_stands_on_the_first_page_and_in_the_line_for_whoever_may_see_it(editors_desk, client, reporter):
    page = editors_desk.get("/admin/").content.decode()
    assert page.count('href="/admin/toy/clue/"') == 2
    assert "The toy room" in page
    client.force_login(reporter)
    reporters = client.get("/admin/").content.decode()
    assert "/admin/toy/" not in reporters
    assert "The toy room" not in reporters


def test_a_room_of_a_known_key_is_the_same_room(editors_desk):
    page = editors_desk.get("/admin/").content.decode()
    assert page.count(">The record<") == 1


def test_a_column_stands_on_the_first_page_for_whoever_may_see_it(editors_desk, client, reporter):
    assert "The scales are clean." in editors_desk.get("/admin/").content.decode()
    client.force_login(reporter)
    assert "scales" not in client.get("/admin/").content.decode()


def test_a_button_asks_and_acts_and_its_verb_is_told_in_the_history(editors_desk, live_story):
    change = reverse("admin:articles_story_change", args=[live_story.pk])
    assert "Weigh clues" not in editors_desk.get(change).content.decode()
    stories.revise(live_story, drafts.with_changes(live_story, kicker="Clue"), version=1, by=None)
    form = editors_desk.get(reverse("admin:articles_story_change", args=[live_story.pk])).content.decode()
    address = reverse("admin:articles_story_weigh", args=[live_story.pk])
    assert f'href="{address}">Weigh clues…<' in form
    asked = editors_desk.get(address)
    assert "They are put on the scales." in asked.content.decode()
    seen = asked.context["form"].initial["seen"]
    done = editors_desk.post(address, {"revision": "2", "seen": seen}, follow=True)
    assert "Weighed." in done.content.decode()
    history = editors_desk.get(reverse("admin:articles_story_history", args=[live_story.pk])).content.decode()
    assert "Weighed its clues at revision 2." in history
    assert "12 grams" in history
    assert "weighed" in editors_desk.get("/admin/articles/event/").content.decode()


def test_who_may_not_press_a_button_is_refused(client, reporter, live_story):
    client.force_login(reporter)
    assert client.get(reverse("admin:articles_story_weigh", args=[live_story.pk])).status_code == 403


def test_a_verb_that_nobody_brought_shows_as_its_own_word_and_breaks_no_page(editors_desk, live_story, chief):
    event = Event.objects.create(verb="juggled", story=live_story, by=chief, at=locking.clock(), revision=1)
    pages = (
        reverse("admin:articles_story_history", args=[live_story.pk]),
        reverse("admin:articles_event_change", args=[event.pk]),
        "/admin/articles/event/",
        "/admin/articles/event/?verb__exact=juggled",
        "/admin/",
    )
    assert ["juggled" in editors_desk.get(page).content.decode() for page in pages] == [True] * 5


def test_a_panel_stands_beside_the_text_for_whoever_may_see_it(editors_desk, client, reporter, live_story):
    address = reverse("admin:articles_story_change", args=[live_story.pk])
    assert "Clues of this story" in editors_desk.get(address).content.decode()
    assert "Clues of this story" not in editors_desk.get("/admin/articles/story/add/").content.decode()
    client.force_login(reporter)
    assert "Clues of this story" not in client.get(address).content.decode()


def test_a_check_of_the_gate_blocks_what_leaves(make_story):
    story = make_story(standfirst="All of it is unweighable")
    with pytest.raises(Refused, match="too heavy"):
        publishing.publish(story, revision=1, by=None)
    assert not story.publications.exists()


def test_a_finding_is_told_at_its_field_and_by_its_time(editors_desk, make_story):
    story = make_story(headline="Clueless")
    page = editors_desk.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()
    assert re.search(r'href="#id_headline"[^>]*>\s*No clue stands in its headline\.', page)
    later = locking.clock() + timedelta(days=2)
    assert "headline" not in {finding.field for finding in in_the_way(drafts.of_story(story), later)}
    publishing.publish(story, revision=1, by=None)


def test_roles_have_what_an_app_gives_them(editor, reporter, administrator):
    assert [user.has_perm("toy.weigh_clue") for user in (editor, reporter, administrator)] == [True, False, False]


def test_work_that_falls_due_is_done_and_one_that_fails_keeps_no_other_from_it():
    from tests.toy.desk import DONE  # noqa: PLC0415 - the app may be out

    DONE.clear()
    said, complained = StringIO(), StringIO()
    with pytest.raises(CommandError, match="Not done: burn. The rest is."):
        call_command("due", "day", stdout=said, stderr=complained)
    assert DONE == ["count"]
    assert "verify_record: recomputes the hash of each version" in said.getvalue()
    assert "DoesNotExist" in complained.getvalue()


@pytest.mark.parametrize("every", ["week", "month"])
def test_the_newsrooms_own_work_is_done_with_no_word_of_failure(every):
    said, complained = StringIO(), StringIO()
    call_command("due", every, stdout=said, stderr=complained)
    assert said.getvalue()
    assert not complained.getvalue()


def test_work_that_falls_due_is_listed_and_nothing_done():
    said = StringIO()
    call_command("due", stdout=said)
    assert re.search(r"^week +dust +dusts the clues$", said.getvalue(), re.M)
    assert re.search(r"^month +sweep_pictures ", said.getvalue(), re.M)


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_an_address_below_each_edition_reads_through_the_wall_and_no_further(client, live_story, arabic):
    from tests.toy.models import Clue  # noqa: PLC0415 - the app may be out

    public = Clue.objects.create(words="A glove", note="found by nobody", is_public=True, story=live_story)
    Clue.objects.create(words="A hat", note="of the mayor")
    for address in ("/clues/", "/ar/clues/"):
        assert client.get(address).content.decode() == f"{public.pk}:A glove:None"


def test_a_section_may_not_be_called_as_an_address_of_an_app(client, chief, english):
    client.force_login(chief)
    sent = {"edition": english.pk, "name": "Clues", "slug": "clues", "position": "9", "description": ""}
    refused = client.post("/admin/articles/section/add/", sent)
    assert "addresses use this word" in refused.content.decode()
    assert not english.sections.filter(slug="clues").exists()


def test_a_block_stands_at_the_end_of_a_story_and_of_a_front_page(client, live_story, english):
    story = client.get(live_story.publications.get().get_absolute_url()).content.decode()
    assert story.index("Clues: Dockers reject pay offer") > story.index("</article>")
    front = client.get("/").content.decode()
    assert front.count('<p class="toy">') == 1
    assert f"Clues: {english.name}" in front


def test_no_app_says_what_readers_may_know_of_anothers_table(monkeypatch):
    ours = dict(doors.SHOWN)[Edition]
    monkeypatch.setattr(doors.SHOWN, "_brought", [*doors.SHOWN.by_app(), ("toy", (Edition, ours))])
    with pytest.raises(ImproperlyConfigured, match="“toy” may not say"):
        shown_tables()


def test_a_proxy_opens_no_other_apps_table(monkeypatch):
    """What an app calls its own may be a view of another's rows."""
    meta = type("Meta", (), {"proxy": True, "app_label": "toy"})
    peek = type("Peek", (Story,), {"Meta": meta, "__module__": "tests.toy.models"})
    try:
        told = (peek, Shown("true", ("id", "body", "note")))
        monkeypatch.setattr(doors.SHOWN, "_brought", [*doors.SHOWN.by_app(), ("toy", told)])
        with pytest.raises(ImproperlyConfigured, match="“toy” may not say"):
            shown_tables()
    finally:
        del apps.all_models["toy"]["peek"]
        apps.clear_cache()


def test_a_role_or_a_verb_that_cannot_be_is_refused_before_it_is_needed(monkeypatch):
    with pytest.raises(ValueError, match="20 letters"):
        doors.Deed(verb="a verb of more than twenty letters", label="x")
    brought = [*doors.PERMISSIONS.by_app(), ("toy", ("editors", frozenset({"toy.view_clue"})))]
    monkeypatch.setattr(doors.PERMISSIONS, "_brought", brought)
    with pytest.raises(ImproperlyConfigured, match="no role editors"):
        migrated.make_groups()


def test_a_permission_of_an_app_that_is_not_migrated_yet_stops_nothing(monkeypatch, caplog, editor):
    brought = [*doors.PERMISSIONS.by_app(), ("toy", ("editor", frozenset({"toy.not_there_yet"})))]
    monkeypatch.setattr(doors.PERMISSIONS, "_brought", brought)
    migrated.make_groups()
    assert "toy.not_there_yet" in caplog.text
    assert type(editor).objects.get(pk=editor.pk).has_perm("articles.publish_story")


def test_after_a_migration_the_wall_is_raised_by_an_app_that_is_told_of_it():
    told = {app for app in apps.get_app_configs() if app.models_module}
    senders = [app for app in told if migrated.after in post_migrate._live_receivers(app)[0]]
    assert senders == [[app for app in apps.get_app_configs() if app.models_module][-1]]


@pytest.mark.django_db(transaction=True)
def test_where_an_apps_table_is_gone_the_wall_stands_without_it():
    call_command("migrate", "toy", "zero", verbosity=0)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT viewname FROM pg_views WHERE schemaname = 'readers'")
            views = {name for (name,) in cursor}
    finally:
        call_command("migrate", "toy", verbosity=0)
    assert "articles_publication" in views
    assert "toy_clue" not in views
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_views WHERE schemaname = 'readers' AND viewname = 'toy_clue'")
        assert cursor.fetchone()


def test_a_draft_revised_by_whatever_app_meets_the_same_gate(make_story):
    story = make_story()
    stories.revise(story, drafts.with_changes(story, kicker="unweighable"), version=1, by=None)
    with pytest.raises(Refused):
        publishing.publish(story, revision=2, by=None)
