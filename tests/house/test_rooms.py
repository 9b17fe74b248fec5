"""Each room's `__init__` is its table of contents: it names what is there, and nothing else."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Django names what stands in these.
DJANGOS = {"migrations", "management", "commands", "templatetags"}
ROOMS = sorted(
    path.parent
    for house in ("articles", "newsroom/embedded", "tests")
    for path in (ROOT / house).rglob("__init__.py")
    if not DJANGOS & set(path.parts) and path.parent != ROOT / "articles"
)


def contents(source):
    """The names that begin the lines of a docstring's list."""
    return re.findall(r"^(\w+) {2,}\S", ast.get_docstring(ast.parse(source)) or "", re.M)


def standing_in(room):
    files = {path.stem for path in room.glob("*.py") if path.name != "__init__.py"}
    return files | {path.parent.name for path in room.glob("*/__init__.py")}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(ROOT)))
def test_a_rooms_contents_name_what_is_there_and_leave_out_nothing(room):
    named = contents((room / "__init__.py").read_text())
    assert sorted(named) == sorted(standing_in(room))


def test_what_is_not_there_or_left_out_is_seen():
    assert contents('"""A room.\n\none  the first\ntwo   the second\n"""') == ["one", "two"]
    assert contents('"""A room without a list."""') == []
