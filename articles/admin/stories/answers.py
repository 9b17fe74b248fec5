"""What the form asks while one writes, answered by the functions that judge what is saved. Nothing is kept."""

from itertools import islice

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from articles import text
from articles.admin.shell.site import desk
from articles.admin.stories import checklist, drafting
from articles.models import Story
from articles.rules.numbers import number
from articles.text import ledger as ledgers
from articles.text import pasted

MOST = 300_000
# At most so many words are looked for, each in the whole text. A publication is judged by `readiness`, not here.
MOST_WORDS = 200


def cleaned(request):
    """Pasted HTML, cleaned as it may stand in a text."""
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
    told = {"found": [place is not None for place in found.places], "unowned": unowned}
    return JsonResponse(told | _in_the_way(request))


def _in_the_way(request):
    """What stands in the way of what is typed, as the gate would say were it saved now; of no story nothing."""
    admin = desk.get_model_admin(Story)
    story = admin.get_object(request, str(number(request.POST.get("of")) or 0))
    if story is None or not request.user.has_perm("articles.change_story"):
        return {}
    with timezone.override(story.edition.zone):
        draft, lines = drafting.typed(admin, request, story)
        found = checklist.of_draft(draft, lines=lines)
        return {"findings": render_to_string("admin/stories/findings.html", found, request)}


def _refuse_strangers(request):
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
