"""Rows whose words somebody changed: told as one types, and judged as they will be when they are saved."""

import pytest

from articles.actions import no_quotations
from articles.models import Attribution
from tests.desk.forms import form_of
from tests.desk.stories.form import attribution, change

pytestmark = pytest.mark.django_db
LEDGER = "/admin/articles/story/ledger/"
BODY = "<p>“We asked for rest,” the guild said.</p><p>“And got none,” it said.</p>"
OTHER = BODY.replace("rest", "bread")


@pytest.fixture
def story(make_story, union, reporter):
    said = Attribution(source=union, words="We asked for rest,", check_made="heard", verified_by=reporter)
    return make_story(body=BODY, attributions=[said])


def sent(client, story, **typed):
    return form_of(client.get(change(story))) | typed


def ask(client, story, body, words="We asked for rest,", **typed):
    of_rows = {"row": ["attributions-0"], "words": [words], "occurrence": [1], "source": [""], "further": [""]}
    form = sent(client, story, body=body, **typed)
    return client.post(LEDGER, form | of_rows | {"of": story.pk, "language": "en"}).json()


def test_the_passage_that_took_its_place_stands_in_its_row_and_is_open_nowhere(desk, story):
    told = ask(desk, story, OTHER)
    assert told["changed"]["0"] == {
        "old": "We asked for rest,",
        "words": "We asked for bread,",
        "occurrence": 1,
        "pieces": [["same", "We asked for "], ["gone", "rest"], ["new", "bread"], ["same", ","]],
        "was_verified": False,
    }
    assert told["found"] == [False]
    assert [each["words"] for each in told["unowned"]] == ["And got none,"]
    assert told["order"] == [["row", 0], ["open", 0]]
    assert told["places"][0] == [0, 1, 20, "We asked for bread,"]
    assert told["head"] == "2 quotations · 0 owned · 1 changed · 1 open"


def test_a_row_whose_words_are_gone_stands_nowhere(desk, story):
    told = ask(desk, story, "<p>“The tariff is high,” the guild said.</p>")
    assert (told["changed"], told["found"], len(told["unowned"])) == ({}, [False], 1)


def test_what_somebody_has_said_is_no_quotation_takes_no_row(desk, story):
    no_quotations.mark(story, words="We asked for bread,", by=None, body=OTHER)
    told = ask(desk, story, OTHER)
    assert len(told["waived"]) == 1
    assert told["changed"] == {}


def test_a_check_that_will_fall_is_told_before_it_is_saved(desk, story):
    new = "We asked for bread,"
    told = ask(desk, story, OTHER, words=new, **{"attributions-0-words": new})
    assert told["changed"]["0"]["was_verified"] is True
    assert told["changed"]["0"]["old"] == "We asked for rest,"
    assert "were verified otherwise" in told["findings"]


def test_what_is_verified_anew_falls_nowhere(desk, story, reporter):
    desk.force_login(reporter)
    new = "We asked for bread,"
    typed = {"attributions-0-words": new, "attributions-0-affirmed": new, "attributions-0-verified_by": reporter.pk}
    assert ask(desk, story, OTHER, words=new, **typed)["changed"] == {}
    desk.post(change(story), sent(desk, story, body=OTHER, **typed, _continue="1"))
    row = story.attributions.get()
    assert (row.words, row.check_made, row.verified_by, row.verified_words) == (new, "heard", reporter, "")


def test_nobody_verifies_anew_in_somebody_elses_name(desk, story, reporter):
    new = "We asked for bread,"
    typed = {"attributions-0-words": new, "attributions-0-affirmed": new, "attributions-0-verified_by": reporter.pk}
    desk.post(change(story), sent(desk, story, body=OTHER, **typed, _continue="1"))
    row = story.attributions.get()
    assert (row.check_made, row.verified_by, row.verified_words) == ("none", None, "We asked for rest,")


@pytest.mark.parametrize("affirmed", ["We asked for salt,", "", "We asked for rest,"])
def test_other_words_than_those_that_were_affirmed_are_verified_by_nobody(desk, story, affirmed):
    new = "We asked for bread,"
    typed = {"attributions-0-words": new, "attributions-0-affirmed": affirmed}
    desk.post(change(story), sent(desk, story, body=OTHER, **typed, _continue="1"))
    row = story.attributions.get()
    assert (row.check_made, row.verified_by, row.verified_words) == ("none", None, "We asked for rest,")


def test_a_new_row_of_a_story_that_was_never_saved_is_paired_too(desk, union):
    of_rows = {"row": ["attributions-0"], "words": ["We asked for rest,"], "occurrence": [1]}
    told = desk.post(LEDGER, {"body": OTHER} | attribution(0, union, "We asked for rest,") | of_rows).json()
    assert told["changed"]["0"]["words"] == "We asked for bread,"
