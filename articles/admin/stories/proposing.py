"""Who might own a quotation that nobody owns: as the text names them, and as the desk knows them."""

from collections import defaultdict

from django.db.models import Prefetch, Q
from django.utils.timezone import localdate

from articles.models import Source, SourceTitle, searching
from articles.rules.titles import then
from articles.rules.words import SourceKind
from articles.text import folding
from articles.text.above import FIELDS
from articles.text.passages import Place
from articles.text.speakers import proposing
from articles.text.speakers.knowing import Known
from articles.text.speakers.shapes import Kind

# So many names of a text are looked up, and so many quotations proposed for.
MOST_NAMES, MOST_QUOTATIONS = 100, 200


def of_each(texts, open_ones, statements, story, language):
    """For each quotation that nobody owns the owners that are proposed for it, the likeliest first: lists of owners,
    as the ledger tells them. `texts`: the paragraphs of the text, and behind them the lines above it. `open_ones`: the
    places of these quotations. `statements`: (place, numbers of its sources) of what is owned.
    """
    known = _sources(Q(pk__in={key for _place, keys in statements for key in keys}), story, language)
    asked = open_ones[:MOST_QUOTATIONS]
    # A line above the text is read where something is open in it.
    first = min([0, *(place.paragraph for place in asked)])
    owned = [(place, keys) for place, keys in statements if place is not None and place.paragraph >= first]
    found = proposing.proposals(
        texts if first else texts[: -len(FIELDS)],
        [
            Place(place.paragraph % len(texts), place.start, place.end)
            for place in (*asked, *(place for place, _keys in owned))
        ],
        [_known(source) for source in known.values()],
        {len(asked) + number: keys for number, (_place, keys) in enumerate(owned)},
    )[: len(asked)]
    names = {owner.name for each in found for proposal in each for owner in proposal.owners if not owner.source}
    called = _called(sorted(names)[:MOST_NAMES], story, language)
    told = [[_told(proposal, known, called) for proposal in each] for each in found]
    return [_each_once(each) for each in told] + [[]] * (len(open_ones) - len(found))


def _told(proposal, known, called):
    return [_owner(owner, known.get(owner.source) or called.get(folding.key(owner.name))) for owner in proposal.owners]


def _owner(owner, source):
    """An owner as the ledger tells it: a source of the desk, or a new one."""
    if source is not None:
        title = "" if source.is_protected else source.borne_today or owner.title or source.borne_then
        kind = Kind.UNNAMED.value if source.is_protected else source.kind
        return {"id": source.pk, "name": source.called, "title": title, "kind": kind, "is_new": False}
    return {"id": "", "name": owner.name, "title": owner.title, "kind": owner.kind.value, "is_new": True}


def _each_once(proposals):
    """Two ways in which the text names one person propose him once."""
    seen = {tuple((owner["id"], folding.key(owner["name"])) for owner in owners): owners for owners in proposals[::-1]}
    return list(seen.values())[::-1]


def _called(names, story, language):
    """{key of a name: the one source that is called so}."""
    keys = {folding.key(name) for name in names} - {""}
    if not keys:
        return {}
    bearers = defaultdict(set)
    found = _sources(searching.bearing(Source, keys), story, language)
    for source in found.values():
        for name in _names(source):
            bearers[folding.key(name)].add(source.pk)
    return {key: found[min(bearers[key])] for key in keys if len(bearers[key]) == 1}


def _sources(condition, story, language):
    """The sources that may own a statement of this story, with their names, the titles that they bear today, and the
    last that has ended."""
    today, titles = localdate(), SourceTitle.objects.filter(language=language)
    meant = Q(protected_in=None) | Q(protected_in=story and story.pk)
    rows = Source.objects.filter(condition, meant).prefetch_related(
        "names",
        Prefetch("titles", titles.borne_on(today), to_attr="borne"),
        Prefetch("titles", titles.ended_before(today), to_attr="ended"),
    )
    for source in (found := {row.pk: row for row in rows}).values():
        own = [each.name for each in source.names.all() if each.language == language]
        source.called = own[0] if own else source.name
        source.borne_today = next((each.title for each in source.borne), "")
        source.borne_then = next((then(each.title, language) for each in source.ended), "")
    return found


def _names(source):
    return [source.called, source.name, *(each.name for each in source.names.all())]


_KINDS = {SourceKind.PERSON: Kind.PERSON, SourceKind.DOCUMENT: Kind.DOCUMENT, SourceKind.DATASET: Kind.DOCUMENT}


def _known(source):
    kind = _KINDS.get(SourceKind(source.kind), Kind.ORGANISATION)
    titles = tuple(each.title for each in source.borne)
    return Known(source.pk, tuple(_names(source)), titles, Kind.UNNAMED if source.is_protected else kind)
