"""Two who save over one version: what each alone touched is kept; the same words are asked, with who and when."""

from copy import copy

import pytest

from articles.actions import erasing, merging, publishing, stories
from articles.actions.reconciling import Contested
from articles.actions.refusals import MovedOn
from articles.models import Attribution, Contributor, Story, Tag, drafts

BODY = "<p>The union asked for two years of rest and the port said no.</p><p>Nothing moved on the quay.</p>"


@pytest.fixture
def story(make_story, union, lina):
    said = [Attribution(source=union, words=words) for words in ("two years of rest", "Nothing moved")]
    return make_story(body=BODY, tags=["Ports", "Pay"], bylines=[lina], attributions=said, note="call them")


@pytest.fixture
def omar(db):
    return Contributor.objects.create(slug="omar", name="Omar Said")


def save(story, by=None, **changes):
    """A save of a draft that was made on the first version."""
    opened = drafts.of_revision(story.revisions.get(number=1))
    opened.changed = frozenset(changes)
    for name, value in changes.items():
        setattr(*((opened, name, value) if name in drafts.HANGING else (opened.story, name, value)))
    return stories.revise(story, opened, version=1, by=by)


def said(story):
    return list(story.attributions.values_list("words", "capacity"))


def rows_of(story, change=None):
    """The attributions as a form that was opened on the first version has them, each changed by `change`."""
    rows = drafts.of_revision(story.revisions.get(number=1)).attributions
    return change(rows) if change else rows


def changed(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    return row


def test_different_fields_are_both_kept_and_what_was_taken_is_told_with_who(story, copy_editor, editor):
    save(story, by=copy_editor, standfirst="By copy")
    saved = save(story, by=editor, headline="By the editor")
    assert (saved.headline, saved.standfirst, saved.version) == ("By the editor", "By copy", 3)
    assert [(taken.name, taken.saved.by) for taken in saved.taken] == [("standfirst", copy_editor)]
    assert story.events.first().note == "Made on revision 1."
    assert story.revisions.get(number=3).by == editor


def test_an_emptiness_that_nobody_typed_is_not_written(story):
    save(story, standfirst="By copy")
    assert save(story, headline="Another", standfirst="").standfirst == "By copy"


def test_different_paragraphs_and_different_words_of_one_are_both_kept(story):
    save(story, body=BODY.replace("quay", "pier"))
    save(story, body=BODY.replace("two", "three"))
    saved = save(story, body=BODY.replace("no.", "yes."))
    assert saved.body == BODY.replace("quay", "pier").replace("two", "three").replace("no.", "yes.")


def test_the_same_words_are_asked_with_who_and_when_and_nothing_is_written(story, copy_editor, editor):
    save(story, by=copy_editor, body=BODY.replace("two", "three"), standfirst="By copy")
    with pytest.raises(Contested) as refused:
        save(story, by=editor, body=BODY.replace("two", "four").replace("quay", "pier"), kicker="Ports")
    found = refused.value.reconciled
    [contest] = found.contests
    assert (contest.name, contest.saved.by) == ("body", copy_editor)
    assert contest.saved.at == story.revisions.get(number=2).saved_at
    assert ("four" in contest.mine, "three" in contest.theirs) == (True, True)
    assert (found.draft.story.kicker, found.draft.story.standfirst) == ("Ports", "By copy")
    assert found.draft.story.body == BODY.replace("two", "four").replace("quay", "pier")
    assert Story.objects.get().version == 2


@pytest.mark.parametrize(
    ("name", "mine", "theirs"),
    [
        ("headline", "Mine", "Theirs"), ("slug", "mine", "theirs"), ("stage", "copy", "ready"),
        ("kind", "opinion", "analysis"), ("dateline", "Tyre", "Sidon"), ("kicker", "A", "B"), ("note", "x", "y"),
        ("embargo_until", "soon", "later"),
    ],
)  # fmt: skip
def test_each_field_that_both_have_changed_is_asked(story, soon, now, name, mine, theirs):
    moments = {"soon": soon, "later": soon.replace(year=soon.year + 1)}
    save(story, **{name: moments.get(theirs, theirs)})
    with pytest.raises(Contested) as refused:
        save(story, **{name: moments.get(mine, mine)})
    assert [contest.name for contest in refused.value.reconciled.contests] == [name]


def test_the_same_change_by_both_is_no_contest_and_makes_no_second_revision(story):
    save(story, headline="Same", tags=["Ports", "New"])
    assert save(story, headline="Same", tags=["Ports", "New"]).version == 2
    assert story.revisions.count() == 2


def test_tags_and_bylines_have_what_either_added_and_not_what_either_took_away(story, lina, omar):
    save(story, tags=["Ports", "Pay", "Strikes"], bylines=[omar, lina])
    saved = save(story, tags=["Ports", "Cranes"], bylines=[lina])
    assert [tag.name for tag in saved.tags.all()] == ["Ports", "Strikes", "Cranes"]
    assert [row.contributor for row in saved.bylines.all()] == [omar, lina]


def test_two_orders_of_the_bylines_are_asked(story, lina, omar):
    third = Contributor.objects.create(slug="third", name="Third")
    story = stories.revise(story, drafts.with_changes(story, bylines=[lina, omar, third]), version=1, by=None)

    def order(*people):
        return stories.revise(story, drafts.with_changes(story, bylines=people), version=2, by=None)

    order(omar, lina, third)
    with pytest.raises(Contested):
        order(lina, third, omar)


def test_a_tag_that_was_merged_meanwhile_is_its_survivor_and_no_change(story):
    merging.merge_tags(*(Tag.objects.get(name=name) for name in ("Pay",)), into=Tag.objects.get(name="Ports"), by=None)
    save(story, note="meanwhile")
    assert [tag.name for tag in save(story, tags=["Ports", "Pay"], headline="New").tags.all()] == ["Ports"]


def test_each_row_of_the_attributions_is_made_one_field_by_field(story, union):
    save(story, attributions=[changed(row, capacity="Secretary") for row in rows_of(story)])
    new = Attribution(source=union, words="said no")
    rows = rows_of(story, lambda rows: [changed(rows[0], words="two whole years of rest"), rows[1], new])
    numbers = list(story.attributions.values_list("pk", flat=True))
    save(story, attributions=rows)
    assert said(story) == [("said no", ""), ("Nothing moved", "Secretary"), ("two whole years of rest", "Secretary")]
    assert set(story.attributions.values_list("pk", flat=True)) > set(numbers)


def test_a_row_taken_away_by_one_and_untouched_by_the_other_is_gone_and_a_new_one_stays(story, union):
    save(story, attributions=rows_of(story, lambda rows: rows[1:]))
    save(story, attributions=[*rows_of(story), Attribution(source=union, words="said no")])
    assert [words for words, _capacity in said(story)] == ["said no", "Nothing moved"]


def test_a_row_taken_away_by_one_and_changed_by_the_other_is_asked_either_way_round(story):
    save(story, attributions=rows_of(story, lambda rows: rows[1:]))
    with pytest.raises(Contested) as refused:
        save(story, attributions=rows_of(story, lambda rows: [changed(rows[0], capacity="Chair"), rows[1]]))
    [contest] = refused.value.reconciled.contests
    assert (contest.mine.capacity, contest.theirs) == ("Chair", None)
    stories.restore(story, revision=1, version=2, by=None)
    opened = copy(story.revisions.get(number=3))
    stories.revise(
        story,
        drafts.with_changes(
            story, attributions=[changed(row, capacity="Chair") for row in drafts.of_revision(opened).attributions]
        ),
        version=3,
        by=None,
    )
    with pytest.raises(Contested) as refused:
        stories.revise(
            story,
            drafts.with_changes(story, attributions=drafts.of_revision(opened).attributions[1:]),
            version=3,
            by=None,
        )
    [contest] = refused.value.reconciled.contests
    assert (contest.mine, contest.theirs.capacity) == (None, "Chair")


def test_the_same_row_made_by_both_is_one(story, union):
    for _person in range(2):
        save(story, attributions=[*rows_of(story), Attribution(source=union, words="said no")])
    assert [words for words, _capacity in said(story)] == ["two years of rest", "said no", "Nothing moved"]


def test_rows_of_a_revision_without_their_numbers_are_known_by_what_they_say(story):
    story.revisions.update(rows=None)
    save(story, attributions=rows_of(story, lambda rows: [changed(rows[0], capacity="Secretary"), rows[1]]))
    save(story, attributions=rows_of(story, lambda rows: [rows[0], changed(rows[1], capacity="Chair")]))
    assert said(story) == [("two years of rest", "Secretary"), ("Nothing moved", "Chair")]


def test_without_a_revision_to_compare_with_all_that_differs_is_asked_but_no_emptiness(story):
    save(story, standfirst="By copy")
    story.revisions.filter(number=1).delete()
    opened = drafts.of_story(Story.objects.get())
    opened.story.standfirst, opened.story.headline = "", "Mine"
    with pytest.raises(Contested) as refused:
        stories.revise(story, opened, version=1, by=None)
    found = refused.value.reconciled
    assert [contest.name for contest in found.contests] == ["headline"]
    assert (found.draft.story.standfirst, found.draft.story.headline) == ("By copy", "Mine")


def test_what_was_erased_meanwhile_comes_back_by_nobody(live_story, chief, editor):
    opened = drafts.with_changes(live_story, headline="Mine")
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    with pytest.raises(MovedOn, match="erased"):
        stories.revise(live_story, opened, version=1, by=None)


def test_a_story_that_was_spiked_or_went_out_meanwhile_stays_so(story):
    save(story, stage="spiked")
    assert save(story, headline="Mine").stage == "spiked"
    publishing.publish(story, revision=3, by=None)
    assert save(story, kicker="Mine").slug == Story.objects.get().slug != ""


def test_a_joined_line_that_is_too_long_is_asked(make_story):
    story = make_story(kicker="a", headline="w " * 60 + "x y z")
    save(story, headline="w " * 60 + "m" * 60 + " y z")
    with pytest.raises(Contested):
        save(story, headline="w " * 60 + "x y " + "n" * 60)
