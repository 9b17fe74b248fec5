"""Files of pictures on the disk: whole or not there, and swept when nothing names them."""

import os
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from articles.actions import photos, picturing, publishing, sweeping
from articles.models import Photo
from newsroom.uploads import WholeFiles
from tests.pictures.library import kept

SLOW = """
import sys
from django.conf import settings; settings.configure()
from newsroom.uploads import WholeFiles
class Slow:
    name, read = "quay.jpg", None
    def chunks(self):
        yield b"half of it"
        print("half", flush=True)
        import time; time.sleep(60)
WholeFiles(sys.argv[1])._save("renditions/1-ab/320.jpg", Slow())
"""


def test_whoever_is_killed_while_writing_leaves_no_file_of_that_name(tmp_path):
    root = Path(__file__).parents[2]
    writer = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(tmp_path)], cwd=root, stdout=subprocess.PIPE, env={"PATH": os.environ["PATH"]}
    )
    assert writer.stdout.readline() == b"half\n"
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    storage = WholeFiles(tmp_path)
    assert not storage.exists("renditions/1-ab/320.jpg")
    assert [name.endswith(".part") for name in storage.listdir("renditions/1-ab")[1]] == [True]


def test_a_file_is_written_whole_and_none_is_replaced(tmp_path):
    storage = WholeFiles(tmp_path)
    names = [storage.save("photos/quay.jpg", ContentFile(data)) for data in (b"one", b"two")]
    assert names[0] == "photos/quay.jpg" != names[1]
    assert [storage.open(name).read() for name in names] == [b"one", b"two"]
    # Somebody else was faster, between the look at the name and the writing.
    assert storage._save("photos/quay.jpg", ContentFile(b"three")) not in names
    assert storage.open("photos/quay.jpg").read() == b"one"
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "photos").iterdir()} == {0o644}


@pytest.fixture
def disk(tmp_path, settings, db):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "newsroom.uploads.WholeFiles"}}
    return tmp_path


def files(disk):
    return {str(path.relative_to(disk)) for path in disk.rglob("*") if path.is_file()}


def age(disk):
    long_ago = time.time() - 2 * 86_400
    for name in files(disk):
        os.utime(disk / name, (long_ago, long_ago))


def swept(**options):
    said = StringIO()
    call_command("sweep_pictures", stdout=said, **options)
    return said.getvalue()


def test_what_is_left_over_is_named_then_removed_and_all_that_is_published_stays(disk, make_story):
    photo, twin = kept(), kept("twin")
    picturing.make(photo, twin)
    publishing.publish(make_story(lead_photo=photo), revision=1, by=None)
    old_card = photo.card_file
    for each in (photo, twin):
        each.focal_x = 10
        each.save()
        picturing.make(each)
    before = files(disk)
    with pytest.raises(IntegrityError), transaction.atomic():
        photos.take_in(
            Photo(slug="lost", image=ContentFile(b"x", "lost.png"), width=1, height=1), by=None, language="en"
        )
    left = {old_card} | files(disk) - before
    age(disk)
    everything = files(disk)
    assert all(name in swept() for name in left)
    assert files(disk) == everything
    assert swept(remove=True).count("\n") == len(left) + 1
    assert files(disk) == everything - left
    assert {photo.image.name, photo.card_file, *(photo.file(width, "avif") for width in photo.widths)} <= files(disk)


def test_what_is_young_may_still_be_committed(disk):
    default_storage.save("photos/coming.jpg", ContentFile(b"a picture"))
    assert swept(remove=True).startswith("0 files")
    age(disk)
    default_storage.save("renditions/1-ab/320.jpg", ContentFile(b"a picture"))
    assert swept(remove=True).startswith("photos/coming.jpg\n1 files")


@pytest.mark.django_db(transaction=True)
def test_no_file_goes_while_someone_counts_on_it(disk):
    photo = kept()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [picturing.FILES])
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute("SET LOCAL lock_timeout = '200ms'")
            sweeping.sweep(remove=True)
        # One more who makes pictures does not wait.
        assert picturing.make(photo)
    other.close()
