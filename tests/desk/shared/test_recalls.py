"""The desk's pages of a recall: asked on the source, worked through as a list, told wherever the source is chosen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import publishing, recalls, stories
from articles.models import Attribution, Recall, RecallItem, Source, drafts
from articles.models.recall import PAGE
from tests.desk.forms import form_of
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db
WORDS = "Two years of building,"


def ask(source):
    return reverse("admin:articles_source_recall", args=[source.pk])


def work(recall):
    return reverse("admin:articles_recall_change", args=[recall.pk])


def source_page(client, source):
    return client.get(reverse("admin:articles_source_change", args=[source.pk])).content.decode()


@pytest.fixture
def recall(live_story, union):
    return recalls.recall(union, by=None, reason="It recanted.")


def test_it_is_asked_on_the_source_and_leads_to_the_list(desk, live_story, union, chief):
    assert ask(union) in source_page(desk, union)
    refused = desk.post(ask(union), {"reason": " "})
    assert not Recall.objects.exists()
    assert refused.status_code == 200
    page = desk.post(ask(union), {"reason": "It recanted."}, follow=True).content.decode()
    assert WORDS in page
    assert "1 of 1 open" in page
    assert Recall.objects.get().opened_by == chief
    told = source_page(desk, union)
    assert ask(union) not in told
    assert "It recanted." in told
    assert work(Recall.objects.get()) in told


def test_asked_twice_it_says_so(desk, recall, union):
    assert work(recall) in desk.get(ask(union)).content.decode()
    assert "This source has been recalled already." in desk.post(ask(union), {"reason": "Again"}).content.decode()
    assert Recall.objects.count() == 1


def test_the_list_says_where_each_passage_stands_in_each_edition(desk, live_story, make_story, arabic, union):
    said = Attribution(source=union, words="عامان من البناء")
    make_story(arabic, headline="إضراب", body="<p>«عامان من البناء»، قالت.</p>", attributions=[said])
    changed = drafts.with_changes(live_story, body="<p>Nothing.</p>", attributions=[])
    stories.revise(live_story, changed, version=1, by=None)
    publishing.publish(live_story, revision=2, by=None)
    page = desk.get(work(recalls.recall(union, by=None, reason="So."))).content.decode()
    assert '<blockquote lang="ar" dir="rtl">عامان من البناء</blockquote>' in page
    assert '<span class="quiet">at the desk</span>' in page
    assert '<span class="quiet">in an earlier version</span>' in page


def test_a_passage_is_kept_and_taken_up_again_on_the_list(desk, recall, chief):
    item = recall.items.get()
    desk.post(work(recall), {"item": item.pk, "deed": "keep", "reason": ""})
    assert RecallItem.objects.get().state == "open"
    page = desk.post(work(recall), {"item": item.pk, "deed": "keep", "reason": "The minutes."}, follow=True)
    assert "The minutes." in page.content.decode()
    assert RecallItem.objects.get().by == chief
    desk.post(work(recall), {"item": item.pk, "deed": "take-up"})
    assert RecallItem.objects.get().state == "open"


def test_it_ends_when_nothing_of_it_is_open(desk, recall):
    desk.post(work(recall), {"deed": "end"})
    assert not Recall.objects.get().ended_at
    desk.post(work(recall), {"item": recall.items.get().pk, "deed": "keep", "reason": "The minutes."})
    desk.post(work(recall), {"deed": "end"})
    assert Recall.objects.get().ended_at


def test_whoever_may_not_publish_reads_the_list_and_changes_nothing(copy_desk, recall, union):
    page = copy_desk.get(work(recall))
    assert WORDS in page.content.decode()
    assert 'name="deed"' not in page.content.decode()
    asked = {"item": recall.items.get().pk, "deed": "keep", "reason": "So."}
    assert copy_desk.post(work(recall), asked).status_code == 403
    assert copy_desk.get(ask(union)).status_code == 403
    assert ask(union) not in source_page(copy_desk, union)


@pytest.mark.parametrize("sent", [{}, {"deed": "keep", "item": "x"}, {"deed": "keep", "item": "9" * 30}, {"deed": "?"}])
def test_what_no_form_sends_is_not_found(desk, recall, sent):
    assert desk.post(work(recall), sent).status_code == 404


def test_the_first_page_counts_what_is_open_and_is_silent_when_nothing_is(desk, recall):
    assert "Recalls: 1 of 1 open" in desk.get("/admin/").content.decode()
    recalls.keep(recall.items.get(), by=None, reason="So.")
    assert "Recalls:" not in desk.get("/admin/").content.decode()


def test_look_ups_warn_until_it_is_ended(desk, recall, union):
    asked = "app_label=articles&model_name=attribution&field_name=source&term=dock"
    found = desk.get(f"/admin/autocomplete/?{asked}").json()["results"]
    assert "recalled on" in found[0]["text"]
    recalls.keep(recall.items.get(), by=None, reason="So.")
    recalls.end(recall, by=None)
    assert "recalled on" not in desk.get(f"/admin/autocomplete/?{asked}").json()["results"][0]["text"]


def test_what_rests_on_it_is_told_before_it_goes_out(desk, recall, make_story, union):
    story = make_story(headline="Tomorrow", attributions=[Attribution(source=union, words=WORDS)])
    page = desk.get(reverse("admin:articles_story_publish", args=[story.pk])).content.decode()
    assert "“Two years of building,”: Dockers’ Union was recalled on" in page
    publishing.publish(story, revision=1, by=None)


def test_a_correction_has_its_words_filled_in(desk, recall, live_story):
    address = reverse("admin:articles_story_correct", args=[live_story.pk])
    changed = drafts.with_changes(live_story, body="<p>Nothing.</p>", attributions=[])
    stories.revise(live_story, changed, version=1, by=None)
    page = desk.get(address)
    form = page.context["form"]
    assert (form["wrong"].value(), form["kind"].value(), form["right"].value()) == (WORDS, "correction", None)
    desk.post(address, form_of(page) | {"right": "Nobody said so."})
    assert RecallItem.objects.get().state == "corrected"


def test_words_that_still_stand_are_not_called_wrong(desk, recall, live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers wait"), version=1, by=None)
    form = desk.get(reverse("admin:articles_story_correct", args=[live_story.pk])).context["form"]
    assert not form["wrong"].value()


def test_a_protected_source_is_known_by_its_label(desk, live_story):
    source = Source.objects.create(slug="protected-1", name="an official", protected_in=live_story)
    page = desk.post(ask(source), {"reason": "It was a hoax."}, follow=True).content.decode()
    assert "an official" in page
    assert "Nothing relies on it" in page


def test_a_long_list_is_paged_and_asks_no_more_for_many_than_for_few(desk, recall, make_story, union):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(work(recall))
        return len(queries), page

    make_story(attributions=[Attribution(source=union, words=WORDS)])
    few, _page = asked()
    bodies = [f"<p>“Word {number} of it”, it said.</p>" for number in range(PAGE)]
    for number, body in enumerate(bodies):
        make_story(body=body, attributions=[Attribution(source=union, words=f"Word {number} of it")])
    many, first = asked()
    assert few == many
    assert first.content.decode().count("<blockquote") == PAGE
    second = desk.get(work(recall) + first.context["next"]).content.decode()
    assert second.count("<blockquote") == 2
    assert change(recall.items.last().story) in second
