"""Files of pictures that nothing names any more: after an upload that was rolled back, a moved focal point, a crash."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from articles.actions import picturing
from articles.models import Photo
from articles.pictures import renditions

FOLDERS = ("photos", "renditions")
# As long as an upload may take to be committed, and much longer.
YOUNG = timedelta(days=1)


@transaction.atomic
def sweep(*, remove: bool) -> list[tuple[str, int]]:
    """What is left over, by name, with its bytes; removed if asked for.

    No page can name any of it: readers' addresses say which photo, and are answered with what its row names now. No
    event: nobody decides anything.
    """
    # Whoever makes files waits, and whoever was making some has committed: what a row is to name, it names.
    picturing.hold_files(alone=True)
    named = set(_named())
    found = [(name, default_storage.size(name)) for name in _kept() if name not in named and _is_old(name)]
    if remove:
        for name, _size in found:
            default_storage.delete(name)
        _remove_empty({name.rpartition("/")[0] for name, _size in found} - set(FOLDERS))
    return found


def _named() -> Iterator[str]:
    for photo in Photo.objects.only("image", "made_as", "widths", "focal_x", "focal_y").iterator():
        yield str(photo.image.name)
        if photo.made_as:
            yield photo.card_file
            yield from (photo.file(width, form) for width in photo.widths for form in renditions.FORMS)


def _kept() -> Iterator[str]:
    folders = [folder for folder in FOLDERS if default_storage.exists(folder)]
    while folders:
        folder = folders.pop()
        below, files = default_storage.listdir(folder)
        folders += [f"{folder}/{name}" for name in below]
        yield from (f"{folder}/{name}" for name in sorted(files))


def _is_old(name: str) -> bool:
    return default_storage.get_modified_time(name) < timezone.now() - YOUNG


def _remove_empty(folders: set[str]) -> None:
    for folder in folders:
        if not any(default_storage.listdir(folder)):
            default_storage.delete(folder)
