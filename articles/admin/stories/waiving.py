"""“Not a quotation” at the desk: said of words of a story, and taken back. For a script in JSON, and for a form."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles.actions import no_quotations
from articles.admin.forms.sentences import REFUSALS, sentence
from articles.admin.stories.history import story_of
from articles.models import drafts
from articles.rules.numbers import number
from articles.text.above import FIELDS, Above

# As much of a text as the ledger reads.
MOST, MOST_WORDS = 300_000, 5_000
# Where a plain form goes back to: the story, or the page of a button.
BACK = ("change", "publish", "schedule", "correct")


def no_quotation(request, pk, *, site):
    """Say that words between marks are no quotation.

    Asked with `words` and `occurrence` (1, if there is none), as the ledger gives them; with `body` and the lines above
    it where they are typed and not saved yet. Whoever accepts `application/json` is answered so:

        {"said": a sentence, "marked": [{"words", "occurrence", "by"}, …], "unowned": [{"words", "occurrence"}, …]}

    of the story as it is saved; 409 with `said` alone where it was refused.
    """
    body = request.POST.get("body")
    typed = {} if body is None else {"body": body[:MOST], "above": typed_above(request)}
    return _answer(request, pk, no_quotations.mark, _("Marked as no quotation."), **typed)


def typed_above(request):
    """The lines above a text as somebody is typing them; None where they were not sent."""
    sent = [name for name in FIELDS if name in request.POST]
    return Above(**{name: request.POST[name][:MOST_WORDS] for name in sent}) if sent else None


def quotation_again(request, pk, *, site):
    """The same, taken back."""
    return _answer(request, pk, no_quotations.take_back, _("It asks for its owner again."))


def _answer(request, pk, act, done, **typed):
    if not request.user.has_perm("articles.change_story"):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    story = story_of(request, pk)
    words, nth = request.POST.get("words", "")[:MOST_WORDS], number(request.POST.get("occurrence", "1"))
    try:
        act(story, words=words, occurrence=1 if nth is None else nth, by=request.user, **typed)
    except REFUSALS as refusal:
        return _told(request, story, sentence(refusal), is_done=False)
    return _told(request, story, done, is_done=True)


def _told(request, story, said, *, is_done):
    if request.headers.get("Accept") == "application/json":
        told = _now(story) if is_done else {}
        return JsonResponse({"said": said} | told, status=200 if is_done else 409)
    messages.add_message(request, messages.SUCCESS if is_done else messages.WARNING, said)
    back = request.POST.get("back")
    return redirect(f"admin:articles_story_{back if back in BACK else 'change'}", story.pk)


def _now(story):
    facts = drafts.of_story(story).facts()
    marked = [{"words": each.words, "occurrence": each.occurrence, "by": each.by} for each in facts.waived]
    unowned = [{"words": each.words, "occurrence": each.occurrence} for each in facts.unowned]
    return {"marked": marked, "unowned": unowned}
