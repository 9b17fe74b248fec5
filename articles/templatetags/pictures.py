"""Photos on pages: in the form and at the width that a reader's browser chooses, cut around their focal point."""

from dataclasses import dataclass

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.composing.drawing import drawn_text
from articles.models.photos import Photo
from articles.pictures.renditions import CARD, FORMS, stretch
from articles.text import figures, tables

register = template.Library()

# How wide a picture is in its frame (static/css), for the browser to choose by before it has read a style sheet.
# A page is 76rem wide at most, and on a phone leaves 4 % on both sides.
FRAMES = {
    "page": "(min-width: 80rem) 76rem, 92vw",
    "lead": "(min-width: 80rem) 49rem, (min-width: 62rem) 60vw, 92vw",
    "second": "(min-width: 80rem) 25rem, (min-width: 62rem) 30vw, (min-width: 44rem) 45vw, 92vw",
    "wide": "(min-width: 80rem) 45rem, (min-width: 62rem) 55vw, (min-width: 40rem) 52vw, 92vw",
    "pair": "(min-width: 80rem) 37rem, (min-width: 40rem) 45vw, 92vw",
    "alone": "(min-width: 80rem) 37rem, (min-width: 62rem) 45vw, 92vw",
    "brief": "(min-width: 80rem) 18rem, (min-width: 62rem) 22vw, (min-width: 40rem) 45vw, 92vw",
    "newest": "(min-width: 80rem) 41rem, (min-width: 62rem) 50vw, (min-width: 44rem) 15rem, 92vw",
    "list": "(min-width: 58rem) 15rem, (min-width: 24rem) 25vw, 6rem",
    "related": "(min-width: 80rem) 17rem, (min-width: 44rem) 21vw, 6.5rem",
    "text": "(min-width: 42rem) 38rem, 92vw",
    "portrait": "6rem",
    "face": "3.5rem",
}
# Where a picture is read: one that is long is shown whole there and scrolls in its own box, of so many pixels at most.
READ_IN = {"page", "text"}
WHOLE = {"tall": ("width", 608), "wide": ("height", 384)}
FALLBACK, FALLBACK_WIDTH = "jpg", 960
# Styles know the focal point in steps (static/css/pictures.css): no page may hold a style of its own.
STEP = 5
# Families of sections that have a card, in static/cards.
DRAWN = {"world", "region", "politics", "economy", "climate", "science", "culture", "sport", "opinion"}
TERRITORIES = {"en": "en_GB", "ar": "ar_AR"}
EAGER = mark_safe('fetchpriority="high"')
LAZY = mark_safe('loading="lazy" decoding="async"')


@register.simple_tag(takes_context=True)
def picture(context, photo, alt="", frame="page", eager=False):
    """A photo, a row or what JSON has of one, in its frame; `eager` for the one that a page leads with.

    A photo of which nothing has been made yet is not shown.
    """
    photo = Photo(**photo) if isinstance(photo, dict) else photo
    if photo is None or not photo.widths:
        return ""
    at = from_page(context["pictures_from"]) if "pictures_from" in context else Photo.address
    when = EAGER if eager else LAZY
    if frame in READ_IN and photo.shape:
        return in_its_own_box(photo, alt, at, when)
    size = photo.width, photo.height
    return drawn(photo, alt, at, when, f"picture{focus(photo)}", stretched(FRAMES[frame], stretch(size)), size)


def in_its_own_box(photo, alt, at, when):
    """A long photo, whole: as wide as it can be read, or as high, and never larger than it is."""
    side, most = WHOLE[photo.shape]
    scale = min(1, most / getattr(photo, side))
    width, height = (max(1, round(each * scale)) for each in (photo.width, photo.height))
    whole = drawn(photo, alt, at, when, "whole", f"{width}px", (width, height))
    return format_html(
        '<div class="strip is-{}" tabindex="0" role="group" aria-label="{}">{}</div>',
        photo.shape, _("The whole picture: scroll to see all of it"), whole,
    )  # fmt: skip


def drawn(photo, alt, at, when, names, sizes, size):
    avif = next(srcset(photo, form, at) for form in FORMS if form != FALLBACK)
    return format_html(
        '<picture><source type="image/avif" srcset="{}" sizes="{}"><img class="{}" src="{}" srcset="{}"'
        ' sizes="{}" width="{}" height="{}" alt="{}" {}></picture>',
        avif, sizes, names, at(photo, photo.nearest(FALLBACK_WIDTH), FALLBACK),
        srcset(photo, FALLBACK, at), sizes, *size, alt, when,
    )  # fmt: skip


def stretched(sizes, by):
    """The widths of a frame, made wider for a picture that is wider than it: what is cut from it was as high."""
    if by == 1:
        return sizes
    each = [size.rpartition(" ") for size in sizes.split(", ")]
    return ", ".join(f"{when}{space}calc({width} * {by:.3g})" for when, space, width in each)


@dataclass(frozen=True)
class Card:
    """What stands for a story where it is shared."""

    address: str
    alt: str = ""
    width, height = CARD


@register.simple_tag
def card_of(story):
    """Cut from the photo that leads the story; without one, drawn for its section (fixtures/drawing/cards.py)."""
    if story.photo and story.photo.widths:
        return Card(story.photo.card_address, story.photo_alt)
    family = story.section.family if story.section.family in DRAWN else "paper"
    return Card(static(f"cards/{family}.jpg"))


@register.filter
def territory(language):
    """A language as networks want it, with a country, whichever it is."""
    return TERRITORIES.get(language, language)


@register.simple_tag(takes_context=True)
def illustrated(context, body, photos):
    """The text of a story with each photo where it stands, under its caption and credit; each table in its frame."""
    known = {photo["slug"]: photo for photo in photos}

    def draw(figure):
        photo = known.get(figure.slug)
        return in_text(context, figure, **photo) if photo else ""

    # The record holds cleaned HTML.
    return drawn_text(figures.replaced(scrolled(body), draw))


@register.filter
def scrolled(html):
    """The text of a page, in which each table has a frame of its own."""
    # Safe: it is cleaned whenever it is saved.
    return mark_safe(tables.framed(html, _("Table: {}")))


def in_text(context, figure, *, alt_text, caption, credit, **photo):
    shown = picture(context, photo, alt=alt_text, frame="text")
    said = mark_safe(figure.caption_html) or caption
    made_by = credited(Photo(**{name: value for name, value in photo.items() if name != "slug"}), credit)
    return format_html("<figure>{}<figcaption>{} {}</figcaption></figure>", shown, said, made_by)


@register.simple_tag
def credited(photo, credit):
    """Who is credited, after the word for what it is, and before it what readers should know of how it came about."""
    notice = format_html('<span class="origin">{}</span> ', photo.notice) if photo.notice else ""
    return format_html('{}<bdi class="credit">{}</bdi>', notice, photo.credited(credit))


def srcset(photo, form, at):
    return ", ".join(f"{at(photo, width, form)} {width}w" for width in photo.widths)


def focus(photo):
    """Class names for the focal point, where it is not the middle."""
    at = {"x": photo.focal_x, "y": photo.focal_y}
    steps = {axis: round(percent / STEP) * STEP for axis, percent in at.items()}
    return "".join(f" focal-{axis}-{step}" for axis, step in steps.items() if step != 50)


def from_page(name):
    """The address of a picture for a preview, by the page of that name: readers’ own answers only for what is
    published."""
    return lambda photo, width, form: f"{reverse(name, kwargs={'pk': photo.pk})}?width={width}&form={form}"
