"""docs/words.md: each word of the newsroom has its one line, and what a line names is there."""

import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.utils.translation import override

from articles import doors
from articles.models.standing import Standing
from articles.rules.words import Kind, Terms
from articles.rules.workflow import Stage

ROOT = Path(__file__).resolve().parents[2]
RULE = "|---|---|---|"


def rows(text):
    """The rows of all tables, as (forms of the word, meaning, places that it names), without their heads."""
    lines = text.splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|") and RULE not in (line, following):
            word, meaning, where = (cell.strip() for cell in line.strip("|").split("|"))
            yield [form.strip() for form in word.split(" / ")], meaning, re.findall(r"`([^`]+)`", where)


GLOSSARY = list(rows((ROOT / "docs/words.md").read_text()))
FORMS = Counter(form for forms, _meaning, _places in GLOSSARY for form in forms)


def is_there(place):
    """Whether a file, a folder, or what a dotted path leads to exists."""
    if "/" in place:
        return (ROOT / place).exists()
    try:
        pkgutil.resolve_name(place)
    except (ImportError, AttributeError):
        return False
    return True


def labels(choices):
    return [str(label).lower() for label in choices.labels]


def missing(words):
    return [word for word in words if word not in FORMS]


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_each_word_has_one_line_and_each_line_a_meaning():
    assert len(GLOSSARY) > 80
    assert [form for form, count in FORMS.items() if count > 1] == []
    assert [forms for forms, meaning, places in GLOSSARY if not meaning or not places] == []


def test_each_place_that_a_line_names_is_there():
    assert [place for _forms, _meaning, places in GLOSSARY for place in places if not is_there(place)] == []


def test_each_table_is_explained_by_its_name():
    models = apps.get_app_config("articles").get_models()
    assert [model for model in models if str(model._meta.verbose_name) not in forms_of(model)] == []


def forms_of(model):
    """The words whose lines name the model."""
    name = f"articles.models.{model.__name__}"
    return {form for forms, _meaning, places in GLOSSARY if name in places for form in forms}


def test_each_verb_of_an_event_has_its_line():
    assert missing(deed.verb for app, deed in doors.VERBS.by_app() if app == "articles") == []


def test_each_button_has_its_line():
    assert missing(button.deed.lower() for app, button in doors.BUTTONS.by_app() if app == "articles") == []


@pytest.mark.parametrize("choices", [Stage, Kind, Terms, Standing])
def test_each_fixed_choice_has_its_line(choices):
    assert missing(labels(choices)) == []


def test_a_word_that_stands_twice_and_a_place_that_is_gone_are_seen():
    table = [
        "| word | meaning | where |",
        RULE,
        "| live / out | seen | `articles.nowhere` |",
        "| out | gone | `docs/no.md` |",
    ]
    assert list(rows("\n".join(table))) == [
        (["live", "out"], "seen", ["articles.nowhere"]),
        (["out"], "gone", ["docs/no.md"]),
    ]
    assert not is_there("articles.nowhere")
    assert not is_there("docs/no.md")
    assert is_there("articles.rules.words.Terms.RECORD")
    assert not is_there("articles.rules.words.Terms.WHISPERED")
