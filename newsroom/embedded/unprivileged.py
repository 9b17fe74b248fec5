"""As whom PostgreSQL runs: as ourselves or, since it refuses to serve as root, as somebody harmless."""

import os
import pwd
import stat
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsroom.environment import CannotStart

# Root outside, nobody in particular inside: files stay root's and no folder has to be opened to anyone.
NAMESPACE = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
SYSTEM_USERS = ("postgres", "nobody")


class Runner(NamedTuple):
    """What to put in front of a command, and to whom the files belong that it makes."""

    prefix: tuple[str, ...]
    uid: int
    gid: int


@cache
def runner(program: Path) -> Runner:
    """The first way of running this program that works here."""
    if os.geteuid() != 0:
        return Runner((), os.geteuid(), os.getegid())
    for candidate in _stand_ins():
        # Through a shell: the stand-in itself may still open what whoever it stands in for may not.
        if _runs([*candidate.prefix, "sh", "-c", 'exec "$0" --version', str(program)]):
            return candidate
    raise CannotStart(
        "PostgreSQL refuses to run as root, and here root can neither make a user namespace nor hand "
        f"{program} to another user: start as an ordinary user, or set DATABASE_URL."
    )


def _stand_ins() -> Iterator[Runner]:
    yield Runner(NAMESPACE, 0, 0)
    for user in pwd.getpwall():
        if user.pw_name in SYSTEM_USERS:
            drop = ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
            yield Runner(drop, user.pw_uid, user.pw_gid)


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def private(folder: Path, owner: Runner) -> None:
    """Make the folder, or make sure that it is the owner's and closed to everybody else."""
    try:
        _make(folder, owner)
        found = folder.lstat()
    except OSError as error:
        raise CannotStart(
            f"{folder} cannot be used ({error.strerror}): make its parent writable, or point NEWSROOM_VAR elsewhere."
        ) from error
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner.uid:
        raise CannotStart(
            f"{folder} belongs to {_name(found.st_uid)}: start as that user, or point NEWSROOM_VAR at another folder."
        )
    if stat.S_IMODE(found.st_mode) & 0o077:
        raise CannotStart(f"{folder} is open to other users: close it with chmod 700 '{folder}'.")


def _make(folder: Path, owner: Runner) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return
    os.chown(folder, owner.uid, owner.gid)


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
