"""What the styles of a copied document mean, in words: of an attribute, and of a sheet that came along with it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(\.[\w-]+)?", re.IGNORECASE)
_STYLE_ELEMENT = re.compile(r"<style\b[^<>]*>", re.IGNORECASE)
_MOST_RULES = 3_000
_LENGTH = re.compile(r"(-?\d*\.?\d+)(px|pt|pc|in|cm|mm|rem|em|ex|ch|vh|vw|vi|%)?")
_CLIPPED = re.compile(r"rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)")
_INSET = re.compile(r"inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0")
_SIZES = ("width", "height", "max-width", "max-height", "inline-size", "block-size")
_FAR = -900

Said = Mapping[str, str]


def _length(value: str) -> float | None:
    found = _LENGTH.fullmatch(value)
    return float(found[1]) if found else None


def _is_hidden(said: Said) -> bool:
    """Whether nobody saw the element, whatever stands in it."""
    return (
        said.get("display") == "none"
        or said.get("mso-hide") == "all"
        or said.get("content-visibility") == "hidden"
        or _length(said.get("opacity", "")) == 0
        or bool(_CLIPPED.match(said.get("clip", "")) or _INSET.match(said.get("clip-path", "")))
        or said.get("transform", "").startswith(("scale(0)", "scale(0,"))
        or _is_out_of_sight(said)
    )


def _is_out_of_sight(said: Said) -> bool:
    is_placed = said.get("position") in ("absolute", "fixed")
    places = [said.get("text-indent", ""), *(said.get(side, "") for side in ("left", "top", "right") if is_placed)]
    is_cut = said.get("overflow", "").startswith(("hidden", "clip")) or is_placed and "overflow" in said
    sizes = [said.get(size, "") for size in _SIZES if is_cut]
    is_far = any((length := _length(place)) is not None and length <= _FAR for place in places)
    return is_far or any((length := _length(size)) is not None and 0 <= length <= 1 for size in sizes)


def _size(said: Said) -> str:
    """Letters of no size, or of one of their own: `em` of nothing is nothing."""
    found = _LENGTH.fullmatch(said.get("font-size", ""))
    if not found:
        return "sized" if said.get("font-size", "") in ("small", "medium", "large", "x-large", "x-small") else ""
    if float(found[1]) <= (1 if found[2] in ("px", "pt") else 0):
        return "tiny"
    return "sized" if found[2] not in ("em", "ex", "ch", "%", None) else ""


def _visibility(said: Said) -> str:
    return {"hidden": "invisible", "collapse": "invisible", "visible": "visible"}.get(said.get("visibility", ""), "")


def _is_struck(said: Said) -> bool:
    return "line-through" in said.get("text-decoration", "") + said.get("text-decoration-line", "")


def _raise(said: Said) -> str:
    stands = said.get("vertical-align") or said.get("font-variant-position") or ""
    by = _LENGTH.fullmatch(said.get("mso-text-raise", ""))
    if by and float(by[1]):
        stands = "super" if float(by[1]) > 0 else "sub"
    return {"super": "raised", "sub": "lowered"}.get(stands, "")


def _lines(said: Said) -> str:
    kept = said.get("white-space-collapse") or said.get("white-space") or ""
    if kept.startswith(("pre", "break-spaces")):
        return "lines"
    return "no-lines" if kept in ("normal", "nowrap", "collapse") else ""


def _weight(said: Said) -> str:
    weight = said.get("font-weight", "")
    bold, regular = re.fullmatch(r"bold(er)?|[6-9]00", weight), re.fullmatch(r"normal|[1-5]00", weight)
    return "bold" if bold else "regular" if regular else ""


def _slant(said: Said) -> str:
    slant = said.get("font-style", "")
    return "italic" if slant.startswith(("italic", "oblique")) else "upright" if slant == "normal" else ""


_COUNTED = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I",
}  # fmt: skip
_AS_AROUND = {"inherit", "initial", "unset", "revert", "revert-layer"}


def _counted(said: Said) -> str:
    """What a list, or an item of it, is counted in, as `type` says it; `1` is anything else that has been said."""
    kinds = (said.get("list-style-type") or said.get("list-style", "")).split()
    found = next((_COUNTED[each] for each in kinds if each in _COUNTED), "1")
    return f"counted-{found}" if kinds and not _AS_AROUND & set(kinds) else ""


def _word_list(said: Said) -> str:
    level = re.search(r"level(\d)", said.get("mso-list", ""))
    return "marker" if said.get("mso-list") == "ignore" else f"level{level[1]}" if level else ""


def _word_remark(said: Said) -> str:
    if said.get("mso-special-character") == "comment":
        return "anchor"
    return {"comment-list": "remark-list", "comment": "remark"}.get(said.get("mso-element", ""), "")


def _face(said: Said) -> str:
    face = (said.get("mso-symbol-font-family") or said.get("font-family", "")).partition(",")[0].strip("\"' ")
    return face if face in ("symbol", "wingdings") else ""


_READERS: tuple[Callable[[Said], str], ...] = (
    _weight,
    _slant,
    _size,
    _visibility,
    _raise,
    _lines,
    _counted,
    _word_list,
    _word_remark,
    _face,
    lambda said: "hidden" if _is_hidden(said) else "",
    lambda said: "struck" if _is_struck(said) else "",
    lambda said: "drawn" if "url(" in said.get("background-image", "") + said.get("background", "") else "",
)


@dataclass
class Sheet:
    """The rules that came along in `<style>`, by what they are for: `p`, `.p1` or `p.p1`."""

    rules: dict[str, dict[str, str]] = field(default_factory=dict)
    known: dict[tuple[str, str, str], frozenset[str]] = field(default_factory=dict)

    def meanings(self, name: str, classes: str, style: str) -> frozenset[str]:
        """What an element's styles mean: words of which each is said above."""
        asked = name, classes, style
        if asked not in self.known:
            said = self._of_classes(name, classes) | _declarations(style)
            self.known[asked] = frozenset(filter(None, (read(said) for read in _READERS))) if said else frozenset()
        return self.known[asked]

    def _of_classes(self, name: str, classes: str) -> dict[str, str]:
        said: dict[str, str] = {}
        for key in (name, *(f"{tag}.{each}" for each in classes.lower().split() for tag in ("", name))):
            said |= self.rules.get(key, {})
        return said


def sheet(html: str) -> Sheet:
    """The rules of the sheets in raw HTML, of which it takes the simple ones."""
    rules: dict[str, dict[str, str]] = {}
    for selectors, style in _rules(_sheets(html)):
        for selector in selectors.split(","):
            found = _SELECTOR.fullmatch(selector.strip())
            if found and selector.strip() and len(rules) < _MOST_RULES:
                rules.setdefault(found[0].lower(), {}).update(_declarations(style))
    return Sheet(rules)


def _sheets(html: str) -> str:
    found, at = [], 0
    while begun := _STYLE_ELEMENT.search(html, at):
        at = html.find("</", begun.end())
        if at < 0:
            break
        found.append(html[begun.end() : at])
    bare = "".join(found).replace("<!--", "").replace("-->", "")
    first, *commented = bare.split("/*")
    return first + "".join(each.partition("*/")[2] for each in commented)


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule's selectors and declarations. What holds for paper or a phone alone (`@media`) is no rule here."""
    depth, selectors = 0, ""
    for piece in re.findall(r"[{}]|[^{}]+", css):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            selectors = piece.rpartition(";")[2].strip()
        elif depth == 1 and not selectors.startswith("@"):
            yield selectors, piece


def _declarations(style: str) -> dict[str, str]:
    each = (part.replace("!important", "").partition(":") for part in style.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _colon, value in each if value}
