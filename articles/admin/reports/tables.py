"""What is counted of how the newsroom sources, as tables: the same for the page and for other programs."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles.admin.forms import languages
from articles.models.reporting import ORGANISED, Tally
from articles.rules.reporting import LEAST, shown
from articles.rules.words import SourceKind


@dataclass(frozen=True)
class Table:
    """Rows under a heading. A row is its label and a cell for each head but the first. `note` stands under it."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: list[tuple]
    note: str = ""


def heads(first, *, with_unnamed=True):
    unnamed = (_("named"), _("unnamed")) if with_unnamed else ()
    return (first, _("stories"), _("statements"), *unnamed, _("checked"), _("stories on one source"))


def gathered(tallies, key):
    """The tallies, added up by what `key` makes of theirs."""
    found = defaultdict(Tally)
    for whose, tally in tallies.items():
        found[key(whose)].add(tally)
    return found


def month(day):
    return date_format(day, pgettext("a month", "F Y"))


def by_month(tallies):
    """The months, whole paper: nobody is so few that they could be guessed."""
    rows = [(month(key), *_cells(tally)) for key, tally in sorted(gathered(tallies, lambda key: key[3]).items())]
    return Table("months", _("By month"), heads(_("month")), rows)


def by_edition(tallies, editions):
    called = {edition.pk: edition.name for edition in editions}
    found = gathered(tallies, lambda key: called[key[0]])
    # Without the unnamed: their number in all and in one edition would tell that in the other.
    rows = [(name, *_cells(tally, with_unnamed=False)) for name, tally in found.items()]
    return Table("editions", _("By edition"), heads(_("edition"), with_unnamed=False), rows)


def by_section(tallies, editions, *, with_unnamed):
    called = {edition.pk: edition.name for edition in editions}
    found = gathered(tallies, lambda key: (called[key[0]], key[1], key[2]))
    rows = [(f"{edition}: {name}", tally) for (edition, _key, name), tally in sorted(found.items())]
    return _of_few("sections", _("By section"), _("section"), rows, with_unnamed)


def by_contributor(tallies, *, with_unnamed):
    found = sorted(tallies.items(), key=lambda row: (row[0][0] is None, -row[1].statements, row[0]))
    rows = [(name if key else _("No byline"), tally) for (key, name), tally in found]
    return _of_few("contributors", _("By contributor"), _("contributor"), rows, with_unnamed)


def _of_few(name, title, first, rows, with_unnamed):
    """A table of groups in which somebody could be guessed: of few unnamed, no number, nor what would tell it."""
    if not with_unnamed:
        cells = [(label, *_cells(tally, with_unnamed=False)) for label, tally in rows]
        said = _("Unnamed sources are counted here for one month alone: months taken together would tell of each.")
        return Table(name, title, heads(first, with_unnamed=False), cells, said)
    unnamed = shown([tally.unnamed for _label, tally in rows])
    cells = [(label, *_cells(tally, number)) for (label, tally), number in zip(rows, unnamed, strict=True)]
    said = _("Unnamed sources are counted from %s up. “…” is fewer, or a number that would tell of another.") % LEAST
    return Table(name, title, heads(first), cells, said if None in unnamed else "")


def _cells(tally, unnamed=0, *, with_unnamed=True):
    named = {None: ("…", "…")}.get(unnamed, (tally.named, tally.unnamed)) if with_unnamed else ()
    return (tally.stories, tally.statements, *named, tally.checked, tally.single)


def by_kind(counted):
    rows = [(kind.label, counted[kind]) for kind in SourceKind]
    return Table("kinds", _("By kind of source"), (_("kind"), _("statements")), rows)


def relied_on(period):
    head = (_("source"), _("kind"), _("statements"), _("stories"))
    for name, title, found in (
        ("sources", _("Relied on most"), period.relied_on()),
        ("organisations", _("Organisations relied on most"), period.relied_on(ORGANISED)),
    ):
        rows = [
            (languages.names_of(source, get_language())[0], source.get_kind_display(), times, stories)
            for source, times, stories in found
        ]
        yield Table(name, title, head, rows)
