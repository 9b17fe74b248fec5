"""Who of this host's processes is committing: a file that they map, with a count for each.

A count is odd while its process commits, and another than before when it has. So a process that has asked the database
for the generation need not ask again while all counts are even and as they were. One that was killed while it committed
leaves an odd count: then all ask each time, which is slower and right, until its slot is swept.
"""

import fcntl
import logging
import mmap
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)
SLOTS, WIDTH = 512, 8
# How long, in seconds, the database may still be at the last words of a process that is gone.
LAST_WORDS = 10
_opening = threading.Lock()


class Commits:
    """The counts. A slot belongs to the process that has locked its first byte, and is free when that is gone."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        # Its place on the disk is taken now: on a full one, a map of a file that has none would end the process.
        os.posix_fallocate(self._file, 0, SLOTS * WIDTH)
        self._map = mmap.mmap(self._file, SLOTS * WIDTH)
        self._lock = threading.Lock()
        self._slot: int | None = None
        self._owner = self._committing = 0
        self._gone_since: dict[int, float] = {}

    def seen(self) -> bytes:
        """All counts, as they are."""
        return self._map[:]

    @contextmanager
    def commit(self) -> Iterator[None]:
        """Around each commit: before it others are told to ask the database, after it that they may trust it again."""
        self._step(+1)
        try:
            yield
        finally:
            self._step(-1)

    def _step(self, by: int) -> None:
        with self._lock:
            if self._owner != os.getpid():
                self._slot, self._owner, self._committing = self._claim(), os.getpid(), 0
            self._committing += by
            # The first of this process's threads that commits makes it odd, the last one even.
            if (by, self._committing) in {(1, 1), (-1, 0)} and self._slot is not None:
                self._count(self._slot)

    def _count(self, slot: int) -> None:
        place = slice(slot * WIDTH, (slot + 1) * WIDTH)
        self._map[place] = (int.from_bytes(self._map[place], "little") + 1).to_bytes(WIDTH, "little")

    def _claim(self) -> int | None:
        for slot in range(SLOTS):
            if not self._is_odd(slot) and self._take(slot):
                return slot
        # Others learn of this process's commits within a second all the same.
        logger.warning("More than %d processes share the page cache of this host.", SLOTS)
        return None

    def _take(self, slot: int) -> bool:
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, slot * WIDTH)
        except OSError:
            return False
        return True

    def _is_odd(self, slot: int) -> bool:
        return bool(self._map[slot * WIDTH] & 1)

    def sweep(self) -> bool:
        """Whether somebody is committing. Counts of processes that are long gone are made even."""
        odd = [slot for slot in range(SLOTS) if self._is_odd(slot)]
        with self._lock:
            for slot in odd:
                if slot != self._slot and self._take(slot):
                    if time.monotonic() - self._gone_since.setdefault(slot, time.monotonic()) > LAST_WORDS:
                        self._count(slot)
                        del self._gone_since[slot]
                    fcntl.lockf(self._file, fcntl.LOCK_UN, 1, slot * WIDTH)
                else:
                    self._gone_since.pop(slot, None)
        return bool(odd)


@cache
def of_this_host() -> Commits | None:
    """None where the file cannot be: then nothing is kept without asking the database each time."""
    try:
        with _opening:
            settings.VAR.mkdir(parents=True, exist_ok=True)
            return _at(settings.VAR / "committing")
    except OSError as error:
        logger.warning("The page cache has no file to share (%s): each page asks the database.", error.strerror)
        return None


@cache
def _at(path: Path) -> Commits:
    """One of a process: the locks of a second would go for the first one's, and with either all are gone."""
    return Commits(path)
