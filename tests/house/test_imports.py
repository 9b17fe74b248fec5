"""What tests share stands in modules of its own: no test file imports another."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"


def imported(tree):
    """Each module that a file imports, or may import by name, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield start, node.lineno
            yield from ((f"{start}.{name.name}", node.lineno) for name in node.names)


def from_test_files(source):
    """The lines on which something is taken from a test file, which has a part that begins with `test_`."""
    found = imported(ast.parse(source))
    return sorted({line for module, line in found if is_of_tests(module) and names_a_test_file(module)})


def is_of_tests(module):
    return module.startswith(("tests.", "."))


def names_a_test_file(module):
    return any(part.startswith("test_") for part in module.split("."))


def test_no_test_file_imports_another():
    found = {path: from_test_files(path.read_text()) for path in sorted(TESTS.rglob("*.py"))}
    said = [f"{path.relative_to(ROOT)}:{line}" for path, lines in found.items() for line in lines]
    assert said == []


def test_an_import_from_a_test_file_is_seen_with_its_line():
    for wrong in (
        "from tests.desk.test_form import fill",
        "from tests.desk import test_form",
        "import tests.desk.test_form as form",
        "from .test_form import fill",
        "from . import test_form",
        "def within():\n    from tests.desk.test_form import fill",
    ):
        assert from_test_files(f"import ast\n{wrong}\n") == [2 + wrong.count("\n")], wrong
    assert from_test_files("from django.test.utils import test_this\nfrom tests.desk.forms import fill") == []
