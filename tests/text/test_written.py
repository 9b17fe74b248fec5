"""Where passages are written in a text's HTML: what is kept of it marks the page as finding does, or is not used."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import text
from articles.text import folding, markup, passages, quotations, written
from articles.text.passages import Passage
from articles.text.written import NOWHERE, Sought
from tests import costs
from tests.text.marked import ALL_KINDS, Balanced, without_marks

CORPORA = Path(__file__).parent.parent / "corpora"
QUOTATIONS, EVIDENCE = (
    json.loads((CORPORA / f"{name}.json").read_text(encoding="utf-8")) for name in ("quotations", "evidence")
)
WORDS = ["peace", "war peace", "a", "5", "سلام", "السلام", "dogs", "e", "& a", "2", "ـ", "", "dogs war", "nbsp", "amp"]
SOUGHT = st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 3)), max_size=6)


def kept(html, sought):
    """What a version has of its statements: the words, and the numbers that were put beside them."""
    numbers = written.numbers(html, [Sought(*each) for each in sought])
    return [Sought(*each, *both) for each, both in zip(sought, numbers, strict=True)]


def marked(html, sought, places=None):
    """The page: of places where there are any, and else by finding."""
    rows = enumerate(zip(sought, places or [None] * len(sought), strict=True), 1)
    found = [
        Passage(number, *each[:2], label="Source 1", place=place)
        for number, (each, place) in rows
        if place or places is None
    ]
    return passages.mark(html, found)


def by_places(html, sought):
    return marked(html, sought, written.read(html, sought))


def asked_of(html, others=()):
    """Each quotation of a text, the first word of each again so that passages overlap, and others."""
    quoted = [(each.words, each.occurrence) for each in quotations.quotations(html)]
    return [*quoted, *((words.split()[0], 1) for words, _nth in quoted), *others]


# As finding does


@settings(max_examples=300)
@given(ALL_KINDS, SOUGHT)
@example("<p>“yes”</p>", [("yes", 1), ("“yes", 1)])
@example("<p>x<sup>2</sup> and x²</p>", [("x²", 1), ("x2", 2), ("2", 1)])
def test_a_page_marked_from_kept_places_is_the_page_marked_by_finding(html, others):
    sought = asked_of(html, others)
    assert by_places(html, kept(html, sought)) == marked(html, sought)


@pytest.mark.parametrize("name", ["quotations", "evidence"])
def test_so_is_each_text_of_the_corpora(name):
    texts = {"quotations": [entry["body"] for entry in QUOTATIONS]}
    texts["evidence"] = [text.clean(f"<p>“{entry['printed']}”</p><p>{entry['evidence']}</p>") for entry in EVIDENCE]
    count = 0
    for html in texts[name]:
        sought = asked_of(html)
        rows = kept(html, sought)
        assert by_places(html, rows) == marked(html, sought), html
        count += sum((row.start, row.end) != NOWHERE for row in rows)
    assert count > 400


def test_what_is_kept_is_read_and_nothing_is_looked_for(monkeypatch):
    html = text.clean("<p>He said “we <em>will</em> stay”, قال «السَّلام» &amp; left.</p><p>We will stay.</p>")
    sought = [("we will stay", 2), ("السلام", 1), ("we WILL stay", 1), ("& left", 1), ("nowhere", 1)]
    rows, page = kept(html, sought), marked(html, sought)
    monkeypatch.setattr(written, "find", lambda html, sought: pytest.fail("looked for") if sought else [])
    assert by_places(html, rows) == page
    assert page.count("popovertarget") == 4


@settings(max_examples=200)
@given(ALL_KINDS, SOUGHT)
def test_a_place_is_that_of_the_words_in_the_html(html, others):
    sought = asked_of(html, others)
    for (words, occurrence), place in zip(sought, written.find(html, [Sought(*each) for each in sought]), strict=True):
        assert (place is None) == (passages.find(html, words, occurrence) is None)
        if place:
            shown = markup.text_of(html, place.start, place.end)
            assert (folding.fold(shown), len(shown)) == (folding.fold(words), place.length)


# Marks around the words


def marks_by_paragraph(html, sought):
    """Said anew, by the plain text of its paragraph: from where to where words stand with their marks."""
    place = passages.find(html, *sought)
    paragraph = list(written.written_out(html))[place.paragraph]
    before, after = paragraph.text[: place.start][-1:], paragraph.text[place.end :][:1]
    marks = '“”„«»‹›‘’"'
    if before not in marks or after not in marks:
        before = after = ""
    return paragraph.at[place.start - len(before)][0], paragraph.at[place.end + len(after) - 1][1]


UNTIDY = [
    "<p> \n “yes</p>", "<p> yes” </p>", "<p>“<em>yes</em>”</p>", "<p>«<a href='/x'>yes</a>» no</p>", "<p><br>yes”</p>",
    "<ul><li>“yes<ul><li>no”</li></ul></li></ul>", "<p>&quot;yes&quot;</p>", "<p>&amp;yes&amp;</p>", "<p>“yes</p>”",
    "<p>“ yes ”</p>", "“yes”", "yes", "<p>> yes;</p>", "<p><em>“</em>yes<br>”</p>", "<p>“&nbsp;yes”</p>",
    "<p>“yes</p>\n<p>”</p>", "<p>&ldquo;yes&rdquo; no</p>", "<p>‘yes’<em lang=\"en\">,</em></p>", "<p>a; yes &gt;</p>",
]  # fmt: skip


@pytest.mark.parametrize("html", UNTIDY)
def test_marks_on_both_sides_go_with_words_in_whatever_markup(html):
    [place] = written.find(html, [Sought("yes")])
    assert written.with_marks(html, place) == marks_by_paragraph(html, ("yes", 1))
    assert by_places(html, kept(html, [("yes", 1)])) == marked(html, [("yes", 1)])


@settings(max_examples=200)
@given(ALL_KINDS, SOUGHT)
def test_so_they_do_in_any_text(html, others):
    for each in asked_of(html, others):
        [place] = written.find(html, [Sought(*each)])
        if place:
            assert written.with_marks(html, place) == marks_by_paragraph(html, each)


# What does not hold


@settings(max_examples=300)
@given(ALL_KINDS, st.sampled_from(WORDS), st.integers(1, 2), st.integers(0, 200), st.integers(0, 30))
def test_whatever_numbers_stand_there_a_page_is_marked_soundly_and_where_the_words_are(html, words, nth, start, length):
    row = Sought(words, nth, start, start + length)
    [place] = written.read(html, [row])
    page = by_places(html, [row])
    parser = Balanced()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    assert text.clean(page) == text.clean(html)
    assert without_marks(page.replace(' aria-label="Source 1"', "")) == html
    if place:
        assert folding.fold(markup.text_of(html, place.start, place.end)) == folding.fold(words)
    else:
        assert passages.find(html, words, nth) is None


HTML = '<p>We said party, and <a href="/art">art</a> &amp; amp; art.</p>'


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("art", HTML.index("party") + 1, HTML.index("party") + 4),
        ("art", HTML.index("/art") + 1, HTML.index("/art") + 4),
        ("amp", HTML.index("&amp;") + 1, HTML.index("&amp;") + 4),
        ("art", 0, 3),
        ("art", 40, 39),
        ("art", 9_000, 9_003),
        ("art", None, 3),
        ("art", 3, None),
        ("art", None, None),
        ("art", *NOWHERE),
        ("We said party", 3, 3 + len("We said part")),
    ],
)
def test_numbers_at_which_the_words_do_not_stand_are_not_used(words, start, end):
    assert written.read(HTML, [Sought(words, 1, start, end)]) == written.find(HTML, [Sought(words)]) != [None]


def test_words_are_not_read_over_the_end_of_a_paragraph():
    assert written.read("<p>We left</p><p>early</p>", [Sought("leftearly", 1, 6, 22)]) == [None]


@pytest.mark.parametrize(
    ("html", "words"),
    [("<p>قال «نعـم» أمس</p>", "نعم"), ("<p>قال نَعَمُ أمس</p>", "نعم"), ("<p>ـنعم</p>", "نعم"), ("<p>ﷺ قال</p>", "وسلم")],
)
def test_arabic_words_hold_however_they_are_spelled(html, words):
    [row] = kept(html, [(words, 1)])
    assert (row.start, row.end) != NOWHERE
    found = written.find(html, [Sought(words)])
    assert written.read(html, [row]) == found != [None]
    shorter = row._replace(end=row.end - 1)
    assert written.read(html, [shorter]) == found


def test_what_stands_above_the_text_alone_is_looked_for_nowhere(monkeypatch):
    monkeypatch.setattr(written.whereabouts, "of", lambda html: pytest.fail("looked for"))
    assert written.read("<p>Peace</p>", [Sought("Peace", 0), Sought("War", 1, *NOWHERE)]) == [None, None]


def test_reading_what_is_kept_costs_less_than_half_of_finding_it():
    html = "".join(f"<p>Nobody asked them for it. “We left on day {n}”, said one who did.</p>" for n in range(60))
    rows = kept(html, [(f"We left on day {n}", 1) for n in range(0, 60, 5)])
    unknown = [row._replace(start=None, end=None) for row in rows]
    assert costs.steps(written.read, html, rows) * 2 < costs.steps(written.read, html, unknown)


def test_a_hostile_text_is_read_in_steps_of_its_length():
    for piece in ("&amp;", "<br>", " ", "&lt;", "<em>a</em>"):
        costs.assert_grows_with_its_size(
            lambda html: written.read(html, [Sought("yes", 1, len(html) - 7, len(html) - 4)]),
            lambda size, piece=piece: f"<p>{piece * size}yes</p>",
            400,
            cost=costs.steps,
        )
