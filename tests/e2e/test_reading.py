"""The demo newspaper as its readers find it: every page valid and whole, every kind of page looked at in a browser."""

import gzip
import re
from collections import defaultdict
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import resolve

from tests.e2e import validity
from tests.proofs import some
from tests.readers.in_memory import Reader

pytestmark = pytest.mark.prove

STARTS = ["/", "/ar/", "/nowhere/at/all/", "/ar/nowhere/"]
SERVED = ("/static/", "/photos/", "/about/styles/", "/manifest.webmanifest", "/ar/manifest.webmanifest")
NARROWEST = 320
KILOBYTES = 1000


@pytest.fixture
def demo(settings):
    settings.READERS_ALIAS = "readers"
    call_command("load_demo", verbosity=0)


class Paper:
    """All that can be reached from the front pages by their links."""

    def __init__(self, client):
        self.client, self.pages, self.files, self.missing = client, {}, {}, []
        waiting = list(STARTS)
        while waiting:
            path = waiting.pop()
            if path not in self.pages:
                waiting += self.read(path)

    def read(self, path):
        answer = self.client.get(path)
        if answer.status_code != 200 and path not in STARTS:
            self.missing.append((path, answer.status_code))
        html = answer.content.decode()
        self.pages[path] = (html, Reader(html))
        links = {urljoin(path, link) for link in self.links(self.pages[path][1])}
        inside = {urldefrag(link).url.removeprefix("http://testserver") for link in links if self.is_ours(link)}
        for file in {link for link in inside if link.startswith(SERVED)} - set(self.files):
            self.files[file] = self.client.get(file).status_code
        return [link for link in inside if not link.startswith(SERVED)]

    def links(self, page):
        for tag, attributes in page.found:
            yield from (attributes[name] for name in ("href", "src") if tag != "use" and name in attributes)
            for part in filter(None, (attributes.get("srcset") or "").split(", ")):
                yield part.split()[0]

    def is_ours(self, link):
        return urlsplit(link).netloc in ("", "testserver") and not link.startswith(("mailto:", "data:"))

    def kinds(self):
        """One page of each kind in each edition: the longest, which has most to go wrong."""
        kinds = defaultdict(list)
        for path, (html, _page) in self.pages.items():
            try:
                kind = resolve(unquote(urlsplit(path).path)).url_name
            except Exception:  # noqa: BLE001 - an address that leads nowhere is a kind of its own
                kind = "not found"
            kinds[kind + (", older" if "before=" in path else ""), path.startswith("/ar/")].append((len(html), path))
        return sorted(max(found)[1] for found in kinds.values())


def test_every_page_of_the_paper_is_whole(demo, client, subtests, tmp_path):
    paper = Paper(client)
    assert len(paper.pages) > 200
    with subtests.test("links"):
        assert paper.missing == []
        assert {file: status for file, status in paper.files.items() if status != 200} == {}
        assert lost_anchors(paper) == []
    with subtests.test("pictures and headings"):
        for path, (_html, page) in paper.pages.items():
            assert all(picture.get("alt") for picture in page.all("img")), path
            levels = [int(tag[1]) for tag, _attributes in page.found if re.fullmatch("h[1-6]", tag)]
            assert levels[0] == 1, path
            assert all(after - before <= 1 for before, after in pairwise(levels)), path
    with subtests.test("titles and addresses"):
        titles = [re.search("<title>(.*?)</title>", html).group(1) for html, _page in paper.pages.values()]
        assert all(re.search("– (The Meridian – English|خط الزوال – العربية)$", title) for title in titles)
        assert counterparts_that_do_not_answer(paper) == []
    with subtests.test("validity"):
        for number, (html, _page) in enumerate(paper.pages.values()):
            (tmp_path / f"{number}.html").write_text(html)
        assert validity.findings(tmp_path) == []


def lost_anchors(paper):
    """Links within a page to what is not in it."""
    lost = []
    for path, (_html, page) in paper.pages.items():
        ids = {attributes["id"] for _tag, attributes in page.found if "id" in attributes}
        lost += [
            (path, link["href"]) for link in page.all("a") if link["href"][:1] == "#" and link["href"][1:] not in ids
        ]
    return lost


def counterparts_that_do_not_answer(paper):
    """Pages that name another as theirs in the other edition, which does not name them."""
    named = {}
    for path, (_html, page) in paper.pages.items():
        others = [urlsplit(link["href"]) for link in page.all("link") if link.get("hreflang")]
        named[path] = {address.path + (f"?{address.query}" if address.query else "") for address in others}
    return [(path, other) for path, others in named.items() for other in others if path not in named.get(other, {path})]


def test_the_checker_finds_what_is_wrong(tmp_path):
    (tmp_path / "broken.html").write_text("<!doctype html><title>Broken</title><p><div><img src=x></p>")
    assert {name for name, *_ in validity.findings(tmp_path)} == {"broken.html"}


def test_every_kind_of_page_in_a_browser(demo, client, page, live_server, subtests):
    axe = Axe()
    for path in some(Paper(client).kinds(), sample=14):
        with subtests.test(path=unquote(path)):
            seen = []
            page.on("console", lambda message, seen=seen: seen.append(message.text) if message.type == "error" else 0)
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme=theme)
                page.set_viewport_size({"width": 1280, "height": 900})
                page.goto(live_server.url + path)
                found = axe.run(page).response["violations"]
                assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == [], theme
            page.set_viewport_size({"width": NARROWEST, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
            page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
            page.set_viewport_size({"width": 2 * NARROWEST, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= 2 * NARROWEST
            assert [text for text in seen if "404" not in text] == []


def test_a_story_is_light(demo, client, subtests):
    for path in filter(re.compile(r"(/ar)?/\d{4}/\d\d/\d\d/.").match, Paper(client).kinds()):
        html, page = client.get(path).content, Reader(client.get(path).content.decode())
        sheets = [link["href"] for link in page.all("link") if link["rel"] == "stylesheet"]
        styles = [b"".join(client.get(sheet)) for sheet in sheets]
        with subtests.test(path=unquote(path)):
            assert sum(len(gzip.compress(part)) for part in (html, *styles)) < 40 * KILOBYTES
            # One script, deferred, for a tap on words: without it all works.
            scripts = [b"".join(client.get(script["src"])) for script in page.all("script")]
            assert {script["type"] for script in page.all("script")} <= {"module"}
            assert sum(map(len, scripts)) < KILOBYTES
