"""A form that somebody else's page may have sent, or one that was open while its user logged in anew."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from articles.admin.shell import unsent
from articles.admin.shell.language import in_own_language
from articles.admin.shell.site import desk


def refuse(request, reason=""):
    """The view that Django calls when a CSRF token is wrong. What one of our own pages sent is not lost: only its token
    is old."""
    if not unsent.is_from_here(request) or not request.path.startswith(reverse("admin:index")):
        return _refuse(request)
    if request.path == reverse("admin:login"):
        return desk.ask_to_log_in(request, unsent.carried(request) or unsent.Unsent(reverse("admin:index"), ()))
    typed = unsent.sent(request)
    if not desk.has_permission(request):
        return desk.ask_to_log_in(request, typed)
    return desk.ask_to_send_again(request, typed, status=403)


@never_cache
@in_own_language
def _refuse(request):
    context = {
        "title": _("This form could not be taken"),
        "explanation": _(
            "It was opened before you logged in anew, or your browser keeps no cookies. Go back: what you typed is "
            "still there. Copy it, load the page again, and send it once more."
        ),
    }
    return render(request, "admin/shell/refused.html", desk.each_context(request) | context, status=403)
