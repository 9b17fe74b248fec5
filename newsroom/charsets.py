"""In which letters a request is read: UTF-8, as our pages ask for and every browser sends."""

import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

_BOUNDARY = re.compile(r';\s*(boundary=(?:"[^"]*"|[^";\s]*))', re.IGNORECASE)


def plain(content_type: str) -> str:
    """Its kind and its boundary. Other letters that it names are not believed.

    Python knows some that are none ("hex"), some that only fail ("undefined"), and some that make of a text what can be
    written nowhere ("unicode_escape"); Django asks for them before any view of ours.
    """
    kind, _semicolon, _more = content_type.partition(";")
    boundary = _BOUNDARY.search(content_type)
    return f"{kind}; {boundary[1]}" if boundary else kind


def of_wsgi(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return application(environ | {"CONTENT_TYPE": plain(environ.get("CONTENT_TYPE", ""))}, start_response)

    return answer


def of_asgi(application: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    async def answer(scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]) -> None:
        headers = [
            (name, plain(value.decode("latin-1")).encode("latin-1") if name.lower() == b"content-type" else value)
            for name, value in scope.get("headers", ())
        ]
        await application(scope | {"headers": headers}, receive, send)

    return answer
