"""A passage put as it was heard: one difference at a time, in the text and in the words of its statement alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import text
from articles.text import mending, passages
from articles.text.hearing import comparing


def body_of(words):
    return f"<p>Before it: “{words}” she said. After it.</p><p>We will sign.</p>"


def mended(words, heard, number=1, html=None, others=()):
    html = html or body_of(words)
    return mending.mend(html, [(words, 1), *others], 0, comparing.listen(heard), number)


# What is printed, what was heard, which of the differences, and what it then says; None where it is left to a hand.
TABLE = [
    ("We will sign before Friday", "We will not sign before Friday.", 1, "We will not sign before Friday"),
    ("We will sign before Friday", "Well, we won't sign before Friday.", 1, "We won’t sign before Friday"),
    ("We won’t sign before Friday", "Well, we will sign before Friday.", 1, "We will sign before Friday"),
    ("We did not sign before Friday", "We did sign before Friday.", 1, "We did sign before Friday"),
    ("We will never sign on Monday", "We will not sign on Friday", 1, "We will not sign on Monday"),
    ("We will never sign on Monday", "We will not sign on Friday", 2, "We will never sign on Friday"),
    ("We will sign, before Friday", "We will sign, not before Friday.", 1, "We will sign, not before Friday"),
    ("Some 12 crews voted", "Some 14 crews voted", 1, "Some 14 crews voted"),
    ("Mr Keller signed it", "Mr Hesse signed it", 1, "Mr Hesse signed it"),
    ("Yesterday we signed it all", "we signed it all", 1, "we signed it all"),
    ("we signed it all yesterday", "we signed it all", 1, "we signed it all"),
    ("we signed it", "we signed all of\nit", 1, "we signed all of it"),
    ("لن نوقّع قبل الجمعة", "لن نوقع قبل السبت يا ناس", 1, "لن نوقّع قبل السبت"),
    ("سنوقع قبل الجمعة", "لن سنوقع قبل الجمعة", 1, "لن سنوقع قبل الجمعة"),
    ("We <will> sign & go", "We will sign & never go", 1, "We <will> sign never & go"),
    ("We will sign … before Friday", "We will sign, I do not know, before Friday", 1, None),
    ("We told them all of it", "We told them [laughs] never all of it", 1, "We told them never all of it"),
    ("We told them all of it", "We told them not [laughs] never all of it", 1, None),
    ("Nobody was there at all", "Something else was said of the quay", 1, None),
    ("We will sign", "We will sign", 1, None),
    ("We will sign it", "We will not sign it", 2, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "heard", "number", "said"), TABLE)
def test_a_difference_is_put_as_it_was_heard_or_left_to_a_hand(words, heard, number, said):
    html = text.kept(body_of(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")))
    found = mended(words, heard, number, html)
    if said is None:
        assert found is None
        return
    assert found.statements == [(said, 1)]
    assert text.plain(found.html) == text.plain(html).replace(
        text.plain(text.clean(words)) if "&" not in words else words, said
    )
    assert found.html == text.kept(found.html)
    assert passages.find(found.html, said) is not None


def test_what_can_be_mended_is_what_is_mended():
    for words, heard, _number, _said in TABLE:
        html = text.kept(body_of(words.replace("&", "&amp;").replace("<", "&lt;")))
        listened = comparing.listen(heard)
        told = mending.mendable(html, [(words, 1)], 0, listened)
        done = {each for each in range(1, 6) if mending.mend(html, [(words, 1)], 0, listened, each)}
        assert told == done, words


def test_in_a_split_quotation_the_words_between_its_halves_stay():
    words = "“We will,” she said, “sign before Friday.”"
    found = mended(words, "We will not sign before Friday.", html=f"<p>{words}</p>")
    assert found.html == "<p>“We will not,” she said, “sign before Friday.”</p>"


def test_emphasis_beside_it_stays_and_what_runs_through_emphasis_is_left_to_a_hand():
    html = "<p>“We <em>will</em> sign it”</p>"
    assert mended("We will sign it", "We will not sign it", html=html).html == "<p>“We <em>will not</em> sign it”</p>"
    assert mended("We will sign it", "We shall sign it", html="<p>“We <em>wi</em>ll sign it”</p>") is None
    assert mended("We signed 5", "We signed 6", html="<p>“We signed <sup>5</sup>”</p>") is None


def test_words_that_stand_otherwise_in_the_text_are_left_to_a_hand():
    assert mended("We will sign", "We will not sign", html="<p>“WE will sign”</p>") is None
    assert mended("We will sign", "We will not sign", html="<p>“We shall sign”</p>") is None


def test_the_same_words_elsewhere_stay_and_their_statements_are_counted_anew():
    html = "<p>“Sign it now.” Then: “Sign it now.” “Sign that now.”</p>"
    others = [("Sign it now", 2), ("Sign that now", 1)]
    found = mended("Sign it now", "Sign that now", html=html, others=others)
    assert found.html == "<p>“Sign that now.” Then: “Sign it now.” “Sign that now.”</p>"
    assert found.statements == [("Sign that now", 1), ("Sign it now", 1), ("Sign that now", 2)]


@pytest.mark.parametrize("other", ["We will sign", "will sign it", "We will sign it"])
def test_words_that_are_another_statements_too_are_left_to_a_hand(other):
    assert mended("We will sign it", "We shall sign it", others=[(other, 1)]) is None
    assert (
        mending.mendable(
            body_of("We will sign it"), [("We will sign it", 1), (other, 1)], 0, comparing.listen("We shall sign it")
        )
        == set()
    )


def test_a_statement_beside_it_is_where_it_was():
    html = "<p>“We will sign it,” said one. “No,” said another.</p>"
    found = mended("We will sign it", "We will never ever sign it", html=html, others=[("No", 1)])
    assert found.statements[1] == ("No", 1)
    assert found.html == "<p>“We will never ever sign it,” said one. “No,” said another.</p>"


WORDS = st.lists(
    st.sampled_from(["we", "will", "not", "never", "sign", "12", "crews", "Friday", "it", "لن"]), max_size=8
)


@given(WORDS.filter(bool), WORDS, st.integers(1, 4))
def test_whatever_was_heard_nothing_but_the_passage_changes_and_it_differs_in_less(printed, heard, number):
    words, evidence = " ".join(printed), comparing.listen(" ".join(heard))
    html = text.kept(f"<p>Before. “{words}” After.</p><p>Then.</p>")
    found = mending.mend(html, [(words, 1)], 0, evidence, number)
    if found is None:
        return
    (said, _occurrence), before = found.statements[0], comparing.compare(words, evidence)
    assert found.html == html.replace(f"“{words}”", f"“{said}”")
    assert len(comparing.compare(said, evidence).differences) < len(before.differences)
