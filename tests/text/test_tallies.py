"""The figures that a story may rest on: what is found, and what is taken for none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import tallies

FOUND = [
    ("With 98 per cent counted she led by 23,911 votes, 50.2 per cent to 49.8.", ["98", "23,911", "50.2", "49.8"]),
    ("Twelve people were killed and three wounded.", ["Twelve people were killed", "three wounded"]),
    ("The blast killed at least twenty.", ["killed at least twenty"]),
    ("It cost 4.5bn, 7% more than the 1.3 million of last year.", ["4.5", "7", "1.3"]),
    ("Two million people voted.", ["Two million"]),
    ("نال ٢٣٬٩١١ صوتاً بنسبة ٥٠٫٢ في المئة.", ["٢٣٬٩١١", "٥٠٫٢"]),
    ("سقط خمسة قتلى وجُرح ٢٣.", ["خمسة قتلى", "٢٣"]),
    ("قُتل ثلاثة عشر شخصاً.", ["قُتل ثلاثة عشر"]),
    ("بلغت الخسائر مليوني دولار، وقُتل جنديان وقتيلان مدنيان.", ["وقتيلان"]),
]
NONE = [
    "It began on 29 November 2026 at 18:18, in the 23rd week of 2019.",
    "Bulletin no. 52, article 88 and page 61 say so of the F-16.",
    "Jorun Sallay, 46, swam for 23 hours; her son is 22, a boy of 9.",
    "Two sides met for a third night after two years of building.",
    "They won 2-1, as in 1998-99.",
    "في ٢٩ نوفمبر ٢٠٢٦ عند الساعة ١٨:١٨، بحسب النشرة رقم ٥٢، بعد ١٤ عاماً.",
    "التقى الطرفان مرتين في عامين.",
]


@pytest.mark.parametrize(("paragraph", "figures"), FOUND)
def test_what_somebody_has_counted_is_found(paragraph, figures):
    assert [each.words for each in tallies.figures(paragraph)] == figures


@pytest.mark.parametrize("paragraph", NONE)
def test_days_hours_years_spans_ages_and_numbers_that_are_names_are_none(paragraph):
    assert [each.words for each in tallies.figures(paragraph)] == []


def test_a_figure_knows_its_sentence():
    paragraph = "It rained. The port lost 4,000 crates. Nobody asked."
    found = next(tallies.figures(paragraph))
    assert paragraph[found.start : found.end].strip() == "The port lost 4,000 crates."


@pytest.mark.parametrize(("one", "other"), [("23,911", "٢٣٬٩١١"), ("4,000", "4000"), ("50.2", "٥٠٫٢")])
def test_one_figure_has_one_value(one, other):
    assert tallies.value(one) == tallies.value(other)


@given(st.text(alphabet="0123456789٠١٢٣ .,٫٬:-/%abقتل votes\u064b\n“”", max_size=80))
def test_whatever_is_written_each_figure_stands_in_its_sentence(paragraph):
    for each in tallies.figures(paragraph):
        assert 0 <= each.start <= each.at < each.end <= len(paragraph)
        assert paragraph[each.at :].startswith(each.words)
