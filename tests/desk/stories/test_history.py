"""The history of a story: each event in a sentence, and nothing in Django's own log."""

from django.contrib.admin.models import LogEntry
from django.urls import reverse

from tests.desk.forms import fill
from tests.desk.stories.buttons import LATER, press
from tests.desk.stories.form import ADD, change


def test_the_history_tells_each_event(copy_desk, live_story):
    fill(copy_desk, change(live_story), headline="Changed")
    page = copy_desk.get(reverse("admin:articles_story_history", args=[live_story.pk])).content.decode()
    assert all(words in page for words in ("Started the story", "Published revision 1", "Saved revision 2"))
    revision = live_story.revisions.get(number=2)
    assert "Changed" in copy_desk.get(reverse("admin:articles_revision_change", args=[revision.pk])).content.decode()


def test_djangos_own_log_learns_nothing_of_stories(copy_desk, english, make_story):
    fill(copy_desk, ADD, edition=english.pk, headline="Secret until noon")
    fill(copy_desk, change(make_story()), headline="Secret too")
    assert not LogEntry.objects.exists()


def test_the_history_tells_a_schedule_in_the_time_of_the_edition_and_in_utc(desk, make_story, arabic):
    story = make_story(arabic)
    press(desk, story, "schedule", at=LATER)
    history = desk.get(f"/admin/articles/story/{story.pk}/history/").text
    assert "10 January 2090, 12:00 in Asia/Beirut (10:00 UTC)" in history
    assert "2090-01-10 10:00 UTC" not in history
