"""A quotation is owned by those who have its words: what of it nobody has is nobody's."""

import pytest

from articles import text
from articles.text import ledger, quotations

EN = "“We will not sign before Friday. The crews will strike on Monday morning,”"
AR = "«لن نوقّع قبل يوم الجمعة. وستُضرب الطواقم صباح الاثنين المقبل»"

# A quotation, the statements that are in it, and whether it is owned.
TABLE = [
    (EN, [], False),
    (EN, ["We will not sign before Friday"], False),
    (EN, ["The crews will strike on Monday morning"], False),
    (EN, ["We will not sign before Friday", "The crews will strike on Monday morning"], True),
    (EN, ["The crews will strike on Monday morning", "We will not sign before Friday"], True),
    (EN, [EN], True),
    (EN, [EN.strip("“”,")], True),
    # A few words at an end, or between two owners.
    (EN, ["will not sign before Friday. The crews will strike on"], True),
    (EN, ["We will not sign", "The crews will strike on Monday morning"], True),
    (EN, ["We will not", "crews will strike on Monday morning"], False),
    (EN, ["Friday. The crews"], False),
    # More than the quotation has.
    (EN, [f"{EN} she said"], True),
    (AR, [], False),
    (AR, ["لن نوقع قبل يوم الجمعة"], False),
    (AR, ["وستضرب الطواقم صباح الاثنين المقبل"], False),
    (AR, ["لن نوقع قبل يوم الجمعة", "وستضرب الطواقم صباح الاثنين المقبل"], True),
    (AR, ["لن نوقّع قبل يوم الجمعة. وستُضرب الطواقم صباح"], True),
    # Short ones: a few words are not most of them.
    ("“Not for sale,”", ["Not for sale"], True),
    ("“Not for sale,”", ["sale"], False),
    ("“Not for sale,”", ["Not for"], True),
    ("“We stayed,”", ["stayed"], True),
]


@pytest.mark.parametrize(("quotation", "said", "is_owned"), TABLE)
def test_who_has_but_a_part_of_a_quotation_does_not_own_the_rest(quotation, said, is_owned):
    html = text.clean(f"<p>Before it. {quotation} she said. After it.</p>")
    assert len(list(quotations.quotations(html))) == 1
    found = ledger.ledger(html, [(words, 1) for words in said])
    assert (found.unowned == []) == is_owned
    # Whose words stand in it is told all the same.
    assert len(found.quoted[0].owners) == len(said)


def test_a_row_of_the_same_words_elsewhere_owns_nothing_here():
    html = f"<p>{EN} she said.</p><p>{EN} he said.</p>"
    found = ledger.ledger(html, [(EN, 2)])
    assert [each.occurrence for each in found.unowned] == [1]


def test_vowel_signs_and_emphasis_part_no_word():
    html = "<p>قال: «لنْ نُوَقِّعَ <em>قَبْلَ</em> يومِ الجُمُعة».</p>"
    assert ledger.ledger(html, [("لن نوقع قبل يوم الجمعة", 1)]).unowned == []
