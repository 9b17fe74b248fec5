"""What an editor is told after a save: one message, of what was saved and what readers see now."""

from datetime import timedelta

import pytest

from articles.actions import publishing
from tests.desk.forms import fill, form_of
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db


def told(response):
    """The messages of this answer alone."""
    return list(map(str, response.wsgi_request._messages._queued_messages))


def test_a_save_says_in_one_message_what_was_saved_how_to_undo_it_and_what_readers_see(client, editor, live_story):
    client.force_login(editor)
    (said,) = told(fill(client, change(live_story), headline="A slip", _continue="1"))
    assert said.startswith("Saved as revision 2.")
    assert f"/admin/articles/story/{live_story.pk}/restore/?revision=1" in said
    assert live_story.publications.get().get_absolute_url() in said
    assert f"/admin/articles/story/{live_story.pk}/compare/?from=live" in said
    assert "Dockers reject pay offer</bdi></a>" in said  # what readers call it
    sent = form_of(client.get(change(live_story)))
    (said,) = told(client.post(change(live_story), sent))
    assert said.startswith(f'<a href="{change(live_story)}"><bdi>A slip</bdi></a>: Nothing was changed.')
    assert "Undo" not in said


def test_a_save_that_calls_off_what_was_to_go_out_says_so(client, editor, make_story, soon):
    client.force_login(editor)
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    embargo = (soon + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    (said,) = told(fill(client, change(story), embargo_until=embargo, _continue="1"))
    assert "the schedule was called off" in said
