"""One process at a time. The system lets go of a lock when its holder ends, however that ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from newsroom.environment import CannotStart


@contextmanager
def locked(path: Path, *, otherwise: str = "") -> Iterator[IO[str]]:
    """Wait for the lock; or, given what to say otherwise, do not wait."""
    with lock_file(path) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (fcntl.LOCK_NB if otherwise else 0))
        except BlockingIOError as error:
            raise CannotStart(otherwise) from error
        yield handle


def lock_file(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a")
    except OSError as error:
        raise CannotStart(
            f"{path} cannot be written ({error.strerror}): start as its owner, or point NEWSROOM_VAR elsewhere."
        ) from error
