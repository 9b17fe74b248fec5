"""The desk's pages as axe, a keyboard and a phone find them."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from articles.models import Story, User
from tests.e2e.desk_walk import Walk
from tests.e2e.people import Desk
from tests.proofs import some


@pytest.fixture
def audited(browser, live_server, settings):
    """A page on which axe may set the styles that it measures by."""
    settings.READERS_ALIAS = "readers"
    contexts = []

    def walk(*lights):
        contexts.append(browser.new_context(bypass_csp=True))
        return Walk(contexts[-1].new_page(), live_server.url, lights)

    yield walk
    for context in contexts:
        context.close()


def test_axe_finds_nothing_where_everyone_begins(audited, live_server, chief, live_story, arabic):
    chief.desk_language = "ar"
    chief.save()
    walk = audited((390, "light"), (390, "dark"))
    walk.look("/admin/login/?next=/admin/")
    Desk(walk.page, live_server.url).log_in("chief")
    for path in ("/admin/", "/admin/articles/story/", "/admin/articles/source/add/"):
        walk.look(path)
    assert walk.found == []


@pytest.mark.prove
@pytest.mark.parametrize(
    ("who", "language", "rooms"),
    # What an admin has beside a chief is the accounts.
    [("chief", "en", ""), ("chief", "ar", ""), ("admin", "en", "/user/"), ("admin", "ar", "/user/")],
)
def test_axe_finds_nothing_on_any_page_of_the_desk(audited, live_server, who, language, rooms, monkeypatch, proof):
    monkeypatch.setenv("DEMO", "1")
    call_command("load_demo", verbosity=0)
    User.objects.filter(username=who).update(desk_language=language)
    walk = audited((1440, "light"), (390, "dark"))
    walk.look(f"/admin/login/?next=/admin/&language={language}")
    Desk(walk.page, live_server.url).log_in(who)
    addresses = [address for address in walk.addresses() if rooms in address]
    assert len(addresses) > 2
    paths = ["/admin/", "/admin/password_change/", *addresses, *walk.beside(addresses)]
    proof.hold(walk.look, some(paths, sample=16, of=who + language))
    if not rooms:
        look_at_what_has_a_past(walk)
    assert walk.found == []


def look_at_what_has_a_past(walk):
    """A story of several revisions, and the window in which its photo is chosen."""
    story = f"/admin/articles/story/{Story.objects.latest('version', 'pk').pk}"
    for page in ("history/", "compare/", "restore/?revision=1", "change/#attributions-0"):
        walk.look(f"{story}/{page}")
    walk.page.locator("[data-do=library]").first.click()
    walk.page.locator("dialog[open] .photo-tiles").wait_for()
    walk.look_again()


def test_the_desk_is_worked_by_keyboard(page, live_server, chief, live_story):
    Desk(page, live_server.url).log_in("chief")
    page.goto(f"{live_server.url}/admin/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-to-content-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    menu = page.locator(".desk-nav details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.locator("ul")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu.locator("ul")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    page.locator(".desk-language button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("html[dir=rtl]")).to_be_visible()


def test_on_a_phone_the_filters_are_a_drawer(page, live_server, chief, live_story):
    Desk(page, live_server.url).log_in("chief")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/admin/articles/story/")
    drawer = page.locator("#changelist-filter")
    expect(drawer).to_be_hidden()
    page.locator(".drawer-opener").focus()
    page.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(page.locator(".drawer-opener")).to_be_focused()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(drawer).to_be_visible()
