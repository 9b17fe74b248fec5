"""Subjects: two spellings of one meaning have one key; tags are read as an editor types them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text import folding, subjects
from tests import costs

# Whatever a form, an import or an attacker may send: surrogates and controls too.
ANYTHING = st.text(st.characters(exclude_categories=()))
ARABIC = st.text("ابتةىيئؤأإآٱءهكکگیـ\u064b\u0651\u0654\u0670٠٣۴ ،؛«»\u200f\u200c", max_size=30)
ENGLISH = st.text("abcXYZéßİ'’“”\"+#.,;-_/ \n0129", max_size=30)
TEXTS = st.one_of(ANYTHING, ARABIC, ENGLISH)


# Keys of tags


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("«أحمد»", "احمد"),
        ("Gaza", "gaza"),
        ("#gaza", "Gaza"),
        ("“West  Bank”", "west bank"),
        ("غزة", "غزه"),
    ],
)
def test_one_subject_in_two_spellings_has_one_key(one, other):
    assert subjects.key(one) == subjects.key(other)


def test_c_and_c_plus_plus_and_c_sharp_are_three_tags_with_three_readable_slugs():
    assert [subjects.key(name) for name in ("C", "C++", "C#")] == ["c", "c++", "c#"]
    assert [folding.slug(name, "tag") for name in ("C", "C++", "C#")] == ["c", "c-plus-plus", "c-sharp"]


def test_a_dot_that_begins_a_name_is_part_of_it():
    assert subjects.key(".NET") != subjects.key("net")


@given(TEXTS)
@example("!!!")
@example("ـ")
@example("#")
@example("\u0301")
def test_a_name_of_which_anything_can_be_seen_has_a_key(name):
    assert subjects.key(name) or not folding.is_visible(name)


@given(TEXTS)
def test_the_key_of_a_key_is_that_key(name):
    assert subjects.key(subjects.key(name)) == subjects.key(name)


ONE_TAG = [
    ("مسؤول", "مسئول"),
    ("شؤون", "شئون"),
    ("هيئة", "هيأة"),
    ("مسؤول", "مسوول"),
    ("رؤوس الأموال", "رءوس الأموال"),
    ("الهيئات", "الهيآت"),
    ("بيئة", "بيأة"),
    ("قراءة", "قرائة"),
    ("تفاؤل", "تفائل"),
    ("القرآن", "القرءان"),
    ("مئة عام", "مائة عام"),
    ("حالة الطوارئ", "حالة الطوارىء"),
    ("مَسْؤُول", "مسئول"),
    ("داوود", "داؤود"),
    ("Hawaiʻi", "Hawaii"),
    ("Hawai‘i", "Hawai'i"),
    ("Qurʾan", "Qur’an"),
    ("St. John’s", "St Johns"),
    ("U.S.", "US"),
    ("U. S.", "U.S"),
    ("J. K. Rowling", "JK Rowling"),
    ("أ.ف.ب.", "أ ف ب"),
    ("Al-Shabaab", "al Shabaab"),
    ("COVID–19", "Covid 19"),
    ("Marks & Spencer", "Marks and Spencer"),
    ("Operation “Dawn”", "Operation Dawn"),
]
TWO_TAGS = [
    ("رئيس", "رئس"),
    ("ماء", "ما"),
    ("بريء", "بري"),
    ("سيول", "سؤول"),
    ("عيون", "عون"),
    ("حياة", "حية"),
    ("G20", "G2"),
    ("3.5", "35"),
    ("node.js", "node js"),
    (".NET", "Net"),
    ('5" gun', "5 gun"),
    ("AT&T", "ATT"),
    ("US Steel", "U Steel"),
]


@pytest.mark.parametrize(("one", "other"), ONE_TAG)
def test_two_spellings_of_one_meaning_have_one_key(one, other):
    assert subjects.key(one) == subjects.key(other)
    assert subjects.key(f"قضية {one} 2026") == subjects.key(f"قضية {other} 2026")


@pytest.mark.parametrize(("one", "other"), TWO_TAGS)
def test_two_meanings_have_two_keys(one, other):
    assert subjects.key(one) != subjects.key(other)


@given(TEXTS, TEXTS)
def test_what_is_one_name_to_whoever_looks_it_up_is_one_tag(one, other):
    """The marks of harakat, case and white space never make two."""
    assert subjects.key(one) == subjects.key(f"  {one.upper().lower()} ") or one.lower() != one.upper().lower()
    assert folding.key(subjects.key(other)) == subjects.key(other)


@pytest.mark.parametrize("piece", ["a.", "a ", "'", "a-", "ءئ", "ا ئ", "&", ' "a'])
def test_a_hostile_name_takes_no_longer_than_its_length(piece):
    costs.assert_grows_with_its_size(subjects.key, lambda size: piece * size, 2_000)


# The parser of tags


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("West Bank, Gaza", ["West Bank", "Gaza"]),
        ("الضفة الغربية، غزة؛ القدس", ["الضفة الغربية", "غزة", "القدس"]),
        ("ports; strikes\nsarran\r\ndocks", ["ports", "strikes", "sarran", "docks"]),
        ('"Smith, John", “a; b” , «علي، عمر»', ["Smith, John", "a; b", "علي، عمر"]),
        ("Gaza, gaza , GAZA, #gaza", ["Gaza"]),
        ("أحمد، احمد", ["أحمد"]),
        ("C, C++, C#", ["C", "C++", "C#"]),
        ("  West \t  Bank  ,, ; ،", ["West Bank"]),
        ('"half a name, other', ["half a name", "other"]),
        ('Operation "Dawn"', ['Operation "Dawn"']),
        ("a\x00b\u202e, \u200b, \ud800", ["ab"]),
        ("می\u200cشود", ["می\u200cشود"]),
        ("", []),
        (None, []),
    ],
)
def test_tags_are_read_as_an_editor_types_them(typed, names):
    assert subjects.tags(typed) == names


@given(TEXTS)
def test_no_two_tags_of_one_line_are_the_same_subject(typed):
    keys = [folding.key(name) for name in subjects.tags(typed)]
    assert len(keys) == len(set(keys))
    assert all(keys)


@given(TEXTS)
def test_a_tags_name_is_read_again_as_it_is(typed):
    for name in subjects.tags(typed):
        if not set(name) & set(',،;؛"“”„«»\u2028\u2029'):
            assert subjects.tags(name) == [name]


@pytest.mark.parametrize("typed", ["“a,", '"', '" ', " ", "\n"])
def test_a_hostile_line_of_tags_takes_no_longer_than_its_length(typed):
    costs.assert_grows_with_its_size(subjects.tags, lambda size: typed * size, 6_000)
