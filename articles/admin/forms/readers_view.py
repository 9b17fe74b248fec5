"""Where a story stands with readers, in a sentence or two."""

from datetime import UTC

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.composing.drawing import drawn
from articles.models.standing import Standing


def moment(at, edition):
    """A time as the edition has it, and in UTC."""
    local, utc = localtime(at, edition.zone), localtime(at, UTC)
    same_day = local.date() == utc.date()
    return _("%(local)s in %(zone)s (%(utc)s UTC)") % {
        "local": date_format(local, _("j F Y, H:i")),
        "zone": edition.time_zone,
        "utc": date_format(utc, "H:i" if same_day else _("j F, H:i")),
    }


def sentences(story):
    """What readers see of a story that came `with_standing`, with the way there; since when; what they will see."""
    return [*_now(story), *_since(story), *_of_coming(story)]


def briefly(story):
    """The sentences for a message: those above without since when."""
    return [*_now(story), *_of_coming(story)]


def in_one_line(sentences):
    """Sentences as one line."""
    return format_html_join(" ", "{}", ((each,) for each in sentences))


def link_to_form(story):
    """The story by name, before what is said of it on another page than its own."""
    address = reverse("admin:articles_story_change", args=[story.pk])
    return format_html('<a href="{}"><bdi>{}</bdi></a>:', address, drawn(story, "auto"))


def _now(story):
    said = {
        Standing.LIVE: _of_live,
        Standing.CHANGED: _of_live,
        Standing.WITHDRAWN: _of_withdrawn,
        Standing.ERASED: _of_erased,
    }
    return said.get(Standing(story.standing), _of_unseen)(story)


def _of_live(story):
    yield format_html(_("Readers see it: {}."), _link(story))
    if story.standing == Standing.CHANGED:
        address = reverse("admin:articles_story_compare", args=[story.pk], query={"from": "live"})
        said = _("They do not see what has been changed since: {}.")
        yield format_html(said, format_html('<a href="{}">{}</a>', address, _("see what")))


def _since(story):
    if not Standing(story.standing).is_live:
        return
    yield _("Live since %s.") % moment(story.first_live_at, story.edition)
    if story.live_from != story.first_live_at:
        yield _("This version since %s.") % moment(story.live_from, story.edition)
    if story.live_until and story.live_until != story.coming_from:
        yield _("Its end is set: readers see it until %s.") % moment(story.live_until, story.edition)


def _of_withdrawn(story):
    reason = story.withdrawals.latest("at").reason
    yield format_html(
        _("Readers who ask for {} are told that it was withdrawn, and why: “{}”"), _link(story), linebreaksbr(reason)
    )


def _of_erased(story):
    yield _("Its text has been removed for good, from the record too.")
    if story.begun_at:
        yield format_html(_("Readers who ask for {} are told so."), _link(story))


def _of_unseen(story):
    yield _("Readers see nothing of it now.") if story.begun_at else _("Readers have never seen it.")


def _of_coming(story):
    if not story.coming_from:
        return
    yield _("It goes out on %s.") % moment(story.coming_from, story.edition)
    if story.coming_revision != story.version:
        yield _("What goes out then is revision %(going)s; the desk has revision %(now)s.") % {
            "going": story.coming_revision,
            "now": story.version,
        }


def _link(story):
    """The address under which readers have, or had, the story, by the name that it has there."""
    begun = story.publications.begun().defer("body", "vector").select_related("edition")
    version = begun.latest("number")
    address = version.get_absolute_url()
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address, drawn(version.headline or address, "auto"))
