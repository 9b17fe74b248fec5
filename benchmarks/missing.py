"""What a machine lacks for the benchmark: a sentence each, with what to do about it."""

import shutil
import sys
from pathlib import Path

NOT_LINUX = (
    "make bench reads processor time from /proc, which only Linux has: run it there, in a container for example."
)
NO_WRK = (
    "make bench asks for pages with wrk, which is not installed: install it (on Debian and Ubuntu, apt install wrk)."
)
NO_NGINX = "nginx is not installed: its row is left out (on Debian and Ubuntu, apt install nginx-light)."
NO_ROOM = (
    "{stories:,} stories need {needed:.0f} GB for as long as it runs, and {folder} has {free:.0f}: make room there."
)
# Of a story with all that hangs on it and its indexes, and of what PostgreSQL writes beside it.
BYTES = 40_000
GIGABYTE = 10**9


def program(name):
    """Where it is; Debian keeps nginx where only root looks."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


def needed(platform=sys.platform, proc=Path("/proc/self/smaps_rollup"), find=program):
    """Why it cannot be measured here; empty where it can."""
    if platform != "linux" or not proc.exists():
        return NOT_LINUX
    return "" if find("wrk") else NO_WRK


def wanted(find=program):
    """What is measured without."""
    return "" if find("nginx") else NO_NGINX


def room(stories, folder, free=lambda folder: shutil.disk_usage(folder).free):
    """Why so many stories cannot be kept there; empty where they can."""
    most, left = stories * BYTES / GIGABYTE, free(folder) / GIGABYTE
    return NO_ROOM.format(stories=stories, needed=most, folder=folder, free=left) if most > left else ""
