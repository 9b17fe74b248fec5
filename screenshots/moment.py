"""A moment at which every clock of the demo stands, so that the same code looks the same to the pixel.

The application's clock is stopped by time-machine, PostgreSQL's by libfaketime, the browser's by Playwright. The clock
that measures how long something takes is another, and runs."""

import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from newsroom.embedded.cluster import Cluster

CLOCK = Path(__file__).resolve().parent / "clock"
SHARED_MEMORY = Path("/dev/shm")
MISSING = "libfaketime, which stops PostgreSQL’s clock, is missing: on Debian and Ubuntu, apt install faketime."
NO_MOMENT = "{} is no moment: give a day and a time of UTC, as in --at 2026-11-29T17:00."


def moment(text):
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        sys.exit(NO_MOMENT.format(text))


def of_python(at):
    """The environment of a Python process whose clock stands at this moment."""
    path = os.pathsep.join(filter(None, (str(CLOCK), os.environ.get("PYTHONPATH"))))
    return {"SCREENSHOTS_AT": at.isoformat(), "PYTHONPATH": path}


@contextmanager
def database(folder, at):
    """A server whose clock stands. The launcher, which finds that it answers, starts no other."""
    cluster = Cluster(folder / "postgres")
    # For PostgreSQL alone: Python cannot sleep under libfaketime 0.9.10.
    with mock.patch.dict(os.environ, of_postgres(at)):
        cluster.start()
    try:
        yield
    finally:
        cluster.stop()
        clear_up()


def of_postgres(at):
    return {
        "LD_PRELOAD": library(),
        "TZ": "UTC",
        "FAKETIME": f"{at:%Y-%m-%d %H:%M:%S}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "NO_FAKE_STAT": "1",
    }


def library():
    """Where libfaketime is, as its own command says."""
    try:
        told = subprocess.run(["faketime", "-f", "+0", "printenv", "LD_PRELOAD"], capture_output=True, text=True)
    except FileNotFoundError:
        sys.exit(MISSING)
    return told.stdout.strip() or sys.exit(MISSING)


def clear_up():
    """A process under libfaketime that becomes another leaves two small files behind, named by its number."""
    for path in SHARED_MEMORY.glob("*faketime_s*_*"):
        if not Path("/proc", path.name.rpartition("_")[2]).exists():
            path.unlink(missing_ok=True)
