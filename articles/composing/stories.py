"""What a story's page is set from: its text with the passages marked, who says so, corrections, what to read on."""

from functools import partial

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.composing import blocks, related
from articles.composing.numerals import in_numerals
from articles.composing.owners import by_owner
from articles.models.publication import Publication
from articles.rules.words import CorrectionKind
from articles.text import passages

# The kinds of corrections that stand before the text, the gravest first.
GRAVE = tuple(kind for kind in reversed(CorrectionKind) if kind.stands_first)


def content(story, statements, corrections):
    """The context of `stories/story.html`: of a version that was read, or dressed, as `for_page` does."""
    # What an advertisement says is no statement: nobody is asked for it, and nothing in it is marked.
    owners = [] if story.is_advertisement else by_owner(statements)
    context = {
        "story": story,
        "owners": owners,
        "corrections": corrections,
        "taken_back": taken_back(corrections),
        "body": marked(story, owners),
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
    if story.is_advertisement:
        return None
    nearest = related.nearest(story.near_by_tag, story.near_by_source)
    stories = Publication.objects.live().news().filter(pk__in=nearest, edition=story.edition)
    return related.in_order(stories.for_list(story.edition.language), nearest) or None


def marked(story, owners):
    """The text with each attributed passage marked, under its owner's number in “Who says so”."""
    found = [
        passages.Passage(owner.number, statement.words, statement.occurrence)
        for owner in owners
        for statement in owner.statements
    ]
    digits = partial(in_numerals, language=story.edition.language)
    # Safe: the record holds cleaned HTML, and `mark` adds fixed markup around text.
    return mark_safe(passages.mark(story.body, found, label=_("Source"), digits=digits))
