"""A request with more than any form of ours sends: refused by the length that it declares, before it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from articles.admin.shell.language import in_own_language
from articles.admin.shell.site import desk
from articles.pictures import uploads
from articles.rules import documents
from articles.rules.numbers import are_digits, number

# A picture or a document, and what is typed beside it. A server hands on no more of a body than its length says.
MOST = max(uploads.MOST_BYTES, documents.MOST_BYTES) + settings.DATA_UPLOAD_MAX_MEMORY_SIZE

# In the addresses of pages on which a document is given.
EVIDENCE = "/evidence/"


def refuse(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, after that which knows who asks."""

    def answer(request: HttpRequest) -> HttpResponse:
        declared = request.META.get("CONTENT_LENGTH") or "0"
        # A length with so many digits that it is no number for us is too long in any case.
        is_too_large = are_digits(declared) and (number(declared) is None or int(declared) > MOST)
        return _refuse(request) if is_too_large else get_response(request)

    return answer


@never_cache
@in_own_language
def _refuse(request: HttpRequest) -> HttpResponse:
    is_evidence = EVIDENCE in request.path
    said = str(documents.REFUSALS["bytes"] if is_evidence else uploads.REFUSALS["bytes"])
    if not request.path.startswith(reverse("admin:index")):
        return HttpResponse(_("This is too large."), status=413, content_type="text/plain; charset=utf-8")
    if request.path == reverse("admin:articles_photo_upload"):
        return JsonResponse({"errors": {"image": [said]}}, status=413)
    context = desk.each_context(request) | {"title": _("This is too large"), "explanation": said}
    return render(request, "admin/shell/refused.html", context, status=413)
