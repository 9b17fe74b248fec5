"""`manage.py verify_record`: recompute each version's hash in its own form, and follow each story's chain."""

from django.core.management.base import BaseCommand, CommandError

from articles.models import Correction, Publication
from articles.text import canonical

CHANGED = "These versions are not what was published"
UNKNOWN = "These versions are in a form that this program does not know, so that it cannot check them"


class Command(BaseCommand):
    help = "Check that what was published is what the record holds. Exits with 1 where it is not, or cannot be checked."

    def handle(self, **options):
        checked, faults, before = 0, {CHANGED: [], UNKNOWN: []}, None
        for version in self.versions().iterator(chunk_size=500):
            follows = before if before and before.story_id == version.story_id else None
            if why := fault(version, follows):
                faults[why].append(str(version))
            checked, before = checked + 1, version
        told = [f"{why}: {'; '.join(versions)}" for why, versions in faults.items() if versions]
        if told:
            raise CommandError("\n".join(told))
        self.stdout.write(f"{checked} versions, each as it was published.")

    def versions(self):
        rows = Publication.objects.order_by("story_id", "number").select_related("edition", "correction")
        return rows.prefetch_related("statements", "publishedphotos").defer("vector")


def fault(version, before):
    """What is wrong with a version: nothing, or one of the sentences above. An erased one has its hash, and no text."""
    if not chained(version, before):
        return CHANGED
    if version.erasure_id:
        return CHANGED if version.body else None
    if version.canonical_form not in canonical.FORMS:
        return UNKNOWN
    return None if holds(version) else CHANGED


def holds(version):
    """Whether the text is the one that was hashed."""
    try:
        correction = version.correction
    except Correction.DoesNotExist:
        correction = None
    hanging = version.statements.all(), correction, version.publishedphotos.all()
    content = canonical.content(version.canonical_form, version.edition.language, version, *hanging)
    return canonical.digest(content) == version.content_hash


def chained(version, before):
    return version.previous_hash == (before.content_hash if before else "")
