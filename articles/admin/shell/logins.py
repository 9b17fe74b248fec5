"""Logging in to the desk, with a limit; and from which address somebody asks."""

import logging
from functools import cache
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm, AdminPasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.core.exceptions import ValidationError

from articles.actions import logins

log = logging.getLogger("newsroom.logins")


class LoginForm(AdminAuthenticationForm):
    """Django's form for logging in, with a limit on wrong tries."""

    def clean(self):
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if username is not None and password:
            self.user_cache = recognised(username, password, address_of(self.request))
            if self.user_cache is None:
                raise self.get_invalid_login_error()
            self.confirm_login_allowed(self.user_cache)
        return self.cleaned_data


class PasswordForm(AdminPasswordChangeForm):
    """Django's form for a new password. The old one has the same limit of tries: a session left open is no way to guess
    it."""

    def __init__(self, *args, asked_from, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked_from = asked_from

    def clean_old_password(self):
        old = self.cleaned_data["old_password"]
        if recognised(self.user.get_username(), old, self.asked_from) is None:
            raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")
        return old


class ChangeOfPassword(PasswordChangeView):
    form_class = PasswordForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"asked_from": address_of(self.request)}


def recognised(username, password, address):
    """The user, as `logins.recognise` knows them; too many tries are an error of the form."""
    try:
        return logins.recognise(username, password, address=address)
    except logins.TooManyTries as refusal:
        raise ValidationError(str(refusal), code="too many") from None


def is_behind_unknown_proxy(request):
    """Whether a proxy says from where the request comes, and the settings know of none. Anyone may write so, too."""
    return not settings.PROXIES and "HTTP_X_FORWARDED_FOR" in request.META


@cache
def warn_of_proxy():
    """Log a warning, once in each process."""
    log.warning(
        "A login came with X-Forwarded-For, and PROXIES is 0. If a proxy of yours wrote it, set PROXIES to how many"
        " stand before the application: until then all logins seem to come from one address, and share its limits."
    )


def address_of(request):
    """The address a request comes from, as the outermost of our own proxies saw it. An IPv6 address stands for one
    house’s network."""
    if is_behind_unknown_proxy(request):
        warn_of_proxy()
    seen = request.META.get("REMOTE_ADDR", "")
    passed = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if 0 < settings.PROXIES <= len(passed):
        seen = passed[-settings.PROXIES] or seen
    try:
        address = ip_address(seen)
    except ValueError:
        return seen
    address = getattr(address, "ipv4_mapped", None) or address
    return str(address if address.version == 4 else ip_network((int(address), 64), strict=False))
