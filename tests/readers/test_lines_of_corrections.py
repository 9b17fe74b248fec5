"""What was typed in lines is read in lines: corrections, reasons, notes."""

import pytest
from django.template import Context, Template

from articles.actions import publishing, stories
from articles.models import Correction, drafts
from articles.templatetags.paper import paragraphs_html

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

WRONG = "The first table said 400.\nThe second said 500."
RIGHT = "The first is 4,000.\r\n\r\nThe second is <5,000>.\r\nBoth are of May."


def drawn(wrong, right):
    said = Correction(wrong=wrong, right=right)
    return Template("{% load paper %}{% for each in said|in_paragraphs %}[{{ each }}]{% endfor %}").render(
        Context({"said": said})
    )


def corrected(story, kind):
    stories.revise(story, drafts.with_changes(story, standfirst="Mended"), version=1, by=None)
    return publishing.correct(story, revision=2, by=None, kind=kind, wrong=WRONG, right=RIGHT)


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        (WRONG, ["The first table said 400.<br>The second said 500."]),
        (RIGHT, ["The first is 4,000.", "The second is &lt;5,000&gt;.<br>Both are of May."]),
        ("one\r\rtwo", ["one", "two"]),
        ("كتبنا ٤٠٠.\n \nالصحيح ٤٠٠٠.", ["كتبنا ٤٠٠.", "الصحيح ٤٠٠٠."]),
        ("\n\n one \n\n\n\n two\u2028three \n", ["one ", "two<br>three"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_lines_that_were_typed_are_lines(typed, paragraphs):
    assert [" ".join(each.split(" ")) for each in paragraphs_html(typed)] == paragraphs


def test_a_short_correction_goes_on_in_one_line():
    assert drawn("It said 400.", "It is 4,000.") == "[It said 400. It is 4,000.]"
    assert drawn("", "It is <4,000>.") == "[It is &lt;4,000&gt;.]"
    assert drawn("One.\nTwo.", "Three.") == "[One.<br>Two.][Three.]"


@pytest.mark.parametrize("kind", ["correction", "retraction"])
def test_a_correction_keeps_its_lines_wherever_it_is_shown(client, chief, live_story, kind):
    version = corrected(live_story, kind)
    story, listed = (client.get(path).content.decode() for path in (version.get_absolute_url(), "/corrections/"))
    assert "The first table said 400.<br>The second said 500.</p><p>The first is 4,000.</p><p>" in story
    assert "&lt;5,000&gt;.<br>Both are of May.</p>" in story
    assert (
        "<p>The first table said 400.<br>The second said 500.</p>\n<p><strong>The first is 4,000.</strong></p>"
        in listed
    )
    client.force_login(chief)
    at_desk = client.get(f"/admin/articles/correction/{version.correction.pk}/change/").content.decode()
    in_list = client.get("/admin/articles/correction/").content.decode()
    assert "The first table said 400.<br>The second said 500." in at_desk
    assert "&lt;5,000&gt;.<br>Both are of May." in in_list


def test_how_it_is_drawn_leaves_what_is_recorded_as_it_was_typed(live_story):
    version = corrected(live_story, "correction")
    assert (version.correction.wrong, version.correction.right) == (WRONG, RIGHT)


def test_the_reason_of_a_withdrawal_keeps_its_lines_at_the_desk(client, chief, live_story):
    publishing.withdraw(live_story, by=None, reason="One.\nTwo <2>.")
    client.force_login(chief)
    for path in (f"/admin/articles/story/{live_story.pk}/change/", f"/admin/articles/story/{live_story.pk}/history/"):
        assert "One.<br>Two &lt;2&gt;." in client.get(path).content.decode(), path
