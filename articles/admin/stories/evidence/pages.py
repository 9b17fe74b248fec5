"""The evidence of a story: its list, a row to be read and changed, its document."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from articles.actions import evidence, footings
from articles.admin.forms import languages
from articles.admin.forms.sentences import REFUSALS
from articles.admin.stories.evidence.forms import EvidenceForm
from articles.admin.stories.history import page_context, story_of
from articles.models import Evidence, Source

UNHELD = (None, None)
ASKS = require_http_methods(["GET", "HEAD", "POST"])
SECRET = sensitive_post_parameters("text", "label", "place", "reason")
# It is handed out and never shown: no browser guesses what it is, opens it in the desk's name, or keeps it.
HEADERS = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}


def for_hearers(permission="view_evidence"):
    """A view of a story that asks whether somebody may hear, in the time of the story's edition."""

    def ask(view):
        @wraps(view)
        def answer(request, pk, *, site, **of):
            story = story_of(request, pk)
            if not (
                request.user.has_perm("articles.view_evidence") and request.user.has_perm(f"articles.{permission}")
            ):
                raise PermissionDenied
            with timezone.override(story.edition.zone):
                return view(request, story, site=site, **of)

        return answer

    return ask


@require_GET
@for_hearers()
def listed(request, story, *, site):
    """What was entered for a story, without its words. What one may not see is counted."""
    seen = Evidence.objects.seen_by(request.user).filter(story=story).defer("text")
    rows = list(seen.select_related("source", "entered_by", "story__edition"))
    attributions = list(story.attributions.with_owners())
    held = footings.held(attributions)
    called = languages.called_in(
        get_language(), Source.objects.filter(pk__in=[each.source_id for each in attributions])
    )
    context = page_context(request, site, story, _("Evidence"))
    context |= {
        "rows": [(row, sum(footing.evidence_id == row.pk for footing, _how in held.values())) for row in rows],
        "hidden": Evidence.objects.filter(story=story).count() - len(rows),
        "statements": [(each, called[each.source_id].name, held.get(each.pk, UNHELD)[1]) for each in attributions],
        "may_add": request.user.has_perm("articles.add_evidence"),
        "term": story.edition.evidence_days,
    }
    return render(request, "admin/stories/evidence/list.html", context)


@SECRET
@ASKS
@for_hearers("add_evidence")
def add(request, story, *, site):
    form = EvidenceForm(story, request.user, *_sent(request))
    row = _done(form, lambda: evidence.keep(story, by=request.user, version=form.cleaned_data["version"], **form.said))
    if row:
        messages.success(request, _("Entered. Choose the statements that rest on it."))
        return redirect("admin:articles_story_evidence", story.pk)
    return _form_page(request, site, story, form, _("Enter evidence"))


@SECRET
@ASKS
@for_hearers("change_evidence")
def one(request, story, *, site, evidence):
    row = _looked_at(request, story, evidence)
    form = EvidenceForm(story, request.user, *_sent(request), instance=row)
    if _done(form, lambda: _change(row, form, request.user)):
        messages.success(request, _("Changed."))
        return redirect("admin:articles_story_evidence", story.pk)
    return _form_page(request, site, story, form, _("Evidence"), row=row, rests=resting(row))


@ASKS
@for_hearers("delete_evidence")
def delete(request, story, *, site, evidence):
    """It asks first: what rests on it, and that nothing brings it back."""
    row = _visible(request, story, evidence)
    if request.method == "POST":
        _remove(request, row)
        return redirect("admin:articles_story_evidence", story.pk)
    context = page_context(request, site, story, _("Remove evidence"))
    context |= {"row": row, "rests": resting(row)}
    return render(request, "admin/stories/evidence/delete.html", context)


@require_GET
@for_hearers()
def file(request, story, *, site, evidence):
    """The document, as bytes to be saved: not named after what was uploaded, and of no type that a browser opens."""
    row = _looked_at(request, story, evidence)
    if not row.file:
        raise Http404
    name = f"evidence-{row.pk}.pdf"
    try:
        opened = row.file.open()
    except FileNotFoundError:
        raise Http404 from None
    kind = "application/octet-stream"
    return FileResponse(opened, as_attachment=True, filename=name, content_type=kind, headers=HEADERS)


def _sent(request):
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _done(form, act):
    """What the action answers, if the form was sent, is valid and is not refused."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return act()
    except REFUSALS as refusal:
        form.refuse(refusal)
        return None


def _change(row, form, user):
    drops = form.cleaned_data.get("drops_document", False)
    return evidence.change(row, by=user, seen=form.cleaned_data["seen"], drops_file=drops, **form.said)


def _remove(request, row):
    try:
        evidence.remove(row, by=request.user)
    except REFUSALS as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Removed, with its document."))


def _visible(request, story, key):
    """The evidence of that number, if it is of the story and may be seen: nobody else learns that it is there."""
    found = Evidence.objects.seen_by(request.user).filter(story=story, pk=key).first()
    if found is None:
        raise Http404
    return found


def _looked_at(request, story, key):
    return evidence.look(_visible(request, story, key), by=request.user)


def resting(row):
    """What rests on it, each statement with how it stands."""
    rows = list(row.footings.select_related("attribution").order_by("attribution__position"))
    held = footings.held([each.attribution for each in rows])
    return [(each.attribution, held[each.attribution_id][1]) for each in rows]


def _form_page(request, site, story, form, title, **more):
    context = page_context(request, site, story, title)
    context |= {"form": form, "media": form.media, "row": None} | more
    return render(request, "admin/stories/evidence/form.html", context)
