"""The archive by year, month and day of first publication."""

from datetime import date

from django.db.models import Max, Min

from articles.composing import paging
from articles.models.prepared import DAY, NUMBER, TEXT, Slot
from articles.models.publication import Publication
from articles.public import calendars
from articles.public.pages import page, show

OF_DAY = paging.List(
    lambda before: (
        Publication.objects.live()
        .news()
        .of_day(Slot("edition", NUMBER), Slot("day", DAY), before)
        .for_list(Slot("language", TEXT))
    )
)


@page
def years(request, edition):
    """The newest year as calendars, and the way to the others."""
    span = _versions(edition).aggregate(first=Min("day"), last=Max("day"))
    if span["first"] is None:
        return show(request, "archive/years.html", {"years": []})
    found = [date(year, 1, 1) for year in range(span["last"].year, span["first"].year - 1, -1)]
    return show(request, "archive/years.html", {"years": found, "sheets": _sheets(edition, found[0])})


@page
def year(request, edition, year):
    context = {"year": year, "sheets": _sheets(edition, year)} | _around(edition, year, year.replace(month=12, day=31))
    return show(request, "archive/year.html", context)


@page
def month(request, edition, month):
    last = calendars.last_of(month)
    counted = _versions(edition).counted_by_day(edition, month, last)
    context = {"month": month, "sheet": calendars.sheet(month, counted, edition.language)}
    return show(request, "archive/month.html", context | _around(edition, month, last))


@page(knows=paging.KNOWS)
def day(request, edition, day):
    found = OF_DAY.page(paging.before(request), edition=edition.pk, day=day, language=edition.language)
    return show(request, "archive/day.html", {"day": day, "list": found} | _around(edition, day, day))


def _versions(edition):
    return Publication.objects.live().news().filter(edition=edition)


def _sheets(edition, year):
    """The months of a year that have stories, the newest first, as its readers leaf back."""
    counted = _versions(edition).counted_by_day(edition, year, year.replace(month=12, day=31))
    sheets = [calendars.sheet(month, counted, edition.language) for month in reversed(calendars.months(year))]
    return [sheet for sheet in sheets if sheet.stories]


def _around(edition, first, last):
    """The nearest days with stories before `first` and after `last`."""
    days = _versions(edition).days_beside(first, last)
    found = {"earlier" if day < first else "later": day for day in days}
    return {"earlier": None, "later": None} | found
