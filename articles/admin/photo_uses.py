"""Where a photo is used, and what is to be said of its licence."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.standing import Standing, with_standing
from articles.models import Publication, PublishedPhoto, Story
from articles.models.photos import RUNNING_OUT

MOST_SHOWN = 100
# A text at the desk is looked through, and no index helps: the stories that someone is working on, and no archive.
AT_WORK = 1000


def uses(photo):
    """The stories that have a photo, at the desk or with readers, those changed last first; with how they have it."""
    live = Publication.objects.live()
    of_text = PublishedPhoto.objects.filter(photo=photo, publication__in=live)
    at_work = Story.objects.order_by("-changed_at", "-pk").values("pk")[:AT_WORK]
    ways = {
        "leads_at_desk": Story.objects.filter(lead_photo=photo).values_list("pk", flat=True),
        "leads_live": live.filter(photo=photo).values_list("story", flat=True),
        "in_text_at_desk": Story.objects.filter(
            pk__in=at_work, body__contains=f'data-photo="{photo.slug}"'
        ).values_list("pk", flat=True),
        "in_text_live": of_text.values_list("story", flat=True),
    }
    # By keys first: where they stand is asked of these stories alone.
    found = {name: set(keys[:MOST_SHOWN]) for name, keys in ways.items()}
    stories = with_standing(Story.objects.filter(pk__in=set().union(*found.values()))).select_related("edition")
    return [
        {"story": story, "word": Standing(story.standing), "ways": _words(story, found)}
        for story in stories[:MOST_SHOWN]
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
