"""What a request says of its own letters is not believed: it is read as UTF-8."""

import asyncio
import importlib
import io
import sys
from concurrent.futures import ThreadPoolExecutor
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import given
from hypothesis import strategies as st

from newsroom import charsets

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
# None of these is one in which a form is written.
NONE = ("hex", "undefined", "punycode", "idna")


@pytest.fixture
def application(monkeypatch):
    """As a web server takes it in, without setting Django up once more, or leaving the test's transaction."""
    monkeypatch.setattr("django.core.wsgi.get_wsgi_application", WSGIHandler)
    monkeypatch.delitem(sys.modules, "newsroom.wsgi", raising=False)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield importlib.import_module("newsroom.wsgi").application
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def ask(application, method, address, content_type, body=b""):
    """The status, and the page."""
    path, _mark, query = address.partition("?")
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "CONTENT_TYPE": content_type}
    environ |= {"CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body), "HTTP_HOST": "testserver"}
    setup_testing_defaults(environ)
    said = []
    page = b"".join(application(environ, lambda status, headers: said.append(status)))
    return int(said[0].split()[0]), page.decode()


@pytest.mark.parametrize("said", [*(f"{FORM}; charset={name}" for name in NONE), f"{FORM}; x*=none''x"])
def test_letters_that_are_none_break_no_page(application, live_story, said):
    assert ask(application, "GET", "/archive/?q=%d8%a8", said)[0] == 200
    status, _page = ask(application, "POST", "/admin/login/?language=en", said, b"username=\\ud800&password=x")
    assert status == 403


@given(st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"])))
def test_whatever_it_says_django_can_read_it(said):
    sent = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": charsets.plain(said), "wsgi.input": io.BytesIO()}
    assert WSGIHandler.request_class(sent).encoding is None


def test_an_asynchronous_server_does_the_same():
    seen = []

    async def application(scope, receive, send):
        seen.extend(scope["headers"])

    headers = [(b"host", b"x"), (b"Content-Type", b"multipart/form-data; charset=hex; boundary=a")]
    # In a thread of its own: a browser test before it may have left a loop that runs in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, charsets.of_asgi(application)({"headers": headers}, None, None)).result()
    assert seen == [(b"host", b"x"), (b"Content-Type", b"multipart/form-data; boundary=a")]
