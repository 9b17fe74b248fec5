"""The way in, before Django builds a request: what is kept is answered, what is not is set by Django and kept.

A view of readers' pages fills the `Ticket` in the request's environ. Nothing else is kept: no error, no redirect, and
nothing of the desk.
"""

import gzip
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import TooManyFieldsSent
from django.http import QueryDict
from django.utils.http import http_date

from newsroom.kept import commits, validity
from newsroom.kept.pages import Address, Generation, Headers, Key, Page, Pages

TICKET = "newsroom.ticket"
# How long, in seconds, what the database said is believed: others write, too.
BELIEVED = 0.9
# A smaller page is no smaller when it is compressed.
SMALL = 500
# What a reader who has the page already is not told anew.
OF_A_BODY = {"content-type", "content-length", "content-encoding"}
# Two requests that differ in one of these may have two pages.
OF_AN_ADDRESS = ("wsgi.url_scheme", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SCRIPT_NAME", "PATH_INFO")
# What an app's page says of itself that is not for everybody, whatever it was set under.
FOR_ONE = {"private", "no-store"}
Application = Callable[..., Iterable[bytes]]


@dataclass
class Ticket:
    """What a view says of its page: under which generation it is set, and which parameters it knows."""

    generation: Generation | None = None
    knows: tuple[str, ...] = ()


def of_wsgi(
    application: Application, ask: Callable[[], Generation | None], most: int, desk: str = "/admin/"
) -> Application:
    """`ask` asks the database for the generation; `most` is what a process may keep, in bytes: 0 for nothing. Pages
    below `desk` are not for everybody: none of them waits for another."""
    kept = _Answers(application, ask, Pages(most))

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        is_readers = environ["REQUEST_METHOD"] in {"GET", "HEAD"} and not environ.get("PATH_INFO", "").startswith(desk)
        return (kept if is_readers else application)(environ, start_response)

    return answer


class _Answers:
    def __init__(self, application: Application, ask: Callable[[], Generation | None], pages: Pages) -> None:
        self._application, self._ask, self._pages = application, ask, pages
        # The last generation that was asked for, under which commits, and until when that is believed. None while the
        # database is silent: it is not waited for by one request after the other.
        self._believed: tuple[Generation | None, bytes, float] = (None, b"", 0.0)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        address = _address(environ)
        page = self._kept(address, environ)
        if page is None:
            # One sets it, the others wait: a thousand readers of a story that has just changed cost one page.
            with self._pages.setting((address, environ.get("QUERY_STRING", ""))) as is_ours:
                page = None if is_ours else self._kept(address, environ)
                if page is None:
                    return self._set(address, environ, start_response)
        return _answer(page, environ, start_response)

    def _kept(self, address: Address, environ: dict[str, Any]) -> Page | None:
        key = _key(address, self._pages.known(address), environ)
        # A page that is not there costs no question: what needs no database waits for none.
        generation = self._now() if key in self._pages else None
        return self._pages.get(key, generation, time.monotonic()) if generation else None

    def _now(self) -> Generation | None:
        """The generation that readers have now; None where the database does not say."""
        generation, seen, until = self._believed
        shared = commits.of_this_host()
        asked = time.monotonic()
        if generation is None and asked < until:
            return None
        if shared and generation and asked < min(until, generation.ends) and shared.seen() == seen:
            return generation
        # Before the database is asked: what is committed after it changes the counts.
        seen = shared.seen() if shared else b""
        try:
            generation = self._ask()
        except Exception:  # noqa: BLE001 - Django will try, and say what is wrong
            self._believed = (None, b"", time.monotonic() + BELIEVED)
            return None
        if shared and not shared.sweep():
            self._believed = (generation, seen, asked + BELIEVED)
        return generation

    def _set(self, address: Address, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """As Django sets it; kept where a view of readers' pages says under which generation."""
        ticket, said = Ticket(), []
        environ = environ | {TICKET: ticket}
        answer = self._application(environ, lambda *status_and_headers: said.append(status_and_headers))
        status, headers = said[-1][:2]
        if ticket.generation is None or not status.startswith("200 ") or not _is_for_everybody(headers):
            start_response(*said[-1])
            return answer
        try:
            body = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        is_compressed = len(body) >= SMALL and (self._pages.most > 0 or validity.takes_gzip(environ))
        page = _page(headers, body, ticket.generation, is_compressed)
        self._pages.keep(_key(address, ticket.knows, environ), ticket.knows, page)
        return _answer(page, environ, start_response)


def _address(environ: dict[str, Any]) -> Address:
    """As it was sent, each part for itself, since pages name their own address with them. Django refuses a host that is
    not ours, and what it refuses is not kept."""
    return tuple(environ.get(name) for name in OF_AN_ADDRESS)


def _key(address: Address, knows: tuple[str, ...], environ: dict[str, Any]) -> Key:
    if not knows or not environ.get("QUERY_STRING"):
        return address, (None,) * len(knows)
    try:
        # As Django reads it: by another reader's rules two pages could have one key.
        given = QueryDict(environ["QUERY_STRING"].encode("latin-1"))
    except TooManyFieldsSent:
        return address, ("Django refuses it.", *knows)
    return address, tuple(given.get(name) for name in knows)


def _is_for_everybody(headers: Headers) -> bool:
    said = {name.lower(): value.lower() for name, value in headers}
    directives = {each.strip() for each in said.get("cache-control", "").split(",")}
    return "set-cookie" not in said and "vary" not in said and FOR_ONE.isdisjoint(directives)


def _page(headers: Headers, body: bytes, generation: Generation, is_compressed: bool) -> Page:
    return Page(
        headers=[(name, value) for name, value in headers if name.lower() != "content-length"],
        # Without a time or a random letter: the same page is the same bytes.
        body=gzip.compress(body, 6, mtime=0) if is_compressed else body,
        is_compressed=is_compressed,
        tag=validity.tag_of(body),
        generation=generation,
    )


def _answer(page: Page, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    as_it_is = page.is_compressed and validity.takes_gzip(environ)
    now = page.generation.now + time.monotonic() - page.generation.asked
    modified = validity.last_modified(page.generation.changed, now)
    tag = page.tag + validity.COMPRESSED if as_it_is else page.tag
    headers = [
        *page.headers,
        ("ETag", f'"{tag}"'),
        ("Last-Modified", http_date(modified[0])),
        ("Vary", "Accept-Encoding"),
    ]
    if validity.has_it(environ, page.tag, modified):
        start_response("304 Not Modified", [each for each in headers if each[0].lower() not in OF_A_BODY])
        return []
    body = page.body if as_it_is or not page.is_compressed else gzip.decompress(page.body)
    if as_it_is:
        headers.append(("Content-Encoding", "gzip"))
    start_response("200 OK", [*headers, ("Content-Length", str(len(body)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
