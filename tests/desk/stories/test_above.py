"""What is quoted above a text, and in a correction: a row in the ledger, a finding that leads to its field, and how one
says that it is no quotation."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import publishing, stories
from articles.models import Attribution, NoQuotation, Publication, drafts
from articles.rules.readiness import findings
from tests.desk.forms import form_of
from tests.desk.stories.buttons import at, errors_of, press
from tests.desk.stories.form import attribution, change

pytestmark = pytest.mark.django_db
LEDGER = "/admin/articles/story/ledger/"
HEADLINE = "Bridge ‘a death trap’, says Maren Toll"
SAID = "In the headline: “a death trap”: nobody owns this quotation yet."
TOLD = "The union said: “We never signed that paper.”"


def ask(client, story, **typed):
    sent = form_of(client.get(change(story)))
    return client.post(LEDGER, sent | {"of": story.pk, "language": "en"} | typed).json()


# The ledger


def test_an_open_quotation_of_a_headline_has_a_row_that_comes_first_and_says_where(desk, make_story):
    told = ask(desk, make_story(body="<p>“Shut it,” said Hesse.</p>"), headline=HEADLINE)
    where = [(each["words"], each["occurrence"], each["field"], each["where"]) for each in told["unowned"]]
    assert where == [("a death trap", 0, "headline", "In the headline"), ("Shut it,", 1, "", "")]
    assert told["order"] == [["open", 0], ["open", 1]]
    assert told["places"][0] == [-3, 8, 20, "a death trap"]
    assert told["head"] == "2 quotations · 0 owned · 2 open"


def test_its_owner_is_proposed_from_its_own_line(desk, make_story):
    told = ask(desk, make_story(body="<p>The bridge is shut.</p>"), headline=HEADLINE)
    assert [owner["name"] for owner in told["unowned"][0]["proposals"][0]] == ["Maren Toll"]


def test_a_line_above_the_text_changes_no_proposal_in_it(desk, make_story):
    story = make_story(body="<p>“Shut it,” said Hesse.</p><p>The union objects. “Never.”</p>")
    alone = ask(desk, story)["unowned"]
    assert ask(desk, story, headline=HEADLINE)["unowned"][1:] == alone


def test_what_the_text_tells_is_no_row_of_its_own(desk, make_story):
    story = make_story(body="<p>“It is a death trap,” said Toll.</p>")
    assert [each["field"] for each in ask(desk, story, headline=HEADLINE)["unowned"]] == [""]


def test_a_row_owns_words_above_the_text(desk, make_story, union):
    story = make_story()
    row = {"words": ["a death trap"], "occurrence": ["0"], "source": [union.pk], "further": [""]}
    told = ask(desk, story, headline=HEADLINE, **row)
    assert (told["found"], told["unowned"], told["head"]) == ([True], [], "1 quotation · 1 owned")


def test_a_story_that_is_not_saved_yet_is_read_as_it_is_typed(desk):
    typed = {"body": "<p>x</p>", "headline": "Bridge shut", "standfirst": "“We waited,” she said."}
    assert [each["field"] for each in desk.post(LEDGER, typed).json()["unowned"]] == ["standfirst"]


# Saved, and published


def test_a_row_of_the_form_is_saved_and_goes_out(desk, make_story, union):
    story = make_story(headline=HEADLINE, body="<p>Shut.</p>")
    typed = {"attributions-TOTAL_FORMS": 1} | attribution(0, union, "a death trap", occurrence="0")
    desk.post(change(story), form_of(desk.get(change(story))) | typed | {"_continue": "1"})
    assert [(row.words, row.occurrence) for row in story.attributions.all()] == [("a death trap", 0)]
    assert 'data-found="true"' in desk.get(change(story)).text
    press(desk, story, "publish")
    assert story.publications.get().unowned_count == 0


def test_it_says_the_same_at_the_button_in_the_list_in_the_ledger_and_in_the_refusal(client, editor, make_story):
    client.force_login(editor)
    story = make_story(headline=HEADLINE)
    assert SAID in [each.message for each in findings(drafts.of_story(story).facts(), story.created_at)]
    assert f'<a href="#id_headline">{SAID}</a>' in client.get(change(story)).text
    assert SAID in ask(client, story)["findings"]
    page = client.get(at(story, "publish"))
    assert f'#id_headline">{SAID}</a>' in page.text
    assert page.context["is_stopped"]
    assert SAID in errors_of(press(client, story, "publish"))
    assert not Publication.objects.exists()


# Not a quotation


def test_it_is_no_quotation_as_it_is_typed(client, reporter, make_story):
    client.force_login(reporter)
    story = make_story()
    typed = {"headline": "Pier ‘crisis’ grows", "standfirst": "", "lead_caption": "", "body": story.body}
    said = {"words": "crisis", "occurrence": "0"}
    refused = client.post(at(story, "no-quotation"), said, headers={"accept": "application/json"})
    assert refused.status_code == 409
    client.post(at(story, "no-quotation"), said | typed, headers={"accept": "application/json"})
    told = ask(client, story, headline=typed["headline"])
    assert told["unowned"] == []
    assert [(each["words"], each["where"]) for each in told["waived"]] == [("crisis", "In the headline")]


def test_it_is_no_quotation_on_the_page_of_the_button(client, editor, make_story):
    client.force_login(editor)
    story = make_story(headline="Pier ‘crisis’ grows")
    client.post(at(story, "no-quotation"), {"words": "crisis", "occurrence": "0", "back": "publish"})
    assert NoQuotation.objects.get().occurrence == 0
    page = client.get(at(story, "publish"))
    assert "1 marked as no quotation, by editor: “crisis”" in page.text
    assert not page.context["is_stopped"]


# A correction


@pytest.fixture
def mended(live_story):
    draft = drafts.with_changes(live_story, headline="Dockers reject the offer")
    return stories.revise(live_story, draft, version=1, by=None)


def test_what_a_correction_brings_is_refused_in_the_form_and_goes_out_with_other_words(client, editor, mended):
    client.force_login(editor)
    page = press(client, mended, "correct", right=TOLD)
    said = "In the correction: “We never signed that paper.”: nobody owns this quotation yet."
    assert said in errors_of(page)
    assert f'#attributions-group">{said}</a>' in page.text
    assert not page.context["is_stopped"]
    press(client, mended, "correct", right="The union never signed that paper.")
    assert mended.publications.count() == 2


def test_a_chief_is_offered_to_correct_all_the_same(client, chief, mended):
    client.force_login(chief)
    assert not client.get(at(mended, "correct")).context["may_override"]
    assert press(client, mended, "correct", right=TOLD).context["may_override"]
    press(client, mended, "correct", right=TOLD, is_all_the_same="1", all_the_same="A court has it")
    assert mended.publications.count() == 2


# What it costs


def test_publishing_asks_no_more_of_the_database_for_what_stands_above(make_story, union):
    said = [Attribution(source=union, words="a death trap", occurrence=nth) for nth in (1, 0)]
    asked = []
    for headline, row in (("Bridge shut", said[0]), (HEADLINE, said[1])):
        story = make_story(headline=headline, body="<p>It is a death trap.</p>", attributions=[row])
        with CaptureQueriesContext(connection) as queries:
            publishing.publish(story, revision=1, by=None)
        asked.append(len(queries))
    assert asked[0] == asked[1]
