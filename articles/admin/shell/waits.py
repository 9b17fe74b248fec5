"""Who has to wait before they may log in, and a button that lets them try again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.actions import logins
from articles.admin.shell.logins import is_told_by_an_unknown_proxy
from articles.models import User


@require_http_methods(["GET", "HEAD", "POST"])
def page(request, *, site):
    if not request.user.has_perm("articles.change_user"):
        raise PermissionDenied
    if request.method == "POST":
        lifted = logins.lift(request.POST.get("wait", "").replace("\x00", "")[:64], by=request.user)
        said = _("They may try again now.") if lifted else _("That wait has ended already.")
        messages.success(request, said)
        return redirect("admin:articles_user_waits")
    context = site.each_context(request) | {
        "title": _("Who waits to log in"),
        "waits": logins.waiting(),
        "minutes": logins.WAIT.seconds // 60,
        "limits": (logins.HERE, logins.ELSEWHERE, logins.SPRAYED),
        "is_behind_unknown_proxy": is_told_by_an_unknown_proxy(request),
        "opts": User._meta,
    }
    return render(request, "admin/shell/waits.html", context)
