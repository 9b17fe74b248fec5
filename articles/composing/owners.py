"""Who says so: the statements of a story in the order of its text, and their owners, each under one number."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from articles.rules.words import Terms
from articles.text import paragraphs, written
from articles.text.written import Sought, Written

# What an owner said on another occasion, on other terms, or was checked otherwise, is told in a line of its own.
HOW = ("occasion", "obtained_on", "terms", "check_made")
# Whose words are more than this of what is marked, and of the whole text, is named once and not at each passage.
MOST_OF_WHAT_IS_MARKED, MUCH_OF_THE_TEXT = 0.6, 0.4


def how(row):
    """How a row was told to us and checked."""
    return tuple(getattr(row, name) for name in HOW)


@dataclass
class Owner:
    """One who says something in a story, under one number. `rows` are the statements, in the order of the text."""

    number: int
    rows: list[Any] = field(default_factory=list)
    # Whether each of the statements stands in the text, so that the owner can stand beside it; the first that does.
    is_beside: bool = True
    passage: int | None = None

    @property
    def first(self):
        return self.rows[0]

    @property
    def capacity(self):
        return next((row.capacity for row in self.rows if row.capacity), "")

    @property
    def is_unnamed(self):
        return not all(Terms(row.terms).may_be_named for row in self.rows)

    @property
    def ways(self):
        """A row for each way in which it was told: the first."""
        return list({how(row): row for row in reversed(self.rows)}.values())[::-1]


@dataclass
class Said:
    """A statement, by its place among those of the story; a row and an owner for each who made it."""

    rows: list[Any]
    place: Written | None
    number: int = 0
    of: int = 0
    owners: list[Owner] = field(default_factory=list)
    is_quiet: bool = False

    @property
    def first(self):
        return self.rows[0]

    @property
    def each(self):
        """Each owner with the row that is theirs."""
        return list(zip(self.owners, self.rows, strict=True))

    @property
    def length(self):
        return self.place.length if self.place else 0

    @property
    def comes_from(self):
        """The anchor of its passage; of a statement that is not in the text, that of its owner in the list."""
        return f"passage-{self.number}" if self.place else f"source-{self.owners[0].number}"

    @property
    def has_page(self):
        """Whether there is one page of all that its owner has said."""
        return len(self.rows) == 1 and self.first.source.may_have_page

    @property
    def before(self):
        """The number of the statement before this one; none before the first."""
        return self.number - 1 or None

    @property
    def after(self):
        return self.number + 1 if self.number < self.of else None


@dataclass(frozen=True)
class Note:
    """What stands beside a paragraph: an owner, and how it was told. An owner's later notes leave out the capacity."""

    owner: Owner
    row: Any
    is_first: bool
    statements: str

    @property
    def capacity(self):
        return self.row.capacity if self.is_first else ""


@dataclass
class Sourcing:
    """All that is said in a story. `throughout` is the row that tells of the owner of most of it, if somebody is."""

    statements: list[Said] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    throughout: Any = None

    def __bool__(self):
        return bool(self.statements)

    @property
    def unnamed(self):
        return sum(owner.is_unnamed for owner in self.owners)

    @property
    def has_marks(self):
        """Whether any passage is marked, for whoever says most of the text is not."""
        return not all(said.is_quiet for said in self.statements)

    @property
    def is_beside(self):
        return all(owner.is_beside for owner in self.owners)


def sourcing(html, rows):
    """Who says what in a text of cleaned HTML: of statements as published, in whichever order they were entered."""
    statements = _in_order_of_text(html, rows)
    owners = {}
    for number, said in enumerate(statements, start=1):
        said.number, said.of = number, len(statements)
        for row in said.rows:
            owner = owners.setdefault(row.source_id, Owner(len(owners) + 1))
            owner.rows.append(row)
            owner.is_beside = owner.is_beside and said.place is not None
            owner.passage = owner.passage or (number if said.place else None)
            said.owners.append(owner)
    throughout = _throughout(html, statements)
    for said in statements:
        said.is_quiet = throughout is not None and _told(said) == _told_of(throughout)
    return Sourcing(statements, list(owners.values()), throughout)


def notes(sourcing, numbers, noted):
    """The notes beside a paragraph that has the statements of these numbers: one for each owner and each way of
    telling. `noted` are the owners who have one already, and is added to. Who says most of the text has none."""
    rows = {}
    for said in (sourcing.statements[number - 1] for number in numbers):
        for owner, row in () if said.is_quiet else said.each:
            rows.setdefault((owner.number, how(row)), (owner, row, []))[2].append(str(said.number))
    beside = []
    for owner, row, statements in rows.values():
        beside.append(Note(owner, row, owner.number not in noted, " ".join(statements)))
        noted.add(owner.number)
    return beside


def _in_order_of_text(html, rows):
    """The statements by where they stand, and behind them those that stand elsewhere: in a headline, a caption."""
    # A statement of several owners is a row for each of them, one behind the other.
    groups = [list(group) for _key, group in groupby(rows, lambda row: (row.position, row.words, row.occurrence))]
    places = written.read(html, [_sought(each[0]) for each in groups])
    found = [Said(*each) for each in zip(groups, places, strict=True)]
    return sorted(found, key=lambda said: (said.place is None, said.place and said.place.start))


def _sought(row):
    return Sought(row.words, row.occurrence, row.passage_start, row.passage_end)


def _told(said):
    return _told_of(said.first) if len(said.rows) == 1 else None


def _told_of(row):
    return row.source_id, how(row)


def _throughout(html, statements):
    """The row that tells how most of a text was told, where one owner has most of what is marked in it."""
    lengths, told = Counter(), Counter()
    for said in statements:
        lengths.update({row.source_id: said.length for row in said.rows})
        told.update({_told(said): said.length})
    if not lengths:
        return None
    source, most = lengths.most_common(1)[0]
    marked = sum(said.length for said in statements)
    is_most = most > MOST_OF_WHAT_IS_MARKED * marked and most > MUCH_OF_THE_TEXT * _length(html)
    usual = max((way for way in told if way and way[0] == source), key=told.get, default=None)
    return next((said.first for said in statements if is_most and usual and _told(said) == usual), None)


def _length(html):
    """How many characters readers see of a text."""
    return sum(map(len, paragraphs(html)))
