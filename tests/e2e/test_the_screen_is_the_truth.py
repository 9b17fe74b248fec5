"""However a page came to be on the screen, it shows what would be saved, says so, and saves it."""

import json
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from articles.models import Unsaved
from tests.e2e.conftest import CHROMIUM, QUIET, as_root
from tests.e2e.keeping import is_kept, save_in_place
from tests.e2e.people import Desk

# Some milliseconds more than Chromium takes to write down what stands in a page's fields, for a tab to come.
WRITTEN_DOWN = 6000
# What only an extension may do with tabs. Its pages are none of ours.
TABS = {
    "name": "Tabs",
    "version": "1",
    "manifest_version": 3,
    "permissions": ["tabs", "sessions"],
    "background": {"service_worker": "tabs.js"},
}
DUPLICATE = "async () => chrome.tabs.duplicate((await chrome.tabs.query({ url: '*://*/*/story/*' }))[0].id)"
CLOSE = "async () => chrome.tabs.remove((await chrome.tabs.query({ url: '*://*/*/story/*' }))[0].id)"
REOPEN = "async () => chrome.sessions.restore()"
SENT = """() => {
    const sent = new FormData(document.getElementById("story_form"));
    return [sent.get("headline"), new DOMParser().parseFromString(sent.get("body"), "text/html").body.textContent];
}"""
CAME = """() => addEventListener("pageshow", ({ persisted }) => {
    const [{ notRestoredReasons: why }] = performance.getEntriesByType("navigation");
    window.came = { persisted, why: JSON.stringify(why) };
})"""

HOW_IT_CAME = """async () => {
    while (!window.came) await new Promise(requestAnimationFrame);
    return window.came;
}"""

KEPT_ALIVE = """() => ["pagehide", "pageshow"].forEach((name) => {
    dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
})"""


class Browser:
    """A browser with tabs to copy, close and reopen, and a cache for Back and Forward."""

    def __init__(self, playwright, folder):
        self.playwright, self.profile, self.tabs = playwright, folder / "profile", folder / "tabs"
        self.tabs.mkdir()
        (self.tabs / "manifest.json").write_text(json.dumps(TABS))
        (self.tabs / "tabs.js").write_text("")
        self.start()

    def start(self, *more):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=CHROMIUM,
            args=QUIET + as_root() + [f"--load-extension={self.tabs}", *more],
            ignore_default_args=["--disable-back-forward-cache", "--disable-extensions"],
        )

    def do(self, script):
        """Something with tabs; returns the one that opens."""
        workers = self.context.service_workers or [self.context.wait_for_event("serviceworker")]
        with self.context.expect_page() as opened:
            workers[0].evaluate(script)
        return opened.value


@pytest.fixture
def browser_with_tabs(playwright, tmp_path, live_server, settings):
    settings.READERS_ALIAS = "readers"
    browser = Browser(playwright, tmp_path)
    yield browser
    browser.context.close()


@pytest.fixture
def typed_in(browser_with_tabs, live_server, chief, make_story):
    """A story on the screen, with words that are not saved."""
    story = make_story(body="<p>Saved text.</p>", headline="Saved headline")
    desk = Desk(browser_with_tabs.context.new_page(), live_server.url)
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.log_in("chief")
    desk.page.add_init_script(f"({CAME})()")
    desk.open(story)
    desk.write(" UNSAVED TAIL")
    desk.page.locator("#id_headline").fill("Unsaved headline")
    is_kept(desk.page)
    return desk, story


@contextmanager
def without(header, live_server):
    """The application, but that it sends no such header."""
    httpd = live_server.thread.httpd
    application = httpd.get_app()

    def answer(environ, start_response):
        def start(status, headers, *more):
            return start_response(status, [each for each in headers if each[0] != header], *more)

        return application(environ, start)

    httpd.set_app(answer)
    yield
    httpd.set_app(application)


def shown(desk):
    """What is on the screen, once it is known to be what would be sent."""
    expect(desk.text()).to_be_visible()
    desk.page.wait_for_load_state()
    on_screen = [desk.page.locator("#id_headline").input_value(), desk.text().inner_text().strip()]
    assert desk.page.evaluate(SENT) == on_screen
    return on_screen


def is_saved_as_shown(desk, story, *words):
    """What is shown are these words, which are not saved, until they are."""
    assert shown(desk) == list(words)
    expect(desk.page.locator(".story-state .not-saved")).to_be_visible()
    save_in_place(desk.page)
    story.refresh_from_db()
    assert [story.headline, story.body] == [words[0], f"<p>{words[1]}</p>"]


UNSAVED = ("Unsaved headline", "Saved text. UNSAVED TAIL")


def test_after_back_whether_the_browser_has_kept_the_page_alive_or_not(typed_in):
    """Its cache for Back is on, and it keeps none of ours, for they say no-store. In one that did, all would stand."""
    desk, story = typed_in
    desk.page.goto(f"{desk.url}/admin/")
    desk.page.go_back(wait_until="commit")
    assert "no-store" in desk.page.evaluate(HOW_IT_CAME)["why"]
    is_saved_as_shown(desk, story, *UNSAVED)
    desk.write(" AND ON")
    desk.page.evaluate(KEPT_ALIVE)
    is_saved_as_shown(desk, story, UNSAVED[0], f"{UNSAVED[1]} AND ON")


def test_in_a_tab_that_was_closed_and_is_opened_again(typed_in, browser_with_tabs):
    desk, story = typed_in
    desk.page.wait_for_timeout(WRITTEN_DOWN)
    with desk.page.expect_event("close"):
        browser_with_tabs.context.service_workers[0].evaluate(CLOSE)
    desk.page = browser_with_tabs.do(REOPEN)
    is_saved_as_shown(desk, story, *UNSAVED)


def test_in_a_tab_that_comes_back_with_the_browser(typed_in, browser_with_tabs):
    desk, story = typed_in
    desk.page.wait_for_timeout(WRITTEN_DOWN)
    browser_with_tabs.context.close()
    browser_with_tabs.start("--restore-last-session", "--hide-crash-restore-bubble")
    context = browser_with_tabs.context
    is_of_story = lambda page: "/story/" in page.url  # noqa: E731
    desk.page = next(filter(is_of_story, context.pages), None) or context.wait_for_event("page", is_of_story)
    is_saved_as_shown(desk, story, *UNSAVED)


def test_in_a_copy_of_a_tab_that_has_nothing_of_what_was_typed(typed_in, browser_with_tabs):
    desk, story = typed_in
    copy = Desk(browser_with_tabs.do(DUPLICATE), desk.url)
    assert shown(copy) == ["Saved headline", "Saved text."]
    expect(copy.page.locator(".story-state .not-saved")).to_be_hidden()
    expect(copy.page.locator("[data-offer]")).to_contain_text("It differs in: Headline, Text.")
    assert shown(desk) == list(UNSAVED)
    is_saved_as_shown(desk, story, *UNSAVED)


def test_in_a_copy_of_a_tab_that_has_all_of_it(typed_in, browser_with_tabs, live_server):
    desk, story = typed_in
    # A browser gives a copy what was typed where no header sets the page apart from other windows.
    with without("Cross-Origin-Opener-Policy", live_server):
        desk.page.wait_for_timeout(WRITTEN_DOWN)
        copy = Desk(browser_with_tabs.do(DUPLICATE), desk.url)
        is_saved_as_shown(copy, story, *UNSAVED)
    expect(desk.page.locator(".story-state .not-saved")).to_be_visible()
    desk.page.locator("#id_standfirst").fill("In the first")
    is_saved_as_shown(desk, story, *UNSAVED)
    assert story.standfirst == "In the first"
    assert not Unsaved.objects.exclude(typed="").exists()
