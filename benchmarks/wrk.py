"""wrk, which asks for pages as fast as they are answered: what it is told, and what it says."""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from newsroom import launch

WALK = Path(__file__).with_name("walk.lua")
# As many readers at once as the paper answers at once: nobody stands in a queue.
CONNECTIONS = launch.WORKERS * launch.THREADS
# A page as a proxy asks for it that ends TLS; and as one asks that lets the paper compress it.
HEADERS = {"X-Forwarded-Proto": "https"}
GZIP = {"Accept-Encoding": "gzip"}


class BadAnswer(Exception):
    """Something else than the page was answered: its time is no page's."""


class Answered(NamedTuple):
    requests: int
    refused: int


def ask(url, seconds, walk=(), headers=HEADERS):
    """How many requests were answered in so many seconds; `walk` names a file of addresses and where in it to begin."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s"]
    command += [part for name, value in headers.items() for part in ("--header", f"{name}: {value}")]
    command += ["--script", str(WALK), url, "--", *map(str, walk)] if walk else [url]
    ended = subprocess.run(command, capture_output=True, text=True)
    answered = parse(ended.stdout + ended.stderr)
    if answered.refused:
        raise BadAnswer(f"{url}: {answered.refused} of {answered.requests} answers were errors.")
    return answered


def parse(said):
    """What wrk says at its end."""
    requests = re.search(r"(\d+) requests in", said)
    if not requests:
        raise BadAnswer(f"wrk has measured nothing: {said.strip()}")
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return Answered(int(requests[1]), int(refused[1]) if refused else 0)
