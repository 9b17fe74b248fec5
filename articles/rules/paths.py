"""Addresses as people write and paste them, read: in capitals, encoded once more, with what others hung on them."""

import re
import unicodedata
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import unquote

from articles.text import folding

# A browser, a mail program and a form may each have encoded it once more.
MOST_TIMES_ENCODED = 4
LONGEST = 4_000
_OF_STORY = re.compile(r"(?:/([a-z]{2,3}))?/(\d{4}/\d\d/\d\d)/([^\s/?#&\"'<>]{1,300})")
_AT_DESK = re.compile(r"/admin/articles/story/(\d{1,18})/")


class StoryAddress(NamedTuple):
    """The address of a story: the language of its edition (none: the default one), its day and its slug."""

    language: str
    day: date
    slug: str


def decoded(text: str) -> str:
    for _time in range(MOST_TIMES_ENCODED):
        text = unquote(text, errors="replace")
    return text


def as_written(part: str) -> str:
    """A part of an address as we write it: composed, in small letters and our own digits; empty where no address of
    ours has such a part."""
    lower = unicodedata.normalize("NFC", decoded(part)).lower().replace("i\u0307", "i")
    return folding.in_our_digits(lower) if folding.is_slug(lower) else ""


def of_story(typed: str) -> StoryAddress | None:
    """The story's address in what was typed, whatever stands before and behind it: a host, a tracker, a headline."""
    lower = folding.in_our_digits(decoded(typed[:LONGEST]).lower())
    found = _OF_STORY.search(lower if "/" in lower[:1] else f"/{lower}")
    slug = found and as_written(found[3].rstrip(".,;:!)]»”’"))
    if not found or not slug:
        return None
    try:
        return StoryAddress(found[1] or "", datetime.strptime(found[2], "%Y/%m/%d").date(), slug)
    except ValueError:
        return None


def at_desk(typed: str) -> int | None:
    """The number of the story whose page of the desk has this address."""
    found = _AT_DESK.search(decoded(typed[:LONGEST]).lower())
    return int(found[1]) if found else None
