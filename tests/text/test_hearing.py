"""What is printed beside what was heard: no changed word is missed, and what is the same is not asked about."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.hearing import comparing, searching
from tests import costs

CORPUS = json.loads((Path(__file__).parents[1] / "corpora" / "evidence.json").read_text(encoding="utf-8"))
SAME_ENOUGH, KINDS_ENOUGH = 0.97, 0.85
SPEECH = "We are not against a new quay. We got the list on Monday, and it had fifteen names on it. Nobody told us."


def compared(printed, evidence=SPEECH):
    return comparing.compare(printed, comparing.listen(evidence))


def kinds(printed, evidence=SPEECH):
    return [difference.kind.value for difference in compared(printed, evidence).differences]


def told(entry):
    """Each difference that is found in an entry: its kind, and the words of both texts."""
    for each in compared(entry["printed"], entry["evidence"]).differences:
        yield each.kind.value, entry["printed"][slice(*each.printed)], entry["evidence"][slice(*each.heard)]


def say(capsys, what, right, of):
    with capsys.disabled():
        print(f"\n{what}: {right} of {of} ({right / of:.3f})")  # noqa: T201


@pytest.mark.parametrize(("is_same", "enough"), [(False, 1), (True, SAME_ENOUGH)], ids=["changed", "same"])
def test_no_changed_word_is_missed_and_what_is_the_same_is_told_so(is_same, enough, capsys):
    entries = [entry for entry in CORPUS if entry["same"] is is_same]
    wrong = [entry["id"] for entry in entries if compared(entry["printed"], entry["evidence"]).is_same is not is_same]
    say(capsys, f"evidence, {'same' if is_same else 'changed'}", len(entries) - len(wrong), len(entries))
    assert len(entries) - len(wrong) >= enough * len(entries), wrong


def test_differences_are_of_their_kind(capsys):
    """An expected difference is found where one of its kind shares a word with it."""
    wrong, count = [], 0
    for entry in CORPUS:
        found = list(told(entry))
        for expected in entry["differences"]:
            count += 1
            if not any(_is_it(each, expected) for each in found):
                wrong.append((entry["id"], expected, found))
    say(capsys, "evidence, kinds", count - len(wrong), count)
    assert count - len(wrong) >= KINDS_ENOUGH * count, wrong


def _is_it(found, expected):
    kind, printed, heard = found
    sides = [(printed, expected["printed"]), (heard, expected["heard"])]
    return kind == expected["kind"] and any(one and other and (one in other or other in one) for one, other in sides)


def test_what_is_allowed_is_told():
    found = {entry["id"]: sorted(each.value for each in _allowed(entry)) for entry in CORPUS}
    assert {entry["id"]: sorted(entry["allowed"]) for entry in CORPUS} == found


def _allowed(entry):
    return compared(entry["printed"], entry["evidence"]).allowed


def test_it_says_where_it_was_heard():
    found = compared("We are … against a new quay")
    assert [SPEECH[start:end] for start, end in found.heard] == ["We are", "against a new quay"]


def test_a_difference_has_its_place_in_both_texts():
    [difference] = compared("it had fifty names").differences
    assert "it had fifty names"[slice(*difference.printed)] == "fifty"
    assert SPEECH[slice(*difference.heard)] == "fifteen"


@pytest.mark.parametrize("nothing", ["", " ", "…", "«»", "[...]"])
def test_nothing_was_not_heard(nothing):
    assert not compared(nothing).is_same
    assert not compared("We got the list", nothing).is_same


@pytest.mark.parametrize("printed", ["We got the list [never] on Monday", "We got [the] list … nobody … told us"])
def test_no_sign_hides_a_negation(printed):
    assert "negation" in kinds(printed) or kinds(printed) == []
    assert kinds("We got the list [never] on Monday") == ["negation"]


@pytest.mark.parametrize(
    ("heard", "printed"),
    [
        ("nineteen ninety-eight", "1998"),
        ("two thousand and six", "2,006"),
        ("a hundred", "100"),
        ("a dozen", "12"),
        ("three and a half", "3 and a half"),
        ("twenty-first", "21st"),
        ("one point", "1 point"),
        ("2.5 million", "2,500,000"),
        ("ثلاثمئة وخمس وأربعون", "٣٤٥"),
        ("ثلاثة آلاف ومئتان", "3,200"),
        ("ألفين وستة عشر", "٢٠١٦"),
        ("مليون ونصف", "١٠٠٠٠٠٠ ونصف"),
        ("إحدى عشرة", "١١"),
        ("بعشرين", "بـ٢٠"),
    ],
)
def test_a_number_is_the_same_in_words_and_in_digits(heard, printed):
    assert compared(f"so {printed} it was", f"so {heard} it was").is_same
    assert kinds("so 77 it was", f"so {heard} it was")[0] == "number"


LETTERS = st.text("abنoلاm n't’'“”«»…[].,! 12\n", max_size=60)


@given(LETTERS, LETTERS)
def test_whatever_is_typed_has_its_places(printed, evidence):
    found = compared(printed, evidence)
    for each in found.differences:
        assert 0 <= each.printed[0] <= each.printed[1] <= len(printed)
        assert 0 <= each.heard[0] <= each.heard[1] <= len(evidence)


WORDS = ["the", "ferry", "is", "not", "old", "we", "were", "told", "لم", "نسمع", "شيئا", "12"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_what_was_heard_word_for_word_is_the_same(words):
    printed = " ".join(words)
    assert compared(printed, f"So. {printed}. So.").is_same


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=9), st.lists(st.sampled_from("abcdef"), max_size=30))
def test_places_are_as_far_off_as_word_by_word(words, text):
    column, found = list(range(len(words) + 1)), []
    for other in text:
        above = [0]
        for at, word in enumerate(words):
            above.append(min(column[at] + (word != other), column[at + 1] + 1, above[at] + 1))
        column = above
        found.append(column[-1])
    assert searching.distances(words, text) == found


# What it costs

SYLLABLES = ("ba", "ke", "ti", "do", "lu", "ma", "ne", "pi", "ro", "su")


def speech(size):
    """So many words, of which none follows from the ones before."""
    digits = (pow(7, place, 9_973) for place in range(1, size + 1))
    return " ".join("".join(SYLLABLES[int(digit)] for digit in f"{number:04}") for number in digits)


@pytest.mark.parametrize(
    ("evidence", "printed"),
    [
        (speech, lambda words: words[30:90]),
        (speech, lambda words: [*words[30:50], "never", *words[50:80], "x", *words[81:90]]),
        (speech, lambda words: [*words[30:50], "…", *words[60:80], "…", *words[90:100]]),
        (lambda size: "the " * size, lambda words: [*words[:59], "cat"]),
        (lambda size: "the … " * size, lambda words: ["the", "…"] * 30),
        (lambda size: "not the " * (size // 2), lambda words: ["the", "not", "…"] * 20),
    ],
    ids=["exact", "changed", "ellipses", "repeated", "repeated parts", "negations"],
)
def test_it_costs_no_more_than_the_evidence_is_longer(evidence, printed):
    small, large = (comparing.listen(evidence(size)) for size in (1_000, 1_000 * costs.TIMES))
    asked = " ".join(printed(small.text.split()))
    few, many = (costs.steps(comparing.compare, asked, heard) for heard in (small, large))
    assert many <= costs.TIMES * few


def test_reading_evidence_costs_its_length():
    costs.assert_grows_with_its_size(
        comparing.listen, lambda size: "(a b) [x] PIKE: two hundred\n" * size, 100, costs.steps
    )
