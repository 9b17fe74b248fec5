"""Whether a reader has a page already: RFC 9110, sections 8.8 and 13."""

from hashlib import blake2b
from typing import Any

from django.utils.http import parse_etags, parse_http_date_safe

# The same page, compressed, is another sequence of bytes: its tag says so, and means the same to us.
COMPRESSED = "-gz"


def tag_of(body: bytes) -> str:
    """The same on each host, before and after a restart, and another one when a single letter is."""
    return blake2b(body, digest_size=12).hexdigest()


def last_modified(changed: float, now: float) -> tuple[int, bool]:
    """Seconds since 1970, and whether one may go by them. In the second of a change another may follow: until it is
    over a page is as old as the second before, and nobody is told that they have it."""
    second = int(changed)
    return (second, True) if now >= second + 1 else (second - 1, False)


def has_it(environ: dict[str, Any], tag: str, modified: tuple[int, bool]) -> bool:
    """Whether the reader who asks has the page with this tag. It is compared weakly, and a date only without one."""
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        return not {"*", f'"{tag}"', f'"{tag}{COMPRESSED}"'}.isdisjoint(
            each.removeprefix("W/") for each in parse_etags(tags)
        )
    seconds, is_sure = modified
    said = environ.get("HTTP_IF_MODIFIED_SINCE")
    since = parse_http_date_safe(said) if said and is_sure else None
    return since is not None and since >= seconds


def takes_gzip(environ: dict[str, Any]) -> bool:
    said = {}
    for each in environ.get("HTTP_ACCEPT_ENCODING", "").lower().split(","):
        name, _semicolon, quality = each.partition(";")
        said[name.strip()] = quality.replace(" ", "").rstrip("0.") != "q="
    # What is said of all others is not said of the one that is named.
    return said.get("gzip", said.get("*", False))
