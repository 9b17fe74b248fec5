"""What processes have used of the machine, as Linux tells it in /proc: processor time and memory of whole trees."""

import os
import re
import time
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
# In seconds: who has used nothing for so long is at rest, and so long is waited for that.
QUIET, PATIENCE = 0.1, 20


class Process(NamedTuple):
    """A process, with the ticks that it has used itself and those of its children that have ended."""

    parent: int
    own: int
    ended: int


def read(proc=PROC):
    """All processes by their number."""
    return {int(folder.name): found for folder in proc.glob("[0-9]*") if (found := _process(folder))}


def _process(folder):
    try:
        told = (folder / "stat").read_text(errors="replace")
    except OSError:
        return None  # It has ended since.
    # The name stands in brackets, and may have brackets and blanks of its own.
    fields = told.rpartition(")")[2].split()
    return Process(int(fields[1]), int(fields[11]) + int(fields[12]), int(fields[13]) + int(fields[14]))


def tree(roots, processes):
    """The numbers of these processes and of all that they have started."""
    found = set()
    further = set(roots) & processes.keys()
    while further:
        found |= further
        further = {number for number, process in processes.items() if process.parent in further} - found
    return found


def seconds(roots, proc=PROC):
    """The processor time that the trees have used so far: that of a backend which has ended is with who started it."""
    processes = read(proc)
    return sum(processes[number].own + processes[number].ended for number in tree(roots, processes)) / TICKS


def seconds_at_rest(roots):
    """The same as soon as none of them works any more: what was asked at the very end is still being answered."""
    deadline = time.monotonic() + PATIENCE
    used = seconds(roots)
    while time.monotonic() < deadline:
        time.sleep(QUIET)
        before, used = used, seconds(roots)
        if used == before:
            break
    return used


def megabytes(roots, proc=PROC):
    """The memory of the trees, what they share counted once (PSS)."""
    kilobytes = (_kilobytes(proc / str(number)) for number in tree(roots, read(proc)))
    return sum(kilobytes) / 1024


def _kilobytes(folder):
    try:
        return int(re.search(r"^Pss:\s+(\d+) kB", (folder / "smaps_rollup").read_text(), re.M)[1])
    except OSError:
        return 0
