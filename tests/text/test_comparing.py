"""Two texts, word by word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.comparing import Change, paragraphs, rows, words
from tests import costs

SAME, GONE, NEW = Change.SAME, Change.GONE, Change.NEW
TEXTS = st.text(alphabet=st.sampled_from(list("ab ’'.,\n\tسلامُ ّ\u200f<&é\u0301")), max_size=60)


def kept(pieces, *changes):
    return "".join(piece.text for piece in pieces if piece.change in changes)


@given(TEXTS, TEXTS)
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(old, new):
    pieces = words(old, new)
    assert kept(pieces, SAME, GONE) == old
    assert kept(pieces, SAME, NEW) == new
    assert all(piece.text for piece in pieces)


@settings(max_examples=60)
@given(st.lists(TEXTS.filter(bool), max_size=6), st.lists(TEXTS.filter(bool), max_size=6))
def test_no_paragraph_is_lost_or_moved(old, new):
    compared = paragraphs(old, new)
    before = [kept(each.pieces, SAME, GONE) for each in compared]
    after = [kept(each.pieces, SAME, NEW) for each in compared]
    assert [text for text in before if text] == old
    assert [text for text in after if text] == new


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8))
def test_no_name_of_a_list_is_lost(old, new):
    pieces = rows(old, new)
    assert [piece.text for piece in pieces if piece.change is not NEW] == old
    assert [piece.text for piece in pieces if piece.change is not GONE] == new


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("They reject it", "They accept it", [(SAME, "They "), (GONE, "reject"), (NEW, "accept"), (SAME, " it")]),
        ("an offer.", "an offer yesterday.", [(SAME, "an offer"), (NEW, " yesterday"), (SAME, ".")]),
        ("كتبَ الولدُ", "كتبَ البنتُ", [(SAME, "كتبَ "), (GONE, "الولدُ"), (NEW, "البنتُ")]),
        ("one two", "three four", [(GONE, "one two"), (NEW, "three four")]),
        ("the union’s", "the unions", [(SAME, "the "), (GONE, "union’s"), (NEW, "unions")]),
        ("", "new", [(NEW, "new")]),
        ("old", "", [(GONE, "old")]),
        ("", "", []),
    ],
)  # fmt: skip
def test_words_are_whole_in_both_scripts(old, new, pieces):
    assert words(old, new) == pieces


def test_a_paragraph_put_between_others_is_new_and_they_stay():
    compared = paragraphs(["One is here.", "Two is here."], ["One is here.", "Something else.", "Two is there."])
    assert [each.change for each in compared] == [SAME, NEW, None]


def test_of_two_paragraphs_that_were_changed_each_meets_its_own():
    old = ["The port was shut on Monday by a strike.", "The bank kept its rate at four per cent."]
    new = ["A wholly other beginning.", "The bank kept its rate at five per cent."]
    compared = paragraphs(old, new)
    assert [each.change for each in compared] == [GONE, NEW, None]


# Several times what the dearest of these takes today.
MOST_STEPS = 1_000_000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["word " * 40_000], ["other " * 33_000]),
        (["a b " * 50_000], ["b a " * 50_000]),
        (["x"] * 25_000, ["y"] * 24_999 + ["x"]),
        ([f"The {n} of them." for n in range(9_000)], [f"The {n} of us." for n in range(9_000)]),
        ([" ".join(str(n) for n in range(35_000))], [" ".join(str(n) for n in reversed(range(35_000)))]),
        ([" ".join(str(n) for n in range(35_000))], [f"The {n}." for n in range(2_500)]),
    ],
    ids=["one word", "two words", "a letter a line", "each line", "backwards", "one long, many short"],
)  # fmt: skip
def test_two_hundred_kilobytes_are_compared_in_a_moment(old, new):
    compared = paragraphs(old, new)
    assert [text for each in compared if (text := kept(each.pieces, SAME, GONE))] == old
    costs.steps(paragraphs, old, new, most=MOST_STEPS)
