"""`python -m tests.yesterday.happening`: what a paper of some years has and a demo has not."""

import os

import django
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()

from articles.actions import erasing, merging, publishing  # noqa: E402
from articles.models import Edition, Publication, Tag, User  # noqa: E402


def happen():
    chief, editor = (User.objects.get(username=name) for name in ("chief", "editor"))
    for edition in Edition.objects.all():
        first, last = live(edition).first(), live(edition).last()
        publishing.rename(first.story, slug=f"{first.slug}-2", by=chief)
        erasing.erase(last.story, by=chief, agreed_by=editor, reason="For a test.")
        *_others, before, section = edition.sections.filter(merged_into=None).order_by("pk")
        merging.merge_sections(section, into=before, by=chief)
        tag, into = tags(edition)[:2]
        merging.merge_tags(tag, into=into, by=chief)


def live(edition):
    """Live versions that nothing is about to follow."""
    waiting = Publication.objects.filter(live_from__gt=timezone.now()).values("story")
    return Publication.objects.live().filter(edition=edition).exclude(story__in=waiting).order_by("story_id")


def tags(edition):
    """Tags under which stories have been published."""
    return Tag.objects.filter(language=edition.language, published_tags__isnull=False).distinct().order_by("pk")


if __name__ == "__main__":
    happen()
