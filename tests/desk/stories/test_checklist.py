"""What stands between a story and its publication, on its form: each finding leads to where it is mended."""

from datetime import timedelta

import pytest
from django.urls import reverse

from articles.actions import publishing
from articles.models import Attribution
from articles.text import ledger as ledgers
from articles.text.ledger import ledger
from tests.desk.stories.buttons import at, errors_of, press
from tests.desk.stories.form import change

LEDGER = reverse("admin:articles_story_ledger")

pytestmark = pytest.mark.django_db

ONE = ("attributions-group", "Everything in it comes from one organisation.")
TWO = "<p>“We asked for rest,” the guild said. “And got none.”</p>"


def findings_of(client, story):
    """What the form says, each with where its link leads."""
    context = client.get(change(story)).context
    return [(place, str(finding.message)) for place, finding in context["findings"]]


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def test_what_was_spiked_warns_and_may_go_out_all_the_same(desk, make_story):
    story = make_story(body="<p>Rain.</p>", stage="spiked")
    assert findings_of(desk, story) == [("id_stage", "It is spiked: somebody decided that it should not go out.")]
    publishing.publish(story, revision=1, by=None)


def test_a_quotation_that_nobody_owns_is_found_without_a_script(desk, make_story, union):
    story = make_story(body=TWO)
    assert findings_of(desk, story) == [
        ("unowned", "2 quotations that nobody owns yet, the first: “We asked for rest,”")
    ]
    assert '<q lang="en" dir="ltr">And got none.</q>' in desk.get(change(story)).content.decode()
    story.attributions.create(source=union, words="We asked for")
    assert findings_of(desk, story) == [("unowned", "“And got none.”: nobody owns this quotation yet."), ONE]
    story.attributions.create(source=union, words="And got none", position=1)
    assert findings_of(desk, story) == [ONE]
    assert 'id="unowned"' in desk.get(change(story)).content.decode()


def test_a_quotation_that_nobody_owns_stops_publication_and_its_button(client, chief, make_story):
    story = make_story(body=TWO)
    client.force_login(chief)
    page = client.get(at(story, "publish"))
    assert (page.context["is_stopped"], page.context["may_override"]) == (True, True)
    assert "nobody owns" in errors_of(press(client, story, "publish"))
    assert not story.publications.exists()


def test_a_chief_publishes_all_the_same_with_a_reason_and_an_editor_is_not_asked(client, chief, editor, make_story):
    story = make_story(body=TWO)
    client.force_login(editor)
    assert "Publish all the same" not in client.get(at(story, "publish")).text
    press(client, story, "publish", is_all_the_same="1", all_the_same="Because")
    assert not story.publications.exists()
    client.force_login(chief)
    assert "takes a reason" in errors_of(press(client, story, "publish", is_all_the_same="1", all_the_same=" "))
    # A reason without its own button is none.
    assert "nobody owns" in errors_of(press(client, story, "publish", all_the_same="The tape is in the safe"))
    press(client, story, "publish", is_all_the_same="1", all_the_same="The tape is in the safe")
    assert "The tape is in the safe" in story.events.get(verb="published").note


def test_nothing_else_is_published_all_the_same(client, chief, make_story):
    client.force_login(chief)
    story = make_story(body=TWO, headline="")
    assert not client.get(at(story, "publish")).context["may_override"]


def test_words_are_marked_as_no_quotation_on_the_page_of_the_button_and_taken_back(client, editor, make_story):
    client.force_login(editor)
    story = make_story(body="<p>The “so big it scared us” wave.</p>")
    said = {"words": "so big it scared us", "occurrence": "1", "back": "publish"}
    assert client.post(at(story, "no-quotation"), said).url == at(story, "publish")
    page = client.get(at(story, "publish"))
    assert "1 marked as no quotation, by editor: “so big it scared us”" in page.text
    assert not page.context["is_stopped"]
    answer = client.post(at(story, "quotation-again"), said, headers={"accept": "application/json"}).json()
    assert (answer["marked"], answer["unowned"]) == ([], [{"words": "so big it scared us", "occurrence": 1}])
    refused = client.post(at(story, "no-quotation"), {"words": "wave"}, headers={"accept": "application/json"})
    assert (refused.status_code, list(refused.json())) == (409, ["said"])


def test_what_is_marked_is_asked_for_no_more_as_one_types(client, reporter, make_story):
    client.force_login(reporter)
    story = make_story(body="<p>The “so big it scared us” wave.</p>")
    typed = {"of": story.pk, "body": "<p>The “so big it scared us” wave and the “so small it fooled us” one.</p>"}
    client.post(at(story, "no-quotation"), {"words": "so big it scared us"})
    assert client.post(LEDGER, typed).json()["unowned"][0]["words"] == "so small it fooled us"


def test_where_the_statements_come_from_and_what_nobody_owns_stand_on_story_and_list(client, editor, make_story, now):
    client.force_login(editor)
    story = make_story(body=TWO)
    publishing.import_version(story, live_from=now - timedelta(days=9), by=None)
    said = "no statements · readers have 2 quotations that nobody owns"
    assert said in client.get(change(story)).text
    narrowed = client.get("/admin/articles/story/?sourcing=not-owned")
    assert said in narrowed.text
    assert [row.pk for row in narrowed.context["cl"].result_list] == [story.pk]
    publishing.withdraw(story, by=None, reason="It was wrong.")
    assert not client.get("/admin/articles/story/?sourcing=not-owned").context["cl"].result_list


def test_a_finding_leads_to_the_attribution_that_it_is_about(desk, make_story, union):
    owned = [Attribution(source=union, words=words, kind="quotation") for words in ("We asked for rest,", "No more")]
    story = make_story(body="<p>“We asked for rest,” the guild said.</p>", attributions=owned)
    assert findings_of(desk, story) == [ONE, ("id_attributions-1-words", "“No more” is not in the text.")]
    assert 'id="id_attributions-1-words"' in desk.get(change(story)).content.decode()


def test_a_text_of_nothing_but_quotations_is_read_in_no_time():
    body = "".join(f"<p>“Word {number} of many”</p>" for number in range(3_000))
    assert len(list(ledger(body, []).unowned)) == ledgers.MOST


def test_the_form_lists_what_stands_in_the_way_with_a_link_to_its_field(copy_desk, make_story):
    page = copy_desk.get(change(make_story(headline="", section=None))).content.decode()
    assert '<a href="#id_headline">The headline is empty.</a>' in page
    assert '<a href="#id_section">No section has been chosen.</a>' in page
