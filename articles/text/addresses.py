"""Addresses as they were meant: out of the go-betweens that wrapped them, without what follows a reader about.

All else in an address is somebody else's, and stays byte for byte. Nothing is fetched: what a go-between keeps to
itself (t.co, bit.ly) stays as it is.
"""

import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

from articles.text.go_betweens import GO_BETWEENS, OF_ONE_SITE, TRACKERS, GoBetween

# Longer ones are nobody's to read. One may be wrapped in another, and that in another: each time it becomes shorter.
LONGEST = 4_000
_HTTP = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_TRACKER = re.compile("|".join(TRACKERS), re.IGNORECASE)
_OF_ONE_SITE = [(re.compile(host), re.compile(names, re.IGNORECASE)) for host, names in OF_ONE_SITE]
_EMAIL = re.compile(r"[^\s@/&=|]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_BASE64 = re.compile(r"[\w+/-]{12,}={0,2}")
# An address in a text. What stands at its end belongs to the sentence.
_PARTS_A_TEXT = re.compile(r"[\s<>\"“”«»]")
_IN_TEXT = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_OF_THE_SENTENCE = ".,;:!?…'’)]}،؛؟*_"


class _Parts(NamedTuple):
    """An address, taken apart and put together again without a change."""

    before: str
    query: str | None
    fragment: str | None

    def together(self) -> str:
        query = "" if self.query is None else f"?{self.query}"
        return self.before + query + ("" if self.fragment is None else f"#{self.fragment}")


def untracked(url: str) -> str:
    """The address itself: not the one that a go-between wrapped around it, nor what names who received it."""
    if len(url) > LONGEST or not _is_one(url):
        return url
    while inside := _inside(url):
        url = _PARTS_A_TEXT.sub(lambda sign: quote(sign[0]), inside)
    return _without_trackers(url)


def _is_one(url: str) -> bool:
    try:
        return bool(_HTTP.match(url) and urlsplit(url).hostname)
    except ValueError:
        return False


def in_text(text: str) -> str:
    """A plain text in which addresses stand, each as it was meant."""
    return _IN_TEXT.sub(_meant, text)


def alone(text: str) -> str | None:
    """The address that `text` is, if it is one and nothing else."""
    bare = text.strip()
    return bare if _IN_TEXT.fullmatch(bare) and _HTTP.match(bare) and len(bare) <= LONGEST else None


def _meant(found: re.Match[str]) -> str:
    url = found[0].rstrip(_OF_THE_SENTENCE)
    return untracked(url) + found[0][len(url) :]


def _inside(url: str) -> str | None:
    """What a go-between's address wraps; None if it is nobody's, or wraps nothing that can be read."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    for each in GO_BETWEENS:
        if re.fullmatch(each.host, host) and re.match(each.path, parts.path):
            found = (_READ[each.how](url, each) or "").strip()
            return found if len(found) < len(url) and _is_one(found) else None
    return None


def _said(url: str, name: str) -> str | None:
    """What a query says of a name, as it is written."""
    for part in (_apart(url).query or "").split("&"):
        said, equals, value = part.partition("=")
        if equals and said.lower() == name:
            return value
    return None


def _parameter(url: str, wrapped: GoBetween) -> str | None:
    values = (_said(url, name) for name in wrapped.names)
    return next((whole for value in values if value and _HTTP.match(whole := _decoded(value))), None)


def _decoded(value: str) -> str:
    """A value without its percent signs. Bytes that are no letters of UTF-8 keep theirs: they are somebody's own."""
    letters = unquote_to_bytes(value).decode(errors="surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda byte: f"%{ord(byte[0]) - 0xDC00:02X}", letters)


def _dashed(url: str, wrapped: GoBetween) -> str | None:
    value = _said(url, wrapped.names[0])
    return value and _decoded(value.replace("-", "%").replace("_", "/"))


def _starred(url: str, _wrapped: GoBetween) -> str | None:
    """What stands between two lines, with each sign that was taken out of it (`*`, or `**` and how many) put back."""
    found = re.search(r"/v3/__(.+?)__;([\w-]*)(?:!|$)", url)
    if not found:
        return None
    taken = iter(_from_base64(found[2]) or "")
    counted = re.compile(r"\*\*([A-Za-z0-9_-])|\*")
    whole = counted.sub(lambda star: "".join(next(taken, "") for _each in range(_run(star[1]))), found[1])
    return re.sub(r"^(https?:/)(?!/)", r"\1/", whole)


def _run(letter: str | None) -> int:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return letters.index(letter) + 2 if letter else 1


def _base64(url: str, wrapped: GoBetween) -> str | None:
    values = (_said(url, name) for name in wrapped.names)
    return next((_from_base64(value.removeprefix("a1")) or _from_base64(value) for value in values if value), None)


def _in_json(url: str, _wrapped: GoBetween) -> str | None:
    said = _from_base64(_apart(url).before.rpartition("/")[2])
    found = re.search(r'"e":"(https?://[^"\\]+)"', said or "")
    return found and found[1]


def _in_path(url: str, _wrapped: GoBetween) -> str | None:
    found = re.search(r"/(https?(?:%3a|:)(?:%2f|/)[^/?#]+)", url, re.IGNORECASE)
    return found and _decoded(found[1])


def _whole_query(url: str, _wrapped: GoBetween) -> str | None:
    return _decoded(url.partition("?")[2])


def _yahoo(url: str, _wrapped: GoBetween) -> str | None:
    found = re.search(r"/RU=([^/]+)/", url)
    return found and _decoded(found[1])


_READ: dict[str, Callable[[str, GoBetween], str | None]] = {
    "parameter": _parameter,
    "dashed": _dashed,
    "starred": _starred,
    "base64": _base64,
    "json": _in_json,
    "path": _in_path,
    "query": _whole_query,
    "yahoo": _yahoo,
}


def _from_base64(value: str) -> str | None:
    try:
        bare = unquote(value).replace("+", "-").replace("/", "_").rstrip("=")
        return urlsafe_b64decode(bare + "=" * (-len(bare) % 4)).decode()
    except ValueError:
        return None


def _apart(url: str) -> _Parts:
    before, hash_, fragment = url.partition("#")
    bare, mark, query = before.partition("?")
    return _Parts(bare, query if mark else None, fragment if hash_ else None)


def _without_trackers(url: str) -> str:
    parts = _apart(url)
    known = _known_to(parts.before)
    if parts.query is not None:
        parts = parts._replace(query=_kept(parts.query, known))
    # Some write their trackers behind the mark of a place in the page.
    if parts.fragment is not None and "=" in parts.fragment and not parts.fragment.startswith((":~:", "!", "/")):
        parts = parts._replace(fragment=_kept(parts.fragment, known))
    return parts.together()


def _known_to(before: str) -> list[re.Pattern[str]]:
    host = before.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    return [_TRACKER, *(names for pattern, names in _OF_ONE_SITE if pattern.fullmatch(host))]


def _kept(query: str, known: list[re.Pattern[str]]) -> str | None:
    """What a query says without trackers and recipients; None where nothing is left of it."""
    said = query.split("&")
    kept = [part for each in said for part in _without(each, known)]
    return query if kept == said else "&".join(kept) if any(kept) else None


def _without(part: str, known: list[re.Pattern[str]]) -> Iterator[str]:
    """What stays of a part of a query. A semicolon may part it once more."""
    first, *others = re.split(r";(?=[\w.~%-]+=)", part) if ";" in part else [part]
    kept = [each for each in (first, *others) if not _follows(each, known)]
    if kept or not part:
        yield ";".join(kept)


def _follows(part: str, known: list[re.Pattern[str]]) -> bool:
    """Whether a part of a query says where a reader came from, or who a mail was sent to."""
    name, _equals, value = part.partition("=")
    plain = unquote(name)
    if any(pattern.fullmatch(plain) for pattern in known):
        return True
    said = unquote(unquote(value))
    coded = _from_base64(value) if _BASE64.fullmatch(unquote(value)) else None
    return bool(_EMAIL.search(said) or (coded and _EMAIL.fullmatch(coded)))
