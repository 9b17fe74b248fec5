"""An uploaded picture drawn anew: the program that opens it, in a process of its own with bounds on memory and time.

Run by `articles.pictures`, which has looked at the file before. It imports nothing but Pillow and what lies beside it,
reads the file from its input and writes a line of JSON, and then the new picture. What a decoder does wrong, it does
here."""

import contextlib
import importlib
import io
import json
import math
import resource
import sys
import warnings
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, PngImagePlugin

if __name__ == "__main__":
    # A program in isolated mode is not told where it lies.
    sys.path.append(str(Path(__file__).parents[2]))

from articles.pictures import containers, notes

MOST_PIXELS = 40_000_000
# No page shows more of a picture of usual shape. A long one keeps its shorter side, up to LEAST_KEPT, so that what
# stands in it can be read; its area is bounded, and its length by what AVIF's decoders take.
MOST_SIDE, LEAST_KEPT = 4096, 2048
MOST_KEPT, MOST_LENGTH = 20_000_000, 32_000
MOST_MEMORY = 2 * 1024**3
MOST_SECONDS = 40
ORIENTATION = 0x0112  # in EXIF

# A PNG stays one, since it may be a chart; anything else becomes a JPEG.
WRITTEN: dict[str, dict[str, Any]] = {"PNG": {"optimize": False}, "JPEG": {"quality": 92, "subsampling": 0}}


class CannotDraw(Exception):
    """A picture that is not drawn anew. The reason is one word, for which `articles.pictures` has a sentence."""


def opened_as(form: str, data: bytes) -> Image.Image:
    """The picture, opened and not yet decoded, if it is one that is taken."""
    if form in ("AVIF", "HEIF"):
        data = containers.as_decoders_know_it(data, form)
    if form == "HEIF":
        # Loaded here, and in no other process: it brings decoders of its own.
        options = {"thumbnails": False, "depth_images": False, "aux_images": False, "decode_threads": 1}
        importlib.import_module("pillow_heif").register_heif_opener(**options)
    opened = Image.open(io.BytesIO(data), formats=[form])
    if opened.width * opened.height > MOST_PIXELS:
        raise CannotDraw("pixels")
    # What else a phone keeps in an MPO or a HEIC are depths, other sizes, what was taken before: the first is meant.
    if opened.format not in ("MPO", "HEIF") and getattr(opened, "is_animated", False):
        raise CannotDraw("animated")
    return opened


def kept(size: tuple[int, int]) -> tuple[int, int]:
    """How large a picture of that size is kept. None is made larger."""
    longer, shorter = max(size), min(size)
    scale = min(1, max(MOST_SIDE / longer, LEAST_KEPT / shorter), math.sqrt(MOST_KEPT / (longer * shorter)))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def redraw(data: bytes, form: str) -> tuple[Image.Image, str, dict[str, Any]]:
    """The picture on a fresh canvas: upright, in sRGB, opaque, and with nothing else that the file held. What the file
    says of it comes beside it."""
    with opened_as(form, data) as opened:
        if max(kept(opened.size)) > MOST_LENGTH:
            raise CannotDraw("long")
        opened.draft("RGB", (MOST_SIDE, MOST_SIDE))
        opened.load()
        # Kept apart: a conversion keeps the picture's notes, which describe what it was before.
        profile = opened.info.get("icc_profile")
        picture, alpha = _in_srgb(opened, profile), _alpha(opened)
        orientation, said = _orientation(opened), notes.said_by(opened)
    canvas = Image.new("RGB", picture.size, "white")
    canvas.paste(picture, mask=alpha)
    canvas.thumbnail(kept(canvas.size), Image.Resampling.LANCZOS, reducing_gap=2.0)
    canvas.getexif()[ORIENTATION] = orientation
    return _bare(ImageOps.exif_transpose(canvas)), "PNG" if form == "PNG" else "JPEG", said


def read(data: bytes, form: str) -> dict[str, Any]:
    """What the file says of the picture, which is not drawn."""
    with opened_as(form, data) as opened:
        if form == "PNG":  # some programs write it behind the pixels
            opened.load()
        return notes.said_by(opened)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits: Pillow's own conversion would cut, not scale
        picture = picture.point(lambda level: level * (1 / 257) + 0).convert("L")
    if picture.mode in ("P", "PA", "1", "LA", "La", "RGBA", "RGBa", "RGBX"):
        picture = picture.convert("RGBA").convert("RGB")
    if profile:
        # A profile that is broken, or of another kind of colours: the picture is taken as it is.
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            given, wanted = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, given, wanted, outputMode="RGB")
            return converted or picture.convert("RGB")
    return picture.convert("RGB")


def _alpha(picture: Image.Image) -> Image.Image | None:
    return picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None


def _orientation(picture: Image.Image) -> int:
    try:
        return picture.getexif().get(ORIENTATION, 1)
    # Cameras write it, and many badly. A picture that lies on its side can be seen to.
    except Exception:  # noqa: BLE001
        return 1


def _bare(picture: Image.Image) -> Image.Image:
    """A copy of the picture that has nothing but its pixels."""
    picture.info.clear()
    return picture


def main(form: str, task: str = "redraw") -> None:
    bound(resource.RLIMIT_AS, MOST_MEMORY)
    bound(resource.RLIMIT_CPU, MOST_SECONDS)
    bound(resource.RLIMIT_CORE, 0)
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    PngImagePlugin.MAX_TEXT_CHUNK = notes.MOST_BYTES
    said, content = answer(sys.stdin.buffer.read(), form, task)
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
    sys.stdout.buffer.write(content)


def answer(data: bytes, form: str, task: str) -> tuple[dict[str, Any], bytes]:
    try:
        if task == "read":
            return {"notes": read(data, form)}, b""
        picture, written, said = redraw(data, form)
        file = io.BytesIO()
        picture.save(file, written, **WRITTEN[written], exif=b"")
    except (CannotDraw, MemoryError, Image.DecompressionBombError) as error:
        return {"refused": word_for(error)}, b""
    # Each decoder has its own: whatever it says, the file is not a whole picture.
    except Exception:  # noqa: BLE001
        return {"refused": "broken"}, b""
    told = {"format": written, "width": picture.width, "height": picture.height, "notes": said}
    return told, file.getvalue()


def word_for(error: Exception) -> str:
    if isinstance(error, CannotDraw):
        return str(error)
    return "demanding" if isinstance(error, MemoryError) else "pixels"


def bound(what: int, most: int) -> None:
    # Where the system sets no such bound, or a tighter one already.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(*sys.argv[1:])
