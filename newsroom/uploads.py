"""Uploaded files: taken whatever they are called, and where they and what is made of them are kept: each whole, or not
there."""

import os
import tempfile
from pathlib import PurePath
from typing import Any, BinaryIO, NoReturn

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadhandler import FileUploadHandler, MemoryFileUploadHandler, TemporaryFileUploadHandler
from django.http.multipartparser import MultiPartParser

LONGEST_NAME, LONGEST_SUFFIX = 100, 10


class _OfAnyName(MultiPartParser):
    def sanitize_file_name(self, file_name: str) -> str:
        """A name that can be worked with. Django drops a file that is called ".." or nothing that can be seen, and
        makes temporary files whose names end as this one does, however long that is."""
        name = (super().sanitize_file_name(file_name) or "picture")[-LONGEST_NAME:]
        return name if len(PurePath(name).suffix) <= LONGEST_SUFFIX else name.replace(".", " ")


class FilesOfAnyName(FileUploadHandler):
    """Reads a form with its files, as Django does by itself, and loses none of them for its name."""

    def handle_raw_input(
        self, input_data: BinaryIO, meta: dict[str, Any], content_length: int, boundary: bytes, encoding: Any = None
    ) -> tuple[Any, Any]:
        handlers = [MemoryFileUploadHandler(self.request), TemporaryFileUploadHandler(self.request)]
        return _OfAnyName(meta, input_data, handlers, encoding).parse()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> NoReturn:
        raise NotImplementedError("nothing is left to read")

    def file_complete(self, file_size: int) -> None:
        """Nothing is left to read."""


class WholeFiles(FileSystemStorage):
    """A file has its name only once all of it is on the disk: who is killed while writing leaves none that is short.

    What such a one leaves ends in `.part`, and `manage.py sweep_pictures` finds it.
    """

    def _save(self, name: str, content: File) -> str:
        folder = os.path.dirname(self.path(name))
        os.makedirs(folder, exist_ok=True)
        part, path = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(part, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fchmod(file.fileno(), self.file_permissions_mode or 0o644)
                os.fsync(file.fileno())
            name = self._named(path, name)
        finally:
            os.unlink(path)
        _sync(folder)
        _sync(os.path.dirname(folder))
        return name

    def _named(self, path: str, name: str) -> str:
        """Give the file that name, or another where somebody was faster. A link, unlike a rename, replaces nothing."""
        while True:
            try:
                os.link(path, self.path(name))
                return name
            except FileExistsError:
                name = self.get_available_name(name)


def _sync(folder: str) -> None:
    """What stands in a folder is on the disk, too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
