"""Two texts that were made of one, joined: what each changed is there, and what both changed is asked."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import text
from articles.text import joining, threeway
from tests.costs import assert_grows_with_its_size

WORDS = st.sampled_from(["quay", "crane", "the", "of", "رصيف", "كتبَ", "a", "union’s", "1,500", "&", "<", "“no”"])
LINES = st.lists(WORDS, max_size=12).map(" ".join)
NOTES = st.lists(LINES, max_size=5).map("\n".join)
BLOCKS = st.builds(
    lambda name, line: f"<{name}>{line.replace('&', '&amp;').replace('<', '&lt;')}</{name}>",
    st.sampled_from(["p", "h2", "blockquote", "ul><li"]),
    LINES,
).map(lambda html: html.replace("</ul><li>", "</li></ul>"))
BODIES = st.lists(BLOCKS, max_size=8).map(lambda blocks: text.clean("".join(blocks)))
KINDS = [(joining.lines, NOTES), (joining.html, BODIES)]


@pytest.mark.parametrize(("join", "texts"), KINDS, ids=["lines", "html"])
@given(data=st.data())
def test_what_one_side_alone_has_changed_is_taken(join, texts, data):
    base, other = data.draw(texts), data.draw(texts)
    assert join(base, other, other) == threeway.Merged(other)
    assert join(base, base, other) == threeway.Merged(other)
    assert join(base, other, base) == threeway.Merged(other)


@pytest.mark.parametrize(("join", "texts"), KINDS, ids=["lines", "html"])
@given(data=st.data())
def test_what_was_joined_is_joined_again_to_the_same(join, texts, data):
    base, mine, theirs = (data.draw(texts) for _side in range(3))
    merged = join(base, mine, theirs)
    assert join(theirs, merged.value, theirs).value == merged.value
    assert join(merged.value, merged.value, merged.value) == threeway.Merged(merged.value)


@given(BODIES, BODIES, BODIES)
def test_what_was_joined_is_clean(base, mine, theirs):
    joined = joining.html(base, mine, theirs).value
    assert text.clean(joined) == joined


def typed_into(base, data, mark):
    """A text with words of one's own put in at places of one's own, and now and then one taken out."""
    words = re.findall(r"[^\s<>]+(?=[^<>]*<)", base)
    places = data.draw(st.lists(st.integers(0, max(len(words) - 1, 0)), max_size=3, unique=True)) if words else []
    for number, place in enumerate(places):
        start = [found.end() for found in re.finditer(r"[^\s<>]+(?=[^<>]*<)", base)][place]
        base = f"{base[:start]} {mark}{number}{base[start:]}"
    return text.clean(base)


@given(BODIES, st.data())
def test_no_word_that_either_has_typed_is_lost(base, data):
    mine, theirs = typed_into(base, data, "mine"), typed_into(base, data, "theirs")
    merged = joining.html(base, mine, theirs)
    asked = " ".join(clash.theirs for clash in merged.clashes)
    assert set(re.findall(r"mine\d", mine)) <= set(re.findall(r"mine\d", merged.value))
    assert set(re.findall(r"theirs\d", theirs)) <= set(re.findall(r"theirs\d", merged.value + asked))
    if not merged.clashes:
        # A form that is sent a second time, because the first answer was lost on its way: never twice the same word.
        again = joining.html(base, mine, merged.value)
        assert again.clashes or again.value == merged.value
        assert Counter(re.findall(r"\w+", text.plain(base))) <= Counter(re.findall(r"\w+", text.plain(merged.value)))


P = "<p>The union asked for two years of rest and the port said no on Sunday.</p>"
Q = "<p>Nothing moved on the quay.</p>"
LIST = "<ul><li>One crane of three stood still</li><li>Two ships waited outside</li></ul>"


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "joined"),
    [
        (P + Q, P.replace("two", "three") + Q, P + Q.replace("quay", "pier"),
         P.replace("two", "three") + Q.replace("quay", "pier")),
        (P, P.replace("two", "three"), P.replace("Sunday", "Monday"),
         P.replace("two", "three").replace("Sunday", "Monday")),
        (P + Q, "<p>First.</p>" + P + Q, P + Q + "<p>Last.</p>", "<p>First.</p>" + P + Q + "<p>Last.</p>"),
        (P + Q, P + Q + "<p>Mine.</p>", P + Q + "<p>Theirs.</p>", P + Q + "<p>Theirs.</p><p>Mine.</p>"),
        (P + Q, P + Q + "<p>Same.</p>", P + Q + "<p>Same.</p>", P + Q + "<p>Same.</p>"),
        (P + Q, P, P.replace("two", "three") + Q, P.replace("two", "three")),
        (P + Q, P.replace("two", "<strong>two</strong>") + Q, P.replace("Sunday", "Monday") + Q,
         P.replace("two", "<strong>two</strong>").replace("Sunday", "Monday") + Q),
        (P + Q, P.replace("p>", "h2>") + Q, P.replace("Sunday", "Monday") + Q,
         P.replace("p>", "h2>").replace("Sunday", "Monday") + Q),
        (LIST, LIST.replace("One", "No"), LIST.replace("Two", "Ten"), LIST.replace("One", "No").replace("Two", "Ten")),
        (LIST + P, LIST.replace("</ul>", "<li>New</li></ul>") + P, LIST.replace("One", "No") + P,
         LIST.replace("One", "No").replace("</ul>", "<li>New</li></ul>") + P),
        ("<p>قال الاتحاد إن الميناء رفض العرض يوم الأحد.</p>", "<p>قال الاتحاد إن الميناء قبل العرض يوم الأحد.</p>",
         "<p>قال الاتحاد إن الميناء رفض العرض يوم الاثنين.</p>",
         "<p>قال الاتحاد إن الميناء قبل العرض يوم الاثنين.</p>"),
        ('<figure data-photo="quay"></figure>' + P, P, '<figure data-photo="quay"></figure>' + P + Q, P + Q),
        ("<p>A &amp; B &lt; C met at the harbour with D.</p>", "<p>A &amp; X &lt; C met at the harbour with D.</p>",
         "<p>A &amp; B &lt; C met at the harbour with E.</p>", "<p>A &amp; X &lt; C met at the harbour with E.</p>"),
        ("<p>one two three<br>four five six</p>", "<p>1 two three<br>four five six</p>",
         "<p>one two three<br>four five 6</p>", "<p>1 two three<br>four five 6</p>"),
    ],
)  # fmt: skip
def test_different_paragraphs_and_different_words_are_both_kept(base, mine, theirs, joined):
    assert joining.html(base, mine, theirs) == threeway.Merged(joined)


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        (P, P.replace("two", "three"), P.replace("two", "four")),
        (P + Q, Q, P.replace("two", "three") + Q),
        (P + Q, P.replace("p>", "h2>") + Q, P.replace("p>", "h3>") + Q),
        ("<p>He was guilty.</p>", "<p>He was not guilty.</p>", "<p>He was innocent.</p>"),
        ("<p>The fee is dinars.</p>", "<p>The fee is 400 dinars.</p>", "<p>The fee is 500 dinars.</p>"),
        ("<p>It cost 1,500 dinars.</p>", "<p>It cost 2,500 dinars.</p>", "<p>It cost 1,600 dinars.</p>"),
        ("", "<p>All of it by me.</p>", "<p>All of it by them.</p>"),
        (P + Q + LIST, Q + P + LIST, Q + LIST + P),
        (P, P.replace("two years", "<em>two years</em>"), P.replace("two years", "a decade")),
        ("<p>قال نعم.</p>", "<p>قال لا.</p>", "<p>قال ربما.</p>"),
    ],
)
def test_the_same_words_are_asked_and_mine_stay_in_the_text(base, mine, theirs):
    merged = joining.html(base, mine, theirs)
    assert merged.clashes
    assert merged.value == mine
    assert joining.html(base, theirs, mine).value == theirs


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "joined"),
    [
        ("Dockers reject pay offer", "Dockers accept pay offer", "Dockers reject pay deal", "Dockers accept pay deal"),
        ("call them", "call them\nMine", "call them\nTheirs", "call them\nTheirs\nMine"),
        ("one\ntwo", "1\ntwo", "one\n2", "1\n2"),
        ("Iraq", "Iraq", "", ""),
    ],
)
def test_lines_are_joined_as_a_text_is(base, mine, theirs, joined):
    assert joining.lines(base, mine, theirs) == threeway.Merged(joined)


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [("", "Mine", "Theirs"), ("Old", "", "New"), ("Pay", "Pay offer", "Pay deal"), ("a b", "c b", "a d")],
)
def test_lines_of_which_the_same_words_were_changed_are_asked(base, mine, theirs):
    assert joining.lines(base, mine, theirs) == threeway.Merged(mine, (threeway.Clash(base, mine, theirs),))


LISTS = st.lists(st.integers(0, 9), unique=True, max_size=8)


@given(LISTS, LISTS, LISTS)
def test_a_list_has_what_either_added_and_nothing_that_either_took_away(base, mine, theirs):
    merged = threeway.names(base, mine, theirs)
    added = {*mine, *theirs} - {*base}
    assert sorted(merged.value) == sorted(added | {each for each in base if each in mine and each in theirs})
    assert threeway.names(base, base, theirs).value == theirs
    assert threeway.names(base, mine, base).value == mine
    assert threeway.names(base, mine, mine) == threeway.Merged(mine)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "is_asked"),
    [
        ("ab", "abx", "aby", "abyx", False),
        ("ab", "ba", "abx", "bax", False),
        ("abc", "bac", "acb", "bac", True),
        ("abc", "bc", "abx", "bx", False),
        ("", "x", "y", "yx", False),
    ],
)
def test_only_two_orders_of_the_same_names_are_asked(base, mine, theirs, merged, is_asked):
    found = threeway.names(list(base), list(mine), list(theirs))
    assert ("".join(found.value), bool(found.clashes)) == (merged, is_asked)


HOSTILE = {
    "one word": lambda size: "a " * size,
    "two words": lambda size: "a b " * (size // 2),
    "all different": lambda size: " ".join(map(str, range(size))),
    "signs": lambda size: "-" * size,
    "one long word": lambda size: "x" * size,
    "paragraphs": lambda size: "</p><p>".join(f"word {each}" for each in range(size // 4)),
    "the same paragraphs": lambda size: "</p><p>".join(["the same"] * (size // 4)),
    "nested": lambda size: "<ul><li>" * min(size, 400) + "deep",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_time_grows_with_the_text_and_no_faster(kind):
    def three(size):
        inner = HOSTILE[kind](size)
        base, mine, theirs = (f"<p>{begin} {inner} {end}</p>" for begin, end in (("a", "z"), ("b", "y"), ("c", "x")))
        return base, mine.replace("1", "one"), theirs

    assert_grows_with_its_size(lambda texts: joining.html(*texts), three, 1_000)


def test_two_at_a_text_of_8000_words_are_joined():
    paragraphs = [f"<p>{' '.join(f'w{number}x{each}' for each in range(40))}</p>" for number in range(200)]
    mine, theirs = list(paragraphs), list(paragraphs)
    for number in range(0, 200, 2):
        mine[number] = mine[number].replace("x7 ", "x7 mine ")
        theirs[number + 1] = theirs[number + 1].replace("x9 ", "x9 theirs ")
    merged = joining.html(*map("".join, (paragraphs, mine, theirs)))
    assert not merged.clashes
    assert (merged.value.count("mine"), merged.value.count("theirs")) == (100, 100)


def test_one_changes_what_a_list_counts_in_and_the_other_its_words():
    base = "<p>So:</p><ol><li>open the gate</li><li>wait</li></ol>"
    mine, theirs = base.replace("<ol>", '<ol type="a">'), base.replace("wait", "wait for the tide")
    merged = joining.html(base, mine, theirs)
    assert merged == threeway.Merged(mine.replace("wait", "wait for the tide"))


def test_two_kinds_for_one_list_are_asked():
    base = "<p>So:</p><ol><li>open the gate</li></ol>"
    merged = joining.html(base, base.replace("<ol>", '<ol type="a">'), base.replace("<ol>", '<ol type="i">'))
    assert merged.clashes
    assert '<ol type="a">' in merged.value
