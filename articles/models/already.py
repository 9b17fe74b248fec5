"""What readers have of a story already: by this a gate tells what a version adds."""

from functools import lru_cache

from articles.models.publication import Publication
from articles.models.published import Statement
from articles.rules.facts import Before, Said
from articles.rules.words import Kind, StatementKind
from articles.text import folding
from articles.text.above import Above
from articles.text.ledger import ledger

# In so many versions of a story the words are looked for that its correction quotes.
MOST_TEXTS = 50


def version_of(story):
    """The version that readers see or, where they see none, the last that they saw; None if there is none."""
    return Publication.objects.filter(story=story).begun().order_by("number").defer("vector").last()


def of(version):
    """What readers have of a version. An advertisement has no statements, and its words were never judged."""
    if version is None or version.kind == Kind.SPONSORED or version.erasure_id:
        return Before()
    rows = Statement.objects.filter(publication=version).values_list("words", "occurrence", "source", "name", "kind")
    said = list(rows)
    # Not by its count: what was owned once may be owned in part by the rule of today, and is nothing new for that.
    unowned = unowned_in(version, [row[:2] for row in said])
    return Before(
        tuple(Said(words, source, name, kind == StatementKind.QUOTATION) for words, _nth, source, name, kind in said),
        tuple(folding.fold(words) for words in unowned),
    )


def texts(version):
    """What readers have had of its story until now, the newest first: (text, the lines above it)."""
    if version is None:
        return ()
    rows = Publication.objects.filter(story=version.story_id).begun().order_by("-number").defer("vector")
    return tuple((row.body, above_of(row)) for row in rows[:MOST_TEXTS])


def above_of(version):
    """What stands above the text of a version."""
    return Above(version.headline, version.standfirst, version.photo_caption)


def unowned_in(version, said):
    """The words of the quotations that nobody owns in a version with these statements: (words, occurrence)."""
    return _unowned_in(version.body, above_of(version), tuple(said))


@lru_cache(maxsize=32)  # Cached: a version never changes, and is asked for whenever somebody types.
def _unowned_in(body, above, said):
    return tuple(each.words for each in ledger(body, said, above).unowned)
