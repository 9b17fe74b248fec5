"""What stands between a story and its publication, on its form: each finding leads to where it is mended."""

import pytest
from django.urls import reverse

from articles.actions import publishing
from articles.models import Attribution
from articles.text import quotations
from articles.text.ledger import ledger
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db

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
    story.attributions.create(source=union, words="We asked")
    assert findings_of(desk, story) == [("unowned", "“And got none.”: nobody owns this quotation yet.")]
    story.attributions.create(source=union, words="And got none", position=1)
    assert findings_of(desk, story) == []
    assert 'id="unowned-heading"' in desk.get(change(story)).content.decode()


def test_a_quotation_that_nobody_owns_is_no_bar_to_publication(make_story):
    story = make_story(body=TWO)
    publishing.publish(story, revision=1, by=None)
    assert story.publications.live().exists()


def test_a_finding_leads_to_the_attribution_that_it_is_about(desk, make_story, union):
    owned = [Attribution(source=union, words=words, kind="quotation") for words in ("We asked for rest,", "No more")]
    story = make_story(body="<p>“We asked for rest,” the guild said.</p>", attributions=owned)
    assert findings_of(desk, story) == [("id_attributions-1-words", "“No more” is not in the text.")]
    assert 'id="id_attributions-1-words"' in desk.get(change(story)).content.decode()


def test_the_ledger_and_the_list_count_the_same(desk):
    answer = desk.post(reverse("admin:articles_story_ledger"), {"body": TWO, "words": "got none", "occurrence": "1"})
    assert answer.json() == {"found": [True], "unowned": [{"words": "We asked for rest,", "occurrence": 1}]}


def test_a_text_of_nothing_but_quotations_is_read_in_no_time():
    body = "".join(f"<p>“Word {number} of many”</p>" for number in range(3_000))
    assert len(list(ledger(body, []).unowned)) == quotations.MOST


def test_the_form_lists_what_stands_in_the_way_with_a_link_to_its_field(copy_desk, make_story):
    page = copy_desk.get(change(make_story(headline="", section=None))).content.decode()
    assert '<a href="#id_headline">The headline is empty.</a>' in page
    assert '<a href="#id_section">No section has been chosen.</a>' in page
