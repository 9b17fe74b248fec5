"""Which counts of a report may be shown: none by which somebody could guess who a source was."""

from collections.abc import Iterable, Sequence

# Sources that may not be named are counted in a small group from this number on.
LEAST = 5


def shown(counts: Sequence[int]) -> list[int | None]:
    """Each count of the rows of a table, or None where it is hidden. The table's total is known from elsewhere.

    One from 1 to 4 is hidden; nought says nothing. Where the total would let what is hidden be reckoned, the next
    smallest is hidden too, and so on.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < LEAST}
    # What is nought is hidden last: beside it alone the total would say the rest.
    for place in sorted(range(len(counts)), key=lambda place: (counts[place] == 0, counts[place])):
        if not hidden or _cannot_be_reckoned([counts[each] for each in hidden]):
            break
        hidden.add(place)
    return [None if place in hidden else count for place, count in enumerate(counts)]


def _cannot_be_reckoned(hidden: Sequence[int]) -> bool:
    """Whether what is hidden, which adds up to what is known, may be this or that: more than one, and not so few or so
    many that each must be the least or the most of what is hidden."""
    together, number = sum(hidden), len(hidden)
    return number > 1 and together >= LEAST and together not in (number, number * (LEAST - 1))


def as_cell(value: object) -> str:
    """A cell of a table for other programs, which none of them takes for a formula."""
    said = str(value)
    is_formula = said.lstrip()[:1] in tuple("=+-@＝＋－＠|%") or said[:1] in ("\t", "\r", "\n")
    return f"'{said}" if said and is_formula else said


def as_rows(rows: Iterable[Sequence[object]]) -> list[list[str]]:
    return [[as_cell(value) for value in row] for row in rows]
