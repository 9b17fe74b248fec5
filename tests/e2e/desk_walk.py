"""A walk over the desk's pages with axe: what it finds, what overflows, what the console says."""

import re

from axe_playwright_python.sync_playwright import Axe

axe = Axe()
# Without preloading, for which axe puts the stylesheets into the page, and asks for their imports where they are not.
QUIETLY = {"resultTypes": ["violations"], "preload": False}
# Withdrawing and renaming ask as these do.
BUTTONS = ("publish", "schedule", "correct", "place", "erase")
BESIDE = ("history", "preview")


class Walk:
    """One member of staff, one language; each page is looked at in some lights: a width and a colour scheme."""

    def __init__(self, page, url, lights):
        self.page, self.url, self.lights = page, url, lights
        self.found, self.here = [], ""
        page.on("console", lambda said: self._note((said.text, said.location)) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._note(str(error)))

    def _note(self, what):
        self.found.append((self.here, what))

    def look(self, path, status=200):
        self.here = path
        answer = self.page.goto(self.url + path)
        if answer.status != status:
            self._note(answer.status)
        self.look_again()

    def look_again(self):
        """At the page as it stands."""
        for width, scheme in self.lights:
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": 900})
            # Two frames, so that the page has settled in its new width.
            self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                self._note(f"overflows at {width}")
            for each in axe.run(self.page, options=QUIETLY).response["violations"]:
                self._note((width, scheme, each["id"], [node["html"] for node in each["nodes"]][:3]))

    def addresses(self):
        """Every list that the first page leads to, with its form for a new row and that of the first row."""
        self.page.goto(f"{self.url}/admin/")
        for address in self._links(".wall-rooms a"):
            yield address
            self.page.goto(self.url + address)
            yield from self._links("#content .addlink")[:1]
            yield from self._links("#result_list a[href*='/change/']")[:1]

    def beside(self, changes):
        """What stands beside the forms: the buttons of a story, its other pages, and merging."""
        for change in changes:
            if re.search(r"/story/\d+/change/", change):
                yield from (change.replace("/change/", f"/{name}/") for name in BUTTONS + BESIDE)
            if re.search(r"/(tag|section)/\d+/change/", change):
                yield change.replace("/change/", "/merge/")

    def _links(self, selector):
        links = self.page.locator(selector).evaluate_all("found => found.map(each => each.getAttribute('href'))")
        return [link.split("?")[0] for link in links]
