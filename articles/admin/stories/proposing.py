"""Who might own a quotation that nobody owns: as the text names them, and as the desk knows them."""

from collections import defaultdict
from itertools import chain

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
from articles.text.spellings import sameness

# So many names of a text are looked up, and so many quotations proposed for.
MOST_NAMES, MOST_QUOTATIONS = 100, 200
# So many answers stand in a row: those of the text, and who may be meant by them.
MOST_PROPOSED = 6
# More that are asked about are none that a person would look through.
MOST_SOURCES = 300
# So many names of people are looked up in other spellings too, and so many are asked about for one.
MOST_SPELLED, MOST_ALIKE = 40, 3


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
        {len(texts) - len(FIELDS)} if first else (),
    )[: len(asked)]
    new = [owner for each in found for proposal in each for owner in proposal.owners if owner.source is None]
    meant = _meant(new, story, language)
    told = [[_told(proposal, known, meant) for proposal in each] for each in found]
    return [_each_once(chain.from_iterable(each)) for each in told] + [[]] * (len(open_ones) - len(found))


def _told(proposal, known, meant):
    """The ways in which a proposal may be taken: who may be meant before who would be new."""
    ways = [_ways(owner, known, meant) for owner in proposal.owners]
    together = max(map(len, ways))
    return [[each[min(place, len(each) - 1)] for each in ways] for place in range(together)]


def _ways(owner, known, meant):
    if owner.source in known:
        return [_owner(owner, known[owner.source])]
    surely, alike = meant.get((owner.name, owner.kind), (None, ()))
    if surely is not None:
        return [_owner(owner, surely)]
    return [*(_owner(owner, each, is_alike=True) for each in alike), _owner(owner, None)]


def _owner(owner, source, is_alike=False):
    """An owner as the ledger tells it: a source of the desk, surely meant or alike, or a new one."""
    if source is not None:
        title = "" if source.is_protected else source.borne_today or owner.title or source.borne_then
        kind = Kind.UNNAMED.value if source.is_protected else source.kind
        told = {"id": source.pk, "name": source.called, "title": title, "kind": kind, "is_new": False}
        return told | {"is_alike": is_alike}
    named = {"name": owner.name, "title": owner.title, "kind": owner.kind.value}
    return {"id": "", **named, "is_new": True, "is_alike": False}


def _each_once(proposals):
    """Two ways in which the text names one person propose him once, in the better place."""
    seen = {}
    for owners in proposals:
        seen.setdefault(tuple((owner["id"], folding.key(owner["name"])) for owner in owners), owners)
    return list(seen.values())[:MOST_PROPOSED]


def _meant(owners, story, language):
    """{(name, kind): (the one source that is called so, or None; those who may be meant)} of who is no known source.

    In one question to the database, however many they are.
    """
    asked = sorted({(owner.name, owner.kind) for owner in owners if folding.key(owner.name)}, key=str)[:MOST_NAMES]
    people = [name for name, kind in asked if kind is Kind.PERSON][:MOST_SPELLED]
    if not asked:
        return {}
    keys = {folding.key(name) for name, _kind in asked}
    found = _sources(searching.bearing(Source, keys, people), story, language, MOST_SOURCES)
    bearers = defaultdict(dict)
    for source in found.values():
        for name in _names(source):
            bearers[folding.key(name)][source.pk] = source
    return {each: _of_name(each[0], bearers, found if each[0] in people else {}) for each in asked}


def _of_name(name, bearers, found):
    called = list(bearers.get(folding.key(name), {}).values())
    if len(called) == 1:
        return called[0], ()
    spelled = [each for each in found.values() if _is_alike(name, each)]
    return None, (called or spelled)[:MOST_ALIKE]


def _is_alike(name, source):
    is_person = source.kind == SourceKind.PERSON and not source.is_protected
    return is_person and any(sameness.may_be(name, each) for each in _names(source))


def _sources(condition, story, language, most=None):
    """The sources that may own a statement of this story, with their names, the titles that they bear today, and the
    last that has ended."""
    today, titles = localdate(), SourceTitle.objects.filter(language=language)
    meant = Q(protected_in=None) | Q(protected_in=story and story.pk)
    rows = (
        Source.objects.filter(condition, meant)
        .order_by("pk")
        .prefetch_related(
            "names",
            Prefetch("titles", titles.borne_on(today), to_attr="borne"),
            Prefetch("titles", titles.ended_before(today), to_attr="ended"),
        )
    )
    for source in (found := {row.pk: row for row in rows[:most]}).values():
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
