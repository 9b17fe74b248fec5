"""What differs between two drafts of a story, field by field, in the words of the form."""

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import text
from articles.admin.forms import languages
from articles.admin.forms.readers_view import moment
from articles.models import Story
from articles.text import comparing, outline
from articles.text.comparing import Paragraph

# Fields that are told in the language of the desk. All others are written in the edition's language.
TOLD = {"kind", "stage", "embargo_until"}
# Lists of names: taken away or added whole.
LISTS = ("tags", "bylines")
LABELS = {
    "bylines": gettext_lazy("Bylines"),
    "tags": gettext_lazy("Tags"),
    "attributions": gettext_lazy("Attributions"),
    "outline": gettext_lazy("Headings, lists, links and emphasis of the text"),
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
    "sup": gettext_lazy("Raised"),
    "sub": gettext_lazy("Lowered"),
    "table": gettext_lazy("Table"),
}
NUMBERED, DIRECTION = gettext_lazy("Numbered list"), gettext_lazy("Direction")
# In the order of the form. What it has beside these follows.
ORDER = (
    "section", "kind", "stage", "kicker", "headline", "standfirst", "body", "outline", "dateline", "bylines", "tags",
    "attributions", "lead_photo", "lead_caption", "slug", "embargo_until", "note",
)  # fmt: skip


class Run(NamedTuple):
    """Paragraphs that follow each other, all of them as they were, or none."""

    is_same: bool
    paragraphs: list[Paragraph]

    @property
    def is_short(self):
        """Whether nothing is gained by folding it away."""
        return len(self.paragraphs) < 2


@dataclass(frozen=True)
class Difference:
    """One field that differs."""

    name: str
    paragraphs: list[Paragraph]

    @property
    def label(self):
        return label_of(self.name)

    @property
    def is_written(self):
        """Whether it runs in the direction of the edition."""
        return self.name not in TOLD

    @property
    def runs(self):
        """The paragraphs in runs: those that stayed, which may be folded away, and those that did not."""
        return [Run(is_same, list(run)) for is_same, run in groupby(self.paragraphs, lambda each: each.is_same)]


def label_of(name):
    """What the form calls a field."""
    fields = {field.name: field.verbose_name for field in Story._meta.concrete_fields}
    return str(LABELS.get(name) or capfirst(fields.get(name, name)))


def in_order(names):
    return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


def differences(old, new):
    """What differs from the draft `old` to the draft `new`."""
    before, after = _texts(old), _texts(new)
    return [
        Difference(name, _compared(name, before[name], after[name]))
        for name in in_order(before)
        if before[name] != after[name] and not (name == "outline" and _is_same_but_for_words(old, new))
    ]


def in_words(draft):
    """What a draft has, each field by its name."""
    told = _texts(draft)
    return [(label_of(name), "\n".join(told[name])) for name in in_order(told) if told[name] and name != "outline"]


def _compared(name, old, new):
    if name in LISTS:
        return [Paragraph([piece]) for piece in comparing.rows(old, new)]
    if len(old) <= 1 and len(new) <= 1:
        return [Paragraph(comparing.words("".join(old), "".join(new)))]
    return comparing.paragraphs(old, new)


def _texts(draft):
    """The texts of a draft, each field as paragraphs."""
    story = draft.story
    told = {name: _line(getattr(story, name)) for name in Story.WRITTEN}
    return told | {
        "kind": _line(story.get_kind_display()),
        "stage": _line(story.get_stage_display()),
        "embargo_until": _line(story.embargo_until and moment(story.embargo_until, story.edition)),
        "body": text.paragraphs(story.body),
        "outline": _outline(story.body),
        "note": story.note.splitlines(),
        "tags": [str(tag) for tag in draft.tags],
        "bylines": [str(person) for person in draft.bylines],
        "attributions": [_attribution(each) for each in draft.attributions],
    }


def _line(value):
    return [str(value)] if value else []


def _outline(html):
    return [_in_words(part) for part in outline.parts(html)]


def _in_words(part):
    """“Link: the report → https://…”"""
    label = NUMBERED if part.is_numbered else PARTS.get(part.tag, DIRECTION)
    said = f"{label}: {languages.isolated(text.shortened(part.words, 90))}"
    direction = part.direction and {"rtl": _("right to left"), "ltr": _("left to right")}.get(part.direction)
    return " → ".join(filter(None, [said, part.leads and languages.isolated(part.leads), direction]))


def _is_same_but_for_words(old, new):
    """Whether two parts of an outline differ in their words alone: the comparison of the text shows these."""
    before, after = outline.parts(old.story.body), outline.parts(new.story.body)
    return [part.kind for part in before] == [part.kind for part in after]


def _attribution(each):
    parts = [
        f"“{each.words}” – {each.source}",
        each.capacity,
        each.occasion,
        each.obtained_on and date_format(each.obtained_on, "j F Y"),
        each.get_kind_display(),
        each.get_terms_display(),
        each.get_check_made_display(),
        each.verified_by and _("verified by %s") % (each.verified_by.get_full_name() or each.verified_by),
        each.occurrence > 1 and _("occurrence %s") % each.occurrence,
        each.note,
    ]
    return " · ".join(str(part) for part in parts if part)
