"""Nothing that cannot be seen makes a headline, a name or a reason read other than it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.actions import publishing, stories
from articles.models import Contributor, Correction, Publication, Source, Statement, Story, Tag, Withdrawal, drafts
from articles.text import folding
from tests.desk.forms import fill
from tests.desk.stories.form import change

OVERRIDE, ISOLATE, EMBEDDING, MARK, JOINER = "\u202e", "\u2067", "\u202b", "\u200f", "\u200c"
TURNED = f"Paid {OVERRIDE}001{ISOLATE} million{EMBEDDING}"
STRAIGHT = "Paid 001 million"


@given(st.text())
def test_what_is_left_is_left_again(line):
    once = folding.unturned(line)
    assert folding.unturned(once) == once
    once.encode()


def test_the_marks_and_joiners_of_arabic_and_persian_stay():
    assert folding.unturned(f"می{JOINER}خواهم 3{MARK}") == f"می{JOINER}خواهم 3{MARK}"


def test_a_story_goes_out_with_every_line_as_it_reads(make_story):
    lines = ("kicker", "headline", "standfirst", "dateline")
    story = make_story(**dict.fromkeys(lines, TURNED))
    version = publishing.publish(story, revision=1, by=None)
    kept = [(getattr(Story.objects.get(), name), getattr(Publication.objects.get(), name)) for name in lines]
    assert kept == [(STRAIGHT, STRAIGHT)] * 4
    assert version.slug == "paid-001-million"


@pytest.mark.parametrize("model", [Source, Contributor])
def test_names_are_kept_as_they_read(db, model):
    row = model.objects.create(slug="x", name=TURNED)
    row.names.create(language="en", name=TURNED)
    model.objects.filter(pk=row.pk).update(name=TURNED)
    assert [model.objects.get().name, row.names.get().name] == [STRAIGHT, STRAIGHT]
    assert Tag.objects.named_or_new(TURNED, "en") == Tag.objects.get(name=STRAIGHT)


def test_the_desks_form_takes_them_out(client, editor, make_story):
    client.force_login(editor)
    story = make_story()
    fill(client, change(story), headline=TURNED)
    assert Story.objects.get().headline == STRAIGHT


def test_a_correction_and_a_reason_are_kept_as_they_read_and_the_hash_is_theirs(live_story, django_assert_num_queries):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Mended"), version=1, by=None)
    publishing.correct(live_story, revision=2, by=None, kind="correction", wrong=TURNED, right=TURNED)
    publishing.withdraw(live_story, by=None, reason=TURNED)
    correction = Correction.objects.get()
    assert (correction.wrong, correction.right, Withdrawal.objects.get().reason) == (STRAIGHT,) * 3
    assert not Statement.objects.filter(words__contains=OVERRIDE).exists()


def test_the_name_of_an_account_turns_no_sentence_round(client, administrator, reporter):
    client.force_login(administrator)
    address = f"/admin/articles/user/{reporter.pk}/change/"
    fill(client, address, first_name=f"Am{OVERRIDE}al", last_name=f"{ISOLATE}Haddad")
    reporter.refresh_from_db()
    assert reporter.get_full_name() == "Amal Haddad"
