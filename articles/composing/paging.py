"""Lists page by key: page 1,000 costs what page 1 costs."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.exceptions import BadRequest
from django.db.models import DateTimeField
from django.utils.translation import gettext as _

from articles.models import subqueries
from articles.models.prepared import NUMBER, Prepared, Slot

PAGE_SIZE = 30
# The parameters of a list that pages.
KNOWS = ("before",)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KEY_SLOTS = Slot("at", DateTimeField()), Slot("number", NUMBER)
KEY = re.compile(r"(\d{1,17})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Page:
    """A part of a list, and the key from which older rows go on: empty where there are none."""

    rows: list
    older: str


def key_of(at, pk):
    """Where a list goes on: after the row of that time and number. Microseconds since 1970, and the number."""
    return f"{(at - EPOCH) // timedelta(microseconds=1)}-{pk}"


def before(request):
    """The key that the reader asks to go on from, as (time, number); None for the first page."""
    asked = request.GET.get("before")
    if asked is None:
        return None
    found = KEY.fullmatch(asked)
    if not found:
        raise BadRequest(_("This list has no such page."))
    microseconds, pk = map(int, found.groups())
    return EPOCH + timedelta(microseconds=microseconds), pk


def cut(rows, tie="story_id", time="first_live_at"):
    """The first page of an ordered queryset, found with one row more than is shown."""
    return _page(list(_some(rows)), tie, time)


class List:
    """A list that is compiled once for its first page, and once for those after it.

    `make` makes its queryset, with slots, from the key to go on from: two slots, or None.
    """

    def __init__(self, make, tie="story_id", time="first_live_at"):
        self._order = tie, time
        self._first = Prepared(lambda: _some(make(None)))
        self._older = Prepared(lambda: _some(make(KEY_SLOTS)))

    def page(self, before, **values):
        if before is None:
            return _page(list(self._first.all(**values)), *self._order)
        at, number = before
        return _page(list(self._older.all(**values, at=at, number=number)), *self._order)


def _some(rows):
    return subqueries.first(rows, PAGE_SIZE + 1)


def _page(found, tie, time):
    shown = found[:PAGE_SIZE]
    has_more = len(found) > PAGE_SIZE
    return Page(shown, key_of(getattr(shown[-1], time), getattr(shown[-1], tie)) if has_more else "")
