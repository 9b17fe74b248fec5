"""`manage.py rebuild_places`: find anew where statements are written, after the rules of finding have changed."""

from django.core.management.base import BaseCommand

from articles.actions import places


class Command(BaseCommand):
    help = "Find anew where the words of published statements are written in their texts, in batches; nobody notices."

    def handle(self, **options):
        self.stdout.write(f"{places.rebuild()} statements have another place in their text.")
