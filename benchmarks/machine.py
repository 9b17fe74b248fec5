"""What the figures were taken on: without it they say little."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from newsroom import launch

ROOT = Path(__file__).resolve().parent.parent
# A machine that has so much to do already, in processors, is busy.
BUSY = 0.5


def described():
    """When and on what it is measured, and what the paper and hello are served by."""
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) / 1024**2
    return (
        f"{datetime.now(UTC):%d %B %Y, %H:%M} UTC, commit {_commit()}, {len(os.sched_getaffinity(0))} processors "
        f"({_processor()}), {memory:.0f} GB, Python {platform.python_version()}. {load(os.getloadavg()[0])}\n"
        f"Paper and hello alike: gunicorn, {launch.WORKER_CLASS}, {launch.WORKERS} workers of {launch.THREADS} threads."
    )


def load(average):
    told = f"Load before it began: {average:.1f}"
    if average < BUSY:
        return f"{told}."
    return f"{told}: the machine is busy with something else, and these figures are to be taken again on a quiet one."


def _processor():
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def _commit():
    ended = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return ended.stdout.strip() or "unknown"
