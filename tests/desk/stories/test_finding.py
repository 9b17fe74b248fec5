"""Finding stories at the desk: by their words, and by what a list is narrowed to."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext

from articles.actions import erasing, publishing, stories
from articles.models import Contributor, Source, Story, StoryWords, drafts
from articles.models.standing import Standing, standing_so, with_standing
from tests.desk.forms import lookup

LIST = "/admin/articles/story/"


def listed(client, address=LIST, **asked):
    response = client.get(address, asked)
    assert response.status_code == 200, response.headers
    return list(response.context["cl"].result_list)


def headlines(client, **asked):
    return [story.headline for story in listed(client, **asked)]


# Stories, by their words


def test_a_story_is_found_by_what_it_says_now_and_not_by_what_it_said(desk, make_story):
    story = make_story(headline="Barley prices rise")
    stories.revise(story, drafts.with_changes(story, headline="Wheat prices rise"), version=1, by=None)
    assert headlines(desk, q="wheat") == ["Wheat prices rise"]
    assert headlines(desk, q="barley") == []


@pytest.mark.parametrize("typed", ["reject", "rejected OFFER", '"pay offer"', "dockers -wheat", "casual workers"])
def test_each_word_is_found_in_each_of_its_forms(desk, make_story, typed):
    make_story()
    assert len(listed(desk, q=typed)) == 1


@pytest.mark.parametrize("typed", ["the", "-dockers", "?!", "wheat dockers", "'", "a:*", "\\"])
def test_what_names_no_story_finds_none(desk, make_story, typed):
    make_story()
    assert listed(desk, q=typed) == []


@pytest.mark.parametrize("typed", ["وزير", "للوزراء", "الوزيرُ", "مــوانئ"])
def test_words_of_arabic_are_found_in_any_spelling(desk, make_story, arabic, typed):
    make_story(arabic, headline="الوزراء في الموانئ مع الوزير", body="<p>نص</p>")
    assert len(listed(desk, q=typed)) == 1


def test_a_story_is_found_by_its_number_and_by_the_beginning_of_its_slug(desk, make_story):
    story, _other = make_story(slug="port-strike"), make_story(slug="wheat")
    assert listed(desk, q=str(story.pk)) == [story]
    assert listed(desk, q="port-st") == [story]


def test_nothing_of_what_was_erased_is_left_to_be_found(desk, live_story, chief, editor):
    assert StoryWords.objects.get().vector
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    assert not StoryWords.objects.exists()
    assert listed(desk, q="casual") == []


def test_words_are_made_anew_for_what_came_another_way(desk, make_story, union, lina):
    story = make_story()
    Story.objects.filter(pk=story.pk).update(headline="Barley")
    Source.objects.update(found_by="")
    Contributor.objects.update(found_by="")
    call_command("rebuild_search", verbosity=0, stdout=open("/dev/null", "w"))  # noqa: SIM115
    assert headlines(desk, q="barley") == ["Barley"]
    assert len(lookup(desk, "attribution", "source", "dock")) == 1
    assert len(lookup(desk, "byline", "contributor", "hasko")) == 1


# What a list is narrowed to


@pytest.fixture
def one_of_each(make_story, live_story, soon, chief, editor):
    """A story in each standing, and one that is live with a schedule."""
    changed = make_story(headline="Changed")
    publishing.publish(changed, revision=1, by=None)
    stories.revise(changed, drafts.with_changes(changed, standfirst="More"), version=1, by=None)
    publishing.publish(changed, revision=2, by=None, at=soon)
    stories.revise(changed, drafts.with_changes(changed, standfirst="And more"), version=2, by=None)
    publishing.publish(make_story(headline="Waiting"), revision=1, by=None, at=soon)
    make_story(headline="Draft")
    withdrawn, erased, blank = (make_story(headline=name) for name in ("Withdrawn", "Erased", "Blank"))
    for story in (withdrawn, erased):
        publishing.publish(story, revision=1, by=None)
    publishing.withdraw(withdrawn, by=None, reason="Wrong")
    for story in (erased, blank):
        erasing.erase(story, by=chief, agreed_by=editor, reason="A court.")


@pytest.mark.parametrize("standing", Standing)
def test_a_list_by_standing_holds_those_with_that_word(one_of_each, desk, standing):
    """The one is found by sets, the other asked of each story: they must not part ways."""
    of_word = set(with_standing(Story.objects).filter(standing=standing))
    found = set(listed(desk, standing=standing.value))
    both = {
        Standing.LIVE: set(with_standing(Story.objects).filter(standing=Standing.CHANGED)),
        Standing.SCHEDULED: set(Story.objects.filter(publications__live_from__gt=Now())),
    }
    assert found == of_word | both.get(standing, set())
    assert found == set(standing_so(Story.objects, standing))
    assert found or standing == Standing.ENDED


def test_a_list_is_narrowed_by_whoever_and_whatever_hangs_on_a_story(desk, live_story, make_story, union, lina):
    make_story()
    tag = live_story.tags.get(key="ports")
    for asked in ({"contributor": lina.pk}, {"tag": tag.pk}, {"source": union.pk}):
        assert listed(desk, **asked) == [live_story]
        ((name, pk),) = asked.items()
        page = desk.get(LIST, asked).content.decode()
        assert f'<option value="{pk}" selected>' in page, name
    assert len(listed(desk, contributor="nonsense", tag="", source="9" * 30)) == 2


def test_a_list_is_narrowed_to_days(desk, live_story, make_story, now):
    make_story()
    today, tomorrow = f"{now:%Y-%m-%d}", f"{now + timedelta(days=1):%Y-%m-%d}"
    assert len(listed(desk, changed_from=today, changed_until=today)) == 2
    assert listed(desk, live_from=today, live_until=today) == [live_story]
    assert listed(desk, changed_from=tomorrow) == []
    assert len(listed(desk, changed_from="nonsense", live_until="9999-99-99")) == 2


def test_ones_own(desk, chief, live_story, make_story, lina):
    worked_on = make_story(headline="Mine")
    stories.revise(worked_on, drafts.with_changes(worked_on, headline="Still mine"), version=1, by=chief)
    lina.user = chief
    lina.save()
    assert listed(desk, mine="work") == [worked_on]
    assert listed(desk, mine="byline") == [live_story]


def test_filters_go_together_and_keep_each_other(desk, live_story, make_story, lina):
    make_story(bylines=[lina])
    assert listed(desk, contributor=lina.pk, standing="live", q="dockers") == [live_story]
    page = desk.get(LIST, {"contributor": lina.pk, "standing": "live"}).content.decode()
    assert '<input type="hidden" name="standing" value="live">' in page


# Further on


@pytest.mark.parametrize("order", ["", "1"])
def test_each_row_of_a_long_list_is_met_once_and_pages_cost_the_same(desk, english, order):
    Story.objects.bulk_create(Story(edition=english, headline=f"Story {number}") for number in range(120))
    column = f"{order}7" if order else ""
    met, asked, address = [], [], f"{LIST}?o={column[1:]}" if column else LIST
    while address:
        with CaptureQueriesContext(connection) as queries:
            response = desk.get(address)
        changelist = response.context["cl"]
        met += [story.pk for story in changelist.result_list]
        asked.append(len(queries))
        address = LIST + changelist.older_link if changelist.older else None
    assert len(met) == len(set(met)) == 120
    assert len(asked) == 3
    assert max(asked[1:]) <= asked[0]


def test_a_list_goes_on_from_where_it_was_though_the_last_row_has_moved(desk, english):
    Story.objects.bulk_create(Story(edition=english, headline=f"Story {number}") for number in range(60))
    first = desk.get(LIST).context["cl"]
    last = first.result_list[-1]
    Story.objects.filter(pk=last.pk).update(changed_at=Now() + timedelta(seconds=1))
    seen = {story.pk for story in first.result_list}
    assert not seen & {story.pk for story in listed(desk, LIST + first.older_link)}


@pytest.mark.parametrize("key", ["nonsense", "_", "x_1", "2026-01-01_x", "9" * 40, "2026-99-99T00:00_1", "0"])
def test_a_key_of_nonsense_does_not_break(desk, make_story, key):
    make_story()
    assert desk.get(LIST, {"before": key}).status_code in (200, 302)


def test_a_story_is_found_by_a_word_of_its_text(copy_desk, make_story):
    make_story(headline="Harvest", body="<p>The lake is salt.</p>")
    make_story()
    rows = copy_desk.get("/admin/articles/story/", {"q": "salt"}).context["cl"].result_list
    assert [story.headline for story in rows] == ["Harvest"]
