"""The tables, the static files and the demo: what `make run` does before it serves, in a process that then ends.

What loading needed in memory goes with it. The launcher, which stays as long as the paper is served, stays small.
"""

import signal
import sys

import django
from django.conf import settings
from django.core.management import CommandError, call_command

from newsroom import databases
from newsroom.environment import CannotStart
from newsroom.launch import say, stop
from newsroom.staticfiles import fingerprint


def main() -> None:
    signal.signal(signal.SIGTERM, stop)
    try:
        prepare()
    except KeyboardInterrupt:
        # The launcher asked for it, and says what is to be said.
        sys.exit(128 + signal.SIGTERM)
    except (CannotStart, CommandError) as reason:
        sys.exit(str(reason))


def prepare() -> None:
    django.setup()
    say("Bringing the tables up to date …")
    call_command("migrate", verbosity=0, interactive=False)
    collect_static()
    if settings.DEMO:
        call_command("load_demo")
    databases.close_pools()


def collect_static() -> None:
    """Once for each state of the files: compressing them is half the time of a start."""
    mark = settings.STATIC_ROOT / ".collected"
    now = fingerprint()
    if not mark.exists() or mark.read_text() != now:
        say("Collecting static files …")
        call_command("collectstatic", verbosity=0, interactive=False)
        mark.write_text(now)


if __name__ == "__main__":
    main()
