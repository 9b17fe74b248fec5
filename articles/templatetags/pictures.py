"""Photos on pages: in the form and at the width that a reader's browser chooses, cut around their focal point."""

from dataclasses import dataclass

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.models.photos import Photo
from articles.pictures.renditions import CARD, FORMS
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
    sizes = FRAMES[frame]
    sources = [srcset(photo, form, at) for form in FORMS if form != FALLBACK]
    when = EAGER if eager else LAZY
    return format_html(
        '<picture><source type="image/avif" srcset="{}" sizes="{}"><img class="picture{}" src="{}" srcset="{}"'
        ' sizes="{}" width="{}" height="{}" alt="{}" {}></picture>',
        sources[0], sizes, focus(photo), at(photo, photo.nearest(FALLBACK_WIDTH), FALLBACK),
        srcset(photo, FALLBACK, at), sizes, photo.width, photo.height, alt, when,
    )  # fmt: skip


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

    # Safe: the record holds cleaned HTML.
    return mark_safe(figures.replaced(scrolled(body), draw))


@register.filter
def scrolled(html):
    """The text of a page, in which each table has a frame of its own."""
    # Safe: it is cleaned whenever it is saved.
    return mark_safe(tables.framed(html, _("Table: {}")))


def in_text(context, figure, *, alt_text, caption, credit, **photo):
    shown = picture(context, photo, alt=alt_text, frame="text")
    said = mark_safe(figure.caption_html) or caption
    return format_html(
        '<figure>{}<figcaption>{} <bdi class="credit">{}</bdi></figcaption></figure>', shown, said, credit
    )


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
