"""The paper as it is served: two workers, a reader of each, and an editor who withdraws a story."""

import re
import subprocess
import sys
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest

from tests.served import ROOT, environ, newsroom

HIDDEN = re.compile('<input type="hidden" name="([^"]+)" value="([^"]*)"')
# More connections than two workers take turns with, so that each of them is asked.
ENOUGH = 24


class Editor:
    """The chief, in a browser that is only this."""

    def __init__(self, port):
        self.host = f"http://127.0.0.1:{port}"
        self.browser = build_opener(HTTPCookieProcessor(CookieJar()))
        self.post("/admin/login/?next=/admin/", username="chief", password="newsroom-demo")

    def post(self, path, **typed):
        page = self.browser.open(self.host + path).read().decode()
        sent = urlencode(dict(HIDDEN.findall(page)) | typed).encode()
        return self.browser.open(Request(self.host + path, sent, {"Referer": self.host + path})).read().decode()


def ask(port, path, **headers):
    """By a connection of its own, so that any worker may take it."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, body, dict(answer.headers)


def of_all(port, path, **headers):
    return [ask(port, path, **headers) for _time in range(ENOUGH)]


def a_story(port):
    """A story on the front page: its address."""
    return re.search(r'href="(/\d{4}/[^"#]+)"', ask(port, "/")[1])[1]


def run(var, code):
    """Another program, with the settings of the paper."""
    program = f"import django; django.setup()\n{code}"
    given = environ(var) | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=given, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


NUMBER = """
from articles.models import Publication
print(next(one.story_id for one in Publication.objects.live() if one.get_absolute_url() == {path!r}))
"""
BY_HAND = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SET newsroom.command = 'by hand'; UPDATE articles_edition SET name = 'The Renamed'")
"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    with newsroom(tmp_path_factory.mktemp("var")) as running:
        yield running


def test_a_withdrawn_story_is_gone_at_the_next_request_on_each_worker(paper):
    path = a_story(paper.port)
    number = run(paper.var, NUMBER.format(path=path))
    kept = of_all(paper.port, path)
    assert {status for status, _body, _headers in kept} == {200}
    tag = kept[0][2]["ETag"]
    assert {status for status, _body, _headers in of_all(paper.port, path, **{"If-None-Match": tag})} == {304}
    editor = Editor(paper.port)
    assert "messagelist" in editor.post(f"/admin/articles/story/{number}/withdraw/", reason="It was wrong.")
    assert {status for status, _body, _headers in of_all(paper.port, path, **{"If-None-Match": tag})} == {410}
    assert [body for _status, body, _headers in of_all(paper.port, "/") if f'href="{path}"' in body] == []


def test_what_another_program_writes_is_seen_within_a_second(paper):
    assert "The Renamed" not in ask(paper.port, "/")[1]
    run(paper.var, BY_HAND)
    # The program has ended, which took longer than that second.
    assert [body for _status, body, _headers in of_all(paper.port, "/") if "The Renamed" not in body] == []
