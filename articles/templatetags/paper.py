"""How the paper writes: dates, numerals, quotations, names and addresses, in the language that is active.

Each page activates the language and the time zone of its edition, so nothing here has to be told which it is."""

import re
from datetime import date, datetime

from django import template
from django.http import QueryDict
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext

from articles.composing.drawing import drawn
from articles.composing.numerals import in_numerals
from articles.public import stylesheet
from articles.rules.words import Kind, StatementKind

register = template.Library()

QUOTATION_MARKS = {"ar": "«»"}
# The letters of the days as Arabic calendars have them, from Monday.
WEEKDAY_LETTERS = "نثرخجسح"
# Not the single ones: “the dockers’” ends with an apostrophe.
ANY_MARKS = ' "“”«»'
COLOUR, OUR_COLOURS = re.compile("#[0-9a-f]{6}"), ("#0d5c63", "#6cc0c4")
# The parameters of an address that make it another page; all others are left out.
PAGING = ("before", "after")


# Words in lines


@register.filter
def paragraphs_html(text):
    """What was typed in a field of several lines: a paragraph for each that was typed, with its line ends."""
    blocks = re.split(r"\n[ \t]*\n\s*", "\n".join(text.splitlines()).strip())
    return [linebreaksbr(block, autoescape=True) for block in blocks if block]


@register.filter
def in_paragraphs(correction):
    """What a correction says, in its paragraphs. Two short lines go on in one, as they always did."""
    said = paragraphs_html(correction.wrong) + paragraphs_html(correction.right)
    is_in_lines = any(len(text.strip().splitlines()) > 1 for text in (correction.wrong, correction.right))
    return said if is_in_lines or not said else [format_html_join(" ", "{}", ((each,) for each in said))]


# Numbers, days and times


@register.filter
def numerals(value):
    return in_numerals(value, get_language())


@register.filter
def in_words(day):
    """22 November 2026"""
    return _written(day, pgettext("a day", "j F Y"))


@register.filter
def weekday_in_words(day):
    """Sunday, 22 November 2026"""
    return _written(day, pgettext("a day with its weekday", "l, j F Y"))


@register.filter
def month_in_words(day):
    """November 2026"""
    return _written(day, pgettext("a month", "F Y"))


@register.filter
def month_of_year(day):
    """November"""
    return _written(day, pgettext("a month, the year being known", "F"))


@register.filter
def year_in_words(day):
    return _written(day, "Y")


@register.filter
def weekday(day):
    """Sunday"""
    return _written(day, "l")


@register.filter
def weekday_letter(day):
    """What stands over a column of a calendar."""
    return WEEKDAY_LETTERS[day.weekday()] if get_language() == "ar" else _written(day, "D")[:2]


@register.filter
def clock(moment):
    """14:05"""
    return _written(timezone.localtime(moment), pgettext("a time of day", "H:i"))


@register.filter
def period(title):
    """March 2021 – June 2024, of {since, until}, either of which may be unknown."""
    since, until = month_in_words(title["since"]), month_in_words(title["until"])
    if since and until:
        return f"{since} – {until}"
    if since:
        return pgettext("a period", "since %(month)s") % {"month": since}
    return until and pgettext("a period", "until %(month)s") % {"month": until}


@register.filter
def on_day(day):
    """A day as a <time>: 22 November 2026"""
    return _time(day, in_words(day))


@register.filter
def on_day_beside(day, moment):
    """A day as a <time>, beside a moment: without its year where that is the same."""
    is_same_year = day.year == timezone.localtime(moment).year
    return _time(day, _written(day, pgettext("a day, the year being known", "j F")) if is_same_year else in_words(day))


@register.filter
def at_moment(moment):
    """A moment as a <time>: 22 November 2026, 14:05"""
    local = timezone.localtime(moment)
    words = pgettext("a moment", "%(day)s, %(clock)s") % {"day": in_words(local), "clock": clock(local)}
    return _time(local, words)


@register.filter
def at_later_moment(moment, first):
    """As `at_moment`, but the time alone on the day of `first`, which stands beside it."""
    local = timezone.localtime(moment)
    is_same_day = local.date() == timezone.localtime(first).date()
    return _time(local, clock(local)) if is_same_day else at_moment(local)


@register.filter
def local_day(moment):
    """The day on which it was, by the clock of the edition: by another it may be the day before or after."""
    return timezone.localtime(moment).date()


@register.filter
def day_before_today(moment):
    """21 November, of a day that is not today."""
    day = local_day(moment)
    return "" if day == timezone.localdate() else _written(day, pgettext("a day, the year being known", "j F"))


@register.simple_tag
def lately(moment, day=None):
    """A moment as a <time>, in a list: 14:05 on the day that is read, which is today unless another is given; else the
    day."""
    local = timezone.localtime(moment)
    day = day or timezone.localdate()
    if local.date() == day:
        return _time(local, clock(local))
    return _time(local, day_before_today(local) if local.year == day.year else in_words(local))


@register.simple_tag
def today():
    """The day it is, for the masthead and the words of a day alone: nothing else is decided by the clock of this
    host."""
    day = timezone.localdate()
    return _time(day, weekday_in_words(day))


def _written(day, form):
    """A day may come as a text, as JSON has it."""
    day = date.fromisoformat(day) if isinstance(day, str) and day else day
    return numerals(date_format(day, form)) if day else ""


def _time(value, words):
    machine = value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, words)


# What a story is about


@register.filter
def labels(story):
    """What stands over a headline: what kind of story it is, where it is not plain news, and what it is about."""
    kind = "" if story.kind == Kind.NEWS else story.get_kind_display()
    return [label for label in dict.fromkeys([kind, story.kicker or story.section.name]) if label]


# What was said, and by whom


@register.filter
def quoted(words):
    """A text in the quotation marks of the language, without those that it had, or the comma before “she said”."""
    opening, closing = QUOTATION_MARKS.get(get_language(), "“”")
    return f"{opening}{words.strip(ANY_MARKS).rstrip(',،')}{closing}"


@register.filter
def as_worded(statement):
    """The words of a statement: in quotation marks where they are the source's own."""
    return quoted(statement.words) if statement.kind == StatementKind.QUOTATION else statement.words


@register.simple_tag(takes_context=True)
def names(context, bylines, link=True):
    """The names of a byline in a row, each isolated; with links to the contributors' pages unless told otherwise."""
    one = '<a href="{}"><bdi>{}</bdi></a>' if link else "<bdi>{1}</bdi>"
    pages = [to(context, "contributor", slug=byline["slug"]) for byline in bylines]
    return in_a_row(
        [format_html(one, page, drawn(byline["name"])) for page, byline in zip(pages, bylines, strict=True)]
    )


def in_a_row(parts):
    """A, B and C."""
    *others, last = parts
    comma, conjunction = pgettext("between names", ", "), pgettext("between the last two names", " and ")
    row = comma.join(others) + conjunction + last if others else last
    # Safe: the parts are, and what stands between them is ours.
    return mark_safe(row)


@register.filter
def called(source):
    """The source's name in the language, or as it is filed."""
    return next((name["name"] for name in source.all_names if name["language"] == get_language()), source.name)


@register.filter
def also_called(source):
    """Its names in other languages, as {language, name}."""
    return [name for name in source.all_names if name["language"] != get_language()]


# Addresses


@register.filter
def as_read(address):
    """An address as people read it, Arabic letters and all, and as browsers show it; never for a link."""
    return uri_to_iri(address)


@register.simple_tag(takes_context=True)
def kept(context, name, *of):
    """{% kept "partials/footer.html" page.slug %}: an include, set once for a generation of each edition and `of` each
    value that it looks at. It may look at nothing else of its page."""
    fragments = context["paper"].fragments
    key = (name, context["edition"].pk, *of)
    if key not in fragments:
        fragments[key] = context.template.engine.get_template(name).render(context)
    return fragments[key]


@register.simple_tag(takes_context=True)
def to(context, page, **parts):
    """The address of a page of this edition: {% to "topic" slug=tag.slug %}."""
    return reverse(page, kwargs={"language": context["edition"].prefix, **parts})


@register.simple_tag(takes_context=True)
def absolute(context, address):
    return context["request"].build_absolute_uri(address)


@register.simple_tag(takes_context=True)
def canonical(context):
    """This page's own address, without what trackers add to it."""
    request = context["request"]
    kept = QueryDict(mutable=True)
    kept.update({name: request.GET[name] for name in PAGING if name in request.GET})
    return request.build_absolute_uri(request.path + (f"?{kept.urlencode()}" if kept else ""))


@register.simple_tag
def styles(edition):
    """The address of all styles, in the edition's colours; in our own where these are mistaken."""
    colours = (edition.accent, edition.accent_dark)
    light, dark = colours if all(map(COLOUR.fullmatch, colours)) else OUR_COLOURS
    parts = {"light": light[1:], "dark": dark[1:], "mark": stylesheet.mark()}
    return reverse("styles", kwargs=parts)
