"""The interface speaks Arabic to the last word: the catalogue has all that the code says, and is compiled."""

import ast
import os
import re
import shutil
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import django
import pytest
from django.conf import settings

from tests.house.catalogue import CATALOGUE, entries

ROOT = Path(settings.BASE_DIR)
# How many of its first arguments each takes as words.
ASKING = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "pgettext": 2, "pgettext_lazy": 2}
MARKUP = re.compile(r"</?\w[^>]*>")
# A language's own name, which is Django's to translate.
ASKED_BY_NAME = {"articles/admin/photos/filters.py"}

needs_gettext = pytest.mark.skipif(
    not os.environ.get("CI") and not shutil.which("msgfmt"), reason="gettext is not installed"
)


def compiled(entry):
    """As a .mo has it: by context and English, and in the plural by form."""
    key = "\x04".join(entry[name] for name in ("msgctxt", "msgid") if name in entry)
    if "msgid_plural" not in entry:
        return {key: entry["msgstr"]}
    return {(key, form): entry[f"msgstr[{form}]"] for form in range(6) if f"msgstr[{form}]" in entry}


def test_everything_is_said_in_arabic_by_somebody_who_was_sure():
    for entry in entries(ROOT / CATALOGUE):
        assert all(compiled(entry).values()), entry["msgid"]
        assert "fuzzy" not in entry["#,"], entry["msgid"]
    assert "#~" not in (ROOT / CATALOGUE).read_text()


def test_what_django_says_in_english_is_said_as_a_desk_does():
    """An update of Django may word it anew: then it is to be said anew."""
    files = [*Path(django.__file__).parent.glob("co*/**/locale/en/LC_MESSAGES/django.po")]
    djangos = {entry["msgid"] for file in files for entry in entries(file)}
    own = {entry["msgid"] for entry in entries(ROOT / "locale/en/LC_MESSAGES/django.po")}
    assert own <= djangos


@pytest.mark.parametrize("name", ["ar/LC_MESSAGES/django.po", "ar/LC_MESSAGES/djangojs.po", "en/LC_MESSAGES/django.po"])
def test_what_is_compiled_is_what_is_written(name):
    catalogue = ROOT / "locale" / name
    written = {key: text for entry in entries(catalogue) for key, text in compiled(entry).items()}
    with catalogue.with_suffix(".mo").open("rb") as file:
        assert GNUTranslations(file)._catalog == written


def test_markup_in_a_message_is_the_same_in_arabic():
    for entry in entries(ROOT / CATALOGUE):
        for said in compiled(entry).values():
            assert MARKUP.findall(said) == MARKUP.findall(entry["msgid"]), entry["msgid"]


@pytest.mark.parametrize("package", ["articles", "newsroom"])
def test_messages_are_written_where_they_are_asked_for(package):
    """Words that come from a variable or stand in an f-string are found by no catalogue."""
    for file in (ROOT / package).rglob("*.py"):
        name = str(file.relative_to(ROOT))
        tree = ast.parse(file.read_text())
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
        inside = {id(call) for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for call in ast.walk(text)}
        for call in calls:
            words = call.args[: ASKING.get(call.func.id, 0)]
            found = id(call) not in inside and all(isinstance(each, ast.Constant) for each in words)
            assert not words or found or name in ASKED_BY_NAME, f"{name}:{call.lineno}"


@needs_gettext
def test_the_catalogue_has_what_the_code_says_and_nothing_else(tmp_path):
    for name in ("articles", "newsroom", "templates", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    nowhere = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing", "READERS_DATABASE_URL": "", "DEMO": "1"}
    place = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "NEWSROOM_VAR": str(tmp_path / "var"), "PYTHONPATH": ""}
    gather = [sys.executable, "-m", "django", "makemessages", "--locale", "ar", "--verbosity", "0"]
    subprocess.run(gather, cwd=tmp_path, env=os.environ | nowhere | place, check=True, timeout=300)
    assert list(entries(tmp_path / CATALOGUE)) == list(entries(ROOT / CATALOGUE)), "run make messages"


@needs_gettext
def test_what_a_message_fills_in_is_the_same_in_arabic():
    subprocess.run(["msgfmt", "--check-format", "--output-file", os.devnull, ROOT / CATALOGUE], check=True)
