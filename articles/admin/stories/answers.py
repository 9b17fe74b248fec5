"""What the form asks while one writes, answered by the functions that judge what is saved. Nothing is kept."""

from itertools import islice

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse

from articles import text
from articles.rules.numbers import number
from articles.text import ledger as ledgers
from articles.text import pasted

MOST = 300_000
# Each is looked for in the whole text. What is published is judged by `readiness`, not here.
MOST_WORDS = 200


def cleaned(request):
    """What was pasted, as it may stand in a text."""
    _refuse_strangers(request)
    html = request.POST.get("html", "")[: 10 * MOST] or pasted.paragraphs(request.POST.get("plain", "")[:MOST])
    return HttpResponse(text.clean(html), content_type="text/plain; charset=utf-8")


def ledger(request):
    """Which of the attributed words stand in the text, and which quotations nobody owns."""
    _refuse_strangers(request)
    body = text.clean(request.POST.get("body", "")[:MOST])
    asked = zip(request.POST.getlist("words"), request.POST.getlist("occurrence"), strict=False)
    found = ledgers.ledger(body, [(words, number(nth) or 1) for words, nth in islice(asked, MOST_WORDS)])
    unowned = [{"words": each.words, "occurrence": each.occurrence} for each in found.unowned]
    return JsonResponse({"found": [place is not None for place in found.places], "unowned": unowned})


def _refuse_strangers(request):
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
