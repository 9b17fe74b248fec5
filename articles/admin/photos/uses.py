"""Where a photo is used, and what is to be said of its licence."""

from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Publication, PublishedPhoto, Story
from articles.models.photos import RUNNING_OUT, PhotosIn
from articles.models.standing import Standing, once, with_standing

MOST_SHOWN = 100


def uses(photo):
    """The stories that have a photo, at the desk or with readers, those changed last first; with how they have it."""
    live = Publication.objects.live().order_by()
    of_text = PublishedPhoto.objects.filter(photo=photo, publication__in=live.values("pk"))
    in_text = Story.objects.alias(pictured=PhotosIn("body")).filter(pictured__contains=[photo.slug])
    ways = {
        "leads_at_desk": Story.objects.filter(lead_photo=photo).order_by().values(told_of=F("pk")),
        "leads_live": live.filter(photo=photo).values(told_of=F("story")),
        "in_text_at_desk": in_text.order_by().values(told_of=F("pk")),
        "in_text_live": of_text.order_by().values(told_of=F("story")),
    }
    # By keys first: where they stand is asked of these stories alone.
    first, *others = ways.values()
    found = Story.objects.filter(pk__in=once(first.union(*others))).order_by("-changed_at", "-pk")
    keys = list(found.values_list("pk", flat=True)[:MOST_SHOWN])
    has = {name: set(rows.filter(told_of__in=keys).values_list("told_of", flat=True)) for name, rows in ways.items()}
    stories = with_standing(Story.objects.filter(pk__in=keys)).select_related("edition").order_by("-changed_at", "-pk")
    return [
        {"story": story, "word": Standing(story.standing), "ways": _words(story, has)}
        for story in stories.defer("body", "note")
    ]


def _words(story, found):
    said = {
        "leads_at_desk": _("leads it at the desk"),
        "leads_live": _("leads it with readers"),
        "in_text_at_desk": _("in its text at the desk"),
        "in_text_live": _("in its text with readers"),
    }
    return [words for name, words in said.items() if story.pk in found[name]]


def licence_said(photo, today):
    """The end of a photo's licence in words, and how urgent it is: "", "soon" or "over"."""
    ends = photo.licence_ends_on
    if ends is None:
        return "", ""
    day = date_format(ends, "j F Y")
    if ends < today:
        return "over", _("Its licence ran out on %s.") % day
    if ends <= today + RUNNING_OUT:
        days = (ends - today).days
        left = ngettext(
            "Its licence runs out in %(days)d day, on %(day)s.",
            "Its licence runs out in %(days)d days, on %(day)s.",
            days,
        )
        return "soon", left % {"days": days, "day": day} if days else _("Its licence runs out today.")
    return "", _("Licence to %s.") % day
