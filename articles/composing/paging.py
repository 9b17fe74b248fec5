"""Lists page by key: page 1,000 costs what page 1 costs."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from articles.models import subqueries

PAGE_SIZE = 30
# The parameters of a list that pages.
KNOWS = ("before",)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
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
    found = list(subqueries.first(rows, PAGE_SIZE + 1))
    shown = found[:PAGE_SIZE]
    has_more = len(found) > PAGE_SIZE
    return Page(shown, key_of(getattr(shown[-1], time), getattr(shown[-1], tie)) if has_more else "")
