"""All templates and styles, readers' and the desk's: how plain they stay to read."""

from pathlib import Path

from django.conf import settings
from django.template.base import Lexer, TokenType

BASE = Path(settings.BASE_DIR)
TEMPLATES = sorted((BASE / "templates").rglob("*.html"))
STYLESHEETS = sorted((BASE / "static").rglob("*.css"))
# A condition in a condition is a property that is missing. Some stay: a part of a row that is there or not.
MOST_NESTED, DEEPEST = 12, 2
LONGEST_LINE = 120


def conditions(path):
    """Each `if` of a template as (place, depth): 1 for one that stands in no other, whichever branch it stands in."""
    depth = 0
    for token in Lexer(path.read_text()).tokenize():
        words = token.contents.split() if token.token_type == TokenType.BLOCK else []
        if words[:1] == ["if"]:
            depth += 1
            yield f"{path.relative_to(BASE)}:{token.lineno}", depth
        elif words[:1] == ["endif"]:
            depth -= 1


def nested():
    return {place: depth for path in TEMPLATES for place, depth in conditions(path) if depth > 1}


def test_few_conditions_stand_in_a_condition():
    found = nested()
    assert len(found) <= MOST_NESTED, "\n".join(found)


def test_no_condition_stands_in_one_that_stands_in_another():
    assert [place for place, depth in nested().items() if depth > DEEPEST] == []


def test_a_condition_in_any_branch_of_another_is_counted(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "BASE", tmp_path)
    path = tmp_path / "page.html"
    path.write_text(
        "{% if a %}\n{% elif b %}{% for x in y %}{% if c %}{% endif %}\n{% endfor %}{% else %}{% if d %}"
        "{% if e %}{% endif %}{% endif %}{% endif %}{% if f %}{% endif %}"
    )
    assert list(conditions(path)) == [
        ("page.html:1", 1),
        ("page.html:2", 2),
        ("page.html:3", 2),
        ("page.html:3", 3),
        ("page.html:3", 1),
    ]


def test_no_line_of_a_stylesheet_is_long():
    lines = [
        f"{path.relative_to(BASE)}:{number}"
        for path in STYLESHEETS
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > LONGEST_LINE
    ]
    assert lines == []


def test_what_only_a_screen_reader_reads_is_hidden_by_one_rule():
    """For readers by a class; at the desk by a rule in frame.css, and by one more on a phone."""
    counts = {path.name: path.read_text().count("clip-path: inset(50%)") for path in STYLESHEETS}
    assert {name: count for name, count in counts.items() if count} == {"base.css": 1, "frame.css": 2}
