"""The pages of evidence: entered, read, changed, removed with a question, and its document handed out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Event, Evidence
from articles.rules import documents
from tests.actions.heard import HEARD, PDF, attributed, entered, protected_in, rested
from tests.desk.forms import form_of
from tests.desk.stories.form import change

# Too long to stand by chance in a token of the page.
LABEL, TEXT = "zqhiddenlabel", "zqhiddentext"


def at(story, name="evidence", *keys):
    return reverse(f"admin:articles_story_{name}", args=[story.pk, *keys])


def enter(client, story, **typed):
    page = at(story, "evidence_add")
    return client.post(page, form_of(client.get(page)) | {"label": "On the quay", "text": HEARD} | typed)


@pytest.fixture
def said(make_story, union):
    return attributed(make_story, union)


@pytest.fixture
def hidden(said, reporter):
    return entered(said.story, by=reporter, source=protected_in(said.story), label=LABEL, text=TEXT, file=PDF)


def test_it_is_entered_from_the_storys_form_and_counted_there(copy_desk, copy_editor, said):
    form = copy_desk.get(change(said.story)).content.decode()
    assert at(said.story) in form
    assert at(said.story, "evidence_add") in form
    answer = enter(copy_desk, said.story, kind="notes", place="04:31", source=said.source_id)
    assert answer.status_code == 302
    row = Evidence.objects.get()
    assert (row.text, row.kind, row.place, row.source, row.entered_by) == (
        HEARD, "notes", "04:31", said.source, copy_editor,
    )  # fmt: skip
    assert "1 passage<" in copy_desk.get(change(said.story)).content.decode()


def test_what_lacks_something_is_refused_and_stays_typed(copy_desk, said):
    answer = enter(copy_desk, said.story, label="", place="04:31")
    assert (answer.status_code, form_of(answer)["text"].strip()) == (200, HEARD)
    assert not Evidence.objects.exists()


def test_it_is_changed_on_its_own_page_and_not_over_somebody_elses_change(copy_desk, said):
    row = entered(said.story)
    page = at(said.story, "evidence_one", row.pk)
    sent = form_of(copy_desk.get(page))
    assert copy_desk.post(page, sent | {"text": "Other."}).status_code == 302
    refused = copy_desk.post(page, sent | {"text": "Mine."})
    assert "Someone else has changed this" in refused.content.decode()
    assert form_of(refused)["text"].strip() == "Mine."
    row.refresh_from_db()
    assert row.text == "Other."


def test_the_list_has_no_words_of_it(copy_desk, said):
    rested(said, entered(said.story, text="zqwords and more"))
    page = copy_desk.get(at(said.story)).content.decode()
    assert "On the quay" in page
    assert "zqwords" not in page


def test_removing_asks_first_and_names_what_rests_on_it(copy_desk, said):
    row = rested(said, entered(said.story)).evidence
    page = at(said.story, "evidence_delete", row.pk)
    assert said.words in copy_desk.get(page).content.decode()
    assert Evidence.objects.exists()
    copy_desk.post(page)
    assert not Evidence.objects.exists()


# Documents


@pytest.mark.parametrize(
    "name",
    ["note.pdf", "../../etc/passwd", "a\x00b.pdf", "x" * 400 + ".pdf", "=cmd|' /C calc'!A0.exe", "‮fdp.exe"],
)
def test_a_pdf_of_any_name_is_taken_under_a_name_of_ours(copy_desk, said, name):
    enter(copy_desk, said.story, document=SimpleUploadedFile(name, PDF, "text/html"))
    row = Evidence.objects.get()
    assert row.file.name.removesuffix(".pdf").isalnum()
    answer = copy_desk.get(at(said.story, "evidence_file", row.pk))
    assert answer["Content-Disposition"] == f'attachment; filename="evidence-{row.pk}.pdf"'


@pytest.mark.parametrize("file", [b"<html><script>alert(1)</script>", b"MZ\x90\x00", b"  %PDF-1.7"])
def test_what_is_no_pdf_is_refused_with_all_that_was_typed(copy_desk, said, file):
    answer = enter(copy_desk, said.story, document=SimpleUploadedFile("note.pdf", file, "application/pdf"))
    assert "Only a PDF" in answer.content.decode()
    assert form_of(answer)["text"].strip() == HEARD
    assert not Evidence.objects.exists()


def test_one_that_is_too_large_is_refused_in_words_of_its_own(copy_desk, said, monkeypatch):
    monkeypatch.setattr(documents, "MOST_BYTES", 100)
    answer = enter(copy_desk, said.story, document=SimpleUploadedFile("note.pdf", PDF.ljust(101, b"x")))
    assert "larger than 20 MB: keep the pages" in answer.content.decode()
    declared = copy_desk.post(
        at(said.story, "evidence_add"), b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(10**9)
    )
    assert declared.status_code == 413
    assert "keep the pages that matter" in declared.content.decode()


def test_it_is_handed_out_and_never_shown(copy_desk, said):
    answer = copy_desk.get(at(said.story, "evidence_file", entered(said.story, file=PDF).pk))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert {"private", "no-store"} <= {part.strip() for part in answer["Cache-Control"].split(",")}


def test_evidence_without_a_document_and_one_of_another_story_have_none(copy_desk, said, make_story):
    row = entered(said.story, file=PDF)
    assert copy_desk.get(at(said.story, "evidence_file", entered(said.story).pk)).status_code == 404
    for name in ("evidence_one", "evidence_file", "evidence_delete"):
        assert copy_desk.get(at(make_story(), name, row.pk)).status_code == 404


# Protected sources


def pages_of(row, said):
    yield from (at(row.story, name, row.pk) for name in ("evidence_one", "evidence_file", "evidence_delete"))
    yield at(row.story, "heard", said.pk) + f"?evidence={row.pk}"


@pytest.mark.parametrize("who", ["copy_editor", "editor"])
def test_to_others_that_of_a_protected_source_is_not_there(client, hidden, said, request, who):
    client.force_login(request.getfixturevalue(who))
    for page in pages_of(hidden, said):
        assert client.get(page).status_code == 404
        assert client.post(page, {"text": "Mine", "label": "x", "use": "verbatim"}).status_code in (404, 405)
    listed = client.get(at(hidden.story)).content.decode()
    assert LABEL not in listed
    assert TEXT not in listed
    assert "1 more is seen by" in listed
    assert not Event.objects.filter(verb="evidence seen").exists()


@pytest.mark.parametrize("who", ["reporter", "chief"])
def test_who_entered_it_and_the_chief_look_at_it_and_each_look_is_an_event(client, hidden, said, request, who):
    person = request.getfixturevalue(who)
    client.force_login(person)
    looks = [page for page in pages_of(hidden, said) if "delete" not in page]
    for page in looks:
        assert client.get(page).status_code == 200
    events = Event.objects.filter(verb="evidence seen")
    assert {(event.by, event.story) for event in events} == {(person, hidden.story)}
    assert len(events) == len(looks)
    assert not any(LABEL in event.note or TEXT in event.note for event in events)


def test_a_statement_that_rests_on_what_one_may_not_see_says_so_and_no_more(client, hidden, said, editor):
    rested(said, hidden)
    client.force_login(editor)
    page = client.get(at(said.story, "heard", said.pk)).content.decode()
    assert "by the chief alone" in page
    assert LABEL not in page
    assert TEXT not in page


def test_the_history_tells_what_was_done_without_a_word_of_it(client, hidden, said, chief):
    client.force_login(chief)
    client.get(at(said.story, "evidence_one", hidden.pk))
    page = client.get(reverse("admin:articles_story_history", args=[said.story.pk])).content.decode()
    assert "Looked at the evidence of a protected source." in page
    assert LABEL not in page
    assert TEXT not in page


# Terms


def test_its_term_stands_on_the_form_of_the_chief_alone(client, said, chief, editor):
    for who, is_asked in ((editor, False), (chief, True)):
        client.force_login(who)
        assert ("expires_on" in form_of(client.get(at(said.story, "evidence_add")))) is is_asked
    client.force_login(editor)
    enter(client, said.story, expires_on="2090-01-01")
    assert Evidence.objects.get().expires_on is None


def test_the_papers_term_is_the_chiefs_on_the_form_of_the_edition(client, english, chief, editor):
    page = reverse("admin:articles_edition_change", args=[english.pk])
    client.force_login(editor)
    assert "evidence_days" not in form_of(client.get(page))
    client.force_login(chief)
    client.post(page, form_of(client.get(page)) | {"evidence_days": "90"})
    english.refresh_from_db()
    assert english.evidence_days == 90
