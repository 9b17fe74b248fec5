"""The further owners of a statement on the form of its story: typed a line each."""

import pytest

from articles.models import Attribution, FurtherOwner, Source
from tests.desk.forms import fill, form_of
from tests.desk.stories.form import attribution, change

WORDS = "Two years of building,"


@pytest.fixture
def port(db):
    return Source.objects.create(slug="port-authority", name="Port Authority", kind="organisation")


@pytest.fixture
def joint(make_story, union, port):
    said = Attribution(source=union, words=WORDS)
    said.further = (FurtherOwner(port, "Owner of the quays"),)
    return make_story(attributions=[said])


@pytest.mark.parametrize("typed", ["#{pk} whatever | Owner", "Port Authority | Owner", "port-authority|Owner"])
def test_they_are_typed_a_line_each_by_number_or_by_name(copy_desk, make_story, union, port, typed):
    story = make_story(attributions=[])
    typed = typed.format(pk=port.pk)
    fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **attribution(0, union, WORDS, further=typed))
    assert story.attributions.get().further == (FurtherOwner(port, "Owner"),)


def test_a_form_that_was_only_opened_changes_nothing_of_them(copy_desk, joint):
    fill(copy_desk, change(joint), headline="Other")
    assert len(joint.attributions.get().further) == 1
    assert form_of(copy_desk.get(change(joint)))["attributions-0-further"].endswith(
        "Port Authority | Owner of the quays"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Nobody at all", "nobody is called so"),
        ("#999999", "nobody is called so"),
        ("Port Authority\nport-authority", "owns a statement once"),
        ("Dockers’ Union", "owns a statement once"),
        ("\n".join(["Port Authority"] * 9), "at the most"),
        ("Port Authority | " + "x" * 161, "160 characters"),
    ],
)
def test_what_names_nobody_or_one_twice_is_refused_and_stays_typed(copy_desk, make_story, union, port, typed, said):
    story = make_story(attributions=[])
    rows = {"attributions-TOTAL_FORMS": 1} | attribution(0, union, WORDS, further=typed)
    answer = fill(copy_desk, change(story), **rows)
    assert said in answer.content.decode()
    assert form_of(answer)["attributions-0-further"].replace("\r\n", "\n") == typed
    assert not story.attributions.exists()


def test_a_source_protected_in_another_story_is_nobody_here(copy_desk, make_story, union):
    other = make_story()
    hidden = Source.objects.create(slug="protected-y", name="An official", protected_in=other)
    story = make_story(attributions=[])
    rows = {"attributions-TOTAL_FORMS": 1} | attribution(0, union, WORDS, further=f"#{hidden.pk} An official")
    assert "nobody is called so" in fill(copy_desk, change(story), **rows).content.decode()
