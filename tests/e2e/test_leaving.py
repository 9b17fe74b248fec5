"""What was typed just before a page is left is kept, however long the text is."""

import pytest

from articles.models import Unsaved
from tests.e2e.conftest import PATIENCE

SENTENCE = "It rained in the harbour all day. "
LENGTHS = {"short": 1, "long": 100_000 // len(SENTENCE) // 20}
WAYS = {
    "reloaded": lambda page: page.reload(),
    "left by a link": lambda page: page.locator(".desk-name a").click(),
    "left by an address": lambda page: page.goto(page.url.partition("/admin/")[0]),
    "closed": lambda page: page.close(run_before_unload=True),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_last_words_before_it_are_kept(desk, make_story, way, length):
    story = make_story(body=f"<p>{SENTENCE * 20}</p>" * LENGTHS[length])
    beside = desk.page.context.new_page()
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.open(story)
    desk.page.locator("#id_headline").click()
    desk.write(" LAST WORDS")
    WAYS[way](desk.page)
    # The page is gone, and what it has sent may still be under way.
    for _tenth in range(PATIENCE // 100):
        if Unsaved.objects.filter(typed__contains="LAST WORDS").exists():
            break
        beside.wait_for_timeout(100)
    assert "LAST WORDS" in dict(Unsaved.objects.get().fields)["body"]
