"""`manage.py set_readers_password`: the readers' role gets the password that the settings have."""

from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError
from psycopg.errors import UndefinedObject

from articles import wall


class Command(BaseCommand):
    help = "Set the password of the readers' role. Needed after SECRET_KEY has changed, where that makes it."

    def handle(self, **options):
        try:
            wall.set_password()
        except ProgrammingError as error:
            if isinstance(error.__cause__, UndefinedObject):
                raise CommandError(f"There is no role {wall.role()}: manage.py migrate makes it.") from error
            raise CommandError(
                f"This database login may not change the role {wall.role()}: have an administrator do it."
            ) from error
        self.stdout.write(f"The role {wall.role()} has the password of the settings.")
