"""The right of reply, beside a story's form: who was asked, what they answered, and the sentence for the text."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles import doors
from articles.actions import replies
from articles.actions.locking import clock
from articles.admin.forms import languages
from articles.admin.forms.fields import MomentField
from articles.admin.forms.sentences import REFUSALS, as_form_error, sentence
from articles.admin.stories import history
from articles.composing.numerals import in_numerals
from articles.models import Attribution, Reply, Story
from articles.rules.numbers import number
from articles.text import shortened

WRITES = "articles.change_story"


class Request(forms.Form):
    """Who was asked. Names and words that the story has are offered by the browser; any other may be typed."""

    asked = forms.CharField(label=gettext_lazy("Who was asked"), max_length=160)
    subject = forms.CharField(
        label=gettext_lazy("About what"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("The words, or what is alleged."),
    )
    how = forms.CharField(
        label=gettext_lazy("How"), max_length=160, help_text=gettext_lazy("By telephone, by mail to the press office.")
    )
    asked_at = MomentField(label=gettext_lazy("When"))
    until_at = MomentField(label=gettext_lazy("To answer by"), required=False)

    def __init__(self, story, *args, **kwargs):
        super().__init__(*args, **kwargs)
        written = {"dir": story.edition.direction, "lang": story.edition.language}
        for name in ("asked", "subject"):
            self.fields[name].widget.attrs |= written
        self.fields["asked"].widget.attrs |= {"list": "owners", "autocomplete": "off"}
        self.fields["how"].widget.attrs |= {"dir": "auto"}
        for name in ("asked_at", "until_at"):
            self.fields[name].told_in(story.edition.time_zone)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request, pk, *, site):
    """Who was asked of a story, and what came of it. What is written here is sent here."""
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
    story = get_object_or_404(Story.objects.select_related("edition"), pk=pk)
    may_write = request.user.has_perm(WRITES)
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    with timezone.override(story.edition.zone):
        form = Request(story, initial={"asked_at": clock().replace(second=0, microsecond=0)})
        if request.method == "POST" and "reply" in request.POST:
            return _note(request, story)
        if request.method == "POST":
            form = Request(story, request.POST)
            if form.is_valid() and _ask(request, story, form):
                return redirect("admin:articles_story_replies", story.pk)
        return render(request, "admin/stories/replies.html", _context(request, site, story, form, may_write=may_write))


def _context(request, site, story, form, *, may_write):
    now = clock()
    rows = story.replies.select_related("source", "entered_by").prefetch_related("source__names")
    said = Attribution.objects.filter(story=story).with_owners()
    owners = {languages.names_of(source, story.edition.language)[0] for row in said for source in row.sources}
    return history.page_context(request, site, story, _("Right of reply")) | {
        "replies": [{"row": row, "is_late": row.is_late(now), "sentence": for_the_text(row, now)} for row in rows],
        "owners": sorted(owners),
        "form": form,
        "media": form.media,
        "may_write": may_write,
    }


def _ask(request, story, form):
    try:
        replies.ask(story, by=request.user, **form.cleaned_data)
    except REFUSALS as refusal:
        form.add_error(None, as_form_error(refusal))
        return False
    messages.success(request, _("Written down."))
    return True


def _note(request, story):
    key = number(request.POST.get("reply"))
    reply = Reply.objects.filter(story=story, pk=key).first() if key else None
    if reply is None:
        raise Http404
    answer = request.POST.get("answer", "").replace("\x00", "")[:5000]
    try:
        replies.note(reply, by=request.user, answer=answer, has_declined="declined" in request.POST)
    except REFUSALS as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Written down."))
    return redirect("admin:articles_story_replies", story.pk)


def for_the_text(reply, now):
    """What the story may say of it, in the language and by the clock of its edition."""
    edition = reply.story.edition
    with translation.override(edition.language), timezone.override(edition.zone):
        source = reply.source
        who = languages.names_of(source, edition.language)[0] if source else reply.asked
        if reply.answer:
            return _("%(who)s said: “%(answer)s”") % {"who": who, "answer": " ".join(reply.answer.split())}
        if reply.has_declined:
            return _("%s declined to comment.") % who
        if reply.is_late(now):
            until = date_format(timezone.localtime(reply.until_at), _("j F Y, H:i"))
            at = in_numerals(until, edition.language)
            return _("%(who)s did not respond to a request for comment by %(time)s.") % {"who": who, "time": at}
        return _("%s had not responded to a request for comment when this was published.") % who


def _panel(request, story):
    """How many were asked and how many have answered; nothing of a story that is not saved yet."""
    if story is None:
        return None
    rows = list(story.replies.all())
    waiting = [row for row in rows if not row.is_answered]
    said = [ngettext("%d asked", "%d asked", len(rows)) % len(rows)] if rows else []
    said += [ngettext("%d has not answered", "%d have not answered", len(waiting)) % len(waiting)] if waiting else []
    return {
        "address": reverse("admin:articles_story_replies", args=[story.pk]),
        "said": " · ".join(said) or _("Nobody has been asked for comment."),
        "rows": [(row, shortened(row.subject, 60)) for row in rows],
    }


PANELS = (doors.Panel(permission="articles.view_story", template="admin/stories/replies_panel.html", content=_panel),)
