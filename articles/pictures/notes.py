"""What the file of a picture says of itself: who is to be credited, on what terms, what it shows, how it came about.

Read in the bounded process of `redrawing`, before all of it is dropped, and cleaned there: an editor is offered plain
lines of bounded length. XMP is believed before IPTC's older form (IIM), and that before EXIF, as the Metadata Working
Group recommends. Where a picture was taken, by which camera and when is not even looked at."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

from PIL import Image, IptcImagePlugin

# As long as the fields are for which they are offered: a test holds them together.
MOST_LETTERS = {"credit": 160, "licence": 160, "caption": 400}
MOST_BYTES, MOST_VALUES = 4 * 1024**2, 20
MOST_LANGUAGE, MOST_ADDRESS, MOST_READ = 35, 200, 10_000

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC, PHOTOSHOP = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/photoshop/1.0/}"
RIGHTS, EXTENSION = "{http://ns.adobe.com/xap/1.0/rights/}", "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
LANGUAGE, ANY_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang", "x-default"

# Data sets of IIM 4.2, and tags of EXIF.
IIM = {"by": (2, 80), "credit": (2, 110), "notice": (2, 116), "caption": (2, 120)}
EXIF = {"caption": 0x010E, "by": 0x013B, "notice": 0x8298}

# What cameras write where a caption belongs.
NO_CAPTION = re.compile(r"(?i)(\w+ )*digital camera|sony dsc|dcim\W.*|screenshot|untitled|charset=\S*")
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>?")
# Joiners and the marks of a direction are letters' own business; what overrides a direction is not.
_KEPT_MARKS = frozenset("\u200c\u200d\u200e\u200f\u061c")

# Each is (language, text).
Said = list[tuple[str, str]]


def said_by(picture: Image.Image) -> dict[str, Any]:
    """What is offered: `credit`, `licence`, `origin` (an address of IPTC's vocabulary), and `captions` by language, ""
    for one that the file does not name."""
    found = [_xmp(picture), _iim(picture), _exif(picture)]

    def first(name: str) -> Said:
        return next((each[name] for each in found if each.get(name)), [])

    return {
        "credit": _line("credit", " / ".join(_distinct(_all(first("by")), _all(first("credit"))))),
        "licence": _line("licence", "; ".join(_distinct(_all(first("terms")), _all(first("notice"))))),
        "captions": {_named(language): said for language, text in first("caption") if (said := _line("caption", text))},
        "origin": _all(first("origin"))[:MOST_ADDRESS],
    }


def _named(language: str) -> str:
    return "" if language == ANY_LANGUAGE else language[:MOST_LANGUAGE].lower()


def _distinct(one: str, other: str) -> list[str]:
    """Both, without what says no more than the other does."""
    if one.casefold() in other.casefold():
        return [other] if other else []
    return [one] if other.casefold() in one.casefold() else [one, other]


def _all(said: Said) -> str:
    """The texts of which there may be several, as of authors; of translations the one for anybody."""
    languages = {language for language, _text in said}
    if len(languages) > 1:
        said = [each for each in said if each[0] in ("", ANY_LANGUAGE)] or said[:1]
    return ", ".join(dict.fromkeys(clean(text) for _language, text in said))


def _line(name: str, text: str) -> str:
    """The text as it is offered for a field: cleaned, and cut where it is too long."""
    text, most = clean(text), MOST_LETTERS[name]
    if name == "caption" and NO_CAPTION.fullmatch(text):
        return ""
    return text if len(text) <= most else text[: most - 1].rpartition(" ")[0][: most - 1] + "…"


def clean(text: str) -> str:
    """Plain words in one line: no markup, nothing that cannot be seen, no direction that goes on beyond its words."""
    text = _TAG.sub(" ", html.unescape(text[:MOST_READ]))
    return " ".join("".join(map(_seen, unicodedata.normalize("NFC", text))).split())


def _seen(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return " "
    # Codes of a direction and other formats, and halves of characters.
    return "" if kind in ("Cf", "Cs") and letter not in _KEPT_MARKS else letter


def _letters(raw: Any) -> str:
    """The text in what a program wrote, in UTF-8, as it should, or in the letters of its Windows."""
    if isinstance(raw, str):  # as Pillow read EXIF, which is to be ASCII
        raw = raw.encode("latin-1", "replace")
    if not isinstance(raw, bytes):
        return ""
    raw = raw[:MOST_BYTES]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        arabic = raw.decode("cp1256", "replace")
        return arabic if _is_arabic(arabic) else raw.decode("cp1252", "replace")


def _is_arabic(text: str) -> bool:
    """Whether most of its letters are Arabic."""
    letters = [letter for letter in text[:MOST_READ] if letter.isalpha()]
    return sum("\u0600" <= letter <= "\u06ff" for letter in letters) * 2 > len(letters)


def _unless_broken(read: Callable[[Image.Image], dict[str, Said]]) -> Callable[[Image.Image], dict[str, Said]]:
    """Notes that cannot be read are none: the picture is taken all the same."""

    def reading(picture: Image.Image) -> dict[str, Said]:
        try:
            return read(picture)
        except Exception:  # noqa: BLE001
            return {}

    return reading


@_unless_broken
def _iim(picture: Image.Image) -> dict[str, Said]:
    told = IptcImagePlugin.getiptcinfo(picture) or {}  # type: ignore[arg-type]
    return {name: [("", text) for raw in _several(told.get(at)) if (text := _letters(raw))] for name, at in IIM.items()}


def _several(raw: Any) -> list[Any]:
    return raw[:MOST_VALUES] if isinstance(raw, list) else [raw]


@_unless_broken
def _exif(picture: Image.Image) -> dict[str, Said]:
    told = picture.getexif()
    # A copyright has the photographer's part and the editor's, with a NUL between.
    texts = {name: _letters(told.get(tag)).replace("\0", " ").strip() for name, tag in EXIF.items()}
    return {name: [("", text)] for name, text in texts.items() if text}


@_unless_broken
def _xmp(picture: Image.Image) -> dict[str, Said]:
    packet = picture.info.get("xmp") or b""
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", _letters(packet)).strip("\ufeff \r\n\t")
    # No packet has one; what it would define could grow without end.
    if len(packet) > MOST_BYTES or not text or "<!DOCTYPE" in text:
        return {}
    about = [each for rdf in ElementTree.fromstring(text).iter(f"{RDF}RDF") for each in rdf]
    names = {
        "by": f"{DC}creator", "credit": f"{PHOTOSHOP}Credit", "terms": f"{RIGHTS}UsageTerms", "notice": f"{DC}rights",
        "caption": f"{DC}description", "origin": f"{EXTENSION}DigitalSourceType",
    }  # fmt: skip
    said = {name: list(_property(about, wanted))[:MOST_VALUES] for name, wanted in names.items()}
    said["terms"] = said["terms"] or list(_property(about, f"{RIGHTS}WebStatement"))[:1]
    return {name: [(language, text) for language, text in each if text.strip()] for name, each in said.items()}


def _property(about: list[ElementTree.Element], name: str) -> Iterator[tuple[str, str]]:
    """The values of a property of the picture, with their language; not those of others that it was made from."""
    for each in about:
        if name in each.attrib:
            yield "", each.attrib[name]
        for found in each.findall(name):
            items = found.findall(f"*/{RDF}li") or [found]
            for item in items:
                yield item.get(LANGUAGE, ""), item.get(f"{RDF}resource") or item.text or ""
