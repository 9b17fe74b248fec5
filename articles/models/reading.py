"""How published stories are asked for. The rule of what is public is said here, once."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Count, F, Func, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, JSONObject

from articles.models import keys, periods
from articles.models.contributors import ContributorName
from articles.models.naming import follow
from articles.models.placement import Placement
from articles.models.published import PublishedByline, PublishedPhoto, PublishedTag, Statement
from articles.rules.words import Kind, Terms


def of_photo(path):
    """The columns that a page reads of any photo, by the path to it."""
    names = ("pk", "made_as", "widths", "width", "height", "focal_x", "focal_y", "origin")
    return {name: f"{path}__{name}" for name in names}


# What it knows of a photo in the text.
OF_A_PHOTO = {name: name for name in ("alt_text", "caption", "credit")} | {"slug": "photo__slug"} | of_photo("photo")
NEVER_LISTED = ("vector", "body", "content_hash", "previous_hash", "photo__slug", "photo__credit")
# How many stories on a shelf, the newest first, are looked at for what stands beside a story.
NEAR = 12


class PublicationQuerySet(models.QuerySet):
    """Chained from small to large: `.live().news().in_edition(edition).for_list(language)`."""

    def live(self, at=None):
        """What readers see at the moment `at`: now, by the database's clock, unless told otherwise."""
        return self.begun(at).filter(is_withheld=False).filter(periods.not_over(at))

    def news(self):
        """What the newsroom made. An advertisement stands at its own address and where an editor put it by hand: in no
        list, no count, and beside no story."""
        return self.exclude(kind=Kind.SPONSORED)

    def begun(self, at=None):
        """What is live at the moment `at` or has been, whether or not readers may still see it."""
        return self.filter(periods.begun(at))

    def scheduled(self, at=None):
        """What has not begun at the moment `at`."""
        return self.filter(periods.to_begin(at))

    def ending(self, at):
        """The versions whose period ends at that very moment."""
        return self.filter(periods.ends(at))

    def placed(self, edition):
        """What editors chose to lead the page of an edition, in the order of its slots."""
        placements = Placement.objects.filter(edition=edition)
        slot = placements.filter(story_id=OuterRef("story_id")).current_values("slot")
        chosen = self.filter(story_id__in=placements.current_values("story_id"))
        return chosen.annotate(slot=Subquery(slot)).order_by("slot")

    def of_stories(self, stories):
        return self.filter(story__in=stories.order_by().values("pk"))

    def behind(self, stories):
        """Versions of these stories that the desk has changed since, the story changed last first."""
        return self.filter(story__in=stories, story__version__gt=F("revision")).order_by("-story__changed_at")

    def days_beside(self, first, last):
        """The nearest days that have any, before `first` and after `last`: none, one or two."""
        before = self.filter(day__lt=first).order_by("-day").values("day")[:1]
        after = self.filter(day__gt=last).order_by("day").values("day")[:1]
        return before.union(after, all=True).values_list("day", flat=True)

    def in_edition(self, edition, before=None):
        return self._walk("", before, edition=edition)

    def in_section(self, section, before=None):
        return self._walk("", before, section=section)

    def newest_of_each(self, sections, most):
        """The newest of each section, section by section: for each one walk of one index, no further than that."""
        newest = ArraySubquery(self.in_section(OuterRef("pk")).values("pk")[:most])
        each = Func(newest, function="unnest", output_field=models.BigIntegerField(), set_returning=True)
        by_section = ("section__position", "section_id", "-first_live_at", "-story_id")
        return self.model.objects.filter(pk__in=sections.values(newest=each)).order_by(*by_section)

    def tagged(self, tag, before=None):
        return self._walk("publishedtags__", before, tag=tag)

    def by_contributor(self, contributor, edition, before=None):
        return self._walk("publishedbylines__", before, contributor=contributor).filter(edition=edition)

    def of_day(self, edition, day, before=None):
        return self._walk("", before, edition=edition, day=day)

    def counted_by_day(self, edition, first, last):
        """How many stories first appeared on each day from `first` to `last`, as {day: number}: of the index alone."""
        days = self.filter(edition=edition, day__range=(first, last)).order_by().values("day")
        return {row["day"]: row["number"] for row in days.annotate(number=Count("*"))}

    def _walk(self, shelf, before, **where):
        """Newest first along one index: `shelf` is the path to the table that has it, `before` a key to go on from.

        All conditions stand in one `filter`, so that they are put to one join.
        """
        time, number = f"{shelf}first_live_at", f"{shelf}story_id"
        on = Q(**{shelf + name: value for name, value in where.items()})
        return self.filter(on & keys.older_than(before, time, number)).order_by(f"-{time}", f"-{number}")

    def for_list(self, language):
        """Versions with the columns that a line in a list shows, and nothing heavy."""
        return (
            self.select_related("section", "edition", "photo")
            .defer(*NEVER_LISTED)
            .annotate(bylines=ArraySubquery(_bylines(language)), sourced=Subquery(_sourced()))
        )

    def with_tag_ids(self):
        """Versions with the numbers of their tags alone: a name would cost a look behind the wall for each tag of each
        row."""
        tags = PublishedTag.objects.filter(publication=OuterRef("pk")).order_by("position", "pk")
        return self.annotate(tag_ids=ArraySubquery(tags.values("tag_id")))

    def for_page(self, language):
        """Versions with all that a story's page shows, in one query."""
        others = self.model.objects.live().news()
        return (
            self.select_related("section", "edition", "photo")
            .defer("vector")
            .annotate(
                bylines=ArraySubquery(_bylines(language)),
                tags=ArraySubquery(_tags()),
                photos=ArraySubquery(_photos()),
                siblings=ArraySubquery(self._siblings(OuterRef("family"), OuterRef("edition"))),
                put_right=ArraySubquery(self._put_right()),
                near_by_tag=self._near(PublishedTag, others.tagged(OuterRef("tag"))),
                near_by_source=self._near(Statement, others._told_by(OuterRef("source"))),
            )
        )

    def dress(self, version, bylines, tags, sources, photos):
        """Give a version that is in no table what `for_page` reads beside one that is."""
        language = version.edition.language
        in_language = ContributorName.objects.filter(contributor__in=bylines, language=language)
        names = dict(in_language.values_list("contributor", "name"))
        others = self.model.objects.live().news()
        by_tag, by_source = map(others.tagged, tags), map(others._told_by, sources)
        version.bylines = [
            {"name": names.get(one.pk, one.name), "slug": one.slug, "portrait": one.portrait} for one in bylines
        ]
        version.tags = [{"name": tag.name, "slug": tag.slug} for tag in tags]
        version.photos = [{name: follow(row, path) for name, path in OF_A_PHOTO.items()} for row in photos]
        version.siblings = [row["json"] for row in self._siblings(version.family, version.edition)]
        version.near_by_tag, version.near_by_source = (
            [pk for walk in walks for pk in walk.exclude(story=version.story).values_list("pk", flat=True)[:NEAR]]
            for walks in (by_tag, by_source)
        )
        return version

    def _put_right(self):
        """The corrections of all versions of the story, the oldest first."""
        corrected = self.model.objects.filter(correction__story=OuterRef("story")).order_by("correction__at")
        parts = {name: f"correction__{name}" for name in ("kind", "at", "wrong", "right")}
        return corrected.values(json=JSONObject(**parts))

    def _told_by(self, source):
        return self.filter(statements__source=source).order_by("-statements__first_live_at", "-statements__pk")

    def _near(self, through, walk):
        """The numbers of other stories on the same shelves, once for each shelf: of each a short walk of its index."""
        others = walk.exclude(story=OuterRef(OuterRef("story"))).values("pk")[:NEAR]
        each = Func(ArraySubquery(others), function="unnest", output_field=models.BigIntegerField(), set_returning=True)
        return ArraySubquery(through.objects.filter(publication=OuterRef("pk")).order_by().values(near=each))

    def _siblings(self, family, edition):
        siblings = self.model.objects.live().filter(family=family).exclude(edition=edition)
        address = JSONObject(pk="pk", language="edition__language", headline="headline", day="day", slug="slug")
        return siblings.order_by("edition__position").values(json=address)


def _bylines(language):
    in_language = ContributorName.objects.filter(contributor=OuterRef("contributor"), language=language)
    name = Coalesce(Subquery(in_language.values("name")[:1]), "contributor__name")
    bylines = PublishedByline.objects.filter(publication=OuterRef("pk")).order_by("position", "pk")
    is_known = Q(contributor__portrait__pk__isnull=False)
    portrait = Case(When(is_known, then=JSONObject(**of_photo("contributor__portrait"))))
    return bylines.values(json=JSONObject(name=name, slug="contributor__slug", portrait=portrait))


def _photos():
    photos = PublishedPhoto.objects.filter(publication=OuterRef("pk")).order_by("position", "pk")
    return photos.values(json=JSONObject(**OF_A_PHOTO))


def _tags():
    tags = PublishedTag.objects.filter(publication=OuterRef("pk")).order_by("position", "pk")
    return tags.values(json=JSONObject(name="tag__name", slug="tag__slug"))


def _sourced():
    """By how many sources its statements are, and how many of those are not named: NULL where it has no statements."""
    statements = Statement.objects.filter(publication=OuterRef("pk")).order_by().values("publication")
    sources, unnamed = (Count("source", distinct=True, filter=of) for of in (None, ~Q(terms=Terms.RECORD)))
    return statements.annotate(sourced=JSONObject(sources=sources, unnamed=unnamed)).values("sourced")
