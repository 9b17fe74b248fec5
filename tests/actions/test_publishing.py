"""From the desk to the record: what readers see after each action, and what is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from articles.actions import locking, placing, publishing, stories
from articles.actions.refusals import MovedOn, NotAllowed, NotReady, Refused
from articles.models import Event, Photo, Placement, Publication, Source, Statement, Story, drafts
from articles.rules.readiness import findings
from articles.rules.words import Change
from articles.text import canonical

pytestmark = pytest.mark.django_db


def live_headline(story):
    return story.publications.live().values_list("headline", flat=True).first()


def test_readers_see_the_published_text_until_it_is_published_again(live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers accept"), version=1, by=None)
    assert live_headline(live_story) == "Dockers reject pay offer"
    publishing.publish(live_story, revision=2, by=None)
    assert live_headline(live_story) == "Dockers accept"


def test_publishing_copies_bylines_tags_and_statements(live_story):
    version = live_story.publications.get()
    assert [row.contributor.slug for row in version.publishedbylines.all()] == ["lina-hasko"]
    assert [row.tag.name for row in version.publishedtags.all()] == ["Ports", "Pay"]
    said = version.statements.get()
    assert (said.name, said.capacity, said.words) == ("Dockers’ Union", "Secretary", "Two years of building,")


def test_what_a_statement_says_of_its_source_is_frozen(live_story, union):
    Source.objects.filter(pk=union.pk).update(name="Harbour Workers’ Union")
    assert Statement.objects.get().name == "Dockers’ Union"


def test_a_source_is_named_in_the_language_of_the_edition(arabic, make_story, union):
    union.names.create(language="ar", name="نقابة عمال الميناء")
    said = stories.Attribution(source=union, words="عامان من البناء")
    story = make_story(arabic, headline="إضراب", body="<p>«عامان من البناء»، قالت النقابة.</p>", attributions=[said])
    publishing.publish(story, revision=1, by=None)
    assert Statement.objects.get().name == "نقابة عمال الميناء"


def test_a_revision_that_is_not_the_last_is_refused(make_story):
    story = make_story()
    stories.revise(story, drafts.with_changes(story, headline="Newer"), version=1, by=None)
    with pytest.raises(MovedOn):
        publishing.publish(story, revision=1, by=None)
    assert not Publication.objects.exists()


def test_what_is_live_already_is_not_published_twice(live_story):
    with pytest.raises(Refused):
        publishing.publish(live_story, revision=1, by=None)
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("missing", [{"headline": " "}, {"body": "<p> </p>"}, {"section": None}])
def test_what_is_not_ready_is_refused_and_says_why(make_story, missing):
    story = make_story(**missing)
    with pytest.raises(NotReady) as refusal:
        publishing.publish(story, revision=1, by=None)
    assert [finding.field for finding in refusal.value.findings] == list(missing)


def test_a_photo_without_alternative_text_or_credit_is_refused(make_story):
    photo = Photo.objects.create(slug="quay", image="photos/quay.webp", width=1, height=1)
    story = make_story(lead_photo=photo)
    with pytest.raises(NotReady) as refusal:
        publishing.publish(story, revision=1, by=None)
    assert len(refusal.value.findings) == 2


def test_a_minor_change_does_not_move_the_time_readers_are_told(live_story):
    first = live_story.publications.get()
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="A comma, moved"), version=1, by=None)
    minor = publishing.publish(live_story, revision=2, by=None, change=Change.MINOR)
    assert (minor.updated_at, minor.first_live_at) == (first.updated_at, first.first_live_at)
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="News"), version=2, by=None)
    assert publishing.publish(live_story, revision=3, by=None).updated_at > first.updated_at


def test_a_correction_says_what_was_wrong(live_story, chief):
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="Put right"), version=1, by=chief)
    version = publishing.correct(live_story, revision=2, by=chief, kind="correction", wrong="4,000", right="3,400")
    assert version.change == Change.CORRECTION
    assert (version.correction.wrong, version.correction.right) == ("4,000", "3,400")
    assert Event.objects.first().verb == "corrected"


def test_what_was_never_public_cannot_be_corrected(make_story):
    with pytest.raises(Refused):
        publishing.correct(make_story(), revision=1, by=None, kind="correction", right="x")


def test_withdrawing_takes_the_whole_history_until_it_is_published_again(live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None)
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    assert not Publication.objects.filter(is_withheld=False).exists()
    publishing.publish(live_story, revision=2, by=None)
    assert Publication.objects.filter(is_withheld=False).count() == 3
    assert live_story.withdrawals.get().lifted_at


def test_a_scheduled_return_leaves_it_withdrawn_until_then(live_story, soon):
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    publishing.publish(live_story, revision=1, by=None, at=soon)
    assert live_headline(live_story) is None
    assert live_story.publications.live(soon).count() == 1
    publishing.call_off(live_story, by=None)
    assert live_story.withdrawals.get().lifted_at is None


def test_withdrawing_needs_a_reason_and_something_to_withdraw(live_story, make_story):
    for story, reason in ((live_story, "  "), (make_story(), "It was wrong.")):
        with pytest.raises(Refused):
            publishing.withdraw(story, by=None, reason=reason)


def test_the_paper_can_be_read_as_it_stood(live_story):
    before = locking.clock()
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None)
    assert live_story.publications.live(before).get().headline == "Dockers reject pay offer"
    assert live_headline(live_story) == "Second"


def test_imports_date_back_and_say_so(make_story, now):
    story = make_story()
    at = now - timedelta(days=400)
    version = publishing.import_version(story, live_from=at, by=None)
    assert (version.is_import, version.first_live_at, version.change) == (True, at, Change.FIRST)
    assert Event.objects.first().verb == "imported"


def test_an_import_of_what_is_to_come_is_refused(make_story, soon):
    with pytest.raises(Refused):
        publishing.import_version(make_story(), live_from=soon, by=None)


def test_a_history_is_imported_version_by_version(make_story, now):
    story, day = make_story(), timedelta(days=1)
    publishing.import_version(story, live_from=now - 3 * day, live_until=now - 2 * day, by=None)
    stories.revise(story, drafts.with_changes(story, headline="Second"), version=1, by=None)
    publishing.import_version(story, live_from=now - 2 * day, by=None)
    assert story.publications.live(now - 2.5 * day).get().headline == "Dockers reject pay offer"
    assert live_headline(story) == "Second"


def test_versions_are_chained_by_the_hash_of_what_they_say(live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    second = publishing.publish(live_story, revision=2, by=None)
    first = live_story.publications.get(number=1)
    assert second.previous_hash == first.content_hash
    for version in (first, second):
        version.refresh_from_db()
        content = canonical.content(version.canonical_form, "en", version, version.statements.all(), None)
        assert canonical.digest(content) == version.content_hash


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "administrator", "nobody"])
def test_only_editors_publish_withdraw_rename_and_correct(who, live_story, request):
    by = request.getfixturevalue(who)
    attempts = (
        lambda: publishing.publish(live_story, revision=1, by=by),
        lambda: publishing.withdraw(live_story, by=by, reason="x"),
        lambda: publishing.rename(live_story, by=by, slug="x"),
        lambda: publishing.correct(live_story, revision=1, by=by, kind="correction", right="x"),
        lambda: publishing.call_off(live_story, by=by),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert live_story.events.count() == 2


def test_each_action_leaves_one_event(live_story, editor, soon):
    def events():
        return list(live_story.events.order_by("pk").values_list("verb", flat=True))

    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=editor)
    publishing.publish(live_story, revision=2, by=editor, at=soon)
    publishing.call_off(live_story, by=editor)
    publishing.publish(live_story, revision=2, by=editor)
    publishing.rename(live_story, slug="third", by=editor)
    publishing.withdraw(live_story, by=editor, reason="x")
    assert events() == [
        "started",
        "published",
        "revised",
        "scheduled",
        "called off",
        "published",
        "renamed",
        "withdrawn",
    ]


def test_bodies_are_cleaned_whoever_writes_them(make_story):
    hostile = "<p onclick='x()'>News</p><script>alert(1)</script>"
    story = make_story(body=hostile)
    assert story.body == "<p>News</p>"
    Story.objects.filter(pk=story.pk).update(body=hostile)
    story.refresh_from_db()
    assert story.body == "<p>News</p>"
    Story.objects.bulk_update([Story(pk=story.pk, body=hostile)], ["body"])
    story.refresh_from_db()
    assert "script" not in story.body
    assert "onclick" not in story.body


def outer_check(leaving):
    if "canary" in " ".join(leaving.texts):
        raise Refused("A canary may not leave.")


def test_an_outer_app_can_stop_what_leaves(make_story, settings):
    settings.GATE_CHECKS = ["tests.actions.test_publishing.outer_check"]
    with pytest.raises(Refused, match="canary"):
        publishing.publish(make_story(standfirst="A canary"), revision=1, by=None)
    publishing.publish(make_story(), revision=1, by=None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM articles_address")
        assert cursor.fetchone() == (1,)


def test_what_leaves_without_a_version_is_looked_at_too(live_story, settings):
    settings.GATE_CHECKS = ["tests.actions.test_publishing.outer_check"]
    with pytest.raises(Refused, match="canary"):
        publishing.withdraw(live_story, by=None, reason="The canary sang")
    with pytest.raises(Refused, match="canary"):
        publishing.rename(live_story, slug="the-canary", by=None)
    assert live_story.publications.live().get().slug == "dockers-reject-pay-offer"


@pytest.mark.parametrize("said", [{"wrong": "A canary"}, {"right": "A canary"}])
def test_a_correction_is_looked_at_before_it_leaves(live_story, settings, said):
    settings.GATE_CHECKS = ["tests.actions.test_publishing.outer_check"]
    stories.revise(live_story, drafts.with_changes(live_story, headline="Mended"), version=1, by=None)
    with pytest.raises(Refused, match="canary"):
        publishing.correct(live_story, revision=2, by=None, kind="correction", **({"right": "So"} | said))


@pytest.mark.parametrize("written", [{"slug": "the-canary"}, {"tags": ["canary"]}])
def test_an_address_and_a_tags_name_are_looked_at_too(make_story, settings, written):
    settings.GATE_CHECKS = ["tests.actions.test_publishing.outer_check"]
    with pytest.raises(Refused, match="canary"):
        publishing.publish(make_story(**written), revision=1, by=None)


@pytest.mark.parametrize(("hour", "is_over"), [(21, False), (22, True)])
def test_a_licence_holds_to_the_end_of_its_last_day_in_the_editions_zone(make_story, arabic, hour, is_over):
    """Beirut is two hours ahead of UTC in January."""
    photo = Photo.objects.create(slug="quay", image="quay.png", width=4, height=3, licence_ends_on="2090-01-10")
    story = Story.objects.get(pk=make_story(arabic, lead_photo=photo).pk)
    found = findings(drafts.of_story(story).facts(), datetime(2090, 1, 10, hour, tzinfo=UTC))
    assert any("has run out" in finding.message for finding in found) is is_over


def test_an_embargo_on_one_story_is_told_at_its_sibling_and_does_not_block_it(make_story, arabic, soon):
    story = make_story()
    sibling = stories.start_sibling(story, edition=arabic, by=None)
    stories.revise(story, drafts.with_changes(story, embargo_until=soon), version=1, by=None)
    facts = drafts.of_story(sibling).facts()
    told = [finding for finding in findings(facts, locking.clock()) if "sibling" in finding.message]
    assert [(finding.field, finding.blocks) for finding in told] == [("embargo_until", False)]
    assert not [finding for finding in findings(facts, soon) if "sibling" in finding.message]


@pytest.mark.parametrize("field", ["headline", "body"])
def test_what_nobody_can_see_is_empty(make_story, field):
    with pytest.raises(NotReady):
        publishing.publish(make_story(**{field: "\u200b\u2060"}), revision=1, by=None)


def test_an_invisible_reason_is_none(live_story):
    with pytest.raises(Refused):
        publishing.withdraw(live_story, by=None, reason="\u200b")


def test_a_withdrawn_story_takes_no_import_and_leaves_the_front_page(live_story, now):
    placing.place(live_story, slot=1, by=None)
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    assert Placement.objects.get().live_until
    with pytest.raises(Refused):
        publishing.import_version(live_story, live_from=now, by=None)
