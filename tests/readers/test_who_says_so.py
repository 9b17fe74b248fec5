"""Who says so: statements in the order of the text, each owner under one number, and who says most of it said once."""

import re

import pytest

from articles.composing.owners import notes, sourcing
from articles.composing.stories import in_parts
from articles.models import Source
from articles.text import margins
from tests.readers.in_memory import ARABIC, ENGLISH, Reader, render, statement, story

TOLL, VARN, ACCORD = (
    Source(pk=pk, slug=slug, name=name) for pk, slug, name in [(1, "toll", "Toll"), (2, "varn", "Varn"), (3, "a", "A")]
)
TEXT = "<p>One was said, and two.</p><p>Nobody spoke.</p><ul><li>Three</li><li>four</li></ul><p>One was said.</p>"


def said(words, source=TOLL, position=0, **fields):
    return statement(words=words, source=source, name=source.name, position=position, **fields)


def numbered(html, *rows):
    """Each statement as (number, words, the numbers of its owners)."""
    found = sourcing(html, rows)
    return [(each.number, each.first.words, [owner.number for owner in each.owners]) for each in found.statements]


def parts(html, *rows):
    return list(in_parts(story(ENGLISH, body=html), sourcing(html, rows)))


def page_of(html, *rows, of=ENGLISH, **fields):
    shown, found = story(of, body=html, **fields), sourcing(html, rows)
    context = {"story": shown, "sourcing": found, "parts": in_parts(shown, found)}
    return render("stories/story.html", of, **context)


# In the order of the text


def test_statements_and_owners_are_numbered_as_they_stand_in_the_text_however_they_were_entered():
    rows = [said("four"), said("Three", VARN, 1), said("one was said", VARN, 2), said("two", ACCORD, 3)]
    assert numbered(TEXT, *rows) == [(1, "one was said", [1]), (2, "two", [2]), (3, "Three", [1]), (4, "four", [3])]


def test_words_that_stand_twice_are_ordered_by_the_place_that_is_meant():
    rows = [said("one was said", TOLL, 0, occurrence=2), said("four", VARN, 1), said("one was said", ACCORD, 2)]
    assert [owners for _number, _words, owners in numbered(TEXT, *rows)] == [[1], [2], [3]]
    assert [each.first.source for each in sourcing(TEXT, rows).statements] == [ACCORD, VARN, TOLL]


def test_what_stands_in_no_paragraph_comes_last_and_is_in_the_list_alone():
    found = sourcing(TEXT, [said("In the headline", VARN), said("two", TOLL, 1)])
    assert [(each.first.words, each.comes_from) for each in found.statements] == [
        ("two", "passage-1"), ("In the headline", "source-2"),
    ]  # fmt: skip
    assert [(owner.first.source, owner.is_beside) for owner in found.owners] == [(TOLL, True), (VARN, False)]


def test_one_person_is_one_owner_whatever_the_capacity_the_occasion_or_the_terms():
    rows = [said("two", capacity=""), said("four", TOLL, 1, occasion="A letter", capacity="Secretary")]
    [owner] = sourcing(TEXT, rows).owners
    assert (owner.capacity, len(owner.rows), len(owner.ways)) == ("Secretary", 2, 2)


def test_a_way_of_telling_is_told_once():
    [owner] = sourcing(TEXT, [said("two"), said("Three", TOLL, 1), said("four", TOLL, 2, check_made="seen")]).owners
    assert [row.words for row in owner.ways] == ["two", "four"]


def test_a_statement_of_two_owners_is_one_statement_with_both_their_numbers():
    rows = [said("two", VARN, 4), said("two", ACCORD, 4), said("one was said", ACCORD, 5)]
    assert numbered(TEXT, *rows) == [(1, "one was said", [1]), (2, "two", [2, 1])]
    button = '<button type="button" popovertarget="statement-2" aria-label="Source 2, 1: Varn, A">2, 1</button>'
    assert button in page_of(TEXT, *rows)


def test_who_may_not_be_named_is_counted():
    rows = [said("two", terms="background"), said("Three", TOLL, 1, terms="background"), said("four", VARN, 2)]
    found = sourcing(TEXT, rows)
    assert (len(found.statements), len(found.owners), found.unnamed) == (3, 2, 1)


# Who says most of a text

ANSWERS = "<p><strong>Why?</strong></p><p>“{0}”</p><p><strong>And now?</strong></p><p>“{1}”</p><p>Varn says no.</p>"
LONG, LONGER = "Because it was late. " * 9 + "Good night.", "Now it is early. " * 12 + "Good morning."
INTERVIEW = ANSWERS.format(LONG, LONGER)


def test_whose_words_most_of_a_text_is_are_quiet_and_all_others_are_marked():
    found = sourcing(INTERVIEW, [said(LONG), said(LONGER, TOLL, 1), said("says no", VARN, 2)])
    assert found.throughout.source == TOLL
    assert [each.is_quiet for each in found.statements] == [True, True, False]


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        pytest.param(f"<p>{LONG}</p>" + "<p>A long way to the quay.</p>" * 30, [said(LONG)], id="little of the text"),
        pytest.param(f"<p>{LONG}</p><p>{LONGER}</p>", [said(LONG), said(LONGER, VARN, 1)], id="no more than another"),
        pytest.param(TEXT, [], id="nobody"),
        pytest.param(TEXT, [said("In the headline")], id="in no paragraph"),
    ],
)
def test_a_speaker_among_others_is_marked_as_always(html, rows):
    found = sourcing(html, rows)
    assert found.throughout is None
    assert not any(each.is_quiet for each in found.statements)


def test_what_was_told_or_checked_otherwise_than_is_said_once_is_marked():
    rows = [said(LONGER, check_made="recording"), said(LONG, TOLL, 1, check_made="none")]
    found = sourcing(INTERVIEW, rows)
    assert found.throughout.words == LONGER
    assert [(each.first.words, each.is_quiet) for each in found.statements] == [(LONG, False), (LONGER, True)]


@pytest.mark.parametrize(("kind", "label"), [("interview", "All answers:"), ("news", "Unless marked otherwise:")])
def test_it_is_said_once_under_the_byline(kind, label):
    rows = [said(LONG, check_made="recording")]
    html = page_of(INTERVIEW, *rows, kind=kind)
    head = html[html.index("<article") : html.index('class="column"')]
    assert re.search(f"{label}</strong> <bdi>.*Toll.*</bdi>.*Checked against a recording", head, re.DOTALL)
    assert 'class="passage is-quiet"' in html


# Beside the text


def test_a_note_stands_beside_the_paragraph_in_which_its_owner_speaks():
    rows = [said("two"), said("Three", VARN, 1), said("four", TOLL, 2), said("one was said", TOLL, 3, occurrence=2)]
    beside = [([note.owner.number for note in part["notes"]], part["html"][:4]) for part in parts(TEXT, *rows)]
    assert beside == [([1], "<p>O"), ([2, 1], "<ul>"), ([1], "<p><")]


def test_the_capacity_stands_in_an_owners_first_note_alone():
    rows = [said("two"), said("four", TOLL, 1), said("Three", VARN, 2)]
    beside = [note for part in parts(TEXT, *rows) for note in part["notes"]]
    assert [(note.owner.number, note.capacity) for note in beside] == [(1, "Secretary"), (2, "Secretary"), (1, "")]


def test_a_paragraph_has_one_note_for_an_owner_and_a_way_of_telling():
    found = sourcing(TEXT, [said("One was said"), said("two", TOLL, 1), said("Three", TOLL, 2, occasion="A letter")])
    assert [note.row.words for note in notes(found, [1, 2, 3], set())] == ["One was said", "Three"]


def test_who_is_named_once_for_the_whole_text_has_no_notes():
    found = parts(INTERVIEW, said(LONG), said(LONGER, TOLL, 1), said("says no", VARN, 2))
    assert [note.owner.first.source for part in found for note in part["notes"]] == [VARN]


@pytest.mark.parametrize(
    "html",
    [
        "", "no block at all", "<p>one</p>", "<p>one</p>\n<p>two</p>", "<h2>a</h2><blockquote><p>b</p></blockquote>",
        "<ul><li>a<ul><li>b</li></ul></li></ul><p>c</p>", "<table><tbody><tr><td>a</td></tr></tbody></table> <p>b</p>",
        '<figure data-photo="quay"><figcaption>a</figcaption></figure><p>b</p>',
    ],
)  # fmt: skip
def test_the_parts_together_are_the_text_and_none_cuts_a_block(html):
    button = '<button type="button" popovertarget="statement-7">'
    marked = html.replace("b", f"b{button}").replace("a", f"{button}a")
    found = margins.parts(marked)
    assert "".join(part.html for part in found) == marked
    assert [number for part in found for number in part.statements] == [7] * marked.count(button)
    for part in found:
        for name in ("ul", "table", "figure", "blockquote"):
            assert part.html.count(f"<{name}") == part.html.count(f"</{name}>")


# Its sheet


@pytest.mark.parametrize("of", [ENGLISH, ARABIC], ids=["english", "arabic"])
def test_each_statement_has_a_sheet_that_leads_to_the_one_before_and_the_next(of):
    rows = [said("two"), said("Three", VARN, 1), said("In the headline", ACCORD, 2)]
    page = Reader(page_of(TEXT, *rows, of=of))
    sheets = [each["id"] for each in page.all("section") if "popover" in each]
    assert sheets == ["statement-1", "statement-2", "statement-3"]
    led = [each["popovertarget"] for each in page.all("button") if each.get("popovertargetaction") != "hide"]
    assert sorted(led) == ["statement-1"] * 2 + ["statement-2"] * 3 + ["statement-3"]
    assert {each["type"] for each in page.all("button")} == {"button"}


def test_terms_explain_themselves():
    rows = [said("two", terms="background"), said("four", VARN, 1)]
    html = page_of(TEXT, *rows, of=ENGLISH)
    assert re.search(r"<summary>On background <span>What this means</span></summary>We may quote, and describe", html)
    assert re.search(r"<summary>On the record <span>What this means</span></summary>May be quoted by name", html)


@pytest.mark.parametrize(
    ("check", "disc"), [("heard", "full"), ("seen", "full"), ("recording", "full"), ("confirmed", "half"), ("", "ring")]
)
def test_a_disc_stands_before_the_words_of_how_it_was_checked(check, disc):
    row = said("two", check_made=check)
    html = page_of(TEXT, *[row], of=ENGLISH)
    assert f'<span class="disc is-{disc}" aria-hidden="true"></span>{row.check_in_words}</span>' in html
