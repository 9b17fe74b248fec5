"""Two sets of pictures of the same names, compared pixel by pixel."""

import sys
from pathlib import Path

from PIL import Image, ImageChops

CHANGED = (214, 0, 110)
# How much of the picture before is left to see where nothing has changed.
FAINT = 0.25


def compare(before, after):
    """List what differs, and paint each difference into a folder beside `after`. Returns 1 if anything does."""
    painted = after.with_name(f"{after.name}-differences")
    names = [{path.name for path in folder.glob("*.png")} for folder in (before, after)]
    both = sorted(names[0] & names[1])
    lines = [f"{name}: only in {before}" for name in sorted(names[0] - names[1])]
    lines += [f"{name}: only in {after}" for name in sorted(names[1] - names[0])]
    lines += [said for name in both if (said := differs(before / name, after / name, painted))]
    say(*lines, f"{len(both)} pictures compared; {len(lines)} differ or are missing.")
    if not both:
        say(f"Nothing to compare: there is no picture that both {before} and {after} have.")
    return 1 if lines or not both else 0


def differs(before, after, painted):
    """A line about what differs in a picture; nothing where each pixel is the same."""
    if before.read_bytes() == after.read_bytes():
        return ""
    one, other = opened(before), opened(after)
    size = tuple(map(max, one.size, other.size))
    most = difference(grown(one, size), grown(other, size))
    changed = most.point(lambda value: 255 if value else 0)
    box = changed.getbbox()
    if one.size == other.size and box is None:
        return ""
    paint(grown(one, size), changed, painted / before.name)
    return f"{before.name}: {said(changed, box, most)}{resized(one.size, other.size)}"


def said(changed, box, most):
    if box is None:
        return "no pixel"
    left, top, right, bottom = box
    share = changed.histogram()[255] / (changed.width * changed.height)
    return (
        f"{share:.3%} of its pixels, between {left},{top} and {right},{bottom}, by up to {most.getextrema()[1]} of 255"
    )


def resized(one, other):
    return "" if one == other else "; {}×{} before, {}×{} after".format(*one, *other)


def opened(path: Path):
    with Image.open(path) as picture:
        return picture.convert("RGB")


def grown(picture, size):
    """On a ground as large as the larger of the two: what one lacks differs."""
    if picture.size == size:
        return picture
    ground = Image.new("RGB", size, CHANGED)
    ground.paste(picture)
    return ground


def difference(one, other):
    """How much each pixel differs in the colour in which it does most."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def paint(picture, changed, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    faint = Image.blend(Image.new("RGB", picture.size, "white"), picture, FAINT)
    faint.paste(CHANGED, mask=changed)
    faint.save(path)


def say(*lines):
    sys.stdout.writelines(f"{line}\n" for line in lines)
