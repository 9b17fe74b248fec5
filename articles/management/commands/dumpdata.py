"""`manage.py dumpdata`, which takes nothing along that somebody has typed and not saved."""

from django.core.management.commands import dumpdata


class Command(dumpdata.Command):
    def handle(self, *app_labels, exclude=(), **options):
        return super().handle(*app_labels, exclude=[*exclude, "articles.Unsaved"], **options)
