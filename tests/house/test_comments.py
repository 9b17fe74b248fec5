"""Comments and docstrings are read by people whose first language is another: no sentence begins with “Of”."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path for room in ("articles", "newsroom", "tests") for path in (ROOT / room).rglob("*.py"))
BEGINNING = re.compile(r"(?:^|[.!?:]['”\"`)]?\s+)Of\b")
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def docstrings(source):
    """(line, text) of each docstring."""
    for node in ast.walk(ast.parse(source)):
        text = ast.get_docstring(node) if isinstance(node, DOCUMENTED) else None
        if text:
            yield node.body[0].lineno, text


def comments(source):
    """(line, text) of each comment; lines that follow each other are one."""
    last, first, words = None, 0, []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            if words and token.start[0] != last + 1:
                yield first, " ".join(words)
                words = []
            first = first if words else token.start[0]
            last = token.start[0]
            words.append(token.string.lstrip("# "))
    if words:
        yield first, " ".join(words)


def beginning_with_of(source):
    return [line for line, text in (*docstrings(source), *comments(source)) if BEGINNING.search(text)]


@pytest.mark.parametrize("room", ["articles", "newsroom", "tests"])
def test_no_sentence_begins_with_of(room):
    found = {str(path.relative_to(ROOT)): beginning_with_of(path.read_text()) for path in MODULES if room in path.parts}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('"""Of two, the first."""', [1]),
        ('"""A pair. Of two,\nthe first."""', [1]),
        ("x = 1  # Two.\n# Of these,\n# one.", [1]),
        ("x = 1\n# Of these,\n# one.", [2]),
        ('"""One of two: that of today. A list of all."""\nx = "Of all."  # the first\n', []),
    ],
)
def test_a_sentence_that_begins_so_is_seen(source, lines):
    assert beginning_with_of(source) == lines
