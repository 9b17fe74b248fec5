"""Recalls: a source that does not hold any more, and each passage that relies on it as a list of work."""

from functools import partial
from itertools import groupby
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.http import require_http_methods

from articles import doors
from articles.actions import recalls
from articles.admin.forms.sentences import REFUSALS, as_form_error, sentence
from articles.admin.shell.site import desk
from articles.admin.tables.admins import ReadOnlyAdmin
from articles.composing.drawing import drawn
from articles.models import Recall, RecallItem, Source, Story, relying
from articles.models.recall import PAGE
from articles.models.standing import Standing, with_standing
from articles.rules.numbers import number

MAY = "articles.publish_story"
# Recalls that the first page names.
MOST = 10
PLACES = {
    relying.DESK: gettext_lazy("at the desk"),
    relying.READERS: gettext_lazy("with readers"),
    relying.AHEAD: pgettext_lazy("where a passage stands", "scheduled"),
    relying.EARLIER: gettext_lazy("in an earlier version"),
}


class WhyRecalled(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("It stays at the desk: what has become known, and from whom."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, pk, *, site):
    """The page that asks why a source is recalled."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    source = get_object_or_404(Source, pk=pk)
    form = WhyRecalled(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            opened = recalls.recall(source, by=request.user, reason=form.cleaned_data["reason"])
        except REFUSALS as refusal:
            form.add_error(None, as_form_error(refusal))
        else:
            messages.success(request, _("Recalled. What relies on it stands below."))
            return redirect("admin:articles_recall_change", opened.pk)
    context = site.each_context(request) | {
        "title": _("Recall…"),
        "subtitle": str(source),
        "source": source,
        "standing": source.recalls.standing().first(),
        "form": form,
        "opts": Source._meta,
    }
    return render(request, "admin/shared/recalling.html", context)


@admin.register(Recall, site=desk)
class RecallAdmin(ReadOnlyAdmin):
    headed_by = "source"
    list_display = ("source_name", "work", "opened_by", "opened_at", "ended_at")
    list_select_related = ("source", "opened_by")
    ordering = ("-pk",)
    sortable_by = ()

    def for_list(self, rows):
        return rows.counted()

    @admin.display(description=gettext_lazy("source"))
    def source_name(self, recall):
        return format_html("<bdi>{}</bdi>", drawn(recall.source.name, "auto"))

    @admin.display(description=pgettext_lazy("of a recall", "work"))
    def work(self, recall):
        return still_open(recall)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The list of work. What is done with a passage is sent here."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = Recall.objects.counted().select_related("source", "opened_by", "ended_by")
        recall = get_object_or_404(rows, pk=number(object_id) or 0)
        if request.method == "POST":
            _do(request, recall)
            return redirect(request.get_full_path())
        return render(request, "admin/shared/recall.html", self._page(request, recall))

    def _page(self, request, recall):
        shows_all = "all" in request.GET or not recall.open_count
        found = RecallItem.objects.page(recall, after=number(request.GET.get("after")), is_open=not shows_all)
        items = list(found[: PAGE + 1])
        return self.admin_site.each_context(request) | {
            "title": _("Recalled: %s") % recall.source,
            "recall": recall,
            "work": still_open(recall),
            "stories": list(_by_story(recall, items[:PAGE])),
            "next": _next(items, shows_all),
            "ways": _ways(recall, shows_all),
            "by": _called(recall.opened_by),
            "may_decide": request.user.has_perm(MAY) and not recall.ended_at,
            "may_end": request.user.has_perm(MAY) and not recall.ended_at and not recall.open_count,
            "may_write": request.user.has_perm("articles.change_story"),
            "opts": self.opts,
        }


def _next(items, shows_all):
    """The address of the next page, if there is one."""
    asked = {"after": items[PAGE - 1].pk} | ({"all": 1} if shows_all else {}) if len(items) > PAGE else {}
    return asked and f"?{urlencode(asked)}"


def _ways(recall, shows_all):
    """The other view of the list: all passages, or the open ones alone where there are any."""
    if not shows_all:
        return [(_("All of them"), "?all=1")]
    return [(_("The open ones alone"), "?")] if recall.open_count else []


def _called(person):
    """Who did it: a person, or a command."""
    return (person.get_full_name() or person.username) if person else _("The newsroom’s own program")


def still_open(recall):
    """How much of the work is left, in words."""
    counts = {"open": recall.open_count, "all": recall.item_count}
    return _("%(open)s of %(all)s open") % counts if recall.item_count else _("Nothing relies on it")


def _by_story(recall, items):
    """The passages, story by story, each with the places in which it stands now."""
    keys = {item.story_id for item in items}
    rows = with_standing(Story.objects.filter(pk__in=keys)).select_related("edition").defer("body", "note")
    stories = {story.pk: story for story in rows}
    where = relying.places(recall.source, keys)
    for key, passages in groupby(items, lambda item: item.story_id):
        story = stories[key]
        word = Standing(story.standing)
        yield {
            "story": story,
            "word": word,
            # What differs from what readers have can be published as a correction; what they have can be withdrawn.
            "may_correct": word == Standing.CHANGED,
            "may_withdraw": word.is_live,
            "items": [
                {"item": item, "places": _places(where.get((key, item.key), ())), "by": _called(item.by)}
                for item in passages
            ],
        }


def _places(found):
    """What they are called: an earlier version only where none that readers have or will have says it too."""
    hidden = {relying.EARLIER} if {relying.READERS, relying.AHEAD} & set(found) else set()
    return [label for place, label in PLACES.items() if place in found and place not in hidden] or [
        _("nowhere any more")
    ]


def _do(request, recall):
    """What was pressed, and what came of it."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    deed = request.POST.get("deed")
    try:
        if deed in ("keep", "take-up"):
            _decide(request, recall, deed)
        elif deed == "look":
            recalls.look_again(recall, by=request.user)
            messages.success(request, _("Looked again: what has come to rely on it since has joined the list."))
        elif deed == "end":
            recalls.end(recall, by=request.user)
            messages.success(request, _("Ended: nobody is warned of this source any more."))
        else:
            raise Http404
    except REFUSALS as refusal:
        messages.error(request, sentence(refusal))


def _decide(request, recall, deed):
    item = get_object_or_404(recall.items.select_related("story"), pk=number(request.POST.get("item")) or 0)
    if deed == "keep":
        recalls.keep(item, by=request.user, reason=request.POST.get("reason", "").replace("\x00", "")[:2000])
        messages.success(request, _("Kept, with your reason."))
    else:
        recalls.take_up(item, by=request.user)
        messages.success(request, _("Taken up again."))


def urls(site):
    """The page of a source that asks, beside its form."""
    view = site.admin_view(partial(ask, site=site))
    return [path("<int:pk>/recall/", view, name="articles_source_recall")]


def of_source(source):
    """The recall of a source that stands, and the address of its work."""
    recall = source.recalls.standing().select_related("opened_by").first()
    return recall and {
        "row": recall,
        "by": _called(recall.opened_by),
        "address": reverse("admin:articles_recall_change", args=[recall.pk]),
    }


def _column(page):
    """What the first page has: the recalls with work left, the newest first; nothing where there is none."""
    rows = list(Recall.objects.with_work_left()[:MOST])
    if not rows:
        return None
    counts = {"open": sum(row.open_count for row in rows), "all": sum(row.item_count for row in rows)}
    lines = [(row, still_open(row), _day(row.opened_at.astimezone(page.now.tzinfo))) for row in rows]
    return {"said": _("Recalls: %(open)s of %(all)s open") % counts, "recalls": lines}


def _day(local):
    return date_format(local, pgettext("a short day", "j M"))


COLUMNS = (
    doors.Column(
        name="recalls",
        permission="articles.view_recall",
        place=0,
        template="admin/shared/recalls_open.html",
        content=_column,
    ),
)
