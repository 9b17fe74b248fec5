"""Readers and staff of a served paper, who have nothing but its addresses."""

import re
from html.parser import HTMLParser
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from urllib.parse import quote, unquote, urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

from tests.yesterday.paper import Answer

# The desk's, and of files.
NOT_PAGES = re.compile("/(admin|static|media|photos)/")
STAFF, PASSWORD = ("reporter", "copy", "editor", "chief", "admin"), "newsroom-demo"
TOKEN = re.compile('name="csrfmiddlewaretoken" value="([^"]+)"')


class Links(HTMLParser):
    """The addresses that a page links to, without queries: what a person may have kept."""

    def __init__(self, page):
        super().__init__()
        self.hrefs = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.hrefs.append(dict(attributes).get("href") or "")


class Reader:
    def __init__(self, port):
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, path):
        """What it answers, and the page."""
        self.connection.request("GET", quote(path))
        response = self.connection.getresponse()
        page = response.read().decode(errors="replace")
        return Answer(path, response.status, unquote(response.headers.get("Location", ""))), page

    def wander(self, *paths):
        """What these pages answer, and each to which a link leads, and each to which one leads from there."""
        found, waiting = {}, list(paths)
        while waiting:
            path = waiting.pop()
            if path not in found:
                found[path], page = self.ask(path)
                waiting += linked(path, page)
        return found


def linked(path, page):
    """The pages of ours to which a page links."""
    parts = [urlsplit(urljoin(f"http://ours{quote(path)}", href)) for href in Links(page).hrefs]
    paths = {unquote(part.path) for part in parts if part.netloc == "ours"}
    return {path for path in paths if not NOT_PAGES.match(path)}


def may_log_in(port, name):
    """Whether the demo's password opens the desk to one of the staff."""
    desk = f"http://127.0.0.1:{port}/admin/"
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    form = f"{desk}login/?next=/admin/"
    token = TOKEN.search(browser.open(form).read().decode()).group(1)
    sent = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token}
    page = browser.open(form, urlencode(sent).encode())
    return page.url == desk and "/admin/logout/" in page.read().decode()
