"""What makes two requests two addresses: nobody gets what was set for another, or what is one person's."""

import io
from itertools import product

import pytest
from django.core.exceptions import TooManyFieldsSent
from django.core.handlers.wsgi import WSGIRequest

from newsroom.kept import answers

SERVED = [("", "/economy/"), ("/economy", "/"), ("/economy/", ""), ("", "/Economy/"), ("", "/economy//"), ("", "/")]
HOSTS = [{"HTTP_HOST": host} for host in ("testserver", "testserver:80", "TESTSERVER", "")]
HOSTS += [{}, {"SERVER_NAME": "testserver", "SERVER_PORT": "8000"}]
# What was sent, letter for letter: a letter as it is, in UTF-8, and the same with its bytes written out.
QUERIES = ["", "after=\xd9\x85", "after=%D9%85", "after=%C3%99%C2%85", "after=\xff", "after=%FF", "after=%C3%BF"]
QUERIES += ["after=a;after=b", "after=a&after=b", "after=b", "after", "after=", "x&" * 1001 + "after=b"]


class Asked:
    """A page that shows what Django reads of a request, kept under the one generation that there is."""

    number, ends, changed, now, asked = 1, float("inf"), 0.0, 0.0, 0.0

    def __init__(self, most=10**6, **headers):
        self.count, self._headers = 0, headers
        self._answer = answers.of_wsgi(self._page, lambda: self, most)

    def _page(self, environ, start_response):
        self.count += 1
        request, ticket = WSGIRequest(environ), environ[answers.TICKET]
        try:
            shown = request.build_absolute_uri(request.path), request.GET.get("after")
        except TooManyFieldsSent:
            start_response("400 Bad Request", [])
            return [b"too many"]
        ticket.generation, ticket.knows = self, ("after",)
        start_response("200 OK", [(name.replace("_", "-"), value) for name, value in self._headers.items()])
        return [repr(shown).encode()]

    def get(self, script_name="", path="/", query="", **environ):
        given = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "SCRIPT_NAME": script_name, "PATH_INFO": path}
        given |= {"REQUEST_METHOD": "GET", "QUERY_STRING": query, "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO()}
        return b"".join(self._answer(given | environ, lambda *said: None))


def test_each_gets_what_was_set_for_its_address(settings):
    settings.ALLOWED_HOSTS = ["*"]
    kept, bare = Asked(), Asked(most=0)
    for (script_name, path), host, query in product(SERVED, HOSTS, QUERIES):
        try:
            theirs = bare.get(script_name, path, query, **host)
        except Exception as refused:  # noqa: BLE001 - a host that Django refuses
            with pytest.raises(type(refused)):
                kept.get(script_name, path, query, **host)
        else:
            assert kept.get(script_name, path, query, **host) == theirs, (script_name, path, host, query)


@pytest.mark.parametrize(
    ("headers", "times"),
    [
        ({"Cache_Control": "public, no-cache"}, 1),
        ({"Cache_Control": "private"}, 2),
        ({"Cache_Control": "no-cache, No-Store"}, 2),
        ({"Set_Cookie": "a=b"}, 2),
        ({"Vary": "Cookie"}, 2),
    ],
)
def test_what_says_that_it_is_one_persons_is_not_kept(headers, times):
    asked = Asked(**headers)
    assert asked.get() == asked.get()
    assert asked.count == times


def test_what_is_not_there_asks_for_no_generation():
    questions = []

    def application(environ, start_response):
        start_response("200 OK", [])
        return [b"styles"]

    answer = answers.of_wsgi(application, lambda: questions.append("asked"), 10**6)
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "wsgi.url_scheme": "http"}
    assert b"".join(answer(environ, lambda *said: None)) == b"styles"
    assert questions == []
