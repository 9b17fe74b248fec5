"""Whom a source speaks for: the organisation that it is, or that its title of that day names."""

from articles.rules.words import SourceKind
from articles.text import folding


def organisations(attribution, titles, day):
    """For each of the sources of an attribution, the first one first, the organisations that it is or spoke for on the
    day on which its words were obtained, or else that `day`. `titles`: those of its sources."""
    day = attribution.obtained_on or day
    capacities = [attribution.capacity, *(owner.capacity for owner in attribution.further)]
    return tuple(
        _of(source, capacity, [title for title in titles if title.source_id == source.pk and title.is_borne(day)])
        for source, capacity in zip(attribution.sources, capacities, strict=True)
    )


def _of(source, capacity, borne):
    """What it is, or what its titles name: where several are borne at once, the one in which it spoke, if that is
    said."""
    if source.kind == SourceKind.ORGANISATION:
        return frozenset({source.pk})
    spoken_in = [title for title in borne if folding.key(title.title) == folding.key(capacity)]
    return frozenset(title.organisation_id for title in spoken_in or borne if title.organisation_id)
