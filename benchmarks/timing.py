"""The demo paper, and the same with an archive, timed page by page: readers' pages, then the desk's.

Times say as much about the machine as about us. What counts is how they compare: with ten thousand stories a page
should cost what it costs with fifty."""

import statistics
import sys
import time

from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings, setup_databases, teardown_databases

from articles.models import Edition, Publication, Story, User
from benchmarks import desk, hearing, ledger
from benchmarks.pages import pages

STORIES = 10_000
ROUNDS = 25


# As deployed: readers' pages over their own connection.
@override_settings(READERS_ALIAS="readers", ALLOWED_HOSTS=["testserver"])
def run(stories):
    # Not the tests' own, so that both can run at once.
    connections["default"].settings_dict["TEST"]["NAME"] = "benchmark"
    made = setup_databases(verbosity=0, interactive=False)
    try:
        call_command("load_demo", stdout=sys.stderr)
        few, few_at_the_desk = measured(), measured_at_the_desk()
        call_command("make_archive", stories=stories)
        show(few, measured())
        show(few_at_the_desk, measured_at_the_desk())
        show_ledger()
        show_hearing()
    finally:
        connections.close_all()
        teardown_databases(made, verbosity=0)


def measured():
    """How many stories are live, and for each page (milliseconds, queries)."""
    edition, client = Edition.objects.get(is_default=True), Client()
    found = {name: measure(client, path, "readers") for name, path in pages(edition).items()}
    return Publication.objects.live().count(), found


def measured_at_the_desk():
    """How many stories there are, and the same for each page of a chief."""
    client = Client()
    client.force_login(User.objects.get(username="chief"))
    every = [page for pages in desk.pages().values() for page in pages.items()]
    return Story.objects.count(), {name: measure(client, address, "default") for name, address in every}


def measure(client, path, alias):
    """Milliseconds, the median of some rounds, and how often the page asks over this connection."""
    with CaptureQueriesContext(connections[alias]) as queries:
        assert client.get(path).status_code == 200, path
    asked = len(queries)  # now: the next request empties the log
    return 1000 * statistics.median(timed(client, path) for _ in range(ROUNDS)), asked


def timed(client, path):
    began = time.perf_counter()
    client.get(path)
    return time.perf_counter() - began


def show(few, many):
    """A table: each page with few stories and with many, and how the times compare."""
    say("page", "queries", f"ms at {few[0]:,}", f"ms at {many[0]:,}", "ratio")
    for name, (milliseconds, queries) in many[1].items():
        before = few[1][name][0] if name in few[1] else milliseconds
        say(name, queries, f"{before:.1f}", f"{milliseconds:.1f}", f"{milliseconds / before:.2f}")


def show_ledger():
    """The ledger's answer for a long text, beside a small answer of the desk."""
    client = Client()
    client.force_login(User.objects.get(username="chief"))
    say("answered", "", "ms", "× a small answer")
    for name, milliseconds, times in ledger.rows(client):
        say(name, "", f"{milliseconds:.1f}", f"{times:.1f}")


def show_hearing():
    """The same for quotations that are compared with evidence, by its length in words."""
    say("compared", "", f"ms at {hearing.FEWER:,}", f"ms at {hearing.MANY:,}", "ratio")
    for name, few, many in hearing.rows():
        say(name, "", f"{few:.1f}", f"{many:.1f}", f"{many / few:.2f}")


def say(page, *columns):
    sys.stdout.write(f"{page:36}" + "".join(f"{column:>14}" for column in columns) + "\n")
