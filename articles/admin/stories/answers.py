"""What the editor asks of a paste. Nothing is kept."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse

from articles.admin.stories import pasting
from articles.text import clipboard

MOST = 300_000


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


def _refuse_strangers(request):
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
