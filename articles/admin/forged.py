"""A form that somebody else's page may have sent, or one that was open while its user logged in anew."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from articles.admin.language import in_own_language
from articles.admin.site import desk


@never_cache
@in_own_language
def refuse(request, reason=""):
    """Django's view for it, as a page of the desk: nothing was done, and nothing typed is lost."""
    context = {
        "title": _("This form could not be taken"),
        "explanation": _(
            "It was opened before you logged in anew, or your browser keeps no cookies. Go back: what you typed is "
            "still there. Copy it, load the page again, and send it once more."
        ),
    }
    return render(request, "admin/refused.html", desk.each_context(request) | context, status=403)
