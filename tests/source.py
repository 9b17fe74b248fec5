"""The product's own source, as a tree: for the tests that hold a law of the house."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def modules(*folders, besides=()):
    """(path, tree) of each module in these folders of `articles`, but for migrations and what is named in `besides`."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if "migrations" not in path.parts and name not in besides:
                yield name, ast.parse(path.read_text())


def called(node):
    """The name that a call is made by: `filter` of `rows.filter(…)`; nothing where there is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))
