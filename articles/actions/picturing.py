"""Making what readers get of photos: when they come in and when their focal point moves, never when they are read."""

import io
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from PIL import Image

from articles.models import Photo
from articles.pictures import renditions

# The number of the lock, ours alone.
FILES = 1_604_202_611


@transaction.atomic
def make(*photos: Photo) -> int:
    """Make all sizes and the card of each photo, as far as they are not there yet; says how many files that were.

    No event: nobody decides anything. A photo whose file cannot be read raises OSError.
    """
    hold_files()
    count = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for photo, files in zip(photos, pool.map(_missing, photos), strict=True):
            for name in files:
                # The first of two photos with the same pixels has made it.
                if not default_storage.exists(name):
                    default_storage.save(name, ContentFile(files[name]))
            Photo.objects.filter(pk=photo.pk).update(made_as=photo.made_as, widths=photo.widths)
            count += len(files)
    return count


def hold_files(*, alone: bool = False) -> None:
    """Lock the storage: files that are found in it stay until the transaction ends. `alone` is for whoever removes
    files."""
    kind = "" if alone else "_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock{kind}(%s)", [FILES])


def _missing(photo: Photo) -> dict[str, bytes]:
    """The files that a photo still lacks, by name. The photo's columns are set to what there will be; no query is
    made."""
    with photo.image.open() as file:
        data = file.read()
    photo.made_as = renditions.mark(data)
    photo.widths = renditions.widths(photo.width, settings.PICTURE_WIDTHS, photo.height)
    widths = [width for width in photo.widths if not _are_there(photo.file(width, form) for form in renditions.FORMS)]
    needs_card = not _are_there([photo.card_file])
    if not widths and not needs_card:
        return {}
    return _drawn(photo, data, widths, needs_card=needs_card)


def _are_there(names) -> bool:
    return all(map(default_storage.exists, names))


def _drawn(photo: Photo, data: bytes, widths: Sequence[int], *, needs_card: bool) -> dict[str, bytes]:
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGB")
    files = {photo.file(width, form): rendition for width, form, rendition in renditions.at_widths(picture, widths)}
    if needs_card:
        files[photo.card_file] = renditions.card(picture, (photo.focal_x, photo.focal_y))
    return files
