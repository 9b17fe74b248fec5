"""What a story's page is set from: its text with the passages marked, who says so, corrections, what to read on."""

from django.utils.safestring import mark_safe
from django.utils.translation import gettext, pgettext

from articles.composing import blocks, related
from articles.composing.numerals import in_numerals
from articles.composing.owners import Sourcing, notes, sourcing
from articles.models import keys
from articles.models.prepared import NUMBER, TEXT, Prepared, Slot
from articles.models.publication import Publication
from articles.rules.words import CorrectionKind
from articles.text import margins, passages

# The kinds of corrections that stand before the text, the gravest first.
GRAVE = tuple(kind for kind in reversed(CorrectionKind) if kind.stands_first)

BESIDE = Prepared(
    lambda: (
        Publication.objects.live()
        .news()
        .filter(keys.among("pk", Slot("nearest", keys.NUMBERS)), edition=Slot("edition", NUMBER))
        .for_list(Slot("language", TEXT))
    )
)


def content(story, statements, corrections):
    """The context of `stories/story.html`: of a version that was read, or dressed, as `for_page` does."""
    # What an advertisement says is no statement: nobody is asked for it, and nothing in it is marked.
    said = Sourcing() if story.is_advertisement else sourcing(story.body, statements)
    context = {
        "story": story,
        "sourcing": said,
        "corrections": corrections,
        "taken_back": taken_back(corrections),
        "parts": list(in_parts(story, said)),
    }
    return context | {"blocks": blocks.at_the_end("story", context)}


def taken_back(corrections):
    """The gravest word that stands before the text, "retraction" or "apology": it marks the text. None where none
    does."""
    kinds = {correction.kind for correction in corrections}
    return next((kind for kind in GRAVE if kind in kinds), None)


def beside(context):
    """The stories that have most in common with this one; None where there are none, and beside an advertisement."""
    story = context["story"]
    nearest = related.nearest(story.near_by_tag, story.near_by_source)
    if story.is_advertisement or not nearest:
        return None
    stories = BESIDE.all(nearest=nearest, edition=story.edition_id, language=story.edition.language)
    return related.in_order(stories, nearest) or None


def in_parts(story, sourcing):
    """The text with its passages marked, in parts, each with the notes that stand beside its first paragraph."""
    found = list(_passages(sourcing, story.edition.language))
    noted = set()
    for part in margins.parts(passages.mark(story.body, found)):
        # Safe: the record holds cleaned HTML, and `mark` adds fixed markup around text.
        yield {"notes": notes(sourcing, part.statements, noted), "html": mark_safe(part.html)}


def _passages(sourcing, language):
    """What is marked. What stands nowhere in the text is not."""
    numbers, names = pgettext("between numbers", ", "), pgettext("between names", ", ")
    told = gettext("Source %(number)s: %(name)s")
    for said in sourcing.statements:
        if said.place:
            shown = numbers.join(in_numerals(owner.number, language) for owner in said.owners)
            label = told % {"number": shown, "name": names.join(row.name for row in said.rows)}
            words = said.first.words, said.first.occurrence
            yield passages.Passage(said.number, *words, shown, label, said.is_quiet, said.place)
