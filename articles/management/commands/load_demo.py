"""`manage.py load_demo`: the fixtures, a member of staff for each role, and the demo stories published."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.actions import declaring
from articles.models import Edition
from articles.samples import demo


class Command(BaseCommand):
    help = "Load the demo newspaper, once. Needs DEMO=1."

    def handle(self, **options):
        if not settings.DEMO:
            raise CommandError("load_demo fills the paper with invented stories: set DEMO=1 if that is what you want.")
        if Edition.objects.exists():
            self.stdout.write("The newspaper is there already.")
            return
        # At once: what starts this may be read through a pipe.
        self.stdout.write("Loading the demo newspaper, once: a minute or two …")
        self.stdout.flush()
        with declaring.command("load_demo"):
            demo.load(say=self._say)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.stdout.write("The demo newspaper is loaded.")

    def _say(self, done):
        self.stdout.write(f"    {done}")
        self.stdout.flush()
