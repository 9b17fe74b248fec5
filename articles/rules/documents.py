"""Documents that are kept beside evidence: judged by their first bytes and their length, and never read."""

from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 20 * 1024 * 1024
_BEGINS = b"%PDF-"

REFUSALS: dict[str, str | Promise] = {
    "empty": _("The file is empty."),
    "bytes": _("This file is larger than 20 MB: keep the pages that matter."),
    "format": _("Only a PDF is kept beside evidence: print what you have into one."),
}


class NotTaken(Exception):
    """A file that is not taken: `code` is a key of REFUSALS, `sentence` says to an editor what to do about it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code, self.sentence = code, REFUSALS[code]


def accepted(file: BinaryIO) -> bytes:
    """The bytes of an uploaded PDF, as they came and whatever it is called. Raises NotTaken."""
    file.seek(0)
    data = file.read(MOST_BYTES + 1)
    if not data:
        raise NotTaken("empty")
    if len(data) > MOST_BYTES:
        raise NotTaken("bytes")
    if not data.startswith(_BEGINS):
        raise NotTaken("format")
    return data
