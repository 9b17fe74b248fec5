"""Front pages: arranged beside the page that readers would have, and put before them when it is as it should be."""

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods

from articles.actions import locking, marks, placing
from articles.actions.placing import SLOTS
from articles.actions.refusals import MovedOn
from articles.admin.forms.readers_view import moment
from articles.admin.forms.sentences import REFUSALS, sentence
from articles.admin.fronts import arrangement
from articles.admin.fronts.arrangement import Arrangement
from articles.composing import fronts
from articles.composing.paper import open_paper
from articles.models import Edition, Event, Placement, Publication, Story, Verb
from articles.models.searching import stories_found
from articles.rules.numbers import number
from articles.wall import behind

# Stories offered for a place, and how much of what colleagues did meanwhile is told.
OFFERED = 12
TOLD = 12


def choose(request):
    """The way in leads to the first edition's."""
    edition = Edition.objects.order_by("position", "pk").first()
    if edition is None:
        return redirect("admin:articles_placement_all")
    return redirect("admin:articles_placement_front", edition.language)


@csp_update({"frame-src": [SELF]})
@require_http_methods(["GET", "HEAD", "POST"])
def page(request, language, *, admin):
    if not admin.has_view_permission(request):
        raise PermissionDenied
    edition = get_object_or_404(Edition, language=language)
    may_arrange = request.user.has_perm("articles.place_story")
    if request.method == "POST" and not may_arrange:
        raise PermissionDenied
    with timezone.override(edition.zone):
        if request.method == "POST":
            done, refusal = _do(request, edition)
            if done:
                return done
        else:
            refusal = None
        asked = _asked(request)
        shown = Arrangement(edition, asked, locking.clock())
        context = admin.admin_site.each_context(request) | {
            "title": _("Front page"),
            "subtitle": edition.name,
            "edition": edition,
            "editions": Edition.objects.order_by("position", "pk"),
            "page": shown,
            "frame": reverse("admin:articles_placement_page", args=[language]) + shown.frame,
            "refusal": refusal,
            "meanwhile": _meanwhile(edition, asked) if may_arrange else [],
            "mark": marks.front(edition.pk, shown.now),
            "may_arrange": may_arrange,
            "may_go_on": may_arrange and shown.is_touched,
            "opts": Placement._meta,
        }
        if may_arrange and (slot := number(asked.get("choose", ""))) in SLOTS:
            context |= {"choosing": slot, "typed": asked.get("q", ""), "offers": _offers(shown, slot)}
        return render(request, "admin/fronts/front.html", context)


@csp_replace({"frame-ancestors": [SELF]})
@xframe_options_sameorigin
def frame(request, language, *, admin):
    """Readers' own front page as it would be, or will. For staff, and for no search engine."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    edition = get_object_or_404(Edition, language=language)
    with behind():
        paper = open_paper(edition.prefix)
    with translation.override(edition.language), timezone.override(edition.zone):
        shown = Arrangement(edition, request.GET, locking.clock())
        around = {"paper": paper, "edition": paper.edition, "pictures_from": "admin:articles_photo_file"}
        content = fronts.content(paper.edition, shown.placed, shown.moment)
        response = render(request, "stories/front.html", around | content)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _asked(request):
    """What the address or the form holds, and up to which event it has been seen."""
    asked = (request.POST if request.method == "POST" else request.GET).copy()
    if number(asked.get("since", "")) is None:
        asked["since"] = str(Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0)
    return asked


def _do(request, edition):
    """What was pressed, done: where to go on; or why it was not."""
    here = reverse("admin:articles_placement_front", args=[edition.language])
    try:
        if "call-off" in request.POST:
            messages.success(request, _call_off(request, edition))
            return HttpResponseRedirect(here + _moment_of(request)), None
        return _arrange(request, edition, here)
    except REFUSALS as refusal:
        if "call-off" in request.POST:
            messages.warning(request, sentence(refusal))
            return HttpResponseRedirect(here), None
        return None, _refused(refusal)


def _refused(refusal):
    said = sentence(refusal)
    if not isinstance(refusal, MovedOn):
        return said
    laid = _("What you chose is laid over the front page as it is now. Pressed again, the button takes it so.")
    return f"{said} {laid}"


def _arrange(request, edition, here):
    wanted = Arrangement(edition, request.POST, locking.clock())
    if not wanted.when.is_valid():
        return None, _("Put the times right. Nothing was done.")
    changes, undoing = wanted.changes, arrangement.written(wanted.undoing)
    if not changes:
        return None, _("Nothing has been changed: readers see this front page already.")
    placing.arrange(
        edition, changes, by=request.user, at=wanted.at, until=wanted.until, mark=request.POST.get("seen", "")
    )
    again = _query(at=request.POST.get("at", "") if wanted.at else "", put=undoing)
    said = (
        _("Readers will see it from {moment}: {link}. {undo}")
        if wanted.at
        else _("Readers see this front page now: {link}. {undo}")
    )
    link = format_html('<a href="{}"><bdi>{}</bdi></a>', edition.get_absolute_url(), edition.name)
    undo = format_html('<a href="{}">{}</a>', here + again, _("Undo…"))
    said = format_html(said, moment=moment(wanted.moment, edition), link=link, undo=undo)
    messages.success(request, said)
    return HttpResponseRedirect(here + (_query(at=arrangement.as_typed(wanted.at)) if wanted.at else "")), None


def _query(**asked):
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in asked.items() if value})
    return f"?{query.urlencode(safe=':,')}" if query else ""


def _moment_of(request):
    return _query(at=request.POST.get("at", ""))


def _call_off(request, edition):
    chosen = number(request.POST["call-off"]) or 0
    placement = get_object_or_404(Placement.objects.select_related("story"), edition=edition, pk=chosen)
    placing.call_off(placement, by=request.user)
    return format_html(_("“{}” will not come to the front page."), placement.story)


def _offers(shown, slot):
    """The newest that readers will see at that moment, of what was typed: each with where it stands, and the way."""
    typed = shown.asked.get("q", "")
    live = Publication.objects.live(shown.moment).in_edition(shown.edition)
    if typed.strip():
        stories = Story.objects.filter(edition=shown.edition)
        live = live.of_stories(stories_found(stories, typed, is_unfinished=True))
    live = live.exclude(story=shown.ids.get(slot, 0)).for_list(shown.edition.language)
    places = {story: number for number, story in shown.ids.items()}
    return [
        {
            "version": version,
            "times": [*_times_of(version, places.get(version.story_id)), *_instead(shown, slot, version.story_id)],
            "address": shown.chosen(slot, version.story_id),
        }
        for version in live[:OFFERED]
    ]


def _instead(shown, slot, story):
    """The link by which the story takes the place of what stands there, which then has none."""
    if address := shown.instead(slot, story):
        yield format_html('<a href="{}" data-goes>{}</a>', address, _("instead of what stands there"))


def _times_of(version, place):
    """Since when readers have a story that is offered, and in which place it stands already."""
    yield arrangement.on_clock(version.first_live_at)
    if place:
        yield _("now in place %(place)s: they change places") % {"place": place}


def _meanwhile(edition, asked):
    """What was done to this front page since it was opened, the last first."""
    since = number(asked["since"])
    verbs = (Verb.PLACED, Verb.UNPLACED, Verb.WITHDRAWN)
    events = Event.objects.filter(edition=edition, verb__in=verbs, pk__gt=since).order_by("-pk")
    return [
        _in_words(event) for event in events.select_related("by", "story").defer("story__body", "story__note")[:TOLD]
    ]


def _in_words(event):
    place, _comma, when = event.note.partition(", ")
    told = {"at": event.at, "by": event.by, "story": event.story, "place": place, "when": when}
    if event.verb == Verb.UNPLACED:
        told |= {"when": event.note}
    return told | {"verb": event.verb}
