"""Where a photo is used, and what is to be said of its licence."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Story
from articles.models.photos import RUNNING_OUT
from articles.models.shelves import ways_of
from articles.models.standing import Standing, with_standing

MOST_SHOWN = 100


def uses(photo):
    """The stories that have a photo, at the desk or with readers, those changed last first; with how they have it."""
    ways = ways_of(photo)
    # By keys first: where they stand is asked of these stories alone.
    keys = list(Story.objects.among(*ways.values()).changed_last(MOST_SHOWN))
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
