"""`manage.py verify_record`: recompute each version's hash and follow each story's chain."""

from django.core.management.base import BaseCommand, CommandError

from articles.models import Correction, Publication
from articles.text import canonical


class Command(BaseCommand):
    help = "Check that what was published is what the record holds. Exits with 1 where it is not."

    def handle(self, **options):
        checked, broken, before = 0, [], None
        for version in self.versions().iterator(chunk_size=500):
            follows = before if before and before.story_id == version.story_id else None
            if not (holds(version) and chained(version, follows)):
                broken.append(str(version))
            checked, before = checked + 1, version
        if broken:
            raise CommandError("These versions are not what was published: " + "; ".join(broken))
        self.stdout.write(f"{checked} versions, each as it was published.")

    def versions(self):
        rows = Publication.objects.order_by("story_id", "number").select_related("edition", "correction")
        return rows.prefetch_related("statements", "publishedphotos").defer("vector")


def holds(version):
    """Whether the text is the one that was hashed. Of what was erased only the hash is left."""
    if version.erasure_id:
        return not version.body
    try:
        correction = version.correction
    except Correction.DoesNotExist:
        correction = None
    hanging = version.statements.all(), correction, version.publishedphotos.all()
    content = canonical.content(version.edition.language, version, *hanging)
    return canonical.digest(content) == version.content_hash


def chained(version, before):
    return version.previous_hash == (before.content_hash if before else "")
