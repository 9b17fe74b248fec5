"""No private name of a library, where it has a seam: what is private may go with its next release."""

import ast
import inspect
from importlib import import_module

from django.contrib import admin

from articles.admin.shell.site import desk
from articles.admin.tables.admins import DeskAdmin
from articles.models import Edition
from tests.source import modules

OURS = ("articles", "newsroom")
# By Django's documentation these are for everybody, underscore or not; by Python's, the last one of named tuples.
PUBLIC = {"_meta", "_default_manager", "_base_manager", "_state", "_replace"}


def is_private(name):
    return name.startswith("_") and not name.endswith("_")


def own_names(trees):
    """The private names that our source makes, and how often."""
    made = []
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                made.append(node.name)
            elif isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Store):
                made.append(node.attr if isinstance(node, ast.Attribute) else node.id)
    return [name for name in made if is_private(name)]


def borrowed(tree, own):
    """The lines that reach for a private name that is not ours. What `super()` has is ours if it is made twice."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith(OURS):
            yield from (node.lineno for name in node.names if is_private(name.name))
        if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in PUBLIC:
            is_of_super = isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "super"
            if own.count(node.attr) < 1 + is_of_super:
                yield node.lineno


def overridden(cls):
    """The private names that a class of ours has from another's hands, and makes anew."""
    theirs = [base for base in cls.__mro__[1:] if not base.__module__.startswith(OURS)]
    return [name for name in vars(cls) if is_private(name) and any(name in vars(base) for base in theirs)]


# What Django's metaclasses and Python's write into any class.
WRITTEN = PUBLIC | {"_abc_impl", "_generate_next_value_"}


def test_our_source_reaches_for_no_private_name_of_a_library():
    found = dict(modules(*OURS))
    own = own_names(found.values())
    lines = [f"{name}:{line}" for name, tree in found.items() for line in borrowed(tree, own)]
    assert not lines, "take a seam that the library offers: " + ", ".join(lines)


def test_our_classes_override_no_private_name_of_a_library():
    for name, _tree in modules("articles"):
        module = import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        for cls in [
            each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == module.__name__
        ]:
            assert not set(overridden(cls)) - WRITTEN, cls


def test_a_private_name_is_seen():
    assert list(borrowed(ast.parse("messages.get_messages(request)._queued_messages.clear()"), []))
    assert list(borrowed(ast.parse("from django.forms.models import _get_foreign_key"), []))
    assert list(borrowed(ast.parse("super()._update_errors(errors)"), ["_update_errors"]))
    assert not list(borrowed(ast.parse("self._own()"), ["_own"]))
    assert not list(borrowed(ast.parse("Story._meta.get_field('slug')"), []))


def test_the_desks_scripts_are_djangos_but_for_those_that_write_slugs(settings):
    """Named anew at the desk: Django offers no way to take one out."""
    for settings.DEBUG in (True, False):
        djangos = str(admin.ModelAdmin(Edition, desk).media).splitlines()
        kept = [line for line in djangos if not any(name in line for name in ("urlify", "prepopulate", "xregexp"))]
        assert str(DeskAdmin(Edition, desk).media).splitlines() == kept
