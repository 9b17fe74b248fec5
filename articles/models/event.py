"""What was done at the desk, by whom and when. Written by actions alone; the database refuses to change it."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import doors
from articles.models.editions import Edition
from articles.models.story import Story


class Verb(models.TextChoices):
    STARTED = "started", _("started")
    REVISED = "revised", _("revised")
    RESTORED = "restored", _("restored")
    PUBLISHED = "published", _("published")
    SCHEDULED = "scheduled", _("scheduled")
    CALLED_OFF = "called off", _("called off")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ERASED = "erased", _("erased")
    RENAMED = "renamed", _("renamed")
    CORRECTED = "corrected", _("corrected")
    PLACED = "placed", _("placed")
    UNPLACED = "taken off", _("taken off the front page")
    MERGED = "merged", _("merged")
    IMPORTED = "imported", _("imported")
    MADE = "made", _("made")
    CHANGED = "changed", _("changed")
    LIFTED = "lifted", _("lifted a wait")
    ASKED = "asked for comment", _("asked for comment")
    ANSWERED = "comment noted", _("noted what they answered")
    NO_QUOTATION = "no quotation", _("marked as no quotation")
    QUOTATION_AGAIN = "quotation again", _("marked as a quotation again")
    NOT_CARRIED = "not carried over", _("not carried over")
    TO_CARRY = "to be carried over", _("to be carried over")
    EVIDENCE_KEPT = "evidence kept", _("evidence kept")
    EVIDENCE_CHANGED = "evidence changed", _("evidence changed")
    EVIDENCE_SEEN = "evidence seen", _("evidence seen")
    EVIDENCE_REMOVED = "evidence removed", _("evidence removed")
    COMPARED = "compared", _("compared with evidence")
    SIGNED = "signed", _("signed")
    RECALLED = "recalled", _("recalled")
    RECALL_ENDED = "recall ended", _("ended a recall")
    KEPT = "passage kept", _("kept a recalled passage")
    TAKEN_UP = "taken up", _("took up a recalled passage again")


def verbs():
    """All verbs with what they are called, of whichever app. One that nobody brought shows as its own word."""
    return [(deed.verb, deed.label) for deed in doors.VERBS]


class Table(models.TextChoices):
    """What stories share, and accounts, each by its model's name."""

    TAG = "tag", pgettext_lazy("indefinite", "tag")
    SOURCE = "source", pgettext_lazy("indefinite", "source")
    CONTRIBUTOR = "contributor", pgettext_lazy("indefinite", "contributor")
    PHOTO = "photo", pgettext_lazy("indefinite", "photo")
    SECTION = "section", pgettext_lazy("indefinite", "section")
    EDITION = "edition", pgettext_lazy("indefinite", "edition")
    PAGE = "page", _("page")
    USER = "user", _("account")


class EventQuerySet(models.QuerySet):
    def of_row(self, row):
        """What was done with a row that stories share, and that others were merged into it."""
        merged = row.merged.values("pk") if hasattr(row, "merged") else ()
        of_it = models.Q(row=row.pk) | models.Q(row__in=merged, verb=Verb.MERGED)
        return self.filter(of_it, table=row._meta.model_name)

    def newest_stories(self, most):
        """The numbers of the stories that were worked on last, that of the newest event first."""
        stories = self.order_by().values("story").annotate(last=models.Max("pk"))
        return [row["story"] for row in stories.order_by("-last")[:most]]


class Event(models.Model):
    """One thing done. `by` is empty where a command did it."""

    verb = models.CharField(_("what"), max_length=doors.LONGEST_VERB, choices=verbs)
    story = models.ForeignKey(Story, models.PROTECT, null=True, related_name="events", verbose_name=_("story"))
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="+", verbose_name=_("edition"))
    revision = models.PositiveIntegerField(_("revision"), null=True)
    # For rows that stories share: the table, the row, and the names of the changed fields. Never what stood or stands
    # in them.
    table = models.CharField(_("table"), max_length=40, blank=True, choices=Table)
    row = models.BigIntegerField(_("row"), null=True)
    fields = models.CharField(_("fields"), max_length=400, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="events", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    # The transaction that wrote it, set by the database: what it tells of was done in the same one.
    recorded_in = models.BigIntegerField(db_default=0, editable=False)
    note = models.TextField(_("note"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["story", "-at"], name="event_by_story"),
            models.Index(fields=["table", "row", "-at"], name="event_by_row", condition=~models.Q(table="")),
            models.Index(fields=["-at", "-id"], name="event_by_time"),
            models.Index(fields=["by", "-at", "-id"], name="event_by_whom"),
            models.Index(fields=["verb", "-at", "-id"], name="event_by_verb"),
        ]

    @classmethod
    def with_rows(cls, events):
        """The events, each with the row that it is `about`: a query for each table."""
        events = list(events)
        for table in {event.table for event in events if event.table}:
            of_table = [event for event in events if event.table == table]
            rows = apps.get_model("articles", table)._default_manager.in_bulk([event.row for event in of_table])
            for event in of_table:
                event.about = rows.get(event.row)
        return events

    @cached_property
    def about(self):
        """The row that the event is about: a story, or a row that stories share."""
        if not self.table:
            return self.story
        return apps.get_model("articles", self.table)._default_manager.filter(pk=self.row).first()

    def fields_in_words(self):
        """What the changed fields are called on their form; of lines, what these are called."""
        model = apps.get_model("articles", self.table) if self.table else None
        return [_in_words(model, name) for name in self.fields.split()]

    def __str__(self):
        return f"{self.get_verb_display()} {self.at:%Y-%m-%d %H:%M}"


def _in_words(model, name):
    try:
        return model._meta.get_field(name).verbose_name
    except FieldDoesNotExist:
        return apps.get_model("articles", name)._meta.verbose_name_plural
