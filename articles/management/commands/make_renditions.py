"""`manage.py make_renditions`: make the sizes of photos that lack them, after an import or a change of the widths."""

from django.core.management.base import BaseCommand

from articles.actions import declaring, picturing
from articles.models import Photo

BATCH = 20


class Command(BaseCommand):
    help = "Make what readers get of each photo, where it is not there yet. It may be run again at any time."

    def handle(self, **options):
        last, photos, files, lost = 0, 0, 0, []
        while batch := list(Photo.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
            there = [photo for photo in batch if photo.image.storage.exists(photo.image.name)]
            lost += [str(photo) for photo in batch if photo not in there]
            with declaring.command("make_renditions"):
                files += picturing.make(*there)
            last, photos = batch[-1].pk, photos + len(there)
        self.stdout.write(f"{photos} photos, {files} files made.")
        if lost:
            self.stderr.write("Their file is missing: " + ", ".join(lost))
