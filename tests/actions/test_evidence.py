"""What was heard is kept for who writes the story; that of a protected source for the chief and who entered it."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages

from articles.actions import erasing, evidence, stories
from articles.actions.refusals import MovedOn, NotAllowed, Refused
from articles.models import Event, Evidence, Footing, drafts
from articles.rules import documents
from articles.rules.words import EvidenceUse
from tests.actions.heard import HEARD, PDF, attributed, entered, protected_in, rested

pytestmark = pytest.mark.django_db
WRITERS = ("reporter", "copy_editor", "editor", "chief")


def files():
    return set(storages["evidence"].listdir("")[1]) if storages["evidence"].exists("") else set()


@pytest.fixture
def cast(request):
    return request.getfixturevalue


@pytest.mark.parametrize("who", WRITERS)
def test_whoever_writes_enters_changes_and_removes_it_each_with_an_event_that_names_no_word(who, cast, make_story):
    person, story = cast(who), make_story()
    row = entered(story, by=person)
    row = evidence.change(row, by=person, seen=evidence.mark(row), text="Other words.")
    evidence.remove(row, by=person)
    events = Event.objects.filter(story=story, verb__startswith="evidence").order_by("pk")
    assert [event.verb for event in events] == ["evidence kept", "evidence changed", "evidence removed"]
    assert {event.by for event in events} == {person}
    assert not any("quay" in event.note or "words" in event.note for event in events)


@pytest.mark.parametrize("who", ["administrator", "nobody"])
def test_who_does_not_write_neither_enters_nor_sees_it(who, cast, make_story):
    row = entered(make_story())
    with pytest.raises(NotAllowed):
        entered(row.story, by=cast(who))
    with pytest.raises(NotAllowed):
        evidence.look(row, by=cast(who))


def test_what_two_change_at_once_is_refused_to_the_second(make_story, reporter, editor):
    row = entered(make_story())
    seen = evidence.mark(row)
    evidence.change(row, by=editor, seen=seen, label="Elsewhere")
    with pytest.raises(MovedOn):
        evidence.change(row, by=reporter, seen=seen, text="Mine")
    row.refresh_from_db()
    assert (row.label, row.text) == ("Elsewhere", HEARD)


@pytest.mark.parametrize("said", [{"text": " ​"}, {"label": " "}, {"text": "a" * 200_001}])
def test_what_says_nothing_or_far_too_much_is_refused(make_story, said):
    with pytest.raises(Refused):
        entered(make_story(), **said)
    assert not Evidence.objects.exists()


# Protected sources


@pytest.fixture(params=["its own source", "what rests on it", "a further owner", "terms"])
def hidden(request, make_story, union, reporter):
    """Evidence that a reporter entered, of a source who may not be named, in each way in which it may be that."""
    said = attributed(make_story, union, terms="background" if request.param == "terms" else "record")
    official = protected_in(said.story)
    row = entered(said.story, by=reporter, source=official if request.param == "its own source" else None)
    if request.param == "what rests on it":
        type(said).objects.update(source=official)
    if request.param == "a further owner":
        said.further_owners.create(source=official)
    rested(said, row)
    return row


def test_that_of_a_protected_source_is_seen_by_who_entered_it_and_the_chief_alone(hidden, cast):
    seen = {who for who in WRITERS if Evidence.objects.seen_by(cast(who)).filter(pk=hidden.pk).exists()}
    assert seen == {"reporter", "chief"}


def test_each_look_at_it_is_an_event_and_none_at_any_other(hidden, reporter, chief):
    evidence.look(entered(hidden.story, label="Open to all"), by=chief)
    for person in (reporter, chief, chief):
        evidence.look(hidden, by=person)
    seen = Event.objects.filter(verb="evidence seen").order_by("pk")
    assert [event.by for event in seen] == [reporter, chief, chief]


def test_others_can_neither_look_at_it_nor_change_nor_remove_nor_rest_anything_on_it(hidden, editor):
    with pytest.raises(Evidence.DoesNotExist):
        evidence.look(hidden, by=editor)
    for attempt in (
        lambda: evidence.change(hidden, by=editor, seen=evidence.mark(hidden), text="Mine"),
        lambda: evidence.remove(hidden, by=editor),
        lambda: rested(hidden.story.attributions.get(), hidden, by=editor),
        lambda: rested(hidden.story.attributions.get(), None, by=editor, use=EvidenceUse.NOT_KEPT, reason="x"),
    ):
        with pytest.raises(MovedOn):
            attempt()
    hidden.refresh_from_db()
    assert hidden.text == HEARD


def test_nobody_comes_to_see_it_by_taking_the_statement_or_the_source_away(hidden, editor):
    story = hidden.story
    stories.revise(story, drafts.with_changes(story, attributions=[]), version=1, by=editor)
    Evidence.objects.update(source=None)
    assert not Evidence.objects.seen_by(editor).exists()


def test_a_statement_that_comes_to_be_of_a_protected_source_holds_back_what_was_entered_for_it(
    make_story, union, reporter, editor
):
    said = attributed(make_story, union)
    rested(said, entered(said.story, by=reporter))
    assert Evidence.objects.seen_by(editor).exists()
    said.source = protected_in(said.story)
    stories.revise(said.story, drafts.with_changes(said.story, attributions=[said]), version=1, by=editor)
    said.story.attributions.all().delete()
    assert not Evidence.objects.seen_by(editor).exists()


def test_a_source_protected_in_another_story_is_not_heard_in_this_one(make_story):
    official = protected_in(make_story())
    with pytest.raises(Refused):
        entered(make_story(), source=official)


# Documents


@pytest.mark.parametrize(
    ("file", "code"),
    [(b"", "empty"), (b"<html>", "format"), (b"GIF89a%PDF-", "format"), (b" %PDF-1.4", "format")],
)
def test_only_a_pdf_is_taken(file, code, tmp_path):
    path = tmp_path / "document.pdf"
    path.write_bytes(file)
    with path.open("rb") as opened, pytest.raises(documents.NotTaken) as refusal:
        documents.accepted(opened)
    assert refusal.value.code == code


@pytest.mark.parametrize(("more", "is_taken"), [(0, True), (1, False)])
def test_at_most_20_megabytes_of_it(more, is_taken, tmp_path):
    path = tmp_path / "document.pdf"
    path.write_bytes(b"%PDF-".ljust(documents.MOST_BYTES + more, b"x"))
    with path.open("rb") as opened:
        if is_taken:
            assert len(documents.accepted(opened)) == 20 * 1024 * 1024
        else:
            with pytest.raises(documents.NotTaken):
                documents.accepted(opened)


def test_its_bytes_are_kept_under_a_name_that_says_nothing_and_go_with_it(
    make_story, django_capture_on_commit_callbacks
):
    before = files()
    row = entered(make_story(), file=PDF)
    with row.file.open() as file:
        assert file.read() == PDF
    (name,) = files() - before
    assert (len(name), name[32:]) == (36, ".pdf")
    with django_capture_on_commit_callbacks(execute=True):
        evidence.change(row, by=None, seen=evidence.mark(row), file=PDF + b"2")
    assert name not in files()
    row.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        evidence.change(row, by=None, seen=evidence.mark(row), drops_file=True)
    assert files() == before


def test_a_file_that_is_left_over_is_swept_and_one_that_is_being_written_stays(make_story, monkeypatch):
    kept, left = entered(make_story(), file=PDF), entered(make_story(), file=PDF)
    Evidence.objects.filter(pk=left.pk).delete()
    evidence.sweep()
    assert left.file.name in files()
    monkeypatch.setattr(evidence, "IN_WRITING", timedelta(0))
    evidence.sweep()
    assert left.file.name not in files()
    assert kept.file.name in files()


# How long it is kept


@pytest.fixture
def footing(make_story, union):
    said = attributed(make_story, union)
    return rested(said, entered(said.story, file=PDF))


@pytest.mark.parametrize(("days", "is_gone"), [(None, False), (8, False), (6, True)])
def test_it_goes_after_the_papers_term_of_which_there_is_none_by_default(footing, english, days, is_gone):
    Evidence.objects.update(entered_at=footing.evidence.entered_at - timedelta(days=8))
    english.evidence_days = days
    english.save()
    evidence.sweep()
    assert Evidence.objects.exists() is not is_gone


@pytest.mark.parametrize(("days", "is_gone"), [(2, True), (-1, False)])
def test_a_day_of_its_own_comes_before_the_papers_term(footing, english, now, days, is_gone):
    Evidence.objects.update(expires_on=now.date() - timedelta(days=days), entered_at=now - timedelta(days=90))
    english.evidence_days = 9
    english.save()
    evidence.sweep()
    assert Evidence.objects.exists() is not is_gone


def test_once_it_is_over_the_statement_says_that_none_is_kept_and_the_bytes_are_gone(
    footing, now, django_capture_on_commit_callbacks
):
    Evidence.objects.update(expires_on=now.date() - timedelta(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        evidence.sweep()
    row = Footing.objects.get()
    assert (row.evidence, row.use, bool(row.reason)) == (None, EvidenceUse.NOT_KEPT, True)
    assert footing.evidence.file.name not in files()
    assert Event.objects.filter(verb="evidence removed", by=None).count() == 1


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "editor"])
def test_its_term_is_the_chiefs_to_set(who, cast, make_story, chief, now):
    with pytest.raises(NotAllowed):
        entered(make_story(), by=cast(who), expires_on=now.date())
    assert entered(make_story(), by=chief, expires_on=now.date()).goes_on == now.date()


# Erasing


def test_erasing_takes_it_with_its_salt_its_file_and_what_rests_on_it(
    footing, chief, editor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase(footing.evidence.story, by=chief, agreed_by=editor, reason="A court.")
    assert not Evidence.objects.exists()
    assert not Footing.objects.exists()
    assert footing.evidence.file.name not in files()


def test_a_form_that_was_open_all_the_while_puts_nothing_back(make_story, chief, editor, reporter):
    story = make_story()
    erasing.erase(story, by=chief, agreed_by=editor, reason="A court.")
    with pytest.raises(MovedOn):
        entered(story, by=reporter, version=1)
    assert not Evidence.objects.exists()


def test_what_is_entered_after_an_erasure_can_be_erased_too(make_story, chief, editor):
    story = make_story()
    erasing.erase(story, by=chief, agreed_by=editor, reason="A court.")
    entered(story)
    erasing.erase(story, by=chief, agreed_by=editor, reason="The court again.")
    assert not Evidence.objects.exists()
