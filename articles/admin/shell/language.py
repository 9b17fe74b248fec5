"""The language of the desk's interface, chosen by whoever works there. What is written keeps its own."""

from functools import wraps

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

LANGUAGES = dict(settings.LANGUAGES)


def in_own_language(view):
    """A view whose answer is in the user's own language, to the last lazy word. Its template is rendered here: later no
    language would be active."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        with translation.override(_language(request)):
            response = view(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    return answer


@require_POST
def choose(request):
    """Keep the chosen language, and go back to the page on which it was chosen."""
    _keep(request.user, request.POST.get("language"))
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(back if is_ours else reverse("admin:index"))


def keep_asked(request):
    """Keep the language that somebody asked for on the login page."""
    if request.method == "POST" and request.user.is_authenticated:
        _keep(request.user, request.GET.get("language"))


def _keep(user, language):
    if language in LANGUAGES:
        user.desk_language = language
        user.save(update_fields=["desk_language"])


def _language(request):
    """The language of the desk: as the user has chosen it; before the login, as the address asks for; else as the
    browser has it."""
    # Only the login page asks in its address: elsewhere `language` may be that of what is written.
    asked = None if request.user.is_authenticated else request.GET.get("language")
    chosen = getattr(request.user, "desk_language", None) or asked
    return chosen if chosen in LANGUAGES else translation.get_language_from_request(request)
