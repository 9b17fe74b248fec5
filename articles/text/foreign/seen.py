"""What was not seen in a document, or is no part of what it says: one rule for all programs that write HTML.

Struck out, said in the margin, hidden, said to a screen reader only; menus and buttons; the furniture of our own pages.
"""

import re
from enum import StrEnum

from articles.text.foreign.trees import Element, words


class Left(StrEnum):
    """What was left out of a paste, and is counted and told."""

    DELETION = "deletion"
    REMARK = "remark"
    # Where a remark hangs on the text. A remark may come with it or without.
    ANCHOR = "anchor"
    HIDDEN = "hidden"
    MENU = "menu"
    BUTTON = "button"
    FORM = "form"
    PICTURE = "picture"
    CAPTIONED = "captioned"
    CAPTION = "caption"
    VIDEO = "video"
    RECORDING = "recording"
    FRAME = "frame"
    FORMULA = "formula"
    # Not left out, and told all the same: tables whose rows are paragraphs now.
    TABLE = "table"
    # Ours, or nobody's: left out without a word.
    FURNITURE = "furniture"


_STRUCK = {"del", "s", "strike"}
_MENUS = {"navigation", "menu", "menubar", "toolbar", "tablist"}
_BUTTONS = {"button", "search", "tooltip", "switch", "tab"}
_BY_NAME = {
    "nav": Left.MENU,
    "button": Left.BUTTON,
    "input": Left.FURNITURE,
    "rp": Left.FURNITURE,
    "datalist": Left.FURNITURE,
    "dialog": Left.HIDDEN,
} | dict.fromkeys(_STRUCK, Left.DELETION)

# Classes, in whichever way a site joins their words: `sr-only`, `screen-reader-text`, `u-visuallyHidden`.
_TO_THE_EAR = re.compile(
    r"sronly|(?:for|show-?for)?screenreader|visuallyhidden|hiddenvisually|visualhidden|accessiblyhidden|"
    r"hiddenaccessible|assistivetext|elementinvisible|showforsr|a11y(?:hidden|only|text)|offscreen|textassistive"
)
_HIDDEN_CLASSES = {"hidden", "ishidden", "uhidden", "dnone", "displaynone", "invisible", "isinvisible"}
_SHOWN_AGAIN = re.compile(r"(?:block|flex|grid|inline|table|visible|show)")
_REMARK_CLASSES = {"msocomtxt", "msocommenttext", "msocommentsubject"}
_ANCHOR_CLASSES = {"msocomanchor", "msocomoff", "msocommentreference"}
_REMARK_TARGET = re.compile(r"#(?:_msocom_|_msoanchor_|cmnt(?:_ref)?)\d+$")
_REMARK_NAME = re.compile(r"(?:_msocom_|_msoanchor_|cmnt(?:_ref)?)\d+$")
_REMARK_BEHIND = re.compile(r"#(?:cmnt_ref|_msoanchor_)\d+$")
_ICONS = re.compile(
    r"(?:^|\s)(?:material-(?:icons|symbols)\S*|fa[srlb]?|fa-\S+|glyphicon\S*|icon(?:-\S+)?|bi|dashicons)\b"
)

_OURS = re.compile(r"#statement-(\d+)")
_OUR_FURNITURE = {
    "owners", "tags", "related", "byline", "kicker", "sibling", "colophon", "masthead", "sections", "edges", "editions",
    "skip", "trail", "turn", "sharing", "put-right", "passage-number",
    "signature", "throughout", "notes", "sheet",
}  # fmt: skip


def is_ours(html: str) -> bool:
    """Whether raw HTML was copied from a story of a paper like ours."""
    return bool(_OURS.search(html) or 'id="statement-' in html)


def leads_to_a_statement(element: Element) -> bool:
    return element.name == "a" and bool(_OURS.search(element.attributes.get("href", "")))


def without_its_number(link: Element) -> list[Element | str]:
    """What a link to a statement holds, but for the statement's number at its end."""
    led = _OURS.search(link.attributes["href"])
    last = link.children[-1] if link.children else ""
    if not isinstance(last, Element) or last.name != "sup" or not led:
        return link.children
    said = words(last).strip()
    return link.children[:-1] if said.isdecimal() and int(said[:9]) == int(led[1]) else link.children


def leads_back_from_a_remark(element: Element) -> bool:
    """Whether a link leads from a remark, at the foot of a document, to what it remarks on."""
    return element.name == "a" and bool(_REMARK_BEHIND.search(element.attributes.get("href", "")))


def unseen(element: Element, *, in_ours: bool = False) -> Left | None:
    """As what the element is left out, with all that it holds; None if it was seen."""
    return (
        _as_remark(element)
        or (Left.DELETION if "struck" in element.means or "msodel" in _classes(element) else None)
        or (_as_ours(element) if in_ours else None)
        or _BY_NAME.get(element.name)
        or _by_role(element.attributes.get("role", ""))
        or (Left.HIDDEN if _is_hidden(element) else None)
        or (Left.FURNITURE if _is_an_icon(element) else None)
    )


def _classes(element: Element) -> set[str]:
    return set(element.attributes.get("class", "").lower().split())


def _as_remark(element: Element) -> Left | None:
    said, classes = element.attributes, _classes(element)
    leads = element.name == "a" and (
        _REMARK_TARGET.search(said.get("href", "")) or _REMARK_NAME.match(said.get("name") or said.get("id", ""))
    )
    if leads or "anchor" in element.means or _ANCHOR_CLASSES & classes:
        return Left.ANCHOR
    is_remark = not element.means.isdisjoint({"remark", "remark-list"}) or bool(_REMARK_CLASSES & classes)
    return Left.REMARK if is_remark or said.get("role") == "comment" else None


def _as_ours(element: Element) -> Left | None:
    is_furniture = bool(_OUR_FURNITURE & _classes(element)) or element.attributes.get("id", "").startswith("statement-")
    return Left.FURNITURE if is_furniture or "visually-hidden" in _classes(element) else None


def _by_role(role: str) -> Left | None:
    return Left.MENU if role in _MENUS else Left.BUTTON if role in _BUTTONS else None


def _is_hidden(element: Element) -> bool:
    said = element.attributes
    if "hidden" in element.means or said.get("hidden", "until-found") != "until-found":
        return True
    classes = said.get("class", "").lower().split()
    bare = [
        each.replace("-", "").replace("_", "") for each in classes if ":" not in each and not each.startswith("not-")
    ]
    if any(_TO_THE_EAR.search(each) for each in bare):
        return True
    shown_again = (_SHOWN_AGAIN.search(each) for each in classes if ":" in each or each.startswith("d-"))
    return bool(_HIDDEN_CLASSES.intersection(bare)) and not any(shown_again)


def _is_an_icon(element: Element) -> bool:
    """A drawing whose name is its text. What else is hidden from the ear alone was seen."""
    is_hidden = element.attributes.get("aria-hidden") == "true"
    return is_hidden and bool(_ICONS.search(element.attributes.get("class", "")))
