"""`manage.py dumpdata`, which takes along nothing that somebody has typed and not saved, and nothing that was
heard."""

from django.core.management.commands import dumpdata

HELD_BACK = ("articles.Unsaved", "articles.Evidence", "articles.Footing")


class Command(dumpdata.Command):
    def handle(self, *app_labels, exclude=(), **options):
        return super().handle(*app_labels, exclude=[*exclude, *HELD_BACK], **options)
