"""An uploaded picture drawn anew: the program that opens it, in a process of its own with bounds on memory and time.

Run by `articles.pictures`, which has looked at the file before. It imports nothing but Pillow, reads the file from its
input and writes a line of JSON, and then the new picture. What a decoder does wrong, it does here."""

import contextlib
import io
import json
import resource
import sys
import warnings
from typing import Any

from PIL import Image, ImageCms, ImageOps

MOST_PIXELS = 40_000_000
# No page shows more, and no decoder needs more room for one of 40 megapixels.
MOST_SIDE = 4096
MOST_MEMORY = 2 * 1024**3
MOST_SECONDS = 40
ORIENTATION = 0x0112  # in EXIF

# A PNG stays one, since it may be a chart; anything else becomes a JPEG.
WRITTEN: dict[str, dict[str, Any]] = {"PNG": {"optimize": False}, "JPEG": {"quality": 92, "subsampling": 0}}


class CannotDraw(Exception):
    """A picture that is not drawn anew. The reason is one word, for which `articles.pictures` has a sentence."""


def redraw(data: bytes, form: str) -> tuple[Image.Image, str]:
    """The picture on a fresh canvas: upright, in sRGB, opaque, and with nothing else that the file held."""
    with Image.open(io.BytesIO(data), formats=[form]) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise CannotDraw("pixels")
        # A phone's MPO says that it has more frames: they are depths, and other sizes of the first.
        if opened.format != "MPO" and getattr(opened, "is_animated", False):
            raise CannotDraw("animated")
        opened.draft("RGB", (MOST_SIDE, MOST_SIDE))
        opened.load()
        # Kept apart: a conversion keeps the picture's notes, which describe what it was before.
        profile = opened.info.get("icc_profile")
        picture, alpha = _in_srgb(opened, profile), _alpha(opened)
        orientation = _orientation(opened)
    canvas = Image.new("RGB", picture.size, "white")
    canvas.paste(picture, mask=alpha)
    canvas.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    canvas.getexif()[ORIENTATION] = orientation
    return _bare(ImageOps.exif_transpose(canvas)), "PNG" if form == "PNG" else "JPEG"


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


def main(form: str) -> None:
    bound(resource.RLIMIT_AS, MOST_MEMORY)
    bound(resource.RLIMIT_CPU, MOST_SECONDS)
    bound(resource.RLIMIT_CORE, 0)
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    file = io.BytesIO()
    try:
        picture, written = redraw(sys.stdin.buffer.read(), form)
        picture.save(file, written, **WRITTEN[written], exif=b"")
    except (CannotDraw, MemoryError, Image.DecompressionBombError) as error:
        said: dict[str, Any] = {"refused": word_for(error)}
    # Each decoder has its own: whatever it says, the file is not a whole picture.
    except Exception:  # noqa: BLE001
        said = {"refused": "broken"}
    else:
        said = {"format": written, "width": picture.width, "height": picture.height}
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
    if "refused" not in said:
        sys.stdout.buffer.write(file.getbuffer())


def word_for(error: Exception) -> str:
    if isinstance(error, CannotDraw):
        return str(error)
    return "demanding" if isinstance(error, MemoryError) else "pixels"


def bound(what: int, most: int) -> None:
    # Where the system sets no such bound, or a tighter one already.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
