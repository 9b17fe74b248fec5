"""A real browser, on the application as it is served, behind the real wall."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import expect

from tests.e2e.gate import Gate
from tests.e2e.people import Desk, Reader

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Its own errands to its maker's hosts are refused by a closed network, many at a time.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"]
# In milliseconds, for what comes late on a busy machine and not for what never comes: it measures nothing.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE / 2)
SCREENSHOTS = Path(django_settings.VAR) / "screenshots"


def as_root():
    """What Chromium wants of root."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/e2e" in str(item.fspath):
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.django_db(transaction=True, databases=["default", "readers"]))
            if not CHROMIUM and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="no Chromium here; in CI this is a failure"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET + as_root()}


@pytest.fixture
def live_server(live_server):
    """The application's own server, at whose end no request is at work."""
    httpd = live_server.thread.httpd
    application = httpd.get_app()
    gate = Gate(application)
    httpd.set_app(gate)
    yield live_server
    gate.shut(seconds=30)
    httpd.set_app(application)


@pytest.fixture
def page(live_server, page, settings):
    """A page that fails its test for an error, a request to another host, or a violated policy, on whichever page of
    its window or the windows that it opens."""
    settings.READERS_ALIAS = "readers"
    errors = []
    watch(page.context, errors)
    page.set_default_timeout(PATIENCE)
    yield page
    assert errors == []


@pytest.fixture
def desk(page, live_server, chief):
    """The desk as a chief has it; a file whose editor is another person has a fixture of its own."""
    desk = Desk(page, live_server.url)
    desk.log_in("chief")
    return desk


def watch(context, errors):
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.on("request", lambda request: errors.append(request.url) if is_elsewhere(request.url) else None)
    context.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)


def is_elsewhere(url):
    return not url.startswith(("http://localhost", "http://127.0.0.1", "data:", "about:", "blob:"))


@pytest.fixture
def keep_screenshot():
    """Save what the page shows to var/screenshots/, to be looked at, when asked to: SCREENSHOTS=1 make test."""

    def keep(page, name):
        if os.environ.get("SCREENSHOTS"):
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    return keep


@pytest.fixture
def reader(browser, live_server):
    context, errors = browser.new_context(viewport={"width": 390, "height": 844}), []
    watch(context, errors)
    yield Reader(context.new_page(), live_server.url)
    context.close()
    assert errors == []
