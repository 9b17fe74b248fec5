"""Work that falls due: listed, or done."""

import traceback

from django.core.management.base import BaseCommand, CommandError

from articles import doors

RHYTHMS = ("day", "week", "month")


class Command(BaseCommand):
    help = "List the work that falls due each day, week and month, or do that of a rhythm."

    def add_arguments(self, parser):
        parser.add_argument("every", nargs="?", choices=RHYTHMS, help="do all that falls due every day, week or month")

    def handle(self, *args, every=None, **options):
        if every is None:
            return self.stdout.write("\n".join(_line(work) for rhythm in RHYTHMS for work in _of(rhythm)))
        failed = [work.name for work in _of(every) if not self.is_done(work)]
        if failed:
            raise CommandError(f"Not done: {', '.join(failed)}. The rest is.")

    def is_done(self, due):
        """Whether it went well: what fails does not keep the next from being done."""
        self.stdout.write(f"{due.name}: {due.label}")
        try:
            due.work()
        except (Exception, SystemExit) as error:
            if not isinstance(error, CommandError):
                self.stderr.write(traceback.format_exc())
            self.stderr.write(f"{due.name}: {error}")
            return False
        return True


def _of(rhythm):
    return [due for due in doors.DUE if due.every == rhythm]


def _line(due):
    return f"{due.every:<6} {due.name:<20} {due.label}"
