"""A statement as printed and as heard, and how it rests on what was heard."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.actions import evidence, footings, mending
from articles.admin.forms import languages
from articles.admin.forms.sentences import REFUSALS, sentence
from articles.admin.stories.evidence import laid
from articles.admin.stories.evidence.forms import RestForm
from articles.admin.stories.evidence.pages import ASKS, SECRET, for_hearers, resting
from articles.admin.stories.history import page_context
from articles.models import Evidence, Footing
from articles.rules.evidence import Hold
from articles.rules.numbers import number
from articles.rules.words import EvidenceUse
from articles.text.hearing import comparing


@SECRET
@ASKS
@for_hearers("change_evidence")
def heard(request, story, *, site, statement):
    said = story.attributions.with_owners().filter(pk=statement).first()
    if said is None:
        raise Http404
    footing = Footing.objects.filter(attribution=said).select_related("evidence", "signed_by").first()
    choices = list(
        Evidence.objects.seen_by(request.user).filter(story=story).defer("text").select_related("entered_by")
    )
    context = page_context(request, site, story, _("As printed and as heard")) | {"said": said, "choices": choices}
    context["who"] = languages.names_of(said.source, get_language())[0]
    context["printed"] = [laid.Piece(said.words)]
    if footing and footing.evidence_id and footing.evidence_id not in {each.pk for each in choices}:
        return render(request, "admin/stories/evidence/heard.html", context | {"is_hidden": True})
    row = _chosen(request, footing, choices)
    form = _form(request, footing, said, row)
    is_mend = row is not None and "_mend" in request.POST
    done = _mended(request, story, said, row) if is_mend else _carried_out(request, story, said, row, form)
    if done:
        return done
    context |= _compared(request, said, row, footing, form)
    return render(request, "admin/stories/evidence/heard.html", context, status=409 if is_mend else 200)


def _chosen(request, footing, choices):
    """The evidence that is asked for, or the one it rests on, or the only one."""
    known = {each.pk: each for each in choices}
    asked = number(request.POST.get("evidence") or request.GET.get("evidence"))
    if asked is not None:
        if asked not in known:
            raise Http404
        return known[asked]
    if footing:
        return known.get(footing.evidence_id)
    return choices[0] if len(choices) == 1 else None


def _form(request, footing, said, row):
    seen = footings.mark(said.words, row)
    sent = (request.POST,) if request.method == "POST" and "_mend" not in request.POST else ()
    initial = {"seen": seen} if footing or row is None else {"seen": seen, "place": row.place}
    return RestForm(row is not None, *sent, instance=footing, initial=initial, auto_id="rest_%s")


def _carried_out(request, story, said, row, form):
    """Rest the statement on it; or take it off."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        if "_part" in request.POST:
            footings.part(said, by=request.user)
        else:
            _rest(request, said, row, form.cleaned_data)
    except REFUSALS as refusal:
        form.refuse(refusal)
        return None
    messages.success(request, _("Kept. It goes out with the next version of the story."))
    return redirect("admin:articles_story_heard", story.pk, said.pk)


def _mended(request, story, said, row):
    """Put one difference as it was heard, in the text; or say why not, over the texts as they are now."""
    which = {"evidence": row, "difference": number(request.POST.get("_mend")) or 0}
    try:
        saved = mending.mend(said, **which, by=request.user, seen=request.POST.get("seen", ""))
    except REFUSALS as refusal:
        messages.error(request, sentence(refusal))
        return None
    messages.success(
        request, _("As it was heard now, in revision %s. History brings the old words back.") % saved.version
    )
    page = reverse("admin:articles_story_heard", args=[story.pk, said.pk])
    return redirect(f"{page}?evidence={row.pk}&mended=1")


def _rest(request, said, row, told):
    is_kept = told["use"] != EvidenceUse.NOT_KEPT
    footings.rest(
        said,
        evidence=row if is_kept else None,
        use=told["use"],
        by=request.user,
        seen=told["seen"] if is_kept else "",
        place=told.get("place", ""),
        reason=told["reason"],
        is_signed="_keep" not in request.POST,
    )


def _compared(request, said, row, footing, form):
    """Both texts side by side, what is said of each difference, and who has signed."""
    context = {"form": form, "row": row, "footing": footing, "hold": None}
    held = footings.held([said]).get(said.pk)
    if held and held[0].evidence_id == (row and row.pk):
        context |= {"hold": held[1].hold, "is_open": held[1].hold.is_open, "is_signed": held[1].hold is Hold.SIGNED}
    if row is None:
        return context
    looked_at = evidence.look(row, by=request.user)
    listened = comparing.listen(looked_at.text)
    beside = laid.lay(said.words, listened)
    if beside.lines and request.user.has_perm("articles.change_story"):
        beside = beside.with_mends(mending.mendable(said, listened))
    context |= {"laid": beside, "printed": beside.printed, "place": _place_on_form(said)}
    context["is_mended"] = request.method == "GET" and "mended" in request.GET
    return context | {"row": looked_at, "is_own": looked_at.entered_by_id == request.user.pk, "rests": resting(row)}


def _place_on_form(said):
    """Where the statement stands on its story's form."""
    rows = list(said.story.attributions.with_owners().values_list("pk", flat=True))
    return f"id_attributions-{rows.index(said.pk)}-words"
