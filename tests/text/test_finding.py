"""Nearly all that careful editors would call a quotation is found, and hardly anything else."""

import json
import sys
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from articles import text
from articles.text import folding, quotations, spans, speech
from articles.text.ledger import ledger

CORPORA = Path(__file__).parent.parent / "corpora"
QUOTATIONS = json.loads((CORPORA / "quotations.json").read_text(encoding="utf-8"))
HEADLINES = json.loads((CORPORA / "headlines.json").read_text(encoding="utf-8"))
SPEAKERS = json.loads((CORPORA / "speakers.json").read_text(encoding="utf-8"))
LEAST, LEAST_IN_HEADLINES = 0.98, 0.98

each_language = pytest.mark.parametrize("language", ["en", "ar"])


def found_in_headline(line):
    return [line[span.start : span.end] for span in quotations.in_headline(line)]


def found_in(html):
    return [quotation.words for quotation in quotations.quotations(html)]


def in_order(wanted, found):
    """How many of the wanted are found in their order."""
    return sum(block.size for block in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks())


@each_language
def test_what_careful_editors_call_a_quotation_is_found_and_nothing_else(language, capsys):
    pairs = [(entry["quotations"], found_in(entry["body"])) for entry in QUOTATIONS if entry["language"] == language]
    right = sum(in_order(wanted, found) for wanted, found in pairs)
    recall = right / sum(len(wanted) for wanted, _found in pairs)
    precision = right / sum(len(found) for _wanted, found in pairs)
    exact = sum(wanted == found for wanted, found in pairs)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{language}: recall {recall:.3f}, precision {precision:.3f}, {exact} of {len(pairs)} texts exactly\n"
        )
    assert recall >= LEAST
    assert precision >= LEAST


def test_what_careful_editors_call_a_quotation_in_a_headline_is_found_and_nothing_else(capsys):
    pairs = [(entry["quotations"], found_in_headline(entry["headline"])) for entry in HEADLINES]
    right = sum(in_order(wanted, found) for wanted, found in pairs)
    recall = right / sum(len(wanted) for wanted, _found in pairs)
    precision = right / sum(len(found) for _wanted, found in pairs)
    with capsys.disabled():
        sys.stdout.write(f"\nheadlines: recall {recall:.3f}, precision {precision:.3f} of {len(pairs)}\n")
    assert recall >= LEAST_IN_HEADLINES
    assert precision >= LEAST_IN_HEADLINES


@each_language
def test_whose_words_they_are_can_only_be_asked_of_what_is_found(language, capsys):
    entries = [entry for entry in SPEAKERS if entry["language"] == language]
    bodies = [text.clean("".join(f"<p>{paragraph}</p>" for paragraph in entry["paragraphs"])) for entry in entries]
    found = sum(entry["words"] in found_in(html) for entry, html in zip(entries, bodies, strict=True))
    with capsys.disabled():
        sys.stdout.write(f"\n{language}: {found} of {len(entries)} quotations of the corpus of speakers\n")
    assert found >= LEAST * len(entries)


def test_a_text_without_a_mark_quotes_nobody():
    assert found_in("<p>She said that the list was forged, and the pilots' room wet.</p>") == []


def test_the_same_words_are_speech_or_a_name_by_what_stands_around_them():
    assert found_in("<p>The ferry “Slow Tide” sails at six.</p>") == []
    assert found_in("<p>“Slow tide,” said the pilot.</p>") == ["Slow tide,"]
    assert found_in("<p>غادرت العبّارة «الموج» أمس.</p>") == []
    assert found_in("<p>سُئل عن السبب فأجاب: «الموج».</p>") == ["الموج"]


def test_a_quotation_that_is_closed_three_paragraphs_later_is_one_for_each():
    html = "<p>He said: “One.</p><p>Two.</p><p>Three,” and left.</p><p>Four.</p>"
    assert found_in(html) == ["One.", "Two.", "Three,"]


def test_one_that_nobody_closes_does_not_swallow_the_text():
    html = "<p>He said: “One.</p>" + "<p>Two.</p>" * 20 + "<p>Three,” and left.</p>"
    assert found_in(html) == ["One."]


@each_language
def test_verbs_of_saying_are_known_in_their_forms(language):
    forms = {
        "en": "said says telling denied shouted swore wrote admitted agreeing",
        "ar": "قال وقالت فسيقول يقولون مؤكدا أوضحت وصفه ونفى تنفي نفوا يدعو دعا قائلة",
    }
    words = forms[language].split()
    assert [word for word in words if not speech.says(folding.fold(word))] == []


def test_what_stands_between_marks_lies_in_its_paragraph_and_in_order():
    for entry in QUOTATIONS:
        paragraphs = text.paragraphs(entry["body"])
        for paragraph, found in zip(paragraphs, spans.of(paragraphs), strict=True):
            edges = [edge for span in found for edge in (span.before, span.start, span.end, span.behind)]
            assert edges == sorted(edges), entry["id"]
            assert all(0 <= edge <= len(paragraph) for edge in edges), entry["id"]


@pytest.mark.parametrize(
    "line", ["اكتب الاسم «ـــــ ـــــ» هنا.", "قالت الوزيرة: «ـــ ـــ»", "He wrote “ــ ــ” there."]
)
def test_a_blank_to_be_filled_in_is_no_quotation(line):
    assert ledger(f"<p>{line}</p>", []).unowned == []
