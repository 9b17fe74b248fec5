"""What a process keeps: pages with their headers, compressed as readers take them, at most so many bytes, least used
first out."""

import sys
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

Headers = list[tuple[str, str]]
# Scheme, host and path, in their parts; and of the parameters that the page knows the values, in its order.
Address = tuple[str | None, ...]
Key = tuple[Address, tuple[str | None, ...]]
# What an entry takes beside its body, its headers and its key, in bytes: measured, and rounded up.
AROUND = 2048
# How long, in seconds, one waits for another who is setting the same page.
PATIENCE = 10


class Generation(Protocol):
    """As `articles.wall.generation` has it: `ends` and `asked` are of this host's steady clock, `changed` and `now` of
    the database's, in seconds."""

    number: int
    ends: float
    changed: float
    now: float
    asked: float


@dataclass(frozen=True)
class Page:
    """A page as it was set under one generation."""

    headers: Headers
    body: bytes
    is_compressed: bool
    tag: str
    generation: Generation

    @property
    def size(self) -> int:
        return AROUND + len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


class Pages:
    """All that a process keeps. Safe for its threads."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        # What the pages at an address know of parameters, and how many of them are kept.
        self._known: dict[Address, tuple[tuple[str, ...], int]] = {}
        self._being_set: dict[object, threading.Event] = {}
        self._lock = threading.Lock()

    def __contains__(self, key: Key) -> bool:
        return key in self._pages

    def known(self, address: Address) -> tuple[str, ...]:
        found = self._known.get(address)
        return found[0] if found else ()

    def get(self, key: Key, generation: Generation, now: float) -> Page | None:
        """The page, where it is still true in that generation: a moment has come, too, where a clock was set on or a
        machine has slept, and the steady one did not see it."""
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            of = page.generation
            if (of.number, of.changed) != (generation.number, generation.changed) or now >= of.ends:
                self._drop(key)
                return None
            self._pages.move_to_end(key)
            return page

    def keep(self, key: Key, knows: tuple[str, ...], page: Page) -> None:
        with self._lock:
            if key in self._pages:
                self._drop(key)
            if _size(key, page) > self.most:
                return
            self._pages[key] = page
            self.size += _size(key, page)
            self._known[key[0]] = (knows, self._known.get(key[0], (knows, 0))[1] + 1)
            while self.size > self.most:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: Key) -> None:
        self.size -= _size(key, self._pages.pop(key))
        knows, number = self._known[key[0]]
        if number > 1:
            self._known[key[0]] = (knows, number - 1)
        else:
            del self._known[key[0]]

    @contextmanager
    def setting(self, what: object) -> Iterator[bool]:
        """Whether it is ours to set this page: otherwise it has been set by now, or whoever was at it is slow."""
        if not self.most:
            yield True
            return
        with self._lock:
            others = self._being_set.get(what)
            ours = self._being_set.setdefault(what, threading.Event()) if others is None else None
        if others is not None:
            others.wait(PATIENCE)
            yield False
            return
        try:
            yield True
        finally:
            with self._lock:
                del self._being_set[what]
            if ours is not None:
                ours.set()


def _size(key: Key, page: Page) -> int:
    """A port may be any number, with any zeros before it: a key may be longer than its page."""
    return page.size + sum(sys.getsizeof(each) for part in key for each in part)
