"""Queries over many rows stand in `models/`: desk and readers' pages ask for them by name, and build no subquery."""

import ast

import pytest

from tests.source import called, modules

ROOMS = ("articles/admin", "articles/public", "articles/composing", "articles/templatetags")
NAMES = {
    "ArraySubquery", "Case", "Coalesce", "Exists", "Func", "JSONObject", "OuterRef", "RawSQL", "Subquery", "Window",
    "extra", "once", "raw",
}  # fmt: skip


def built(tree):
    """The lines that build a subquery: by its parts, or as a query of a column that is the value of an `__in`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(name.name in NAMES for name in node.names):
            yield node.lineno
        if isinstance(node, ast.Attribute) and node.attr in NAMES:
            yield node.lineno
        if isinstance(node, ast.keyword) and (node.arg or "").endswith("__in") and _is_query(node.value):
            yield node.value.lineno


def _is_query(value):
    return any(called(node) in {"filter", "exclude", "values", "values_list", "all"} for node in ast.walk(value))


def test_the_desk_and_readers_pages_build_no_subquery():
    found = [f"{name}:{line}" for name, tree in modules(*ROOMS) for line in built(tree)]
    assert not found, "this belongs into a QuerySet of articles/models: " + ", ".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "from django.db.models import F, OuterRef",
        "models.Subquery(rows)",
        "rows.filter(pk__in=Byline.objects.filter(contributor=1).values('story'))",
        "Q(story__in=Story.objects.filter(edition=edition))",
    ],
)
def test_a_subquery_is_seen(source):
    assert list(built(ast.parse(source)))


def test_a_list_of_numbers_is_no_subquery():
    assert not list(built(ast.parse("Story.objects.filter(pk__in=keys).with_any(rows, 'story')")))
