"""How many quotations of a version nobody owns, counted later: of versions from before that was done, or copied in."""

from django.db.models import QuerySet

from articles.models import Publication, Statement, already
from articles.rules.words import Kind

BATCH = 200


def count_unowned() -> int:
    """Count of each version that readers see and nobody has counted. Batch by batch, and each once: the guard takes no
    second count."""
    counted, last = 0, 0
    while batch := list(_uncounted().filter(pk__gt=last).order_by("pk").defer("vector")[:BATCH]):
        said: dict[int, list[tuple[str, int]]] = {version.pk: [] for version in batch}
        rows = Statement.objects.filter(publication__in=batch).values_list("publication", "words", "occurrence")
        for version_id, words, occurrence in rows:
            said[version_id].append((words, occurrence))
        for version in batch:
            is_paid_for = version.kind == Kind.SPONSORED
            found = 0 if is_paid_for else len(already.unowned_in(version, said[version.pk]))
            counted += Publication.objects.filter(pk=version.pk, unowned_count=None).update(unowned_count=found)
        last = batch[-1].pk
    return counted


def _uncounted() -> QuerySet[Publication]:
    return Publication.objects.live().filter(unowned_count=None, erasure=None)
