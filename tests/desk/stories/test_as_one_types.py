"""What stands in the way is answered as one types, with the gate's own answer."""

import pytest

from articles.actions import gate
from articles.actions.locking import clock
from articles.models import Attribution, Photo, Source, drafts
from tests.desk.forms import form_of, row
from tests.desk.photos.pictures import quay
from tests.desk.stories.form import attribution, change

pytestmark = pytest.mark.django_db
LEDGER = "/admin/articles/story/ledger/"


def ask(client, story, **typed):
    sent = form_of(client.get(change(story)))
    return client.post(LEDGER, sent | {"of": story.pk} | typed).json()


def messages(html):
    return [line.split("</a>")[0].rpartition(">")[2] for line in html.split("<li")[1:]]


TYPED = {
    "as it is": {},
    "no headline": {"headline": "  "},
    "no text": {"body": "<p> </p>"},
    "nothing": {"headline": "", "body": "", "section": ""},
    "spiked": {"stage": "spiked"},
    "an embargo": {"embargo_until": "2090-01-01T12:00"},
    "sponsored": {"kind": "sponsored"},
    "an unowned quotation": {"body": "<p>“We stayed,” it said. “We left,” they said.</p>" + "<p>word</p>" * 130},
    "unowned words above the text": {"headline": "Pier ‘unsafe’", "standfirst": "“We left,” they said."},
    "a photo that is not there": {"body": '<figure data-photo="nowhere"></figure><p>x</p>'},
    "hostile": {"headline": "<script>alert(1)</script>", "body": "<p>“<b>x</b></p><script>alert(1)</script>"},
    "arabic": {"headline": "ميناء", "body": "<p>«عامان من البناء»، قالت النقابة.</p>"},
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_it_says_what_the_gate_says_once_it_is_saved(desk, make_story, typed):
    story = make_story()
    said = messages(ask(desk, story, **typed)["findings"])
    desk.post(change(story), form_of(desk.get(change(story))) | typed | {"_continue": "1"})
    story.refresh_from_db()
    found = gate.in_the_way(drafts.of_story(story), clock())
    assert [each.replace("&#x27;", "'") for each in said] == [finding.message for finding in found]


def test_rows_are_judged_as_they_stand_and_lead_to_their_own_line(desk, make_story, union):
    story = make_story(attributions=[Attribution(source=union, words="Two years of building,")])
    assert "not in the text" in ask(desk, story, body="<p>Other words.</p>")["findings"]
    added = {"attributions-TOTAL_FORMS": 3} | attribution(2, union, "never said")
    told = ask(desk, story, **added)["findings"]
    assert "#id_attributions-2-words" in told
    gone = ask(desk, story, body="<p>Other words.</p>", **row("attributions", 0, DELETE="on"))["findings"]
    assert "Two years" not in gone
    secret = ask(desk, story, **row("attributions", 0, terms="background"))["findings"]
    assert "must be a protected one" in secret


def test_half_a_row_is_none_yet(desk, make_story, union):
    story = make_story()
    for typed in (attribution(0, union, ""), row("attributions", 0, words="x", kind="quotation", source="")):
        told = ask(desk, story, **{"attributions-TOTAL_FORMS": 1}, **typed)
        assert "findings" in told


def test_a_byline_and_a_photo_that_are_chosen_are_seen(desk, make_story, lina):
    story = make_story(body="<p>word</p>" * 130)
    assert "No byline" in ask(desk, story)["findings"]
    byline = {"bylines-TOTAL_FORMS": 1} | row("bylines", 0, contributor=lina.pk, position="0")
    assert "No byline" not in ask(desk, story, **byline)["findings"]
    photo = Photo.objects.create(slug="quay", image=quay())
    assert "no alternative text" in ask(desk, story, lead_photo=photo.pk)["findings"]


NONSENSE = ["", "0", "-1", "x", "9" * 40, "²"]


@pytest.mark.parametrize("number", NONSENSE)
def test_of_no_story_nothing_is_said(desk, make_story, number):
    story = make_story()
    assert "findings" not in ask(desk, story, of=number)


def test_whatever_is_sent_is_answered_and_nothing_is_saved(desk, make_story):
    story = make_story()
    hostile = [
        {"bylines-TOTAL_FORMS": "x"}, {"attributions-TOTAL_FORMS": "1000000"}, {"attributions-INITIAL_FORMS": "-1"},
        {"version": "x"}, {"embargo_until": "9999-99-99"}, {"section": "nonsense"}, {"tags": "x" * 5000},
        {"headline": "h" * 5000}, {"lead_photo": "x"}, {"kind": "none"}, {"headline": "\x00"},
        row("attributions", 0, source="x", id="99999"),
    ]  # fmt: skip
    for typed in hostile:
        assert "findings" in ask(desk, story, **typed), typed
    story.refresh_from_db()
    assert (story.version, Source.objects.count()) == (1, 0)


def test_it_is_said_to_nobody_who_may_not_write(client, administrator, make_story):
    client.force_login(administrator)
    story = make_story()
    assert "findings" not in client.post(LEDGER, {"of": story.pk, "body": "x"}).json()
