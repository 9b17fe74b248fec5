"""What is remembered of a paragraph is what a fresh look would find, whatever was read before."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import text
from articles.text import folding, ledger, passages, remembering, whereabouts
from articles.text.speakers.knowing import Known
from articles.text.speakers.proposing import proposals
from tests import costs

PIECES = [
    *"“”«»'\"‘’:,.؟ ",
    "said ",
    "Ada ",
    "Korvin ",
    "she ",
    "the report ",
    "Who? ",
    "قال ",
    "سامر ",
    "إن ",
    "حداد ",
    "a ",
]
paragraph = st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join)
KNOWN = [Known(1, ("Ada Korvin",)), Known(2, ("سامر حداد",))]


def told(paragraphs):
    """All that the ledger tells of a text."""
    html = text.kept("".join(f"<p>{each}</p>" for each in paragraphs))
    found = ledger.ledger(html, [("a", 1), ("Korvin", 2)])
    places = [each.at for each in found.quoted]
    return found, places, proposals(text.paragraphs(html), places, KNOWN)


@settings(max_examples=150)
@given(st.lists(paragraph, min_size=1, max_size=6), st.data())
def test_a_text_of_which_one_paragraph_was_changed_is_told_as_if_it_were_read_for_the_first_time(paragraphs, data):
    remembering.forget()
    told(paragraphs)
    changed = list(paragraphs)
    changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(paragraph)
    remembered, again = told(changed), told(changed)
    remembering.forget()
    assert remembered == again == told(changed)


@given(
    st.lists(paragraph, max_size=4), st.sampled_from(["a", "Ada", "Ada Korvin", "said", "korvin she", "“", "سامر", " "])
)
def test_words_stand_where_each_paragraph_says_by_itself_that_they_do(paragraphs, words):
    needle = folding.align(words)
    alone = [
        passages.Place(number, *place)
        for number, each in enumerate(paragraphs)
        for place in folding.places(folding.align(each), needle)
    ]
    assert whereabouts.Folded(paragraphs).places(words) == alone


@given(st.text("ab_é ", max_size=120), st.text("ab_", min_size=1, max_size=3))
def test_whole_words_are_those_that_an_expression_finds_also_behind_many_that_are_none(source, words):
    before = r"(?<![^\W_])" if words[0].isalnum() else ""
    after = r"(?![^\W_])" if words[-1].isalnum() else ""
    aligned = folding.align(source)
    overlapping = re.finditer(f"(?={before}{re.escape(words)}{after})", aligned.text)
    wanted = [aligned.starts[each.start()] for each in overlapping]
    assert [start for start, _end in folding.places(aligned, folding.align(words))] == wanted


def test_a_long_paragraph_is_not_remembered():
    asked = []
    read = remembering.of_paragraph(lambda each: asked.append(each))
    for _time in range(2):
        read("short")
        read("x" * (remembering.LONGEST + 1))
    assert [len(each) for each in asked] == [5, remembering.LONGEST + 1, remembering.LONGEST + 1]


@pytest.mark.parametrize("words", ["a", "aa", "b"])
def test_words_within_a_word_without_an_end_cost_as_much_as_it_is_long(words):
    costs.assert_grows_with_its_size(
        lambda each: whereabouts.Folded([each]).places(words), lambda size: "a" * size, 4_000
    )


def test_after_a_key_a_text_costs_less_than_half_of_what_it_costs_at_first():
    paragraphs = [f"Ada Korvin said on day {number} that it was “full to the last {number}”." for number in range(120)]

    def first():
        remembering.forget()
        told(paragraphs)

    at_first = costs.steps(first)
    after = costs.steps(told, ["Ada Korvin said: “Never.”", *paragraphs[1:]])
    assert after < at_first / 2
