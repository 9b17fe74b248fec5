"""A browser that opens pages as readers and as an editor see them, and keeps what it sees."""

from contextlib import contextmanager
from urllib.parse import quote, unquote, urljoin

from playwright.sync_api import sync_playwright

from articles.samples.demo import PASSWORD
from tests.e2e.conftest import CHROMIUM, QUIET, as_root

SETTLES = "async () => { await document.fonts.ready; }"
# What waits until a reader comes near it, is asked for at once.
NEAR = """() => {
  for (const image of document.querySelectorAll("img[loading=lazy]")) image.loading = "eager";
  for (const part of document.querySelectorAll(".shelves")) part.style.contentVisibility = "visible";
}"""
# Loaded is not yet drawn. One that cannot be decoded is left as a reader would see it.
DRAWN = "() => Promise.all([...document.images].map((image) => image.decode().catch(() => {})))"
# The ledger of a story is there when the server has read the text: its head says how much is in it.
READ = "() => [...document.querySelectorAll('.ledger-head')].every((head) => head.textContent.trim())"
PATIENCE = 5
# Each tile of a page is drawn whole and at once: the edges of one that was drawn in part differ by how far it had come.
WHOLE = ["--disable-partial-raster", "--disable-checker-imaging"]


class Camera:
    """It may be given a moment at which the clock of each page stands."""

    def __init__(self, browser, url, at=None):
        self.browser, self.url, self.at = browser, url, at
        self.desk, self.found = {}, {}

    def context(self, **more):
        if not self.at:
            return self.browser.new_context(**more)
        context = self.browser.new_context(timezone_id="UTC", **more)
        context.clock.set_fixed_time(self.at)
        return context

    def logged_in(self, staff, language):
        """What a browser keeps of someone who has logged in and chosen a language."""
        if (staff, language) not in self.desk:
            context = self.context()
            page = context.new_page()
            page.goto(f"{self.url}/admin/login/?language={language}&next=/admin/")
            page.fill("[name=username]", staff)
            page.fill("[name=password]", PASSWORD)
            page.click("form [type=submit]")
            if page.locator("html").get_attribute("lang") != language:
                page.locator(f".desk-language button[value={language}]").click()
            self.desk[staff, language] = context.storage_state()
            context.close()
        return self.desk[staff, language]

    @contextmanager
    def window(self, width, look, language="", staff="chief"):
        """A window of one of the staff, whose desk is in a language, or of a reader where none is named."""
        look = dict(look)
        media = look.pop("media", None)
        state = self.logged_in(staff, language) if language else None
        with self.closing(viewport={"width": width, "height": 900}, storage_state=state, **look) as page:
            if media:
                page.emulate_media(media=media, color_scheme=look["color_scheme"])
            yield page

    @contextmanager
    def closing(self, **more):
        context = self.context(**more)
        yield context.new_page()
        context.close()

    def open(self, page, path):
        """A path, or the end of a way. It is opened by its own address: the browser may still have larger pictures of
        the pages on the way, and would show those."""
        if path not in self.found:
            with self.closing(storage_state=page.context.storage_state()) as another:
                self.found[path] = self.follow(another, path)
        page.goto(self.found[path])
        self.wait(page)

    def follow(self, page, path):
        """The address at the end of a way of links, by words in their addresses or by the part where they stand
        (".month td"), and of what stands beside it ("../")."""
        first, *links = (path,) if isinstance(path, str) else path
        if not links:
            return self.url + quote(first, safe="/?=&")
        page.goto(self.url + quote(first, safe="/?=&"))
        for link in links:
            if link.startswith("../"):
                page.goto(urljoin(page.url, link))
                continue
            words, selector = ("", f"{link} a") if link.startswith(".") else (link, "a")
            addresses = page.eval_on_selector_all(selector, "links => links.map(link => link.href)")
            page.goto(next(address for address in addresses if words in unquote(address)))
        return page.url

    def picture(self, page):
        """All of the page when it has come to rest: two pictures in a row are the same."""
        before = b""
        for _try in range(PATIENCE):
            page.evaluate(SETTLES)
            now = page.screenshot(full_page=True, animations="disabled")
            if now == before:
                break
            before = now
            page.wait_for_timeout(100)
        return now

    def wait(self, page):
        """Until all that the page and its frames show is there. A frame that is not seen waits until it is."""
        for frame in [page.main_frame, *(frame for frame in page.main_frame.child_frames if is_seen(frame))]:
            frame.wait_for_load_state()
            frame.evaluate(NEAR)
            frame.evaluate(DRAWN)
            frame.evaluate(SETTLES)
        page.wait_for_function(READ)


def is_seen(frame):
    return frame.frame_element().is_visible()


@contextmanager
def camera(url, at=None):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET + WHOLE + as_root())
        yield Camera(browser, url, at)
        browser.close()
