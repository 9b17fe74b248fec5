"""Whoever changes what stories share leaves an event: who, when, which row, which fields. Never what stood in them."""

import pytest
from django.urls import reverse

from articles.actions import merging, shared, stories
from articles.actions.refusals import NotAllowed
from articles.models import Contributor, Edition, Event, Section, Source, Tag, drafts
from tests.desk.forms import fill, form_of, row


def change(kept):
    return reverse(f"admin:articles_{kept._meta.model_name}_change", args=[kept.pk])


def events():
    found = Event.objects.exclude(table="").order_by("pk")
    return list(found.values_list("verb", "table", "row", "fields", "by__username"))


@pytest.mark.parametrize(
    ("model", "typed"),
    [
        (Tag, {"name": "Ports", "language": "en", "kind": "topic"}),
        (Source, {"name": "The mayor", "kind": "person"}),
        (Contributor, {"name": "Amal"}),
        (Section, {"name": "Letters", "position": 3}),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_what_is_made_and_changed_leaves_an_event_each(desk, english, model, typed):
    of_section = {"edition": english.pk} if model is Section else {}
    fill(desk, reverse(f"admin:articles_{model._meta.model_name}_add"), **typed, **of_section)
    made = model.objects.latest("pk")
    fill(desk, change(made), name="Another name")
    fill(desk, change(made))
    table = model._meta.model_name
    assert events() == [("made", table, made.pk, "", "chief"), ("changed", table, made.pk, "name", "chief")]


def test_a_tagline_and_the_lines_of_a_form_are_told_by_their_names(desk, english, union):
    fill(desk, change(english), tagline="For the whole strait")
    lines = row("names", 0, language="en", name="The union", source=union.pk) | {"names-TOTAL_FORMS": 1}
    fill(desk, change(union), **lines)
    assert events() == [
        ("changed", "edition", english.pk, "tagline", "chief"),
        ("changed", "source", union.pk, "sourcename", "chief"),
    ]
    assert Event.objects.filter(edition=english, fields="tagline").exists()


def test_what_is_refused_leaves_none(desk, english):
    fill(desk, change(english), name="")
    assert events() == []


def test_no_event_says_who_a_protected_source_was_called(desk, live_story):
    source = Source.objects.create(slug="x", name="Ministry aide Rana Sadek")
    fill(desk, change(source), name="an official", protected_in=live_story.pk)
    source.refresh_from_db()
    assert (source.name, source.is_protected) == ("an official", True)
    kept = str(list(Event.objects.values()))
    page = desk.get("/admin/articles/event/").content.decode()
    for word in ("Rana", "Sadek", "aide"):
        assert word not in kept + page
    assert "an official" in page


def test_a_merge_says_which_row(chief):
    one, other = (Tag.objects.named_or_new(name, "en") for name in ("Ports", "Harbours"))
    merging.merge_tags(one, into=other, by=chief)
    assert events() == [("merged", "tag", one.pk, "", "chief")]


def test_the_list_of_events_takes_a_query_for_each_table(desk, english, django_assert_max_num_queries):
    fill(desk, change(english), tagline="For the whole strait")
    for number in range(20):
        shared.leave_event(Tag.objects.named_or_new(f"Tag {number}", "en"), by=None, fields=["name"])
    with django_assert_max_num_queries(14):
        page = desk.get("/admin/articles/event/").content.decode()
    assert change(english) in page
    assert "tagline" in page
    assert "Tag 19" in page


# Made while something else is done


def history(client, kept):
    """What the page of its history says: who and what, newest first."""
    response = client.get(reverse(f"admin:articles_{kept._meta.model_name}_history", args=[kept.pk]))
    return [(each["event"].by.username, each["sentence"]) for each in response.context["happenings"]]


def test_a_tag_that_is_made_while_a_story_is_written_has_an_event_of_its_own(client, reporter, chief, live_story):
    client.force_login(reporter)
    change_story, before = reverse("admin:articles_story_change", args=[live_story.pk]), len(events())
    fill(client, change_story, tags="ports, Tides, “West Quay”")
    made = {tag.name: tag for tag in Tag.objects.filter(name__in=["Tides", "West Quay"])}
    assert events()[before:] == [("made", "tag", made[name].pk, "", "reporter") for name in sorted(made)]
    fill(client, change_story, headline="Another headline")
    assert len(events()) == before + 2
    merging.merge_tags(made["Tides"], into=made["West Quay"], by=chief)
    assert history(client, made["West Quay"]) == [("chief", "Merged another into it."), ("reporter", "Made it.")]
    assert history(client, made["Tides"]) == [("chief", "Merged it into another."), ("reporter", "Made it.")]


def test_tags_given_to_several_stories_at_once_are_made_once(chief, make_story):
    for story in (make_story(), make_story()):
        stories.revise(story, drafts.with_changes(story, tags=["Tides"]), version=1, by=chief)
    assert [event[-1] for event in events() if event[2] == Tag.objects.get(name="Tides").pk] == ["chief"]


def test_a_source_that_is_made_in_the_window_of_a_story_has_its_event(client, reporter, live_story):
    client.force_login(reporter)
    fill(
        client,
        f"{reverse('admin:articles_source_add')}?_popup=1&story={live_story.pk}",
        name="The mayor",
        kind="person",
    )
    assert history(client, Source.objects.get(name="The mayor")) == [("reporter", "Made it.")]


def test_the_history_says_which_fields(desk, english):
    fill(desk, change(english), tagline="For the whole strait")
    assert history(desk, english) == [("chief", "Changed: tagline.")]


def test_who_may_not_change_it_leaves_no_event(reporter, english):
    with pytest.raises(NotAllowed):
        shared.leave_event(english, by=reporter, fields=["tagline"])
    assert events() == []


# What readers have seen


@pytest.fixture
def newsroom(client, reporter):
    client.force_login(reporter)
    return client


def test_a_reporter_changes_no_name_that_readers_have_seen(newsroom, live_story, union, lina):
    for seen in (union, lina):
        sent = form_of(newsroom.get(change(seen)))
        assert "name" not in sent
        newsroom.post(change(seen), sent | {"name": "Forced", "is_public_figure": "on", "_continue": "1"})
        seen.refresh_from_db()
        assert seen.name != "Forced"
    assert union.is_public_figure is False
    tag = Tag.objects.get(name="Ports")
    assert newsroom.post(change(tag), {"name": "Forced"}).status_code == 403
    assert Tag.objects.get(pk=tag.pk).name == "Ports"


def test_a_reporter_neither_adds_nor_changes_a_name_of_what_readers_see(newsroom, live_story, union):
    kept = union.names.create(language="en", name="The union")
    lines = row("names", 1, language="ar", name="النقابة", source=union.pk) | {"names-TOTAL_FORMS": 2}
    forced = row("names", 0, id=kept.pk, language="en", name="Forced", source=union.pk, DELETE="on")
    sent = form_of(newsroom.get(change(union)))
    newsroom.post(change(union), sent | forced | lines | {"names-INITIAL_FORMS": 1, "_continue": "1"})
    assert dict(union.names.values_list("language", "name")) == {"en": "The union"}


def test_a_reporter_changes_what_readers_have_not_seen_and_an_editor_the_rest(client, reporter, editor, live_story):
    unseen = Source.objects.create(slug="mayor", name="Mayor")
    client.force_login(reporter)
    fill(client, change(unseen), name="The mayor")
    client.force_login(editor)
    fill(client, change(Tag.objects.get(name="Ports")), name="Harbours")
    assert Source.objects.get(pk=unseen.pk).name == "The mayor"
    assert Tag.objects.filter(name="Harbours").exists()
    assert Edition.objects.count() == 1
