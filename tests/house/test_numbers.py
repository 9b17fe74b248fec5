"""Whether what a browser sent can be a row's number is asked in one place."""

import ast

import pytest

from articles.rules.numbers import number
from tests.source import modules

SAID_IN = "articles/rules/numbers.py"
ASKING = {"isdecimal", "isdigit", "isnumeric"}


def by_hand(tree):
    return [each.lineno for each in ast.walk(tree) if isinstance(each, ast.Attribute) and each.attr in ASKING]


def test_nothing_but_one_function_asks_whether_it_is_a_number():
    # In a text it is asked of a letter beside a quotation mark or a full stop.
    rooms = [each for each in modules("articles", besides={SAID_IN}) if not each[0].startswith("articles/text/")]
    found = [f"{name}:{line}" for name, tree in rooms for line in by_hand(tree)]
    assert not found, "ask articles.rules.numbers.number: " + ", ".join(found)


def test_a_copy_is_seen():
    assert by_hand(ast.parse("pk.isascii() and pk.isdecimal() and len(pk) < 19")) == [1]


@pytest.mark.parametrize(("said", "read"), [("0", 0), ("007", 7), ("9" * 18, int("9" * 18))])
def test_a_number_that_a_row_can_have_is_read(said, read):
    assert number(said) == read


@pytest.mark.parametrize("said", [None, "", " 1", "-1", "1.0", "1_0", "٣", "²", "9" * 19, "9" * 5000, "\0", "1\n"])
def test_what_no_row_can_have_is_none(said):
    assert number(said) is None
