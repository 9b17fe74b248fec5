"""The pages that are measured: one of each kind and of that the busiest, and the same far back in the archive."""

from django.db.models import Count
from django.urls import reverse

from articles.composing.paging import key_of
from articles.models import Contributor, Correction, Publication, Source, Statement, Tag
from articles.rules.words import CorrectionKind, TagKind


def pages(edition):
    """Their addresses by what they are: the name of a URL, and where it says so a page half-way back."""
    firsts = first_pages(edition)
    return firsts | {f"{name}, older": f"{firsts[name]}?before={key}" for name, key in keys(edition).items() if key}


def first_pages(edition):
    def to(name, **parts):
        return reverse(name, kwargs={"language": edition.prefix, **parts})

    middle = half_way(stories(edition), "first_live_at")
    return {
        "front": to("front"),
        "story": stories(edition).latest("first_live_at").get_absolute_url(),
        "section": to("section", slug=busiest(edition.sections, "publications").slug),
        "topics": to("topics"),
        "topics_of": to("topics_of", kind=TagKind.TOPIC),
        "topic": to("topic", slug=busiest(Tag.objects.filter(language=edition.language), "published_tags").slug),
        "source": to("source", slug=talkative().slug),
        "contributor": to("contributor", slug=busiest(Contributor.objects, "published_bylines").slug),
        "manifest": to("manifest"),
        "corrections": to("corrections"),
        "corrections_of": to("corrections_of", kind=CorrectionKind.CORRECTION),
        "archive": to("archive"),
        "archive_year": to("archive_year", year=middle.day.replace(month=1, day=1)),
        "archive_month": to("archive_month", month=middle.day.replace(day=1)),
        "archive_day": to("archive_day", day=middle.day),
        "page": to("page", slug=edition.pages.first().slug),
    }


def keys(edition):
    """Where the lists that page go on from, half-way back."""
    middle = half_way(stories(edition), "first_live_at")
    key = key_of(middle.first_live_at, middle.story_id)
    said = half_way(Statement.objects.filter(source=talkative()), "first_live_at")
    corrected = half_way(Correction.objects.filter(edition=edition), "at")
    corrected = corrected and key_of(corrected.at, corrected.pk)
    return dict.fromkeys(("front", "section", "topic", "contributor", "archive_day"), key) | {
        "source": key_of(said.first_live_at, said.pk),
        "corrections": corrected,
        "corrections_of": corrected,
    }


def stories(edition):
    return Publication.objects.live().filter(edition=edition)


def talkative():
    return busiest(Source.objects.filter(may_have_page=True), "statements")


def busiest(rows, what):
    return rows.annotate(count=Count(what)).order_by("-count", "pk").first()


def half_way(rows, time):
    """The row in the middle, in the order of time; None where there are none."""
    return rows.order_by(time)[rows.count() // 2 :].first()
