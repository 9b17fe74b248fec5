#!/usr/bin/env python
"""Django's commands, with the database started for those that need it."""

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.management.base import CommandParser, handle_default_options

from newsroom import databases
from newsroom.environment import CannotStart

WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "sendtestemail",
    "startapp",
    "version",
}


def main(arguments: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    use_named_settings(arguments)
    try:
        if needs_database(arguments):
            databases.reach(settings.EMBEDDED, settings.DATABASES["default"])
        execute_from_command_line(["manage.py", *arguments])
    except CannotStart as reason:
        sys.exit(str(reason))


def use_named_settings(arguments: list[str]) -> None:
    """Django reads --settings itself, but later than we need to know."""
    parser = CommandParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--settings")
    parser.add_argument("--pythonpath")
    handle_default_options(parser.parse_known_args(arguments)[0])


def needs_database(arguments: list[str]) -> bool:
    asks_for_help = {"--help", "-h", "--version"} & set(arguments)
    return bool(arguments) and not asks_for_help and arguments[0] not in WITHOUT_DATABASE


if __name__ == "__main__":
    main(sys.argv[1:])
