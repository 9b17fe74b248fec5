"""Many writers at one story at once, each by the desk's own form: no save that was acknowledged is lost, and where each
has words of their own, none is refused."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client

from articles.models import Attribution
from tests.desk.forms import form_of
from tests.desk.stories.form import change
from tests.proofs import tries

pytestmark = pytest.mark.django_db(transaction=True)

PARAGRAPHS = [
    f"<p>{name} crane stood still on the quay of the old harbour.</p>" for name in ("First", "Second", "Third")
]


def in_paragraph(place):
    def write(sent, mark):
        blocks = re.findall(r"<p>.*?</p>", sent["body"])
        blocks[place] = blocks[place].replace(" crane", f" crane {mark}")
        return {"body": "".join(blocks)}

    return write


def at_the_end_of(name):
    return lambda sent, mark: {name: f"{sent[name]} {mark}".strip()}


def new_tag(sent, mark):
    return {"tags": ", ".join(filter(None, [sent["tags"], mark]))}


def note_of_a_row(sent, mark):
    return {"attributions-0-note": f"{sent['attributions-0-note']} {mark}".strip()}


# Each writer's own words: three paragraphs of one text, two fields, the tags, a row; and a row's other field.
WRITERS = [
    *map(in_paragraph, range(3)), at_the_end_of("standfirst"), at_the_end_of("note"), new_tag, note_of_a_row,
    lambda sent, mark: {"attributions-0-occasion": f"{sent['attributions-0-occasion']} {mark}".strip()},
]  # fmt: skip


@pytest.fixture
def story(make_story, union):
    said = Attribution(source=union, words="crane stood still")
    return make_story(body="".join(PARAGRAPHS), attributions=[said])


def at_work(story, user, writers, saves):
    """What each writer's saves were answered, all at once: (mark, status), each save at its first try."""
    start = Barrier(len(writers))

    def work(place):
        client, answers = Client(), []
        client.force_login(user)
        start.wait()
        try:
            for turn in range(saves):
                mark = f"w{place}x{turn}"
                sent = form_of(client.get(change(story))) | {"_continue": "1"}
                answer = client.post(change(story), sent | writers[place](sent, mark))
                answers.append((mark, answer.status_code))
        finally:
            connections.close_all()
        return answers

    with ThreadPoolExecutor(len(writers)) as pool:
        return [answer for answers in pool.map(work, range(len(writers))) for answer in answers]


def assert_none_is_lost(story, answers):
    story.refresh_from_db()
    state = str(story.revisions.get(number=story.version).state) + " ".join(tag.name for tag in story.tags.all())
    words = set(re.findall(r"w\dx\d+", state))
    assert [mark for mark, status in answers if status == 302 and mark not in words] == []
    assert story.revisions.count() == 1 + sum(status == 302 for _mark, status in answers)


def own_words(story, user, saves):
    answers = at_work(story, user, WRITERS, saves)
    assert [answer for answer in answers if answer[1] != 302] == []
    assert_none_is_lost(story, answers)
    return len(answers)


def test_of_eight_writers_with_words_of_their_own_none_is_refused(story, copy_editor):
    assert own_words(story, copy_editor, saves=1) == 8


def test_of_eight_writers_at_the_same_words_whoever_is_acknowledged_is_not_lost(story, copy_editor):
    same_words = [lambda sent, mark: {"headline": f"{sent['headline']} {mark}"}] * 8
    answers = at_work(story, copy_editor, same_words, saves=1)
    assert {status for _mark, status in answers} <= {302, 409}
    assert 302 in {status for _mark, status in answers}
    assert_none_is_lost(story, answers)


@pytest.mark.prove
def test_of_eight_writers_none_is_refused_and_no_save_is_lost_again_and_again(make_story, union, copy_editor, proof):
    def night(number):
        said = [Attribution(source=union, words="crane stood still")]
        story = make_story(headline=f"Night {number}", body="".join(PARAGRAPHS), attributions=said)
        assert own_words(story, copy_editor, tries(sample=5, full=25)) == 8 * tries(sample=5, full=25)

    proof.hold(night, range(tries(sample=1, full=10)))


@pytest.mark.prove
def test_of_eight_writers_at_the_same_words_none_that_was_acknowledged_is_lost(make_story, copy_editor, proof):
    def night(number):
        story = make_story(headline=f"Night {number}")
        same_words = [lambda sent, mark: {"note": f"{sent['note']} {mark}"}] * 8
        assert_none_is_lost(story, at_work(story, copy_editor, same_words, tries(sample=4, full=25)))

    proof.hold(night, range(tries(sample=1, full=10)))
