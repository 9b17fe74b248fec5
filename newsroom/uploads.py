"""Where uploaded files and what is made of them are kept: each whole, or not there."""

import os
import tempfile

from django.core.files import File
from django.core.files.storage import FileSystemStorage


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
