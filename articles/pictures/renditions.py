"""The sizes of a picture that leave the house, and the card that stands for a story elsewhere: pictures to bytes."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

# Part of each picture's mark: another number, and all are made anew.
RECIPE = "2"
# AVIF at speed 9 is as quick as WebP and a third larger for the same picture; at 8 it is no larger; see
# docs/decisions/0016.
FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 52, "speed": 8}),
    "jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
}
# No frame is wider than this, for its height. A picture that is, is made so much wider: it is read by its height.
WIDEST = 2
# From where on a picture is shown whole where it is read, and scrolls, rather than be cut or shrunk to its frame.
LONG_FROM = {"tall": 2, "wide": 3}
# What the networks that show cards ask for (Open Graph: 1.91 to 1).
CARD = (1200, 630)
# The paper's own mark, on them: it needs no words, and a tile with an edge stands off from any picture.
ICON = Path(__file__).parents[2] / "static/icons/large-512.png"
ICON_SIDE, ICON_EDGE, ICON_EDGE_COLOUR, ICON_MARGIN = 116, 5, "#fbfaf7", 36


def mark(data: bytes) -> str:
    """A digest that tells one picture, made by this recipe, from another: part of its files' names and of its
    addresses."""
    return f"{RECIPE}-{hashlib.sha256(data).hexdigest()[:20]}"


def widths(width: int, wanted: Sequence[int], height: int | None = None) -> list[int]:
    """In which widths a picture is made for frames of the `wanted` ones, and its own where it is narrower. None is made
    wider than it is."""
    wider = stretch((width, height or width))
    return sorted({min(width, round(each * wider)) for each in wanted})


def stretch(size: tuple[int, int]) -> float:
    """How much wider than its frame a picture of `size` is made."""
    return max(1, size[0] / size[1] / WIDEST)


def shape(size: tuple[int, int]) -> str:
    """ "tall" or "wide" where a picture of `size` is long, and "" where it is of usual shape."""
    ratios = {"tall": size[1] / size[0], "wide": size[0] / size[1]}
    return next((name for name, ratio in ratios.items() if ratio > LONG_FROM[name]), "")


def height(size: tuple[int, int], width: int) -> int:
    """How high a picture of `size` is at this width."""
    return max(1, round(size[1] * width / size[0]))


def at_widths(picture: Image.Image, widths: Sequence[int]) -> Iterator[tuple[int, str, bytes]]:
    """Each width in each form, the widest first: each is made from the one before."""
    for width in sorted(widths, reverse=True):
        picture = picture.resize((width, height(picture.size, width)), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for form in FORMS:
            yield width, form, encoded(picture, form)


def card(picture: Image.Image, focal: tuple[int, int]) -> bytes:
    """The card, cut around the focal point (in percent) as CSS's object-position does, with the paper's mark."""
    centring = (focal[0] / 100, focal[1] / 100)
    cut, icon = ImageOps.fit(picture, CARD, Image.Resampling.LANCZOS, centering=centring), _icon()
    cut.paste(icon, (ICON_MARGIN, CARD[1] - ICON_MARGIN - icon.height))
    return encoded(cut, "jpg")


@cache
def _icon() -> Image.Image:
    with Image.open(ICON) as opened:
        drawn = opened.convert("RGB").resize((ICON_SIDE, ICON_SIDE), Image.Resampling.LANCZOS)
    return ImageOps.expand(drawn, ICON_EDGE, ICON_EDGE_COLOUR)


def encoded(picture: Image.Image, form: str) -> bytes:
    file, (name, options) = io.BytesIO(), FORMS[form]
    picture.save(file, name, **options)
    return file.getvalue()
