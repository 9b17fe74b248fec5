"""`manage.py rebuild_search`: make anew what everything is found by, after its rules have changed."""

from django.core.management.base import BaseCommand

from articles.actions import declaring, indexing
from articles.actions.versions import searched
from articles.models import Publication
from articles.text import search

BATCH = 500


class Command(BaseCommand):
    help = "Rebuild what versions, stories at the desk and names are found by, in batches; nobody notices."

    def handle(self, **options):
        last, count = 0, 0
        while batch := list(self.after(last)):
            for version in batch:
                version.vector = search.vector(
                    searched(version, version.publishedphotos.all()), version.edition.language
                )
            with declaring.command("rebuild_search"):
                Publication.objects.bulk_update(batch, ["vector"])
            last, count = batch[-1].pk, count + len(batch)
        self.stdout.write(f"{count} versions can be found again.")
        self.stdout.write(
            f"{indexing.rebuild_stories()} stories and {indexing.rebuild_names()} names at the desk, too."
        )

    def after(self, pk):
        rows = Publication.objects.filter(pk__gt=pk, erasure=None).select_related("edition")
        rows = rows.prefetch_related("publishedphotos")
        return rows.defer("vector").order_by("pk")[:BATCH]
