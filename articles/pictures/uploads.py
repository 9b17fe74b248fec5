"""Pictures as they come in: judged before they are decoded, then drawn anew, so that nothing but pixels is kept."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.core.files.base import ContentFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.pictures import containers, redrawing

MOST_BYTES = 20 * 1024 * 1024
# The process itself is bound in processor time; this bound is for a machine that is busy.
MOST_SECONDS = 3 * redrawing.MOST_SECONDS
SUFFIXES = {"JPEG": ".jpg", "PNG": ".png"}

REFUSALS: dict[str, str | Promise] = {
    "empty": _("The file is empty."),
    "bytes": _("This file is larger than 20 MB: export the picture smaller."),
    "format": _("Use a JPEG, PNG, WebP, AVIF or HEIC picture. GIF, TIFF and SVG have to be exported as one of these."),
    "two": _("This file is a picture and something else besides, a page, a program or an archive: export it anew."),
    "pixels": _("This picture has more than 40 megapixels: export it smaller."),
    "long": _("This picture is too long to be shown: cut it into several."),
    "animated": _("This picture moves: choose a still one."),
    "broken": _("This picture is damaged, or not all of it is there: export it anew."),
    "demanding": _("Opening this picture takes too much memory or time: export it smaller."),
}

# By how the file begins, whatever it is called. Those of containers are told by their brands.
_BEGINNINGS = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "WEBP": re.compile(rb"RIFF....WEBPVP8[ LX]", re.DOTALL),
}
# What other programs would take the same bytes for: a page, a script, an archive, a document. Each is long enough not
# to come about by chance in 20 MB. What a phone appends to its pictures is none of them, and is left behind unseen.
_PROGRAMS = re.compile(rb"(?i)<script|<html[\s>]|<!doctype|<\?php|<svg[\s>][^<]*xmlns|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07")
_END_OF_ZIP = b"PK\x05\x06"
_LONGEST_END_OF_ZIP = 22 + 65_535
_PDF, _PDF_WITHIN = b"%PDF-", 1024

_one_at_a_time = threading.Lock()


class NotTaken(Exception):
    """A file that is not taken: `code` is a key of REFUSALS, `sentence` says to an editor what to do about it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code, self.sentence = code, REFUSALS[code]


@dataclass(frozen=True)
class Accepted:
    """A picture of ours: redrawn, upright, in sRGB, as large as `redrawing.kept` has it. `notes` is what its file said
    of it, as `notes.said_by` has it."""

    content: "ContentFile[bytes]"
    suffix: str
    width: int
    height: int
    notes: Mapping[str, Any]


def accepted(file: BinaryIO) -> Accepted:
    """The picture in an uploaded file, drawn anew; what was uploaded is not kept. Raises NotTaken."""
    said, content = _asked("redraw", file)
    size = said["width"], said["height"]
    return Accepted(ContentFile(content), SUFFIXES[said["format"]], *size, notes=said["notes"])


def notes_of(file: BinaryIO) -> dict[str, Any]:
    """What an uploaded file says of its picture, as `notes.said_by` has it. Raises NotTaken."""
    said, _nothing = _asked("read", file)
    return said["notes"]


def _asked(task: str, file: BinaryIO) -> tuple[dict[str, Any], bytes]:
    file.seek(0)
    data = file.read(MOST_BYTES + 1)
    said, content = _redrawn(data, _form(data), task)
    if "refused" in said:
        raise NotTaken(said["refused"])
    return said, content


def _form(data: bytes) -> str:
    """What the file is, by its bytes alone. Nothing is decoded here."""
    if not data:
        raise NotTaken("empty")
    if len(data) > MOST_BYTES:
        raise NotTaken("bytes")
    form = next((form for form, beginning in _BEGINNINGS.items() if beginning.match(data)), containers.form(data))
    if form is None:
        raise NotTaken("format")
    if _is_two_things(data):
        raise NotTaken("two")
    return form


def _is_two_things(data: bytes) -> bool:
    is_archive = _END_OF_ZIP in data[-_LONGEST_END_OF_ZIP:]
    return is_archive or _PDF in data[:_PDF_WITHIN] or bool(_PROGRAMS.search(data))


def _redrawn(data: bytes, form: str, task: str) -> tuple[dict[str, Any], bytes]:
    """The answer of `articles.pictures.redrawing` about a picture, and the new picture. Its process may die: ours does
    not.

    Whoever takes it over by a crafted picture finds no key in its environment.
    """
    command = [sys.executable, "-I", redrawing.__file__, form, task]
    try:
        with _one_at_a_time:
            done = subprocess.run(  # noqa: S603
                command, input=data, capture_output=True, timeout=MOST_SECONDS, check=True, env={}
            )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return {"refused": "demanding"}, b""
    said, _line_end, content = done.stdout.partition(b"\n")
    return json.loads(said), content
