"""Every answer carries policies that let no inline script or style run and ask nothing of the reader's machine, whoever
asks and whatever went wrong."""

import re

import django_permissions_policy
import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver

pytestmark = pytest.mark.django_db(databases=["default", "readers"])

SAMPLES = {
    "int": "1",
    "path": "1",
    "paper_language": "ar",
    "paper_day": "2026/11/22",
    "paper_month": "2026/11",
    "paper_year": "2026",
    "paper_tag": "place",
    "paper_correction": "apology",
    "paper_colour": "0d5c63",
}
POLICY = {
    "default-src": "'none'",
    **dict.fromkeys(
        ("script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "form-action"), "'self'"
    ),
    **dict.fromkeys(("base-uri", "frame-ancestors"), "'none'"),
}
# What a page that frames another of ours, and that other, may say instead.
FRAMED = {"frame-src": "'self'", "frame-ancestors": "'self'"}

# What Permissions-Policy could refuse and does not. Released browsers know none of these, and would complain;
UNKNOWN = {
    "ambient-light-sensor", "autofill", "bluetooth", "device-attributes", "document-domain",
    "focus-without-user-activation",
    "execution-while-not-rendered", "execution-while-out-of-viewport", "haptics", "interest-cohort", "manual-text",
    "rewriter", "shared-storage", "shared-storage-select-url", "tools", "vertical-scroll", "vr", "web-app-installation",
    "web-share", "webnn", "writer",
}  # fmt: skip
# and these ask nothing of the machine. The rest of ch-… a browser tells only to a server that asks: ours does not.
HARMLESS = {
    "aria-notify", "cross-origin-isolated", "deferred-fetch", "deferred-fetch-minimal", "sync-xhr", "unload",
    "media-playback-while-not-visible",
}  # fmt: skip

KEPT = {
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in sorted(settings.PERMISSIONS_POLICY)),
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def addresses(resolver=None, before=""):
    """One address of each route."""
    for each in (resolver or get_resolver()).url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each, route)
        else:
            filled = re.sub(r"<(?:(\w+):)?\w+>", lambda found: SAMPLES.get(found[1], "economy"), route)
            yield "/" + filled.replace("(?P<url>.*)$", "nowhere").replace("(?P<url>economy.*)$", "nowhere")


def policy(response):
    """Its Content-Security-Policy, of an answer that has the other headers too."""
    assert {name: response.headers.get(name) for name in KEPT} == KEPT
    return dict(each.split(" ", 1) for each in response.headers["Content-Security-Policy"].split("; "))


@pytest.mark.parametrize("who", [None, "administrator"])
def test_every_address_answers_with_the_policy(client, english, request, who):
    if who:
        client.force_login(request.getfixturevalue(who))
    asked = sorted(set(addresses()))
    assert len(asked) > 100
    for address in asked:
        response = client.get(address)
        assert response.status_code < 500, address
        said = policy(response)
        assert said in (POLICY, POLICY | FRAMED, *(POLICY | {name: value} for name, value in FRAMED.items())), address


@pytest.mark.parametrize(
    "address",
    [
        "/static/css/tokens.css",
        "/static/admin/js/core.js",
        "/static/nothing.css",
        "/nothing/at/all",
        "/Economy",
        "/%00",
    ],
)
def test_files_and_errors_do_too(client, english, address):
    response = client.get(address)
    assert policy(response) == POLICY


def test_a_page_that_breaks_does_too(client, english, monkeypatch):
    monkeypatch.setattr(client, "raise_request_exception", False)
    monkeypatch.setattr("articles.public.views.fronts.show", lambda *_page: 1 / 0)
    response = client.get("/")
    assert (response.status_code, policy(response)) == (500, POLICY)


def test_a_host_that_is_not_ours_is_refused_with_it(client, english):
    response = client.get("/", HTTP_HOST="evil.example")
    assert (response.status_code, policy(response)) == (400, POLICY)


def test_each_feature_that_browsers_may_know_is_refused_or_was_weighed():
    """So that the list does not age: a release of the library that knows another feature fails this."""
    known = {name for name in django_permissions_policy._FEATURE_NAMES if not name.startswith("ch-")}
    assert known - settings.PERMISSIONS_POLICY.keys() == UNKNOWN | HARMLESS
    assert {"camera", "geolocation", "microphone", "payment", "usb"} <= settings.PERMISSIONS_POLICY.keys()


def test_no_answer_asks_a_browser_what_machine_it_runs_on(client, english):
    assert "Accept-CH" not in client.get("/").headers
