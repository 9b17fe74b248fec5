"""What readers have of a story already: by this a gate tells what a version adds."""

from articles.models.publication import Publication
from articles.models.published import Statement
from articles.rules.facts import Before, Said
from articles.rules.words import Kind, StatementKind
from articles.text import folding
from articles.text.ledger import ledger


def version_of(story):
    """The version that readers see or, where they see none, the last that they saw; None if there is none."""
    return Publication.objects.filter(story=story).begun().order_by("number").defer("vector").last()


def of(version):
    """What readers have of a version. An advertisement has no statements, and its words were never judged."""
    if version is None or version.kind == Kind.SPONSORED or version.erasure_id:
        return Before()
    rows = Statement.objects.filter(publication=version).values_list("words", "occurrence", "source", "name", "kind")
    said = list(rows)
    unowned = () if version.unowned_count == 0 else unowned_in(version.body, [row[:2] for row in said])
    return Before(
        tuple(Said(words, source, name, kind == StatementKind.QUOTATION) for words, _nth, source, name, kind in said),
        tuple(folding.fold(words) for words in unowned),
    )


def unowned_in(body, said):
    """The words of the quotations that nobody owns in a text with these statements: (words, occurrence)."""
    return [each.words for each in ledger(body, said).unowned]
