"""“Not carried over” at the desk: said of a statement of the other edition, and taken back. For a script in JSON,
and for a form."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles.actions import carrying
from articles.admin.forms.sentences import REFUSALS, sentence
from articles.admin.stories.history import story_of
from articles.rules.numbers import number


def not_carried(request, pk, *, site):
    """Say that the story does without a statement of its sibling: POST `statement`, its number. Whoever accepts
    `application/json` is answered with {"said": a sentence}, and 409 where it was refused."""
    return _answer(request, pk, carrying.let_go, _("Not carried over."))


def to_carry(request, pk, *, site):
    """The same, taken back."""
    return _answer(request, pk, carrying.take_back, _("It is to be carried over after all."))


def _answer(request, pk, act, done):
    if not request.user.has_perm("articles.change_story"):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    story, is_done = story_of(request, pk), True
    try:
        act(story, number(request.POST.get("statement")) or 0, by=request.user)
    except REFUSALS as refusal:
        done, is_done = sentence(refusal), False
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"said": done}, status=200 if is_done else 409)
    messages.add_message(request, messages.SUCCESS if is_done else messages.WARNING, done)
    return redirect("admin:articles_story_change", story.pk)
