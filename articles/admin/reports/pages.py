"""The report: how the newsroom sources, by month, edition, section and contributor; and the same as CSV."""

import csv
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import doors
from articles.actions.locking import clock
from articles.admin.reports import charts, tables
from articles.models import Edition, Publication
from articles.models.reporting import MOST, Period
from articles.rules.reporting import as_rows

MAY = "articles.report_statement"
# How many months may be taken together: a year, so that no address asks for the whole archive.
SPANS = {"1": 1, "3": 3, "12": 12}


class Asked:
    """The months that an address asks for: those up to `month`, of which there are `span`. Nonsense is this month."""

    def __init__(self, asked, today):
        self.span = SPANS.get(asked.get("span"), 1)
        self.month = self._month(asked.get("month", ""), today)
        self.first = _earlier(self.month, self.span - 1)
        self.last = _earlier(self.month, -1) - timedelta(days=1)

    def _month(self, said, today):
        try:
            found = parse_date(f"{said}-01")
        except ValueError:
            found = None
        return found if found and date(1900, 1, 1) <= found <= today else today.replace(day=1)

    def address(self, **changed):
        asked = {"month": f"{self.month:%Y-%m}", "span": self.span} | changed
        return reverse("admin:articles_publication_report", query=asked)

    @property
    def before(self):
        return self.address(month=f"{_earlier(self.month, self.span):%Y-%m}")


def _earlier(month, number):
    """The first day of the month so many months earlier."""
    months = month.year * 12 + month.month - 1 - number
    return date(months // 12, months % 12 + 1, 1)


@require_safe
def report(request, *, site):
    asked, editions, period = _period(request)
    sections = period.by_section_and_month()
    kinds = tables.by_kind(period.by_kind())
    context = site.each_context(request) | {
        "title": _("How we source"),
        "asked": asked,
        "spans": [(span, asked.address(span=span), span == asked.span) for span in SPANS.values()],
        "said": _said(asked),
        "csv": reverse(
            "admin:articles_publication_report_csv", query={"month": f"{asked.month:%Y-%m}", "span": asked.span}
        ),
        "drawn": [
            (_of_kinds(kinds), kinds),
            (_of_months(sections), tables.by_month(sections)),
        ],
        "tables": _rest(period, sections, editions, asked),
        "single": period.on_one_source().select_related("edition").only("headline", "story", "edition", "day")[:MOST],
        "opts": Publication._meta,
    }
    return render(request, "admin/reports/report.html", context)


@require_safe
def as_csv(request, *, site):
    """All its tables in one, for other programs."""
    asked, editions, period = _period(request)
    sections = period.by_section_and_month()
    found = [tables.by_kind(period.by_kind()), tables.by_month(sections), *_rest(period, sections, editions, asked)]
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="sourcing-{asked.first:%Y-%m}-{asked.last:%Y-%m}.csv"'
    # By this mark a spreadsheet knows how the file is written.
    response.write("\ufeff")
    writer = csv.writer(response)
    for table in found:
        writer.writerows(as_rows([(table.title,), table.heads, *table.rows, ()]))
    return response


def _period(request):
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    editions = list(Edition.objects.order_by("position", "pk"))
    asked = Asked(request.GET, clock().date())
    return asked, editions, Period(editions, asked.first, asked.last)


def _rest(period, sections, editions, asked):
    with_unnamed = asked.span == 1
    return [
        tables.by_edition(sections, editions),
        tables.by_section(sections, editions, with_unnamed=with_unnamed),
        tables.by_contributor(period.by_contributor(), with_unnamed=with_unnamed),
        *tables.relied_on(period),
    ]


def _said(asked):
    months = tables.month(asked.first), tables.month(asked.month)
    return (
        months[0] if asked.span == 1 else _("%(first)s to %(last)s") % dict(zip(("first", "last"), months, strict=True))
    )


def _of_kinds(table):
    rows = [(label, count, {"is-whole": count}) for label, count in table.rows if count]
    return charts.bars(_("Statements by kind of source"), rows)


def _of_months(sections):
    found = sorted(tables.gathered(sections, lambda key: key[3]).items())
    said = _("%(named)s named, %(unnamed)s unnamed")
    rows = [
        (
            tables.month(key),
            said % {"named": tally.named, "unnamed": tally.unnamed},
            {"is-whole": tally.named, "is-unnamed": tally.unnamed},
        )
        for key, tally in found
    ]
    return charts.bars(_("Named and unnamed, by month"), rows)


def urls(site):
    """The addresses of the report, beside the list of what was published."""
    for name, view, route in (("report", report, "report/"), ("report_csv", as_csv, "report/csv/")):

        def answer(request, view=view):
            return view(request, site=site)

        yield path(route, site.admin_view(answer), name=f"articles_publication_{name}")


COLUMNS = (
    doors.Column(name="report", permission=MAY, place=2, template="admin/reports/link.html", content=lambda page: {}),
)
