"""`manage.py makemessages`: Django's, with what our catalogue wants each time. `make messages` compiles it too."""

import re
from pathlib import Path

from django.core.management.commands import makemessages

NOT_OURS = [".venv", "benchmarks", "docs", "fixtures", "screenshots", "tests", "var"]
MADE_AT = re.compile(r'^"POT-Creation-Date: .*\n', re.MULTILINE)


class Command(makemessages.Command):
    # A guess from a message that looks alike is a wrong word that nobody chose.
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(
            locale=["ar"], add_location="file", no_wrap=True, no_obsolete=True, ignore_patterns=NOT_OURS
        )

    def write_po_file(self, potfile, locale):
        """Write the catalogue without the time at which it was made: two branches would always be at odds about
        that."""
        super().write_po_file(potfile, locale)
        file = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        file.write_text(MADE_AT.sub("", file.read_text()))
