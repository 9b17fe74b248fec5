"""The archive by year, month and day of first publication."""

from calendar import monthrange
from datetime import date, timedelta

from django.db.models import Exists, Max, Min, OuterRef

from articles.models.editions import Edition
from articles.models.publication import Publication
from articles.public import paging
from articles.public.pages import page, show


@page
def years(request, edition):
    span = Publication.objects.live().filter(edition=edition).aggregate(first=Min("day"), last=Max("day"))
    if span["first"] is None:
        return show(request, "archive/years.html", {"years": []})
    found = [date(year, 1, 1) for year in range(span["last"].year, span["first"].year - 1, -1)]
    return show(request, "archive/years.html", {"years": found})


@page
def year(request, edition, year):
    months = [date(year.year, month, 1) for month in range(1, 13)]
    found = _with_stories(edition, {month: (month, _last(month)) for month in months})
    return show(request, "archive/year.html", {"year": year, "months": found})


@page
def month(request, edition, month):
    days = [month + timedelta(days=number) for number in range(_last(month).day)]
    found = _with_stories(edition, {day: (day, day) for day in days})
    return show(request, "archive/month.html", {"month": month, "days": found})


@page
def day(request, edition, day):
    rows = Publication.objects.live().of_day(edition, day, paging.before(request)).for_list(edition.language)
    return show(request, "archive/day.html", {"day": day, "list": paging.cut(rows)})


def _last(month):
    return month.replace(day=monthrange(month.year, month.month)[1])


def _with_stories(edition, spans):
    """Those of `spans`, {label: (first day, last day)}, in which a story first appeared: one query, a look at each."""
    stories = Publication.objects.live().filter(edition=OuterRef("pk"))
    looks = {f"span{number}": Exists(stories.filter(day__range=span)) for number, span in enumerate(spans.values())}
    row = Edition.objects.filter(pk=edition.pk).values(**looks).get()
    return [label for label, name in zip(spans, looks, strict=True) if row[name]]
