"""`python -m benchmarks [stories]`: the demo paper, and the same with an archive, timed page by page.

Times say as much about the machine as about us. What counts is how they compare: a page should cost with ten thousand
stories what it costs with twenty."""

import statistics
import sys
import time

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings, setup_databases, teardown_databases

ROUNDS = 15
STORIES = 10_000


def main(stories):
    # Models, and what imports them, can only be loaded once Django is set up.
    from articles.models import Edition  # noqa: PLC0415
    from benchmarks.pages import pages  # noqa: PLC0415

    call_command("load_demo", stdout=sys.stderr)
    edition = Edition.objects.get(is_default=True)
    few = {name: measure(path) for name, path in pages(edition).items()}
    call_command("make_archive", stories=stories)
    many = {name: measure(path) for name, path in pages(edition).items()}
    show(stories, few, many)


def measure(path):
    """Milliseconds that the page takes, the median of some rounds, and how many queries it makes."""
    client = Client()
    times = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        assert client.get(path).status_code == 200, path
        times.append(time.perf_counter() - began)
    with CaptureQueriesContext(connections["readers"]) as queries:
        client.get(path)
    # The first one loads templates and opens the connection.
    return 1000 * statistics.median(times[1:]), len(queries)


def show(stories, few, many):
    say(f"{'page':22}{'queries':>8}{'demo, ms':>12}{f'with {stories:,} more, ms':>24}{'ratio':>8}")
    for name, (milliseconds, queries) in many.items():
        before = few.get(name, (milliseconds, queries))[0]
        say(f"{name:22}{queries:8}{before:12.1f}{milliseconds:24.1f}{milliseconds / before:8.2f}")


def say(line):
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    django.setup()
    from tests import database

    database.prepare()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        # As deployed: readers' pages over their own connection, templates and all.
        with override_settings(READERS_ALIAS="readers", DEBUG=False, ALLOWED_HOSTS=["testserver"]):
            main(int(sys.argv[1]) if len(sys.argv) > 1 else STORIES)
    finally:
        teardown_databases(made, verbosity=0)
        database.release()
