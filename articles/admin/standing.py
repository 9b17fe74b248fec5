"""Where a story stands with readers: one word, and a sentence or two. The record alone answers, never the stage."""

from datetime import UTC

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Subquery, TextChoices, Value, When
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.finding import once
from articles.models import Erasure, Placement, Publication, Story, Withdrawal


class Standing(TextChoices):
    LIVE = "live", gettext_lazy("Live")
    CHANGED = "changed", gettext_lazy("Live, with changes not out")
    SCHEDULED = "scheduled", gettext_lazy("Scheduled")
    NEVER = "never", gettext_lazy("Never published")
    WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")
    ERASED = "erased", gettext_lazy("Erased")
    ENDED = "ended", gettext_lazy("No longer live")

    @property
    def is_live(self):
        return self in (Standing.LIVE, Standing.CHANGED)


# The first that is true of a story is its word.
_RULES = (
    (Q(live_revision=F("version")), Standing.LIVE),
    (Q(live_revision__isnull=False), Standing.CHANGED),
    (Q(erased_at__isnull=False, readable_at__isnull=True), Standing.ERASED),
    (Q(withdrawn_at__isnull=False), Standing.WITHDRAWN),
    (Q(coming_from__isnull=False), Standing.SCHEDULED),
    (Q(begun_at__isnull=False), Standing.ENDED),
)


def with_standing(stories):
    """Stories with their `standing` and what `sentences` need, in the same query.

    A row at most of each: what merely EXISTS is answered from a hash of the whole record, for fifty rows or for one.
    """
    of_story = _of_story()
    live, coming = of_story.live(), of_story.scheduled()
    withdrawals = Withdrawal.objects.filter(Q(lifted_at=None) | Q(lifted_at__gt=Now()), story=OuterRef("pk"))
    placements = Placement.objects.filter(Q(live_until=None) | Q(live_until__gt=Now()), story=OuterRef("pk"))
    rules = [When(condition, then=Value(word.value)) for condition, word in _RULES]
    return stories.annotate(
        live_revision=Subquery(live.values("revision")[:1]),
        live_from=Subquery(live.values("live_from")[:1]),
        live_until=Subquery(live.values("live_until")[:1]),
        first_live_at=Subquery(live.values("first_live_at")[:1]),
        coming_revision=Subquery(coming.values("revision")[:1]),
        coming_from=Subquery(coming.values("live_from")[:1]),
        begun_at=Subquery(of_story.filter(live_from__lte=Now()).values("first_live_at")[:1]),
        readable_at=Subquery(of_story.filter(live_from__lte=Now(), erasure=None).values("first_live_at")[:1]),
        withdrawn_at=Subquery(withdrawals.values("at")[:1]),
        erased_at=Subquery(Erasure.objects.filter(story=OuterRef("pk")).values("at")[:1]),
        placed_in=Subquery(placements.values("slot")[:1]),
    ).annotate(standing=Case(*rules, default=Value(Standing.NEVER.value), output_field=CharField()))


def standing_so(stories, standing):
    """Those of `stories` of which `standing` is true: sets that PostgreSQL finds in the record's indexes.

    Not the word of `with_standing`: for that each story would be asked of. What is live and has a schedule is both.
    """
    # What may be nearly all of them is met soon by whoever walks the list.
    if standing == Standing.LIVE:
        return stories.filter(Exists(_of_story().live()))
    if standing == Standing.NEVER:
        return stories.filter(~Exists(_of_story()), ~Exists(Erasure.objects.filter(story=OuterRef("pk")).order_by()))
    return stories.filter(pk__in=once(_set_of(standing)))


def _of_story():
    return Publication.objects.filter(story=OuterRef("pk")).order_by()


def _set_of(standing):
    """The numbers of those stories."""
    everything = Story.objects.order_by().values("pk")
    versions = _of_story()
    begun = versions.filter(live_from__lte=Now())
    withdrawn = Withdrawal.objects.filter(Q(lifted_at=None) | Q(lifted_at__gt=Now())).values("story")
    is_erased = Q(pk__in=Erasure.objects.order_by().values("story")) & ~Exists(begun.filter(erasure=None))
    return {
        Standing.CHANGED: everything.filter(Exists(versions.live().exclude(revision=OuterRef("version")))),
        Standing.SCHEDULED: everything.filter(pk__in=Publication.objects.scheduled().order_by().values("story")),
        Standing.WITHDRAWN: everything.filter(~Exists(versions.live()), pk__in=withdrawn.order_by()).exclude(is_erased),
        Standing.ERASED: everything.filter(is_erased, ~Exists(versions.live())),
        Standing.ENDED: everything.filter(Exists(begun.filter(is_withheld=False)), ~Exists(versions.live())),
    }[standing]


def again(story):
    """The story as it stands now."""
    return with_standing(Story.objects.select_related("edition", "section")).get(pk=story.pk)


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


def in_brief(story):
    """The same for a message, without since when."""
    return [*_now(story), *_of_coming(story)]


def as_one(said):
    """Sentences as one line."""
    return format_html_join(" ", "{}", ((each,) for each in said))


def to_form(story):
    """The story by name, before what is said of it on another page than its own."""
    address = reverse("admin:articles_story_change", args=[story.pk])
    return format_html('<a href="{}"><bdi>{}</bdi></a>:', address, story)


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
    yield format_html(_("Readers who ask for {} are told that it was withdrawn, and why: “{}”"), _link(story), reason)


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
    begun = story.publications.filter(live_from__lte=Now()).defer("body", "vector").select_related("edition")
    version = begun.latest("number")
    address = version.get_absolute_url()
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address, version.headline or address)
