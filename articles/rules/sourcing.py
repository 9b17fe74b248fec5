"""How a story is sourced: what its section's rules say of it before it goes out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from articles import text
from articles.rules.facts import Facts, Finding, Said, Waived
from articles.rules.severities import Rule, Severity
from articles.text import above, folding, tallies
from articles.text.quotations import Quotation
from articles.text.tallies import Figure

# So many paragraphs of a story, from its first, carry what it rests on.
LEADING = 2
LONGEST = 60
# Where outside its text something of a story stands, by the field.
WHERE = MappingProxyType(
    {
        "headline": gettext_lazy("In the headline"),
        "standfirst": gettext_lazy("In the standfirst"),
        "lead_caption": gettext_lazy("In the lead photo’s caption"),
        "correction": gettext_lazy("In the correction"),
    }
)


def findings(facts: Facts) -> list[Finding]:
    """What the rules of its section say of a story. An advertisement makes no statements."""
    if facts.is_advertisement:
        return []
    found = [*_of_waived(facts.waived)]
    for rule, broken in RULES.items():
        if facts.severity(rule) != Severity.SILENT:
            found += [_graded(facts, rule, finding) for finding in broken(facts)]
    return found


def _graded(facts: Facts, rule: Rule, finding: Finding) -> Finding:
    """A finding as grave as its section has it; what is found to be no more than advice, stays so."""
    return replace(finding, rule=rule, blocks=finding.blocks and facts.severity(rule) == Severity.BLOCKS)


def _of_quotations(facts: Facts) -> Iterator[Finding]:
    """What this version brings is judged; what readers have already is told."""
    for field, new in _by_field(facts.new):
        said = ngettext(
            "“%(words)s”: nobody owns this quotation yet.",
            "%(count)s quotations that nobody owns yet, the first: “%(words)s”",
            len(new),
        )
        yield Finding(field or "quotations", _placed(field, said % _first(new)), owed=tuple(new))
    if facts.corrected:
        said = ngettext(
            "“%(words)s”: nobody owns this quotation yet.",
            "%(count)s quotations that nobody owns yet, the first: “%(words)s”",
            len(facts.corrected),
        )
        found = _placed("correction", said % _first(facts.corrected))
        yield Finding("correction", found, owed=tuple(facts.corrected))
    if facts.ledger.is_bounded:
        yield Finding("body", _("It has more quotations than are looked at: make two stories of it."))
    brought = set(facts.new)
    for field, had in _by_field(each for each in facts.unowned if each not in brought):
        said = ngettext(
            "“%(words)s”: readers have this quotation already, and nobody owns it.",
            "%(count)s quotations that readers have already, and nobody owns, the first: “%(words)s”",
            len(had),
        )
        found = _placed(field, said % _first(had))
        yield Finding(field or "quotations", found, blocks=False, owed=tuple(had))


def _by_field(found: Iterable[Quotation]) -> Iterator[tuple[str, list[str]]]:
    """Words of quotations by the field that they stand in: of the text, an empty name."""
    for name, those in groupby(found, lambda each: above.field(each.paragraph)):
        yield name, [each.words for each in those]


def _placed(field: str, said: str) -> str:
    return _("%(where)s: %(said)s") % {"where": WHERE[field], "said": said} if field else said


def _of_waived(waived: Sequence[Waived]) -> Iterator[Finding]:
    """Said to whoever publishes: it is a way past the rule."""
    if waived:
        names = list(dict.fromkeys(each.by or _("a command") for each in waived))
        said = ngettext(
            "%(count)s marked as no quotation, by %(names)s: “%(words)s”",
            "%(count)s marked as no quotation, by %(names)s, the first: “%(words)s”",
            len(waived),
        )
        told = _first([each.words for each in waived]) | {"names": pgettext("between names", ", ").join(names)}
        yield Finding("quotations", said % told, blocks=False)


def _of_changed_words(facts: Facts) -> Iterator[Finding]:
    for row, each in enumerate(facts.statements):
        if each.verified_words and folding.fold(each.verified_words) != folding.fold(each.words):
            said = _("“%(words)s”: these words were verified otherwise: “%(before)s”. Verify them again.")
            told = {"words": _short(each.words), "before": _short(each.verified_words)}
            yield Finding("attributions", said % told, row=row)


def _of_dropped_words(facts: Facts) -> Iterator[Finding]:
    gone = _gone(facts)
    if gone:
        said = ngettext(
            "Readers have this of %(name)s, and this version has it no more: “%(words)s”."
            " Who says what stands there now?",
            "Readers have %(count)s statements that this version has no more, the first of %(name)s: “%(words)s”."
            " Who says what stands there now?",
            len(gone),
        )
        yield Finding("sources", said % (_first([each.words for each in gone]) | {"name": gone[0].name}))


def _gone(facts: Facts) -> list[Said]:
    """What readers have of a source and this version has not. A quotation that stands in the text is asked for by
    itself; where the same source says something new, that stands in its place."""
    had = {(folding.fold(each.words), each.source) for each in facts.before.said}
    now = {
        (folding.fold(words), each.source) for each in facts.statements for words in (each.words, each.verified_words)
    }
    new = Counter(each.source for each in facts.statements if (folding.fold(each.words), each.source) not in had)
    quoted = {folding.fold(each.words) for each in facts.unowned}
    found = []
    for each in facts.before.said:
        key = folding.fold(each.words)
        if (key, each.source) in now or key in quoted:
            continue
        new[each.source] -= 1
        if new[each.source] < 0:
            found.append(each)
    return found


def _of_figures(facts: Facts) -> Iterator[Finding]:
    """In the headline a figure is sourced where a sentence that has a source says the same."""
    if not facts.is_reported:
        return
    unsourced, sourced = [], set()
    places = [place for place in facts.ledger.places if place is not None]
    for number, paragraph in enumerate(text.paragraphs(facts.body)):
        here = [(place.start, place.end) for place in places if place.paragraph == number]
        if not here and number >= LEADING:
            continue
        for figure in tallies.figures(paragraph):
            if _is_beside(figure, here):
                sourced.add(tallies.value(figure.words))
            elif number < LEADING:
                unsourced.append(figure.words)
    said = [(place.start, place.end) for place in places if above.field(place.paragraph) == "headline"]
    headed = [figure for figure in tallies.figures(facts.headline) if not _is_beside(figure, said)]
    headline = [figure.words for figure in headed if tallies.value(figure.words) not in sourced]
    yield from _figures_told("headline", headline)
    yield from _figures_told("body", unsourced)


def _is_beside(figure: Figure, passages: Iterable[tuple[int, int]]) -> bool:
    return any(start < figure.end and figure.start < end for start, end in passages)


def _figures_told(field: str, figures: list[str]) -> Iterator[Finding]:
    if figures:
        where = WHERE.get(field) or _("In the first two paragraphs")
        said = ngettext(
            "%(where)s “%(words)s” has no source beside it.",
            "%(where)s %(count)s figures have no source beside them, the first: “%(words)s”.",
            len(figures),
        )
        yield Finding(field, said % (_first(figures) | {"where": where}))


def _of_one_source(facts: Facts) -> Iterator[Finding]:
    is_told = facts.severity(Rule.ONE_ORGANISATION) != Severity.SILENT and _is_one_organisation(facts)
    if facts.is_reported and len(_sources(facts)) == 1 and not is_told:
        yield Finding("sources", _("Everything in it comes from one source."))


def _of_unnamed_sources(facts: Facts) -> Iterator[Finding]:
    if facts.is_reported and facts.statements and all(each.source_is_protected for each in facts.statements):
        yield Finding("sources", _("None of its sources has a name."))


def _of_one_organisation(facts: Facts) -> Iterator[Finding]:
    if facts.is_reported and _is_one_organisation(facts):
        yield Finding("sources", _("Everything in it comes from one organisation."))


def _of_allegations(facts: Facts) -> Iterator[Finding]:
    words = [each.words for each in facts.statements if each.is_allegation]
    if words and not facts.is_reply_asked:
        said = ngettext(
            "Nobody has been asked for a reply to “%(words)s”.",
            "Nobody has been asked for a reply to %(count)s allegations, the first: “%(words)s”.",
            len(words),
        )
        yield Finding("replies", said % _first(words))


def _is_one_organisation(facts: Facts) -> bool:
    """Whether there is one that each of its sources is or speaks for."""
    each_for = [organisations for each in facts.statements for organisations in each.speaks_for]
    return bool(each_for) and bool(frozenset.intersection(*each_for))


def _sources(facts: Facts) -> set[int]:
    return {source for each in facts.statements for source in (each.source, *each.further)}


def _short(words: str) -> str:
    return text.shortened(words, LONGEST)


def _first(words: Sequence[str]) -> dict[str, object]:
    return {"count": len(words), "words": _short(words[0])}


# In the order in which they are told.
RULES: MappingProxyType[Rule, Callable[[Facts], Iterator[Finding]]] = MappingProxyType(
    {
        Rule.UNOWNED: _of_quotations,
        Rule.CHANGED: _of_changed_words,
        Rule.DROPPED: _of_dropped_words,
        Rule.FIGURE: _of_figures,
        Rule.ONE_SOURCE: _of_one_source,
        Rule.UNNAMED: _of_unnamed_sources,
        Rule.ONE_ORGANISATION: _of_one_organisation,
        Rule.ALLEGATION: _of_allegations,
    }
)
