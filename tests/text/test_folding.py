"""One spelling for matching and addresses."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text import folding

# Whatever a form, an import or an attacker may send: surrogates and controls too.
ANYTHING = st.text(st.characters(exclude_categories=()))
ARABIC = st.text("ابتةىيئؤأإآٱءهكکگیـ\u064b\u0651\u0654\u0670٠٣۴ ،؛«»\u200f\u200c", max_size=30)
ENGLISH = st.text("abcXYZéßİ'’“”\"+#.,;-_/ \n0129", max_size=30)
TEXTS = st.one_of(ANYTHING, ARABIC, ENGLISH)


@given(TEXTS)
@example("ᾳ ΐ ǰ ẛ̣ \u0345")
def test_folding_twice_changes_nothing(text):
    assert folding.fold(folding.fold(text)) == folding.fold(text)


def test_every_single_character_folds_to_something_that_stays():
    # One plane after the other would take seconds: letters, marks, numbers, signs, without the great blocks of Chinese.
    for code in [*range(0x3400), *range(0xA000, 0xAC00), *range(0xD7A0, 0x11000), *range(0x1D000, 0x1F200)]:
        folded = folding.fold(chr(code))
        assert folding.fold(folded) == folded, hex(code)


@given(TEXTS)
def test_what_is_folded_holds_nothing_that_cannot_be_seen_or_stored(text):
    folded = folding.fold(text)
    assert not {unicodedata.category(char) for char in folded} & {"Cc", "Cf", "Cs"}
    assert folded == " ".join(folded.split())
    folded.encode()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أُحْمَد", "احمد"),
        ("الـــسلام", "السلام"),
        ("إلى آخِرِ ٱلمدى", "الي اخر المدي"),
        ("مدرسة", "مدرسه"),
        ("مسؤول رئيس", "مسوول رييس"),
        ("کتاب فارسی", "كتاب فارسي"),
        ("ﷺ", "صلى الله عليه وسلم"),
        ("١٩٤٨ ۱۹۴۸", "1948 1948"),
        ("٣٫٥٪", "3.5%"),
        ("ماذا؟ نعم، لا؛", "ماذا? نعم, لا;"),
        ("Café Łódź Straße", "cafe lodz strasse"),
        ("don’t “stop” «now»", 'don\'t "stop" "now"'),
        ("2010–2014", "2010-2014"),
        ("Ｇａｚａ", "gaza"),
        ("\u200fGa\u200bza\u2069 \x00\ud800\tStrip\n", "gaza strip"),
    ],
)
def test_spellings_that_a_reader_takes_for_the_same_fold_to_one(one, other):
    assert folding.fold(one) == folding.fold(other) == other.translate(str.maketrans("ىةؤئآ", "يهويا"))


def test_folding_keeps_apart_what_are_different_letters():
    words = ["گل", "كل", "ماء", "ما", "विकास", "वकस", "がき", "かき"]
    assert len({folding.fold(word) for word in words}) == len(words)


# Addresses


@given(TEXTS, st.sampled_from(["story-12", "tag", "مقال"]))
@example("a" * 500, "tag")
@example("-_-", "tag")
def test_a_slug_is_short_clean_and_never_empty(text, fallback):
    slug = folding.slug(text, fallback)
    assert 0 < len(slug) <= folding.LONGEST_SLUG
    assert all(char.isalnum() or char == "-" or unicodedata.category(char) in {"Mn", "Mc"} for char in slug)
    assert slug[0] != "-" != slug[-1]
    assert "--" not in slug
    assert not any(unicodedata.category(word[0]).startswith("M") for word in slug.split("-"))
    assert slug == slug.lower()


@given(TEXTS)
def test_the_slug_of_a_slug_is_that_slug(text):
    slug = folding.slug(text, "story")
    assert folding.slug(slug, "other") == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Dockers Reject Pay Offer", "dockers-reject-pay-offer"),
        ("U.S.-led talks: 1,000 dead; don’t go…", "us-led-talks-1000-dead-dont-go"),
        ("Growth of 3.5% and/or less—why?", "growth-of-3-5-and-or-less-why"),
        ("Café in Łódź, on example.com", "cafe-in-lodz-on-example-com"),
        ("foo_bar  __ BAZ", "foo-bar-baz"),
        ("#gaza", "gaza"),
        ("وزير الصحّة يُعلن: ١٢٠٠ إصابة", "وزير-الصحة-يعلن-1200-إصابة"),
        ("الـــعراق،بغداد", "العراق-بغداد"),
        ("हिन्दी में समाचार", "हिन्दी-में-समाचार"),
        ("বাংলা ভাষা", "বাংলা-ভাষা"),
        ("தமிழ் செய்தி", "தமிழ்-செய்தி"),
        ("ที่นี่", "ที่นี่"),
        ("น้ำท่วม, ລາວ ນ້ຳ", "น้ำท่วม-ລາວ-ນ້ຳ"),
        ("ភាសាខ្មែរ! မြန်မာ", "ភាសាខ្មែរ-မြန်မာ"),
        ("മലയാളം: తెలుగు", "മലയാളം-తెలుగు"),
        ("ދިވެހި བོད་ཡིག", "ދިވެހި-བོད-ཡིག"),
        ("Новый йод, ёлка и їжак", "новый-йод-ёлка-и-їжак"),
        ("خانهٔ ما", "خانه-ما"),
        ("العَرَبِيَّة אָלֶף", "العربية-אלף"),
        ("🙂\u093f", "story-7"),
        ("!!!", "story-7"),
        ("🙂", "story-7"),
        ("", "story-7"),
    ],
)
def test_a_slug_reads_as_its_headline_does(text, slug):
    assert folding.slug(text, "story-7") == slug


def test_a_slug_is_cut_at_a_words_end():
    slug = folding.slug("parliament " * 20, "story")
    assert slug == "-".join(["parliament"] * 7)


@pytest.mark.parametrize("word", ["ที่นี่", "हिन्दी", "ខ្មែរ", "ކިރުމުގެ"])
def test_a_slug_that_is_cut_leaves_no_letter_without_its_vowels(word):
    for before in range(12):
        slug = folding.slug("x" * before + word * 30, "story")
        rest = ("x" * before + word * 30).removeprefix(slug)
        assert unicodedata.category(rest[0]) not in {"Mn", "Mc"}
        assert len(folding.numbered(slug, 999)) <= folding.LONGEST_SLUG


def test_a_slug_is_empty_only_where_its_fallback_is_too():
    assert folding.slug("!!!", "") == ""


# Places


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Peace, the people said. PEACE!", "peace", ["Peace", "PEACE"]),
        ("A party for art", "art", ["art"]),
        ("قال إنّ المُعلِّمَ أحمد غائب", "المعلم احمد", ["المُعلِّمَ أحمد"]),
        ("two  \n words", "two words", ["two  \n words"]),
        ("ha ha ha", "ha ha", ["ha ha", "ha ha"]),
        ("waitـed … and", "...", ["…"]),
        ("anything", "", []),
        ("anything", "\u200b", []),
    ],
)
def test_words_are_found_where_they_stand_in_whatever_spelling(text, words, found):
    places = list(folding.places(folding.align(text), folding.align(words)))
    assert [text[start:end] for start, end in places] == found


@given(TEXTS, TEXTS, TEXTS)
def test_words_between_spaces_are_always_found(before, words, after):
    text = f"{before} {words} {after}"
    places = list(folding.places(folding.align(text), folding.align(words)))
    assert bool(places) == bool(folding.align(words).text.strip())
    for start, end in places:
        assert folding.align(text[start:end]).text == folding.align(words).text.strip()


@given(TEXTS)
def test_what_is_aligned_is_what_is_folded(text):
    assert unicodedata.normalize("NFC", folding.align(text).text).strip() == folding.fold(text)
