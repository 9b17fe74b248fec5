"""The pages of recalls, the right of reply and the report: in both directions, on the narrowest phone and at a desk."""

from datetime import timedelta
from pathlib import Path

import pytest

from articles.actions import locking, publishing, recalls, replies
from articles.models import Attribution, Source
from tests.e2e.desk_walk import Walk
from tests.e2e.people import Desk

REPORT = "/admin/articles/publication/report/"


@pytest.fixture
def work(live_story, make_story, arabic, union, chief):
    """A recalled source with an open passage in each edition and a kept one, a request that is late, and numbers."""
    said = Attribution(source=union, words="عامان من البناء")
    there = make_story(arabic, headline="إضراب", body="<p>«عامان من البناء»، قالت النقابة.</p>", attributions=[said])
    publishing.publish(there, revision=1, by=None)
    label = Source.objects.create(slug="protected-1", name="an official")
    hidden = make_story(
        headline="Elsewhere", slug="elsewhere", attributions=[Attribution(source=label, words="Two years of building,")]
    )
    Source.objects.filter(pk=label.pk).update(protected_in=hidden)
    opened = recalls.recall(
        union, by=chief, reason="It recanted. Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    )
    recalls.keep(opened.items.get(story=there), by=chief, reason="The minutes say so too.")
    now = locking.clock()
    asked = {"subject": "It hid the report.", "asked": "Dockers’ Union", "how": "By telephone"}
    replies.ask(live_story, by=chief, asked_at=now - timedelta(hours=3), until_at=now - timedelta(hours=1), **asked)
    return opened


@pytest.fixture
def walk(browser, live_server, settings):
    settings.READERS_ALIAS = "readers"
    context = browser.new_context(bypass_csp=True)
    yield Walk(context.new_page(), live_server.url, ((320, "light"), (390, "dark"), (1440, "light")))
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_overflows_and_axe_finds_nothing(walk, live_server, work, live_story, chief, language, tmp_path):
    chief.desk_language = language
    chief.save()
    Desk(walk.page, live_server.url).log_in("chief")
    source, story = f"/admin/articles/source/{work.source_id}", f"/admin/articles/story/{live_story.pk}"
    paths = {
        "first-page": "/admin/",
        "recalls": "/admin/articles/recall/",
        "recall": f"/admin/articles/recall/{work.pk}/change/?all=1",
        "source": f"{source}/change/",
        "recalling": f"{source}/recall/",
        "replies": f"{story}/replies/",
        "report": REPORT,
    }
    for name, path in paths.items():
        walk.look(path)
        walk.page.screenshot(path=Path(tmp_path) / f"{name}-{language}.png", full_page=True)
    assert walk.found == []


def test_a_passage_is_kept_by_keyboard_alone(walk, live_server, work, live_story, chief):
    desk = Desk(walk.page, live_server.url)
    desk.log_in("chief")
    page = walk.page
    page.goto(f"{live_server.url}/admin/articles/recall/{work.pk}/change/")
    page.get_by_label("Why it may stand").focus()
    page.keyboard.type("A second source says so.")
    page.keyboard.press("Enter")
    page.get_by_text("Kept, with your reason.").wait_for()
    page.get_by_role("button", name="End the recall").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Ended: nobody is warned").wait_for()
