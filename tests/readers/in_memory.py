"""Readers' pages made in memory: two editions, a story, and what each view gives its template. No database."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser
from types import SimpleNamespace

from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone, translation

from articles.composing import arranging, paging
from articles.composing.memory import InStory, Memory, Told
from articles.composing.owners import sourcing
from articles.composing.paper import Paper
from articles.models import Correction, Edition, Page, Photo, Publication, Section, Source, Statement, Tag, Withdrawal
from articles.public import calendars
from articles.rules.words import CorrectionKind, TagKind


def edition(language, **fields):
    menu = [
        {"label": "Economy", "slug": "economy", "family": "economy"},
        {"label": "Culture", "slug": "culture", "family": "culture"},
    ]
    made = Edition(language=language, accent="#0d5c63", accent_dark="#6cc0c4", tagline="News", **fields)
    made.menu, made.pages_menu = menu, [{"label": "Ethics", "slug": "ethics"}]
    return made


ENGLISH = edition("en", pk=1, name="The Meridian", direction="ltr", time_zone="Europe/London", is_default=True)
ARABIC = edition("ar", pk=2, name="خط الزوال", direction="rtl", time_zone="Asia/Riyadh")
EDITIONS = [ENGLISH, ARABIC]
AT = datetime(2026, 7, 22, 13, 5, tzinfo=UTC)


def story(of, **fields):
    known = {
        "pk": 7,
        "edition": of,
        "section": Section(pk=3, edition=of, name="Economy", slug="economy", family="economy"),
        "day": date(2026, 7, 22),
        "slug": "dockers",
        "kind": "analysis",
        "kicker": "Sarran",
        "headline": "Dockers <Reject> Offer",
        "standfirst": "What the union says.",
        "dateline": "Sarran",
        "first_live_at": AT,
        "updated_at": AT.replace(hour=15),
        "photo": Photo(pk=5, width=1600, height=900, made_as="1-x", widths=[320, 1600]),
        "photo_alt": "A quay",
        "photo_caption": "The quay",
        "photo_credit": "The Meridian",
    }
    made = Publication(**known | fields)
    made.bylines = [{"name": "Leena Hasko", "slug": "leena-hasko"}, {"name": "لينا", "slug": "lina"}]
    made.photos = []
    made.tags = [{"name": "Ports", "slug": "ports"}]
    made.siblings = [
        {"pk": 8, "language": other.language, "headline": "عمال", "day": "2026-07-22", "slug": "عمال"}
        for other in EDITIONS
        if other != of
    ]
    return made


def statement(**fields):
    known = {
        "source": Source(pk=1, slug="maren-toll", name="Maren Toll"),
        "name": "Maren Toll",
        "words": "We were offered a bridge,",
        "capacity": "Secretary",
        "occasion": "A speech",
        "obtained_on": date(2026, 7, 20),
    }
    made = Statement(**known | fields)
    made.source.may_have_page = fields.get("terms", "record") == "record"
    return made


def correction(of):
    return Correction(publication=of, at=AT, kind="correction", wrong="It said 400.", right="It is 4,000.")


def source():
    made = Source(pk=1, slug="maren-toll", name="Toll, Maren")
    made.all_names = [{"language": "en", "name": "Maren Toll"}, {"language": "ar", "name": "مارين تول"}]
    union = {"slug": "dockers-union", "name": "Dockers’ Union"}
    made.all_titles = [
        {"title": "Secretary", "since": "2022-05-14", "until": None, "is_over": False, "organisation": union},
        {"title": "Docker", "since": "2001-02-03", "until": "2022-05-13", "is_over": True, "organisation": None},
    ]
    made.speakers = [{"slug": "ido-karr", "name": "Ido Karr", "title": "Docker", "since": None, "until": "2020-01-31"}]
    return made


def remembered(publication, statements):
    """What a source has told in one story."""
    told = [Told(each) for each in statements]
    for each in statements:
        each.first_live_at = publication.first_live_at
    return Memory([InStory(publication, told)], [correction(publication)], statements, "", is_whole=True)


def pages(of):
    """Each page of the paper with what its view gives it."""
    shown = story(of)
    told = statement(publication=shown)
    official = {"source": Source(pk=2, slug="s"), "name": "An official", "terms": "background", "words": "Text."}
    background = statement(publication=shown, **official)
    stories = paging.Page([shown, story(of, photo=None, kind="news", kicker="")], "1-2")
    new_year = date(2026, 1, 1)
    sheet = calendars.sheet(new_year, {new_year: 2, new_year.replace(day=3): 9}, of.language)
    tag = Tag(name="Ports", slug="ports", language=of.language, about="Where ships stop.")
    tag.siblings = [{"language": other.language, "name": "موانئ", "slug": "موانئ"} for other in EDITIONS if other != of]
    return {
        "stories/front.html": {
            "lead": [shown],
            "seconds": [shown, shown],
            "river": [shown],
            "older": "1-2",
            "corrections": [correction(shown)],
        },
        "stories/story.html": {
            "story": shown,
            "sourcing": sourcing("<p>Text.</p><h2>More</h2>", [told, background]),
            "corrections": [correction(shown)],
            "parts": [{"notes": [], "html": "<p>Text.</p><h2>More</h2>"}],
        },
        "sections/section.html": {
            "section": shown.section,
            "front": arranging.FRONTS[0],
            "first": [(shown, "wide"), (shown, "")],
            "list": stories,
        },
        "tags/index.html": {"kinds": [(TagKind.PLACE, [tag], True)]},
        "tags/kind.html": {
            "chosen": TagKind.PLACE,
            "kinds": TagKind,
            "tags": [tag],
            "more": "ports & pay",
            "letters": "ab",
        },
        "tags/topic.html": {"tag": tag, "list": stories, "related": [{"slug": "pay", "name": "Pay"}]},
        "sources/source.html": {"source": source(), "memory": remembered(shown, [told, background])},
        "contributors/contributor.html": {
            "contributor": SimpleNamespace(slug="leena-hasko", called="Leena Hasko", about="Reports on ports."),
            "list": paging.Page([], ""),
        },
        "archive/years.html": {"years": [new_year], "sheets": [sheet]},
        "archive/year.html": {"year": new_year, "sheets": [sheet], "earlier": new_year.replace(year=2025)},
        "archive/month.html": {"month": new_year, "sheet": sheet, "later": new_year.replace(month=2)},
        "archive/day.html": {"day": new_year, "list": stories, "later": new_year.replace(day=3)},
        "corrections/corrections.html": {
            "list": paging.Page([correction(shown)], ""),
            "kinds": CorrectionKind,
            "chosen": CorrectionKind.APOLOGY,
        },
        "about/page.html": {"page": Page(slug="ethics", title="Ethics", body="<p>We are fair.</p>")},
        "errors/400.html": {},
        "errors/404.html": {},
        "errors/410.html": {"withdrawal": Withdrawal(at=AT, reason="The figures do not stand up.")},
    }


def render(template, of, path="/", **more):
    request = RequestFactory().get(path)
    context = {"edition": of, "paper": Paper(EDITIONS, of), **pages(of).get(template, {}), **more}
    with translation.override(of.language), timezone.override(of.zone):
        return render_to_string(template, context, request)


class Reader(HTMLParser):
    """Keeps each tag with its attributes, in order."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def all(self, *names):
        return [attributes for tag, attributes in self.found if tag in names]
