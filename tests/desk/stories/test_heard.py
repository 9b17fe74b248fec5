"""A statement as printed over what was heard: the differences in words, and the name under them."""

import re

import pytest
from django.urls import reverse

from articles.models import Footing
from tests.actions.heard import DENIED, HEARD, attributed, entered, rested
from tests.desk.forms import form_of
from tests.desk.stories.form import change


@pytest.fixture
def said(make_story, union):
    return attributed(make_story, union)


def page_of(said):
    return reverse("admin:articles_story_heard", args=[said.story_id, said.pk])


def press(client, said, evidence, **typed):
    """Compare, choose, and press the black button, or another that is named."""
    address = f"{page_of(said)}?evidence={evidence.pk}" if evidence else page_of(said)
    sent = form_of(client.get(address)) | {"use": "verbatim"} | typed
    return client.post(page_of(said), sent)


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_equal_words_ask_for_nobody(copy_desk, said):
    row = entered(said.story)
    page = copy_desk.get(page_of(said))
    assert "The words are the same." in words(page)
    assert "Sign the" not in words(page)
    assert press(copy_desk, said, row).status_code == 302
    assert Footing.objects.get().signed_by is None
    assert "As heard" in words(copy_desk.get(page_of(said)))


def test_a_source_has_the_name_of_the_desks_language(copy_desk, copy_editor, said, union):
    union.names.create(language="ar", name="نقابة عمال الموانئ")
    copy_editor.desk_language = "ar"
    copy_editor.save()
    for page in (page_of(said), reverse("admin:articles_story_evidence", args=[said.story_id])):
        assert "نقابة عمال الموانئ" in words(copy_desk.get(page))


def test_the_same_number_stands_at_both_sides_of_a_difference_and_in_the_list(copy_desk, said):
    entered(said.story, text="We will never sign before Monday, and that is that.")
    page = copy_desk.get(page_of(said))
    laid = page.context["laid"]
    for numbers in ([each.number for each in side if each.number] for side in (laid.printed, laid.heard)):
        assert sorted(numbers) == sorted(line.number for line in laid.lines)
    assert "".join(each.text for each in laid.printed) == said.words


def test_a_lost_not_stands_first_and_in_words_and_signing_it_takes_a_reason(copy_desk, copy_editor, said):
    row = entered(said.story, text="We will sign before Monday.")
    page = copy_desk.get(page_of(said))
    assert page.context["laid"].lines[0].is_sense
    assert "a “not” has come in" in words(page)
    refused = press(copy_desk, said, row)
    assert "say why before you sign" in words(refused)
    assert not Footing.objects.exists()
    assert press(copy_desk, said, row, reason="She put it right at 05:10.").status_code == 302
    assert Footing.objects.get().signed_by == copy_editor
    assert f"Signed by {copy_editor}" in words(copy_desk.get(page_of(said)))


def test_it_may_be_kept_and_signed_later(copy_desk, said):
    press(copy_desk, said, entered(said.story, text=DENIED), _keep="1")
    assert (Footing.objects.get().signed_by, Footing.objects.get().changes_sense) == (None, True)
    form = copy_desk.get(change(said.story))
    assert "other than in the evidence, and nobody has signed it" in words(form)
    assert f'id="attributions-0-evidence"><a href="{page_of(said)}"' in form.content.decode()


def test_what_was_changed_while_it_was_compared_is_compared_again(copy_desk, said):
    row = entered(said.story, text=DENIED)
    sent = form_of(copy_desk.get(page_of(said))) | {"use": "verbatim", "reason": "I heard it."}
    type(said).objects.update(words="We will sign")
    refused = copy_desk.post(page_of(said), sent)
    assert "compare them again" in words(refused)
    assert not Footing.objects.filter(evidence=row).exists()


def test_none_is_kept_takes_a_reason_and_no_evidence(copy_desk, said):
    assert "Say why the evidence is not kept" in words(press(copy_desk, said, None, use="unkept"))
    press(copy_desk, said, None, use="unkept", reason="She asked for it.")
    assert (Footing.objects.get().use, Footing.objects.get().evidence) == ("unkept", None)


def test_without_evidence_nothing_but_that_can_be_said(copy_desk, said):
    press(copy_desk, said, None, use="verbatim", reason="x")
    assert not Footing.objects.exists()


def test_it_is_taken_off_its_evidence(copy_desk, said):
    row = entered(said.story)
    press(copy_desk, said, row)
    press(copy_desk, said, row, _part="1")
    assert not Footing.objects.exists()


def test_the_evidence_beside_it_says_what_else_rests_on_it(copy_desk, said):
    rested(said, entered(said.story, label="On the quay"))
    page = words(copy_desk.get(page_of(said)))
    assert "From this evidence" in page
    assert HEARD[:20] in page


def test_whoever_entered_it_is_advised_to_let_another_sign(copy_desk, copy_editor, said):
    entered(said.story, by=copy_editor, text=DENIED)
    assert "let somebody else sign" in words(copy_desk.get(page_of(said)))


def test_a_statement_of_another_story_and_one_that_is_gone_have_no_page(copy_desk, said, make_story):
    other = reverse("admin:articles_story_heard", args=[make_story().pk, said.pk])
    assert copy_desk.get(other).status_code == 404
    assert copy_desk.get(page_of(said).replace(f"/{said.pk}/", "/0/")).status_code == 404


def test_long_evidence_is_shown_around_what_was_found(copy_desk, said):
    far = "Nothing of this is near. " * 400
    entered(said.story, text=f"{far}{HEARD} {far}")
    laid = copy_desk.get(page_of(said)).context["laid"]
    assert sum(len(each.text) for each in laid.heard) < 2_000
