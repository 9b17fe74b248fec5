"""The corpora of speakers and of names are whole: what each entry claims of its own text is so, and none has gone."""

import json
import re
from pathlib import Path

import pytest

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
# Entries are only ever added: what was there once is the least that there may be.
LEAST = {"speakers": 1079, "names": 268}
LEAST_FOUND, LEAST_APART = 167, 101
SHAPES = {
    "speakers": {
        "id": str,
        "language": str,
        "paragraphs": list,
        "at": int,
        "words": str,
        "known": list,
        "owners": list,
        "title": str,
        "is_joint": bool,
        "why": str,
    },
    "names": {"id": str, "sought": str, "stands": str, "is_found": bool, "why": str},
}


def corpus(name):
    return json.loads((CORPORA / f"{name}.json").read_text(encoding="utf-8"))


def is_arabic(text):
    return bool(re.search("[\u0621-\u064a]", text))


def stands_in(name, text):
    """Whether a name is in a text, also where Arabic writes لل for the article that لـ is joined to."""
    return name in text or (name.startswith("ال") and "لل" + name[2:] in text)


def failing(entries, holds):
    return [entry["id"] for entry in entries if not holds(entry)]


@pytest.mark.parametrize("name", SHAPES)
def test_every_entry_has_its_parts_and_says_why_it_is_there(name):
    shape = SHAPES[name]
    assert failing(corpus(name), lambda entry: {key: type(value) for key, value in entry.items()} == shape) == []
    assert failing(corpus(name), lambda entry: entry["why"].strip()) == []


@pytest.mark.parametrize("name", SHAPES)
def test_entries_are_only_ever_added(name):
    assert len(corpus(name)) >= LEAST[name]


@pytest.mark.parametrize("name", SHAPES)
def test_an_entry_is_a_line(name):
    lines = (CORPORA / f"{name}.json").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines[1:-1]] == corpus(name)


@pytest.mark.parametrize(("name", "prefix"), [("speakers", "en"), ("speakers", "ar"), ("names", "n")])
def test_ids_run_without_a_gap(name, prefix):
    ids = [entry["id"] for entry in corpus(name) if entry["id"].startswith(f"{prefix}-")]
    assert ids == [f"{prefix}-{number:03}" for number in range(1, len(ids) + 1)]


# Speakers


def test_both_languages_have_their_share_of_the_speakers():
    entries = corpus("speakers")
    for language in ("en", "ar"):
        share = [entry for entry in entries if entry["language"] == language]
        assert len(share) >= 0.4 * len(entries)
        assert failing(share, lambda entry, code=language: entry["id"].startswith(code)) == []
        assert failing(share, lambda entry, code=language: is_arabic(entry["words"]) == (code == "ar")) == []


def test_a_story_has_one_to_five_plain_paragraphs():
    def is_plain(entry):
        paragraphs = entry["paragraphs"]
        return 1 <= len(paragraphs) <= 5 and all(each.strip() == each and each for each in paragraphs)

    assert failing(corpus("speakers"), is_plain) == []
    assert failing(corpus("speakers"), lambda entry: not re.search(r"[<>{}¶\n]", " ".join(entry["paragraphs"]))) == []


def test_the_words_stand_once_between_marks_in_their_paragraph():
    def stand_between_marks(entry):
        between = '[“‘«"”] ?' + re.escape(entry["words"]) + '[”’»"]'
        return len(re.findall(between, entry["paragraphs"][entry["at"]])) == 1

    assert failing(corpus("speakers"), stand_between_marks) == []


def test_owners_and_titles_stand_in_the_story():
    def are_there(entry):
        story = "\n".join(entry["paragraphs"])
        return entry["owners"] and all(stands_in(owner, story) for owner in entry["owners"]) and entry["title"] in story

    assert failing(corpus("speakers"), are_there) == []


def test_a_statement_is_joint_where_several_own_it():
    assert failing(corpus("speakers"), lambda entry: entry["is_joint"] == (len(set(entry["owners"])) > 1)) == []


def test_what_is_known_gives_the_owner_away_in_some_entries_only():
    entries = corpus("speakers")
    helps = [entry for entry in entries if set(entry["owners"]) <= set(entry["known"])]
    misleads = [entry for entry in entries if entry["known"] and not set(entry["owners"]) & set(entry["known"])]
    assert len(helps) > 0.2 * len(entries)
    assert len(misleads) > 0.2 * len(entries)


def test_no_quotation_is_asked_for_twice():
    asked = [(tuple(entry["paragraphs"]), entry["words"]) for entry in corpus("speakers")]
    assert len(set(asked)) == len(asked)


# Names


def test_names_are_found_and_kept_apart_in_good_number():
    found = [entry for entry in corpus("names") if entry["is_found"]]
    assert len(found) >= LEAST_FOUND
    assert len(corpus("names")) - len(found) >= LEAST_APART


@pytest.mark.parametrize("is_found", [True, False])
@pytest.mark.parametrize(("sought", "stands"), [(False, False), (False, True), (True, False), (True, True)])
def test_names_are_looked_up_within_and_across_the_scripts(is_found, sought, stands):
    kinds = [
        entry
        for entry in corpus("names")
        if (is_arabic(entry["sought"]), is_arabic(entry["stands"]), entry["is_found"]) == (sought, stands, is_found)
    ]
    assert len(kinds) >= 3


def test_no_look_up_is_judged_twice():
    pairs = [(entry["sought"], entry["stands"]) for entry in corpus("names")]
    assert len(set(pairs)) == len(pairs)
