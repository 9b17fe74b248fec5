"""`manage.py sweep_pictures`: what no photo names any more, and with --remove away with it."""

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat

from articles.actions import sweeping


class Command(BaseCommand):
    help = "Name the files of pictures that no photo has any more, and remove them if told to. What is of today stays."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="Remove them.")

    def handle(self, *, remove, **options):
        found = sweeping.sweep(remove=remove)
        for name, _size in found:
            self.stdout.write(name)
        size = filesizeformat(sum(size for _name, size in found)).replace("\xa0", " ")
        done = "removed" if remove else "left over; --remove removes them"
        self.stdout.write(f"{len(found)} files, {size}: {done}.")
