"""Where two have the same words, each in markup of their own, what differs is told in words."""

import re

import pytest

from articles.actions import stories
from articles.models import drafts
from tests.desk.forms import form_of
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db
P = "<p>The union asked for two years of rest.</p>"
SCRIPT = {"Accept": "application/json"}
BOTH = {
    "emphasis": (P, ("two years", "<strong>two years</strong>"), ("two years", "<em>two years</em>"),
                 {"Bold: two years", "Italic: two years"}),
    "a link": (P, ("two years", '<a href="https://a.example/">two years</a>'),
               ("two years", '<a href="https://b.example/">two years</a>'),
               {"Link: two years → https://a.example/", "Link: two years → https://b.example/"}),
    "a heading": (P, ("p>", "h2>"), ("p>", "h3>"),
                  {"Subhead: The union asked for two years of rest.",
                   "Smaller subhead: The union asked for two years of rest."}),
    "a list": (P, ("p>", "blockquote>"), (P, f"<ol><li>{P[3:-4]}</li></ol>"),
               {"Block quotation: The union asked for two years of rest.",
                "Numbered list: The union asked for two years of rest."}),
    "a direction": ("<p>كتب C++ هنا</p>", ("<p>", '<p dir="ltr">'), ("<p>", '<p dir="rtl">'),
                    {"Direction: كتب C++ هنا → left to right", "Direction: كتب C++ هنا → right to left"}),
}  # fmt: skip


def differing(paragraphs):
    """The lines of either side that the other has not, without the signs that isolate what stands in them."""
    changed = [each.pieces for each in paragraphs if not each.is_same]
    sides = [
        [piece.text for piece in pieces if piece.change.value != no] for pieces in changed for no in ("gone", "new")
    ]
    return {re.sub("[\u2066-\u2069]", "", "".join(side)) for side in sides if side}


@pytest.mark.parametrize("what", BOTH)
def test_it_is_told_in_words_and_not_in_tags(copy_desk, editor, make_story, what):
    base, theirs, mine, told = BOTH[what]
    story = make_story(body=base)
    sent = form_of(copy_desk.get(change(story))) | {"_continue": "1", "body": base.replace(*mine)}
    stories.revise(story, drafts.with_changes(story, body=base.replace(*theirs)), version=1, by=editor)
    response = copy_desk.post(change(story), sent)
    assert response.status_code == 409
    [(_label, _who, paragraphs)] = response.context["moved_on"]
    said = differing(paragraphs)
    assert told <= said
    assert not any("<" in line for line in said)
    both = copy_desk.post(change(story), sent, headers=SCRIPT).json()["both"]
    assert "&lt;" not in both
    assert any(piece.text.strip() for each in paragraphs if each.is_same for piece in each.pieces)
