"""What differs between two texts beside their words, in words: headings, lists, links, emphasis, line breaks."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import text
from articles.admin.forms import languages
from articles.text import comparing, outline
from articles.text.comparing import Paragraph

LABELS = {
    "outline": gettext_lazy("Headings, lists, links and emphasis of the text"),
    "markup": gettext_lazy("The markup differs"),
}
# What a text has beside its words, in the words of the editor's toolbar.
PARTS = {
    "h2": gettext_lazy("Subhead"),
    "h3": gettext_lazy("Smaller subhead"),
    "li": gettext_lazy("List"),
    "blockquote": gettext_lazy("Block quotation"),
    "figure": gettext_lazy("Photo"),
    "a": gettext_lazy("Link"),
    "strong": gettext_lazy("Bold"),
    "em": gettext_lazy("Italic"),
    "sup": gettext_lazy("Superscript"),
    "sub": gettext_lazy("Subscript"),
    "table": gettext_lazy("Table"),
    "caption": gettext_lazy("Caption of the table"),
    "tr": gettext_lazy("Row of the table"),
    "br": gettext_lazy("Line break after"),
}
NUMBERED, HEADS = gettext_lazy("Numbered list"), gettext_lazy("Head row of the table")
# Parts of which nothing is told but how they run.
DIRECTION, LANGUAGE = gettext_lazy("Direction"), gettext_lazy("Language")
RUNS = {
    "rtl": gettext_lazy("right to left"),
    "ltr": gettext_lazy("left to right"),
    "auto": gettext_lazy("as its first letter runs"),
}


def differing(old: str, new: str) -> Iterator[tuple[str, list[Paragraph]]]:
    """What differs between two cleaned texts beside their words: in words; with what stands before it where these are
    the same; or else as it is written. Each with a name, for which `LABELS` has the words."""
    if old == new or (text.paragraphs(old) != text.paragraphs(new) and outline.is_same_but_for_words(old, new)):
        return
    before, after = outline.parts(old), outline.parts(new)
    for tell in (_in_words, _with_place):
        lines, new_lines = list(map(tell, before)), list(map(tell, after))
        if lines != new_lines:
            yield "outline", comparing.paragraphs(lines, new_lines)
            return
    yield "markup", [Paragraph(comparing.words(*outline.markup_around(old, new)))]


def _in_words(part):
    """“Link: the report → https://…”"""
    said = f"{_kind(part)}: {languages.isolated(text.shortened(part.words, 90))}"
    language = part.language and part.tag in PARTS and f"{LANGUAGE}: {part.language}"
    more = (part.leads and languages.isolated(part.leads), RUNS.get(part.direction), language, part.others)
    return " → ".join(str(each) for each in (said, *more) if each)


def _kind(part):
    if part.tag == "tr":
        return HEADS if set(part.cells) == {"h"} else PARTS["tr"]
    if part.is_numbered and part.marker:
        return _("Numbered list, %s") % part.marker
    if part.is_numbered:
        return NUMBERED
    plain = DIRECTION if part.direction or not part.language else f"{LANGUAGE} {part.language}"
    return PARTS.get(part.tag, plain)


def _with_place(part):
    """The same, with what stands before it."""
    place = part.before and _("after “%s”") % languages.isolated(part.before)
    return " → ".join(filter(None, [_in_words(part), place, part.cells]))
