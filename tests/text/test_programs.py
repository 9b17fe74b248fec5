"""What each program puts on the clipboard becomes clean text, and what was left out of it is counted."""

from collections import Counter

import pytest

from articles import text
from articles.text.foreign.seen import Left
from tests.text.copied import PROGRAMS, clean, left_out


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_what_a_program_copies_becomes_clean(path):
    told = Counter()
    assert text.clean(path.read_text(), told) == clean(path)
    assert text.clean(clean(path)) == clean(path) == text.kept(clean(path))
    del told[Left.FURNITURE]
    assert {kind.value: count for kind, count in told.items() if count} == left_out(path)


def test_each_program_is_there_with_its_version():
    named = {path.stem.rpartition("-")[0].removesuffix("-2026") for path in PROGRAMS}
    assert {
        "word",
        "outlook",
        "google-docs",
        "pages",
        "libreoffice",
        "gutenberg",
        "substack",
        "social-post-chrome",
    } <= named
