"""What differs between two drafts of a story, field by field, in the words of the form."""

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import text
from articles.admin.forms import outlines
from articles.admin.forms.readers_view import moment
from articles.models import Story, drafts
from articles.text import comparing
from articles.text.comparing import Paragraph

# Fields that are told in the language of the desk. All others are written in the edition's language.
TOLD = {"kind", "stage", "embargo_until"}
# Lists of names: taken away or added whole.
LISTS = ("tags", "bylines")
LABELS = {
    "bylines": gettext_lazy("Bylines"),
    "tags": gettext_lazy("Tags"),
    "attributions": gettext_lazy("Attributions"),
} | outlines.LABELS
# In the order of the form. What it has beside these follows.
ORDER = (
    "section", "kind", "stage", "kicker", "headline", "standfirst", "body", "outline", "markup", "dateline", "bylines",
    "tags", "attributions", "lead_photo", "lead_caption", "slug", "embargo_until", "note",
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
    def is_markup(self):
        """Whether it is shown as it is written: from left to right."""
        return self.name == "markup"

    @property
    def runs(self):
        """The paragraphs in runs: those that stayed, which may be folded away, and those that did not."""
        return [Run(is_same, list(run)) for is_same, run in groupby(self.paragraphs, lambda each: each.is_same)]


def label_of(name):
    """What the form calls a field."""
    fields = {field.name: field.verbose_name for field in Story._meta.concrete_fields}
    return str(LABELS.get(name) or capfirst(fields.get(name, name)))


def in_order(names):
    return sorted(names, key=_place)


def _place(name):
    return ORDER.index(name) if name in ORDER else len(ORDER)


def differences(old, new):
    """What differs from the draft `old` to the draft `new`: nothing, only where they are the same to the byte."""
    before, after = _texts(old), _texts(new)
    for name in filter(lambda name: _has_namesakes(name, old, new), drafts.HANGING):
        before[name], after[name] = _apart(old, name), _apart(new, name)
    names = [name for name in before if before[name] != after[name]]
    found = [Difference(name, _compared(name, before[name], after[name])) for name in names]
    found += [Difference(name, told) for name, told in outlines.differing(old.story.body, new.story.body)]
    found += _untold(old, new, {"body", *names})
    return sorted(found, key=lambda difference: _place(difference.name))


def _has_namesakes(name, *those):
    """Whether two of a field's rows are called the same."""
    rows = {each.source if name == "attributions" else each for draft in those for each in getattr(draft, name)}
    return len({str(row) for row in rows}) < len(rows)


def _untold(old, new, told):
    """What differs in what is kept of both, and reads the same: two of one name, a space, what exists no more."""
    for name in (name for name in (*Story.WRITTEN, *drafts.HANGING) if name not in told):
        kept, new_kept = _apart(old, name), _apart(new, name)
        if kept != new_kept:
            yield Difference(name, _compared(name, kept, new_kept))


def _apart(draft, name):
    """A field as lines that tell apart what has one name."""
    gone = [str(_("What stood there exists no more.")) for field, _key in draft.gone if field == name]
    if name == "attributions":
        return [_attribution_apart(each) for each in draft.attributions] + gone
    rows = getattr(draft, name) if name in drafts.HANGING else [getattr(draft.story, name)]
    return [f"{each} ({each.slug})" if hasattr(each, "slug") else str(each) for each in rows if each is not None] + gone


def in_words(draft):
    """What a draft has, each field by its name."""
    told = _texts(draft)
    return [(label_of(name), "\n".join(told[name])) for name in in_order(told) if told[name]]


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
        "note": story.note.splitlines(),
        "tags": [str(tag) for tag in draft.tags],
        "bylines": [str(person) for person in draft.bylines],
        "attributions": [_attribution(each) for each in draft.attributions],
    }


def _line(value):
    return [str(value)] if value else []


def _attribution_apart(each):
    return f"{_attribution(each)} · {each.source.slug} · {each.verified_by.username if each.verified_by else ''}"


def _attribution(each):
    parts = [
        f"“{each.words}” – {each.source}",
        each.capacity,
        *(", ".join(filter(None, (str(owner.source), owner.capacity))) for owner in each.further),
        each.occasion,
        each.obtained_on and date_format(each.obtained_on, "j F Y"),
        each.get_kind_display(),
        each.get_terms_display(),
        each.get_check_made_display(),
        each.verified_by and _("verified by %s") % (each.verified_by.get_full_name() or each.verified_by),
        each.is_allegation and _("an allegation"),
        each.occurrence > 1 and _("occurrence %s") % each.occurrence,
        each.note,
    ]
    return " · ".join(str(part) for part in parts if part)
