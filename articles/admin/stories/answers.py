"""What the form asks while one writes, answered by the functions that judge what is saved. Nothing is kept."""

from itertools import islice

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from articles import text
from articles.admin.shell.site import desk
from articles.admin.stories import checklist, drafting, pasting
from articles.models import Story
from articles.rules.numbers import number
from articles.text import clipboard
from articles.text import ledger as ledgers

MOST = 300_000
# At most so many words are looked for, each in the whole text. A publication is judged by `readiness`, not here.
MOST_WORDS = 200


def cleaned(request):
    """What was pasted, as it may stand in a text. Nothing that it names is fetched.

    Asked with `html`, or where the clipboard has none with `plain`, at best as multipart/form-data: Arabic letters are
    thrice as long in a query. HTML of more than 2 MB is not to be sent; `plain` is, with `bounded=1`.

    Whoever accepts nothing but `application/json` is answered so; all others get the HTML alone, as text/plain:

        {
            "html": what to put into the text, in the form that `text.clean` makes; empty where nothing is left,
            "left_out": "left out: 2 remarks, 1 deletion, 1 video", or "",
            "joined": "joined 5 lines: keep the lines", or "",
            "lines_html": where lines were joined, what to put there instead to keep them; or "",
            "bounded": "too much for one paste: the words came in without their marks", or "",
            "pictures": how many pictures of the HTML were left out, with or without a caption,
            "most_pictures": how many pictures that are files one paste may bring
        }

    The sentences are in the language of whoever asks, without a full stop, and text: to be escaped. Each that is not
    empty is to be shown, in the order bounded, left_out, joined.
    """
    _refuse_strangers(request)
    html, plain = request.POST.get("html", "")[: 10 * MOST], request.POST.get("plain", "")[: 10 * MOST]
    taken = clipboard.take(html, plain)
    if request.get_preferred_type(["text/plain", "application/json"]) == "application/json":
        return JsonResponse(pasting.said_of(taken._replace(is_bounded=taken.is_bounded or "bounded" in request.POST)))
    return HttpResponse(taken.html, content_type="text/plain; charset=utf-8")


def ledger(request):
    """Which of the attributed words stand in the text, and which quotations nobody owns."""
    _refuse_strangers(request)
    body = text.kept(request.POST.get("body", "")[:MOST])
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
        return {"findings": render_to_string("admin/stories/before.html", found, request)}


def _refuse_strangers(request):
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
