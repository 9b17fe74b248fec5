"""`python -m screenshots [--pictures | --guide] [http://…] [name …]`: the pages named, or all, into var/screenshots/.

With --pictures the four of the README, with --guide those of docs/desk.md. It serves a demo of its own, on a free port
and with a database of its own, or looks at the one whose address it is given."""

import os
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

from screenshots import shown  # noqa: E402
from screenshots.camera import camera  # noqa: E402

KEPT = Path(settings.VAR) / "screenshots"
PICTURES = Path(settings.BASE_DIR) / "docs/pictures"
LARGEST = 120_000
PATIENCE = 900


@contextmanager
def demo(addresses):
    """The demo newspaper, served; says where."""
    if addresses:
        yield addresses[0].rstrip("/")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "NEWSROOM_VAR": str(Path(settings.VAR) / "shown"),
        "PORT": str(port),
        "DATABASE_URL": "",
    }
    server = subprocess.Popen([sys.executable, "-m", "newsroom.launch"], env=environment, stdout=subprocess.DEVNULL)
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


def take_all(camera, names):
    KEPT.mkdir(parents=True, exist_ok=True)
    for room in shown.rooms():
        pages = {name: path for name, path in room.pages.items() if not names or name in names}
        for (look_name, look), width in product(room.looks.items(), room.widths):
            with camera.window(width, look, room.desk, room.staff) as page:
                for name, path in pages.items():
                    camera.open(page, path)
                    page.screenshot(path=KEPT / f"{room.name}-{name}-{width}-{look_name}.png", full_page=True)


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


if __name__ == "__main__":
    asked = sys.argv[1:]
    with demo([each for each in asked if each.startswith("http")]) as url, camera(url) as camera:
        if "--pictures" in asked:
            take_pictures(camera, shown.README)
        elif "--guide" in asked:
            take_pictures(camera, shown.GUIDE)
        else:
            take_all(camera, {each for each in asked if not each.startswith("http")})
