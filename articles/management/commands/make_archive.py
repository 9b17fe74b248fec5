"""`manage.py make_archive --stories N`: fill a trial paper with synthetic stories, to see that it stays quick."""

import argparse
import time
from itertools import islice

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.actions import declaring, events, locking
from articles.models import Verb
from articles.rules.numbers import number
from articles.samples import filing, inventing, stock

# A transaction each; whole tens, so that no sibling is parted from its story.
BATCH = 500
BAR = 30


class Command(BaseCommand):
    help = "Fill a trial paper with synthetic published stories, marked as imports, spread over the last ten years."

    def add_arguments(self, parser):
        parser.add_argument("--stories", type=whole_number, required=True, metavar="N", help="how many")
        parser.add_argument("--seed", type=int, default=1, help="the same seed invents the same stories")

    def handle(self, *, stories, seed, verbosity, **options):
        if not settings.IS_TRIAL:
            raise CommandError("This is a real paper: synthetic stories go only where DEMO=1 or DEBUG=1 is set.")
        found, now = self.begin(stories, seed)
        invented = inventing.stories(seed, stories, now, list(found.desks))
        progress = Progress(self.stderr if verbosity else None, stories)
        while batch := list(islice(invented, BATCH)):
            filing.file(batch, found)
            progress.add(len(batch))
        count_rows()

    @declaring.command("make_archive")
    def begin(self, stories, seed):
        """What the stories will hang on, and the event: whatever comes to stand, it says where from."""
        try:
            found, now = stock.take(), locking.clock()
        except stock.NothingToHangOn as error:
            raise CommandError("No edition has a section yet: load the fixtures first (load_demo).") from error
        events.record(Verb.IMPORTED, by=None, at=now, note=f"make_archive: {stories:,} synthetic stories, seed {seed}")
        return found, now


class Progress:
    """A bar that is drawn over itself on a terminal; elsewhere, a line for each tenth."""

    def __init__(self, out, total):
        self.out, self.total, self.done, self.began = out, total, 0, time.monotonic()

    def add(self, count):
        before, self.done = self.done, self.done + count
        if self.out is None:
            return
        is_terminal, is_last = self.out.isatty(), self.done == self.total
        if is_terminal or self.done * 10 // self.total > before * 10 // self.total:
            self.out.write(self.line(), str, "\r" if is_terminal and not is_last else "\n")

    def line(self):
        bar = "█" * (BAR * self.done // self.total)
        pace = self.done / (time.monotonic() - self.began)
        return f"{bar:░<{BAR}} {self.done:,} of {self.total:,} stories, {pace:,.0f} a second"


def count_rows():
    """Let PostgreSQL's planner count the rows of all tables: those as small as the sections it never counts by
    itself."""
    tables = [model._meta.db_table for model in apps.get_app_config("articles").get_models()]
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")


def whole_number(text):
    if found := number(text):
        return found
    raise argparse.ArgumentTypeError(f"{text} is not a number of stories: write one like 10000.")
