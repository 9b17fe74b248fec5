"""A worker of the web server, in this process: what `newsroom.wsgi` makes of Django, asked as a server asks it."""

import gzip
import io
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from django.core.handlers.wsgi import WSGIHandler

from articles.wall import generation
from newsroom.kept import answers

MOST = 4 * 2**20


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def lasting(self):
        """The headers but for the date of the page, which is another when the second of a change is over."""
        return {name: value for name, value in self.headers.items() if name != "Last-Modified"}

    @property
    def text(self):
        body = gzip.decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body
        return body.decode()


class Worker:
    """`set`: the paths that Django was asked for, in this order."""

    def __init__(self, most=MOST, ask=generation.told):
        self.set = []
        self._django = WSGIHandler()
        self._answer = answers.of_wsgi(self._noted, ask, most)

    def _noted(self, environ, start_response):
        self.set.append(environ["PATH_INFO"])
        return self._django(environ, start_response)

    def get(self, address, method="GET", **headers):
        path, _mark, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "HTTP_HOST": "testserver",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
        }
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        said = []
        given = self._answer(environ, lambda *told: said.append(told))
        try:
            body = b"".join(given)
        finally:
            getattr(given, "close", lambda: None)()
        status, told = said[-1][:2]
        assert len({name for name, _ in told}) == len(told), told
        return Answer(int(status[:3]), dict(told), body)
