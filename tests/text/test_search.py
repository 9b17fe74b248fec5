"""From words to what is stored for search, and from a reader's question to what is asked."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import search
from tests import costs

ANYTHING = st.text(st.characters(exclude_categories=()))
QUESTIONS = st.one_of(
    ANYTHING,
    st.lists(
        st.sampled_from(
            [
                "port ",
                "the ",
                "وزير ",
                "-",
                '"',
                "“",
                "'",
                "\\",
                "&",
                "|",
                "!",
                "(",
                ")",
                ":*",
                "<->",
                "C++ ",
                "U.S. ",
                " ",
            ]
        )
    ).map("".join),
)
LANGUAGES = st.sampled_from(["en", "ar", "en-gb", "fr", ""])

LEXEME = r"'(?:[^'\\\x00]|''|\\\\)+'"
PHRASE = rf"\({LEXEME}(?: <(?:-|[1-9]\d*)> {LEXEME})+\)"
TERM = rf"!?(?:{LEXEME}|{PHRASE})"
TSQUERY = re.compile(rf"{TERM}(?: & {TERM})*")
TSVECTOR = re.compile(rf"(?:{LEXEME}:\d+[ABC]?(?:,\d+[ABC]?)*(?: |$))*")


def stems(words, language="ar"):
    return {tuple(search.lexemes(word, language)) for word in words.split()}


@pytest.mark.parametrize(
    "forms",
    [
        "معلم المعلم معلمون معلمين معلمات والمعلمين معلّمة للمعلمين",
        "وزير الوزير للوزير والوزير وزيرة وزيران ووزير",
        "حكومة الحكومة للحكومة وبالحكومة الحكومي",
        "فلسطين فلسطيني الفلسطينية الفلسطينيون",
        "وطن وطني الوطن الوطنية",
        "قال وقال",
        "الله والله بالله",
    ],
)
def test_the_forms_of_an_arabic_word_come_together(forms):
    assert len(stems(forms)) == 1


def test_different_arabic_words_stay_apart():
    assert len(stems("وزير وطن معلم حكومة فلسطين غزة عمان علي الله")) == 9


def test_the_forms_of_an_english_word_come_together():
    assert stems("strike strikes striking Strike’s striked", "en") == {("strike",)}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_word_is_stemmed_by_the_rules_of_its_own_script(language):
    assert search.lexemes("The ministers of الوزارات and NATO’s ports", language) == ["minist", "زار", "nato", "port"]


def test_a_text_in_another_language_is_only_folded():
    assert search.lexemes("Les élections des ministres", "fr") == ["les", "elections", "des", "ministres"]


def test_signs_that_belong_to_a_word_stay_with_it():
    assert search.lexemes("U.S.-led, don't; C++, C# 3.5 ١٬٠٠٠ o’clock e.g.", "en") == [
        *("us", "led", "dont", "c++", "c#", "3.5", "1000", "oclock", "eg")
    ]


def test_words_without_meaning_are_left_out_but_names_that_look_like_them_are_not():
    assert search.lexemes("it is the US and the WHO", "en") == ["us", "who"]
    assert search.lexemes("هو الذي ومن علي", "ar") == ["علي"]


def test_many_threads_stem_as_one_does():
    words = [f"nationalisation{number} running{number} ponies{number}" for number in range(300)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda word: search.lexemes(word, "en"), words * 4))
    search._stem.cache_clear()
    assert together == [search.lexemes(word, "en") for word in words] * 4


# Vectors


def test_a_vector_has_each_lexemes_places_and_weights():
    parts = [("A", "Port strike"), ("B", ""), ("D", "The port's strikers")]
    assert search.vector(parts, "en") == "'port':1A,24 'strike':2A 'striker':25"


def test_no_phrase_runs_from_one_part_into_the_next():
    assert search.vector([("A", "port"), ("D", "strike")], "en") == "'port':1A 'strike':12"


def test_a_weight_that_there_is_not_is_refused():
    with pytest.raises(KeyError):
        search.vector([("E", "port")], "en")


@given(st.lists(st.tuples(st.sampled_from("ABCD"), QUESTIONS), max_size=4), LANGUAGES)
def test_a_vector_is_always_valid(parts, language):
    assert TSVECTOR.fullmatch(search.vector(parts, language))


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"{number:x}{'y' * 100}" for number in range(4_000)),
        " ".join(f"{number}{'𠀀' * 100}" for number in range(4_000)),
        "port " * 40_000,
        " ".join(f"w{number}" for number in range(3_000)) * 8,
    ],
)
def test_a_vector_keeps_within_the_limits_of_postgresql(text):
    vector = search.vector([("A", "headline"), ("D", text)], "en")
    entries = [entry.rpartition(":") for entry in vector.split(" ")]
    positions = [re.findall(r"\d+", places) for _lexeme, _colon, places in entries]
    assert max(len(lexeme.encode()) for lexeme, _colon, _places in entries) < 2_048
    assert max(map(len, positions)) <= 256
    assert max(int(position) for each in positions for position in each) <= 16_383
    size = sum(
        len(lexeme.encode()) + 4 + 2 * len(places) for (lexeme, _, _), places in zip(entries, positions, strict=True)
    )
    assert size < 2**20 - 1
    assert vector.startswith("'headlin':1A")


# Questions


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("port strikes", "'port' & 'strike'"),
        ("Port PORT ports", "'port'"),
        ('"state of emergency" -oil', "('state' <2> 'emergenc') & !'oil'"),
        ("“غزة القديمة” -الوزير", "('غزه' <-> 'قديم') & !'زير'"),
        ('gaza -"oil price"', "'gaza' & !('oil' <-> 'price')"),
        ("cease-fire", "('ceas' <-> 'fire')"),
        ("gaza – strike", "'gaza' & 'strike'"),
        ('"never closed', "('never' <-> 'close')"),
        ("o'brien \\ & | ! ( ) :* <->", "'obrien'"),
        ("-oil", None),
        ("the of a", None),
        ("", None),
        ('"" - \x00 \ud800', None),
    ],
)
def test_a_readers_words_become_a_question(words, query):
    assert search.query(words, "en") == query


@given(QUESTIONS, LANGUAGES)
def test_a_question_is_always_valid_or_none(words, language):
    query = search.query(words, language)
    assert query is None or TSQUERY.fullmatch(query)


@given(QUESTIONS)
def test_a_question_is_stemmed_as_what_it_looks_for(words):
    query = search.query(words, "en") or ""
    asked = [
        lexeme.replace("''", "'").replace("\\\\", "\\") for lexeme in re.findall(r"'((?:[^'\\]|''|\\\\)+)'", query)
    ]
    assert set(asked) <= set(search.lexemes(words, "ar"))


@pytest.mark.parametrize(
    "words", ["word%d " * 20_000, '"' * 100_000, "-" * 100_000, "a." * 50_000, "ﷺ" * 100_000, "a" * 100_000]
)
def test_a_hostile_question_is_cut_to_a_few_words_and_costs_what_its_beginning_does(words):
    assert (search.query(words, "en") or "").count("'") <= 32
    beginning = words[:1000]
    assert search.query(words, "en") == search.query(beginning, "en")
    assert costs.steps(search.query, words, "en") == costs.steps(search.query, beginning, "en")


def test_no_question_has_more_than_sixteen_words():
    long = search.query(" ".join(f"word{number}" for number in range(20_000)), "en")
    assert long.count("&") == 15
