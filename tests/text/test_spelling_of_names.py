"""One person is found by the usual spellings and in either script, and is not taken for another."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.spellings import names
from tests import costs

CORPUS = json.loads((Path(__file__).parents[1] / "corpora" / "names.json").read_text(encoding="utf-8"))
ENOUGH = 0.97


@pytest.mark.parametrize(("is_found", "said"), [(True, "found"), (False, "not confused")])
def test_names_are_found_and_not_confused(is_found, said, capsys):
    entries = [entry for entry in CORPUS if entry["is_found"] is is_found]
    wrong = [entry for entry in entries if names.is_found(entry["sought"], entry["stands"]) is not is_found]
    right = len(entries) - len(wrong)
    with capsys.disabled():
        print(f"\nnames {said}: {right} of {len(entries)} ({right / len(entries):.3f})")  # noqa: T201
    assert right >= ENOUGH * len(entries), wrong


def test_each_word_that_is_typed_must_be_in_the_name():
    assert names.is_found("Hariri Qasim", "Kassem al-Hariri")
    assert not names.is_found("Qasim Hadidi", "Kassem al-Hariri")


def test_only_the_last_word_may_be_a_beginning():
    assert names.is_found("Qasim Har", "Kassem Hareeri")
    assert not names.is_found("Kass Hariri", "Qasim Hariri")


def test_one_letter_or_two_begin_a_word_only_as_it_is_written():
    assert names.is_found("Ka", "Kassem Hariri")
    assert not names.is_found("Ka", "Qasim Hariri")


@pytest.mark.parametrize("typed", ["", " ", "-", "’", "ـ"])
def test_nobody_is_found_by_nothing(typed):
    assert not names.is_found(typed, "Qasim Hariri")


def test_names_in_other_scripts_are_found_as_they_stand():
    assert names.is_found("Шилов", "Олег Шилов")
    assert not names.is_found("Shilov", "Олег Шилов")


WRITTEN = st.lists(
    st.text("abcdefghijklmnoruwyzé'ابجدهوزحطيكلمنسعفصقرشتثخذضظغةىأ", min_size=1, max_size=12), min_size=1, max_size=5
).map(" ".join)


@given(WRITTEN)
def test_whatever_stands_is_found_by_itself(name):
    assert names.is_found(name, name) is bool(names.asked(name))


@given(st.text(max_size=80))
def test_no_key_is_taken_for_a_word(name):
    assert all(key.startswith(names.SIGN) for key in names.keys(name))


@pytest.mark.parametrize("letters", ["e", "ou", "aeiou", "ea", "ae ", "ا", "عو", "abd al "])
def test_a_hostile_name_has_no_more_keys_than_another(letters):
    name = letters * 200
    assert len(names.keys(name)) <= 400
    assert costs.steps(names.keys, name) < 200_000
    assert sum(map(len, names.asked(name))) <= 3_000
