"""A paste that was made to be slow takes as many steps as it is long."""

import pytest

from articles import text
from articles.text import lines
from tests import costs

ITEM = "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span>x</p>"
HOSTILE = {
    "wide in deep": lambda size: "<span><div>" * 60 + "<b>x</b>" * size + "</div></span>" * 60,
    "figures": lambda size: "<figure>" * 100 + "<img src=x><figcaption>c</figcaption>" * size + "</figure>" * 100,
    "tables in tables": lambda size: ("<table><tr><td>" * 40 + "x" + "</table>" * 40) * (size // 40),
    "merged cells": lambda size: "<table><tr>" + "<td colspan=1000 rowspan=60000>a" * size + "</table>",
    "comments in a sheet": lambda size: "<style>" + "/*" * size + "</style><p>x",
    "sheets without an end": lambda size: "<style>" * size + "<p style='x'>x",
    "items": lambda size: ITEM * size,
    "numbers of items": lambda size: "<ol>" + "<li value=5>x" * size + "</ol>",
    "captions": lambda size: "<div>" + "<img src=x><p class=caption>x</p>" * size + "</div>",
    "quotations": lambda size: "<q>" * 100 + "<b>x</b>" * size + "</q>" * 100,
    "addresses": lambda size: "<p>" + "http://a.example/?u=1 " * size + "</p>",
    "too deep": lambda size: "<b a b='c' d>" * size + "x",
    "lines": lambda size: "<pre>" + "\n" * size + "x</pre>",
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_a_paste_costs_a_pass(make):
    costs.assert_grows_with_its_size(text.clean, make, 600, cost=costs.steps)


def test_plain_text_costs_a_pass():
    costs.assert_grows_with_its_size(lines.read, lambda size: "word " * 9 + "wordy\n" * size, 400, cost=costs.steps)
