"""`python -m screenshots [--pictures | --guide] [http://…] [name …]`: the pages named, or all, into var/screenshots/.

With --pictures the four of the README, with --guide those of docs/desk.md. It serves a demo of its own, on a free port
and with a database of its own, or looks at the one whose address it is given.

With --at 2026-11-29T17:00 it makes a new demo, whose clocks all stand at that moment; with --into FOLDER the pictures
go there. Two sets are then compared: `python -m screenshots --compare BEFORE AFTER` lists the pictures that differ."""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from io import BytesIO
from itertools import product
from pathlib import Path

os.environ.setdefault("DEMO", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from PIL import Image  # noqa: E402

from screenshots import comparing, moment, shown  # noqa: E402
from screenshots.camera import camera  # noqa: E402

KEPT = Path(settings.VAR) / "screenshots"
PICTURES = Path(settings.BASE_DIR) / "docs/pictures"
LARGEST = 120_000
PATIENCE = 900


@contextmanager
def demo(address="", at=None):
    """The demo newspaper, served; says where."""
    if address:
        yield address.rstrip("/")
        return
    with standing(at) if at else served(Path(settings.VAR) / "shown") as url:
        yield url


@contextmanager
def standing(at):
    """A new one each time: who has logged in before, and when, is seen at the desk."""
    folder = Path(settings.VAR) / "shown-standing"
    shutil.rmtree(folder, ignore_errors=True)
    with moment.database(folder, at), served(folder, **moment.of_python(at)) as url:
        yield url


@contextmanager
def served(folder, **environment):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    given = os.environ | {"NEWSROOM_VAR": str(folder), "PORT": str(port), "DATABASE_URL": ""} | environment
    server = subprocess.Popen([sys.executable, "-m", "newsroom.launch"], env=given, stdout=subprocess.DEVNULL)
    try:
        wait_for(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait_for(server, port):
    for _second in range(PATIENCE):
        if server.poll() is not None:
            sys.exit("The demo does not start: python -m newsroom.launch says why.")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(1)
    sys.exit("The demo does not answer.")


def take_all(camera, names, folder=KEPT):
    folder.mkdir(parents=True, exist_ok=True)
    for room in shown.rooms():
        pages = {name: path for name, path in room.pages.items() if not names or name in names}
        looks = product(room.looks.items(), room.widths)
        for ((look_name, look), width), (name, path) in product(looks, pages.items()):
            # Each in a window of its own, which knows nothing of the one before.
            with camera.window(width, look, room.desk, room.staff) as page:
                camera.open(page, path)
                (folder / f"{room.name}-{name}-{width}-{look_name}.png").write_bytes(camera.picture(page))


def take_pictures(camera, pictures):
    """Those of the documents, as light as they may be."""
    PICTURES.mkdir(exist_ok=True)
    for name, picture in pictures.items():
        with camera.window(picture.width, shown.LOOKS[picture.look], picture.desk) as page:
            camera.open(page, picture.path)
            page.set_viewport_size({"width": picture.width, "height": picture.height})
            if picture.scrolled_to:
                page.locator(picture.scrolled_to).evaluate("part => part.scrollIntoView()")
            if picture.pressed:
                page.locator(picture.pressed).click()
                page.wait_for_timeout(500)  # what rises has risen
            camera.wait(page)
            (PICTURES / f"{name}.webp").write_bytes(compressed(page.screenshot()))


def compressed(png):
    for quality in range(86, 30, -6):
        file = BytesIO()
        Image.open(BytesIO(png)).convert("RGB").save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= LARGEST:
            break
    return file.getvalue()


def arguments():
    parser = argparse.ArgumentParser(prog="python -m screenshots", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help="kinds of pages, or the address of a demo")
    parser.add_argument("--pictures", action="store_true", help="those of README")
    parser.add_argument("--guide", action="store_true", help="those of docs/desk.md")
    parser.add_argument("--at", type=moment.moment, help="where all clocks stand, as 2026-11-29T17:00")
    parser.add_argument("--into", type=Path, default=KEPT, metavar="FOLDER")
    parser.add_argument("--compare", nargs=2, type=Path, metavar=("BEFORE", "AFTER"))
    asked = parser.parse_args()
    if asked.at and any(name.startswith("http") for name in asked.names):
        parser.error("--at makes a demo of its own: the clocks of another go on")
    return asked


def main(asked):
    address = next((name for name in asked.names if name.startswith("http")), "")
    with demo(address, asked.at) as url, camera(url, asked.at) as ours:
        if asked.pictures:
            take_pictures(ours, shown.README)
        elif asked.guide:
            take_pictures(ours, shown.GUIDE)
        else:
            take_all(ours, set(asked.names) - {address}, asked.into)


if __name__ == "__main__":
    asked = arguments()
    sys.exit(comparing.compare(*asked.compare) if asked.compare else main(asked))
