"""A difference put as it was heard from the page that compares: by one press, or in the text."""

import re

import pytest
from django.urls import reverse

from articles.actions import stories
from articles.models import Attribution, drafts
from tests.actions.heard import DENIED, PRINTED, attributed, entered
from tests.desk.stories.form import change


@pytest.fixture
def said(make_story, union):
    return attributed(make_story, union)


def page_of(said):
    return reverse("admin:articles_story_heard", args=[said.story_id, said.pk])


def press(client, said, row, which="1", **typed):
    page = client.get(page_of(said))
    sent = {"evidence": row.pk, "seen": page.context["form"]["seen"].value(), "_mend": which}
    return client.post(page_of(said), sent | typed)


def labels(page):
    found = re.findall(r'data-difference="(\d+)"[^>]*>([^<]+)<', page.content.decode())
    return {int(number): label for number, label in found}


@pytest.mark.parametrize(
    ("heard", "offered"),
    [
        (DENIED, {1: "Take it out"}),
        ("We will not ever sign before Friday.", {1: "Put it back"}),
        ("We will not sign before Monday.", {1: "As heard"}),
        ("Nothing of the kind was said on the quay.", {1: "In the text"}),
        ("We will not sign before [pause] the coming Friday.", {1: "Put it back"}),
    ],
)
def test_each_difference_says_what_its_key_does_or_leads_to_the_text(copy_desk, said, heard, offered):
    entered(said.story, text=heard)
    page = copy_desk.get(page_of(said))
    assert labels(page) == offered
    assert ("as it was heard: a save of the story" in page.content.decode()) == (offered[1] != "In the text")
    assert (f'href="{change(said.story)}#id_attributions-0-words"' in page.content.decode()) == (
        offered[1] == "In the text"
    )


def test_each_is_called_by_its_words(copy_desk, said):
    entered(said.story, text="We will not ever sign before Monday.")
    html = copy_desk.get(page_of(said)).content.decode()
    for number in (1, 2):
        assert f'aria-labelledby="mend-{number} kind-{number} sides-{number}"' in html
        assert all(f'id="{part}-{number}"' in html for part in ("mend", "kind", "sides"))
        # The same number stands at the words in both texts, to be lit.
        assert html.count(f'data-of="{number}"') >= 2


def test_one_press_mends_text_and_statement_and_says_in_which_revision(copy_desk, copy_editor, said):
    row = entered(said.story, text="We will not ever sign before Monday.")
    answer = press(copy_desk, said, row)
    assert answer.headers["Location"] == f"{page_of(said)}?evidence={row.pk}&mended=1"
    page = copy_desk.get(answer.headers["Location"])
    assert "As it was heard now, in revision 2." in page.content.decode()
    assert labels(page) == {1: "As heard"}
    said.story.refresh_from_db()
    assert said.story.body == "<p>“We will not ever sign before Friday,” she said.</p>"
    assert Attribution.objects.get(pk=said.pk).words == "We will not ever sign before Friday"
    assert said.story.revisions.get(number=2).by == copy_editor


def test_where_the_words_moved_meanwhile_it_is_refused_over_the_texts_as_they_are(copy_desk, said):
    row = entered(said.story, text=DENIED)
    old = copy_desk.get(page_of(said)).context["form"]["seen"].value()
    draft = drafts.of_story(said.story)
    draft.attributions[0].words = "We will not sign"
    stories.revise(said.story, drafts.with_changes(said.story, attributions=draft.attributions), version=1, by=None)
    refused = press(copy_desk, said, row, seen=old)
    assert refused.status_code == 409
    assert "compare them again" in refused.content.decode()
    assert "".join(piece.text for piece in refused.context["laid"].printed) == "We will not sign"
    said.story.refresh_from_db()
    assert (said.story.version, PRINTED in said.story.body) == (2, True)
    assert press(copy_desk, said, row).status_code == 302


@pytest.mark.parametrize("which", ["0", "9", "", "x", "1e3", "٣"])
def test_what_is_no_difference_is_refused_and_nothing_is_written(copy_desk, said, which):
    row = entered(said.story, text=DENIED)
    assert press(copy_desk, said, row, which).status_code == 409
    said.story.refresh_from_db()
    assert said.story.version == 1
