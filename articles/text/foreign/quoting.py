"""Words that a tag says are quoted, between the quotation marks of their language."""

import re

from articles.text.foreign.trees import Element, words

# By language: the marks of a quotation, and those of one inside another.
MARKS = {
    "en": ("“”", "‘’"),
    "ar": ("«»", "“”"),
    "de": ("„“", "‚‘"),
    "es": ("«»", "“”"),
    "fa": ("«»", "‹›"),
    "fr": ("«»", "“”"),
    "he": ("”“", "’‘"),
    "it": ("«»", "“”"),
    "nl": ("“”", "‘’"),
    "pt": ("“”", "‘’"),
    "ru": ("«»", "„“"),
    "tr": ("“”", "‘’"),
    "ur": ("“”", "‘’"),
}
_BEGINS_WITH_ONE = re.compile(r"\s*[\"“„«‹‘‚”»]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LATIN = re.compile("[A-Za-z]")


def marked(quoted: Element, language: str, depth: int) -> Element:
    """What was quoted, with the marks that a browser draws around it. One that has marks of its own has them."""
    said = words(quoted)
    plain = Element("").with_children(quoted.children)
    if not said.strip() or _BEGINS_WITH_ONE.match(said):
        return plain
    marks = MARKS[_language(said, language)][depth % 2]
    return Element("").with_children([marks[0], *quoted.children, marks[1]])


def _language(said: str, language: str) -> str:
    """The language of the quotation, if its page says it and its letters agree."""
    is_arabic = len(_ARABIC.findall(said)) > len(_LATIN.findall(said))
    known = language.lower().partition("-")[0]
    if is_arabic:
        return known if known in ("ar", "fa", "ur") else "ar"
    return known if known in MARKS and known not in ("ar", "fa", "ur") else "en"
