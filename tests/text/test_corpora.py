"""What is measured against the corpora can only be trusted while they hold together; and they only grow."""

import json
from collections import Counter
from pathlib import Path

import pytest

from articles import text

FOLDER = Path(__file__).parent.parent / "corpora"
QUOTATIONS = json.loads((FOLDER / "quotations.json").read_text(encoding="utf-8"))
HEADLINES = json.loads((FOLDER / "headlines.json").read_text(encoding="utf-8"))
EVIDENCE = json.loads((FOLDER / "evidence.json").read_text(encoding="utf-8"))
# How many there were at first: none is ever taken out.
AT_FIRST = {"quotations.json": 337, "headlines.json": 82, "evidence.json": 258}
WITHOUT_QUOTATION_AT_FIRST = 111
EDGES = ["", "\n", *"“”„‟«»‹›\"'‘’‚`,،″＂「」『』〝〞❝❞()<>≪≫"]
SIGNS = {"ellipsis": ("…", "..."), "bracket": ("[",), "order": ("”", "»")}
KINDS = {"word", "negation", "number", "name", "left out", "put in"}

each_corpus = pytest.mark.parametrize(
    ("name", "entries"), [("quotations.json", QUOTATIONS), ("evidence.json", EVIDENCE)], ids=["quotations", "evidence"]
)


@each_corpus
def test_an_entry_is_a_line(name, entries):
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    assert (FOLDER / name).read_text(encoding="utf-8") == f"[\n{lines}\n]\n"


@each_corpus
def test_nothing_is_taken_out(name, entries):
    assert len(entries) >= AT_FIRST[name]
    numbers = {"en": 0, "ar": 0}
    for entry in entries:
        numbers[entry["language"]] += 1
        assert entry["id"] == f"{entry['language']}-{numbers[entry['language']]:03}"
        assert entry["why"].strip(), entry["id"]
    assert min(numbers.values()) >= 0.4 * len(entries)


def test_no_case_stands_there_twice():
    cases = [(entry["body"], "") for entry in QUOTATIONS] + [(entry["headline"], "") for entry in HEADLINES]
    cases += [(entry["printed"], entry["evidence"]) for entry in EVIDENCE]
    assert [case for case, count in Counter(cases).items() if count > 1] == []


# Quotations


def test_bodies_are_as_a_story_has_them():
    assert [entry["id"] for entry in QUOTATIONS if text.clean(entry["body"]) != entry["body"]] == []


def test_each_quotation_stands_between_marks_in_its_order():
    for entry in QUOTATIONS:
        rest = text.plain(entry["body"])
        for words in entry["quotations"]:
            assert words == words.strip(), entry["id"]
            before, found, rest = rest.partition(words)
            assert found, (entry["id"], words)
            # A paragraph's edge, where a mark is not repeated or never closed, is a mark too.
            assert before.strip(" \u00a0")[-1:] in EDGES, (entry["id"], words)
            assert rest.strip(" \u00a0")[:1] in EDGES, (entry["id"], words)


def test_many_texts_quote_nobody():
    quoting_nobody = Counter(entry["language"] for entry in QUOTATIONS if not entry["quotations"])
    assert quoting_nobody.total() >= WITHOUT_QUOTATION_AT_FIRST
    assert min(quoting_nobody["en"], quoting_nobody["ar"]) >= 40


# Headlines


def test_a_headline_is_a_line_that_says_why_it_is_there():
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in HEADLINES)
    assert (FOLDER / "headlines.json").read_text(encoding="utf-8") == f"[\n{lines}\n]\n"
    assert len(HEADLINES) >= AT_FIRST["headlines.json"]
    for language in ("en", "ar"):
        ids = [entry["id"] for entry in HEADLINES if entry["language"] == language]
        assert ids == [f"{language}-{number:03}" for number in range(1, len(ids) + 1)]
    assert [entry["id"] for entry in HEADLINES if not entry["why"].strip()] == []


def test_what_a_headline_quotes_stands_in_it_in_its_order():
    for entry in HEADLINES:
        rest = entry["headline"]
        for words in entry["quotations"]:
            before, found, rest = rest.partition(words)
            assert found, (entry["id"], words)
            assert {before[-1:], rest[:1]} <= set(EDGES), (entry["id"], words)


# Evidence


def test_the_same_is_what_has_no_difference():
    assert [entry["id"] for entry in EVIDENCE if entry["same"] == bool(entry["differences"])] == []


def test_a_difference_stands_in_both_texts():
    for entry in EVIDENCE:
        for difference in entry["differences"]:
            printed, heard = difference["printed"], difference["heard"]
            assert printed != heard, entry["id"]
            assert printed in entry["printed"], (entry["id"], printed)
            assert heard in entry["evidence"], (entry["id"], heard)


def test_what_was_left_out_was_not_printed_and_what_was_put_in_was_not_heard():
    sides = {"left out": (False, True), "put in": (True, False), "word": (True, True), "name": (True, True)}
    for entry in EVIDENCE:
        for difference in entry["differences"]:
            has = bool(difference["printed"]), bool(difference["heard"])
            assert sides.get(difference["kind"], has) == has, (entry["id"], difference)


def test_what_is_allowed_shows_in_what_is_printed():
    for entry in EVIDENCE:
        for allowed in entry["allowed"]:
            assert any(sign in entry["printed"] for sign in SIGNS[allowed]), entry["id"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_language_has_every_kind_of_difference_and_of_allowance(language):
    ours = [entry for entry in EVIDENCE if entry["language"] == language]
    kinds = Counter(difference["kind"] for entry in ours for difference in entry["differences"])
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 3
    allowed = Counter(each for entry in ours for each in entry["allowed"])
    assert set(allowed) == set(SIGNS)
    assert min(allowed.values()) >= 2
