"""Where the statements of versions are written in their texts: put beside the words when a version goes into the
record, and found later in versions from before that was done, or copied in."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from django.db.models import QuerySet

from articles.actions import declaring
from articles.models import Publication, Statement
from articles.text import written
from articles.text.written import Sought

BATCH = 200
COLUMNS = Statement.ERASED_NUMBERS
_numbers = attrgetter(*COLUMNS)


def put(body: str, statements: Sequence[Statement]) -> None:
    """Give statements that are about to be written their places in the body of their version."""
    numbers = written.numbers(body, [Sought(row.words, row.occurrence) for row in statements])
    for row, (start, end) in zip(statements, numbers, strict=True):
        row.passage_start, row.passage_end = start, end


def find_missing() -> int:
    """Find those of versions in which nobody has looked. How many statements have one now."""
    unknown = Statement.objects.filter(passage_start=None)
    return _find(Publication.objects.filter(pk__in=unknown.values("publication")))


def rebuild() -> int:
    """Find all anew, by the rules of today. How many statements have another than before."""
    return _find(Publication.objects.all())


def _find(versions: QuerySet[Publication]) -> int:
    """Batch by batch. What was erased has none."""
    count = 0
    for batch in _batches(versions.filter(erasure=None)):
        with declaring.command("rebuild_places"):
            count += _find_in(batch)
    return count


def _find_in(batch: list[int]) -> int:
    # Read again under lock: what is being erased at this moment must not get back a trace of what was.
    rows = Publication.objects.select_for_update(no_key=True).filter(pk__in=batch, erasure=None).order_by("pk")
    changed = [row for version in rows.only("body") for row in _changed(version)]
    Statement.objects.bulk_update(changed, COLUMNS)
    return len(changed)


def _changed(version: Publication) -> list[Statement]:
    """Those of its statements that have other places now."""
    rows = list(version.statements.all())
    before = list(map(_numbers, rows))
    put(version.body, rows)
    return [row for row, was in zip(rows, before, strict=True) if _numbers(row) != was]


def _batches(versions: QuerySet[Publication]) -> Iterator[list[int]]:
    last = 0
    while batch := list(versions.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        yield batch
        last = batch[-1]
