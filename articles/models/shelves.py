"""Which stories stand under a row that they share, at the desk and with readers."""

from dataclasses import dataclass

from django.db.models import Count, F, Model, Q

from articles.models.attribution import Attribution, AttributionOwner
from articles.models.photos import PhotosIn
from articles.models.publication import Publication
from articles.models.published import PublishedPhoto
from articles.models.story import Story


@dataclass(frozen=True)
class Shelf:
    """The tables that say which stories stand under a row, at the desk and in the record, and their columns for it."""

    desk: type[Model]
    record: type[Model]
    by: str
    story: str = "story"
    version: str = "publication"

    def at_desk(self, row):
        """The numbers of the stories, each as often as it has the row."""
        return self.desk.objects.filter(**{self.by: row}).order_by().values(of_story=F(self.story))

    def with_readers(self, row):
        live = {f"{self.version}__in": Publication.objects.live().order_by().values("pk")}
        return self.record.objects.filter(**{self.by: row}, **live).order_by().values(of_story=F("story"))


@dataclass(frozen=True)
class ShelfOfSource(Shelf):
    """The shelf of a source: what it said alone, and what it said with others."""

    def at_desk(self, row):
        with_others = AttributionOwner.objects.filter(source=row).order_by().values("attribution")
        said = Attribution.objects.filter(Q(source=row) | Q(pk__in=with_others))
        return said.order_by().values(of_story=F("story"))


def ways_of(photo):
    """How stories have a photo: for each way the numbers of the stories, each as often as it has it so."""
    live = Publication.objects.live().order_by()
    of_text = PublishedPhoto.objects.filter(photo=photo, publication__in=live.values("pk"))
    in_text = Story.objects.alias(pictured=PhotosIn("body")).filter(pictured__contains=[photo.slug])
    return {
        "leads_at_desk": Story.objects.filter(lead_photo=photo).order_by().values(of_story=F("pk")),
        "leads_live": live.filter(photo=photo).values(of_story=F("story")),
        "in_text_at_desk": in_text.order_by().values(of_story=F("pk")),
        "in_text_live": of_text.order_by().values(of_story=F("story")),
    }


def counted(numbers, stories):
    """How often each of these stories stands among `numbers`, as {story: times}."""
    of_these = numbers.filter(of_story__in=stories).values("of_story").annotate(times=Count("*"))
    return dict(of_these.values_list("of_story", "times"))
