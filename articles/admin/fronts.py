"""Front pages as they are arranged: what stands in each slot, since and until when, and what is to come."""

from collections import defaultdict

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.db.models.functions import Now
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods

from articles.actions import placing
from articles.actions.placing import SLOTS
from articles.admin.fields import LookUp, MomentField
from articles.admin.sentences import REFUSALS, as_form_error, sentence
from articles.models import Edition, Placement, Publication, Story

# How many have room beside the lead; the others stand below.
SECONDS = range(2, 6)


class StoryLookUp(LookUp):
    """Finds what is live in one edition."""

    def __init__(self, site, edition):
        super().__init__(Placement._meta.get_field("story"), site)
        self.edition = edition

    def get_url(self):
        return f"{super().get_url()}?live_in={self.edition.pk}"


class Place(forms.Form):
    slot = forms.TypedChoiceField(label=pgettext_lazy("on a front page", "Place"), coerce=int)
    story = forms.ModelChoiceField(Story.objects.none(), label=gettext_lazy("Story"))
    at = MomentField(label=gettext_lazy("From"), required=False, help_text=gettext_lazy("Empty: from now on."))
    until = MomentField(
        label=gettext_lazy("Until"), required=False, help_text=gettext_lazy("Empty: until another takes its place.")
    )

    def __init__(self, site, edition, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slot"].choices = [(slot, _("1, the lead") if slot == 1 else slot) for slot in SLOTS]
        self.fields["story"].queryset = Story.objects.filter(edition=edition)
        widget = StoryLookUp(site, edition)
        widget.choices, widget.is_required = self.fields["story"].choices, True
        self.fields["story"].widget = widget


class Slot:
    """A place of the front page: what stands in it, and what is to come."""

    def __init__(self, number, placements, live, now):
        self.number = number
        self.now = next((each for each in placements if each.live_from <= now), None)
        self.coming = [each for each in placements if each.live_from > now]
        self.shown = live.get(self.now.story_id) if self.now else None

    @property
    def size(self):
        return "lead" if self.number == 1 else "second" if self.number in SECONDS else "more"


def choose(request):
    """The way in leads to the first edition's."""
    edition = Edition.objects.order_by("position", "pk").first()
    if edition is None:
        return redirect("admin:articles_placement_all")
    return redirect("admin:articles_placement_front", edition.language)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request, language, *, admin):
    if not admin.has_view_permission(request):
        raise PermissionDenied
    edition = get_object_or_404(Edition, language=language)
    may_arrange = request.user.has_perm("articles.place_story")
    if request.method == "POST" and not may_arrange:
        raise PermissionDenied
    with timezone.override(edition.zone):
        asked = Place(admin.admin_site, edition, initial=_initial(request, edition))
        if request.method == "POST":
            asked, done = _do(request, edition, admin.admin_site)
            if done:
                return done
        context = (
            admin.admin_site.each_context(request)
            | _shown(edition)
            | {
                "title": _("Front page"),
                "subtitle": edition.name,
                "edition": edition,
                "editions": Edition.objects.order_by("position", "pk"),
                "form": asked,
                "media": admin.media + asked.media,
                "may_arrange": may_arrange,
                "opts": Placement._meta,
            }
        )
        return render(request, "admin/articles/placement/front.html", context)


def _initial(request, edition):
    """What a link beside a slot or a story has chosen already."""
    asked = {name: value for name, value in request.GET.items() if name in ("slot", "story") and value.isdecimal()}
    known = Story.objects.filter(edition=edition, pk=asked.get("story", "0")[:18]).exists()
    return asked if known else {"slot": asked.get("slot")}


def _do(request, edition, site):
    """What was pressed, done: the form, and where to go on; nowhere, if it was refused."""
    does = next((act for name, act in PRESSED.items() if name in request.POST), None)
    here = HttpResponseRedirect(reverse("admin:articles_placement_front", args=[edition.language]))
    if does:
        try:
            messages.success(request, does(_placement(request, edition), by=request.user))
        except REFUSALS as refusal:
            messages.warning(request, sentence(refusal))
        return None, here
    form = Place(site, edition, request.POST)
    if not form.is_valid():
        return form, None
    try:
        asked = form.cleaned_data
        placing.place(asked["story"], slot=asked["slot"], at=asked["at"], until=asked["until"], by=request.user)
    except REFUSALS as refusal:
        form.add_error(None, as_form_error(refusal))
        return form, None
    said = _("“{}” will stand in place {} of the front page.") if asked["at"] else _("“{}” stands in place {} now.")
    messages.success(request, format_html(said, asked["story"], asked["slot"]))
    return form, here


def _take_off(placement, *, by):
    placing.take_off(placement.story, by=by)
    return format_html(_("“{}” is off the front page. It stays in the lists."), placement.story)


def _call_off(placement, *, by):
    placing.call_off(placement, by=by)
    return format_html(_("“{}” will not come to the front page."), placement.story)


PRESSED = {"take-off": _take_off, "call-off": _call_off}


def _placement(request, edition):
    number = next(request.POST[name] for name in PRESSED if name in request.POST)
    chosen = int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
    return get_object_or_404(Placement.objects.select_related("story"), edition=edition, pk=chosen)


def _shown(edition):
    """Each slot, in two queries."""
    open_ones = Placement.objects.filter(Q(live_until=None) | Q(live_until__gt=Now()), edition=edition)
    rows = open_ones.select_related("story").defer("story__body", "story__note").order_by("slot", "live_from")
    of_slot = defaultdict(list)
    for placement in rows.annotate(asked_at=Now()):
        of_slot[placement.slot].append(placement)
    stories = [placement.story_id for each in of_slot.values() for placement in each]
    live = Publication.objects.live().filter(story__in=stories).select_related("section", "photo", "edition")
    by_story = {version.story_id: version for version in live.defer("body", "vector")}
    now = next((placement.asked_at for each in of_slot.values() for placement in each), timezone.now())
    slots = [Slot(number, of_slot[number], by_story, now) for number in SLOTS]
    standing = [slot for slot in slots if slot.shown]
    return {"slots": slots, "leads": standing[0] if standing else None}
