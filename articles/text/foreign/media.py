"""Pictures, videos and frames of somebody else's, which are left out of a paste, and their captions with them."""

import re
from collections import Counter

from articles.text.foreign import tables
from articles.text.foreign.seen import Left
from articles.text.foreign.trees import Element, nodes

GONE = "gone"
# What is left out with all that it holds, which is for programs that cannot show it.
MEDIA = {
    "video": Left.VIDEO,
    "audio": Left.RECORDING,
    "object": Left.FRAME,
    "embed": Left.FRAME,
    "canvas": Left.PICTURE,
}
_VIDEOS = re.compile(r"youtube|youtu\.be|vimeo|dailymotion|/video|brightcove|jwp(?:layer|latform)|streamable|twitch")
_CAPTION = re.compile(
    r"(?:^|[-_]|mso|img|image|photo|fig|wp)caption(?:$|[-_])|(?:photo|image|img|picture|media)[-_]?credit",
    re.IGNORECASE,
)
_EMOJI = re.compile(
    "[0-9#*]?[\u00a9\u00ae\u203c\u2049\u2122-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297"
    "\u3299\U0001f000-\U0001faff\u200d\ufe0f\u20e3\U000e0020-\U000e007f]+"
)
_SMILEY = re.compile(r"emoji|emoticon|smiley", re.IGNORECASE)
_FORMULA = re.compile(r"math|latex|equation", re.IGNORECASE)
_LONGEST_EMOJI = 20
# What a figure holds beside its picture, and is no caption.
_TEXTS = {"blockquote", "table", "ul", "ol"}
_LONGEST_CAPTION = 1_000


def is_caption(classes: str) -> bool:
    return any(_CAPTION.search(each) for each in classes.split())


def of_video(address: str) -> bool:
    return bool(_VIDEOS.search(address))


def is_unscripted(medium: Element) -> bool:
    """Whether it is what a page shows where no script runs: a picture that a script would have put there."""
    return medium.attributes.get("class") == "unscripted"


def letters(image: Element) -> str:
    """What a picture in the text says instead of letters: an emoji, a smiley, an initial that was drawn."""
    alt, classes = image.attributes.get("alt", "").strip(), image.attributes.get("class", "")
    is_said = _EMOJI.fullmatch(alt) or len(alt) == 1 or _SMILEY.search(classes)
    return alt if is_said and len(alt) <= _LONGEST_EMOJI else ""


def kind(image: Element) -> Left | None:
    """As what a picture is told; None for a dot by which readers are counted, and for an icon."""
    said = image.attributes
    sizes = [int(said[side]) for side in ("width", "height") if said.get(side, "").isdecimal() and len(said[side]) < 6]
    if _FORMULA.search(said.get("class", "")) or said.get("alt", "").startswith("{\\displaystyle"):
        return Left.FORMULA
    if (sizes and min(sizes) <= 1) or (image.name == "canvas" and (said.get("aria-hidden") or max(sizes or [0]) < 64)):
        return None
    return Left.PICTURE


def figure(element: Element, told: Counter[Left]) -> list[Element | str]:
    """A figure of somebody else's: without its picture and its caption. One that holds no picture is what it holds."""
    captions = [child for child in element.elements() if child.name == "figcaption"]
    others = [child for child in element.elements() if child.name not in ("figcaption", "br")]
    is_bare = bool(captions and others) and sum(each.letters for each in captions) == element.letters
    if GONE not in element.holds and not is_bare:
        return _with_its_table(element, captions)
    gone = [
        each.attributes["kind"] for each in nodes(element.children) if isinstance(each, Element) and each.name == GONE
    ]
    told[Left.PICTURE] += not any(gone)
    kept: list[Element | str] = [child for child in others if child.holds & _TEXTS or child.name in _TEXTS]
    if sum(each.letters for each in others) > _LONGEST_CAPTION:
        kept = list(others)
    if element.letters > sum(each.letters for each in kept if isinstance(each, Element)):
        _with_caption(gone.count(Left.PICTURE) if any(gone) else 1, told)
    return [Element(GONE, {"kind": ""}), *kept]


def _with_caption(pictures: int, told: Counter[Left]) -> None:
    """So many of the pictures that were counted had a caption, which is left out too."""
    told[Left.PICTURE] -= pictures
    told[Left.CAPTIONED if pictures else Left.CAPTION] += pictures or 1


def _with_its_table(element: Element, captions: list[Element]) -> list[Element | str]:
    inside = [child for child in element.elements() if child.name == "table"]
    if len(inside) != 1 or not captions:
        return list(element.children)
    captioned(inside[0], captions[0])
    return [child for child in element.children if child is not captions[0]]


def captioned(table: Element, caption: Element) -> None:
    """Puts a caption into a table that has none."""
    if "caption" not in {child.name for child in table.elements()}:
        table.children.insert(0, tables.in_lines("caption", [caption]))


def beside(children: list[Element | str], told: Counter[Left]) -> list[Element | str]:
    """Children without the captions of the pictures that are gone from among them; a table takes its own."""
    seen = [child for child in children if not _is_blank(child)]
    dropped: set[int] = set()
    for place, child in enumerate(seen):
        if not isinstance(child, Element) or "caption" not in child.means or not child.letters:
            continue
        near = [seen[at] for at in (place - 1, place + 1) if 0 <= at < len(seen)]
        of_data = [each for each in near if isinstance(each, Element) and each.name == "table"]
        if any(isinstance(each, Element) and not each.letters for each in near):
            _with_caption(min(told[Left.PICTURE], 1), told)
            dropped.add(id(child))
        elif of_data:
            captioned(of_data[0], child)
            dropped.add(id(child))
    return [child for child in children if id(child) not in dropped] if dropped else children


def _is_blank(child: Element | str) -> bool:
    if isinstance(child, str):
        return not child.strip()
    return not child.letters and child.name != GONE and GONE not in child.holds
