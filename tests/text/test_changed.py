"""Attributed words that somebody rewrote, and the passage that took their place."""

import pytest

from articles.text import changed, ledger

GUILD = "<p>“We asked for rest,” the guild said.</p>"
PORT = "<p>The port loses 4,000 crates a day, it said on Monday.</p>"
ARABIC = "<p>«انتظرنا عامين كاملين»، قالت النقابة.</p><p>«لن نعود إلى العمل»، قال المتحدث.</p>"
ALIKE = "<p>“We will not go to the quay,” she said.</p><p>“We will not stay at the quay,” he said.</p>"
RAIN = "<p>Rain fell on the quay.</p>"


def pairs(before, now, *words):
    """{old words: the new ones} of the rows with these words, of a text that was `before` and is `now`."""
    rows = [each if isinstance(each, tuple) else (each, 1) for each in words]
    found = ledger.ledger(now, rows)
    told = changed.changed(changed.Texts(before, now), rows, found.places, found.unowned)
    return {rows[number]: passage for number, passage in told.items()}


def new_words(before, now, *words):
    return {old: passage.words for (old, _nth), passage in pairs(before, now, *words).items()}


@pytest.mark.parametrize("before", [GUILD, ""], ids=["saved", "typed and never saved"])
@pytest.mark.parametrize(
    "now",
    [
        "<p>“We asked for bread,” the guild said.</p>",
        "<p>“We asked for bread,” the whole guild told us.</p>",
        "<p>«We asked for bread,» the guild said.</p>",
        "<p>The guild said: “We asked for bread,” and rain fell.</p>",
        RAIN + "<p>“We <em>asked</em> for bread,” the guild said.</p>",
    ],
)
def test_a_changed_word_in_a_quotation_is_a_change_of_the_row(before, now):
    assert new_words(before, now, "We asked for rest,") == {"We asked for rest,": "We asked for bread,"}


def test_words_that_are_quoted_no_more_are_a_run_of_the_text():
    now = "<p>We asked for bread, the guild said.</p>"
    assert new_words(GUILD, now, "We asked for rest,") == {"We asked for rest,": "We asked for bread,"}


@pytest.mark.parametrize("before", [PORT, ""])
def test_a_figure_that_was_rewritten_is_the_new_figure(before):
    now = PORT.replace("4,000", "5,000")
    assert new_words(before, now, "loses 4,000 crates a day") == {
        "loses 4,000 crates a day": "loses 5,000 crates a day"
    }


@pytest.mark.parametrize("before", [ARABIC, ""])
def test_in_arabic_a_quotation_is_paired_whole(before):
    now = ARABIC.replace("كاملين", "ونصف عام").replace("العمل", "الميناء")
    assert new_words(before, now, "انتظرنا عامين كاملين", "لن نعود إلى العمل") == {
        "انتظرنا عامين كاملين": "انتظرنا عامين ونصف عام",
        "لن نعود إلى العمل": "لن نعود إلى الميناء",
    }


@pytest.mark.parametrize("before", [ALIKE, ""])
def test_of_two_rows_alike_each_gets_its_own_though_their_paragraphs_were_moved(before):
    now = "<p>“We will never stay at the quay,” he said.</p><p>“We will never go to the quay,” she said.</p>"
    assert new_words(before, now, "We will not go to the quay,", "We will not stay at the quay,") == {
        "We will not go to the quay,": "We will never go to the quay,",
        "We will not stay at the quay,": "We will never stay at the quay,",
    }


def test_a_passage_pairs_once():
    now = "<p>“We will never go to the quay,” she said.</p>"
    assert new_words(ALIKE, now, "We will not go to the quay,", "We will not stay at the quay,") == {
        "We will not go to the quay,": "We will never go to the quay,"
    }


@pytest.mark.parametrize(
    "now",
    [
        "<p>“The tariff is too high,” the guild said.</p>",
        "<p>“The tariff is too high,” the port said.</p>",
        "<p>The guild said nothing.</p>",
        RAIN,
        "",
    ],
)
def test_a_quotation_that_was_deleted_is_not_another_one_unlike_it(now):
    assert pairs(GUILD, now, "We asked for rest,") == {}


def test_short_words_alone_make_nothing_alike():
    now = "<p>“It is to be of no use,” the guild said.</p>"
    assert pairs("", now, "We are to be of no age") == {}


def test_what_another_row_owns_is_taken_by_nobody_else():
    now = "<p>“We asked for bread,” the guild said.</p>"
    assert pairs(GUILD, now, "We asked for rest,", "We asked for bread,") == {}


def test_a_passage_is_told_by_which_of_its_words_it_is():
    now = "<p>“We asked for bread,” she said.</p>" + RAIN + GUILD.replace("rest", "bread")
    before = now[: -len(GUILD) - 1] + GUILD
    found = pairs(before, now, "We asked for rest,", ("We asked for bread,", 1))
    assert found["We asked for rest,", 1].occurrence == 2


def test_what_stands_is_not_looked_for():
    assert pairs(GUILD, GUILD, "We asked for rest,") == {}


def test_the_pieces_without_the_new_ones_are_the_old_words_and_without_the_gone_ones_the_new():
    old, new = "انتظرنا عامين كاملين", "انتظرنا ثلاثة أعوام"
    told = changed.pieces(old, new)
    assert "".join(each.text for each in told if each.change.value != "new") == old
    assert "".join(each.text for each in told if each.change.value != "gone") == new
