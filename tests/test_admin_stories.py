"""Writing a story at the desk: the form, what it refuses, and that nothing typed is lost."""

from html.parser import HTMLParser

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import publishing, stories
from articles.models import Attribution, Event, Revision, Section, Source, Story, StoryTag, Tag, Verb

ADD = "/admin/articles/story/add/"


class Form(HTMLParser):
    """What a browser would send of the page's own form, as it stands."""

    def __init__(self, html):
        super().__init__()
        self.sent, self.is_in, self.select, self.text = {}, False, None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.is_in = given.get("method") == "post" and given.get("id") != "logout-form"
        name = given.get("name")
        if not self.is_in:
            return
        if tag == "textarea":
            self.text = (name, [])
        elif tag == "select":
            self.select = name
            self.sent.setdefault(name, "")
        elif tag == "option" and "selected" in given:
            self.sent[self.select] = given.get("value", "")
        elif tag == "input" and name:
            self._take(given, name)

    def _take(self, given, name):
        kind = given.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in given:
                self.sent[name] = given.get("value", "on")
        elif kind not in ("submit", "file", "button"):
            self.sent[name] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea" and self.text:
            self.sent[self.text[0]] = "".join(self.text[1]).removeprefix("\n")
            self.text = None
        if tag == "form":
            self.is_in = False

    def handle_data(self, data):
        if self.text:
            self.text[1].append(data)


def form_of(response):
    return Form(response.content.decode()).sent


def change(story):
    return reverse("admin:articles_story_change", args=[story.pk])


def fill(client, address, **typed):
    """Open a page, type, press Save."""
    sent = form_of(client.get(address)) | {"_continue": "1"}
    return client.post(address, sent | typed)


def row(prefix, number, **typed):
    return {f"{prefix}-{number}-{name}": value for name, value in typed.items()}


def attribution(number, source, words, **typed):
    usual = {"kind": "quotation", "terms": "record", "check_made": "none", "occurrence": "1"}
    return row("attributions", number, source=source.pk, words=words, **(usual | typed))


@pytest.fixture
def desk(client):
    """The desk, with someone logged in."""

    def enter(user):
        client.force_login(user)
        return client

    return enter


@pytest.fixture
def copy_desk(desk, copy_editor):
    return desk(copy_editor)


def errors_of(response):
    form = response.context["adminform"].form
    return {name: list(map(str, said)) for name, said in form.errors.items()}


# Starting


def test_a_story_is_started_with_its_bylines_tags_and_attributions(copy_desk, copy_editor, english, lina, union):
    response = fill(
        copy_desk,
        ADD,
        edition=english.pk,
        section=english.sections.get(slug="economy").pk,
        headline="Dockers reject pay offer",
        body="<p>“No,” said the union.</p>",
        tags="Ports, West Bank، دبي",
        **{"bylines-TOTAL_FORMS": 1, "attributions-TOTAL_FORMS": 1},
        **row("bylines", 0, contributor=lina.pk, position=""),
        **attribution(0, union, "No,"),
    )
    story = Story.objects.get()
    assert response.url == change(story)
    assert (story.version, [byline.contributor for byline in story.bylines.all()]) == (1, [lina])
    assert [tag.name for tag in story.tags.all()] == ["Ports", "West Bank", "دبي"]
    assert [(said.source, said.words) for said in story.attributions.all()] == [(union, "No,")]
    event = Event.objects.get()
    assert (event.verb, event.by, event.revision) == (Verb.STARTED, copy_editor, 1)
    assert Revision.objects.get().state["headline"] == "Dockers reject pay offer"


def test_tags_are_found_in_any_spelling_and_made_once(copy_desk, arabic, make_story):
    known = Tag.objects.named_or_new("أحمد", "ar")
    story = make_story(arabic, tags=["أحمد"])
    fill(copy_desk, change(story), tags="احمد، الاقتصاد")
    assert list(story.tags.values_list("name", flat=True)) == ["أحمد", "الاقتصاد"]
    assert Tag.objects.count() == 2
    assert known in story.tags.all()


def test_a_tag_with_a_comma_survives_a_save(copy_desk, make_story):
    story = make_story(tags=["Tarvane, Republic of", "“Big, bad” wolf", "Ports"])
    before = set(StoryTag.objects.values_list("tag__name", flat=True))
    fill(copy_desk, change(story), headline="Another")
    assert set(StoryTag.objects.values_list("tag__name", flat=True)) == before


def test_a_form_that_is_sent_twice_starts_one_story(copy_desk, english):
    sent = form_of(copy_desk.get(ADD)) | {"edition": english.pk, "headline": "Once"}
    copy_desk.post(ADD, sent)
    again = copy_desk.post(ADD, sent)
    assert "saved already" in str(errors_of(again))
    assert change(Story.objects.get()) in again.content.decode()


def test_text_typed_without_a_tag_becomes_paragraphs(copy_desk, english):
    fill(copy_desk, ADD, edition=english.pk, headline="Plain", body="One & two.\r\n\r\nThree.")
    assert Story.objects.get().body == "<p>One &amp; two.</p><p>Three.</p>"


def test_text_is_cleaned(copy_desk, english):
    fill(copy_desk, ADD, edition=english.pk, headline="Clean", body="<p onclick=x>Hello</p><script>alert(1)</script>")
    assert Story.objects.get().body == "<p>Hello</p>"


# The edition and its sections


def test_on_a_new_story_sections_of_all_editions_are_offered_with_their_edition(copy_desk, english, arabic):
    page = copy_desk.get(ADD).content.decode()
    assert "The Meridian: Economy" in page
    assert "خط الزوال: اقتصاد" in page


def test_a_section_of_another_edition_is_refused(copy_desk, english, arabic):
    response = fill(copy_desk, ADD, edition=english.pk, section=arabic.sections.get().pk, headline="Astray")
    assert errors_of(response) == {"section": ["This section belongs to another edition."]}
    assert not Story.objects.exists()


def test_a_story_stays_in_its_edition(copy_desk, make_story, english, arabic):
    story = make_story()
    page = copy_desk.get(change(story)).content.decode()
    assert 'name="edition"' not in page
    assert "اقتصاد" not in page
    fill(copy_desk, change(story), edition=arabic.pk, section=arabic.sections.get().pk, headline="Astray")
    story.refresh_from_db()
    assert (story.edition, story.headline) == (english, "Dockers reject pay offer")


def test_a_merged_section_is_not_offered(copy_desk, make_story, english):
    Section.objects.create(
        edition=english, name="Oldest", slug="oldest", merged_into=english.sections.get(slug="world")
    )
    assert "Oldest" not in copy_desk.get(ADD).content.decode()
    assert "Oldest" not in copy_desk.get(change(make_story())).content.decode()


def test_what_is_written_follows_the_direction_of_the_edition(copy_desk, make_story, arabic):
    page = copy_desk.get(change(make_story(arabic))).content.decode()
    for name in ("headline", "standfirst", "body", "tags"):
        field = page.split(f'name="{name}"')[1].split(">")[0]
        assert 'dir="rtl"' in field, name


def test_an_embargo_is_in_the_time_of_the_edition(copy_desk, make_story, arabic):
    story = make_story(arabic)
    fill(copy_desk, change(story), embargo_until="2027-01-10T12:00")
    story.refresh_from_db()
    assert story.embargo_until.isoformat() == "2027-01-10T10:00:00+00:00"
    page = copy_desk.get(change(story)).content.decode()
    assert "2027-01-10T12:00:00" in page
    assert "Asia/Beirut" in page


def test_an_embargo_of_a_new_story_is_in_the_time_of_its_edition(copy_desk, arabic):
    fill(copy_desk, ADD, edition=arabic.pk, headline="Later", embargo_until="2027-01-10T12:00")
    assert Story.objects.get().embargo_until.isoformat() == "2027-01-10T10:00:00+00:00"


# Saving


def test_saving_makes_a_revision_and_an_event(copy_desk, copy_editor, make_story):
    story = make_story()
    fill(copy_desk, change(story), headline="Dockers accept")
    story.refresh_from_db()
    assert (story.version, story.headline) == (2, "Dockers accept")
    assert story.revisions.get(number=2).by == copy_editor
    assert list(story.events.values_list("verb", "revision")) == [("revised", 2), ("started", 1)]


def test_saving_what_was_only_looked_at_changes_nothing(copy_desk, live_story):
    live_story.refresh_from_db()
    stories.revise(
        live_story, version=1, by=None, body="<p>One</p>\n<p>Two “Two years of building,”</p>", tags=["a, b"]
    )
    version = Story.objects.get().version
    fill(copy_desk, change(live_story))
    assert Story.objects.get().version == version


def test_a_change_of_a_tag_or_an_attribution_alone_is_a_change(copy_desk, live_story):
    fill(copy_desk, change(live_story), tags="Ports")
    assert Story.objects.get().version == 2
    fill(copy_desk, change(live_story), **row("attributions", 0, capacity="Chair"))
    assert Story.objects.get().version == 3
    assert live_story.attributions.get().capacity == "Chair"


def test_readers_see_nothing_of_a_save(copy_desk, live_story):
    response = fill(copy_desk, change(live_story), headline="Not out yet")
    assert live_story.publications.get().headline == "Dockers reject pay offer"
    page = copy_desk.get(response.url).content.decode()
    assert "Live, with changes not out" in page
    assert "They do not see what has been changed since." in page


def test_a_save_over_a_newer_one_is_refused_and_both_texts_are_shown(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    stories.revise(story, version=1, by=None, headline="Saved by another", tags=["Theirs"])
    response = copy_desk.post(
        change(story), sent | {"headline": "Typed by me", "body": "<p>My text</p>", "tags": "Mine"}
    )
    assert "Someone else has saved this story" in str(errors_of(response))
    page = response.content.decode()
    for words in ("Saved by another", "Typed by me", "My text", "Theirs", "Mine"):
        assert words in page
    assert form_of(response)["headline"] == "Typed by me"
    story.refresh_from_db()
    assert (story.version, story.headline) == (2, "Saved by another")


def test_whoever_has_seen_both_texts_may_save(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    stories.revise(story, version=1, by=None, headline="Saved by another")
    refused = copy_desk.post(change(story), sent | {"headline": "Typed by me"})
    copy_desk.post(change(story), form_of(refused) | {"headline": "Agreed by both"})
    story.refresh_from_db()
    assert (story.version, story.headline) == (3, "Agreed by both")


def test_a_form_without_its_version_is_refused(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story))) | {"headline": "Forced"}
    for version in ("", "nonsense", "0", "-1", "99999999999999999999"):
        copy_desk.post(change(story), sent | {"version": version})
        story.refresh_from_db()
        assert story.version == 1, version


def test_an_attribution_that_another_has_removed_is_not_lost(copy_desk, make_story, union):
    story = make_story(attributions=[Attribution(source=union, words="Two years of building,")])
    sent = form_of(copy_desk.get(change(story)))
    stories.revise(story, version=1, by=None, attributions=[Attribution(source=union, words="casual workers")])
    refused = copy_desk.post(change(story), sent | row("attributions", 0, capacity="Secretary"))
    assert "Someone else has saved" in str(errors_of(refused))
    assert "casual workers" in refused.content.decode()
    saved = copy_desk.post(change(story), form_of(refused) | {"_continue": "1"})
    assert saved.status_code == 302
    said = set(story.attributions.values_list("words", "capacity"))
    assert said == {("Two years of building,", "Secretary"), ("casual workers", "")}


def test_a_change_of_rows_alone_over_a_newer_save_is_refused(copy_desk, make_story, lina):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    stories.revise(story, version=1, by=None, note="meanwhile")
    added = {"bylines-TOTAL_FORMS": 1} | row("bylines", 0, contributor=lina.pk, position="0")
    refused = copy_desk.post(change(story), sent | added)
    assert "Someone else has saved" in str(errors_of(refused))
    assert not story.bylines.exists()
    copy_desk.post(change(story), form_of(refused))
    assert story.bylines.get().contributor == lina


def test_the_slug_of_a_published_story_is_read_only(copy_desk, live_story):
    page = copy_desk.get(change(live_story)).content.decode()
    assert 'name="slug"' not in page
    fill(copy_desk, change(live_story), slug="forced", headline="New")
    assert Story.objects.get().slug == "dockers-reject-pay-offer"


def test_a_slug_sent_after_the_story_went_out_is_not_taken(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    publishing.publish(story, revision=1, by=None)
    copy_desk.post(change(story), sent | {"slug": "another"})
    assert Story.objects.get().slug == "dockers-reject-pay-offer"


def test_an_embargo_calls_off_what_was_scheduled(copy_desk, make_story, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    fill(copy_desk, change(story), embargo_until="2090-01-01T12:00")
    assert not story.publications.exists()


# Bad input


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("headline", "x" * 10_000),
        ("headline", "NUL \x00"),
        ("standfirst", "x" * 401),
        ("body", "<p>" + "x" * 400_000 + "</p>"),
        ("body", "NUL \x00"),
        ("note", "x" * 20_000),
        ("tags", "x" * 101),
        ("tags", ", ".join(map(str, range(100)))),
        ("tags", "NUL \x00"),
        ("slug", "not a slug!"),
        ("slug", "x" * 81),
        ("kind", "nonsense"),
        ("stage", ""),
        ("section", "999999"),
        ("section", "abc\x00"),
        ("lead_photo", "999999"),
        ("lead_photo", "abc"),
        ("lead_photo", "99999999999999999999"),
        ("embargo_until", "tomorrow"),
        ("embargo_until", "0001-01-01T00:00"),
        ("embargo_until", "9999-12-31T23:59"),
        ("family", "not a family"),
    ],
)
def test_bad_input_is_an_error_of_the_form(copy_desk, english, name, value):
    response = fill(copy_desk, ADD, **({"edition": english.pk, "headline": "Fine"} | {name: value}))
    assert response.status_code == 200
    assert list(errors_of(response)) == [name]
    assert not Story.objects.exists()


@pytest.mark.parametrize("edition", ["", "0", "abc", "99999999999999999999", "\x00"])
def test_a_new_story_needs_a_real_edition(copy_desk, english, edition):
    response = fill(copy_desk, ADD, edition=edition, headline="Nowhere")
    assert "edition" in errors_of(response)


@pytest.mark.parametrize(
    ("name", "value"),
    [("occurrence", "0"), ("occurrence", "99999"), ("words", ""), ("words", "x" * 6000), ("words", "\x00"),
     ("source", "999999"),
        ("source", "abc"), ("position", "-1"), ("obtained_on", "never"), ("verified_by", "999999")],
)  # fmt: skip
def test_a_bad_attribution_is_an_error_of_the_form(copy_desk, make_story, union, name, value):
    story = make_story()
    sent = attribution(0, union, "Two years of building,") | {f"attributions-0-{name}": value}
    response = fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert response.status_code == 200
    assert name in response.context["inline_admin_formsets"][1].formset.errors[0]
    assert not story.attributions.exists()


def test_a_contributor_named_twice_is_an_error_of_the_form(copy_desk, make_story, lina):
    story = make_story()
    twice = row("bylines", 0, contributor=lina.pk) | row("bylines", 1, contributor=lina.pk)
    response = fill(copy_desk, change(story), **{"bylines-TOTAL_FORMS": 2}, **twice)
    assert response.status_code == 200
    assert not story.bylines.exists()


def test_a_form_without_its_management_data_is_an_error_and_no_crash(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    response = copy_desk.post(change(story), {name: value for name, value in sent.items() if "FORMS" not in name})
    assert response.status_code == 200
    assert story.version == 1


def test_what_the_database_refuses_is_a_sentence_and_nothing_typed_is_lost(copy_desk, make_story, monkeypatch, lina):
    story = make_story(bylines=[lina])

    def keep(kept, **details):
        """As if another transaction had slipped in."""
        Attribution.objects.create(story=kept, source_id=Source.objects.create(slug="x", name="SECRET").pk, words="")

    monkeypatch.setattr(stories, "keep", keep)
    response = fill(copy_desk, change(story), headline="Typed by me")
    assert response.status_code == 200
    page = response.content.decode()
    assert "attribution_has_words" in page
    assert "SECRET" not in page
    assert "Failing row" not in page
    assert "changed successfully" not in page
    assert form_of(response)["headline"] == "Typed by me"
    assert Story.objects.get().headline == "Dockers reject pay offer"


# Who says so


def test_a_source_protected_in_another_story_is_refused(copy_desk, make_story):
    other, story = make_story(), make_story()
    hidden = Source.objects.create(slug="an-official", name="an official", protected_in=other)
    sent = attribution(0, hidden, "Two years of building,", terms="unattributed")
    response = fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert "protected in another story" in response.content.decode()
    assert not story.attributions.exists()


def test_one_may_say_only_of_oneself_that_one_verified(copy_desk, copy_editor, reporter, make_story, union):
    story = make_story()
    sent = attribution(0, union, "Two years of building,", verified_by=reporter.pk)
    response = fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert "verified_by" in response.context["inline_admin_formsets"][1].formset.errors[0]
    sent["attributions-0-verified_by"] = copy_editor.pk
    fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert story.attributions.get().verified_by == copy_editor


# What the form says


def test_the_form_lists_what_stands_in_the_way_with_a_link_to_its_field(copy_desk, make_story):
    page = copy_desk.get(change(make_story(headline="", section=None))).content.decode()
    assert '<a href="#id_headline">The headline is empty.</a>' in page
    assert '<a href="#id_section">No section has been chosen.</a>' in page


def test_the_preview_shows_what_the_desk_has_and_is_kept_by_nobody(copy_desk, live_story, union):
    fill(copy_desk, change(live_story), headline="Not out yet")
    response = copy_desk.get(reverse("admin:articles_story_preview", args=[live_story.pk]))
    page = response.content.decode()
    assert "Not out yet" in page
    assert union.name in page
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_the_history_tells_each_event(copy_desk, live_story):
    fill(copy_desk, change(live_story), headline="Changed")
    page = copy_desk.get(reverse("admin:articles_story_history", args=[live_story.pk])).content.decode()
    assert all(word in page for word in ("started", "published", "revised"))
    revision = live_story.revisions.get(number=2)
    assert "Changed" in copy_desk.get(reverse("admin:articles_revision_change", args=[revision.pk])).content.decode()


def test_djangos_own_log_learns_nothing_of_stories(copy_desk, english, make_story):
    fill(copy_desk, ADD, edition=english.pk, headline="Secret until noon")
    fill(copy_desk, change(make_story()), headline="Secret too")
    assert not LogEntry.objects.exists()


# The list


def test_the_list_says_what_readers_see(copy_desk, make_story, live_story, soon):
    waiting = make_story(headline="Waiting")
    publishing.publish(waiting, revision=1, by=None, at=soon)
    make_story(headline="Never out")
    gone = make_story(headline="Gone")
    publishing.publish(gone, revision=1, by=None)
    publishing.withdraw(gone, by=None, reason="Wrong")
    page = copy_desk.get("/admin/articles/story/").content.decode()
    for word in ("Live", "Scheduled", "Never published", "Withdrawn"):
        assert f">{word}</span>" in page
    for standing, headline in {
        "live": "Dockers",
        "scheduled": "Waiting",
        "never": "Never out",
        "withdrawn": "Gone",
    }.items():
        rows = copy_desk.get("/admin/articles/story/", {"standing": standing}).context["cl"].result_list
        assert [story.headline.startswith(headline) for story in rows] == [True], standing


def test_a_story_is_found_by_a_word_of_its_text(copy_desk, make_story):
    make_story(headline="Harvest", body="<p>The lake is salt.</p>")
    make_story()
    rows = copy_desk.get("/admin/articles/story/", {"q": "salt"}).context["cl"].result_list
    assert [story.headline for story in rows] == ["Harvest"]


def test_the_list_asks_as_much_of_ten_stories_as_of_one(copy_desk, make_story):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            copy_desk.get("/admin/articles/story/")
        return len(asked)

    make_story()
    one = queries()
    for _number in range(9):
        make_story(headline="More")
    assert queries() == one


@pytest.mark.parametrize(
    "query",
    ["q=%00", "standing=nonsense", "section=%00", "section=99999999999999999999", "edition__id__exact=x",
     "edition__id__exact=%00", "p=999999", "o=99.1", "nonsense=1", "kind__exact=%00", "_changelist_filters=%00"],
)  # fmt: skip
def test_a_list_asked_for_nonsense_does_not_break(copy_desk, english, query):
    assert copy_desk.get(f"/admin/articles/story/?{query}").status_code < 500


@pytest.mark.parametrize("pk", ["0", "abc", "99999999999999999999", "%00"])
def test_a_story_that_is_not_there_is_no_crash(copy_desk, pk):
    for page in ("change/", "preview/", "history/", "publish/"):
        assert copy_desk.get(f"/admin/articles/story/{pk}/{page}").status_code in (302, 403, 404)
