"""Our stylesheets as one: on a slow line each file more is a journey more before anything is seen."""

import hashlib
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static

# The files in this order: the first puts the layers in order, and the one for paper alone comes last.
PARTS = ("tokens", "base", "pictures", "page", "lists", "front", "story", "statements")
ACCENT = "@layer accent{:root{--accent:#%s}}"
COMMENTS_AND_INDENTS = re.compile(r"/\*.*?\*/|(?<=\n)[ \n]+", re.DOTALL)


@cache
def sheet():
    """All stylesheets in one, but for an edition's own colours."""
    parts = [_read(f"css/{name}.css") for name in PARTS]
    return COMMENTS_AND_INDENTS.sub(
        "", "\n".join([*parts, _letters(), f"@media print {{\n{_read('css/print.css')}\n}}"])
    )


@cache
def mark():
    """A mark that changes as soon as a letter does, so that browsers may keep the sheet for good."""
    return hashlib.sha256(sheet().encode()).hexdigest()[:12]


@cache
def changed_at():
    """When one of its files changed last."""
    files = [*(f"css/{name}.css" for name in (*PARTS, "print")), "fonts/letters.css"]
    return datetime.fromtimestamp(max(Path(finders.find(name)).stat().st_mtime for name in files), UTC)


def in_colours(light, dark):
    return f"{sheet()}{ACCENT % light}@media screen and (prefers-color-scheme:dark){{{ACCENT % dark}}}"


def _letters():
    """The faces, by the names under which they are served."""
    return re.sub(r'url\("(.+?)"\)', lambda found: f'url("{static("fonts/" + found[1])}")', _read("fonts/letters.css"))


def _read(name):
    return Path(finders.find(name)).read_text(encoding="utf-8")
