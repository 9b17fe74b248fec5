"""The processes of a browser, and their end."""

import os
import signal
from contextlib import suppress
from pathlib import Path


def kill(profile):
    """End the browser's process, as a crash or a dead battery does."""
    pids = [pid for pid, told in processes() if f"--user-data-dir={profile}" in told and "--type=" not in told]
    assert pids
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def processes():
    """What runs on this machine: (number, command line)."""
    for told in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            yield int(told.parent.name), told.read_bytes().replace(b"\0", b" ").decode(errors="replace")
